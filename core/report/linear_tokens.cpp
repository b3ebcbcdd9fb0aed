#include "report/linear_tokens.h"

#include <algorithm>

#include "base/display_width.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "prose/line.h"
#include "report/bind.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_label = 60;
constexpr std::size_t longest_line = 400;  // longer ones are prose
constexpr std::size_t enough_lines = 12;   // of one shape to speak of a layout

// --- values ------------------------------------------------------------------------------------------------------

bool may_begin_value(char16_t c) {
  return is_digit(c) || std::u16string_view(u"-－—–―−/／+＋增减约无暂不二三四五六七八九十百〇零两").find(c) != std::u16string_view::npos;
}

// A number or a nil mark. A single Chinese numeral is rather part of a label; a long run of dashes is a drawn line.
bool is_value(const Document& document, Range range) {
  if (range.empty() || range.size() > 30 || !may_begin_value(document.text[range.begin])) return false;
  const ReportCell cell = read_cell(document, range, true, true);
  if (cell.state == CellState::dash) return cell.text.size() < 4;
  return cell.state == CellState::number && ((cell.style & style_chinese_numeral) == 0 || cell.text.size() > 1);
}

bool is_change_word(std::u16string_view text) { return text == u"增" || text == u"减" || text == u"增加" || text == u"减少" || text == u"新增"; }

// --- one line ----------------------------------------------------------------------------------------------------

class Tokeniser {
 public:
  Tokeniser(const Document& document, Tokens& out) : document_(document), out_(out) {}

  void line(Range range) {
    if (out_.cut) return;
    ++line_;
    switch (out_.layout) {
      case LinearLayout::bars: return bar_line(range);
      case LinearLayout::led: return led_line(range);
      case LinearLayout::lines: return word_line(range);
    }
  }

 private:
  std::u16string_view view(Range r) const { return document_.view(r); }

  Range trimmed(Range r) const {
    while (!r.empty() && is_space(document_.text[r.begin])) ++r.begin;
    while (!r.empty() && is_space(document_.text[r.end - 1])) --r.end;
    return r;
  }

  struct Word {
    Range range{};
    int x = 0, x_end = 0, wide_x = 0, wide_end = 0;
  };

  void add(TokenKind kind, Range range) { add(kind, Word{range}); }

  void add(TokenKind kind, const Word& word) {
    const Range range = word.range;
    if (out_.all.size() >= limits::linear_tokens) {
      out_.cut = true;
      return;
    }
    Token token{.kind = kind, .range = range, .line = line_, .x = word.x, .x_end = word.x_end, .wide_x = word.wide_x, .wide_end = word.wide_end};
    if (kind == TokenKind::text && range.size() <= longest_label) {
      token.key = label_key(view(range));
      token.meaning = word_of(token.key);
    }
    out_.all.push_back(std::move(token));
  }

  void add_cell(Range range) {
    const Range r = trimmed(range);
    if (r.empty()) add(TokenKind::blank, Range{range.begin, range.begin});
    else add(is_value(document_, r) ? TokenKind::value : TokenKind::text, r);
  }

  // "规章 |", "|", "||||"
  void bar_line(Range range) {
    const Range line = trimmed(range);
    const std::u16string_view text = view(line);
    if (text.empty() || is_page_line(text)) return;
    if (text.back() != u'|') return word_line(range);
    if (text.find_first_not_of(u"| \t") == std::u16string_view::npos) {
      if (std::count(text.begin(), text.end(), u'|') == 1) add(TokenKind::blank, Range{line.begin, line.begin});
      return;
    }
    std::uint32_t begin = line.begin;
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      if (document_.text[i] != u'|') continue;
      add_cell({begin, i});
      begin = i + 1;
    }
  }

  // "\t规章"; a short line without a tab goes on with the words of the cell before it.
  void led_line(Range range) {
    const std::u16string_view text = view(range);
    if (trim(text).empty() && text.find(u'\t') == std::u16string_view::npos) return add(TokenKind::row_end, Range{range.begin, range.begin});
    if (!text.empty() && text.front() == u'\t') return add_cell(range);
    if (is_page_line(text)) return;
    const Range r = trimmed(range);
    const bool goes_on = !out_.all.empty() && out_.all.back().kind == TokenKind::text && out_.all.back().line + 1 == line_ && r.size() <= 12 &&
                         out_.all.back().range.size() <= 40 && out_.all.back().range.begin > 0 && document_.text[out_.all.back().range.begin - 1] == u'\t';
    if (!goes_on) return add(TokenKind::text, r);
    Token& cell = out_.all.back();
    cell.range.end = r.end;
    cell.line = line_;
    cell.key = label_key(view(cell.range));
    cell.meaning = word_of(cell.key);
  }

  // Words are what stands between white space; a value takes its unit and its sign with it.
  void word_line(Range range) {
    const Range line = trimmed(range);
    if (line.empty()) return add(TokenKind::blank, Range{range.begin, range.begin});
    if (is_page_line(view(line))) return;
    if (line.size() > longest_line) return add(TokenKind::text, line);
    const std::vector<Word> words = split(range);
    if (words.size() > 1 && words.size() <= 3 && is_value(document_, line)) return add(TokenKind::value, joined(words.front(), words.back()));  // 12 345
    for (std::size_t i = 0; i < words.size(); ++i) {
      Word word = words[i];
      while (i + 1 < words.size() && goes_with(word, words[i + 1])) word = joined(word, words[++i]);
      add(is_value(document_, word.range) ? TokenKind::value : TokenKind::text, word);
    }
  }

  static Word joined(const Word& a, const Word& b) { return {{a.range.begin, b.range.end}, a.x, b.x_end, a.wide_x, b.wide_end}; }

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
    const bool unit = next.range.size() <= 2 && !is_digit(document_.text[next.range.begin]) && !may_begin_value(document_.text[next.range.begin]) && is_value(document_, word.range);
    const bool change = is_change_word(view(word.range)) && is_digit(document_.text[next.range.begin]);
    return (unit || change) && is_value(document_, {word.range.begin, next.range.end});
  }

  const Document& document_;
  Tokens& out_;
  std::uint32_t line_ = 0;
};

// --- the whole ---------------------------------------------------------------------------------------------------

// Calls `use` with every line of `within` that is outside the grids that `bound` marks.
template <typename Use>
void each_line(const Document& document, Range within, const std::vector<bool>& bound, Use use) {
  std::size_t table = 0;
  for (std::uint32_t at = within.begin; at < within.end;) {
    while (table < document.tables.size() && (document.tables[table].range.end <= at || !bound[table])) ++table;
    if (table < document.tables.size() && document.tables[table].range.begin <= at) {
      at = std::max(at + 1, document.tables[table].range.end);
      continue;
    }
    const auto found = document.text.find(u'\n', at);
    const auto end = found == std::u16string::npos || found > within.end ? within.end : static_cast<std::uint32_t>(found);
    use(Range{at, end});
    at = end + 1;
  }
}

LinearLayout layout_of(const Document& document, Range within, const std::vector<bool>& bound) {
  std::size_t bars = 0, led = 0, filled = 0;
  each_line(document, within, bound, [&](Range range) {
    const std::u16string_view text = document.view(range), bare = trim(text);
    bars += !bare.empty() && bare.back() == u'|';
    led += !text.empty() && text.front() == u'\t' && text.find(u'\t', 1) == std::u16string_view::npos;
    filled += !bare.empty();
  });
  if (bars >= enough_lines && bars * 3 > filled) return LinearLayout::bars;
  return led >= enough_lines && led * 3 > filled ? LinearLayout::led : LinearLayout::lines;
}

}  // namespace

Tokens linear_tokens(const Document& document, Range within, const std::vector<bool>& bound) {
  Tokens out;
  out.layout = layout_of(document, within, bound);
  out.paged = document.view(within).find(u'\f') != std::u16string_view::npos;
  Tokeniser tokeniser(document, out);
  each_line(document, within, bound, [&](Range range) { tokeniser.line(range); });
  return out;
}

bool one_value_a_line(const Tokens& tokens, std::size_t begin, std::size_t end) {
  std::size_t values = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens.all[i].kind != TokenKind::value) continue;
    ++values;
    const bool before = i > 0 && tokens.all[i - 1].line == tokens.all[i].line, after = i + 1 < tokens.all.size() && tokens.all[i + 1].line == tokens.all[i].line;
    if (before || after) return false;
  }
  return values > 0;
}

Shape shape_of(const Tokens& tokens, const std::vector<std::size_t>& cells) {
  bool together = true, apart = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::uint32_t line = tokens.all[cells[i]].line;
    together &= line == tokens.all[cells[0]].line;
    apart &= (cells[i] == 0 || tokens.all[cells[i] - 1].line != line) && (cells[i] + 1 == tokens.all.size() || tokens.all[cells[i] + 1].line != line);
  }
  return apart ? Shape::one_each : together ? Shape::one_line : Shape::mixed;
}

}  // namespace nianbao
