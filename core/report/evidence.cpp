#include "report/evidence.h"

#include <algorithm>

#include "base/display_width.h"
#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "input/text_source.h"
#include "prose/line.h"
#include "report/bind.h"
#include "report/run_together.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_label = 60;
constexpr std::size_t longest_line = 400;  // longer ones are prose if they have a full stop
constexpr std::size_t longest_value = 40;  // with its remark
constexpr std::size_t enough_lines = 12;   // of one kind to speak of a habit

// How cells lie on the lines outside grids.
enum class Habit : std::uint8_t {
  words,       // words and values on lines, several or one each
  bars,        // cells ended by " |", one or several a line; a line of several bars is what merged cells left
  bars_alone,  // a bar on a line of its own between two cells
  led,         // one cell a line, led by a tab; an empty line ends a row
};

// --- values ------------------------------------------------------------------------------------------------

bool may_begin_value(char16_t c) {
  return is_digit(c) || one_of(c, u"-－—–―−/／+＋增减约无暂不二三四五六七八九十百〇零两");
}

// A number or a nil mark. A single Chinese numeral but 〇 and 零 is rather part of a label; a long run of
// dashes is a drawn line.
bool is_value(const Document& document, Range range) {
  if (range.empty() || range.size() > longest_value || !may_begin_value(document.text[range.begin]))
    return false;
  const ReportCell cell = read_cell(document, range, true, true);
  if (cell.state == CellState::dash) return cell.text.size() < 4;
  if (cell.state != CellState::number) return false;
  return (cell.style & style_chinese_numeral) == 0 || cell.text.size() > 1 || cell.value->is_zero();
}

bool is_change_word(std::u16string_view text) {
  return one_of(text, {u"增", u"减", u"增加", u"减少", u"新增"});
}

// A piece of a wall or of a rule.
bool is_drawn(std::u16string_view text) {
  return text.size() >= 3 && text.find_first_not_of(u"-=+:_ ") == std::u16string_view::npos;
}

// A line of bars, of walls, or of both.
bool is_drawn_line(std::u16string_view text) {
  if (text.find_first_not_of(u"|｜│┃-=+: \t") != std::u16string_view::npos) return false;
  if (text.size() > 1 && text[1] == u'-' && text.find_first_of(u" \t") == std::u16string_view::npos)
    return true;  // |-
  return text.find_first_of(u"-=+") == std::u16string_view::npos ||
         text.find(u"---") != std::u16string_view::npos || text.find(u"===") != std::u16string_view::npos;
}

bool is_bar(char16_t c) { return c == u'|' || c == u'｜' || c == u'│' || c == u'┃'; }

// --- one line ----------------------------------------------------------------------------------------------

class Collector {
 public:
  Collector(const Document& document, Habit habit, Evidence& out)
      : document_(document), habit_(habit), out_(out) {}

  void line(Range range) {
    if (out_.cut) return;
    begin_line();
    switch (habit_) {
      case Habit::bars:
      case Habit::words:
        return std::any_of(view(range).begin(), view(range).end(), is_bar) ? bar_line(range)
                                                                           : word_line(range);
      case Habit::bars_alone: return alone_line(range);
      case Habit::led: return led_line(range);
    }
  }

  void grid(const Table& table) {
    int row = -1;
    for (const Cell& cell : table.cells) {
      if (cell.row != row) {
        if (row >= 0) end_row(cell.range.begin);
        begin_line();
        row = cell.row;
      }
      cell_text(cell.range);
    }
    end_row(table.range.end);
  }

 private:
  struct Word {
    Range range{};
    int x = 0, x_end = 0, wide_x = 0, wide_end = 0;
  };

  std::u16string_view view(Range r) const { return document_.view(r); }

  Range trimmed(Range r) const {
    while (!r.empty() && is_space(document_.text[r.begin])) ++r.begin;
    while (!r.empty() && is_space(document_.text[r.end - 1])) --r.end;
    return r;
  }

  void begin_line() {
    ++line_;
    field_ = 0;
  }

  void end_row(std::uint32_t at) { add(PieceKind::row_end, Range{at, at}); }

  void add(PieceKind kind, Range range) { add(kind, Word{range}); }

  void add(PieceKind kind, const Word& word) {
    const Range range = word.range;
    if (out_.all.size() >= limits::linear_tokens) {
      out_.cut = true;
      return;
    }
    Piece piece{.kind = kind,
                .cell = cell_,
                .range = range,
                .line = line_,
                .field = field_,
                .x = word.x,
                .x_end = word.x_end,
                .wide_x = word.wide_x,
                .wide_end = word.wide_end};
    if (kind == PieceKind::text && range.size() <= longest_label + 20) {
      piece.key = label_key(view(range));
      if (piece.key.size() > longest_label) piece.key.clear();
      piece.meaning = word_of(piece.key);
    }
    out_.all.push_back(std::move(piece));
  }

  // A nil mark written onto a label, "规章—": it is no part of it.
  Range mark_behind(Range r) const {
    std::uint32_t end = r.end;
    while (end > r.begin && one_of(document_.text[end - 1], u"-－—–―/／;；,，[]【】{}")) --end;
    return document_.view({end, r.end}).find_first_of(u"-－—–―/／") == std::u16string_view::npos
               ? Range{r.end, r.end}
               : Range{end, r.end};
  }

  // A word as it stands, or what runs together in it.
  void add_text(Word word) {
    if (const Range mark = mark_behind(word.range); !mark.empty() && mark.begin > word.range.begin) {
      word.range.end = mark.begin;
      add_text(word);
      word.range = mark;
      return add(is_value(document_, mark) ? PieceKind::value : PieceKind::text, word);
    }
    const bool known = word.range.size() <= longest_label &&
                       word_of(label_key(view(word.range))).word != nianbao::Word::none;
    const std::vector<RunPart> parts =
        known ? std::vector<RunPart>{} : parts_run_together(document_, word.range);
    if (parts.empty()) return add(PieceKind::text, word);
    for (const RunPart& part : parts)
      add(part.label ? PieceKind::text : PieceKind::value,
          {part.range, word.x, word.x_end, word.wide_x, word.wide_end});
  }

  void cell_text(Range range) {
    const Range r = trimmed(range);
    cell_ = true;
    if (r.empty()) add(PieceKind::blank, Range{range.begin, range.begin});
    else if (is_value(document_, r)) add(PieceKind::value, r);
    else if (!is_drawn(view(r))) add_text({r});
    cell_ = false;
    ++field_;
  }

  // "规章 |", "| 规章 | 0 |", "|", "||||"
  void bar_line(Range range) {
    const Range line = trimmed(range);
    if (line.empty() || is_page_line(view(line))) return;
    const auto bars = std::count_if(view(line).begin(), view(line).end(), is_bar);
    if (is_drawn_line(view(line))) {
      if (bars == 1 && line.size() == 1) cell_text({line.begin, line.begin});
      return;
    }
    std::uint32_t begin = line.begin + (is_bar(document_.text[line.begin]) ? 1 : 0);
    for (std::uint32_t i = begin; i <= line.end; ++i) {
      if (i < line.end && !is_bar(document_.text[i])) continue;
      if (i < line.end || !trimmed({begin, i}).empty()) cell_text({begin, i});
      begin = i + 1;
    }
    if (field_ > 2) end_row(line.end);
  }

  // A cell goes on until the bar; two bars with nothing between them hold a blank one.
  void alone_line(Range range) {
    const Range line = trimmed(range);
    if (line.empty() || is_page_line(view(line)) || is_drawn_line(view(line))) {
      if (line.size() != 1 || !is_bar(document_.text[line.begin])) return;
      if (behind_bar_) cell_text({line.begin, line.begin});
      behind_bar_ = true;
      return;
    }
    if (!behind_bar_ && std::none_of(view(line).begin(), view(line).end(), is_bar)) end_row(line.begin);
    behind_bar_ = false;
    if (line.size() <= longest_line && view(line).find(u'。') == std::u16string_view::npos)
      return cell_text(line);
    add(PieceKind::text, line);
  }

  // "\t规章"; a short line without a tab goes on with the words of the cell before it.
  void led_line(Range range) {
    const std::u16string_view text = view(range);
    if (trim(text).empty() && text.find(u'\t') == std::u16string_view::npos) return end_row(range.begin);
    if (!text.empty() && text.front() == u'\t') return cell_text(range);
    if (is_page_line(text)) return;
    const Range r = trimmed(range);
    const bool goes_on = !out_.all.empty() && out_.all.back().kind == PieceKind::text &&
                         out_.all.back().line + 1 == line_ && r.size() <= 12 &&
                         out_.all.back().range.size() <= 40 && out_.all.back().range.begin > 0 &&
                         document_.text[out_.all.back().range.begin - 1] == u'\t';
    if (!goes_on) return add(PieceKind::text, r);
    Piece& cell = out_.all.back();
    cell.range.end = r.end;
    cell.line = line_;
    cell.key = label_key(view(cell.range));
    cell.meaning = word_of(cell.key);
  }

  // Words are what stands between white space; a value takes its unit and its sign with it.
  void word_line(Range range) {
    const Range line = trimmed(range);
    if (line.empty()) return add(PieceKind::blank, Range{range.begin, range.begin});
    if (is_page_line(view(line)) || is_drawn(view(line))) return;
    if (line.size() > longest_line && view(line).find(u'。') != std::u16string_view::npos)
      return add(PieceKind::text, line);
    const std::vector<Word> words = split(range);
    if (words.size() > 1 && words.size() <= 3 && is_value(document_, line))
      return add(PieceKind::value, joined(words.front(), words.back()));  // 12 345
    for (std::size_t i = 0; i < words.size(); ++i) {
      Word word = words[i];
      while (i + 1 < words.size() && goes_with(word, words[i + 1])) word = joined(word, words[++i]);
      if (is_value(document_, word.range)) add(PieceKind::value, word);
      else add_text(word);
    }
  }

  static Word joined(const Word& a, const Word& b) {
    return {{a.range.begin, b.range.end}, a.x, b.x_end, a.wide_x, b.wide_end};
  }

  std::vector<Word> split(Range line) const {
    std::vector<Word> words;
    int x = 0, wide = 0;
    bool inside = false;
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      const char16_t c = document_.text[i];
      const int width = c == u'\t' ? 8 - wide % 8 : display_width(c);
      if (!is_space(c) && !inside) words.push_back({{i, i}, x, x, wide, wide});
      inside = !is_space(c);
      if (inside) {
        words.back().range.end = i + 1;
        words.back().x_end = x + 1;
        words.back().wide_end = wide + width;
      }
      x += c == u'\f' ? 0 : 1;
      wide += width;
    }
    return words;
  }

  // "43 项", "增 257 项"
  bool goes_with(const Word& word, const Word& next) const {
    if (next.x - word.x_end > 1) return false;
    const bool unit = next.range.size() <= 2 && !is_digit(document_.text[next.range.begin]) &&
                      !may_begin_value(document_.text[next.range.begin]) && is_value(document_, word.range);
    const bool change = is_change_word(view(word.range)) && is_digit(document_.text[next.range.begin]);
    return (unit || change) && is_value(document_, {word.range.begin, next.range.end});
  }

  const Document& document_;
  const Habit habit_;
  Evidence& out_;
  std::uint32_t line_ = 0;
  int field_ = 0;
  bool cell_ = false, behind_bar_ = false;
};

// --- the whole ---------------------------------------------------------------------------------------------

// Calls `line` with every line of `within` outside grids, and `grid` with every grid, in order.
template <typename OfLine, typename OfGrid>
void walk(const Document& document, Range within, OfLine line, OfGrid grid) {
  std::size_t table = 0;
  for (std::uint32_t at = within.begin; at < within.end;) {
    while (table < document.tables.size() && document.tables[table].range.end <= at) ++table;
    if (table < document.tables.size() && document.tables[table].range.begin <= at) {
      grid(document.tables[table]);
      at = std::max(at + 1, document.tables[table].range.end);
      continue;
    }
    const auto found = document.text.find(u'\n', at);
    auto end =
        found == std::u16string::npos || found > within.end ? within.end : static_cast<std::uint32_t>(found);
    if (table < document.tables.size()) end = std::min(end, document.tables[table].range.begin);
    line(Range{at, end});
    at = end + (end < document.text.size() && document.text[end] == u'\n' ? 1 : 0);
    if (end == within.end) break;
  }
}

Habit habit_of(const Document& document, Range within) {
  std::size_t bars = 0, alone = 0, fronted = 0, led = 0, filled = 0;
  walk(
      document, within,
      [&](Range range) {
        const std::u16string_view text = document.view(range), bare = trim(text);
        alone += bare.size() == 1 && is_bar(bare[0]);
        fronted += bare.size() > 1 && is_bar(bare.front()) && !is_drawn_line(bare);
        bars += bare.size() > 1 && is_bar(bare.back()) && !is_bar(bare.front());
        led += !text.empty() && text.front() == u'\t' && text.find(u'\t', 1) == std::u16string_view::npos;
        filled += !bare.empty();
      },
      [](const Table&) {});
  if (alone >= enough_lines && alone > 2 * (bars + fronted)) return Habit::bars_alone;
  if (bars >= enough_lines && bars * 3 > filled) return Habit::bars;
  return led >= enough_lines && led * 3 > filled ? Habit::led : Habit::words;
}

}  // namespace

Evidence evidence_of(const Document& document, Range within) {
  Evidence out;
  // A piece and what parts it from the next take two units at least; growing piece by piece would take twice
  // the room.
  out.all.reserve(std::min<std::size_t>(limits::linear_tokens, within.size() / 2 + 1));
  out.paged = document.view(within).find(u'\f') != std::u16string_view::npos;
  const bool text = document.format == Format::txt || document.format == Format::markdown;
  Collector collector(document, habit_of(document, within), out);
  walk(
      document, within, [&](Range range) { collector.line(range); },
      [&](const Table& table) {
        if (text && within.contains(table.range)) collector.grid(table);
      });
  return out;
}

bool one_value_a_line(const Evidence& evidence, std::size_t begin, std::size_t end) {
  std::size_t values = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (evidence.all[i].kind != PieceKind::value) continue;
    ++values;
    const bool before = i > 0 && evidence.all[i - 1].line == evidence.all[i].line,
               after = i + 1 < evidence.all.size() && evidence.all[i + 1].line == evidence.all[i].line;
    if (before || after) return false;
  }
  return values > 0;
}

Shape shape_of(const Evidence& evidence, const std::vector<std::size_t>& cells) {
  bool together = true, apart = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::uint32_t line = evidence.all[cells[i]].line;
    together &= line == evidence.all[cells[0]].line;
    apart &= (cells[i] == 0 || evidence.all[cells[i] - 1].line != line) &&
             (cells[i] + 1 == evidence.all.size() || evidence.all[cells[i] + 1].line != line);
  }
  return apart ? Shape::one_each : together ? Shape::one_line : Shape::mixed;
}

}  // namespace nianbao
