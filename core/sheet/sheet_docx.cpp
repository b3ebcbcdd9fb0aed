#include "base/unicode.h"
#include "base/xml_escape.h"
#include "output/zip_writer.h"
#include "sheet/sheet.h"

namespace nianbao {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view types_begin =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>";
constexpr std::string_view footer_type =
    "<Override PartName=\"/word/footer1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>";
constexpr std::string_view relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

constexpr std::string_view document_relations_begin =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/>";
constexpr std::string_view footer_relation =
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
    "Target=\"footer1.xml\"/>";
constexpr std::string_view main_namespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

constexpr int page_width = 10206;  // A4 between its margins, in twentieths of a point

// How most cells of tables look, so that they need not say it: a note has six hundred.
constexpr std::string_view common_look =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
    "w:eastAsia=\"宋体\"/><w:sz w:val=\"18\"/></w:rPr></w:rPrDefault></w:docDefaults>";

// Where it differs from the common look.
struct Look {
  std::string_view run = {};
  std::string_view paragraph = {};
};

// Everything is added to the end of one text: a check note has a thousand paragraphs.
void add_runs(std::u16string_view text, const Look& look, std::string& out) {
  out += "<w:r>";
  if (!look.run.empty()) out.append("<w:rPr>").append(look.run).append("</w:rPr>");
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', at), text.size());
    if (at > 0) out += "<w:br/>";
    const std::u16string_view line = text.substr(at, end - at);
    const bool spaced = !line.empty() && (is_space(line.front()) || is_space(line.back()));
    out += spaced ? "<w:t xml:space=\"preserve\">" : "<w:t>";
    out.append(xml_escaped(to_utf8(line))).append("</w:t>");
    at = end + 1;
  }
  out += "</w:r>";
}

void add_paragraph(std::u16string_view text, const Look& look, std::string& out) {
  out += "<w:p>";
  if (!look.paragraph.empty()) out.append("<w:pPr>").append(look.paragraph).append("</w:pPr>");
  if (!text.empty()) add_runs(text, look, out);
  out += "</w:p>";
}

// A place of the grid: the cell that begins there, or that reaches it from above.
struct Place {
  const SheetCell* cell = nullptr;
  bool begins = false;
  bool left_edge = false;
};

std::vector<std::vector<Place>> grid_of(const SheetTable& table) {
  const std::size_t columns = table.widths.size();
  std::vector<std::vector<Place>> grid(table.rows.size(), std::vector<Place>(columns));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    std::size_t c = 0;
    for (const SheetCell& cell : table.rows[r]) {
      while (c < columns && grid[r][c].cell != nullptr) ++c;
      for (std::size_t i = 0; i < static_cast<std::size_t>(cell.rows) && r + i < grid.size(); ++i)
        for (std::size_t j = 0; j < static_cast<std::size_t>(cell.columns) && c + j < columns; ++j)
          grid[r + i][c + j] = {&cell, i == 0, j == 0};
    }
  }
  return grid;
}

void add_cell(const SheetTable& table, const Place& place, std::size_t column, std::string& out) {
  int width = 0;
  for (int i = 0; i < place.cell->columns; ++i)
    width += table.widths[column + static_cast<std::size_t>(i)] * page_width / 1000;
  out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(std::to_string(width)).append("\" w:type=\"dxa\"/>");
  if (place.cell->columns > 1)
    out.append("<w:gridSpan w:val=\"").append(std::to_string(place.cell->columns)).append("\"/>");
  if (place.cell->rows > 1) out += place.begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  out += "<w:vAlign w:val=\"center\"/></w:tcPr>";
  const Look look{place.cell->head ? "<w:rFonts w:eastAsia=\"黑体\"/>" : "",
                  place.cell->left ? "" : "<w:jc w:val=\"center\"/>"};
  add_paragraph(place.begins ? std::u16string_view(place.cell->text) : std::u16string_view(), look, out);
  out += "</w:tc>";
}

void add_table(const SheetTable& table, std::string& out) {
  out.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(std::to_string(page_width));
  out += "\" w:type=\"dxa\"/><w:tblBorders>";
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    out.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:color=\"000000\"/>");
  out +=
      "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" "
      "w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>";
  for (int width : table.widths)
    out.append("<w:gridCol w:w=\"").append(std::to_string(width * page_width / 1000)).append("\"/>");
  out += "</w:tblGrid>";
  const auto grid = grid_of(table);
  for (std::size_t r = 0; r < grid.size(); ++r) {
    out += "<w:tr><w:trPr><w:cantSplit/>";
    out += r < static_cast<std::size_t>(table.head_rows) ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
    for (std::size_t c = 0; c < grid[r].size(); ++c)
      if (grid[r][c].cell != nullptr && grid[r][c].left_edge) add_cell(table, grid[r][c], c, out);
    out += "</w:tr>";
  }
  out += "</w:tbl>";
  add_paragraph({}, {"", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>"},
                out);
}

Look look_of(SheetBlock::Kind kind) {
  switch (kind) {
    case SheetBlock::title:
      return {"<w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"36\"/>",
              "<w:spacing w:after=\"160\"/><w:jc w:val=\"center\"/>"};
    case SheetBlock::heading:
      return {"<w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"24\"/>",
              "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>"};
    case SheetBlock::item: return {"<w:sz w:val=\"21\"/>", "<w:ind w:left=\"420\"/>"};
    case SheetBlock::small: return {"<w:sz w:val=\"17\"/>"};
    case SheetBlock::line:
    case SheetBlock::table: break;
  }
  return {"<w:sz w:val=\"21\"/>"};
}

// 第 1 页 共 3 页, counted by the program that prints it.
std::string footer() {
  const Look look;
  std::string out = "<w:ftr " + std::string(main_namespace) + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>";
  const auto field = [&](const char* name) {
    out.append("<w:fldSimple w:instr=\" ").append(name).append(" \">");
    add_runs(u"1", look, out);
    out += "</w:fldSimple>";
  };
  add_runs(u"第 ", look, out);
  field("PAGE");
  add_runs(u" 页　共 ", look, out);
  field("NUMPAGES");
  add_runs(u" 页", look, out);
  return out + "</w:p></w:ftr>";
}

// With the footer, where there is one.
std::string document(const Sheet& sheet) {
  std::string out =
      "<w:document " + std::string(main_namespace) +
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";
  for (const SheetBlock& block : sheet.blocks) {
    if (block.kind == SheetBlock::table) add_table(block.cells, out);
    else add_paragraph(block.text, look_of(block.kind), out);
  }
  out += "<w:sectPr>";
  if (sheet.page_numbers) out += "<w:footerReference w:type=\"default\" r:id=\"rId1\"/>";
  return out +
         "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"907\" w:right=\"850\" w:bottom=\"907\" "
         "w:left=\"850\" w:header=\"450\" w:footer=\"450\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

}  // namespace

std::string sheet_docx(const Sheet& sheet) {
  const std::string begin(head);
  ZipWriter zip;
  const auto with_footer = [&](std::string_view part) {
    return std::string(sheet.page_numbers ? part : std::string_view());
  };
  zip.add("[Content_Types].xml", begin + std::string(types_begin) + with_footer(footer_type) + "</Types>");
  zip.add("_rels/.rels", begin + std::string(relations));
  zip.add("word/document.xml", begin + document(sheet));
  zip.add("word/_rels/document.xml.rels",
          begin + std::string(document_relations_begin) + with_footer(footer_relation) + "</Relationships>");
  zip.add("word/styles.xml", begin + "<w:styles " + std::string(main_namespace) + ">" +
                                 std::string(common_look) + "</w:styles>");
  if (sheet.page_numbers) zip.add("word/footer1.xml", begin + footer());
  return zip.finish();
}

}  // namespace nianbao
