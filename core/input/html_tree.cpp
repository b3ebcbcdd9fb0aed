#include "input/html_tree.h"

#include <algorithm>

#include "input/html_hidden.h"

namespace nianbao {
namespace {

const GumboVector* children(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT) return &node->v.element.children;
  return nullptr;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) : html_(html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  flatten(output_->root);
  find_hidden();
}

HtmlTree::~HtmlTree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    std::uint32_t index;
    unsigned next;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node, std::uint32_t parent) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({node, parent, index + 1});
    open.push_back({index, 0});
  };
  enter(root, 0);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector* inner = children(nodes_[top.index].node);
    if (inner == nullptr || top.next >= inner->length) {
      nodes_[top.index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(inner->data[top.next++]);
    enter(child, top.index);
  }
}

void HtmlTree::find_hidden() {
  HiddenStyles styles;
  for (std::uint32_t i = 0; i < size(); ++i)
    if (tag(i) == GUMBO_TAG_STYLE && i + 1 < nodes_[i].end && is_text(i + 1)) styles.add_sheet(text(i + 1));
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (!is_element(i)) continue;
    nodes_[i].hidden =
        has_attribute(i, "hidden") || styles.hides(gumbo_normalized_tagname(tag(i)), attribute(i, "class"),
                                                   attribute(i, "id"), attribute(i, "style"));
  }
}

bool HtmlTree::is_text(std::uint32_t i) const {
  const GumboNodeType type = nodes_[i].node->type;
  return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA;
}

GumboTag HtmlTree::tag(std::uint32_t i) const {
  return is_element(i) ? nodes_[i].node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view HtmlTree::text(std::uint32_t i) const { return nodes_[i].node->v.text.text; }

// gumbo gives the source up to where its next token begins, which may lie behind the text.
std::string_view HtmlTree::source(std::uint32_t i) const {
  const GumboStringPiece& piece = nodes_[i].node->v.text.original_text;
  if (piece.data == nullptr || piece.data < html_.data() || piece.data > html_.data() + html_.size())
    return {};
  const auto rest = static_cast<std::size_t>(html_.data() + html_.size() - piece.data);
  return {piece.data, std::min(piece.length, rest)};
}

const char* HtmlTree::behind_tag(std::uint32_t i) const {
  const GumboStringPiece& tag = nodes_[i].node->v.element.original_tag;
  return tag.data == nullptr ? nullptr : tag.data + tag.length;
}

std::string_view HtmlTree::attribute(std::uint32_t i, const char* name) const {
  if (!is_element(i)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(std::uint32_t i, const char* name) const {
  return is_element(i) && gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name) != nullptr;
}

bool HtmlTree::style_has(std::uint32_t i, std::string_view declaration) const {
  return has_declaration(attribute(i, "style"), declaration);
}

std::uint32_t HtmlTree::ancestor(std::uint32_t i, GumboTag wanted) const {
  while (true) {
    if (tag(i) == wanted) return i;
    if (nodes_[i].parent == i) return size();
    i = nodes_[i].parent;
  }
}

std::uint32_t HtmlTree::body() const {
  for (std::uint32_t i = 1; i < size(); i = nodes_[i].end)
    if (tag(i) == GUMBO_TAG_BODY) return i;
  return 0;
}

std::string HtmlTree::all_text(std::uint32_t i) const {
  std::string out;
  for (std::uint32_t at = i; at < nodes_[i].end; ++at) {
    if (is_text(at)) out += text(at);
    else if (at > i && is_unseen(tag(at))) at = nodes_[at].end - 1;
  }
  return out;
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR: return true;
    default: return false;
  }
}

bool is_unseen(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED: return true;
    default: return false;
  }
}

}  // namespace nianbao
