// OOXML word processing files: the package, its parts, and what else they say.
#include <utility>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/docx_body.h"
#include "input/docx_package.h"
#include "input/reader.h"
#include "input/zip.h"

namespace nianbao {
namespace {

class Package {
 public:
  Package(const ZipFile& zip, DocumentBuilder& build)
      : zip_(zip), build_(build), main_(docx_main_part(zip)), parts_(package_parts(zip, main_)) {}

  const std::string& main() const { return main_; }

  // A part that may be missing; one that is there and cannot be read is told as a problem.
  pugi::xml_node part(std::string_view type, std::string_view usual_name, pugi::xml_document& into) {
    const auto found = parts_.find(type);
    return load(found != parts_.end() ? found->second : resolved_part(main_, usual_name), into);
  }

  pugi::xml_node load(const std::string& name, pugi::xml_document& into) {
    if (zip_.find(name) == nullptr) return {};
    const Result<std::string> text = zip_.read(name);
    if (!text) {
      problem(text.error());
      return {};
    }
    if (const Result<bool> parsed = parse_xml(into, text.value()); !parsed) problem(parsed.error());
    loaded_ = text.value().size();
    return into.document_element();
  }

  std::size_t take_loaded() { return std::exchange(loaded_, 0); }  // bytes of the part read last

  void problem(Error error) { build_.document().problems.push_back(std::move(error)); }

 private:
  const ZipFile& zip_;
  DocumentBuilder& build_;
  std::string main_;
  std::size_t loaded_ = 0;
  PackageParts parts_;
};

DocxParts read_parts(Package& package) {
  DocxParts parts;
  pugi::xml_document xml;
  parts.styles.read(package.part("styles", "styles.xml", xml));
  pugi::xml_document numbering;
  parts.numbering.read(package.part("numbering", "numbering.xml", numbering), parts.styles);
  pugi::xml_document comments;
  const pugi::xml_node root = package.part("comments", "comments.xml", comments);
  for (pugi::xml_node comment = root.first_child(); comment; comment = comment.next_sibling())
    if (is(comment, "comment")) parts.comments.emplace(attribute(comment, "id"), docx_text(comment));
  return parts;
}

// Notes stand behind the text; the two that only draw a line have a type.
void write_notes(const pugi::xml_node& notes, std::size_t offset, DocxBody& body) {
  for (pugi::xml_node note = notes.first_child(); note; note = note.next_sibling()) {
    const std::string_view type = attribute(note, "type");
    if (type.empty() || type == "normal") body.write_notes(note, offset);
  }
}

}  // namespace

Result<Document> read_docx(std::string_view bytes, const ReadOptions&) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error();
  DocumentBuilder build(Format::docx);
  build.document().encoding_reason = "declared";
  Package package(zip.value(), build);
  const Result<std::string> text = zip.value().read(package.main());
  if (!text) return text.error();
  pugi::xml_document xml;
  const Result<bool> parsed = parse_xml(xml, text.value());
  const pugi::xml_node content = child(xml.document_element(), "body");
  if (!content) return parsed ? Error{ErrorCode::damaged, {}, u"找不到正文"} : parsed.error();
  if (!parsed) package.problem(parsed.error());

  DocxParts parts = read_parts(package);
  if (text.value().find("lastRenderedPageBreak") != std::string::npos)
    build.page(1);  // Word tells where its pages ended
  DocxBody body(parts, build);
  body.write(content);
  pugi::xml_document footnotes, endnotes, core;
  std::size_t offset = text.value().size();
  package.take_loaded();
  for (auto& [name, notes] :
       {std::pair<const char*, pugi::xml_document*>{"footnotes", &footnotes}, {"endnotes", &endnotes}}) {
    const pugi::xml_node root = package.part(name, std::string(name) + ".xml", *notes);
    write_notes(root, offset, body);
    offset += package.take_loaded();
  }
  if (const pugi::xml_node title = child(package.load("docProps/core.xml", core), "title"))
    build.document().title_hint = std::u16string(trim(from_utf8(title.child_value())));
  Document document = build.finish();
  if (!parsed && document.blocks.empty()) return parsed.error();
  return document;
}

}  // namespace nianbao
