// Results of many files in one of the output formats.
#pragma once

#include <memory>
#include <string>

#include "check.h"
#include "cli/arguments.h"

namespace nianbao {

// begin() once, then for each file make() on any thread and, in order, place() with what make() gave; end()
// once. What begin(), place() and end() return is written as it comes.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;
  virtual std::string begin() { return {}; }
  virtual std::string make(const CheckedReading& all, const Options& options) const = 0;
  virtual std::string place(std::string made) { return made; }
  virtual std::string end() { return {}; }
};

// Of every format but xlsx, which is one workbook of them all.
std::unique_ptr<ResultWriter> make_result_writer(OutputFormat format, Language language);

}  // namespace nianbao
