#include "cli/batch.h"

#include <algorithm>
#include <iostream>
#include <thread>

#include "base/printable.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/input_bytes.h"
#include "cli/ordered_work.h"
#include "output/conclusion.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

constexpr std::size_t most_kept = 8;  // earlier reports that stay in memory; more are read again when needed
constexpr std::size_t most_text = 4 << 20;  // UTF-16 units of first readings that stay: some 400 reports, 100 MB with all of theirs

int status_of(const CheckedReading& all) {
  if (!all.checked || outcome_name(all.reading) != "checked") return exit_unread;
  return count_findings(all).open[0] > 0 ? exit_errors : exit_clean;
}

}  // namespace

Batch::Batch(const Arguments& args, std::vector<Source> files, std::vector<Source> earlier,
             std::optional<std::size_t> parent)
    : args_(args),
      sources_(std::move(files)),
      files_(sources_.size()),
      first_(files_),
      writer_(make_result_writer(args.format, args.options.language)),
      worst_(exit_clean) {
  for (std::size_t i = 0; i < files_; ++i) order_.push_back(i);
  for (Source& source : earlier) sources_.push_back(std::move(source));
  if (parent) company_.choose_parent(*parent);
}

int Batch::run() {
  if (!read_earlier()) return exit_unread;
  read_units();
  std::cout << writer_->begin();
  in_order<Answer>(
      order_.size(), workers(), [&](std::size_t i) { return check(order_[i]); },
      [&](std::size_t i, Answer& answer) { deliver(order_[i], i + 1, answer); });
  std::cout << writer_->end() << std::flush;
  return worst_;
}

unsigned Batch::workers() const {
  return args_.jobs != 0 ? args_.jobs : std::max(1u, std::thread::hardware_concurrency());
}

void Batch::read(std::size_t source, ReadingOptions& options, Reading& out) const {
  Result<std::string> bytes = read_source(sources_[source]);
  if (!bytes) {
    out.failure = bytes.error();
    return;
  }
  const std::string core_bytes = as_the_core_reads(std::move(bytes.value()), options);
  if (source < files_) read_report(core_bytes, options, out);
  else read_last_year(core_bytes, args_.options, out);
}

// Reports named by --previous. A few stay in memory, so that a pipe will do for one.
bool Batch::read_earlier() {
  if (sources_.size() - files_ > most_kept) return true;
  for (std::size_t i = files_; i < sources_.size(); ++i) {
    ReadingOptions options;
    auto reading = std::make_unique<Reading>();
    read(i, options, *reading);
    if (reading->failure && reading->failure->code == ErrorCode::not_found) {
      complain("打不开上年年报 " + sources_[i].name);
      return false;
    }
    if (!reading->found) {
      complain(sources_[i].name + " 里没有找到年报，没有与上年核对");
      worst_ = exit_unread;
    }
    kept_.push_back(std::move(reading));
  }
  return true;
}

// A first pass over all reports: which body and year each is, and what relates it to others. An earlier
// report that has the year before it beside it is checked too.
void Batch::read_units() {
  const bool alone = files_ == 1;
  in_order<Unit>(
      sources_.size(), workers(),
      [&](std::size_t i) {
        const auto unit = [&](const Reading& reading) {
          return reading.found ? unit_of(reading.report, sources_[i].name) : Unit();
        };
        if (i >= files_) {
          Reading room;
          return unit(*reading_of(i, room));
        }
        if (alone || sources_[i].file == "-") return Unit();
        std::unique_ptr<FirstReading> first = first_reading(i);
        Unit own = unit(first->all.reading);
        keep(i, std::move(first));
        return own;
      },
      [&](std::size_t, Unit& unit) { company_.add(std::move(unit)); });
  company_.close();
  for (std::size_t i = files_; i < sources_.size(); ++i)
    if (company_.year_before(company_.units()[i].agency, company_.units()[i].year)) order_.push_back(i);
}

std::unique_ptr<Batch::FirstReading> Batch::first_reading(std::size_t source) const {
  auto first = std::make_unique<FirstReading>();
  if (source < files_) first->options = args_.options;
  read(source, first->options, first->all.reading);
  return first;
}

void Batch::keep(std::size_t source, std::unique_ptr<FirstReading> first) {
  const std::size_t text = first->all.reading.document.text.size();
  if (first_text_.fetch_add(text) + text <= most_text) first_[source] = std::move(first);
}

const Reading* Batch::reading_of(std::size_t source, Reading& room) const {
  if (source >= files_ && !kept_.empty()) return kept_[source - files_].get();
  ReadingOptions options = source < files_ ? static_cast<const ReadingOptions&>(args_.options) : ReadingOptions();
  read(source, options, room);
  return &room;
}

const Reading* Batch::year_before(std::size_t source, const Reading& reading, Reading& room) const {
  if (!reading.found) return nullptr;
  if (const auto before = company_.year_before(folded(reading.report.agency), reading.report.year);
      before && *before != source)
    return reading_of(*before, room);
  // The user named one body's years for this file: the names may differ, which a rule tells of.
  const Reading* only = nullptr;
  if (source >= files_) return nullptr;
  for (const auto& earlier : kept_) {
    if (earlier->found && earlier->report.year == reading.report.year - 1) return earlier.get();
    if (kept_.size() == 1) only = earlier.get();
  }
  return only;
}

Batch::Answer Batch::check(std::size_t source) {
  std::unique_ptr<FirstReading> first;
  if (source < files_) first = std::move(first_[source]);
  if (!first) first = first_reading(source);
  Options options = source < files_ ? args_.options : Options();
  static_cast<ReadingOptions&>(options) = first->options;
  options.language = args_.options.language;
  options.rules = args_.options.rules;
  options.today = args_.options.today;
  // A line of many carries the name as it was given, however the names were divided among processes.
  const bool one_of_many = order_.size() > 1 || args_.format == OutputFormat::jsonl || !args_.names.empty();
  options.name = one_of_many ? sources_[source].name : sources_[source].short_name;
  options.dismissals = args_.options.dismissals;
  Reading room;
  CheckedReading& all = first->all;
  const bool related = args_.together && source < files_;
  const Together together = related ? company_.together(source) : Together();
  check_along({year_before(source, all.reading, room), related ? &together : nullptr}, options, all);
  return {writer_->make(all, options), status_of(all)};
}

void Batch::deliver(std::size_t source, std::size_t number, Answer& answer) {
  std::cout << writer_->place(std::move(answer.text));
  if (order_.size() > 1)
    std::cerr << "[" << number << "/" << order_.size() << "] " << printable(sources_[source].name) << "\n";
  worst_ = std::max(worst_, answer.status);
}

}  // namespace nianbao
