#include "cli/check_command.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <thread>
#include <tuple>

#include "base/unicode.h"
#include "cli/arguments.h"
#include "cli/files.h"
#include "cli/input_bytes.h"
#include "cli/ordered_work.h"
#include "cli/result_writer.h"
#include "cli/sources.h"
#include "output/to_json.h"
#include "rules/units.h"

namespace nianbao {
namespace {

void complain(const std::string& what) { std::cerr << "nianbao: " << what << "\n"; }

void read_whole(const Source& source, Options& options, Reading& out) {
  Result<std::string> bytes = read_source(source);
  if (bytes) read_report(as_the_core_reads(std::move(bytes.value()), options), options, out);
  else out.failure = bytes.error();
}

int status_of(const Reading& reading, const Checked* checked) {
  if (checked == nullptr || outcome_name(reading) != "checked") return exit_unread;
  const auto& findings = checked->rules.findings;
  const bool errors = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  return errors ? exit_errors : exit_clean;
}

// Which report belongs to which body and year, so that the years of one agency find each other.
class Chronicle {
 public:
  void add(const Unit& unit, const Source& source) {
    if (unit.year != 0 && !unit.agency.empty()) sources_.emplace(std::make_pair(unit.agency, unit.year), &source);
  }

  // The report of the year before, or null.
  const Source* before(const Reading& reading) const {
    if (!reading.found || reading.report.year == 0) return nullptr;
    const auto found = sources_.find({folded(reading.report.agency), reading.report.year - 1});
    return found == sources_.end() ? nullptr : found->second;
  }

 private:
  std::map<std::pair<std::u16string, int>, const Source*> sources_;
};

class Batch {
 public:
  Batch(const CheckArguments& args, std::vector<Source> files)
      : args_(args), files_(std::move(files)), writer_(make_result_writer(args.format, args.options.language)) {}

  int run() {
    if (!read_earlier_years()) return exit_unread;
    if (files_.size() > 1 && (args_.previous.empty() || args_.together)) read_units();
    std::cout << writer_->begin();
    in_order<Answer>(files_.size(), workers(), [&](std::size_t i) { return check_one(i); }, [&](std::size_t i, Answer& answer) { deliver(i, answer); });
    std::cout << writer_->end() << std::flush;
    return worst_;
  }

 private:
  struct Answer {
    std::string text;
    int status = exit_clean;
  };

  unsigned workers() const { return args_.jobs != 0 ? args_.jobs : std::max(1u, std::thread::hardware_concurrency()); }

  // Reports named by --previous; the one a year earlier is found by its year.
  bool read_earlier_years() {
    for (const Source& source : expand(args_.previous, complain)) {
      const std::string& name = source.name;
      Options options;
      earlier_.push_back(std::make_unique<Reading>());
      read_whole(source, options, *earlier_.back());
      if (earlier_.back()->failure && earlier_.back()->failure->code == ErrorCode::not_found) {
        complain("打不开上年年报 " + name);
        return false;
      }
      if (earlier_.back()->found) continue;
      complain(name + " 里没有找到年报，没有与上年核对");
      worst_ = exit_unread;
      earlier_.pop_back();
    }
    return true;
  }

  // A first pass over all files: which body and year each is, and what to hold it against.
  void read_units() {
    in_order<std::optional<Unit>>(
        files_.size(), workers(),
        [&](std::size_t i) -> std::optional<Unit> {
          Reading reading;
          Options options = args_.options;
          if (files_[i].file != "-") read_whole(files_[i], options, reading);
          return reading.found ? std::optional<Unit>(unit_of(reading.report, files_[i].name)) : std::nullopt;
        },
        [&](std::size_t i, std::optional<Unit>& unit) {
          if (unit) chronicle_.add(*unit, files_[i]);
          if (args_.together) company_.add(unit ? *std::move(unit) : Unit());
        });
    if (args_.together) company_.close();
  }

  const Reading* year_before(const Reading& reading, Reading& room) const {
    for (const auto& earlier : earlier_)
      if (earlier->report.year == reading.report.year - 1 || earlier_.size() == 1) return earlier.get();
    const Source* source = earlier_.empty() ? chronicle_.before(reading) : nullptr;
    if (source == nullptr) return nullptr;
    Options options;
    read_whole(*source, options, room);
    return &room;
  }

  Answer check_one(std::size_t i) const {
    Options options = args_.options;
    options.name = files_.size() > 1 ? files_[i].name : files_[i].short_name;
    Reading reading, room;
    read_whole(files_[i], options, reading);
    std::optional<Checked> checked;
    const Together together = company_.together(i);
    if (reading.found) checked = check_report(reading, year_before(reading, room), options, args_.together ? &together : nullptr);
    const Checked* result = checked ? &*checked : nullptr;
    return {writer_->make(reading, result, options), status_of(reading, result)};
  }

  void deliver(std::size_t i, Answer& answer) {
    std::cout << writer_->place(std::move(answer.text));
    if (files_.size() > 1) std::cerr << "[" << i + 1 << "/" << files_.size() << "] " << files_[i].name << "\n";
    worst_ = std::max(worst_, answer.status);
  }

  const CheckArguments& args_;
  std::vector<Source> files_;
  std::unique_ptr<ResultWriter> writer_;
  std::vector<std::unique_ptr<Reading>> earlier_;
  Chronicle chronicle_;
  Company company_;       // filled when the files are checked together
  int worst_ = exit_clean;
};

}  // namespace

int check_command(const std::vector<std::string>& words) {
  CheckArguments args = parse_check_arguments(words);
  if (!args.error.empty()) return usage_error(args.error);
  if (!args.names.empty()) {
    const auto names = read_names(args.names);
    if (!names) return usage_error("打不开名单 " + args.names);
    args.files.insert(args.files.end(), names->begin(), names->end());
  }
  std::vector<Source> files = expand(args.files, complain);
  if (files.empty()) return usage_error("没有找到要检查的文件");
  return Batch(args, std::move(files)).run();
}

}  // namespace nianbao
