#include "input/docx_body.h"

#include <algorithm>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "input/docx_symbols.h"

namespace nianbao {
namespace {

constexpr int deepest_box = 8;  // text boxes in text boxes

// Properties and content that is never part of the running text.
bool is_passed_over(std::string_view name) {
  return one_of(name, {"pPr",         "rPr",        "tblPr",    "tblGrid",   "trPr",
                       "tcPr",        "sectPr",     "sdtPr",    "sdtEndPr",  "rt",
                       "customXmlPr", "smartTagPr", "altChunk", "fldData",   "ffData",
                       "tblPrEx",     "chart",      "relIds",   "separator", "continuationSeparator",
                       "footnoteRef", "endnoteRef"});
}

bool is_deletion(std::string_view name) { return name == "del" || name == "moveFrom"; }
bool is_insertion(std::string_view name) { return name == "ins" || name == "moveTo"; }

// Looks at no more than a drawing has, so that nested alternatives stay cheap.
bool has_text_box(pugi::xml_node node) {
  struct Finder {
    bool found = false;
    int left = 500;
    bool enter(pugi::xml_node n) {
      found = found || is(n, "txbxContent") || is(n, "blip") || is(n, "imagedata");
      return !found && --left > 0;
    }
    void leave(pugi::xml_node) {}
  } finder;
  walk_xml(node, finder);
  return finder.found;
}

// The branch of mc:AlternateContent that is shown: one that holds something to read, the first choice before
// the fallback.
pugi::xml_node shown_branch(pugi::xml_node alternatives) {
  pugi::xml_node first;
  for (pugi::xml_node branch = alternatives.first_child(); branch; branch = branch.next_sibling()) {
    if (!is(branch, "Choice") && !is(branch, "Fallback")) continue;
    if (!first) first = branch;
    if (has_text_box(branch)) return branch;
  }
  return first;
}

int merged_columns(pugi::xml_node cell) {
  return std::max(1, number_attribute(child(child(cell, "tcPr"), "gridSpan"), "val", 1));
}

std::string_view horizontal_merge(pugi::xml_node cell) {
  const pugi::xml_node merge = child(child(cell, "tcPr"), "hMerge");
  if (!merge) return {};
  return attribute(merge, "val") == "restart" ? "restart" : "continue";
}

}  // namespace

std::u16string docx_text(pugi::xml_node node) {
  return all_text(node, [](std::string_view name) { return name == "instrText" || name == "delInstrText"; });
}

void DocxBody::write(pugi::xml_node body) {
  walk_xml(body, *this);
  flush_hidden();
  while (!fields_.empty()) end_field();
}

void DocxBody::write_notes(pugi::xml_node note, std::size_t offset) {
  offset_ = offset;
  write(note);
}

bool DocxBody::enter(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return false;
  const std::string_view name = local_name(node);
  if (is_passed_over(name)) return false;
  return enter_table(node, name) && enter_content(node, name) && enter_run_content(node, name);
}

bool DocxBody::enter_content(pugi::xml_node node, std::string_view name) {
  if (name == "p") {
    enter_paragraph(node);
  } else if (name == "r") {
    enter_run(node);
  } else if (is_deletion(name)) {
    ++deletions_;
  } else if (is_insertion(name)) {
    insertions_.push_back(build_.position());
  } else if (name == "fldSimple") {
    fields_.push_back({build_.position(), from_utf8(attribute(node, "instr")), false});
  } else if (name == "bookmarkStart") {
    build_.mark_here(MarkKind::bookmark, from_utf8(attribute(node, "name")));
  } else if (name == "commentRangeStart") {
    comment_begins_[std::string(attribute(node, "id"))] = build_.position();
  } else if (name == "commentRangeEnd") {
    comment(node, true);
  } else if (name == "txbxContent") {
    paragraph_.boxes.push_back(node);
    return false;
  } else if (name == "Choice" || name == "Fallback") {
    return node == shown_branch(node.parent());
  } else if (name == "docPr") {
    const std::string_view alternative = attribute(node, "descr");
    image_text_ = from_utf8(alternative.empty() ? attribute(node, "title") : alternative);
  }
  return true;
}

bool DocxBody::enter_table(pugi::xml_node node, std::string_view name) {
  if (name == "tbl") {
    runs_on_ = false;
    build_.begin_table();
  } else if (name == "tr") {
    const pugi::xml_node properties = child(node, "trPr");
    if (child(properties, "del")) {
      take_out(MarkKind::deletion, docx_text(node));
      return false;
    }
    build_.begin_row();
    build_.skip_columns(number_attribute(child(properties, "gridBefore"), "val", 0));
    inserted_rows_.push_back(child(properties, "ins") ? build_.position() : DocumentBuilder::no_source);
  } else if (name == "tc") {
    return enter_cell(node);
  }
  return true;
}

bool DocxBody::enter_cell(pugi::xml_node cell) {
  const pugi::xml_node properties = child(cell, "tcPr");
  if (child(properties, "cellDel")) {
    take_out(MarkKind::deletion, docx_text(cell));
    return false;
  }
  if (horizontal_merge(cell) == "continue") {
    for (pugi::xml_node before = cell.previous_sibling(); before; before = before.previous_sibling())
      if (is(before, "tc")) return false;  // part of the cell before it
  }
  int columns = merged_columns(cell);
  if (horizontal_merge(cell) == "restart")
    for (pugi::xml_node next = cell.next_sibling();
         next && (!is(next, "tc") || horizontal_merge(next) == "continue"); next = next.next_sibling())
      if (is(next, "tc")) columns += merged_columns(next);
  const pugi::xml_node merge = child(properties, "vMerge");
  if (merge && attribute(merge, "val") != "restart" && build_.extend_cell_above(columns)) return false;
  build_.begin_cell(1, columns, place_of(cell));
  if (child(properties, "cellIns")) build_.mark_here(MarkKind::insertion);
  return true;
}

void DocxBody::enter_paragraph(pugi::xml_node node) {
  const pugi::xml_node properties = child(node, "pPr");
  const DocxStyle& style = parts_.styles.paragraph(attribute(child(properties, "pStyle"), "val"));
  int outline = style.outline_level.value_or(9);
  if (const pugi::xml_node own = child(properties, "outlineLvl")) outline = number_attribute(own, "val", 9);
  const bool continues = runs_on_;
  runs_on_ = false;
  if (!continues) {
    const bool heading = outline >= 0 && outline < 9;
    build_.begin_paragraph(heading ? BlockKind::heading : BlockKind::paragraph, heading ? outline + 1 : 0);
  }
  const bool seen = continues && paragraph_.seen;
  paragraph_ = Paragraph();
  paragraph_.seen = seen;
  paragraph_.hidden = style.hidden.value_or(false);
  paragraph_.numbering = style.numbering;
  if (const pugi::xml_node own = child(properties, "numPr")) {
    NumberingRef ref = numbering_ref(own, {});
    if (ref.num.empty() && style.numbering) ref.num = style.numbering->num;  // only the level is changed
    paragraph_.numbering = ref;
  }
  if (seen && paragraph_.numbering) {  // its number would stand in the middle of the joined paragraph
    parts_.numbering.next(*paragraph_.numbering);
    paragraph_.numbering.reset();
  }
  const pugi::xml_node mark = child(properties, "rPr");
  paragraph_.mark_deleted = child(mark, "del") || child(mark, "moveFrom");
  if (child(mark, "ins") || child(mark, "moveTo")) build_.mark_here(MarkKind::insertion);
}

void DocxBody::leave_paragraph() {
  run_hidden_ = false;
  if (paragraph_.numbering && !paragraph_.mark_deleted && paragraph_.hidden_text.empty())
    parts_.numbering.next(*paragraph_.numbering);
  flush_hidden();
  runs_on_ = paragraph_.mark_deleted;
  if (runs_on_) build_.mark_here(MarkKind::deletion, u"¶");
  else build_.end_paragraph();
  const std::vector<pugi::xml_node> boxes = std::move(paragraph_.boxes);
  if (boxes.empty()) return;
  if (box_depth_ >= deepest_box) return build_.limit_reached(u"文本框嵌套不超过 8 层");
  ++box_depth_;
  runs_on_ = false;
  std::vector<Field> outer;
  outer.swap(fields_);
  const int deletions = std::exchange(deletions_, 0);
  for (pugi::xml_node box : boxes)
    for (pugi::xml_node block = box.first_child(); block; block = block.next_sibling())
      walk_xml(block, *this);
  deletions_ = deletions;
  outer.swap(fields_);
  --box_depth_;
}

void DocxBody::enter_run(pugi::xml_node run) {
  const pugi::xml_node properties = child(run, "rPr");
  bool hidden = paragraph_.hidden;
  if (const auto& styled = parts_.styles.character(attribute(child(properties, "rStyle"), "val")).hidden)
    hidden = *styled;
  if (const pugi::xml_node vanish = child(properties, "vanish")) hidden = is_on(vanish);
  run_hidden_ = hidden;
}

bool DocxBody::enter_run_content(pugi::xml_node node, std::string_view name) {
  if (name == "t" || name == "delText") {
    write_text(node);
  } else if (name == "instrText" || name == "delInstrText") {
    if (!fields_.empty() && fields_.back().in_code) fields_.back().code += from_utf8(node.child_value());
  } else if (name == "fldChar") {
    field_char(node);
  } else if (name == "tab" || name == "ptab") {
    text(u"\t");
  } else if (name == "br" || name == "cr") {
    line_break();
  } else if (name == "noBreakHyphen") {
    text(u"-");
  } else if (name == "sym") {
    text(symbol_text(attribute(node, "font"), attribute(node, "char")));
  } else if (name == "commentReference") {
    comment(node, false);
  } else if (name == "lastRenderedPageBreak") {
    build_.page(++page_ + 1);
  } else if (name == "blip" || name == "imagedata") {
    build_.mark_here(MarkKind::image,
                     name == "blip" ? std::exchange(image_text_, {}) : from_utf8(attribute(node, "title")));
  } else {
    return true;
  }
  return false;
}

std::uint32_t DocxBody::place_of(pugi::xml_node node) const {
  const auto offset = node.offset_debug();
  return offset < 0 ? no_source : static_cast<std::uint32_t>(offset_ + static_cast<std::size_t>(offset));
}

// Text nodes carry their place; what lies in between counts units, so any place inside finds its w:t again.
void DocxBody::write_text(pugi::xml_node node) {
  for (pugi::xml_node part = node.first_child(); part; part = part.next_sibling()) {
    text(from_utf8(part.value()), place_of(part));
  }
}

void DocxBody::text(std::u16string_view text, std::uint32_t source) {
  if (in_code()) return;
  if (deletions_ > 0) {
    deleted_ += text;
  } else if (run_hidden_) {
    paragraph_.hidden_text += text;
  } else {
    before_text();
    build_.text(text, source);
  }
}

// A field inside another one's code shows nothing, neither code nor result.
bool DocxBody::in_code() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return field.in_code; });
}

void DocxBody::line_break() {
  if (!shown()) return;
  before_text();
  build_.line_break();
}

// A number comes before the first text that is shown, so that hidden and deleted paragraphs have none.
void DocxBody::before_text() {
  flush_hidden();
  paragraph_.seen = true;
  if (!paragraph_.numbering) return;
  const std::u16string number = parts_.numbering.next(*paragraph_.numbering);
  paragraph_.numbering.reset();
  if (number.empty()) return;
  const std::uint32_t begin = build_.position();
  build_.text(number);
  build_.mark(MarkKind::generated_number, {begin, begin + static_cast<std::uint32_t>(trim(number).size())});
}

void DocxBody::flush_hidden() { take_out(MarkKind::hidden, std::exchange(paragraph_.hidden_text, {})); }

void DocxBody::take_out(MarkKind kind, std::u16string text) {
  if (!trim(text).empty()) build_.mark_here(kind, std::move(text));
}

void DocxBody::field_char(pugi::xml_node node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin" && fields_.size() < limits::nesting) fields_.push_back({build_.position(), {}});
  else if (fields_.empty()) return;
  else if (type == "separate") fields_.back().in_code = false;
  else if (type == "end") end_field();
}

void DocxBody::end_field() {
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  if (in_code()) return;  // part of another field's code
  build_.mark(MarkKind::field, {field.begin, std::max(field.begin, build_.position())},
              std::u16string(trim(field.code)));
}

// At the end of its range, or where its reference stands when it has no range.
void DocxBody::comment(pugi::xml_node node, bool at_end) {
  const std::string_view id = attribute(node, "id");
  const auto found = parts_.comments.find(id);
  if (found == parts_.comments.end()) return;
  const auto begin = comment_begins_.find(id);
  if (at_end && begin == comment_begins_.end()) return;
  build_.mark(MarkKind::comment,
              {begin == comment_begins_.end() ? build_.position() : begin->second, build_.position()},
              found->second);
  parts_.comments.erase(found);
}

void DocxBody::leave(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "p") leave_paragraph();
  else if (name == "r") run_hidden_ = false;
  else if (name == "tc") build_.end_cell();
  else if (name == "tbl") build_.end_table();
  else if (name == "fldSimple" && !fields_.empty()) end_field();
  else if (is_deletion(name) && deletions_ > 0 && --deletions_ == 0)
    take_out(MarkKind::deletion, std::exchange(deleted_, {}));
  else if (is_insertion(name) && !insertions_.empty()) {
    build_.mark(MarkKind::insertion, {insertions_.back(), build_.position()});
    insertions_.pop_back();
  } else if (name == "tr" && !inserted_rows_.empty()) {
    const std::uint32_t begin = inserted_rows_.back();
    inserted_rows_.pop_back();
    if (begin != DocumentBuilder::no_source) build_.mark(MarkKind::insertion, {begin, build_.position()});
  }
}

}  // namespace nianbao
