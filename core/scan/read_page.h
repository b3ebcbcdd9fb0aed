// A picture of a page to the geometry of input/pdf_geometry.h, with a recogniser outside asked step by step:
//
//   PageReader reader(picture, width_in_points);
//   while (!reader.wanted().empty()) reader.give(…one reading for each of reader.wanted()…);
//   reader.geometry();
//
// First a few lines are tried in one direction after the other until they can be read, then all that the page
// holds.
#pragma once

#include <string>
#include <vector>

#include "scan/page.h"

namespace nianbao::scan {

// A crop as read with all characters, and with those of numbers alone; from 0 to 1 how certain the characters
// are in the mean, and how certain the least certain one of the number is.
struct Reading {
  std::string text, number;  // UTF-8
  double certainty = 0, number_certainty = 0;
  bool confirmed = false;  // `text` is what a person says
  std::string second{};  // the number as its characters may be read, too; empty where nothing else is likely
};

class PageReader {
 public:
  // `width`: of the page as it is given, in points.
  PageReader(Picture picture, double width);

  const std::vector<Grey>& wanted() const { return wanted_; }
  void give(const std::vector<Reading>& readings);

  // Its page as records of input/pdf_geometry.h, from P to the last: without what is no text. Requires that
  // nothing is wanted.
  std::string geometry() const;
  const CutPage& page() const { return page_; }
  const std::vector<Reading>& readings() const { return readings_; }  // of its crops
  int quarters() const { return quarters_; }  // by which the picture was turned clockwise

 private:
  void turn(int quarters);
  void probe(int quarters);
  void judge(const std::vector<Reading>& readings);
  void keep(const std::vector<Reading>& readings);

  Picture picture_;
  double width_;
  CutPage page_;
  int quarters_ = 0;
  bool decided_ = false;
  std::vector<std::size_t> probes_;
  int probed_ = 0;  // quarters
  double best_ = -1;
  int best_quarters_ = 0;
  std::vector<Grey> wanted_;
  std::vector<Reading> readings_;
};

}  // namespace nianbao::scan
