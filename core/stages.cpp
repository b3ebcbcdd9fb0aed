#include "stages.h"

#include "input/reader.h"
#include "report/bind.h"

namespace nianbao {

void read_report(std::string_view bytes, const Options& options, Reading& out) {
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
  out.report = bind(out.document, options.year);
  out.found = is_report(out.report);
}

Checked check_report(const Reading& reading, const Reading* previous, const Options& options, const Together* together) {
  const Report* last_year = previous != nullptr && previous->found ? &previous->report : nullptr;
  Checked checked{analyse(reading.report, last_year), {}, last_year};
  checked.rules = run_rules({reading.report, last_year, checked.analysis, options.today, together}, options.rules);
  return checked;
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

void read_and_check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
                    CheckedReading& out) {
  read_report(bytes, options, out.reading);
  if (previous) read_report(*previous, Options{}, out.last_year);
  if (!out.reading.found) return;
  const Company company = company_of(options);
  const Together together = company.together(0);
  out.checked = check_report(out.reading, previous ? &out.last_year : nullptr, options,
                             options.together.empty() ? nullptr : &together);
}

}  // namespace nianbao
