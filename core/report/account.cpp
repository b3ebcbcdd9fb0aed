#include "report/account.h"

#include <algorithm>

#include "base/matching.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "input/text_source.h"
#include "prose/line.h"
#include "report/bind.h"
#include "report/form_words.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_label = 160;
constexpr int row_of_numbers = 3;         // numbers side by side that are no part of a sentence
constexpr std::size_t most_ranges = 400;  // of the unexplained, for each table

bool before(Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }

bool is_inner(char16_t c) { return is_digit(c) || one_of(c, u".,．，"); }

class Account {
 public:
  Account(const Document& document, Report& report) : document_(document), report_(report) {
    for (const BoundTable& table : report.tables) {
      for (const auto& row : table.cells)
        for (const ReportCell& cell : row) note(cell);
      for (const ReportCell& cell : table.unsplit_other_cells) note(cell);
    }
    sort_by(bound_, before);
    for (const Table& table : document.tables) grids_.push_back(table.range);
  }

  void draw_up() {
    for (TableId id : {TableId::disclosure, TableId::requests, TableId::proceedings}) {
      id_ = id;
      whole_ = report_.table(id).present ? report_.table(id).range : Range{};
      const Section& section = report_.section(static_cast<int>(id) + 2);
      Range region = section.present() ? section.body : whole_;
      if (!whole_.empty() && !region.contains(whole_)) region = whole_;
      if (!region.empty()) read(region);
    }
  }

 private:
  void note(const ReportCell& cell) {
    if (cell.state == CellState::number || cell.state == CellState::text) bound_.push_back(cell.range);
  }

  bool is_bound(Range number) const {
    const auto after = std::upper_bound(bound_.begin(), bound_.end(), number.begin,
                                        [](std::uint32_t at, Range r) { return at < r.begin; });
    return after != bound_.begin() && std::prev(after)->end >= number.end;
  }

  // The cells of grids one by one, the lines between them whole.
  void read(Range region) {
    std::uint32_t at = region.begin;
    for (std::size_t i = 0; i < grids_.size(); ++i) {
      if (grids_[i].end <= at || grids_[i].begin >= region.end) continue;
      lines({at, std::max(at, std::min(grids_[i].begin, region.end))});
      const bool of_the_table = is_of_the_table(static_cast<int>(i));
      for (const Cell& cell : document_.tables[i].cells)
        if (of_the_table && cell.range.end <= region.end) piece(cell.range);
      at = std::max(at, grids_[i].end);
    }
    if (at < region.end) lines({at, region.end});
  }

  // A grid of the section that has a word of the form, or numbers only, or a single row of them.
  bool is_of_the_table(int index) const {
    const std::vector<int>& own = report_.table(id_).document_tables;
    if (std::find(own.begin(), own.end(), index) != own.end()) return true;
    bool words = false;
    int numbers = 0, last_row = 0;
    for (const Cell& cell : document_.tables[static_cast<std::size_t>(index)].cells) {
      last_row = std::max(last_row, cell.row);
      if (cell.range.size() > longest_label) continue;
      const std::u16string_view text = document_.view(cell.range);
      const std::u16string key = label_key(text);
      if (word_of(key).word != Word::none) return true;
      numbers += !text.empty() && std::all_of(text.begin(), text.end(), is_inner);
      words |= key.size() > 1 && !is_digit(key[0]);
    }
    return !words || (last_row == 0 && numbers >= row_of_numbers);
  }

  void lines(Range within) {
    for (std::uint32_t at = within.begin; at < within.end;) {
      const auto found = document_.text.find(u'\n', at);
      const auto end = found == std::u16string::npos || found > within.end
                           ? within.end
                           : static_cast<std::uint32_t>(found);
      line({at, end});
      at = end + 1;
    }
  }

  // Inside the table every line that is no sentence; outside it only lines of its words and of numbers.
  void line(Range range) {
    const std::u16string_view text = document_.view(range);
    if (contains(text, u"。") || is_page_line(text) || !std::any_of(text.begin(), text.end(), is_digit))
      return;
    const bool inside = whole_.begin <= range.begin && range.end <= whole_.end;
    if (inside || is_row(text) || !has_foreign_words(range)) piece(range);
  }

  // Numbers that stand apart at its end, whatever the words before them.
  static bool is_row(std::u16string_view text) {
    int numbers = 0;
    bool in_number = false;
    for (std::size_t i = text.size(); i > 0 && numbers < row_of_numbers; --i) {
      const char16_t c = text[i - 1];
      if (!is_space(c) && !is_digit(c) && !one_of(c, u"|.,．，")) return false;
      if (in_number && is_space(c)) ++numbers;
      in_number = !is_space(c);
    }
    return numbers >= row_of_numbers;
  }

  bool has_foreign_words(Range range) const {
    std::u16string word;
    for (std::uint32_t i = range.begin; i <= range.end; ++i) {
      const char16_t c = i < range.end ? document_.text[i] : u' ';
      if (!is_space(c) && c != u'|') {
        word.push_back(c);
        continue;
      }
      const std::u16string key = label_key(word);
      const bool han = std::count_if(key.begin(), key.end(), is_han) > 2;
      if (han && (word.size() > longest_label || word_of(key).word == Word::none)) return true;
      word.clear();
    }
    return false;
  }

  // The numbers of one cell or line.
  void piece(Range range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (!is_digit(document_.text[i])) continue;
      std::uint32_t end = i + 1;
      while (end < range.end && is_inner(document_.text[end])) ++end;
      while (!is_digit(document_.text[end - 1])) --end;
      const Range number{i, end};
      if (!belongs_to_words(number, range)) count(number);
      i = end - 1;
    }
  }

  // "1." and "(3)" before a label; 2024年; 第3号; letters around.
  bool belongs_to_words(Range number, Range range) const {
    if (is_bound(number)) return false;
    std::uint32_t after = number.end;
    while (after < range.end && document_.text[after] == u' ') ++after;
    const char16_t next = after < range.end ? document_.text[after] : u' ';
    const char16_t last = number.begin > range.begin ? document_.text[number.begin - 1] : u' ';
    if (one_of(next, u"年月日号条款期")) return true;
    if (number.size() > 2) return false;
    const bool mark = one_of(next, u".．、)）:：") && after + 1 < range.end;
    return mark || (is_han(next) && (is_space(last) || last == u'|' || number.begin == range.begin) &&
                    starts_label(after, range));
  }

  // "1属于国家秘密"
  bool starts_label(std::uint32_t at, Range range) const {
    std::uint32_t end = at;
    while (end < range.end && is_han(document_.text[end])) ++end;
    return end - at >= 4;
  }

  void count(Range number) {
    TableReading& reading = report_.readings[static_cast<std::size_t>(id_)];
    ++reading.seen;
    if (is_bound(number)) ++reading.bound;
    else if (reading.unexplained.size() < most_ranges) reading.unexplained.push_back(number);
  }

  const Document& document_;
  Report& report_;
  std::vector<Range> bound_, grids_;
  TableId id_ = TableId::disclosure;
  Range whole_{};  // of the bound table
};

}  // namespace

void account_for_tables(const Document& document, Report& report) { Account(document, report).draw_up(); }

}  // namespace nianbao
