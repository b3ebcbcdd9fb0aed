#include "input/odt_body.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr int deepest_box = 8;                 // text boxes in text boxes, notes in notes
constexpr std::size_t most_repeats = 100'000;  // elements inside repeated cells and rows, all together

// Declarations, and content that is not shown in the text.
bool is_passed_over(std::string_view name) {
  return one_of(name,
                {"sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms",
                 "alphabetical-index-auto-mark-file", "note-citation", "ruby-text", "table-columns",
                 "table-column", "table-header-columns", "covered-table-cell", "soft-page-break",
                 "table-of-content-source", "scripts", "event-listeners", "glue-point"});
}

// svg:title and svg:desc of a drawing; text:title in running text is a field that shows.
bool is_drawing_text(pugi::xml_node node, std::string_view name) {
  return (name == "desc" || name == "title") && !one_of(local_name(node.parent()), {"p", "h", "span", "a"});
}

bool is_remark_data(std::string_view name) {
  return one_of(name,
                {"creator", "date", "creator-initials", "date-string", "change-info", "sender-initials"});
}

std::u16string content(pugi::xml_node node) { return all_text(node, is_remark_data); }

int span(pugi::xml_node node, std::string_view name) {
  return std::clamp(number_attribute(node, name, 1), 1, static_cast<int>(limits::table_columns));
}

std::uint32_t place_of(pugi::xml_node node) {
  const auto offset = node.offset_debug();
  return offset < 0 ? no_source : static_cast<std::uint32_t>(offset);
}

std::u16string picture_text(pugi::xml_node image) {
  const pugi::xml_node frame = image.parent();
  const pugi::xml_node desc = child(frame, "desc");
  return std::u16string(trim(from_utf8((desc ? desc : child(frame, "title")).child_value())));
}

}  // namespace

void OdtBody::write(pugi::xml_node text) {
  walk_xml(text, *this);
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    const pugi::xml_node note = notes_[i];
    for (pugi::xml_node block = note.first_child(); block; block = block.next_sibling())
      walk_xml(block, *this);
  }
  flush_hidden();
  for (const auto& [name, comment] : comments_)
    build_.mark(MarkKind::comment, {comment.begin, comment.begin}, comment.text);
}

bool OdtBody::enter(pugi::xml_node node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    if (in_paragraph_) characters(from_utf8(node.value()), place_of(node));
    return false;
  }
  if (node.type() != pugi::node_element) return false;
  const std::string_view name = local_name(node);
  if (is_passed_over(name) || is_drawing_text(node, name)) return false;
  if (!repeating_.empty() && ++repeats_ > most_repeats) {
    build_.limit_reached(u"重复的单元格不超过 10 万个");
    return false;
  }
  if (name == "tracked-changes") {
    read_changes(node);
    return false;
  }
  if (name == "p" || name == "h") {
    enter_paragraph(node, name == "h");
    return true;
  }
  if (name == "section") {
    hide(attribute(node, "display") == "none");
    return true;
  }
  return enter_table(node, name) && enter_list(node, name) && enter_inline(node, name);
}

// --- tables ------------------------------------------------------------------------------------------------

bool OdtBody::enter_table(pugi::xml_node node, std::string_view name) {
  if (name == "table") build_.begin_table();
  else if (name == "table-row") build_.begin_row();
  else if (name == "table-cell")
    build_.begin_cell(span(node, "number-rows-spanned"), span(node, "number-columns-spanned"),
                      place_of(node));
  return true;
}

// Writes a repeated cell or row once more for each time. Blank ones that fill up a sheet are not meant to be
// read.
void OdtBody::repeat(pugi::xml_node node, const char* count) {
  if (std::find(repeating_.begin(), repeating_.end(), node) != repeating_.end()) return;
  const int times = number_attribute(node, count, 1);
  if (times <= 1 || (times > static_cast<int>(limits::table_columns) && content(node).empty())) return;
  repeating_.push_back(node);
  for (int i = 1; i < times && repeats_ <= most_repeats; ++i) walk_xml(node, *this);
  repeating_.pop_back();
}

// --- lists -------------------------------------------------------------------------------------------------

bool OdtBody::enter_list(pugi::xml_node node, std::string_view name) {
  if (name == "list") {
    std::string style(attribute(node, "style-name"));
    List list{styles_.list(style), {}, false, -1};
    if (!lists_.empty()) {  // a list in a list is its next level
      list.counter = lists_.back().counter;
      if (list.levels == nullptr) list.levels = lists_.back().levels;
    } else {
      const std::string goes_on(attribute(node, "continue-list"));
      list.counter = attribute(node, "id");
      if (list.counter.empty()) list.counter = "\x01" + std::to_string(++unnamed_lists_);
      if (counters_.count(goes_on) > 0) counters_[list.counter] = counters_[goes_on];
      else if (attribute(node, "continue-numbering") == "true")
        counters_[list.counter] = counters_[last_counter_[style]];
      last_counter_[style] = list.counter;
    }
    lists_.push_back(std::move(list));
  } else if (name == "list-item" && !lists_.empty()) {
    lists_.back().number_next = true;
    lists_.back().start = number_attribute(node, "start-value", -1);
  }
  return true;
}

std::u16string OdtBody::next_number(bool heading, int outline_level) {
  const auto counted = [](ListCounter& counter, const ListLevels& levels, int level, int start) {
    if (start >= 0) counter.restart_at(level, start);
    counter.count(levels, level);
    return with_gap(counter.text(levels, level), levels[static_cast<std::size_t>(level)].suffix);
  };
  if (lists_.empty())
    return heading ? counted(counters_["\x01outline"], styles_.outline(), outline_level - 1, -1)
                   : std::u16string();
  List& list = lists_.back();
  if (!list.number_next) return {};
  list.number_next = false;
  const int level = static_cast<int>(lists_.size()) - 1;
  if (list.levels == nullptr || level >= list_levels) return {};
  return counted(counters_[list.counter], *list.levels, level, list.start);
}

// --- paragraphs --------------------------------------------------------------------------------------------

void OdtBody::enter_paragraph(pugi::xml_node node, bool heading) {
  const int level = heading ? std::clamp(number_attribute(node, "outline-level", 1), 1, 9) : 0;
  build_.begin_paragraph(heading ? BlockKind::heading : BlockKind::paragraph, level);
  in_paragraph_ = true;
  after_space_ = true;
  hide(styles_.hidden(attribute(node, "style-name")));
  number_ = attribute(node, "is-list-header") == "true" ? std::u16string() : next_number(heading, level);
}

void OdtBody::leave_paragraph() {
  flush_hidden();
  number_.clear();
  build_.end_paragraph();
  in_paragraph_ = false;
  if (!hidden_.empty()) hidden_.pop_back();
  const std::vector<pugi::xml_node> boxes = std::move(boxes_);
  boxes_.clear();
  if (boxes.empty()) return;
  if (box_depth_ >= deepest_box) return build_.limit_reached(u"文本框嵌套不超过 8 层");
  ++box_depth_;
  for (pugi::xml_node box : boxes)
    for (pugi::xml_node block = box.first_child(); block; block = block.next_sibling())
      walk_xml(block, *this);
  --box_depth_;
}

bool OdtBody::enter_inline(pugi::xml_node node, std::string_view name) {
  if (name == "span") {
    hide(styles_.hidden(attribute(node, "style-name")));
    return true;
  }
  if (name == "hidden-paragraph") {
    if (attribute(node, "is-hidden") == "true" && !hidden_.empty()) hidden_.back() = true;
  } else if (name == "hidden-text") {
    if (attribute(node, "is-hidden") == "true")
      take_out(MarkKind::hidden, from_utf8(attribute(node, "string-value")));
    else text(from_utf8(attribute(node, "string-value")));
  } else if (name == "s") {
    text(std::u16string(static_cast<std::size_t>(span(node, "c")), u' '));
  } else if (name == "tab") {
    text(u"\t");
  } else if (name == "line-break") {
    if (!is_hidden()) {
      before_text();
      build_.line_break();
    }
    after_space_ = true;
  } else if (name == "annotation") {
    annotation(node);
  } else if (name == "annotation-end") {
    annotation_end(node);
  } else if (name == "bookmark" || name == "bookmark-start") {
    build_.mark_here(MarkKind::bookmark, from_utf8(attribute(node, "name")));
  } else if (name == "image") {
    build_.mark_here(MarkKind::image, picture_text(node));
  } else if (one_of(name, {"change", "change-start", "change-end"})) {
    change(node, name);
  } else if (name == "note-body") {
    notes_.push_back(node);
  } else if (in_paragraph_ && one_of(name, {"text-box", "custom-shape", "rect", "ellipse"})) {
    boxes_.push_back(node);
  } else {
    return true;
  }
  return false;
}

void OdtBody::leave(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "p" || name == "h") {
    leave_paragraph();
  } else if (name == "span" || name == "section") {
    if (!hidden_.empty() && hidden_.back() && in_paragraph_) flush_hidden();
    if (!hidden_.empty()) hidden_.pop_back();
  } else if (name == "list") {
    if (!lists_.empty()) lists_.pop_back();
  } else if (name == "table-cell") {
    build_.end_cell();
    repeat(node, "number-columns-repeated");
  } else if (name == "table-row") {
    repeat(node, "number-rows-repeated");
  } else if (name == "table") {
    build_.end_table();
  }
}

// --- text --------------------------------------------------------------------------------------------------

// White space of the file is formatting: runs of it are one space, and none at the begin of a paragraph. What
// is left out divides the text, so that each stretch has its place.
void OdtBody::characters(std::u16string_view raw, std::uint32_t source) {
  std::u16string out;
  bool after_space = after_space_;
  std::size_t begin = 0;
  const auto write = [&] {
    text(out, source == no_source ? source : source + static_cast<std::uint32_t>(begin));
    out.clear();
  };
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char16_t c = raw[i];
    const bool space = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
    if (space && after_space) {
      write();
      continue;
    }
    if (out.empty()) begin = i;
    out.push_back(space ? u' ' : c);
    after_space = space;
  }
  write();
  after_space_ = after_space;
}

void OdtBody::text(std::u16string_view text, std::uint32_t source) {
  if (text.empty()) return;
  after_space_ = false;
  if (is_hidden()) {
    hidden_text_ += text;
    return;
  }
  before_text();
  build_.text(text, source);
}

bool OdtBody::is_hidden() const { return std::find(hidden_.begin(), hidden_.end(), true) != hidden_.end(); }

void OdtBody::before_text() {
  flush_hidden();
  if (number_.empty()) return;
  const std::uint32_t begin = build_.position();
  build_.text(number_);
  build_.mark(MarkKind::generated_number, {begin, begin + static_cast<std::uint32_t>(trim(number_).size())});
  number_.clear();
}

void OdtBody::flush_hidden() { take_out(MarkKind::hidden, std::exchange(hidden_text_, {})); }

void OdtBody::take_out(MarkKind kind, std::u16string text) {
  if (!trim(text).empty()) build_.mark_here(kind, std::move(text));
}

// --- changes and comments ----------------------------------------------------------------------------------

void OdtBody::read_changes(pugi::xml_node changes) {
  for (pugi::xml_node region = changes.first_child(); region; region = region.next_sibling())
    if (const pugi::xml_node deletion = child(region, "deletion"))
      deletions_[std::string(attribute(region, "id"))] = content(deletion);
}

void OdtBody::change(pugi::xml_node node, std::string_view name) {
  const std::string_view id = attribute(node, "change-id");
  if (name == "change-start") {
    insertions_[std::string(id)] = build_.position();
  } else if (name == "change-end") {
    if (const auto begun = insertions_.find(id); begun != insertions_.end())
      build_.mark(MarkKind::insertion, {begun->second, build_.position()});
  } else if (const auto deleted = deletions_.find(id); deleted != deletions_.end()) {
    build_.mark_here(MarkKind::deletion, deleted->second);
  }
}

// A comment on a range has a name that its end repeats; one on a place has none.
void OdtBody::annotation(pugi::xml_node node) {
  const std::string name(attribute(node, "name"));
  const bool ends =
      !name.empty() && comments_.emplace(name, Comment{build_.position(), content(node)}).second;
  if (!ends) build_.mark_here(MarkKind::comment, content(node));
}

void OdtBody::annotation_end(pugi::xml_node node) {
  const auto begun = comments_.find(attribute(node, "name"));
  if (begun == comments_.end()) return;
  build_.mark(MarkKind::comment, {begun->second.begin, build_.position()}, std::move(begun->second.text));
  comments_.erase(begun);
}

}  // namespace nianbao
