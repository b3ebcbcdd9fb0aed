#include "report/grid_placement.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.h"

namespace nianbao {
namespace {

using Places = std::optional<std::vector<int>>;

class SoundGrid {
 public:
  SoundGrid(const Document& document, const std::vector<HeadColumn>& head)
      : document_(document), head_(head) {
    for (const HeadColumn& h : head) positions_known_ = positions_known_ && h.begin >= 0;
  }

  Places place(const RowFields& row) const {
    if (positions_known_)
      if (Places places = by_position(row)) return places;
    if (behind_label(row) == count()) return run(row.label + 1);
    return without_margin(row);
  }

 private:
  int count() const { return static_cast<int>(head_.size()); }
  static int behind_label(const RowFields& row) {
    return static_cast<int>(row.fields.size()) - row.label - 1;
  }

  // The cell under each column of the head, all different and behind the label, and no value left over.
  Places by_position(const RowFields& row) const {
    std::vector<int> places;
    std::size_t used = 0;
    for (const HeadColumn& column : head_) {
      const int field = under(row, column);
      if (field < 0 || (!places.empty() && field == places.back())) return std::nullopt;
      places.push_back(field);
      ++used;
    }
    for (int i = row.label + 1; i < static_cast<int>(row.fields.size()); ++i) {
      const Field& f = row.fields[i];
      if (f.value && !f.blank && !covered(f)) return std::nullopt;
    }
    return places;
  }

  bool covered(const Field& f) const {
    for (const HeadColumn& column : head_)
      if (f.begin < column.end && column.begin < f.end) return true;
    return f.begin >= head_.back().end;  // a column of its own behind the table's: 备注
  }

  // One field begins under the column, or all but one are blank, or all say the same (merged cells repeated).
  int under(const RowFields& row, const HeadColumn& column) const {
    int found = -1;
    for (int i = row.label + 1; i < static_cast<int>(row.fields.size()); ++i) {
      const Field& f = row.fields[i];
      if (f.begin >= column.end) break;
      if (f.end <= column.begin) continue;
      if (f.begin < column.begin && (f.end > column.end || overlaps_another(f, column))) return -1;
      if (found < 0 || row.fields[found].blank) found = i;
      else if (!f.blank && document_.view(f.range) != document_.view(row.fields[found].range)) return -1;
    }
    return found;
  }

  bool overlaps_another(const Field& f, const HeadColumn& column) const {
    for (const HeadColumn& other : head_)
      if (other.begin != column.begin && f.begin < other.end && other.begin < f.end) return true;
    return false;
  }

  Places run(int start) const {
    std::vector<int> places;
    for (int i = 0; i < count(); ++i) places.push_back(start + i);
    return places;
  }

  // Too many fields, but blanks at one end only, and just as many as are too many.
  Places without_margin(const RowFields& row) const {
    const int size = static_cast<int>(row.fields.size());
    const int excess = size - row.label - 1 - count();
    if (excess <= 0) return std::nullopt;
    int before = 0, after = 0;
    while (row.label + 1 + before < size && row.fields[row.label + 1 + before].blank) ++before;
    while (after < size - row.label - 1 && row.fields[size - 1 - after].blank) ++after;
    if (before + after == excess || (after == 0 && before >= excess))
      return run(row.label + 1 + (after == 0 ? excess : before));
    if (before == 0 && after >= excess) return run(row.label + 1);
    return std::nullopt;
  }

  const Document& document_;
  const std::vector<HeadColumn>& head_;
  bool positions_known_ = true;
};

// Where the values of a row may begin: not before the label, not behind the first value, and so that the last
// one is within.
struct Starts {
  int low = 0, high = 0;
  bool certain() const { return low == high; }
  bool contains(int start) const { return low <= start && start <= high; }
};

class RaggedGrid {
 public:
  RaggedGrid(const std::vector<HeadColumn>& head, GridNature nature)
      : count_(static_cast<int>(head.size())), nature_(nature) {
    for (std::size_t i = 1; i < head.size(); ++i)
      consecutive_ = consecutive_ && head[i].begin == head[i - 1].begin + 1;
    head_start_ = head.empty() || !consecutive_ ? -1 : head.front().begin;
  }

  void learn(const RowFields& row) {
    const auto starts = possible(row);
    const bool blank = std::all_of(row.fields.begin() + row.label + 1, row.fields.end(),
                                   [](const Field& f) { return f.blank; });
    if (!starts || !starts->certain() || blank) return;
    by_shape_[{row.label, row.fields.size()}].insert(starts->low);
    by_size_[row.fields.size()].insert(starts->low);
  }

  Places place(const RowFields& row) const {
    const auto starts = possible(row);
    if (!starts) return std::nullopt;
    if (starts->certain()) return run(starts->low, row);
    if (const int start = likely(row); start >= 0 && starts->contains(start)) return run(start, row);
    return std::nullopt;
  }

 private:
  std::optional<Starts> possible(const RowFields& row) const {
    int first = -1, last = -1;
    for (int i = row.label + 1; i < static_cast<int>(row.fields.size()); ++i) {
      if (row.fields[static_cast<std::size_t>(i)].blank) continue;
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) {
      const int spare = static_cast<int>(row.fields.size()) - row.label - 1 - count_;
      return spare < 0 ? std::nullopt : std::optional<Starts>({row.label + 1, row.label + 1});
    }
    const Starts starts{std::max(row.label + 1, last - count_ + 1), first};
    return starts.low <= starts.high ? std::optional<Starts>(starts) : std::nullopt;
  }

  // What the head or rows of the same shape say; -1 when they do not agree or the shape says nothing.
  int likely(const RowFields& row) const {
    if (nature_.plain_labels && head_start_ >= 0) return head_start_;
    if (nature_.cut_ends) return -1;
    if (const int start = only(by_shape_, {row.label, row.fields.size()}); start != nothing) return start;
    const int start = only(by_size_, row.fields.size());
    return start != nothing ? start : -1;
  }

  static constexpr int nothing = -2;

  // The one start known for the key; `nothing` when none is known, -1 when several are.
  template <typename Map>
  static int only(const Map& map, const typename Map::key_type& key) {
    const auto found = map.find(key);
    if (found == map.end()) return nothing;
    return found->second.size() == 1 ? *found->second.begin() : -1;
  }

  std::vector<int> run(int start, const RowFields& row) const {
    std::vector<int> places;
    for (int i = 0; i < count_; ++i)
      places.push_back(start + i < static_cast<int>(row.fields.size()) ? start + i : -1);
    return places;
  }

  int count_;
  GridNature nature_;
  bool consecutive_ = true;
  int head_start_ = -1;
  // label field, number of fields -> first value field
  std::map<std::pair<int, std::size_t>, std::set<int>> by_shape_;
  std::map<std::size_t, std::set<int>> by_size_;
};

}  // namespace

bool ends_are_cut(const Document& document, const Table& table) {
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const bool last = i + 1 == table.cells.size() || table.cells[i + 1].row != table.cells[i].row;
    if (last && trim(document.view(table.cells[i].range)).empty()) return false;
  }
  return true;
}

std::vector<Placed> place_fields(const Document& document, const std::vector<HeadColumn>& head,
                                 GridNature nature, const std::vector<RowFields>& rows) {
  std::vector<Placed> out(rows.size());
  if (head.empty() || head.size() > most_leaves) return out;
  const SoundGrid sound(document, head);
  RaggedGrid ragged(head, nature);
  if (nature.ragged)
    for (const RowFields& row : rows) ragged.learn(row);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Places places = nature.ragged ? ragged.place(rows[i]) : sound.place(rows[i]);
    if (!places) continue;
    out[i].certain = true;
    out[i].field = *places;
  }
  return out;
}

}  // namespace nianbao
