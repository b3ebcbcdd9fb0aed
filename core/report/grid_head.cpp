#include "report/grid_head.h"

#include <algorithm>

#include "base/sorting.h"

namespace nianbao {
namespace {

constexpr int total_of_applicants = 6, other_of_applicants = 5, total_of_proceedings = 4;
constexpr int all_organisations = -2;  // 法人或其他组织 above its five columns
constexpr std::u16string_view organisations_label = u"法人或其他组织";

bool known(const Leaf& leaf) { return leaf.column >= 0; }
bool in_grid_before(const Leaf& leaf) { return leaf.place.begin < 0; }

// Nothing but columns of organisations; one among all five may have its label altered.
bool are_organisations(const std::vector<Leaf>& leaves) {
  bool only = true, five = leaves.size() == other_of_applicants;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const int column = leaves[i].column;
    only &= column > 0 && column < total_of_applicants;
    five &= column == -1 || column == static_cast<int>(i) + 1;
  }
  return only || five;
}

bool shares_column(const std::vector<Leaf>& a, const std::vector<Leaf>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Leaf& leaf) {
    return known(leaf) &&
           std::any_of(b.begin(), b.end(), [&](const Leaf& other) { return other.column == leaf.column; });
  });
}

int applicant(const WordMeaning& meaning) {
  switch (meaning.word) {
    case Word::applicant_column: return meaning.index;
    case Word::other: return other_of_applicants;
    case Word::total: return total_of_applicants;
    default: return -1;
  }
}

int result(const WordMeaning& meaning) {
  if (meaning.word == Word::proceedings_column) return meaning.index;
  return meaning.word == Word::total ? total_of_proceedings : -1;
}

}  // namespace

void GridHead::clear() { *this = GridHead{}; }

// A lower cell takes the place of those above it; the same label again, beside or below, widens the column.
void GridHead::put(Leaf leaf) {
  auto overlaps = [&](const Leaf& other) {
    return leaf.place.begin < other.place.end && other.place.begin < leaf.place.end;
  };
  for (const Leaf& other : leaves_)
    if (overlaps(other) && !known(leaf) && known(other)) return;
  leaves_.erase(std::remove_if(leaves_.begin(), leaves_.end(), overlaps), leaves_.end());
  const auto after = std::find_if(leaves_.begin(), leaves_.end(),
                                  [&](const Leaf& other) { return other.place.begin > leaf.place.begin; });
  if (after != leaves_.begin()) {
    Leaf& before = *std::prev(after);
    if (before.key == leaf.key && before.group == leaf.group && before.place.end == leaf.place.begin) {
      before.place.end = leaf.place.end;
      return;
    }
  }
  if (leaves_.size() < 4 * most_leaves) leaves_.insert(after, std::move(leaf));
}

void GridHead::add_disclosure(const GridRow& row) {
  clear();
  bool behind_label = false;
  for (const GridSlot& s : row.slots) {
    if (s.meaning.word == Word::disclosure_head) behind_label = true;
    else if (!s.key.empty() && (s.meaning.word == Word::disclosure_column || behind_label))
      put({{s.begin, s.end}, s.cell->range, s.key, 0, -1, {}});
  }
  finished_ = true;
}

void GridHead::add_applicants(const GridRow& row) {
  if (finished_) clear();
  for (const GridSlot& s : row.slots) {
    if (!s.own || s.key.empty()) continue;
    if (s.key == organisations_label)
      put({{s.begin, s.end}, s.cell->range, s.key, all_organisations, -1, {}});
    if (s.meaning.word == Word::applicant_head) continue;
    if (const int column = applicant(s.meaning); column >= 0) {
      put({{s.begin, s.end}, s.cell->range, s.key, column, -1, {}});
      continue;
    }
    put(joined({{s.begin, s.end}, s.cell->range, s.key, -1, -1, {}}));
  }
}

// A label over two rows of the grid: 自然 above 人.
Leaf GridHead::joined(Leaf leaf) const {
  for (const Leaf& above : leaves_) {
    if (above.place.begin != leaf.place.begin || above.place.end != leaf.place.end || above.column != -1 ||
        above.key.size() > 20)
      continue;
    leaf.key = above.key + leaf.key;
    leaf.range.begin = std::min(above.range.begin, leaf.range.begin);
    leaf.column = applicant(word_of(leaf.key));
    break;
  }
  return leaf;
}

// A page break parts the head: 自然人, 法人或其他组织 and 总计 in one grid, the five organisations in the
// next. These stand where the name of them all stood; a head printed again stands for itself. From then on
// only the order is known.
void GridHead::join_parts() {
  const auto own = std::find_if_not(leaves_.begin(), leaves_.end(), in_grid_before);
  if (own == leaves_.begin() || own == leaves_.end()) return;
  std::vector<Leaf> before(leaves_.begin(), own), here(own, leaves_.end());
  if (std::none_of(before.begin(), before.end(), known) || shares_column(here, before))
    return leaves_.swap(here);
  const auto name = std::find_if(before.begin(), before.end(),
                                 [](const Leaf& leaf) { return leaf.column == all_organisations; });
  const bool named = name != before.end();
  const bool alone = are_organisations(here);
  if (named) before.insert(before.erase(name), here.begin(), here.end());
  const bool usual = std::is_sorted(before.begin(), before.end(),
                                    [](const Leaf& a, const Leaf& b) { return a.column < b.column; });
  if (!named || !(alone || usual)) {
    clear();
    unsure_ = finished_ = true;
    return;
  }
  leaves_ = std::move(before);
  for (Leaf& leaf : leaves_) leaf.place = {};
}

// Unknown columns stay only between known ones: there they keep the count right. One unknown column where
// exactly one of the seven is missing at that place is that one, its label altered.
void GridHead::finish_applicants() {
  if (finished_) return;
  join_parts();
  finished_ = true;
  leaves_.erase(std::remove_if(leaves_.begin(), leaves_.end(),
                               [](const Leaf& leaf) { return leaf.column == all_organisations; }),
                leaves_.end());
  const auto first = std::find_if(leaves_.begin(), leaves_.end(), known);
  leaves_.erase(leaves_.begin(), first);
  while (!leaves_.empty() && !known(leaves_.back())) leaves_.pop_back();
  if (unsure_) return;
  if (std::count_if(leaves_.begin(), leaves_.end(), known) < 2) return clear();
  std::vector<bool> seen(7, false);
  for (const Leaf& leaf : leaves_) {
    if (known(leaf) && seen[leaf.column]) return clear();
    if (known(leaf)) seen[leaf.column] = true;
  }
  if (leaves_.size() != 7) return;
  for (std::size_t i = 0; i < 7; ++i)
    if (known(leaves_[i]) && leaves_[i].column != static_cast<int>(i)) return;
  for (std::size_t i = 0; i < 7; ++i) leaves_[i].column = static_cast<int>(i);
}

void GridHead::add_proceedings(const GridRow& row) {
  if (finished_) clear();
  for (const GridSlot& s : row.slots) {
    if (!s.own || s.key.empty()) continue;
    if (s.meaning.word == Word::proceedings_group)
      markers_.push_back({s.begin, s.meaning.index, s.cell->range});
    else if (const int column = result(s.meaning); column >= 0)
      put({{s.begin, s.end}, s.cell->range, s.key, column, -1, {}});
  }
}

// Each column belongs to the group whose name stands nearest to its left, the lower name first; of names in
// the grid before a page break only a single one can be left for the columns here.
void GridHead::finish_proceedings(int group_before) {
  if (finished_) return;
  finished_ = true;
  bool among_several = false;
  const auto names_before =
      std::count_if(markers_.begin(), markers_.end(), [](const Marker& m) { return m.begin < 0; });
  for (Leaf& leaf : leaves_) {
    const Marker* best = nullptr;
    for (const Marker& marker : markers_)
      if (marker.begin <= leaf.place.begin && (best == nullptr || marker.begin >= best->begin))
        best = &marker;
    leaf.group = best == nullptr ? group_before : best->group == proceedings_suits ? -1 : best->group;
    leaf.group_label = best == nullptr ? leaf.range : best->range;
    among_several |= best != nullptr && best->begin < 0 && names_before > 1;
  }
  if (among_several) return groups_in_order();
  for (std::size_t i = 0; i < leaves_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (leaves_[i].group == leaves_[j].group && leaves_[i].column == leaves_[j].column)
        return groups_in_order();
}

// A page break between the names of the groups and the results leaves their columns unrelated: fifteen
// results stand in the order of the groups, if those are named in it.
void GridHead::groups_in_order() {
  std::vector<Marker> named;
  for (const Marker& marker : markers_)
    if (marker.group != proceedings_suits) named.push_back(marker);
  sort_by(named, [](const Marker& a, const Marker& b) { return a.begin < b.begin; });
  bool usual = leaves_.size() == 15 && named.size() == 3;
  for (std::size_t i = 0; usual && i < named.size(); ++i) usual = named[i].group == static_cast<int>(i);
  for (std::size_t i = 0; usual && i < leaves_.size(); ++i)
    usual = leaves_[i].column == static_cast<int>(i % 5);
  if (!usual) return clear();
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    leaves_[i].group = static_cast<int>(i / 5);
    leaves_[i].group_label = named[i / 5].range;
  }
}

std::vector<HeadColumn> GridHead::places() const {
  std::vector<HeadColumn> places;
  for (const Leaf& leaf : leaves_) places.push_back(leaf.place);
  return places;
}

void GridHead::forget_places() {
  if (!finished_) join_parts();
  for (Leaf& leaf : leaves_) leaf.place = {};
  markers_.erase(std::remove_if(markers_.begin(), markers_.end(),
                                [](const Marker& marker) { return marker.group == proceedings_suits; }),
                 markers_.end());
  for (Marker& marker : markers_) marker.begin = -1;
}

}  // namespace nianbao
