#include "input/odt_body.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

std::u16string shown_text(pugi::xml_node root) {
  std::string out;
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    const std::string_view name = local_name(node);
    if (node.type() == pugi::node_pcdata) out += node.value();
    if (name == "p" && !out.empty()) out += ' ';
    if (node.first_child() && name != "creator" && name != "date" && name != "creator-initials") {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node != root) node = node.next_sibling();
  }
  return std::u16string(trim(from_utf8(out)));
}

int bounded(pugi::xml_node node, std::string_view name) {
  return std::clamp(number_attribute(node, name, 1), 1, static_cast<int>(limits::table_columns));
}

bool is_blank_cell(pugi::xml_node cell) { return shown_text(cell).empty(); }

}  // namespace

void OdtBody::read(pugi::xml_node text) {
  walk(text);
  std::vector<pugi::xml_node> notes;
  notes.swap(notes_);
  for (pugi::xml_node note : notes) walk(note);
  build_.end_paragraph();
}

void OdtBody::walk(pugi::xml_node root) {
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    const bool inside = enter(node);
    if (inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (inside) leave(node);
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      if (node != root) leave(node);
    }
    if (node != root) node = node.next_sibling();
  }
}

bool OdtBody::enter(pugi::xml_node node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    if (in_paragraph_) characters(node.value());
    return false;
  }
  if (node.type() != pugi::node_element) return false;
  static const std::set<std::string_view> skipped = {"sequence-decls", "variable-decls", "user-field-decls", "forms", "dde-connection-decls",
                                                     "alphabetical-index-auto-mark-file", "note-citation", "desc", "title", "annotation-group"};
  const std::string_view name = local_name(node);
  if (skipped.count(name) != 0) return false;
  if (name == "tracked-changes") {
    read_changes(node);
    return false;
  }
  if (name == "p" || name == "h") begin_paragraph(node, name == "h");
  else if (name == "list") begin_list(node);
  else if (name == "list-item") {
    if (!lists_.empty()) lists_.back().item_begins = true;
  } else if (name.substr(0, 5) == "table" || name == "covered-table-cell") {
    return enter_table(name, node);
  } else {
    return enter_inline(name, node);
  }
  return true;
}

bool OdtBody::enter_table(std::string_view name, pugi::xml_node node) {
  if (name == "table") build_.begin_table();
  else if (name == "table-row") build_.begin_row();
  else if (name == "table-cell") {
    // A repeated cell is written once for each place; only blank ones repeat in reports.
    const int repeated = is_blank_cell(node) ? bounded(node, "number-columns-repeated") : 1;
    for (int i = 1; i < repeated; ++i) {
      build_.begin_cell();
      build_.end_cell();
    }
    build_.begin_cell(bounded(node, "number-rows-spanned"), bounded(node, "number-columns-spanned"));
  } else {
    return name == "table-header-rows" || name == "table-rows" || name == "table-row-group";
  }
  return true;
}

bool OdtBody::enter_inline(std::string_view name, pugi::xml_node node) {
  if (name == "span" || name == "a" || name == "ruby" || name == "ruby-base" || name == "meta" || name == "meta-field") {
    if (name == "span" && styles_.hidden(attribute(node, "style-name"))) ++hidden_;
    return true;
  }
  if (name == "s") add(std::u16string(static_cast<std::size_t>(bounded(node, "c")), u' '));
  else if (name == "tab") add(u"\t");
  else if (name == "line-break") build_.line_break();
  else if (name == "soft-page-break" || name == "ruby-text") return false;
  else if (name == "annotation" || name == "annotation-end") annotation(node);
  else if (name == "bookmark" || name == "bookmark-start") build_.mark_here(MarkKind::bookmark, from_utf8(attribute(node, "name")));
  else if (name == "hidden-text") build_.mark_here(MarkKind::hidden, from_utf8(attribute(node, "string-value")));
  else if (name == "image") build_.mark_here(MarkKind::image, shown_text(child(node.parent(), "desc")));
  else if (name == "change" || name == "change-start" || name == "change-end") change(name, node);
  else if (name == "note-body") notes_.push_back(node);
  else if (name == "text-box") later_.push_back(node);
  else return true;
  return false;
}

void OdtBody::leave(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "p" || name == "h") {
    if (styles_.hidden(attribute(node, "style-name"))) --hidden_;
    if (!hidden_text_.empty()) build_.mark_here(MarkKind::hidden, std::move(hidden_text_));
    hidden_text_.clear();
    build_.end_paragraph();
    in_paragraph_ = false;
    std::vector<pugi::xml_node> boxes;
    boxes.swap(later_);
    for (pugi::xml_node box : boxes) walk(box);
  } else if (name == "span") {
    if (!styles_.hidden(attribute(node, "style-name"))) return;
    hidden_ -= hidden_ > 0;
    if (!hidden_text_.empty()) build_.mark_here(MarkKind::hidden, std::move(hidden_text_));
    hidden_text_.clear();
  } else if (name == "list") {
    if (!lists_.empty()) lists_.pop_back();
  } else if (name == "table-cell") {
    build_.end_cell();
  } else if (name == "table") {
    build_.end_table();
  }
}

void OdtBody::begin_paragraph(pugi::xml_node node, bool heading) {
  const int level = heading ? bounded(node, "outline-level") : 0;
  build_.begin_paragraph(heading ? BlockKind::heading : BlockKind::paragraph, level);
  in_paragraph_ = true;
  last_space_ = true;
  if (styles_.hidden(attribute(node, "style-name"))) ++hidden_;
  if (!lists_.empty() && lists_.back().item_begins) {
    lists_.back().item_begins = false;
    number(lists_.back().style, static_cast<int>(lists_.size()) - 1);
  } else if (heading && lists_.empty() && attribute(node, "is-list-header") != "true") {
    number(OdtStyles::outline, level - 1);
  }
}

void OdtBody::begin_list(pugi::xml_node node) {
  if (lists_.size() >= limits::nesting) return;
  std::string style(attribute(node, "style-name"));
  if (style.empty() && !lists_.empty()) style = lists_.back().style;
  const bool goes_on = attribute(node, "continue-numbering") == "true" || !attribute(node, "continue-list").empty();
  if (lists_.empty() && !goes_on) styles_.restart(style);
  lists_.push_back({std::move(style), false});
}

void OdtBody::number(const std::string& list, int level) {
  const std::u16string number = styles_.next(list, level);
  if (number.empty()) return;
  const std::uint32_t begin = build_.position();
  build_.text(number);
  build_.mark(MarkKind::generated_number, {begin, build_.position()});
}

// Deleted text is kept aside by ODF; a mark in the text says where it was.
void OdtBody::read_changes(pugi::xml_node changes) {
  for (pugi::xml_node region = changes.first_child(); region; region = region.next_sibling())
    if (const pugi::xml_node deletion = child(region, "deletion")) {
      const std::u16string who = shown_text(child(deletion, "change-info"));
      std::u16string text = shown_text(deletion);
      if (!who.empty() && text.substr(0, who.size()) == who) text.erase(0, who.size());
      deletions_[std::string(attribute(region, "id"))] = std::u16string(trim(text));
    }
}

void OdtBody::change(std::string_view name, pugi::xml_node node) {
  const std::string id(attribute(node, "change-id"));
  if (name == "change-start") {
    insertions_[id] = build_.position();
  } else if (name == "change-end") {
    const auto begun = insertions_.find(id);
    if (begun != insertions_.end()) build_.mark(MarkKind::insertion, {begun->second, build_.position()});
  } else if (const auto deletion = deletions_.find(id); deletion != deletions_.end()) {
    build_.mark_here(MarkKind::deletion, deletion->second);
  }
}

void OdtBody::annotation(pugi::xml_node node) {
  const std::string name(attribute(node, "name"));
  if (local_name(node) == "annotation-end") {
    const auto begun = annotations_.find(name);
    if (begun == annotations_.end()) return;
    build_.mark(MarkKind::comment, {begun->second.first, build_.position()}, begun->second.second);
    annotations_.erase(begun);
    return;
  }
  std::u16string text = shown_text(node);
  bool ends = false;
  for (pugi::xml_node n = node.next_sibling(); n && !ends; n = n.next_sibling())
    ends = local_name(n) == "annotation-end" && attribute(n, "name") == name;
  if (ends) annotations_[name] = {build_.position(), std::move(text)};
  else build_.mark_here(MarkKind::comment, std::move(text));
}

// White space of the file is formatting: runs of it are one space, and none at the begin of a paragraph.
void OdtBody::characters(std::string_view utf8) {
  std::u16string out;
  for (char16_t c : from_utf8(utf8)) {
    const bool space = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
    if (space && last_space_) continue;
    out.push_back(space ? u' ' : c);
    last_space_ = space;
  }
  if (hidden_ > 0) hidden_text_ += out;
  else if (!out.empty()) build_.text(out);
}

void OdtBody::add(std::u16string_view text) {
  if (hidden_ > 0) hidden_text_ += text;
  else build_.text(text);
  last_space_ = false;
}

}  // namespace nianbao
