#include "document/edit.h"

#include <algorithm>
#include <optional>

namespace nianbao {
namespace {

bool is_trail(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

bool acceptable(const std::vector<Edit>& edits, const std::u16string& text) {
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Range r = edits[i].range;
    const bool follows = i == 0 || r.begin > edits[i - 1].range.begin;
    if (!follows || r.begin < end || r.begin > r.end || r.end > text.size()) return false;
    if ((r.begin < text.size() && is_trail(text[r.begin])) || (r.end < text.size() && is_trail(text[r.end])))
      return false;
    end = r.end;
  }
  return true;
}

// Offsets before and after. Between two edits all offsets move by the same distance.
class Shift {
 public:
  explicit Shift(const std::vector<Edit>& edits) : edits_(edits) {
    std::int64_t distance = 0;
    for (const Edit& edit : edits) {
      before_.push_back(distance);
      distance += static_cast<std::int64_t>(edit.text.size()) - edit.range.size();
    }
    before_.push_back(distance);
  }

  Range operator()(Range r) const {
    const std::uint32_t begin = begin_of(r.begin), end = end_of(r.end);
    return {begin, std::max(begin, end)};
  }

  // The begin of a replaced range is the begin of its new text; inside it, the end of the new text.
  std::uint32_t begin_of(std::uint32_t at) const {
    const std::size_t i =
        first_reaching(at, [](const Edit& edit, std::uint32_t to) { return edit.range.begin < to; });
    if (i > 0 && at < edits_[i - 1].range.end) return new_end(i - 1);
    return moved(at, i);
  }

  // The end of a replaced range, or the place of an insertion, is the end of its new text; inside, its begin.
  std::uint32_t end_of(std::uint32_t at) const {
    const std::size_t i =
        first_reaching(at, [](const Edit& edit, std::uint32_t to) { return edit.range.end <= to; });
    if (i < edits_.size() && edits_[i].range.begin < at) return moved(edits_[i].range.begin, i);
    return moved(at, i);
  }

 private:
  template <typename Before>
  std::size_t first_reaching(std::uint32_t at, Before before) const {
    return static_cast<std::size_t>(std::lower_bound(edits_.begin(), edits_.end(), at, before) -
                                    edits_.begin());
  }
  std::uint32_t moved(std::uint32_t at, std::size_t edits_before) const {
    return static_cast<std::uint32_t>(at + before_[edits_before]);
  }
  std::uint32_t new_end(std::size_t i) const { return moved(edits_[i].range.end, i + 1); }

  const std::vector<Edit>& edits_;
  std::vector<std::int64_t> before_;  // distance moved by the edits before this one
};

std::u16string replaced(const std::u16string& text, const std::vector<Edit>& edits) {
  std::u16string out;
  std::uint32_t done = 0;
  for (const Edit& edit : edits) {
    out.append(text, done, edit.range.begin - done).append(edit.text);
    done = edit.range.end;
  }
  return out.append(text, done, std::u16string::npos);
}

// The source of what stands at `at`; nothing in front of the first anchor.
std::optional<std::uint32_t> source_at(const std::vector<Anchor>& anchors, std::uint32_t at) {
  const auto next = std::upper_bound(anchors.begin(), anchors.end(), at,
                                     [](std::uint32_t to, const Anchor& a) { return to < a.text; });
  if (next == anchors.begin()) return std::nullopt;
  return (next - 1)->source + (at - (next - 1)->text);
}

// Behind a changed text, whose length is another, the source goes on where it did before.
std::vector<Anchor> moved_anchors(const std::vector<Anchor>& anchors, const std::vector<Edit>& edits,
                                  const Shift& shift) {
  std::vector<Anchor> out;
  auto next = anchors.begin();
  const auto move_to = [&](std::uint32_t end) {
    for (; next != anchors.end() && next->text < end; ++next)
      out.push_back({shift.begin_of(next->text), next->source});
  };
  for (const Edit& edit : edits) {
    move_to(edit.range.begin + 1);
    while (next != anchors.end() && next->text <= edit.range.end) ++next;
    if (const auto source = source_at(anchors, edit.range.end))
      out.push_back({shift.end_of(edit.range.end), *source});
  }
  move_to(UINT32_MAX);
  return out;
}

}  // namespace

bool apply_edits(const std::vector<Edit>& edits, Document& document) {
  if (!acceptable(edits, document.text)) return false;
  const Shift shift(edits);
  document.text = replaced(document.text, edits);
  for (Block& block : document.blocks) block.range = shift(block.range);
  for (Table& table : document.tables) {
    table.range = shift(table.range);
    for (Cell& cell : table.cells) cell.range = shift(cell.range);
  }
  for (Mark& mark : document.marks) mark.range = shift(mark.range);
  if (document.sheet_cells.empty()) document.anchors = moved_anchors(document.anchors, edits, shift);
  else
    for (Anchor& anchor : document.anchors)
      anchor.text = shift.begin_of(anchor.text);  // numbers of cells, not of characters
  for (Error& problem : document.problems) problem.where = shift(problem.where);
  return true;
}

}  // namespace nianbao
