// Results as SARIF 2.1.0 (OASIS), for code review tools and dashboards; one log for any number of files.
#pragma once

#include <string>
#include <vector>

#include "check.h"

namespace nianbao {

class SarifLog {
 public:
  SarifLog();
  ~SarifLog();
  SarifLog(const SarifLog&) = delete;
  SarifLog& operator=(const SarifLog&) = delete;

  // Adds one file. Regions count lines and UTF-16 columns of the document text, not of the file's bytes.
  void add(const Reading& reading, const Checked* checked, const Options& options);
  std::string finish() const;

 private:
  struct Content;
  Content* content_;
};

// The same finding in a later version of a report: rule, cells and the words at its place, but not where that place is.
// 16 hexadecimal digits.
std::string fingerprint(const Reading& reading, const Finding& finding);

}  // namespace nianbao
