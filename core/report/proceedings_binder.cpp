#include <algorithm>
#include <array>

#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "report/aligned_columns.h"
#include "report/binding.h"

namespace nianbao {
namespace {

constexpr std::size_t enough_letters = 24;  // of a head; the whole has 75
constexpr std::size_t longest_head = 200;   // pieces
constexpr int farthest_from_head =
    3;                    // in half characters: the middle of a value from that of its column's name
constexpr int apart = 4;  // words above each other are no farther from each other
constexpr std::u16string_view suits = u"行政诉讼";

// The letter that tells one result's name from the others, whatever its lines are broken into: 结果维持,
// 结果纠正, …
constexpr std::u16string_view telling_letters = u"维纠其尚总";

void erase_all(std::u16string& text, std::u16string_view word) {
  for (auto at = text.find(word); at != std::u16string::npos; at = text.find(word, at))
    text.erase(at, word.size());
}

// A piece of the head and the cells behind it.
struct Run {
  std::u16string head;             // letters
  std::vector<std::size_t> cells;  // pieces: values and blanks
  std::size_t begin = 0;           // first piece of the head
};

class ProceedingsBinder {
 public:
  explicit ProceedingsBinder(const Source& source)
      : source_(source),
        form_(source.form(TableId::proceedings)),
        table_(source.bound(TableId::proceedings)) {
    for (const FormRow& row : form_.rows) groups_.push_back(label_key(row.label));
    for (const FormColumn& column : form_.rows[0].columns) {
      shown_.push_back(results_.size());
      results_.push_back(label_key(column.label));
    }
  }

  void bind() {
    const auto span = find();
    if (!span) return bind_without_head();
    leave_out_missing(*span);
    read_runs(*span);
    begin_table(*span);
    place(*span);
    bind_placed();
  }

 private:
  // Where a cell's value stands.
  struct Place {
    bool known = false;
    std::size_t piece = no_piece;  // no_piece: the cell is blank
  };

  std::size_t columns() const { return results_.size(); }
  std::size_t all_cells() const { return groups_.size() * results_.size(); }

  // --- where -----------------------------------------------------------------------------------------------

  // Made of nothing but letters of the head's words.
  bool is_head(const Piece& piece) const {
    if (piece.kind != PieceKind::text || piece.key.empty() || piece.key.size() > 40) return false;
    return std::all_of(piece.key.begin(), piece.key.end(), [&](char16_t c) {
      const auto has = [c](const std::u16string& name) { return contains(name, std::u16string_view(&c, 1)); };
      return one_of(c, suits) || std::any_of(groups_.begin(), groups_.end(), has) ||
             std::any_of(results_.begin(), results_.end(), has);
    });
  }

  // The stretch of pieces with most letters of the head, without other text inside.
  std::optional<Span> find() const {
    Span best;
    std::size_t most = enough_letters - 1;
    for (std::size_t begin = 0; begin < source_.evidence.all.size(); ++begin) {
      if (!is_head(source_.piece(begin))) continue;
      std::size_t end = begin, letters = 0;
      std::u16string head;
      for (; end < source_.evidence.all.size() &&
             (source_.piece(end).kind != PieceKind::text || is_head(source_.piece(end)));
           ++end) {
        letters += source_.piece(end).key.size();
        if (head.size() < longest_head) head += source_.piece(end).key;
      }
      const bool whole =
          contains(head, u"维") && contains(head, u"纠") && (contains(head, u"审") || contains(head, u"总"));
      if (whole && letters > most) most = letters, best = {begin, end};
      begin = end;
    }
    if (most < enough_letters) return std::nullopt;
    return best;
  }

  // Results that no group has. Told only by drawn cells, where every other one stands once for each group.
  void leave_out_missing(Span span) {
    std::vector<std::size_t> count(results_.size(), 0);
    std::u16string head;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      const Piece& piece = source_.piece(i);
      head += piece.key;
      const auto found = std::find(results_.begin(), results_.end(), piece.key);
      if (piece.kind == PieceKind::text && piece.cell && found != results_.end())
        ++count[static_cast<std::size_t>(found - results_.begin())];
    }
    std::vector<std::size_t> shown;
    for (std::size_t c = 0; c < results_.size(); ++c) {
      if (count[c] == groups_.size()) shown.push_back(c);
      else if (count[c] > 0 || contains(head, telling_letters.substr(c, 1))) return;
    }
    if (shown.empty()) return;
    std::vector<std::u16string> results;
    for (std::size_t c : shown) results.push_back(results_[c]);
    shown_ = std::move(shown);
    results_ = std::move(results);
  }

  // Rows of drawn cells end; what follows the first one with values is no part of it.
  void read_runs(Span span) {
    bool in_head = false, ended = false, results = false;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      const Piece& piece = source_.piece(i);
      if (piece.kind == PieceKind::text) {
        if (!in_head) runs_.push_back({{}, {}, i});
        runs_.back().head += piece.key;
        runs_.back().cells.clear();
        in_head = true;
        ended = false;
        results |= piece.key.find_first_of(telling_letters) != std::u16string::npos;
      } else if (piece.kind == PieceKind::row_end) {
        if (results && values_in(runs_.back().cells) == 0)
          runs_.back().cells.clear();  // names of results, and blanks to fill their row up
        results = false;
        ended |= !runs_.back().cells.empty();
      } else if (!ended &&
                 (piece.kind == PieceKind::value || piece.cell || source_.habits.blank_lines_are_cells)) {
        runs_.back().cells.push_back(i);
        if (piece.kind == PieceKind::value) in_head = false;
      }
    }
  }

  void begin_table(Span span) {
    table_.present = true;
    table_.range = source_.piece(span.begin).range;
    for (std::size_t i = span.begin; i < span.end; ++i) join(table_.range, source_.piece(i).range);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      table_.row_present[g] = true;
      for (std::size_t c : shown_) table_.column_present[g][c] = true;
      for (std::size_t i = span.begin; i < span.end && table_.row_label[g].empty(); ++i)
        if (source_.piece(i).key == groups_[g]) table_.row_label[g] = source_.piece(i).range;
    }
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
    return before(u"维", u"纠") && before(u"其", u"尚") && before(u"尚", u"总") &&
           before(groups_[1], groups_[2]);
  }

  // Section 四 holds nothing but a row of numbers for the whole table, and every group of them adds up.
  void bind_without_head() {
    const Section& section = source_.report.section(static_cast<int>(TableId::proceedings) + 2);
    if (!section.present()) return;
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < source_.evidence.all.size(); ++i) {
      const Piece& piece = source_.piece(i);
      if (piece.range.begin < section.body.begin || piece.range.end > section.body.end) continue;
      if (piece.kind == PieceKind::text || (piece.kind == PieceKind::blank && piece.cell)) return;
      if (piece.kind == PieceKind::value) cells.push_back(i);
    }
    if (cells.size() != all_cells() || shape_of(source_.evidence, cells) == Shape::mixed) return;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      std::vector<ReportCell> group;
      for (std::size_t c = 0; c < columns(); ++c) group.push_back(cell(g, c, cells[g * columns() + c]));
      if (!adds_up(group)) return;
    }
    begin_table({cells.front(), cells.back() + 1});
    set_all(cells);
    bind_placed();
  }

  // --- values ----------------------------------------------------------------------------------------------

  std::size_t values_in(const std::vector<std::size_t>& cells) const {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](std::size_t i) {
      return source_.piece(i).kind == PieceKind::value;
    }));
  }

  // Which piece stands in which cell, as far as it is certain.
  void place(Span span) {
    placed_.assign(all_cells(), {});
    if (!is_in_order()) return;
    if (place_one_row() || place_by_group() || place_by_position(span)) return;
    place_pieces();
  }

  void set_all(const std::vector<std::size_t>& cells) {
    placed_.clear();
    for (std::size_t piece : cells) placed_.push_back({true, piece});
  }

  // Just so many cells: drawn ones by their place in the row; values on one line, or each alone on its line:
  // otherwise one of them may be broken.
  std::optional<std::vector<std::size_t>> exactly(const Run& run, std::size_t count) const {
    const PrintedRow row{.label_piece = run.begin, .cells = run.cells};
    if (CellRows::has_cells(source_, row)) return CellRows(source_).place(row, count);
    std::vector<std::size_t> values;
    for (std::size_t i : run.cells)
      if (source_.piece(i).kind == PieceKind::value) values.push_back(i);
    if (values.size() == count && shape_of(source_.evidence, values) != Shape::mixed) return values;
    const bool blanks =
        source_.habits.blank_lines_are_cells && run.cells.size() >= count &&
        values_in({run.cells.begin() + static_cast<std::ptrdiff_t>(count), run.cells.end()}) == 0;
    if (!blanks) return std::nullopt;
    return std::vector<std::size_t>(run.cells.begin(),
                                    run.cells.begin() + static_cast<std::ptrdiff_t>(count));
  }

  // The whole head, then all cells.
  bool place_one_row() {
    for (std::size_t r = 0; r + 1 < runs_.size(); ++r)
      if (values_in(runs_[r].cells) > 0) return false;
    const auto cells = exactly(runs_.back(), all_cells());
    if (cells) set_all(*cells);
    return cells.has_value();
  }

  // Each group with its own values behind its name.
  bool place_by_group() {
    std::vector<std::optional<std::vector<std::size_t>>> found(groups_.size());
    bool any = false;
    for (const Run& run : runs_) {
      if (values_in(run.cells) == 0) continue;
      const auto group = group_of(run.head);
      const auto cells = exactly(run, columns());
      if (!group || found[*group] || !cells) return false;
      found[*group] = cells;
      any = true;
    }
    if (!any) return false;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      table_.row_present[g] = found[g] || contains(whole_head(), groups_[g]);
      for (std::size_t c = 0; found[g] && c < columns(); ++c)
        placed_[g * columns() + c] = {true, (*found[g])[c]};
    }
    return true;
  }

  // The group named last.
  std::optional<std::size_t> group_of(std::u16string head) const {
    erase_all(head, suits);
    std::optional<std::size_t> group;
    std::size_t last = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const auto at = head.rfind(groups_[g]);
      if (at == std::u16string::npos || (group && at < last)) continue;
      last = at;
      group = g;
    }
    return group;
  }

  // Fewer values than cells, but the words above them show the columns.
  bool place_by_position(Span span) {
    if (runs_.size() != 1 || shape_of(source_.evidence, runs_[0].cells) != Shape::one_line ||
        runs_[0].cells.empty() || source_.piece(runs_[0].cells[0]).cell)
      return false;
    return place_under(span, false) || place_under(span, true);
  }

  // `wide`: in display columns, otherwise in characters.
  bool place_under(Span span, bool wide) {
    const auto middle = [&](std::size_t i) {
      return wide ? source_.piece(i).wide_x + source_.piece(i).wide_end
                  : source_.piece(i).x + source_.piece(i).x_end;
    };
    std::vector<int> words;
    for (std::size_t i = span.begin; i < span.end; ++i)
      if (is_head(source_.piece(i)) && source_.piece(i).key.size() <= 4 &&
          source_.piece(i).key.substr(0, 2) != u"行政")
        words.push_back(middle(i));
    std::sort(words.begin(), words.end());
    std::vector<int> middles;  // doubled, of the columns: words that stand above each other
    for (int word : words)
      if (middles.empty() || word - middles.back() > apart) middles.push_back(word);
    if (middles.size() != all_cells()) return false;
    std::vector<Place> placed(middles.size(), Place{true, no_piece});
    for (std::size_t value : runs_[0].cells) {
      const auto near = [at = middle(value)](int column) {
        return std::abs(at - column) <= farthest_from_head;
      };
      const auto found = std::find_if(middles.begin(), middles.end(), near);
      if (found == middles.end() || std::count_if(middles.begin(), middles.end(), near) != 1) return false;
      std::size_t& piece = placed[static_cast<std::size_t>(found - middles.begin())].piece;
      if (piece != no_piece) return false;
      piece = value;
    }
    placed_ = std::move(placed);
    return true;
  }

  // Pieces of the head, each followed by just as many values as it names columns: what plain pdftotext makes
  // of the table. From the first piece on that does not fit, nothing is known.
  void place_pieces() {
    std::size_t next = 0;
    for (const Run& run : runs_) {
      if (run.cells.empty() || next + run.cells.size() > all_cells() || !exactly(run, run.cells.size()) ||
          !names(run.head, next, run.cells.size()))
        return;
      for (std::size_t i : run.cells) placed_[next++] = {true, i};
    }
  }

  // Whether the head, its groups apart, has the names of `count` columns from the cell `first` on, in any
  // order and no other letter.
  bool names(std::u16string head, std::size_t first, std::size_t count) const {
    for (const std::u16string& group : {groups_[1], groups_[2], groups_[0], std::u16string(suits)})
      erase_all(head, group);
    std::array<int, telling_letters.size()> expected{}, found{};
    std::size_t letters = 0;
    for (std::size_t i = first; i < first + count; ++i) {
      ++expected[shown_[i % columns()]];
      letters += results_[i % columns()].size();
    }
    for (char16_t c : head)
      if (const auto at = telling_letters.find(c); at != std::u16string_view::npos) ++found[at];
    return expected == found && letters == head.size();
  }

  // --- binding ---------------------------------------------------------------------------------------------

  void bind_placed() {
    bool any = false;
    for (std::size_t g = 0; g < groups_.size(); ++g) any |= table_.row_present[g] && bind_group(g);
    table_.unread = !any;
  }

  // In text taken out of a PDF values may have changed places: a group must add up there to be believed.
  bool bind_group(std::size_t g) {
    std::vector<ReportCell> read(columns());
    bool complete = true, any = false;
    for (std::size_t c = 0; c < columns(); ++c) {
      const Place& place = placed_[g * columns() + c];
      complete &= place.known;
      any |= place.known;
      if (place.known) read[c] = cell(g, c, place.piece);
    }
    const bool believed = complete && (!may_be_moved(g) || adds_up(read));
    std::vector<ReportCell>& cells = table_.cells[g];
    if (!believed)
      leave_unread(source_, TableId::proceedings, static_cast<int>(g),
                   table_.row_label[g].empty() ? table_.range : table_.row_label[g]);
    if (!believed && complete) return false;
    for (std::size_t c = 0; c < columns(); ++c)
      if (read[c].state != CellState::absent) cells[shown_[c]] = std::move(read[c]);
    return any;
  }

  ReportCell cell(std::size_t group, std::size_t column, std::size_t piece) const {
    if (piece != no_piece)
      return cell_of(source_, piece,
                     {TableId::proceedings, static_cast<std::uint8_t>(group),
                      static_cast<std::uint8_t>(shown_[column])});
    ReportCell blank;
    blank.state = CellState::blank;
    blank.range = {table_.range.end, table_.range.end};
    return blank;
  }

  bool may_be_moved(std::size_t group) const {
    const std::size_t first = placed_[group * columns()].piece;
    if (!source_.evidence.paged || source_.habits.blank_lines_are_cells || first == no_piece ||
        source_.piece(first).cell)
      return false;
    return shape_of(source_.evidence, {first}) == Shape::one_each;
  }

  static bool adds_up(const std::vector<ReportCell>& cells) {
    Decimal difference = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!cells[c].counted()) return false;
      const Decimal value = cells[c].value.value_or(Decimal(0));
      difference = c + 1 == cells.size() ? difference - value : difference + value;
    }
    return difference.is_zero();
  }

  const Source& source_;
  const FormTable& form_;
  BoundTable& table_;
  std::vector<std::u16string> groups_,
      results_;  // label_key() of the form's rows, and of those of its columns that are there
  std::vector<std::size_t> shown_;  // form column of each of results_
  std::vector<Run> runs_;
  std::vector<Place> placed_;  // by group and column
};

}  // namespace

void bind_proceedings(const Source& source) { ProceedingsBinder(source).bind(); }

}  // namespace nianbao
