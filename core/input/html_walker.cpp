#include "input/html_walker.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }
bool is_row_group(GumboTag tag) {
  return tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT;
}

int span(std::string_view text, int most) {
  int value = 0;
  std::size_t i = 0;
  while (i < text.size() && text[i] == ' ') ++i;
  const std::size_t digits = i;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9' && value <= most)
    value = value * 10 + (text[i++] - '0');
  return i == digits ? 1 : std::min(value, most);
}

}  // namespace

HtmlWalker::HtmlWalker(const HtmlTree& tree, std::string_view html, const HtmlContent& content,
                       DocumentBuilder& build)
    : tree_(tree), content_(content), build_(build), text_(html, build), holds_tables_(tree.size(), 0) {
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree.tag(i) != GUMBO_TAG_TABLE || content.evidence[i] == 0) continue;
    std::uint32_t outer = tree.ancestor(tree[i].parent, GUMBO_TAG_TABLE);
    while (outer != tree.size() && !holds_tables_[outer]) {
      holds_tables_[outer] = 1;
      outer = tree.ancestor(tree[outer].parent, GUMBO_TAG_TABLE);
    }
  }
}

void HtmlWalker::walk() {
  for (std::uint32_t before : content_.before) walk_subtree(before);
  walk_subtree(content_.root);
}

void HtmlWalker::walk_subtree(std::uint32_t top) {
  for (std::uint32_t i = top; i < tree_[top].end; ++i) {
    while (!open_.empty() && tree_[open_.back().node].end <= i) {
      leave(open_.back());
      open_.pop_back();
    }
    if (tree_.is_text(i)) {
      if (!content_.skipped[i]) text_.add(tree_.text(i), tree_.source(i), preformatted_ > 0);
    } else if (passes_over(i)) {
      i = tree_[i].end - 1;
    } else {
      enter(i);
    }
  }
  while (!open_.empty()) {
    leave(open_.back());
    open_.pop_back();
  }
  end_line();
}

bool HtmlWalker::passes_over(std::uint32_t i) {
  if (!tree_.is_element(i) || is_unseen(tree_.tag(i)) || content_.skipped[i]) return true;
  if (tree_[i].hidden && !content_.hidden_shown) {
    record(MarkKind::hidden, i);
    return true;
  }
  if (tree_.tag(i) == GUMBO_TAG_DEL) {
    record(MarkKind::deletion, i);
    return true;
  }
  if (tree_.style_has(i, "mso-element:comment-list")) {
    record(MarkKind::comment, i);
    return true;
  }
  return tree_.attribute(i, "class") == "msocomanchor" ||
         tree_.attribute(i, "class") == "MsoCommentReference";
}

// What is taken out of the text; menus and codes that pages hide are no hidden text of the report.
void HtmlWalker::record(MarkKind kind, std::uint32_t i) {
  const std::u16string text = from_utf8(tree_.all_text(i));
  const std::u16string_view shown = trim(text);
  if (shown.empty()) return;
  if (kind == MarkKind::hidden)
    for (std::uint32_t at = i; at < tree_[i].end; ++at)
      if (tree_.tag(at) == GUMBO_TAG_A || tree_.tag(at) == GUMBO_TAG_SCRIPT ||
          tree_.tag(at) == GUMBO_TAG_INPUT)
        return;
  text_.flush();
  build_.mark_here(kind, std::u16string(shown));
}

void HtmlWalker::end_line() {
  text_.end_line();
  build_.end_paragraph();
}

void HtmlWalker::enter(std::uint32_t i) {
  const GumboTag tag = tree_.tag(i);
  if (is_block(tag)) end_line();
  text_.flush();
  open_.push_back({i, build_.position()});
  switch (tag) {
    case GUMBO_TAG_BR:
      text_.end_line();
      build_.line_break();
      break;
    case GUMBO_TAG_IMG: build_.mark_here(MarkKind::image, from_utf8(tree_.attribute(i, "alt"))); break;
    case GUMBO_TAG_A:
      if (tree_.has_attribute(i, "name"))
        build_.mark_here(MarkKind::bookmark, from_utf8(tree_.attribute(i, "name")));
      break;
    default:
      if (is_block(tag)) enter_block(i);
  }
}

void HtmlWalker::enter_block(std::uint32_t i) {
  const GumboTag tag = tree_.tag(i);
  if (is_heading(tag)) {
    build_.begin_paragraph(BlockKind::heading, tag - GUMBO_TAG_H1 + 1);
  } else if (tag == GUMBO_TAG_TABLE) {
    tables_.push_back({kind_of(i), false});
    if (tables_.back().kind != TableKind::data) return;
    tables_.back().open = true;
    build_.begin_table();
  } else if (tag == GUMBO_TAG_TR && !tables_.empty()) {
    enter_row(i);
  } else if (is_cell(tag) && !tables_.empty() && tables_.back().open) {
    build_.begin_cell(span(tree_.attribute(i, "rowspan"), 65'534), span(tree_.attribute(i, "colspan"), 1000),
                      text_.place(tree_.behind_tag(i)));
  } else if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) {
    lists_.emplace_back(tree_, i);
  } else if (tag == GUMBO_TAG_LI && !lists_.empty()) {
    text_.number_next(lists_.back().next(tree_, i));
  } else if (tag == GUMBO_TAG_PRE) {
    ++preformatted_;
  }
}

void HtmlWalker::enter_row(std::uint32_t i) {
  Table& table = tables_.back();
  if (table.kind == TableKind::sectioned) {
    const bool in_table = child_cells(i) > 1;
    if (in_table != table.open) in_table ? build_.begin_table() : build_.end_table();
    table.open = in_table;
  }
  if (table.open) build_.begin_row();
}

int HtmlWalker::child_cells(std::uint32_t row) const {
  int cells = 0;
  for (std::uint32_t i = row + 1; i < tree_[row].end; i = tree_[i].end)
    if (is_cell(tree_.tag(i)) && !tree_[i].hidden) ++cells;
  return cells;
}

HtmlWalker::TableKind HtmlWalker::kind_of(std::uint32_t table) const {
  if (holds_tables_[table]) return TableKind::layout;
  const unsigned sections = content_.evidence[table] & sections_mask;
  const bool several = (sections & (sections - 1)) != 0;
  return several ? TableKind::sectioned : TableKind::data;
}

void HtmlWalker::leave(const Open& open) {
  const GumboTag tag = tree_.tag(open.node);
  if (is_block(tag)) end_line();
  text_.flush();
  if (tag == GUMBO_TAG_INS) build_.mark(MarkKind::insertion, {open.begin, build_.position()});
  if (tree_.style_has(open.node, "mso-list:ignore"))
    build_.mark(MarkKind::generated_number, {open.begin, build_.position()});
  if (tag == GUMBO_TAG_PRE && preformatted_ > 0) --preformatted_;
  if ((tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) && !lists_.empty()) lists_.pop_back();
  if (tables_.empty()) return;
  if (is_cell(tag) && tables_.back().open) build_.end_cell();
  if (is_row_group(tag) && tables_.back().open) build_.end_row_group();
  if (tag == GUMBO_TAG_TABLE) leave_table();
}

void HtmlWalker::leave_table() {
  if (tables_.back().open) build_.end_table();
  tables_.pop_back();
}

}  // namespace nianbao
