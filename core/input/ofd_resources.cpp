#include "input/ofd_resources.h"

namespace nianbao {
namespace {

// Files lie in the folder that the list of resources names, or beside the list.
const ZipFile::Entry* file_of(const OfdPackage& package, std::string_view list, std::string_view folder,
                              std::string_view file) {
  const std::string inside = std::string(folder) + '/' + std::string(file);
  const ZipFile::Entry* entry = folder.empty() ? nullptr : package.find(list, inside);
  return entry != nullptr ? entry : package.find(list, file);
}

}  // namespace

Result<bool> OfdResources::add(const OfdPackage& package, const ZipFile::Entry& entry) {
  bytes_ += entry.size;
  if (bytes_ > limits::zip_entry_bytes)
    return Error{ErrorCode::limit, {}, std::u16string(limits::zip_entry_name)};
  const Result<std::string> text = package.zip().read(entry);
  if (!text) return text.error();
  const Result<bool> parsed = parse_xml(files_.emplace_back(), text.value());
  const pugi::xml_node root = files_.back().document_element();
  for (pugi::xml_node list = root.first_child(); list; list = list.next_sibling())
    for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
      const std::string id(attribute(node, "ID"));
      if (is(node, "DrawParam")) parameters_.emplace(id, node);
      else if (is(node, "CompositeGraphicUnit")) composites_.emplace(id, child(node, "Content"));
      else if (is(node, "MultiMedia"))
        pictures_.emplace(id, file_of(package, entry.name, attribute(root, "BaseLoc"),
                                      child(node, "MediaFile").child_value()));
    }
  return parsed;
}

OfdPaint OfdResources::paint(std::string_view id) const {
  OfdPaint out;
  for (int depth = 0; depth < 8; ++depth) {  // a parameter may be relative to itself in hostile files only
    const auto found = parameters_.find(id);
    if (found == parameters_.end()) break;
    out = merged(out, own_paint(found->second));
    id = attribute(found->second, "Relative");
  }
  return out;
}

pugi::xml_node OfdResources::composite(std::string_view id) const {
  const auto found = composites_.find(id);
  return found == composites_.end() ? pugi::xml_node() : found->second;
}

const ZipFile::Entry* OfdResources::picture(std::string_view id) const {
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? nullptr : found->second;
}

OfdPaint own_paint(pugi::xml_node node) {
  OfdPaint out;
  if (const pugi::xml_node colour = child(node, "FillColor")) out.fill = ofd_colour(colour);
  if (const pugi::xml_node colour = child(node, "StrokeColor")) out.stroke = ofd_colour(colour);
  return out;
}

OfdPaint merged(const OfdPaint& inner, const OfdPaint& outer) {
  return {inner.fill ? inner.fill : outer.fill, inner.stroke ? inner.stroke : outer.stroke};
}

}  // namespace nianbao
