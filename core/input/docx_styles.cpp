#include "input/docx_styles.h"

namespace nianbao {
namespace {

constexpr int longest_chain = 32;  // of basedOn; longer ones are circular

// Word keeps the outline level of its built-in headings out of some files.
std::optional<int> level_by_name(std::string_view name) {
  for (std::string_view prefix : {"heading ", "Heading ", "标题 ", "标题"})
    if (name.size() == prefix.size() + 1 && name.substr(0, prefix.size()) == prefix && name.back() >= '1' &&
        name.back() <= '9')
      return name.back() - '1';
  return std::nullopt;
}

DocxStyle own(pugi::xml_node style, const std::string& id) {
  DocxStyle out;
  const pugi::xml_node paragraph = child(style, "pPr");
  if (const pugi::xml_node level = child(paragraph, "outlineLvl"))
    out.outline_level = number_attribute(level, "val", 9);
  else out.outline_level = level_by_name(attribute(child(style, "name"), "val"));
  if (const pugi::xml_node num = child(paragraph, "numPr")) out.numbering = numbering_ref(num, id);
  if (const pugi::xml_node vanish = child(child(style, "rPr"), "vanish")) out.hidden = is_on(vanish);
  return out;
}

}  // namespace

NumberingRef numbering_ref(pugi::xml_node num_pr, std::string style) {
  NumberingRef ref;
  ref.num = attribute(child(num_pr, "numId"), "val");
  if (const pugi::xml_node level = child(num_pr, "ilvl")) ref.level = number_attribute(level, "val", 0);
  ref.style = std::move(style);
  return ref;
}

void DocxStyles::read(pugi::xml_node styles) {
  std::map<std::string, std::string> parents;
  for (pugi::xml_node style = styles.first_child(); style; style = style.next_sibling()) {
    if (!is(style, "style")) continue;
    const std::string id(attribute(style, "styleId"));
    if (!styles_.emplace(id, own(style, id)).second) continue;
    parents[id] = attribute(child(style, "basedOn"), "val");
    const std::string_view is_default = attribute(style, "default");
    if (attribute(style, "type") == "paragraph" && !is_default.empty() && is_default != "0" &&
        is_default != "false")
      default_paragraph_ = id;
  }
  const std::map<std::string, DocxStyle, std::less<>> own_values = styles_;
  for (auto& [id, style] : styles_) {
    std::string parent = parents[id];
    for (int i = 0; i < longest_chain; ++i) {
      const auto found = own_values.find(parent);
      if (found == own_values.end()) break;
      if (!style.numbering) style.numbering = found->second.numbering;
      if (!style.outline_level) style.outline_level = found->second.outline_level;
      if (!style.hidden) style.hidden = found->second.hidden;
      parent = parents[parent];
    }
  }
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const {
  auto found = styles_.find(id);
  if (found == styles_.end()) found = styles_.find(default_paragraph_);
  return found == styles_.end() ? none_ : found->second;
}

const DocxStyle& DocxStyles::character(std::string_view id) const {
  const auto found = id.empty() ? styles_.end() : styles_.find(id);
  return found == styles_.end() ? none_ : found->second;
}

}  // namespace nianbao
