#include "sheet/workbook.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/xml_escape.h"

namespace nianbao {
namespace {

constexpr std::size_t most_rows = 1'048'576;  // of a sheet, as the format has it

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view types_of = "application/vnd.openxmlformats-officedocument.";
constexpr std::string_view relations_of =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view main_space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view package_space =
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
constexpr std::string_view r_space =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// By BookStyle.
constexpr std::string_view styles =
    "<fonts count=\"3\"><font><sz val=\"10\"/><name val=\"宋体\"/></font>"
    "<font><b/><sz val=\"10\"/><name val=\"宋体\"/></font><font><b/><sz val=\"14\"/><name "
    "val=\"宋体\"/></font></fonts>"
    "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE0E0E0\"/></patternFill></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/></patternFill></fill></fills>"
    "<borders count=\"2\"><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>"
    "<bottom style=\"thin\"/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs "
    "count=\"6\"><xf/>"
    "<xf fontId=\"1\" fillId=\"3\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
    "<alignment wrapText=\"1\" vertical=\"top\"/></xf>"
    "<xf fillId=\"2\" applyFill=\"1\"/>"
    "<xf fontId=\"1\" borderId=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
    "<xf borderId=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
    "<xf fontId=\"2\" applyFont=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

std::string text_of(std::size_t number) { return std::to_string(number); }

std::string column_name(std::size_t column) {  // 0-based
  std::string out;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return out;
}

void append_cell(const BookValue& value, std::string& out) {
  out += "<c";
  if (value.style != BookStyle::plain)
    out.append(" s=\"").append(text_of(static_cast<std::size_t>(value.style))).append("\"");
  if (value.kind == BookValue::digits) out.append("><v>").append(value.text).append("</v></c>");
  else if (value.kind == BookValue::words)
    out.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        .append(xml_escaped(value.text))
        .append("</t></is></c>");
  else out += "/>";
}

std::string relation(std::size_t id, std::string_view type, const std::string& target) {
  return "<Relationship Id=\"rId" + text_of(id) + "\" Type=\"" + std::string(relations_of) + "/" +
         std::string(type) + "\" Target=\"" + target + "\"/>";
}
std::string relations(const std::string& all) {
  return std::string(xml_head) + "<Relationships " + std::string(package_space) + ">" + all +
         "</Relationships>";
}
std::string override_of(const std::string& part, std::string_view type) {
  return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + std::string(types_of) +
         std::string(type) + "+xml\"/>";
}

std::string column_widths(const std::vector<int>& widths) {
  if (widths.empty()) return {};
  constexpr std::size_t last_column = 16384;
  std::string out = "<cols>";
  for (std::size_t i = 0; i < widths.size(); ++i)
    out += "<col min=\"" + text_of(i + 1) + "\" max=\"" +
           text_of(i + 1 == widths.size() ? last_column : i + 1) + "\" width=\"" + std::to_string(widths[i]) +
           "\" customWidth=\"1\"/>";
  return out + "</cols>";
}

std::string frozen_pane(const SheetLook& look) {
  if (look.heads.empty()) return {};
  const std::size_t rows = look.heads.size(), columns = static_cast<std::size_t>(look.frozen_columns);
  return std::string("<pane ") + (columns > 0 ? "xSplit=\"" + text_of(columns) + "\" " : "") + "ySplit=\"" +
         text_of(rows) + "\" topLeftCell=\"" + column_name(columns) + text_of(rows + 1) + "\" activePane=\"" +
         (columns > 0 ? "bottomRight" : "bottomLeft") + "\" state=\"frozen\"/>";
}

// What fits on the width of a page is printed so; the cells of a report are not.
bool fits_a_page(const SheetLook& look) {
  constexpr std::size_t most_columns = 16;
  return look.heads.empty() || look.heads.back().size() <= most_columns;
}

// A column of the sheet as a chart refers to it, with its values, so that it is drawn without being worked
// out.
std::string series_part(const char* name, const char* reference, const char* cache, const std::string& sheet,
                        char column, const BarChart& chart, const std::vector<std::string>& values) {
  const std::string letter(1, column);
  std::string out = std::string("<c:") + name + "><c:" + reference + "><c:f>'" + sheet + "'!$" + letter +
                    "$" + text_of(chart.first_row) + ":$" + letter + "$" +
                    text_of(chart.first_row + values.size() - 1) + "</c:f><c:" + cache +
                    "><c:ptCount val=\"" + text_of(values.size()) + "\"/>";
  for (std::size_t i = 0; i < values.size(); ++i)
    out += "<c:pt idx=\"" + text_of(i) + "\"><c:v>" + xml_escaped(values[i]) + "</c:v></c:pt>";
  return out + "</c:" + cache + "></c:" + reference + "></c:" + name + ">";
}

std::string chart_xml(const std::string& sheet, const BarChart& chart) {
  return std::string(xml_head) +
         "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
         "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"
         "main\"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>"
         "<a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"1200\" "
         "b=\"1\"/><a:t>" +
         xml_escaped(chart.title) +
         "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title><c:autoTitleDeleted "
         "val=\"0\"/><c:plotArea>"
         "<c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors "
         "val=\"0\"/><c:ser>"
         "<c:idx val=\"0\"/><c:order val=\"0\"/><c:spPr><a:solidFill><a:srgbClr "
         "val=\"2F6DB5\"/></a:solidFill></c:spPr>"
         "<c:invertIfNegative val=\"0\"/><c:dLbls><c:showLegendKey val=\"0\"/><c:showVal "
         "val=\"1\"/><c:showCatName "
         "val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize "
         "val=\"0\"/></c:dLbls>" +
         series_part("cat", "strRef", "strCache", sheet, chart.name_column, chart, chart.names) +
         series_part("val", "numRef", "numCache", sheet, chart.number_column, chart, chart.numbers) +
         "</c:ser><c:gapWidth val=\"40\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
         "<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete "
         "val=\"0\"/>"
         "<c:axPos val=\"l\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"2\"/></c:catAx>"
         "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min "
         "val=\"0\"/></c:scaling>"
         "<c:delete val=\"0\"/><c:axPos val=\"t\"/><c:majorGridlines/><c:tickLblPos "
         "val=\"nextTo\"/><c:crossAx "
         "val=\"1\"/></c:valAx></c:plotArea><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>";
}

constexpr int picture_columns = 8, picture_rows = 26;

std::string anchor(const BarChart& chart, std::size_t id) {
  const auto corner = [](const char* name, int column, int row) {
    return std::string("<xdr:") + name + "><xdr:col>" + std::to_string(column) +
           "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + std::to_string(row) +
           "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + name + ">";
  };
  return "<xdr:twoCellAnchor>" + corner("from", chart.left, chart.top) +
         corner("to", chart.left + picture_columns, chart.top + picture_rows) +
         "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"" + text_of(id + 1) +
         "\" name=\"" + xml_escaped(chart.title) +
         "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext "
         "cx=\"0\" cy=\"0\"/>"
         "</xdr:xfrm><a:graphic><a:graphicData "
         "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
         "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" " +
         std::string(r_space) + " r:id=\"rId" + text_of(id) +
         "\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
}

bool is_decimal(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string_view::npos &&
         text.back() != '-';
}

// A cell of a printed table in its grid: what spans cover is bordered too.
class Grid {
 public:
  explicit Grid(const SheetTable& table) {
    std::size_t row = 0;
    for (const auto& cells : table.rows) {
      std::size_t column = 0;
      for (const SheetCell& cell : cells) {
        while (taken(row, column)) ++column;
        place(cell, row, column);
        column += static_cast<std::size_t>(cell.columns);
      }
      ++row;
    }
  }
  std::vector<std::vector<BookValue>> rows;
  std::vector<std::string> merged(std::size_t rows_above) const {
    std::vector<std::string> out;
    for (const Span& span : spans_)
      out.push_back(column_name(span.column) + text_of(span.row + rows_above + 1) + ":" +
                    column_name(span.column + span.columns - 1) + text_of(span.row + span.rows + rows_above));
    return out;
  }

 private:
  struct Span {
    std::size_t row, column, rows, columns;
  };
  bool taken(std::size_t row, std::size_t column) const {
    return row < used_.size() && column < used_[row].size() && used_[row][column];
  }
  void place(const SheetCell& cell, std::size_t row, std::size_t column) {
    const BookStyle style = cell.head ? BookStyle::label : BookStyle::figure;
    const auto height = static_cast<std::size_t>(cell.rows), width = static_cast<std::size_t>(cell.columns);
    for (std::size_t r = row; r < row + height; ++r)
      for (std::size_t c = column; c < column + width; ++c) {
        if (rows.size() <= r) rows.resize(r + 1), used_.resize(r + 1);
        if (rows[r].size() <= c) rows[r].resize(c + 1), used_[r].resize(c + 1);
        rows[r][c] = BookValue::empty(style);
        used_[r][c] = true;
      }
    BookValue value(to_utf8(cell.text), style);
    if (!cell.head && is_decimal(value.text)) value.kind = BookValue::digits;
    rows[row][column] = std::move(value);
    if (height > 1 || width > 1) spans_.push_back({row, column, height, width});
  }
  std::vector<std::vector<bool>> used_;
  std::vector<Span> spans_;
};

}  // namespace

std::string book_row(const std::vector<BookValue>& values) {
  std::string out = "<row>";
  for (const BookValue& value : values) append_cell(value, out);
  return out + "</row>";
}

std::size_t Workbook::add_sheet(SheetLook look) {
  parts_.push_back({std::move(look), {}, 0, {}, {}, 0, 1});
  begin(parts_.back());
  return parts_.size() - 1;
}

// Cells without references of their own follow each other from column A on, rows from 1.
void Workbook::begin(Part& part) {
  part.content.append(std::string(xml_head) + "<worksheet " + std::string(main_space) + " " +
                      std::string(r_space) + ">" +
                      (fits_a_page(part.look) ? "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" : "") +
                      "<sheetViews><sheetView workbookViewId=\"0\">" + frozen_pane(part.look) +
                      "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>" +
                      column_widths(part.look.widths) + "<sheetData>");
  for (const auto& head : part.look.heads) {
    std::vector<BookValue> values;
    for (const std::string& word : head) values.emplace_back(word, BookStyle::head);
    part.content.append(book_row(values));
  }
  part.rows = part.look.heads.size();
}

void Workbook::append(std::size_t sheet, std::string_view rows, std::size_t count) {
  std::size_t at = sheet;
  while (parts_[at].continued != 0) at = parts_[at].continued;
  if (parts_[at].rows + count > most_rows) {
    SheetLook look = parts_[sheet].look;
    look.name += text_of(++parts_[sheet].pieces);
    const std::size_t next = add_sheet(std::move(look));
    parts_[at].continued = next;
    at = next;
  }
  parts_[at].content.append(rows);
  parts_[at].rows += count;
}

void Workbook::add_tables(const Sheet& page) {
  std::u16string heading;
  for (const SheetBlock& block : page.blocks) {
    if (block.kind == SheetBlock::heading) heading = block.text;
    if (block.kind != SheetBlock::table) continue;
    const Grid grid(block.cells);
    std::vector<int> widths;
    constexpr int per_character = 5;  // thousandths of the width of a page that lies on its side
    for (int width : block.cells.widths) widths.push_back(std::max(8, width / per_character));
    const std::size_t sheet = add_sheet({to_utf8(heading.substr(0, 28)), std::move(widths), {}, 0});
    append(sheet, book_row({BookValue(to_utf8(page.title), BookStyle::title)}));
    append(sheet, book_row({BookValue(to_utf8(heading), BookStyle::title)}));
    for (const auto& row : grid.rows) append(sheet, book_row(row));
    parts_[sheet].merged = grid.merged(2);
  }
}

void Workbook::add_chart(std::size_t sheet, BarChart chart) {
  parts_[sheet].charts.push_back(std::move(chart));
}

void Workbook::end(Part& part) {
  std::string tail = "</sheetData>";
  const auto& heads = part.look.heads;
  if (!heads.empty() && part.rows > heads.size())
    tail += "<autoFilter ref=\"A" + text_of(heads.size()) + ":" + column_name(heads.back().size() - 1) +
            text_of(part.rows) + "\"/>";
  if (!part.merged.empty()) {
    tail += "<mergeCells count=\"" + text_of(part.merged.size()) + "\">";
    for (const std::string& range : part.merged) tail += "<mergeCell ref=\"" + range + "\"/>";
    tail += "</mergeCells>";
  }
  if (fits_a_page(part.look))
    tail += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>";
  if (!part.charts.empty()) tail += "<drawing r:id=\"rId1\"/>";
  part.content.append(tail + "</worksheet>");
}

void Workbook::add_chart_parts(ZipWriter& zip, std::size_t sheet, std::size_t first_chart) const {
  const Part& part = parts_[sheet];
  const std::string number = text_of(sheet + 1);
  zip.add("xl/worksheets/_rels/sheet" + number + ".xml.rels",
          relations(relation(1, "drawing", "../drawings/drawing" + number + ".xml")));
  std::string drawing =
      std::string(xml_head) +
      "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">";
  std::string related;
  for (std::size_t i = 0; i < part.charts.size(); ++i) {
    const std::string name = "chart" + text_of(first_chart + i) + ".xml";
    drawing += anchor(part.charts[i], i + 1);
    related += relation(i + 1, "chart", "../charts/" + name);
    zip.add("xl/charts/" + name, chart_xml(part.look.name, part.charts[i]));
  }
  zip.add("xl/drawings/drawing" + number + ".xml", drawing + "</xdr:wsDr>");
  zip.add("xl/drawings/_rels/drawing" + number + ".xml.rels", relations(related));
}

std::string Workbook::finish() {
  std::string types, sheets, related;
  std::size_t charts = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const std::string number = text_of(i + 1);
    types += override_of("worksheets/sheet" + number + ".xml", "spreadsheetml.worksheet");
    sheets += "<sheet name=\"" + xml_escaped(parts_[i].look.name) + "\" sheetId=\"" + number +
              "\" r:id=\"rId" + number + "\"/>";
    related += relation(i + 1, "worksheet", "worksheets/sheet" + number + ".xml");
    if (!parts_[i].charts.empty())
      types += "<Override PartName=\"/xl/drawings/drawing" + number +
               ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>";
    for (std::size_t c = 0; c < parts_[i].charts.size(); ++c)
      types += override_of("charts/chart" + text_of(++charts) + ".xml", "drawingml.chart");
  }
  ZipWriter zip;
  const std::string head(xml_head);
  zip.add("[Content_Types].xml",
          head +
              "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
              "Extension=\"rels\" "
              "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
              override_of("workbook.xml", "spreadsheetml.sheet.main") +
              override_of("styles.xml", "spreadsheetml.styles") + types + "</Types>");
  zip.add("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
  zip.add("xl/workbook.xml", head + "<workbook " + std::string(main_space) + " " + std::string(r_space) +
                                 "><sheets>" + sheets + "</sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels",
          relations(related + relation(parts_.size() + 1, "styles", "styles.xml")));
  zip.add("xl/styles.xml", head + "<styleSheet " + std::string(main_space) + ">" + std::string(styles));
  charts = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    end(parts_[i]);
    zip.add("xl/worksheets/sheet" + text_of(i + 1) + ".xml", std::move(parts_[i].content));
    if (parts_[i].charts.empty()) continue;
    add_chart_parts(zip, i, charts + 1);
    charts += parts_[i].charts.size();
  }
  parts_.clear();
  return zip.finish();
}

}  // namespace nianbao
