// ODF text documents: zip (odt) and one XML (fodt).
#include "base/unicode.h"
#include "input/odt_body.h"
#include "input/reader.h"
#include "input/xml.h"
#include "input/zip.h"

namespace nianbao {
namespace {

Result<Document> read_text_of(pugi::xml_node root, const OdtStyles& styles, std::u16string title) {
  const pugi::xml_node text = child(child(root, "body"), "text");
  if (!text) return Error{ErrorCode::unsupported, {}, u"不是文字文档"};
  DocumentBuilder build(Format::odt);
  OdtBody(styles, build).write(text);
  build.document().title_hint = std::move(title);
  build.document().encoding_reason = "declared";
  return build.finish();
}

std::u16string title_of(pugi::xml_node root) {
  return std::u16string(trim(from_utf8(child(child(root, "meta"), "title").child_value())));
}

bool is_encrypted(const ZipFile& zip) {
  const Result<std::string> manifest = zip.read("META-INF/manifest.xml");
  return manifest && manifest.value().find("encryption-data") != std::string::npos;
}

}  // namespace

Result<Document> read_odt(std::string_view bytes, const ReadOptions&) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error();
  if (is_encrypted(zip.value())) return Error{ErrorCode::encrypted};
  const Result<std::string> content = zip.value().read("content.xml");
  if (!content) return content.error();
  pugi::xml_document tree, styles_tree, meta_tree;
  if (const Result<bool> parsed = parse_xml(tree, content.value(), XmlSpace::everywhere); !parsed)
    return parsed.error();
  OdtStyles styles;
  const Result<std::string> styles_part = zip.value().read("styles.xml");
  if (styles_part && parse_xml(styles_tree, styles_part.value())) styles.read(styles_tree.document_element());
  styles.read(tree.document_element());
  const Result<std::string> meta = zip.value().read("meta.xml");
  std::u16string title;
  if (meta && parse_xml(meta_tree, meta.value())) title = title_of(meta_tree.document_element());
  return read_text_of(tree.document_element(), styles, std::move(title));
}

Result<Document> read_flat_odt(std::string_view bytes, const ReadOptions&) {
  pugi::xml_document tree;
  if (const Result<bool> parsed = parse_xml(tree, bytes, XmlSpace::everywhere); !parsed)
    return parsed.error();
  OdtStyles styles;
  styles.read(tree.document_element());
  return read_text_of(tree.document_element(), styles, title_of(tree.document_element()));
}

}  // namespace nianbao
