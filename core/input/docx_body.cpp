#include "input/docx_body.h"

#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

// All text of a subtree, paragraphs separated by a space; without recursion.
std::u16string all_text(pugi::xml_node root) {
  std::string out;
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    if (node.type() == pugi::node_pcdata && local_name(node.parent()) == "t") out += node.value();
    if (local_name(node) == "p" && !out.empty()) out += ' ';
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) node = node.parent();
    if (node != root) node = node.next_sibling();
  }
  return from_utf8(out);
}

// A cell's width in columns; hMerge cells that continue it count with it.
int columns_of(pugi::xml_node cell) {
  const auto own = [](pugi::xml_node c) {
    return std::clamp(number_attribute(child(child(c, "tcPr"), "gridSpan"), "val", 1), 1, static_cast<int>(limits::table_columns));
  };
  int columns = own(cell);
  for (pugi::xml_node next = cell.next_sibling(); next; next = next.next_sibling()) {
    if (local_name(next) != "tc") continue;
    const pugi::xml_node merge = child(child(next, "tcPr"), "hMerge");
    if (!merge || attribute(merge, "val") == "restart") break;
    columns += own(next);
  }
  return columns;
}

bool continues_left(pugi::xml_node cell) {
  const pugi::xml_node merge = child(child(cell, "tcPr"), "hMerge");
  return merge && attribute(merge, "val") != "restart";
}

bool continues_above(pugi::xml_node cell) {
  const pugi::xml_node merge = child(child(cell, "tcPr"), "vMerge");
  return merge && attribute(merge, "val") != "restart";
}

// Content that is no text of the report.
bool is_skipped(std::string_view name) {
  static const std::set<std::string_view> names = {"sectPr", "tblPr",    "tblGrid",   "sdtPr", "sdtEndPr", "tcPr",  "trPr",  "pPr",  "rPr",
                                                   "proofErr", "instrText", "delInstrText", "rt",    "pPrChange", "del_placeholder"};
  return names.count(name) != 0;
}

}  // namespace

void DocxBody::comments(pugi::xml_node comments) {
  for (pugi::xml_node node = comments.first_child(); node; node = node.next_sibling())
    if (local_name(node) == "comment") comment_texts_[std::string(attribute(node, "id"))] = std::u16string(trim(all_text(node)));
}

void DocxBody::read(pugi::xml_node body, bool anchored) {
  anchored_ = anchored;
  walk(body);
  for (const auto& [id, text] : comment_texts_)
    if (placed_comments_.count(id) == 0 && anchored) build_.mark_here(MarkKind::comment, text);
}

void DocxBody::read_notes(pugi::xml_node notes) {
  anchored_ = false;
  for (pugi::xml_node note = notes.first_child(); note; note = note.next_sibling())
    if (attribute(note, "type").empty()) walk(note);
}

// Depth-first, by hand: a file's nesting must not become ours.
void DocxBody::walk(pugi::xml_node root) {
  pugi::xml_node node = root.first_child();
  while (node && node != root) {
    if (enter(node) && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      if (node != root) leave(node);
    }
    if (node != root) node = node.next_sibling();
  }
}

bool DocxBody::enter(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return false;
  const std::string_view name = local_name(node);
  if (is_skipped(name)) {
    if (name == "instrText" && !fields_.empty()) fields_.back().code += from_utf8(node.child_value());
    return false;
  }
  if (name == "p") begin_paragraph(node);
  else if (name == "tbl") build_.begin_table();
  else if (name == "tr") return begin_row(node);
  else if (name == "tc") return begin_cell(node);
  else if (name == "ins" || name == "moveTo") ++inserted_;
  else if (name == "del" || name == "moveFrom") ++deleted_;
  else if (name == "Choice") return true;
  else if (name == "Fallback") return !child(node.parent(), "Choice");
  else if (name == "txbxContent") {
    text_boxes_.push_back(node);
    return false;
  } else {
    return enter_run_content(name, node);
  }
  // An empty element has no children to come back from.
  if (!node.first_child()) leave(node);
  return true;
}

bool DocxBody::enter_run_content(std::string_view name, pugi::xml_node node) {
  const auto source = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, node.first_child().offset_debug()));
  if (name == "r") {
    const pugi::xml_node properties = child(node, "rPr");
    int hidden = DocxStyles::hidden_of(properties);
    if (hidden < 0) hidden = styles_.find(attribute(child(properties, "rStyle"), "val").empty() ? "-" : attribute(child(properties, "rStyle"), "val")).hidden;
    hidden_run_ = hidden == 1 || (hidden < 0 && hidden_paragraph_);
    return true;
  }
  if (name == "t" || name == "delText") {
    text(from_utf8(node.child_value()), source);
    return false;
  }
  if (name == "tab" || name == "ptab") text(u"\t", DocumentBuilder::no_source);
  else if (name == "cr" || (name == "br" && attribute(node, "type").empty())) {
    if (deleted_ == 0 && !hidden()) build_.line_break();
  } else if (name == "noBreakHyphen") text(u"-", DocumentBuilder::no_source);
  else if (name == "sym") {
    // Private-use characters of symbol fonts have no meaning outside their font.
    if (!attribute(node, "char").empty()) text(u"\u25A1", DocumentBuilder::no_source);
  } else if (name == "fldChar") field_character(node);
  else if (name == "fldSimple") build_.mark_here(MarkKind::field, std::u16string(trim(from_utf8(attribute(node, "instr")))));
  else if (name == "commentRangeStart") begin_comment(attribute(node, "id"));
  else if (name == "commentRangeEnd") end_comment(attribute(node, "id"));
  else if (name == "commentReference") end_comment(attribute(node, "id"));
  else if (name == "bookmarkStart") build_.mark_here(MarkKind::bookmark, from_utf8(attribute(node, "name")));
  else if (name == "docPr") {
    if (local_name(node.parent()) == "inline" || local_name(node.parent()) == "anchor")
      build_.mark_here(MarkKind::image, from_utf8(attribute(node, "descr")));
  } else if (name == "imagedata") build_.mark_here(MarkKind::image, {});
  else return true;
  return name == "fldSimple";
}

void DocxBody::leave(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "r") {
    hidden_run_ = hidden_paragraph_;
  } else if (name == "p") {
    flush_mark();
    const bool mark_deleted = static_cast<bool>(child(child(child(node, "pPr"), "rPr"), "del"));
    if (!mark_deleted) build_.end_paragraph();
    join_next_ = mark_deleted;
    std::vector<pugi::xml_node> boxes;
    boxes.swap(text_boxes_);
    for (pugi::xml_node box : boxes) walk(box);
  } else if (name == "tbl") {
    build_.end_table();
  } else if (name == "tc") {
    build_.end_cell();
  } else if (name == "ins" || name == "moveTo") {
    inserted_ -= inserted_ > 0;
  } else if (name == "del" || name == "moveFrom") {
    deleted_ -= deleted_ > 0;
  }
}

void DocxBody::begin_paragraph(pugi::xml_node node) {
  const pugi::xml_node properties = child(node, "pPr");
  DocxStyle style = styles_.find(attribute(child(properties, "pStyle"), "val"));
  DocxStyles::read_properties(properties, style);
  hidden_paragraph_ = style.hidden == 1;
  hidden_run_ = hidden_paragraph_;
  if (join_next_) {
    join_next_ = false;
    return;
  }
  const bool heading = style.level >= 0 && style.level < 9;
  build_.begin_paragraph(heading ? BlockKind::heading : BlockKind::paragraph, heading ? style.level + 1 : 0);
  if (style.list > 0 && !trim(all_text(node)).empty()) number_paragraph(style);
}

void DocxBody::number_paragraph(const DocxStyle& style) {
  const std::u16string number = numbering_.next(style.list, std::max(0, style.list_level));
  if (number.empty()) return;
  const std::uint32_t begin = build_.position();
  build_.text(number);
  build_.mark(MarkKind::generated_number, {begin, build_.position()});
}

bool DocxBody::begin_row(pugi::xml_node row) {
  const pugi::xml_node properties = child(row, "trPr");
  if (child(properties, "del")) {
    build_.mark_here(MarkKind::deletion, all_text(row));
    return false;
  }
  build_.begin_row();
  build_.skip_columns(std::clamp(number_attribute(child(properties, "gridBefore"), "val", 0), 0, static_cast<int>(limits::table_columns)));
  return true;
}

bool DocxBody::begin_cell(pugi::xml_node cell) {
  if (continues_left(cell)) return false;
  const int columns = columns_of(cell);
  if (continues_above(cell) && build_.extend_cell_above(columns)) return false;
  build_.begin_cell(1, columns);
  return true;
}

void DocxBody::field_character(pugi::xml_node node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin") {
    if (fields_.size() < limits::nesting) fields_.push_back({{}, true, build_.position()});
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().in_code = false;
    fields_.back().begin = build_.position();
  } else if (type == "end" && !fields_.empty()) {
    build_.mark(MarkKind::field, {fields_.back().begin, build_.position()}, std::u16string(trim(fields_.back().code)));
    fields_.pop_back();
  }
}

void DocxBody::text(std::u16string_view text, std::uint32_t source) {
  if (text.empty()) return;
  if (!fields_.empty() && fields_.back().in_code) {
    fields_.back().code += text;
    return;
  }
  const std::uint32_t begin = build_.position();
  if (deleted_ > 0) {
    extend_mark(MarkKind::deletion, begin, begin, text);
    return;
  }
  if (hidden()) {
    extend_mark(MarkKind::hidden, begin, begin, text);
    return;
  }
  build_.text(text, anchored_ ? source : DocumentBuilder::no_source);
  if (inserted_ > 0) extend_mark(MarkKind::insertion, begin, build_.position(), {});
}

// Runs of one kind that follow on each other are one mark.
void DocxBody::extend_mark(MarkKind kind, std::uint32_t begin, std::uint32_t end, std::u16string_view detail) {
  if (!open_mark_.set || open_mark_.kind != kind || open_mark_.end != begin) {
    flush_mark();
    open_mark_ = {kind, begin, end, {}, true};
  }
  open_mark_.end = end;
  open_mark_.detail += detail;
}

void DocxBody::flush_mark() {
  if (open_mark_.set) build_.mark(open_mark_.kind, {open_mark_.begin, open_mark_.end}, std::move(open_mark_.detail));
  open_mark_ = {MarkKind::hidden, 0, 0, {}, false};
}

void DocxBody::begin_comment(std::string_view id) { open_comments_[std::string(id)] = build_.position(); }

void DocxBody::end_comment(std::string_view id) {
  const std::string key(id);
  const auto text = comment_texts_.find(key);
  if (text == comment_texts_.end() || !placed_comments_.insert(key).second) return;
  const auto open = open_comments_.find(key);
  build_.mark(MarkKind::comment, {open == open_comments_.end() ? build_.position() : open->second, build_.position()}, text->second);
}

}  // namespace nianbao
