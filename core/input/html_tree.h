// A parsed HTML page as one array in document order, so that everything over it is a loop.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct HtmlNode {
  const GumboNode* node;
  std::uint32_t parent;  // own index for the root
  std::uint32_t end;     // index behind the last descendant
  bool hidden = false;   // display:none and its like, on this element itself
};

// Owns the parse tree; `html` (UTF-8, guarded by guard_html()) must outlive it. Neither copied nor moved.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const HtmlNode& operator[](std::uint32_t i) const { return nodes_[i]; }
  bool is_element(std::uint32_t i) const { return nodes_[i].node->type == GUMBO_NODE_ELEMENT; }
  bool is_text(std::uint32_t i) const;
  GumboTag tag(std::uint32_t i) const;             // GUMBO_TAG_UNKNOWN for text
  std::string_view text(std::uint32_t i) const;    // of a text node, entities resolved
  std::string_view source(std::uint32_t i) const;  // of a text node, as written
  const char* behind_tag(std::uint32_t i) const;   // of an element's start tag; null for an implied one
  std::string_view attribute(std::uint32_t i, const char* name) const;  // empty when absent
  bool has_attribute(std::uint32_t i, const char* name) const;
  bool style_has(std::uint32_t i,
                 std::string_view declaration) const;  // "mso-element:comment", spaces and case aside
  std::uint32_t ancestor(std::uint32_t i,
                         GumboTag tag) const;  // the nearest, i itself included; size() for none
  std::uint32_t body() const;
  std::string all_text(std::uint32_t i) const;  // of the subtree, without scripts and styles

 private:
  void flatten(const GumboNode* root);
  void find_hidden();

  std::string_view html_;
  GumboOutput* output_;
  std::vector<HtmlNode> nodes_;
};

bool is_heading(GumboTag tag);
bool is_block(GumboTag tag);   // begins and ends a line
bool is_unseen(GumboTag tag);  // script, style, ...: never shown

}  // namespace nianbao
