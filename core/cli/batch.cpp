#include "cli/batch.h"

#include <algorithm>
#include <thread>

#include "base/sha256.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/input_bytes.h"
#include "output/conclusion.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

constexpr std::size_t most_kept = 8;  // earlier reports that stay in memory; more are read again when needed
constexpr std::size_t most_text =
    4 << 20;  // UTF-16 units of first readings that stay: some 400 reports, 100 MB with all of theirs

int status_of(const CheckedReading& all) {
  if (!all.checked || outcome_name(all.reading) != "checked") return exit_unread;
  return count_findings(all).open[0] > 0 ? exit_errors : exit_clean;
}

}  // namespace

Batch::Batch(const Arguments& args, std::vector<Source> files, std::vector<Source> earlier, bool with_facts)
    : args_(args),
      sources_(std::move(files)),
      files_(sources_.size()),
      first_(files_),
      with_facts_(with_facts),
      left_out_(files_),
      worst_(exit_clean) {
  for (std::size_t i = 0; i < files_; ++i) order_.push_back(i);
  for (Source& source : earlier) sources_.push_back(std::move(source));
}

unsigned Batch::workers() const {
  return args_.jobs != 0 ? args_.jobs : std::max(1u, std::thread::hardware_concurrency());
}

void Batch::read(std::size_t source, ReadingOptions& options, Reading& out, FileFacts& facts) const {
  Result<std::string> bytes = read_source(sources_[source]);
  if (!bytes) {
    out.failure = bytes.error();
    return;
  }
  if (with_facts_) facts = {sha256(bytes.value()), bytes.value().size(), {}};
  const std::string core_bytes = as_the_core_reads(std::move(bytes.value()), options);
  if (source < files_) read_report(core_bytes, options, out);
  else read_last_year(core_bytes, args_.options, out);
}

// Reports named by --previous. A few stay in memory, so that a pipe will do for one.
bool Batch::read_earlier() {
  if (sources_.size() - files_ > most_kept) return true;
  for (std::size_t i = files_; i < sources_.size(); ++i) {
    ReadingOptions options;
    FileFacts facts;
    auto reading = std::make_unique<Reading>();
    read(i, options, *reading, facts);
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

// A first pass over all reports: which body and year each is, and what relates it to others.
bool Batch::read_all(const Seen& seen) {
  if (!read_earlier()) return false;
  const bool alone = files_ == 1 && !seen;
  in_order<Unit>(
      sources_.size(), workers(),
      [&](std::size_t i) {
        const auto unit = [&](const Reading& reading) {
          if (seen && i < files_) seen(i, reading);
          return reading.found ? unit_of(reading.report, sources_[i].name) : Unit();
        };
        if (i >= files_) {
          Reading room;
          FileFacts facts;
          return unit(*reading_of(i, room, facts));
        }
        if (alone || sources_[i].file == "-") return Unit();
        std::unique_ptr<FirstReading> first = first_reading(i);
        Unit own = unit(first->all.reading);
        keep(i, std::move(first));
        return own;
      },
      [&](std::size_t, Unit& unit) { units_.push_back(std::move(unit)); });
  return true;
}

// An earlier report that has the year before it beside it is checked too.
void Batch::relate(std::optional<std::size_t> parent, const std::vector<bool>& left_out) {
  if (!left_out.empty()) left_out_ = left_out;
  if (parent) company_.choose_parent(*parent);
  for (std::size_t i = 0; i < units_.size(); ++i)
    company_.add(i < files_ && left_out_[i] ? Unit() : std::move(units_[i]));
  units_.clear();
  company_.close();
  for (std::size_t i = files_; i < sources_.size(); ++i)
    if (company_.year_before(company_.units()[i].agency, company_.units()[i].year)) order_.push_back(i);
}

std::unique_ptr<Batch::FirstReading> Batch::first_reading(std::size_t source) const {
  auto first = std::make_unique<FirstReading>();
  if (source < files_) first->options = static_cast<const ReadingOptions&>(args_.options);
  read(source, first->options, first->all.reading, first->facts);
  return first;
}

void Batch::keep(std::size_t source, std::unique_ptr<FirstReading> first) {
  const std::size_t text = first->all.reading.document.text.size();
  if (first_text_.fetch_add(text) + text <= most_text) first_[source] = std::move(first);
}

const Reading* Batch::reading_of(std::size_t source, Reading& room, FileFacts& facts) const {
  if (source >= files_ && !kept_.empty()) return kept_[source - files_].get();
  ReadingOptions options =
      source < files_ ? static_cast<const ReadingOptions&>(args_.options) : ReadingOptions();
  read(source, options, room, facts);
  return &room;
}

const Reading* Batch::year_before(std::size_t source, const Reading& reading, Reading& room,
                                  FileFacts& facts) const {
  if (!reading.found) return nullptr;
  if (const auto before = company_.year_before(folded(reading.report.agency), reading.report.year);
      before && *before != source)
    return reading_of(*before, room, facts);
  // The user named one body's years for this file: the names may differ, which a rule tells of.
  const Reading* only = nullptr;
  if (source >= files_) return nullptr;
  for (const auto& earlier : kept_) {
    if (earlier->found && earlier->report.year == reading.report.year - 1) return earlier.get();
    if (kept_.size() == 1) only = earlier.get();
  }
  return only;
}

void Batch::check(std::size_t source, const std::function<void(const Item&)>& use) {
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
  FileFacts before;
  CheckedReading& all = first->all;
  const bool related = args_.together && source < files_ && !left_out_[source];
  const Together together = related ? company_.together(source) : Together();
  check_along({year_before(source, all.reading, room, before), related ? &together : nullptr}, options, all);
  first->facts.previous_sha256 = before.sha256;
  use({source, all, options, std::move(first->facts), status_of(all)});
}

}  // namespace nianbao
