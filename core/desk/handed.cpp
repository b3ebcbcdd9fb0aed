#include "desk/handed.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/unicode.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

constexpr std::uint16_t not_summed = style_approximate | style_percent | style_yuan;

CellFigure figure(const ReportCell& cell) {
  if (cell.state == CellState::blank || cell.state == CellState::dash) return Decimal(0);
  if (cell.state != CellState::number || (cell.style & not_summed) != 0) return std::nullopt;
  return cell.value;
}

// Lines are broken in other places when a report is saved in another format.
std::string words_of(const Report& report) {
  std::u16string text;
  for (const Paragraph& paragraph : report.prose.paragraphs)
    for (char16_t c : paragraph.text)
      if (!is_space(c)) text += c;
  return sha256(to_utf8(text));
}

}  // namespace

FoundIn found_in(const CheckedReading& all) {
  FoundIn out;
  if (!all.checked) return out;
  out.counts = count_findings(all);
  const std::vector<CellRef> cells = form_cells(*all.reading.report.form);
  for (const Finding& f : all.checked->rules.findings) {
    if (!is_open(f) || f.severity != Severity::error || f.repairs.size() != 1) continue;
    for (const Repair::Set& set : f.repairs.front().set)
      out.slips.push_back(
          {static_cast<std::size_t>(std::find(cells.begin(), cells.end(), set.cell) - cells.begin()),
           set.value});
  }
  return out;
}

std::vector<CellRef> form_cells(const Form& form) {
  std::vector<CellRef> out;
  for (const FormTable& table : form.tables)
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c)
        out.push_back({table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)});
  return out;
}

Handed handed(const Reading& reading, std::string file) {
  Handed out;
  out.file = std::move(file);
  if (!reading.found) return out;
  const Report& report = reading.report;
  out.agency = folded(report.agency);
  out.year = report.year;
  out.form = report.form;
  out.whole = outcome_name(reading) == "checked";
  for (CellRef ref : form_cells(*report.form)) out.figures.push_back(figure(report.cell(ref)));
  out.words = words_of(report);
  return out;
}

}  // namespace nianbao
