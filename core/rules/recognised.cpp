#include "rules/recognised.h"

#include <algorithm>

namespace nianbao {
namespace {

class FromPicture {
 public:
  explicit FromPicture(const Document& document) {
    for (const Mark& mark : document.marks)
      if (mark.kind == MarkKind::recognised) ranges_.push_back(mark.range);
  }

  bool any() const { return !ranges_.empty(); }

  bool holds_up(const Finding& finding) const {
    return finding.places.empty() || std::any_of(finding.places.begin(), finding.places.end(),
                                                 [this](Range place) { return touches(place); });
  }

 private:
  bool touches(Range place) const {
    if (place.empty()) return true;
    const auto next = std::lower_bound(ranges_.begin(), ranges_.end(), place.begin,
                                       [](Range range, std::uint32_t at) { return range.end <= at; });
    return next != ranges_.end() && next->begin < place.end;
  }

  std::vector<Range> ranges_;  // in order
};

// A character misread makes a word that nobody wrote, or hides a heading; and a picture may be one page of
// several.
bool is_about_words(const Finding& finding) {
  constexpr std::string_view families[] = {"wording/", "residue/", "structure/", "title/", "fees/statement"};
  const auto is_of = [&](std::string_view family) { return finding.rule.starts_with(family); };
  return finding.places.empty() || std::any_of(std::begin(families), std::end(families), is_of);
}

}  // namespace

void tell_as_likely(const Document& document, std::vector<Finding>& findings) {
  const FromPicture recognised(document);
  if (!recognised.any()) return;
  for (Finding& finding : findings) {
    if (!recognised.holds_up(finding)) continue;
    const Severity most = is_about_words(finding) ? Severity::notice : Severity::warning;
    for (Severity* severity : {&finding.severity, &finding.own_severity})
      *severity = std::max(*severity, most);  // error: 0
  }
}

}  // namespace nianbao
