// Results as SARIF 2.1.0 (OASIS), for code review tools and dashboards; one log for any number of files.
#pragma once

#include <string>
#include <vector>

#include "stages.h"

namespace nianbao {

// One file's share of a log: the items of `results` and of `toolExecutionNotifications`, as JSON joined by
// commas. Regions count lines and UTF-16 columns of the document text, not of the file's bytes.
struct SarifPart {
  std::string results;
  std::string notifications;
};
SarifPart sarif_part(const CheckedReading& all, const Options& options);
std::string sarif_log(const std::vector<SarifPart>& parts, Language language);

// The same finding in a later version of a report: rule, cells and the words at its place, but not where that
// place is. 16 hexadecimal digits.
std::string fingerprint(const Reading& reading, const Finding& finding);

}  // namespace nianbao
