#include <algorithm>

#include "base/unicode.h"
#include "report/aligned_columns.h"
#include "report/linear.h"

namespace nianbao {
namespace {

constexpr std::size_t columns = 5, groups = 3;
constexpr std::size_t unknown = no_token - 1;
constexpr std::size_t enough_letters = 24;  // of a head; the whole has 75
constexpr std::size_t longest_head = 200;   // tokens
constexpr std::u16string_view group_names[] = {u"行政复议", u"未经复议直接起诉", u"复议后起诉"};
constexpr std::u16string_view result_names[] = {u"结果维持", u"结果纠正", u"其他结果", u"尚未审结", u"总计"};

// Made of nothing but letters of the head's words.
bool is_head(const Token& token) {
  if (token.kind != TokenKind::text || token.key.empty() || token.key.size() > 40) return false;
  return token.key.find_first_not_of(u"行政复议诉讼结果维持纠正其他尚未审总计未经直接起后") == std::u16string::npos;
}

void erase_all(std::u16string& text, std::u16string_view word) {
  for (auto at = text.find(word); at != std::u16string::npos; at = text.find(word, at)) text.erase(at, word.size());
}

// A piece of the head and the values behind it.
struct Run {
  std::u16string head;              // letters
  std::vector<std::size_t> cells;   // tokens: values and blanks
  std::size_t begin = 0;            // first token of the head
};

class ProceedingsBinder {
 public:
  explicit ProceedingsBinder(const LinearSource& source) : source_(source), table_(source.bound(TableId::proceedings)) {}

  void bind() {
    const auto span = find();
    if (!span) return;
    read_runs(*span);
    begin_table(*span);
    place(*span);
    bind_placed();
  }

 private:
  // --- where -----------------------------------------------------------------------------------------------------

  // The stretch of tokens with most letters of the head, without other text inside.
  std::optional<TokenSpan> find() const {
    TokenSpan best;
    std::size_t most = enough_letters - 1;
    for (std::size_t begin = 0; begin < source_.tokens.all.size(); ++begin) {
      if (!is_head(source_.token(begin))) continue;
      std::size_t end = begin, letters = 0;
      std::u16string head;
      for (; end < source_.tokens.all.size() && (source_.token(end).kind != TokenKind::text || is_head(source_.token(end))); ++end) {
        letters += source_.token(end).key.size();
        if (head.size() < longest_head) head += source_.token(end).key;
      }
      const bool whole = head.find(u'维') != std::u16string::npos && head.find(u'纠') != std::u16string::npos && head.find(u'审') != std::u16string::npos;
      if (whole && letters > most) most = letters, best = {begin, end};
      begin = end;
    }
    if (most < enough_letters) return std::nullopt;
    return best;
  }

  void read_runs(TokenSpan span) {
    bool in_head = false;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      const Token& token = source_.token(i);
      if (token.kind == TokenKind::text) {
        if (!in_head) runs_.push_back({{}, {}, i});
        runs_.back().head += token.key;
        in_head = true;
      } else if (token.kind == TokenKind::value || source_.tokens.layout == LinearLayout::bars || source_.tokens.layout == LinearLayout::led) {
        if (token.kind == TokenKind::row_end) {
          if (!in_head && has_cells()) break_row_ = true;
          continue;
        }
        if (break_row_) continue;
        runs_.back().cells.push_back(i);
        if (token.kind == TokenKind::value) in_head = false;
      } else if (source_.habits.blank_lines_are_cells) {
        runs_.back().cells.push_back(i);
      }
    }
  }

  bool has_cells() const { return !runs_.back().cells.empty(); }

  void begin_table(TokenSpan span) {
    table_.present = true;
    table_.range = source_.token(span.begin).range;
    for (std::size_t i = span.begin; i < span.end; ++i) join(table_.range, source_.token(i).range);
    for (std::size_t g = 0; g < groups; ++g) {
      table_.row_present[g] = true;
      table_.column_present[g].assign(columns, true);
      table_.row_label[g] = label_of(g, span);
    }
  }

  Range label_of(std::size_t group, TokenSpan span) const {
    for (std::size_t i = span.begin; i < span.end; ++i)
      if (source_.token(i).key == group_names[group]) return source_.token(i).range;
    return {};
  }

  std::u16string whole_head() const {
    std::u16string head;
    for (const Run& run : runs_) head += run.head;
    return head;
  }

  // The printed order of groups and results is that of the form, as far as the head can tell.
  bool is_in_order() const {
    const std::u16string head = whole_head();
    const auto before = [&](std::u16string_view a, std::u16string_view b) {
      const auto first = head.find(a), second = head.find(b);
      return first == std::u16string::npos || second == std::u16string::npos || first < second;
    };
    return before(u"维", u"纠") && before(u"其", u"尚") && before(u"尚", u"总") && before(u"未经", u"复议后");
  }

  // --- values ----------------------------------------------------------------------------------------------------

  std::size_t values_in(const std::vector<std::size_t>& cells) const {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](std::size_t i) { return source_.token(i).kind == TokenKind::value; }));
  }

  // Which token stands in which cell, as far as it is certain.
  void place(TokenSpan span) {
    placed_.assign(columns * groups, unknown);
    if (!is_in_order()) return;
    if (place_one_row() || place_by_group() || place_by_position(span)) return;
    place_pieces();
  }

  // The values of one head lie on one line, or each alone on its line: otherwise one of them may be broken.
  bool lies_well(const std::vector<std::size_t>& cells) const { return given_blanks() || shape_of(source_.tokens, cells) != Shape::mixed; }

  // The whole head, then fifteen cells.
  bool place_one_row() {
    for (std::size_t r = 0; r + 1 < runs_.size(); ++r)
      if (values_in(runs_[r].cells) > 0) return false;
    std::vector<std::size_t> cells = runs_.back().cells;
    if (given_blanks()) {
      drop_covered(cells);
      if (cells.size() > columns * groups) cells.resize(columns * groups);
    }
    if (cells.size() != columns * groups || !lies_well(cells)) return false;
    placed_ = std::move(cells);
    return true;
  }

  bool given_blanks() const { return source_.tokens.layout != LinearLayout::lines || source_.habits.blank_lines_are_cells; }

  // Blanks inside the head are cells that merged ones cover; those of the row come behind the last word.
  void drop_covered(std::vector<std::size_t>& cells) const {
    std::size_t last_word = 0;
    for (std::size_t i = runs_.back().begin; i < source_.tokens.all.size() && (cells.empty() || i < cells.back()); ++i)
      if (source_.token(i).kind == TokenKind::text) last_word = i;
    cells.erase(std::remove_if(cells.begin(), cells.end(), [&](std::size_t i) { return i < last_word; }), cells.end());
  }

  // Each group with its own five values behind its name.
  bool place_by_group() {
    std::vector<const Run*> found(groups, nullptr);
    for (const Run& run : runs_) {
      if (run.cells.empty()) continue;
      const int group = group_of(run.head);
      if (group < 0 || found[static_cast<std::size_t>(group)] != nullptr || run.cells.size() != columns || !lies_well(run.cells)) return false;
      found[static_cast<std::size_t>(group)] = &run;
    }
    if (std::all_of(found.begin(), found.end(), [](const Run* run) { return run == nullptr; })) return false;
    for (std::size_t g = 0; g < groups; ++g) {
      table_.row_present[g] = found[g] != nullptr || whole_head().find(group_names[g]) != std::u16string::npos;
      for (std::size_t c = 0; found[g] != nullptr && c < columns; ++c) placed_[g * columns + c] = found[g]->cells[c];
    }
    return true;
  }

  // The group named last.
  static int group_of(std::u16string head) {
    erase_all(head, u"行政诉讼");
    int group = -1;
    std::size_t last = 0;
    for (std::size_t g = 0; g < groups; ++g) {
      const auto at = head.rfind(group_names[g]);
      if (at == std::u16string::npos || (group >= 0 && at < last)) continue;
      last = at;
      group = static_cast<int>(g);
    }
    return group;
  }

  // Fewer values than cells, but the words above them show the columns.
  bool place_by_position(TokenSpan span) {
    if (source_.tokens.layout != LinearLayout::lines || runs_.size() != 1 || shape_of(source_.tokens, runs_[0].cells) != Shape::one_line) return false;
    return place_under(span, false) || place_under(span, true);
  }

  // `wide`: in display columns, otherwise in characters.
  bool place_under(TokenSpan span, bool wide) {
    const auto middle = [&](std::size_t i) { return wide ? source_.token(i).wide_x + source_.token(i).wide_end : source_.token(i).x + source_.token(i).x_end; };
    std::vector<int> words;
    for (std::size_t i = span.begin; i < span.end; ++i)
      if (is_head(source_.token(i)) && source_.token(i).key.size() <= 4 && source_.token(i).key.substr(0, 2) != u"行政") words.push_back(middle(i));
    std::sort(words.begin(), words.end());
    std::vector<int> middles;  // doubled, of the columns: words that stand above each other
    for (int word : words)
      if (middles.empty() || word - middles.back() > 4) middles.push_back(word);
    if (middles.size() != columns * groups) return false;
    std::vector<std::size_t> placed(middles.size(), no_token);
    for (std::size_t value : runs_[0].cells) {
      const auto near = [at = middle(value)](int column) { return std::abs(at - column) <= 3; };
      const auto found = std::find_if(middles.begin(), middles.end(), near);
      if (found == middles.end() || std::count_if(middles.begin(), middles.end(), near) != 1) return false;
      std::size_t& place = placed[static_cast<std::size_t>(found - middles.begin())];
      if (place != no_token) return false;
      place = value;
    }
    placed_ = std::move(placed);
    return true;
  }

  // Pieces of the head, each followed by just as many values as it names columns: what plain pdftotext makes of the table.
  // From the first piece on that does not fit, nothing is known.
  void place_pieces() {
    std::size_t next = 0;
    for (const Run& run : runs_) {
      std::u16string expected, found = run.head;
      if (run.cells.empty() || next + run.cells.size() > columns * groups || !lies_well(run.cells)) return;
      for (std::size_t i = 0; i < run.cells.size(); ++i) expected += result_names[(next + i) % columns];
      for (std::u16string_view name : {u"未经复议直接起诉", u"复议后起诉", u"行政复议", u"行政诉讼"}) erase_all(found, name);
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
      if (expected != found) return;
      for (std::size_t i : run.cells) placed_[next++] = i;
    }
  }

  // --- binding ---------------------------------------------------------------------------------------------------

  void bind_placed() {
    bool any = false;
    for (std::size_t g = 0; g < groups; ++g) any |= table_.row_present[g] && bind_group(g);
    table_.unread = !any;
  }

  // In text taken out of a PDF values may have changed places: a group must add up there to be believed.
  bool bind_group(std::size_t g) {
    std::vector<ReportCell>& cells = table_.cells[g];
    bool complete = true, any = false;
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t token = placed_[g * columns + c];
      if (token == unknown) complete = false;
      else any = true, cells[c] = cell(g, c, token);
    }
    if (complete && (!may_be_moved(g) || adds_up(cells))) return true;
    std::vector<ReportCell> read = std::move(cells);
    cells.assign(columns, ReportCell{});
    leave_unread(source_, TableId::proceedings, static_cast<int>(g), table_.row_label[g].empty() ? table_.range : table_.row_label[g]);
    if (complete) return false;
    for (std::size_t c = 0; c < columns; ++c)
      if (read[c].state != CellState::absent) cells[c] = std::move(read[c]);
    return any;
  }

  ReportCell cell(std::size_t group, std::size_t column, std::size_t token) const {
    if (token != no_token) return linear_cell(source_, token, {TableId::proceedings, static_cast<std::uint8_t>(group), static_cast<std::uint8_t>(column)});
    ReportCell blank;
    blank.state = CellState::blank;
    blank.range = {table_.range.end, table_.range.end};
    return blank;
  }

  bool may_be_moved(std::size_t group) const {
    const std::size_t first = placed_[group * columns];
    if (!source_.tokens.paged || given_blanks() || first == no_token) return false;
    return shape_of(source_.tokens, {first}) == Shape::one_each;
  }

  static bool adds_up(const std::vector<ReportCell>& cells) {
    Decimal difference = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      if (!cells[c].counted()) return false;
      const Decimal value = cells[c].value.value_or(Decimal(0));
      difference = c + 1 == columns ? difference - value : difference + value;
    }
    return difference.is_zero();
  }

  const LinearSource& source_;
  BoundTable& table_;
  std::vector<Run> runs_;
  std::vector<std::size_t> placed_;  // by group and column: a token, no_token for a blank, or unknown
  bool break_row_ = false;  // the row of values has ended
};

}  // namespace

void bind_linear_proceedings(const LinearSource& source) { ProceedingsBinder(source).bind(); }

}  // namespace nianbao
