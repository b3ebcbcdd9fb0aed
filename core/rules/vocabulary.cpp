#include "rules/vocabulary.h"

#include <algorithm>

#include "base/quotes.h"

namespace nianbao {
namespace {

std::u16string widened(std::string_view ascii) { return std::u16string(ascii.begin(), ascii.end()); }

Text in_quotes(std::u16string_view zh, std::string_view en) {
  return {quoted_name(zh), u"\"" + widened(en) + u"\""};
}

std::u16string even_spaces(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : trim(text)) {
    if (!is_space(c)) out.push_back(c);
    else if (out.back() != u' ') out.push_back(u' ');
  }
  return out;
}

// The columns of one row that `cells` names, from `at` on; `at` moves behind them.
Text row_with_columns(const Form& form, const std::vector<CellRef>& cells, std::size_t& at) {
  const CellRef first = cells[at];
  std::vector<Text> columns;
  const auto& all = form.table(first.table).rows[first.row].columns;
  for (; at < cells.size() && cells[at].table == first.table && cells[at].row == first.row; ++at)
    columns.push_back(english(all[cells[at].column].label, all[cells[at].column].english));
  const Text row = row_name(form, first.table, first.row);
  if (columns.size() == all.size() && all.size() > 1) return say(u"{0}整行", u"the whole row {0}", {row});
  if (columns.size() > 3)
    return say(u"{0}行{1}格", u"{1} cells of row {0}", {row, static_cast<int>(columns.size())});
  return say(u"{0}行（{1}）", u"row {0} ({1})", {row, listed(columns)});
}

}  // namespace

Text english(std::u16string_view zh, std::string_view en) { return {std::u16string(zh), widened(en)}; }

Text table_name(const Form& form, TableId table) {
  return english(form.table(table).name, "Table " + std::to_string(static_cast<int>(table) + 2));
}

Text row_name(const Form& form, TableId table, int row) {
  const FormRow& found = form.table(table).rows[row];
  return in_quotes(found.label, found.english);
}

Text column_name(const Form& form, CellRef ref) {
  const FormColumn& found = form.table(ref.table).rows[ref.row].columns[ref.column];
  return in_quotes(found.label, found.english);
}

Text cell_label(const Form& form, CellRef ref) {
  return english(cell_name(form, ref), cell_name_english(form, ref));
}

Text section_name(const Form& form, int number) {
  const FormSection& section = form.sections[number - 1];
  const std::u16string name = std::u16string(section.numeral) + u"、" + std::u16string(section.title);
  return {u"“" + name + u"”", u"\"" + name + u"\""};
}

Text cell_names(const Form& form, const std::vector<CellRef>& cells, std::size_t most_rows) {
  std::vector<Text> rows;
  for (std::size_t at = 0; at < cells.size();) rows.push_back(row_with_columns(form, cells, at));
  if (rows.size() <= most_rows) return listed(rows, most_rows);
  const int count = static_cast<int>(rows.size());
  rows.resize(most_rows);
  return join(listed(rows, most_rows), say(u"等{0}行", u" and others, {0} rows in all", {count}));
}

Text quote(std::u16string_view text, std::size_t most) {
  std::u16string piece = even_spaces(text);
  if (piece.size() > most) {
    std::size_t end = most;
    if ((piece[end] & 0xFC00) == 0xDC00) --end;  // not through a surrogate pair
    piece.resize(end);
    piece += u'…';
  }
  return {u"“" + piece + u"”", u"\"" + piece + u"\""};
}

Text quote(const Document& document, Range range, std::size_t most) {
  return quote(document.view(range), most);
}

std::vector<Text> distinct_quotes(const Document& document, const std::vector<Range>& ranges) {
  std::vector<Text> out;
  for (Range range : ranges) {
    Text text = quote(document, range);
    if (std::none_of(out.begin(), out.end(), [&](const Text& other) { return other.zh == text.zh; }))
      out.push_back(std::move(text));
  }
  return out;
}

Text listed(const std::vector<Text>& items, std::size_t most) {
  Text out;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) out = join(i == 0 ? out : join(out, Words{u"、", u", "}), items[i]);
  if (shown == items.size()) return out;
  return join(out, say(u"等{0}项", u" and {1} more",
                       {static_cast<int>(items.size()), static_cast<int>(items.size() - shown)}));
}

bool usable(const Report& report, TableId table) {
  const BoundTable& bound = report.table(table);
  return bound.present && !bound.unread;
}

Text why_unusable(const Report& report, TableId table) {
  const Text name = table_name(*report.form, table);
  if (report.table(table).present || report.table(table).lost)
    return say(u"{0}的数字没有读取，未核对", u"{0} was not read and not checked", {name});
  return say(u"没有找到{0}", u"{0} was not found", {name});
}

Text why_not_whole(const Report& report, TableId table) {
  return say(u"{0}没有全部读到，不说缺少或漏填",
             u"{0} was not read in full; nothing is called missing or blank",
             {table_name(*report.form, table)});
}

std::vector<std::vector<CellRef>> by_row(const std::vector<CellRef>& cells) {
  std::vector<std::vector<CellRef>> out;
  for (CellRef ref : cells) {
    if (out.empty() || out.back().front().table != ref.table || out.back().front().row != ref.row)
      out.emplace_back();
    out.back().push_back(ref);
  }
  return out;
}

std::optional<Decimal> counted(const ReportCell& cell) {
  if (!cell.counted()) return std::nullopt;
  return cell.value.value_or(Decimal(0));
}

std::vector<Range> find_all(const Document& document, Range where, std::u16string_view needle) {
  std::vector<Range> out;
  const std::u16string wanted = folded(needle);
  const Folded text = fold(document.view(where));
  for (auto at = text.text.find(wanted); at != std::u16string::npos;
       at = text.text.find(wanted, at + wanted.size())) {
    const Range found = text.back(at, at + wanted.size());
    out.push_back({where.begin + found.begin, where.begin + found.end});
  }
  return out;
}

Range trim(const Document& document, Range range) {
  while (!range.empty() && is_space(document.text[range.begin])) ++range.begin;
  while (!range.empty() && is_space(document.text[range.end - 1])) --range.end;
  return range;
}

}  // namespace nianbao
