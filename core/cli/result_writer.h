// Results of many files in one of the output formats.
#pragma once

#include <memory>
#include <string>

#include "check.h"
#include "cli/arguments.h"

namespace nianbao {

// Gathers files in order and gives out text as it becomes ready: begin() once, add() for each file, end() once.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;
  virtual std::string begin() { return {}; }
  virtual std::string add(const Reading& reading, const Checked* checked, const Options& options) = 0;
  virtual std::string end() { return {}; }
};

std::unique_ptr<ResultWriter> make_result_writer(OutputFormat format, Language language);

}  // namespace nianbao
