// Many reports checked by all cores, answered in order; the years of one body find each other.
//
//   Batch batch(args, files, earlier);
//   batch.read_all(…);                     // which body and year each report is
//   batch.relate(…);
//   batch.each<Answer>(make, deliver);     // make() on any thread, deliver() in order
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/ordered_work.h"
#include "cli/sources.h"
#include "note/note.h"
#include "rules/units.h"

namespace nianbao {

// Memory: one report and its result a thread, a kilobyte a report for what relates them, what the output
// keeps, and the first reports read, so that they need not be read again (most_text of batch.cpp).
class Batch {
 public:
  // A report that was checked.
  struct Item {
    std::size_t source;
    const CheckedReading& all;
    const Options& options;
    FileFacts facts;  // of its file, where asked for
    int status;
  };
  // Told of every report that is read, on any thread.
  using Seen = std::function<void(std::size_t source, const Reading& reading)>;

  // `files` are checked, with the reports of the year before among them and `earlier`.
  Batch(const Arguments& args, std::vector<Source> files, std::vector<Source> earlier,
        bool with_facts = false);

  // False when an earlier report is not there, which is said. One report alone is read only for `seen`.
  [[nodiscard]] bool read_all(const Seen& seen = nullptr);
  // `parent`: among the files, or nothing. Reports `left_out` are held against no other body's.
  void relate(std::optional<std::size_t> parent, const std::vector<bool>& left_out = {});
  const Company& company() const { return company_; }

  std::size_t count() const { return order_.size(); }  // of what each() goes through; files come first
  const Source& source(std::size_t i) const { return sources_[i]; }
  int worst() const { return worst_; }

  template <typename Made, typename Make, typename Deliver>
  void each(Make make, Deliver deliver) {
    struct Answer {
      std::optional<Made> made;
      int status = 0;
    };
    in_order<Answer>(
        order_.size(), workers(),
        [&](std::size_t i) {
          Answer answer;
          check(order_[i], [&](const Item& item) {
            answer.status = item.status;
            answer.made.emplace(make(item));
          });
          return answer;
        },
        [&](std::size_t i, Answer& answer) {
          worst_ = std::max(worst_, answer.status);
          deliver(order_[i], i + 1, *answer.made);
        });
  }

 private:
  // A report as the first pass over all of them read it.
  struct FirstReading {
    ReadingOptions options;
    FileFacts facts;
    CheckedReading all;  // read, not yet checked
  };

  unsigned workers() const;
  [[nodiscard]] bool read_earlier();
  void read(std::size_t source, ReadingOptions& options, Reading& out, FileFacts& facts) const;
  std::unique_ptr<FirstReading> first_reading(std::size_t source) const;
  void keep(std::size_t source, std::unique_ptr<FirstReading> first);
  const Reading* reading_of(std::size_t source, Reading& room, FileFacts& facts) const;
  const Reading* year_before(std::size_t source, const Reading& reading, Reading& room,
                             FileFacts& facts) const;
  void check(std::size_t source, const std::function<void(const Item&)>& use);

  const Arguments& args_;
  std::vector<Source> sources_;                       // the files, then the earlier reports
  std::size_t files_;                                 // how many of them are files
  std::vector<std::size_t> order_;                    // what is answered
  std::vector<std::unique_ptr<Reading>> kept_;        // earlier reports, when they are few
  std::vector<std::unique_ptr<FirstReading>> first_;  // by file; nothing where there was no room
  std::atomic<std::size_t> first_text_{0};            // UTF-16 units of them
  bool with_facts_;
  std::vector<Unit> units_;     // in the order of sources_, until they are related
  std::vector<bool> left_out_;  // by file
  Company company_;
  int worst_;
};

}  // namespace nianbao
