// Many reports checked by all cores, answered in order; the years of one body find each other.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/result_writer.h"
#include "cli/sources.h"
#include "rules/units.h"

namespace nianbao {

// Memory: one report and its result a thread, a kilobyte a report for what relates them, and what the output
// keeps.
class Batch {
 public:
  // `parent`: among `files`, or nothing.
  Batch(const Arguments& args, std::vector<Source> files, std::vector<Source> earlier,
        std::optional<std::size_t> parent);

  // Writes the results to standard output, progress and complaints to standard error. Returns the exit
  // status.
  int run();

 private:
  struct Answer {
    std::string text;
    int status;
  };

  unsigned workers() const;
  bool read_earlier();
  void read_units();
  void read(std::size_t source, ReadingOptions& options, Reading& out) const;
  const Reading* reading_of(std::size_t source, Reading& room) const;
  const Reading* year_before(std::size_t source, const Reading& reading, Reading& room) const;
  Answer check(std::size_t source) const;
  void deliver(std::size_t source, std::size_t number, Answer& answer);

  const Arguments& args_;
  std::vector<Source> sources_;     // the files, then the earlier reports
  std::size_t files_;               // how many of them are files
  std::vector<std::size_t> order_;  // what is answered
  std::vector<std::unique_ptr<Reading>> kept_;  // earlier reports, when they are few
  std::unique_ptr<ResultWriter> writer_;
  Company company_;  // units in the order of sources_
  int worst_;
};

}  // namespace nianbao
