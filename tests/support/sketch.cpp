#include "support/sketch.h"

#include <vector>

#include "base/unicode.h"
#include "input/document_builder.h"

namespace nianbao::testing {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  return text;
}

// Takes " 2x3" off the end.
void take_spans(std::string& text, int& rows, int& columns) {
  const std::size_t space = text.rfind(' ');
  const std::string last = space == std::string::npos ? text : text.substr(space + 1);
  const std::size_t x = last.find('x');
  if (x == std::string::npos || x == 0 || x + 1 == last.size() || last.size() > 7 ||
      last.find('x', x + 1) != std::string::npos ||
      last.find_first_not_of("0123456789x") != std::string::npos)
    return;
  rows = std::stoi(last.substr(0, x));
  columns = std::stoi(last.substr(x + 1));
  text = space == std::string::npos ? "" : trimmed(text.substr(0, space));
}

void add_cell(DocumentBuilder& build, std::string text) {
  text = trimmed(std::move(text));
  if (text == "~") return build.skip_columns(1);
  int rows = 1, columns = 1;
  take_spans(text, rows, columns);
  build.begin_cell(rows, columns);
  bool first = true;
  std::size_t at = 0;
  const std::string mark = "⏎";
  while (at <= text.size()) {
    std::size_t end = text.find(mark, at);
    if (end == std::string::npos) end = text.size();
    if (!first) build.line_break();
    build.text(from_utf8(std::string_view(text).substr(at, end - at)));
    first = false;
    at = end + mark.size();
  }
  build.end_cell();
}

std::string state(const ReportCell& cell) {
  switch (cell.state) {
    case CellState::absent: return "~";
    case CellState::unread: return "?";
    case CellState::blank: return "_";
    case CellState::dash: return "-";
    case CellState::number: return to_utf8(cell.value->to_string());
    case CellState::text: break;
  }
  return "“" + to_utf8(cell.text) + "”";
}

std::string_view how(Recognised r) {
  constexpr std::string_view names[] = {"no", "title", "variant", "wrong", "position", "table"};
  return names[static_cast<int>(r)];
}

std::string date(Date d) {
  return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day);
}

}  // namespace

Document sketch(std::string_view text, Format format) {
  DocumentBuilder build(format);
  std::vector<bool> ragged;
  bool in_table = false, next_ragged = false;
  for (const std::string& line : split(text, '\n')) {
    const bool row = !line.empty() && line[0] == '|';
    if (in_table && !row) build.end_table(), in_table = false;
    if (line == "[ragged]") {
      next_ragged = true;
      continue;
    }
    if (line.empty()) continue;
    if (row) {
      if (!in_table) build.begin_table(), in_table = true, ragged.push_back(next_ragged), next_ragged = false;
      build.begin_row();
      std::vector<std::string> cells = split(std::string_view(line).substr(1), '|');
      if (trimmed(cells.back()).empty()) cells.pop_back();
      for (std::string& cell : cells) add_cell(build, std::move(cell));
      continue;
    }
    const bool heading = line.compare(0, 2, "# ") == 0;
    build.begin_paragraph(heading ? BlockKind::heading : BlockKind::paragraph, heading ? 1 : 0);
    build.text(from_utf8(std::string_view(line).substr(heading ? 2 : 0)));
    build.end_paragraph();
  }
  if (in_table) build.end_table();
  Document document = build.finish();
  for (std::size_t i = 0; i < ragged.size() && i < document.tables.size(); ++i)
    document.tables[i].ragged = ragged[i];
  return document;
}

std::string dump_table(const Report& report, TableId id) {
  const FormTable& form = report.form->table(id);
  const BoundTable& table = report.table(id);
  std::string out;
  for (std::size_t r = 0; r < form.rows.size(); ++r) {
    if (!table.row_present[r]) continue;
    out += form.rows[r].key;
    for (const ReportCell& cell : table.cells[r]) out += " " + state(cell);
    out += "\n";
  }
  const Document& document = *report.document;
  for (const auto& altered : table.altered_labels)
    out += "altered " + to_utf8(document.view(altered.range)) + " for " + to_utf8(altered.standard) + "\n";
  for (Range extra : table.extra_rows) out += "extra " + to_utf8(document.view(extra)) + "\n";
  if (!table.unsplit_other.empty()) {
    out += "unsplit";
    for (const ReportCell& cell : table.unsplit_other_cells) out += " " + state(cell);
    out += "\n";
  }
  if (table.unread) out += "unread\n";
  if (table.image_instead) out += "image\n";
  return out;
}

std::string dump_sections(const Report& report) {
  const Document& document = *report.document;
  std::string out;
  for (int number : report.section_order) {
    const Section& s = report.section(number);
    out += std::to_string(number) + " " + std::string(how(s.how)) + " " + to_utf8(document.view(s.heading)) +
           "\n";
  }
  for (const Section& s : report.repeated)
    out += "again " + std::to_string(s.number) + " " + to_utf8(document.view(s.heading)) + "\n";
  for (const ExtraSection& s : report.extra_sections)
    out += "extra " + to_utf8(document.view(s.heading)) + "\n";
  return out;
}

std::string dump_facts(const Report& report) {
  constexpr std::string_view kinds[] = {"unknown", "government", "department", "township"};
  std::string out;
  if (!report.title.empty())
    out += "title " + to_utf8(report.title) + (report.title_from_hint ? " (hint)" : "") + "\n";
  if (!report.agency.empty()) out += "agency " + to_utf8(report.agency) + "\n";
  if (report.agency_kind != AgencyKind::unknown)
    out += "kind " + std::string(kinds[static_cast<int>(report.agency_kind)]) + "\n";
  if (report.year != 0) out += "year " + std::to_string(report.year) + "\n";
  if (report.period.given)
    out += "period " + date(report.period.begin) + " " + date(report.period.end) + "\n";
  if (report.signature) out += "signed " + date(report.signature->date) + "\n";
  if (report.published) out += "published " + date(report.published->date) + "\n";
  return out;
}

}  // namespace nianbao::testing
