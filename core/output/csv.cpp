#include "output/csv.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "base/unicode.h"
#include "output/finding_text.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

bool is_plain_number(std::string_view text) {
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  bool digit = false;
  for (char c : text) {
    if (c >= '0' && c <= '9') digit = true;
    else if (c != '.') return false;
  }
  return digit;
}

// The full-width forms too: programs that fold them on import read them as their ASCII forms.
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view begins[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  return !is_plain_number(text) &&
         std::any_of(std::begin(begins), std::end(begins), [&](auto b) { return text.starts_with(b); });
}

// Calls each(form, ref) for the cells of the current form, then for those that only the 2019 form has.
template <typename Each>
void for_each_column(Each each) {
  for (const Form* form : {&form_2021(), &form_2019()})
    for (const FormTable& table : form->tables)
      for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
          const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
          if (form == &form_2021() || !cell(form_2021(), cell_id(*form, ref))) each(*form, ref);
        }
}

std::string shown(const ReportCell& cell) {
  if (cell.state == CellState::number) return to_utf8(cell.value->to_string());
  return cell.state == CellState::dash || cell.state == CellState::text ? to_utf8(cell.text) : std::string();
}

std::string year_of(const Report& report) {
  return report.year != 0 ? std::to_string(report.year) : std::string();
}

std::string joined_cells(const Report& report, const Finding& finding) {
  std::string out;
  for (CellRef ref : finding.cells) out.append(out.empty() ? "" : " ").append(cell_id(*report.form, ref));
  return out;
}

}  // namespace

std::string outcome_words(std::string_view outcome) {
  if (outcome == "checked") return "已核对";
  return outcome == "partial" ? "只读到一部分" : "没有读到年报";
}

std::string csv_field(std::string_view utf8) {
  std::string text(utf8);
  if (looks_like_formula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) out.append(i == 0 ? "" : ",").append(csv_field(fields[i]));
  return out + "\r\n";
}

std::string findings_csv_header(Language language) {
  if (language == Language::english)
    return csv_row({"file", "agency", "year", "number", "rule", "severity", "title", "message", "cells",
                    "line", "column", "page", "equation", "advice", "basis"});
  return csv_row({"文件", "机关", "年度", "序号", "规则", "级别", "标题", "问题", "单元格", "行", "列", "页",
                  "算式", "怎么改", "依据"});
}

std::string findings_csv(const CheckedReading& all, const Options& options) {
  if (!all.checked) return {};
  const Reading& reading = all.reading;
  const auto words = [&](const Text& text) {
    return to_utf8(options.language == Language::english ? text.en : text.zh);
  };
  const LineIndex lines(reading.document.text);
  const std::string agency = to_utf8(reading.report.agency), year = year_of(reading.report);
  std::string out;
  for (const Finding& f : all.checked->rules.findings) {
    if (!is_open(f)) continue;
    const Rule& rule = find_rule(f.rule)->rule;
    const bool placed = !f.places.empty();
    const int page = placed ? page_of(reading.document, f.places[0].begin) : 0;
    out += csv_row(
        {printable(options.name), agency, year, std::to_string(f.number), std::string(f.rule),
         words(severity_words(f.severity)), words(f.title), words(f.message), joined_cells(reading.report, f),
         placed ? std::to_string(lines.line(f.places[0].begin)) : "",
         placed ? std::to_string(lines.column(f.places[0].begin)) : "", page > 0 ? std::to_string(page) : "",
         words(equation_words(f)), words(f.advice), words(Text(rule.basis))});
  }
  return out;
}

std::vector<std::string> cell_column_ids() {
  std::vector<std::string> out;
  for_each_column([&](const Form& form, CellRef ref) { out.push_back(cell_id(form, ref)); });
  return out;
}

std::vector<std::string> cell_column_labels() {
  std::vector<std::string> out;
  for_each_column([&](const Form& form, CellRef ref) { out.push_back(to_utf8(cell_name(form, ref))); });
  return out;
}

std::vector<std::string> cell_column_values(const Reading& reading) {
  std::vector<std::string> out;
  for_each_column([&](const Form& form, CellRef ref) {
    const auto own = reading.found ? cell(*reading.report.form, cell_id(form, ref)) : std::nullopt;
    out.push_back(own ? shown(reading.report.cell(*own)) : std::string());
  });
  return out;
}

std::string cells_csv_header() {
  std::vector<std::string> ids = {"file", "agency", "year", "form", "outcome"},
                           labels = {"文件", "机关", "年度", "表样", "结果"};
  for (std::string& id : cell_column_ids()) ids.push_back(std::move(id));
  for (std::string& label : cell_column_labels()) labels.push_back(std::move(label));
  return csv_row(ids) + csv_row(labels);
}

std::string cells_csv(const Reading& reading, const Options& options) {
  const Report& report = reading.report;
  std::vector<std::string> fields = {printable(options.name), reading.found ? to_utf8(report.agency) : "",
                                     reading.found ? year_of(report) : "",
                                     reading.found ? std::to_string(report.form->key) : "",
                                     outcome_words(outcome_name(reading))};
  for (std::string& value : cell_column_values(reading)) fields.push_back(std::move(value));
  return csv_row(fields);
}

std::string csv_rows_json(const CheckedReading& all, const Options& options) {
  return nlohmann::ordered_json{{"findings", findings_csv(all, options)},
                                {"cells", cells_csv(all.reading, options)}}
      .dump();
}

std::string csv_heads_json(Language language) {
  const std::string mark(csv_mark);
  return nlohmann::ordered_json{{"findings", mark + findings_csv_header(language)},
                                {"cells", mark + cells_csv_header()}}
      .dump();
}

}  // namespace nianbao
