#include "report/remainder.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"

namespace nianbao {
namespace {

constexpr TableId all_tables[] = {TableId::disclosure, TableId::requests, TableId::proceedings};
constexpr std::size_t quoted = 24;        // units of the first or last words
constexpr std::size_t fewest_labels = 2;  // words of a table's head that make it one
constexpr int few_numbers = 9;            // a section that only tells of its figures in words has fewer
constexpr std::size_t longest_cell = 12;  // behind a row's label on its line
constexpr std::size_t little_text = 300;  // beside tables: a caption, a note, a page's furniture

int section_of(TableId id) { return static_cast<int>(id) + 2; }

// “…” with white space made even: the first words of the line at `at`, or the last words before it.
std::u16string words_from(const Document& document, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && document.text[begin - 1] != u'\n' && at - begin < quoted) --begin;
  std::u16string out;
  bool cut = false;
  for (std::uint32_t i = begin; i < document.text.size() && document.text[i] != u'\n'; ++i) {
    if ((cut = out.size() >= quoted)) break;
    if (!is_space(document.text[i])) out.push_back(document.text[i]);
    else if (!out.empty() && out.back() != u' ') out.push_back(u' ');
  }
  while (!out.empty() && out.back() == u' ') out.pop_back();
  return u"“" + out + (cut ? u"…”" : u"”");
}

std::u16string words_before(const Document& document, std::uint32_t end) {
  std::u16string out;
  std::uint32_t i = end;
  for (; i > 0 && out.size() < quoted && document.text[i - 1] != u'\n'; --i) {
    const char16_t c = document.text[i - 1];
    if (!is_space(c)) out.insert(out.begin(), c);
    else if (!out.empty() && out.front() != u' ') out.insert(out.begin(), u' ');
  }
  const bool whole = i == 0 || document.text[i - 1] == u'\n';
  if (out.starts_with(u' ')) out.erase(0, 1);
  return (whole ? u"“" : u"“…") + out + u"”";
}

class Remainder {
 public:
  Remainder(const Document& document, Report& report) : document_(document), report_(report) {}

  void tell() {
    find_end();
    find_tables_only();
    for (TableId id : all_tables) tell_of_table(id);
    for (Error& problem : report_.problems)
      if (problem.code == ErrorCode::table_unread && !problem.where.empty())
        problem.detail += words_from(document_, problem.where.begin);
  }

 private:
  BoundTable& bound(TableId id) { return report_.tables[static_cast<std::size_t>(id)]; }
  const std::u16string name(TableId id) const { return std::u16string(report_.form->table(id).name); }

  // --- a text that stops -----------------------------------------------------------------------------------

  std::uint32_t end_of_text() const {
    auto end = static_cast<std::uint32_t>(document_.text.size());
    while (end > 0 && is_space(document_.text[end - 1])) --end;
    return end;
  }

  const Section* last_section() const {
    const Section* last = nullptr;
    for (const Section& section : report_.sections)
      if (section.present() && (last == nullptr || section.body.begin > last->body.begin)) last = &section;
    return last;
  }

  bool reached_a_limit() const {
    const auto limit = [](const Error& problem) { return problem.code == ErrorCode::limit; };
    return std::any_of(document_.problems.begin(), document_.problems.end(), limit) ||
           std::any_of(report_.problems.begin(), report_.problems.end(), limit);
  }

  // Only what is pasted or saved as text is cut; and a cut text lacks all that follows: sections, signature.
  void find_end() {
    const Format format = document_.format;
    if (format != Format::txt && format != Format::markdown && format != Format::html) return;
    const Section* last = last_section();
    if (reached_a_limit()) return;  // which is said, and cut it
    if (last == nullptr || last->number == 6 || last->how == Recognised::by_table || report_.signature)
      return;
    for (int number = last->number + 1; number <= 6; ++number)
      if (report_.section(number).present()) return;
    const std::uint32_t end = end_of_text();
    if (later_titles_stand(*last, end)) return;
    const bool sentence_ends = end > 0 && one_of(document_.text[end - 1], u"。！？!?；;”）)");
    if (sentence_ends && last->number != 1 && !ends_with_table(*last, end)) return;  // a section was left out
    report_.stops_at = end;
    report_.problems.push_back({ErrorCode::cut_short, {end, end}, words_before(document_, end)});
    if (last->number >= 2 && last->number <= 4) leave_last_row(static_cast<TableId>(last->number - 2), end);
  }

  // The headings of what would follow were only not recognised.
  bool later_titles_stand(const Section& last, std::uint32_t end) const {
    const std::u16string rest = folded(document_.view({last.body.begin, std::max(last.body.begin, end)}));
    const auto stands = [&](std::u16string_view words) { return rest.find(words) != std::u16string::npos; };
    return stands(u"需要报告的事项") ||
           (last.number < 5 && (stands(u"改进情况") || stands(u"存在的主要问题")));
  }

  bool ends_with_table(const Section& last, std::uint32_t end) const {
    constexpr std::size_t note = 60;  // Chinese characters of a note below the table
    if (last.number < 2 || last.number > 4) return false;
    const BoundTable& table = report_.table(static_cast<TableId>(last.number - 2));
    return table.present && beside(table.range.end, end) <= note;
  }

  // The row in whose middle the text stops: which of its values are there is not known.
  void leave_last_row(TableId id, std::uint32_t end) {
    BoundTable& table = bound(id);
    int last = -1;
    for (std::size_t r = 0; r < table.cells.size(); ++r)
      if (table.row_present[r] &&
          (last < 0 || table.row_label[r].begin > table.row_label[static_cast<std::size_t>(last)].begin))
        last = static_cast<int>(r);
    if (last < 0) return;
    std::vector<ReportCell>& cells = table.cells[static_cast<std::size_t>(last)];
    const Range label = table.row_label[static_cast<std::size_t>(last)];
    const bool at_the_end = document_.text.find(u'\n', label.end) >= end;
    const bool filled = std::all_of(cells.begin(), cells.end(),
                                    [](const ReportCell& cell) { return cell.state == CellState::number; });
    if (!at_the_end || filled) return;
    for (ReportCell& cell : cells) {
      cell = ReportCell{};
      cell.state = CellState::unread;
      cell.range = label;
    }
    std::erase_if(report_.problems, [&](const Error& problem) {
      return problem.code == ErrorCode::row_unread && problem.where == label;
    });
  }

  // --- tables alone ----------------------------------------------------------------------------------------

  void find_tables_only() {
    const auto headed = [](const Section& section) {
      return section.present() && section.how != Recognised::by_table;
    };
    if (!report_.title.empty() || std::any_of(report_.sections.begin(), report_.sections.end(), headed))
      return;
    std::size_t units = 0;
    std::uint32_t at = 0;
    for (const Section& section : report_.sections) {
      if (!section.present()) continue;
      units += beside(at, section.body.begin);
      at = std::max(at, report_.table(static_cast<TableId>(section.number - 2)).range.end);
    }
    units += beside(at, static_cast<std::uint32_t>(document_.text.size()));
    if (units > little_text) return;
    report_.tables_only = true;
    report_.problems.push_back({ErrorCode::tables_only, {}, {}});
  }

  std::size_t beside(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return 0;
    const std::u16string_view text = document_.view({begin, end});
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_han));
  }

  // --- tables ----------------------------------------------------------------------------------------------

  void tell_of_table(TableId id) {
    BoundTable& table = bound(id);
    if (!table.present) return tell_of_lost(id);
    if (table.unread) return;
    const std::vector<Range> rest = unexplained(id);
    if (rest.empty()) return;
    report_.problems.push_back({ErrorCode::numbers_unread,
                                {rest.front().begin, rest.back().end},
                                name(id) + words_from(document_, rest.front().begin)});
  }

  // Without those of rows that are told as unread.
  std::vector<Range> unexplained(TableId id) const {
    const BoundTable& table = report_.table(id);
    std::vector<Range> out;
    for (Range number : report_.reading(id).unexplained) {
      std::size_t row = table.cells.size();  // the row whose label is the last before it
      for (std::size_t r = 0; r < table.cells.size(); ++r)
        if (table.row_present[r] && table.row_label[r].begin <= number.begin &&
            (row == table.cells.size() || table.row_label[r].begin >= table.row_label[row].begin))
          row = r;
      const bool told = row < table.cells.size() &&
                        std::any_of(table.cells[row].begin(), table.cells[row].end(),
                                    [](const ReportCell& cell) { return cell.state == CellState::unread; });
      if (!told) out.push_back(number);
    }
    return out;
  }

  // The words of a table's head, or a heap of numbers: the table is there, it only was not recognised as one.
  void tell_of_lost(TableId id) {
    BoundTable& table = bound(id);
    const Section& section = report_.section(section_of(id));
    if (table.image_instead || (report_.stops_at && !section.present())) return;
    const Range where =
        section.present() ? section.body : Range{0, static_cast<std::uint32_t>(document_.text.size())};
    const std::vector<Range>& rest = report_.reading(id).unexplained;
    const bool numbers =
        section.present() && (rest.size() > few_numbers || count_numbers(where) > few_numbers);
    const bool row = section.present() && has_row_in(id, where);
    if (labels_in(id, where) < (section.present() ? fewest_labels : 2 * fewest_labels) && !numbers && !row)
      return;
    table.lost = true;
    if (report_.stops_at && section.body.end >= *report_.stops_at) return;  // told with the text that stops
    const std::uint32_t at = !rest.empty() ? rest.front().begin : first_number(where);
    report_.problems.push_back({ErrorCode::table_unread, {at, where.end}, name(id)});
  }

  std::size_t labels_in(TableId id, Range where) const {
    const std::u16string text = folded(document_.view(where));
    std::vector<std::u16string_view> seen;
    for (const FormRow& row : report_.form->table(id).rows)
      for (std::u16string_view label : labels_of(id, row))
        if (label.size() >= 4 && std::find(seen.begin(), seen.end(), label) == seen.end() &&
            text.find(folded(label)) != std::u16string::npos)
          seen.push_back(label);
    return seen.size();
  }

  // A line of the section that is a row's label, alone or with a value: 行政事业性收费 无. Something of the
  // table stands there.
  bool has_row_in(TableId id, Range where) const {
    for (std::uint32_t at = where.begin; at < where.end;) {
      const auto stop = std::min<std::size_t>(document_.text.find(u'\n', at), where.end);
      const std::u16string line = folded(document_.view({at, static_cast<std::uint32_t>(stop)}));
      for (const FormRow& row : report_.form->table(id).rows) {
        const std::u16string label = folded(row.label);
        if (line.starts_with(label) && line.size() <= label.size() + longest_cell &&
            line.find(u'。') == line.npos)
          return true;
      }
      at = static_cast<std::uint32_t>(stop) + 1;
    }
    return false;
  }

  // What only this table has: the columns of 表二 and 表四, the rows of 表三.
  static std::vector<std::u16string_view> labels_of(TableId id, const FormRow& row) {
    std::vector<std::u16string_view> out;
    if (id == TableId::requests) out.push_back(row.label);
    for (const FormColumn& column : row.columns) out.push_back(column.label);
    return out;
  }

  int count_numbers(Range where) const {
    int count = 0;
    for (std::uint32_t i = where.begin; i < where.end; ++i)
      count += is_digit(document_.text[i]) && (i == where.begin || !is_digit(document_.text[i - 1]));
    return count;
  }

  std::uint32_t first_number(Range where) const {
    for (std::uint32_t i = where.begin; i < where.end; ++i)
      if (is_digit(document_.text[i])) return i;
    return where.begin;
  }

  const Document& document_;
  Report& report_;
};

}  // namespace

void tell_of_remainder(const Document& document, Report& report) { Remainder(document, report).tell(); }

Error headings_alone(const Document& document, const Report& report) {
  const Section& first = report.section(report.section_order.front());
  const Range heading = first.heading.empty() ? first.body : first.heading;
  return {ErrorCode::headings_only, heading, words_from(document, heading.begin)};
}

}  // namespace nianbao
