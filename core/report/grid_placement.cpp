#include "report/grid_placement.h"

#include <map>
#include <optional>
#include <set>

#include "base/unicode.h"

namespace nianbao {
namespace {

using Places = std::optional<std::vector<int>>;

class Placer {
 public:
  Placer(const Document& document, const std::vector<HeadColumn>& head, bool ragged, std::size_t head_fields)
      : document_(document), head_(head), ragged_(ragged), head_fields_(head_fields) {
    for (const HeadColumn& h : head) positions_known_ = positions_known_ && h.begin >= 0;
  }

  std::vector<Placed> place(const std::vector<RowFields>& rows) {
    std::vector<Placed> out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) settle(out[i], rows[i], first_look(rows[i]));
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!out[i].certain) settle(out[i], rows[i], second_look(rows[i]));
    return out;
  }

 private:
  int count() const { return static_cast<int>(head_.size()); }

  void settle(Placed& placed, const RowFields& row, const Places& places) {
    if (!places) return;
    placed.certain = true;
    placed.field = *places;
    if (ragged_ && !places->empty() && consecutive(*places)) starts_[row.label].insert(places->front());
  }

  static bool consecutive(const std::vector<int>& places) {
    for (std::size_t i = 1; i < places.size(); ++i)
      if (places[i] != places[i - 1] + 1) return false;
    return true;
  }

  Places first_look(const RowFields& row) const {
    const bool like_head = !ragged_ || row.fields.size() == head_fields_;
    if (positions_known_ && like_head)
      if (Places places = by_position(row)) return places;
    return by_count(row);
  }

  Places second_look(const RowFields& row) const {
    if (Places places = shifted_like_others(row)) return places;
    return without_margin(row);
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

  // As many fields behind the label as the head has columns.
  Places by_count(const RowFields& row) const {
    if (static_cast<int>(row.fields.size()) - row.label - 1 != count()) return std::nullopt;
    return run(row.label + 1);
  }

  Places run(int start) const {
    std::vector<int> places;
    for (int i = 0; i < count(); ++i) places.push_back(start + i);
    return places;
  }

  // Rows whose label ends in the same field begin their values in the same field; what lacks at the end was blank.
  Places shifted_like_others(const RowFields& row) const {
    const auto known = starts_.find(row.label);
    if (!ragged_ || known == starts_.end() || known->second.size() != 1) return std::nullopt;
    const int start = *known->second.begin(), size = static_cast<int>(row.fields.size());
    if (start >= size) return std::nullopt;
    for (int i = row.label + 1; i < size; ++i)
      if ((i < start || i >= start + count()) && !row.fields[i].blank) return std::nullopt;
    std::vector<int> places = *run(start);
    for (int& place : places)
      if (place >= size) place = -1;
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
    if (before + after == excess || (after == 0 && before >= excess)) return run(row.label + 1 + (after == 0 ? excess : before));
    if (before == 0 && after >= excess) return run(row.label + 1);
    return std::nullopt;
  }

  const Document& document_;
  const std::vector<HeadColumn>& head_;
  bool ragged_;
  std::size_t head_fields_;
  bool positions_known_ = true;
  std::map<int, std::set<int>> starts_;  // label field -> fields where values begin
};

}  // namespace

std::vector<Placed> place_fields(const Document& document, const std::vector<HeadColumn>& head, bool ragged, std::size_t head_fields,
                                 const std::vector<RowFields>& rows) {
  if (head.empty() || head.size() > most_leaves) return std::vector<Placed>(rows.size());
  return Placer(document, head, ragged, head_fields).place(rows);
}

}  // namespace nianbao
