// 结论: the one place that says how a check came out. Text, JSON, check note, page and package show what is
// decided here.
#pragma once

#include <array>
#include <optional>

#include "stages.h"

namespace nianbao {

// The worst first. Only `clean` and `notices` may be shown in green.
enum class ConclusionKind : std::uint8_t {
  unreadable,  // no report was found: nothing was checked
  errors,      // open errors
  partial,     // something was not read
  warnings,    // open warnings
  dismissed,   // nothing open but what a person has set aside, an error among it
  limited,  // nothing open, but not all was checked: rules switched off or rated lower, last year's file of
            // no use
  notices,  // notices at most
  clean,    // everything was read, nothing was found
};

struct FindingCounts {
  std::array<int, 3> open{}, dismissed{};  // by severity
  int all_dismissed() const { return dismissed[0] + dismissed[1] + dismissed[2]; }
};
FindingCounts count_findings(const CheckedReading& all);

struct Conclusion {
  ConclusionKind kind = ConclusionKind::unreadable;
  Text title;  // a few words without a full stop
  Text next;   // a sentence: what it means, what to do
};
Conclusion conclude(const CheckedReading& all, const Options& options);
std::string_view conclusion_name(ConclusionKind kind);  // "unreadable", …

// 错误1处，疑似0处，提示2处；已标为不是问题1处
Text counts_words(const FindingCounts& counts);

// What became of the file that was given as last year's.
enum class LastYear : std::uint8_t {
  compared,      // the report of the same body a year earlier
  unreadable,    // nothing could be read from it
  no_report,     // read, but no annual report
  other_year,    // a report of another year than the one before
  other_agency,  // another body's
};
std::optional<LastYear> last_year_of(
    const CheckedReading& all);  // nothing when none was given, or there is no report to hold it against
std::string_view last_year_name(LastYear what);
Text last_year_words(const CheckedReading& all);  // a sentence; requires last_year_of()

}  // namespace nianbao
