// Many reports checked by all cores, answered in order; the years of one body find each other.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/result_writer.h"
#include "cli/sources.h"
#include "rules/units.h"

namespace nianbao {

// Memory: one report and its result a thread, a kilobyte a report for what relates them, what the output
// keeps, and the first reports read, so that they need not be read again (most_text of batch.cpp).
class Batch {
 public:
  // `parent`: among `files`, or nothing.
  Batch(const Arguments& args, std::vector<Source> files, std::vector<Source> earlier,
        std::optional<std::size_t> parent);

  // Writes the results to standard output, progress and complaints to standard error. Returns the exit
  // status.
  int run();

 private:
  // A report as the first pass over all of them read it.
  struct FirstReading {
    ReadingOptions options;
    CheckedReading all;  // read, not yet checked
  };
  struct Answer {
    std::string text;
    int status;
  };

  unsigned workers() const;
  bool read_earlier();
  void read_units();
  void read(std::size_t source, ReadingOptions& options, Reading& out) const;
  std::unique_ptr<FirstReading> first_reading(std::size_t source) const;
  void keep(std::size_t source, std::unique_ptr<FirstReading> first);
  const Reading* reading_of(std::size_t source, Reading& room) const;
  const Reading* year_before(std::size_t source, const Reading& reading, Reading& room) const;
  Answer check(std::size_t source);
  void deliver(std::size_t source, std::size_t number, Answer& answer);

  const Arguments& args_;
  std::vector<Source> sources_;     // the files, then the earlier reports
  std::size_t files_;               // how many of them are files
  std::vector<std::size_t> order_;  // what is answered
  std::vector<std::unique_ptr<Reading>> kept_;  // earlier reports, when they are few
  std::vector<std::unique_ptr<FirstReading>> first_;  // by file; nothing where there was no room
  std::atomic<std::size_t> first_text_{0};            // UTF-16 units of them
  std::unique_ptr<ResultWriter> writer_;
  Company company_;  // units in the order of sources_
  int worst_;
};

}  // namespace nianbao
