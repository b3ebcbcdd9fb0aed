#include "stages.h"

#include "input/reader.h"
#include "localise/second_readings.h"
#include "report/bind.h"
#include "report/remainder.h"
#include "rules/last_year.h"
#include "rules/recognised.h"

namespace nianbao {

void read_report(std::string_view bytes, const ReadingOptions& options, Reading& out) {
  Result<Document> document = read(bytes, {.encoding = options.encoding});
  if (!document) {
    out.failure = document.error();
    return;
  }
  out.document = std::move(document.value());
  if (!apply_edits(options.edits, out.document)) {
    out.failure = Error{ErrorCode::edits};
    return;
  }
  bind_document(options, out);
}

void bind_document(const ReadingOptions& options, Reading& out) {
  out.report = bind(out.document, options.year);
  out.found = is_report(out.report);
  if (!out.found) return;
  leave_doubtful_open(out.document, out.report);
  tell_of_remainder(out.document, out.report);
}

void read_last_year(std::string_view bytes, const ReadingOptions& this_year, Reading& out) {
  ReadingOptions options;
  if (!this_year.encoding.empty()) {
    Reading trial;
    options.encoding = this_year.encoding;
    read_report(bytes, options, trial);
    if (!trial.found) options.encoding.clear();
  }
  read_report(bytes, options, out);
}

namespace {

Company company_of(const Options& options) {
  Company company;
  for (const Unit& unit : options.together) company.add(unit);
  if (options.chosen_parent) company.choose_parent(0);
  company.close();
  return company;
}

}  // namespace

void check_along(const Along& along, const Options& options, CheckedReading& out) {
  out.last_year = along.last_year;
  if (!out.reading.found) return;
  const Report& report = out.reading.report;
  Company company;
  Together own;
  const Together* together = along.together;
  if (together == nullptr && !options.together.empty()) {
    company = company_of(options);
    own = company.together(0);
    together = &own;
  }
  const Report* previous = out.previous();
  const bool comparable = previous != nullptr && !not_comparable(report, *previous);
  out.checked.emplace(Checked{analyse(report, comparable ? previous : nullptr), {}});
  out.checked->rules =
      run_rules({report, previous, out.checked->analysis, options.today, together, out.last_year != nullptr},
                options.rules);
  tell_as_likely(out.reading.document, out.checked->rules.findings);
  set_aside(report, options.dismissals, out.checked->rules.findings);
}

void read_and_check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
                    CheckedReading& out) {
  read_report(bytes, options, out.reading);
  if (previous) read_last_year(*previous, options, out.own_last_year);
  check_along({previous ? &out.own_last_year : nullptr}, options, out);
}

}  // namespace nianbao
