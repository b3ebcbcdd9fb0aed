#include "desk/desk_workbook.h"

#include <algorithm>

#include "base/printable.h"
#include "base/unicode.h"
#include "note/place_words.h"
#include "output/csv.h"
#include "output/finding_text.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

using Values = std::vector<BookValue>;

BookValue words(std::u16string_view text) { return to_utf8(text); }
BookValue figure(Decimal value) { return BookValue::number(to_utf8(value.to_string())); }
BookValue count(std::size_t n) { return BookValue::number(static_cast<std::int64_t>(n)); }
BookValue year(int year) { return year == 0 ? BookValue() : BookValue::number(year); }

// How a finding's cells are called, not their ids.
std::u16string cell_names(const Form& form, const Finding& finding) {
  std::u16string out;
  for (CellRef ref : finding.cells) out += (out.empty() ? u"" : u"；") + cell_name(form, ref);
  return out;
}

BookValue shown(const Form& form, const Report& report, const std::string& id) {
  const auto ref = cell(form, id);
  if (!ref) return BookValue::empty(BookStyle::shade);
  const ReportCell& own = report.cell(*ref);
  switch (own.state) {
    case CellState::number: return figure(*own.value);
    case CellState::dash:
    case CellState::text: return words(own.text);
    case CellState::unread: return "未读出";
    case CellState::absent: return "缺";
    case CellState::blank: break;
  }
  return {};
}

// What a report's row of the list says of its check.
void append_check(const Handed& report, Values& row) {
  row.push_back(report.form == nullptr ? "没有读到年报" : report.whole ? "已核对" : "只读到一部分");
  for (int open : report.found.counts.open)
    row.push_back(report.form == nullptr ? BookValue() : BookValue::number(open));
}

}  // namespace

DeskRows rows_of(const CheckedReading& all, const Options& options) {
  DeskRows out;
  const Reading& reading = all.reading;
  const Report& report = reading.report;
  const std::string file = printable(options.name);
  const bool named = reading.found && !report.agency.empty();
  const BookValue body = words(named ? report.agency : std::u16string(u"（没有读到机关名）"));
  const BookValue of_year = reading.found ? year(report.year) : BookValue();
  Values row = {body, of_year, file,
                reading.found ? BookValue(std::to_string(report.form->key)) : BookValue(),
                outcome_words(outcome_name(reading))};
  if (all.checked)
    for (const std::string& id : cell_column_ids()) row.push_back(shown(*report.form, report, id));
  out.cells = book_row(row);
  if (!all.checked) return out;
  for (const Finding& f : all.checked->rules.findings) {
    if (!is_open(f)) continue;
    out.problems +=
        book_row({body, of_year, file, BookValue::number(f.number), words(severity_words(f.severity).zh),
                  words(f.title.zh), words(f.message.zh), words(cell_names(*report.form, f)),
                  words(place_words(reading, f)), words(f.advice.zh),
                  words(Text(find_rule(f.rule)->rule.basis).zh), std::string(f.rule)});
    ++out.count;
  }
  return out;
}

DeskBook::DeskBook() {
  std::vector<std::string> ids = {"body", "year", "file", "form", "outcome"},
                           labels = {"单位", "年度", "文件", "表样", "结果"};
  for (std::string& id : cell_column_ids()) ids.push_back(std::move(id));
  for (std::string& label : cell_column_labels()) labels.push_back(std::move(label));
  list_ = book_.add_sheet({"清单",
                           {26, 7, 14, 26, 40, 12, 7, 7, 7, 9, 60},
                           {{"单位", "年度", "状态", "年报上的机关名", "文件", "结果", "错误", "疑似", "提示",
                             "计入合计", "说明"}},
                           2});
  problems_ = book_.add_sheet(
      {"问题",
       {26, 7, 30, 6, 7, 26, 60, 40, 30, 40, 40, 24},
       {{"单位", "年度", "文件", "序号", "级别", "标题", "问题", "单元格", "位置", "怎么改", "依据", "规则"}},
       2});
  cells_ = book_.add_sheet({"单元格", {26, 7, 30, 7, 12, 12}, {std::move(ids), std::move(labels)}, 2});
  totals_ = book_.add_sheet(
      {"合计",
       {26, 7, 7, 7, 60, 12, 8, 40, 12, 10, 10},
       {{"单位", "年度", "表样", "表", "单元格", "合计", "单位数", "不全", "年报", "年报减合计", "标识"}},
       2});
  picture_ = book_.add_sheet({"图", {26, 7, 40, 10}, {{"单位", "年度", "项目", "件数"}}, 0});
}

void DeskBook::add(const DeskRows& rows) {
  book_.append(cells_, rows.cells);
  if (rows.count > 0) book_.append(problems_, rows.problems, rows.count);
}

void DeskBook::list(const Desk& desk) {
  const HandIn& hand_in = desk.hand_in;
  const auto add = [&](std::u16string_view name, std::u16string_view state, const Handed* report,
                       bool counted, std::u16string_view remark) {
    Values row = {words(name), year(report != nullptr ? report->year : hand_in.year), words(state)};
    if (report != nullptr) {
      row.push_back(words(report->agency));
      row.push_back(printable(report->file));
      append_check(*report, row);
      row.push_back(counted ? "是" : "否");
    } else {
      row.resize(9);
      row.push_back("否");
    }
    row.push_back(words(remark));
    book_.append(list_, book_row(row));
  };
  if (hand_in.parent)
    add(body_of(desk.reports[*hand_in.parent]).zh, u"汇总的年报", &desk.reports[*hand_in.parent], false, {});
  for (const BodyState& body : hand_in.bodies) {
    const std::u16string state = state_words(body.state).zh, said = remark(desk, body).zh;
    for (std::size_t i : body.reports) add(body.name, state, &desk.reports[i], body.taken == i, said);
    for (std::size_t i : body.other_years)
      add(body.name, body.reports.empty() ? state : std::u16string(u"别的年度"), &desk.reports[i], false, {});
    for (std::size_t i : body.unread) add(body.name, state, &desk.reports[i], false, said);
    if (body.reports.empty() && body.other_years.empty() && body.unread.empty())
      add(body.name, state, nullptr, false, said);
  }
  for (std::size_t i = 0; i < desk.reports.size(); ++i)
    if (hand_in.strays[i] != Stray::none)
      add(body_of(desk.reports[i]).zh, stray_words(hand_in.strays[i]).zh, &desk.reports[i], false, {});
}

void DeskBook::totals(const Desk& desk) {
  for (std::size_t t = 0; t < desk.totals.size(); ++t) {
    const FormTotals& totals = desk.totals[t];
    const bool held = desk.against && desk.against->totals == t;
    const Handed* own = held ? &desk.reports[*desk.hand_in.parent] : nullptr;
    const std::u16string name = own != nullptr ? body_of(*own).zh : std::u16string(u"合计");
    for (std::size_t i = 0; i < totals.cells.size(); ++i) {
      const CellTotal& total = totals.totals[i];
      Values row = {words(name),
                    year(desk.hand_in.year),
                    std::to_string(totals.form->key),
                    words(totals.form->table(totals.cells[i].table).name),
                    words(cell_name(*totals.form, totals.cells[i])),
                    total.complete() ? figure(total.sum) : BookValue(),
                    count(totals.reports.size() - total.unread.size()),
                    total.complete() ? BookValue() : words(incomplete_words(desk, totals, total).zh)};
      const CellFigure theirs = own != nullptr ? own->figures[i] : CellFigure();
      row.push_back(theirs ? figure(*theirs) : own != nullptr ? BookValue("没有读到") : BookValue());
      row.push_back(theirs && total.complete() ? figure(*theirs - total.sum) : BookValue());
      row.push_back(cell_id(*totals.form, totals.cells[i]));
      book_.append(totals_, book_row(row));
    }
  }
}

// The bodies with most new requests, and what became of all requests.
void DeskBook::picture(const Desk& desk) {
  if (desk.totals.empty()) return;
  const FormTotals& totals = desk.totals.front();
  const auto place = [&](std::string_view id) {
    const auto ref = cell(*totals.form, id);
    return static_cast<std::size_t>(std::find(totals.cells.begin(), totals.cells.end(), *ref) -
                                    totals.cells.begin());
  };
  std::size_t rows = 1;
  const auto add = [&](BarChart& chart, std::u16string_view body, std::u16string_view name,
                       std::u16string_view item, Decimal value) {
    if (chart.names.empty()) chart.first_row = rows + 1;
    chart.names.push_back(to_utf8(name));
    chart.numbers.push_back(to_utf8(value.to_string()));
    book_.append(picture_, book_row({words(body), year(desk.hand_in.year), words(item), figure(value)}));
    ++rows;
  };
  const std::size_t fresh = place("requests.new_requests.total");
  std::vector<std::pair<Decimal, std::size_t>> most;
  for (std::size_t i : totals.reports)
    if (const CellFigure& figure = desk.reports[i].figures[fresh]; figure && !figure->is_zero())
      most.emplace_back(*figure, i);
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  constexpr std::size_t shown = 20;
  if (most.size() > shown) most.resize(shown);
  BarChart bodies{"新收申请最多的单位（件）", {}, {}, 1, 'A', 'D', 0, 5};
  for (const auto& [value, i] : most)
    add(bodies, body_of(desk.reports[i]).zh, body_of(desk.reports[i]).zh, u"本年新收", value);
  BarChart outcomes{"申请的办理结果（件，各单位合计）", {}, {}, 1, 'C', 'D', 28, 5};
  // （三）不予公开 as one bar; a kind of which a row is not complete has none.
  std::vector<std::pair<std::u16string_view, std::optional<Decimal>>> kinds;
  for (const FormRow& row : totals.form->table(TableId::requests).rows) {
    if (!row.outcome) continue;
    const std::u16string_view own = row.label.substr(0, row.label.find(u'（', 1));
    const std::u16string_view kind = row.group.starts_with(u"（") ? row.group : own;
    if (kinds.empty() || kinds.back().first != kind) kinds.emplace_back(kind, Decimal(0));
    const CellTotal& total = totals.totals[place("requests." + std::string(row.key) + ".total")];
    std::optional<Decimal>& sum = kinds.back().second;
    if (sum && total.complete()) sum = *sum + total.sum;
    else sum.reset();
  }
  for (const auto& [kind, sum] : kinds)
    if (sum) add(outcomes, u"合计", kind, kind, *sum);
  if (!bodies.names.empty()) book_.add_chart(picture_, std::move(bodies));
  if (!outcomes.names.empty()) book_.add_chart(picture_, std::move(outcomes));
}

std::string DeskBook::finish(const Desk& desk) {
  list(desk);
  totals(desk);
  picture(desk);
  return book_.finish();
}

}  // namespace nianbao
