// The head of a table as it is read row by row: which columns of the grid stand for which columns of the
// form.
#pragma once

#include <string>
#include <vector>

#include "report/grid_placement.h"
#include "report/grid_rows.h"

namespace nianbao {

struct Leaf {
  HeadColumn place{};
  Range range{};
  std::u16string key;  // label_key() of what is printed
  int column =
      -1;  // of the applicants or of the results of proceedings; -1: none of them, -2: 法人或其他组织
  int group = -1;  // of 表四: form row, -1 unknown
  Range group_label{};
};

class GridHead {
 public:
  void clear();
  void add_disclosure(const GridRow& row);
  void add_applicants(const GridRow& row);
  void add_proceedings(const GridRow& row);
  // After the last row of the head: drops what is no column, joins what a page break parted, completes
  // groups. `group_before` is the group of 表四 named above the grid, -1 for none.
  void finish_applicants();
  void finish_proceedings(int group_before);

  bool empty() const { return leaves_.empty(); }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  std::vector<HeadColumn> places() const;
  // The same columns without their places, for rows of the next grid or the rest of the head there.
  void forget_places();
  // Its columns lie in two grids and how they stand to each other is not known: no row can be read.
  bool unsure() const { return unsure_; }
  // stands in the same grid
  bool placed() const { return !leaves_.empty() && leaves_.front().place.begin >= 0; }

 private:
  struct Marker {
    int begin;
    int group;
    Range range;
  };
  void groups_in_order();
  void join_parts();
  void put(Leaf leaf);
  Leaf joined(Leaf leaf) const;

  std::vector<Leaf> leaves_;     // from left to right, not overlapping
  std::vector<Marker> markers_;  // 行政复议 and so on; begin is -1 in the grid before
  bool finished_ = false, unsure_ = false;
};

}  // namespace nianbao
