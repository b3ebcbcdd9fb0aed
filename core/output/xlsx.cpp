#include "output/xlsx.h"

#include <nlohmann/json.hpp>

#include "base/xml_escape.h"
#include "output/csv.h"
#include "output/to_json.h"
#include "output/zip_writer.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

enum class Kind { number, text, blank, shaded };
struct Value {
  Kind kind = Kind::blank;
  std::string text{};  // of a number: decimal digits
};
using Values = std::vector<Value>;

enum Style { plain = 0, header = 1, shade = 2 };

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
constexpr std::string_view package_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr std::string_view workbook =
    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
    "<sheets><sheet name=\"单元格\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
constexpr std::string_view workbook_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
    "Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
constexpr std::string_view styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<fonts count=\"2\"><font><sz val=\"10\"/><name val=\"宋体\"/></font><font><b/><sz val=\"10\"/><name "
    "val=\"宋体\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE0E0E0\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs "
    "count=\"3\"><xf/>"
    "<xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\" vertical=\"top\"/></xf>"
    "<xf fillId=\"2\" applyFill=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
constexpr std::string_view sheet_begin =
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
    "workbookViewId=\"0\">"
    "<pane xSplit=\"2\" ySplit=\"2\" topLeftCell=\"C3\" activePane=\"bottomRight\" "
    "state=\"frozen\"/></sheetView></sheetViews>"
    "<cols><col min=\"1\" max=\"2\" width=\"28\" customWidth=\"1\"/></cols><sheetData>";
constexpr std::string_view sheet_end = "</sheetData></worksheet>";

Value text(std::string_view utf8) { return {utf8.empty() ? Kind::blank : Kind::text, std::string(utf8)}; }
Value number(std::int64_t value) { return {Kind::number, std::to_string(value)}; }

// Cells without references of their own follow each other from column A on.
void append_cell(const Value& value, Style style, std::string& out) {
  const Style own = value.kind == Kind::shaded ? shade : style;
  out += "<c";
  if (own != plain) out.append(" s=\"").append(std::to_string(own)).append("\"");
  if (value.kind == Kind::number) {
    out.append("><v>").append(value.text).append("</v></c>");
  } else if (value.kind == Kind::text) {
    out += " t=\"inlineStr\"><is><t xml:space=\"preserve\">";
    out += xml_escaped(value.text);
    out += "</t></is></c>";
  } else {
    out += "/>";
  }
}

std::string row_of(const Values& values, Style style) {
  std::string out = "<row>";
  for (const Value& value : values) append_cell(value, style, out);
  return out + "</row>";
}

std::string header_row(std::initializer_list<std::string_view> facts, const std::vector<std::string>& cells) {
  Values row;
  for (std::string_view fact : facts) row.push_back(text(fact));
  for (const std::string& cell : cells) row.push_back(text(cell));
  return row_of(row, header);
}

Value shown(const Form& form, const std::string& id, CellState state, std::string_view value,
            std::string_view written) {
  if (!cell(form, id)) return {Kind::shaded, {}};
  switch (state) {
    case CellState::number:
      return {Kind::number, std::string(value)};
    case CellState::dash:
    case CellState::text:
      return text(written);
    case CellState::unread:
      return text("未读出");
    case CellState::absent:
      return text("缺");
    case CellState::blank:
      break;
  }
  return {};
}

CellState state_of(std::string_view name) {
  for (CellState state :
       {CellState::number, CellState::blank, CellState::dash, CellState::text, CellState::unread})
    if (name == state_name(state)) return state;
  return CellState::absent;
}

std::string string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Value number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? number(found->get<std::int64_t>()) : Value{};
}

Value cell_of(const Form& form, const std::string& id, const Json& cells) {
  const auto found = cells.find(id);
  if (found == cells.end() || !found->is_object()) return shown(form, id, CellState::absent, {}, {});
  const auto value = found->find("value");
  const bool has_number = value != found->end() && value->is_number();
  const CellState state = state_of(string_of(*found, "state"));
  if (state == CellState::number && !has_number) return shown(form, id, CellState::unread, {}, {});
  const std::string number = !has_number                ? std::string()
                             : value->is_number_float() ? nlohmann::ordered_json(value->get<double>()).dump()
                                                        : nlohmann::ordered_json(value->get<std::int64_t>()).dump();
  return shown(form, id, state, number, string_of(*found, "text"));
}

std::string row_of(const Json& report) {
  const std::string form_key = string_of(report, "form");
  Values row = {text(string_of(report, "name")),    text(string_of(report, "agency")),
                number_of(report, "year"),          text(form_key),
                text(outcome_words(string_of(report, "outcome"))), number_of(report, "errors"),
                number_of(report, "warnings"),      number_of(report, "notices")};
  const auto cells = report.find("cells");
  if (form_key.empty() || cells == report.end() || !cells->is_object()) {
    row.resize(5);  // nothing was counted in a report that could not be read
    return row_of(row, plain);
  }
  const Form& form = form_key == "2019" ? form_2019() : form_2021();
  for (const std::string& id : cell_column_ids()) row.push_back(cell_of(form, id, *cells));
  return row_of(row, plain);
}

std::string xlsx(std::string_view rows) {
  const auto part = [](std::string_view content) { return std::string(xml_head).append(content); };
  ZipWriter zip;
  zip.add("[Content_Types].xml", part(content_types));
  zip.add("_rels/.rels", part(package_relations));
  zip.add("xl/workbook.xml", part(workbook));
  zip.add("xl/_rels/workbook.xml.rels", part(workbook_relations));
  zip.add("xl/styles.xml", part(styles));
  std::string sheet = part(sheet_begin);
  sheet += header_row({"file", "agency", "year", "form", "outcome", "errors", "warnings", "notices"},
                      cell_column_ids());
  sheet += header_row({"文件", "机关", "年度", "表样", "结果", "错误", "疑似", "提示"}, cell_column_labels());
  sheet.append(rows).append(sheet_end);
  zip.add("xl/worksheets/sheet1.xml", sheet);
  return zip.finish();
}

}  // namespace

std::optional<std::string> xlsx_from_json(std::string_view json) {
  const Json reports = Json::parse(json.begin(), json.end(), nullptr, false);
  if (!reports.is_array()) return std::nullopt;
  std::string rows;
  for (const Json& report : reports)
    if (report.is_object()) rows += row_of(report);
  return xlsx(rows);
}

}  // namespace nianbao
