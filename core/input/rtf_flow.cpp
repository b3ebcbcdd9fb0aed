#include "input/rtf_flow.h"

#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"

namespace nianbao {

void RtfFlow::add(char16_t c, bool inserted) {
  const std::uint32_t at = here();
  paragraph_.text.push_back(c);
  if (!inserted) return;
  auto& marks = paragraph_.marks;
  if (!marks.empty() && marks.back().kind == MarkKind::insertion && marks.back().end == at)
    marks.back().end = at + 1;
  else marks.push_back({MarkKind::insertion, at, at + 1, {}});
}

void RtfFlow::add_unseen(MarkKind kind, char16_t c) {
  auto& marks = paragraph_.marks;
  if (marks.empty() || marks.back().kind != kind || marks.back().end != here()) mark_here(kind, {});
  marks.back().detail.push_back(c);
}

void RtfFlow::mark_here(MarkKind kind, std::u16string detail) {
  paragraph_.marks.push_back({kind, here(), here(), std::move(detail)});
}

void RtfFlow::begin_number() { number_begin_ = here(); }

// What was printed is "一、" and white space that only sets it off.
void RtfFlow::end_number() {
  auto& text = paragraph_.text;
  number_begin_ = std::min(number_begin_, here());  // the paragraph may have ended within its number
  while (text.size() > number_begin_ && is_space(text.back())) text.pop_back();
  const auto begin = text.begin() + number_begin_;
  text.erase(begin, std::find_if_not(begin, text.end(), is_space));
  if (here() > number_begin_)
    paragraph_.marks.push_back({MarkKind::generated_number, number_begin_, here(), {}});
}

void RtfFlow::plain_paragraph() {
  in_table_ = false;
  paragraph_.level = 0;
}

void RtfFlow::end_paragraph() {
  if (in_table_ || !row_.cells.empty()) {
    end_paragraph_in(open_cell_);
    return;
  }
  end_table();
  const int level = paragraph_.level;
  write_paragraph(build_, paragraph_);
  paragraph_ = FlowParagraph{};
  paragraph_.level = level;
}

void RtfFlow::end_paragraph_in(WordCell& cell) {
  if (!trim(paragraph_.text).empty() || !paragraph_.marks.empty())
    cell.paragraphs.push_back(std::move(paragraph_));
  paragraph_ = FlowParagraph{};
}

void RtfFlow::table_word(std::string_view name, int value) {
  if (name == "trowd") definition_ = WordRow{}, next_ = WordCell{};
  else if (name == "trleft") definition_.left = std::clamp(value, -100'000, 100'000);
  else if (name == "clmrg") next_.merged_left = true;
  else if (name == "clvmrg") next_.merged_up = true;
  else if (name == "cellx") define_cell(value);
  else if (name == "nestcell") end_paragraph_in(open_cell_);
  else if (name == "cell") end_cell();
  else if (name == "row") end_row();
}

void RtfFlow::define_cell(int right) {
  next_.right = std::clamp(right, -100'000, 100'000);
  if (definition_.cells.size() < limits::table_columns) definition_.cells.push_back(next_);
  next_ = WordCell{};
}

void RtfFlow::end_cell() {
  end_paragraph_in(open_cell_);
  if (++cells_ > limits::table_cells) build_.limit_reached(limits::table_cells_name), full_ = true;
  row_.cells.push_back(std::move(open_cell_));
  open_cell_ = WordCell{};
}

// The last definition counts.
void RtfFlow::end_row() {
  if (!paragraph_.text.empty()) end_cell();
  row_.left = definition_.left;
  int right = row_.left;
  for (std::size_t i = 0; i < row_.cells.size(); ++i) {
    WordCell& cell = row_.cells[i];
    if (i < definition_.cells.size()) {
      const WordCell& defined = definition_.cells[i];
      cell.right = defined.right;
      cell.merged_left = i > 0 && defined.merged_left;
      cell.merged_up = defined.merged_up;
    } else {
      cell.right = right + 1000;
    }
    right = cell.right;
  }
  if (!row_.cells.empty()) rows_.push_back(std::move(row_));
  row_ = WordRow{};
}

void RtfFlow::end_table() {
  if (!row_.cells.empty()) end_row();
  if (rows_.empty()) return;
  write_table(build_, rows_);
  rows_.clear();
}

void RtfFlow::finish() {
  if (!paragraph_.text.empty()) end_paragraph();
  end_table();
}

}  // namespace nianbao
