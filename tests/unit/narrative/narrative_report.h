// A report of nothing but section 一 and tables, for tests of the narrative.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "narrative/ledger.h"
#include "report/bind.h"

namespace nianbao::testing {

using Values = std::map<std::string,
                        std::int64_t>;  // "new_requests" is requests.new_requests.total; a full id is itself

struct NarrativeReport {
  Document document;
  Report report;

  explicit NarrativeReport(std::u16string_view text, const Values& values = {}, int year = 2024,
                           std::u16string agency = u"鹿鸣县财政局") {
    document.text = text;
    std::uint32_t begin = 0;
    while (begin < document.text.size()) {
      auto end = document.text.find(u'\n', begin);
      if (end == std::u16string::npos) end = document.text.size();
      document.blocks.push_back({.range = {begin, static_cast<std::uint32_t>(end)}});
      begin = static_cast<std::uint32_t>(end) + 1;
    }
    report.document = &document;
    report.form = year == 2019 || year == 2020 ? &form_2019() : &form_2021();
    report.year = year;
    report.agency = std::move(agency);
    const bool government =
        report.agency.size() > 4 && report.agency.substr(report.agency.size() - 4) == u"人民政府";
    report.agency_kind = government ? AgencyKind::government : AgencyKind::department;
    for (int i = 0; i < 6; ++i) report.sections[i].number = i + 1;
    report.sections[0].how = Recognised::by_title;
    report.sections[0].body = {0, static_cast<std::uint32_t>(document.text.size())};
    report.body = report.sections[0].body;
    clear_tables(report);
    for (BoundTable& table : report.tables) {
      table.present = true;
      for (auto& row : table.cells)
        for (ReportCell& cell : row) set(cell, 0);
    }
    for (const auto& [id, value] : values) {
      const auto ref =
          cell(*report.form, id.find('.') == std::string::npos ? "requests." + id + ".total" : id);
      if (ref) set(report.tables[static_cast<int>(ref->table)].cells[ref->row][ref->column], value);
    }
    report.prose = read_prose(report);
  }
  NarrativeReport(const NarrativeReport&) = delete;

  static void set(ReportCell& cell, std::int64_t value) {
    cell.state = CellState::number;
    cell.value = Decimal(value);
  }
};

// "23件 new_requests matches requests.new_requests.total": one line a figure.
inline std::string show(const NarrativeReport& made, const Figure& f) {
  std::string out = to_utf8(made.document.view(f.range)) + " " + std::string(count_name(f.measure.count)) +
                    " " + std::string(class_name(f.cls));
  const int at = f.fits >= 0 ? f.fits : f.cls == FigureClass::contradicts ? 0 : -1;
  if (at < 0) return out;
  const char* sign = " ";
  for (const CellTerm& term : f.held[at].terms) {
    out += term.sign < 0 ? " -" : sign;
    std::string id = cell_id(*made.report.form, term.cell);
    if (id.substr(0, 9) == "requests." && id.size() > 6 && id.substr(id.size() - 6) == ".total")
      id = id.substr(9, id.size() - 15);
    out += id;
    sign = " +";
  }
  return out;
}

inline std::string show(const NarrativeReport& made) {
  std::string out;
  for (const Figure& f : read_figures(made.report).figures) out += (out.empty() ? "" : "\n") + show(made, f);
  return out;
}

}  // namespace nianbao::testing
