// Half-open ranges of UTF-16 code units into Document::text.
//
// Everything the checker says about a place in a report is such a range: headings, cells, figures, evidence.
// The unit is the one of the JSON contract, so no offset is ever converted.
#pragma once

#include <cstdint>

namespace nianbao {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
};

inline bool operator==(Range a, Range b) { return a.begin == b.begin && a.end == b.end; }
inline bool operator!=(Range a, Range b) { return !(a == b); }
inline bool operator<(Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }

}  // namespace nianbao
