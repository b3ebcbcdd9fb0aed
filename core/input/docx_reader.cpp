// OOXML word documents: the parts that hold the text, its styles, numbers, comments and notes.
#include "base/unicode.h"
#include "input/docx_body.h"
#include "input/reader.h"
#include "input/xml.h"
#include "input/zip.h"

namespace nianbao {
namespace {

// A part's tree; empty when the package has no such part or it is broken.
struct Part {
  std::string bytes;
  pugi::xml_document tree;
  pugi::xml_node root() const { return tree.document_element(); }
};

// Optional parts that cannot be read are a problem of the document, not its end.
void read_part(const ZipFile& zip, const std::string& name, Part& out, std::vector<Error>& problems) {
  if (zip.find(name) == nullptr) return;
  Result<std::string> bytes = zip.read(name);
  if (!bytes) {
    problems.push_back(bytes.error());
    return;
  }
  out.bytes = std::move(bytes.value());
  if (const Result<bool> parsed = parse_xml(out.tree, out.bytes); !parsed) problems.push_back(parsed.error());
}

// The main part: named by the package's relations, nearly always word/document.xml.
std::string main_part(const ZipFile& zip) {
  Part relations;
  std::vector<Error> ignored;
  read_part(zip, "_rels/.rels", relations, ignored);
  for (pugi::xml_node r = relations.root().first_child(); r; r = r.next_sibling()) {
    const std::string_view type = attribute(r, "Type");
    constexpr std::string_view wanted = "/officeDocument";
    if (type.size() > wanted.size() && type.substr(type.size() - wanted.size()) == wanted) {
      const std::string target(attribute(r, "Target"));
      return !target.empty() && target[0] == '/' ? target.substr(1) : target;
    }
  }
  return "word/document.xml";
}

std::u16string core_title(const ZipFile& zip) {
  Part properties;
  std::vector<Error> ignored;
  read_part(zip, "docProps/core.xml", properties, ignored);
  return std::u16string(trim(from_utf8(child(properties.root(), "title").child_value())));
}

}  // namespace

Result<Document> read_docx(std::string_view bytes, const ReadOptions&) {
  Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error();
  const std::string main = main_part(zip.value());
  const std::string folder = main.substr(0, main.find_last_of('/') + 1);
  Result<std::string> xml = zip.value().read(main);
  if (!xml) return xml.error();
  pugi::xml_document tree;
  if (const Result<bool> parsed = parse_xml(tree, xml.value()); !parsed) return parsed.error();
  const pugi::xml_node body = child(tree.document_element(), "body");
  if (!body) return Error{ErrorCode::damaged, {}, u"找不到正文"};

  DocumentBuilder build(Format::docx);
  std::vector<Error>& problems = build.document().problems;
  Part styles_part, numbering_part, comments_part, footnotes, endnotes;
  read_part(zip.value(), folder + "styles.xml", styles_part, problems);
  read_part(zip.value(), folder + "numbering.xml", numbering_part, problems);
  read_part(zip.value(), folder + "comments.xml", comments_part, problems);
  read_part(zip.value(), folder + "footnotes.xml", footnotes, problems);
  read_part(zip.value(), folder + "endnotes.xml", endnotes, problems);
  DocxStyles styles;
  styles.read(styles_part.root());
  DocxNumbering numbering;
  numbering.read(numbering_part.root());
  DocxBody reader(build, styles, numbering);
  reader.comments(comments_part.root());
  reader.read(body, true);
  reader.read_notes(footnotes.root());
  reader.read_notes(endnotes.root());
  build.document().title_hint = core_title(zip.value());
  build.document().encoding_reason = "declared";
  return build.finish();
}

}  // namespace nianbao
