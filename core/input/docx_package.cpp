#include "input/docx_package.h"

#include "input/xml.h"

namespace nianbao {
namespace {

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

}  // namespace

std::string relationships_part(std::string_view of) {
  const std::string_view folder = folder_of(of);
  return std::string(folder) + "_rels/" + std::string(of.substr(folder.size())) + ".rels";
}

std::string resolved_part(std::string_view from, std::string_view target) {
  if (!target.empty() && target[0] == '/') return std::string(target.substr(1));
  return std::string(folder_of(from)) + std::string(target);
}

PackageParts package_parts(const ZipFile& zip, std::string_view of) {
  PackageParts out;
  for (auto& [id, part] : package_parts_by_id(zip, of)) out.emplace(part.type, part.name);
  return out;
}

std::map<std::string, PackagePart, std::less<>> package_parts_by_id(const ZipFile& zip, std::string_view of) {
  std::map<std::string, PackagePart, std::less<>> out;
  const auto text = zip.read(relationships_part(of));
  pugi::xml_document xml;
  if (!text) return out;
  static_cast<void>(parse_xml(xml, text.value()));  // of a damaged list, what can be read
  const pugi::xml_node root = xml.document_element();
  for (pugi::xml_node node = root.first_child(); node; node = node.next_sibling()) {
    const std::string_view type = attribute(node, "Type");
    if (attribute(node, "TargetMode") != "External")
      out.emplace(attribute(node, "Id"), PackagePart{std::string(type.substr(type.rfind('/') + 1)),
                                                     resolved_part(of, attribute(node, "Target"))});
  }
  return out;
}

std::string main_part(const ZipFile& zip, std::string_view usual_name) {
  const PackageParts root = package_parts(zip, "");
  const auto found = root.find("officeDocument");
  return found != root.end() && zip.find(found->second) != nullptr ? found->second : std::string(usual_name);
}

std::string docx_main_part(const ZipFile& zip) { return main_part(zip, "word/document.xml"); }

}  // namespace nianbao
