// OOXML workbooks: the package, its parts, and its sheets in their order.
#include "base/limits.h"
#include "base/unicode.h"
#include "input/docx_package.h"
#include "input/reader.h"
#include "input/sheet_blocks.h"
#include "input/xlsx_sheet.h"
#include "input/zip.h"

namespace nianbao {
namespace {

class Workbook {
 public:
  explicit Workbook(const ZipFile& zip)
      : zip_(zip), main_(main_part(zip, "xl/workbook.xml")), parts_(package_parts_by_id(zip, main_)) {}

  Result<Document> read() {
    build_.document().encoding_reason = "declared";
    if (main_.ends_with(".bin")) return Error{ErrorCode::unsupported, {}, u"xlsb"};
    const Result<std::string> text = zip_.read(main_);
    if (!text) return text.error();
    pugi::xml_document xml;
    const Result<bool> parsed = parse_xml(xml, text.value());
    const pugi::xml_node root = xml.document_element(), sheets = child(root, "sheets");
    if (!sheets) return parsed ? Error{ErrorCode::damaged, {}, u"找不到工作表"} : parsed.error();
    if (!parsed) problem(parsed.error());
    read_context(root);
    write_sheets(sheets);
    read_title();
    return build_.finish();
  }

 private:
  void problem(Error error) { build_.document().problems.push_back(std::move(error)); }

  pugi::xml_node load(const std::string& name, pugi::xml_document& into) {
    const Result<std::string> text = zip_.read(name);
    if (!text) {
      problem(text.error());
      return {};
    }
    if (const Result<bool> parsed = parse_xml(into, text.value()); !parsed) problem(parsed.error());
    return into.document_element();
  }

  pugi::xml_node load_type(std::string_view type, pugi::xml_document& into) {
    for (const auto& [id, part] : parts_)
      if (part.type == type) return load(part.name, into);
    return {};
  }

  void read_context(pugi::xml_node workbook) {
    const std::string_view base = attribute(child(workbook, "workbookPr"), "date1904");
    context_.from_1904 = base == "1" || base == "true";
    pugi::xml_document styles, strings;
    context_.styles = read_sheet_styles(load_type("styles", styles));
    const pugi::xml_node list = load_type("sharedStrings", strings);
    for (pugi::xml_node item = list.first_child(); item; item = item.next_sibling())
      if (is(item, "si")) context_.strings.push_back(sheet_string(item));
  }

  void write_sheets(pugi::xml_node list) {
    std::size_t count = 0;
    for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
      if (!is(node, "sheet")) continue;
      const auto part = parts_.find(relation_of(node));
      if (part == parts_.end() || part->second.type != "worksheet")
        continue;  // charts and dialogs have no cells
      if (++count > limits::sheets) return build_.limit_reached(limits::sheets_name);
      pugi::xml_document xml;
      XlsxSheet sheet = read_xlsx_sheet(load(part->second.name, xml), context_);
      sheet.name = from_utf8(attribute(node, "name"));
      const std::string_view state = attribute(node, "state");
      if (state == "hidden" || state == "veryHidden") {
        write_hidden_sheet(sheet, build_);
      } else {
        count_unknown(sheet);
        write_sheet(sheet, build_);
      }
    }
    report_unknown();
  }

  // r:id, told from sheetId by its prefix alone.
  static std::string_view relation_of(pugi::xml_node sheet) {
    for (pugi::xml_attribute a = sheet.first_attribute(); a; a = a.next_attribute()) {
      const std::string_view name = a.name();
      if (name == "id" || name.ends_with(":id")) return a.value();
    }
    return {};
  }

  void count_unknown(const XlsxSheet& sheet) {
    for (const XlsxCell& cell : sheet.cells) {
      if (!cell.unknown || cell.hidden) continue;
      if (unknown_++ > 0) continue;
      first_unknown_ = u"“" + sheet.name + u"”" +
                       from_utf8(cell_address({0, 0, static_cast<std::uint32_t>(cell.row),
                                               static_cast<std::uint32_t>(cell.column)}));
    }
  }

  void report_unknown() {
    if (unknown_ == 0) return;
    if (unknown_ > 1) first_unknown_ += u" 等 " + from_utf8(std::to_string(unknown_)) + u" 处";
    problem({ErrorCode::formula_unread, {}, first_unknown_});
  }

  void read_title() {
    constexpr const char* part = "docProps/core.xml";
    pugi::xml_document core;
    if (zip_.find(part) == nullptr) return;
    if (const pugi::xml_node title = child(load(part, core), "title"))
      build_.document().title_hint = std::u16string(trim(from_utf8(title.child_value())));
  }

  const ZipFile& zip_;
  std::string main_;
  std::map<std::string, PackagePart, std::less<>> parts_;
  DocumentBuilder build_{Format::xlsx};
  XlsxContext context_;
  std::size_t unknown_ = 0;
  std::u16string first_unknown_;
};

}  // namespace

Result<Document> read_xlsx(std::string_view bytes, const ReadOptions&) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error();
  return Workbook(zip.value()).read();
}

}  // namespace nianbao
