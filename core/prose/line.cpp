#include "prose/line.h"

#include <algorithm>
#include <map>

#include "base/display_width.h"
#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

using View = std::u16string_view;

constexpr std::size_t heading_units = 30;       // a sub-heading is short
constexpr std::size_t longest_looked_at = 240;  // of a line, for its last and first words

bool ends_line(char16_t c) { return one_of(c, u"\n\v\r\f\u2028\u2029"); }

// Programs break lines after so many columns, or after so many characters whatever their width.
enum Measure : std::uint8_t { columns, characters };

struct RawLine {
  DocumentLine line;
  std::u16string head, tail;  // folded: its first and last words
  int width[2] = {0, 0};      // by Measure, from the line's beginning: an indent counts
  bool tabular = false;       // cells beside each other
  bool after_blank = false;   // a blank line stands before it
  bool after_feed = false;    // a new page begins with it
  bool indented = false;
  bool page = false;  // see is_page_line(), or a head repeated beside one
};

bool is_tabular(View text) {
  if (text.find_first_of(u"\t|│┃") != View::npos) return true;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (is_space(text[i]) && is_space(text[i - 1]) && i > 1) return true;
  return false;
}

std::u16string without_marks(View text) {
  std::u16string out;
  for (char16_t c : folded(text))
    if (!one_of(c, u"*#`\uFFFD")) out.push_back(c);
  return out;
}

std::vector<RawLine> raw_lines(const Document& document) {
  std::vector<RawLine> out;
  out.reserve(document.blocks.size());
  const View text = document.text;
  std::size_t table = 0, block = 0;
  bool blank = false, feed = false;
  for (std::uint32_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    for (end = begin; end < text.size() && !ends_line(text[end]);) ++end;
    const bool feed_behind = end < text.size() && text[end] == u'\f';
    while (table < document.tables.size() && document.tables[table].range.end <= begin) ++table;
    Range range{begin, end};
    while (!range.empty() && is_space(text[range.begin])) ++range.begin;
    while (!range.empty() && is_space(text[range.end - 1])) --range.end;
    const bool in_table = table < document.tables.size() && document.tables[table].range.overlaps(range);
    if (!range.empty() && !in_table) {
      RawLine raw;
      raw.line.range = range;
      while (block < document.blocks.size() && document.blocks[block].range.end <= range.begin) ++block;
      if (block < document.blocks.size() && document.blocks[block].range.overlaps(range))
        raw.line.heading = document.blocks[block].kind == BlockKind::heading;
      const View view = document.view(range);
      raw.head = without_marks(view.substr(0, longest_looked_at));
      raw.tail = view.size() <= longest_looked_at
                     ? raw.head
                     : without_marks(view.substr(view.size() - longest_looked_at));
      const View shown = text.substr(begin, std::min<std::size_t>(range.end - begin, longest_looked_at));
      raw.width[columns] = display_width(shown, 2);
      raw.width[characters] = 2 * static_cast<int>(shown.size());
      raw.tabular = is_tabular(view.substr(0, longest_looked_at));
      raw.after_blank = blank;
      raw.after_feed = feed;
      raw.indented = range.begin >= begin + 2;
      raw.page = is_page_line(view);
      if (!raw.head.empty()) out.push_back(std::move(raw));
    }
    blank = range.empty();
    feed = feed_behind || (feed && range.empty());
  }
  return out;
}

// --- page lines --------------------------------------------------------------------------------------------

bool ends_sentence(const RawLine& line) {
  std::size_t last = line.tail.size();
  while (last > 1 && one_of(line.tail[last - 1], u"\"')》")) --last;
  return one_of(line.tail[last - 1], u"。!?");
}

bool bare_number(const RawLine& line) {
  return line.head.size() <= 3 && std::all_of(line.head.begin(), line.head.end(), is_ascii_digit);
}

// A head or foot that stands beside page numbers or page breaks and is repeated; the number of a page on a
// line by itself.
void mark_page_lines(std::vector<RawLine>& lines) {
  const auto at_break = [&](std::size_t i) {
    const bool after = i > 0 && lines[i - 1].page, before = i + 1 < lines.size() && lines[i + 1].page;
    return after || before || lines[i].after_feed || (i + 1 < lines.size() && lines[i + 1].after_feed);
  };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (bare_number(lines[i]))
      lines[i].page = lines[i].after_feed || (i + 1 < lines.size() && lines[i + 1].after_feed);
  std::map<View, std::size_t> first;
  constexpr std::size_t shortest_head = 4, longest_head = 60;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const RawLine& line = lines[i];
    if (line.page || line.tabular || line.head.size() < shortest_head || line.head.size() > longest_head)
      continue;
    if (item_mark(line.head) > 0 || ends_sentence(line)) continue;
    const auto [known, fresh] = first.emplace(line.head, i);
    if (fresh) continue;
    if (!at_break(i)) continue;
    lines[i].page = true;
    const std::size_t earlier = known->second;
    const bool head_too = earlier > 0 && !lines[earlier].page && at_break(earlier) && lines[earlier - 1].page;
    if (head_too) lines[earlier].page = true;
  }
}

// --- broken lines ------------------------------------------------------------------------------------------

// Half characters that a line may be short of the width: a mark that must not begin a line.
constexpr int slack[2] = {3, 2};
constexpr int narrowest = 16, widest = 160;  // half characters; longer lines were not broken
constexpr int fewest_broken = 4;             // lines without a final mark that show the width

struct Width {
  int width = 0;  // half characters; 0: the lines were not broken at one width
  int lines = 0;  // that show it
};

// The width at which the document's lines were broken.
Width width_of(const std::vector<RawLine>& lines, Measure measure) {
  std::map<int, std::pair<int, int>, std::greater<>> by_width;  // lines, and those without a final mark
  for (const RawLine& line : lines) {
    if (line.page || line.tabular || line.width[measure] < narrowest) continue;
    auto& [all, open] = by_width[line.width[measure]];
    ++all;
    open += !ends_sentence(line) && !line.line.heading;
  }
  int wider = 0;
  for (const auto& [width, counts] : by_width) {
    int all = 0, open = 0;
    for (auto near = by_width.find(width); near != by_width.end() && near->first >= width - slack[measure];
         ++near)
      all += near->second.first, open += near->second.second;
    // Many lines are just so wide, and few are wider: titles, notes of tables.
    const bool usual = open >= fewest_broken && open * 2 > all && counts.second * 6 >= open;
    if (width <= widest && usual && wider * 4 <= open) return {width, open};
    wider += counts.first;
  }
  return {};
}

// What must have fitted for the line to go on: a run of digits or letters, else one character.
int first_word_width(View head, Measure measure) {
  std::size_t n = 0;
  while (n < head.size() && n < 24 && head[n] < 0x80 && !one_of(head[n], u",;:()")) ++n;
  return n > 1 ? static_cast<int>(measure == columns ? n : 2 * n) : 2;
}

// Behind an open bracket no item begins.
bool in_bracket(View text) {
  const std::size_t open = text.find_last_of(u"(《"), close = text.find_last_of(u")》");
  return open != View::npos && (close == View::npos || close < open);
}

bool heading_words(View text) {
  for (View word : {u"情况", u"工作", u"建设", u"管理", u"保障", u"公开", u"方面", u"机制", u"措施", u"问题",
                    u"事项", u"计划", u"概况", u"改进"})
    if (text.ends_with(word)) return true;
  return false;
}

class Joiner {
 public:
  explicit Joiner(const std::vector<RawLine>& lines) {
    const Width by_columns = width_of(lines, columns), by_characters = width_of(lines, characters);
    measure_ = by_characters.lines >= by_columns.lines ? characters : columns;
    width_ = measure_ == columns ? by_columns.width : by_characters.width;
    int broken = 0, apart = 0;
    for (std::size_t i = 1; width_ > 0 && i < lines.size(); ++i)
      if (full(lines[i - 1], lines[i]) && !ends_sentence(lines[i - 1]))
        ++broken, apart += lines[i].after_blank;
    blank_parts_ = apart * 4 < broken;
  }

  // `paged`: page lines stood between the two.
  void join(DocumentLine& out, const RawLine& line, const RawLine& next, bool paged) const {
    out.surely = goes_on_surely(line, next);
    // Of fonts whose digits are narrow lines differ a little.
    const bool wide_enough = width_ == 0 || paged || line.width[measure_] * 5 >= width_ * 4;
    out.goes_on = out.surely || (wide_enough && !starts_anew(line, next) && long_and_open(line, paged));
  }

 private:
  bool goes_on_surely(const RawLine& line, const RawLine& next) const {
    if (starts_anew(line, next)) return false;
    const bool open = one_of(line.tail.back(), u",、(《第") || one_of(next.head.front(), u",。、;:)》");
    if (open || in_bracket(line.tail)) return !ends_sentence(line);
    if (width_ == 0 || !full(line, next)) return false;
    if (is_heading(line)) return is_rest_of_heading(next.head);
    return !ends_sentence(line) || (blank_parts_ && !next.after_blank && !next.indented);
  }

  // A heading, an item, cells of a table: no continuation whatever stands before.
  static bool starts_anew(const RawLine& line, const RawLine& next) {
    if (line.line.heading || next.line.heading || line.tabular || next.tabular || is_heading(next))
      return true;
    const char16_t last = line.tail.back();
    const bool broken_number = is_ascii_digit(last) && is_ascii_digit(next.head.front());  // 电话3221 806）
    return item_mark(next.head) > 0 && !broken_number && !one_of(last, u"第(《") && !in_bracket(line.tail);
  }

  bool full(const RawLine& line, const RawLine& next) const {
    const int width = line.width[measure_];
    return width >= width_ - slack[measure_] || width + first_word_width(next.head, measure_) > width_;
  }

  // 情况 below （四）政府信息公开平台建设
  static bool is_rest_of_heading(View head) {
    return head.size() <= 8 && head.find_first_of(u",。;:") == View::npos && heading_words(head);
  }

  static bool is_heading(const RawLine& line) {
    return is_item_heading(line.head) && heading_words(line.head);
  }

  static bool long_and_open(const RawLine& line, bool paged) {
    constexpr std::size_t shortest = 15,
                          shortest_before_page =
                              8;  // units; a shorter line without a mark is a heading or a label
    if (ends_sentence(line) || one_of(line.tail.back(), u";:") || is_item_heading(line.head)) return false;
    return line.head.size() >= (paged ? shortest_before_page : shortest);
  }

  Measure measure_ = columns;
  int width_ = 0;
  bool blank_parts_ = false;  // paragraphs are parted by blank lines, and broken lines are not
};

bool page_digits(View text) {
  const WholeNumber n = number_at(text);
  return n && n.notation == Notation::arabic && n.length <= 3 && n.length == text.size();
}

}  // namespace

bool is_page_line(View line) {
  constexpr std::size_t longest = 24;
  line = trim(line);
  if (line.size() < 3 || line.size() > longest) return false;
  const std::u16string text = folded(line);
  View rest = text;
  while (!rest.empty() && one_of(rest.front(), u"([") && one_of(rest.back(), u")]"))
    rest = rest.substr(1, rest.size() - 2);
  if (rest.empty()) return false;
  // 第3页共9页, 第3页/共9页, 3页, Page3of9
  if (rest.back() == u'页' || rest.starts_with(u"Page") || rest.starts_with(u"page")) {
    const bool words = rest.find_first_not_of(u"0123456789第页共/,-Pageof") == View::npos;
    return words && rest.find_first_of(u"0123456789") != View::npos &&
           (one_of(rest.front(), u"第共Pp") || rest.size() <= 4);
  }
  if (const auto slash = rest.find(u'/'); slash != View::npos)
    return page_digits(rest.substr(0, slash)) && page_digits(rest.substr(slash + 1));
  // One run of dashes on each side, however the number stands between them: a row of nil marks has more.
  std::size_t first = 0, last = line.size();
  while (first < last && !is_digit(line[first])) ++first;
  while (last > first && !is_digit(line[last - 1])) --last;
  const auto decorated = [](View side) {
    side = trim(side);
    return !side.empty() && side.size() <= 2 &&
           std::all_of(side.begin(), side.end(), [](char16_t c) { return one_of(c, u"-—–―－‐‑─~～·•"); });
  };
  return page_digits(line.substr(first, last - first)) && decorated(line.substr(0, first)) &&
         decorated(line.substr(last));
}

std::u16string without_page_lines(View text) {
  std::u16string out;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = std::min(text.find(u'\n', begin), text.size());
    if (const View line = text.substr(begin, end - begin); !is_page_line(line)) out += line;
  }
  return out;
}

bool is_circled_number(char16_t c) { return (c >= u'①' && c <= u'⓿') || (c >= u'❶' && c <= u'➓'); }

std::size_t item_mark(View line) {
  if (line.empty()) return 0;
  if (is_circled_number(line[0])) return 1;
  const bool bracket = line[0] == u'(', ordinal = line[0] == u'第';
  const std::size_t first = bracket || ordinal ? 1 : 0;
  const WholeNumber n = number_at(line, first);
  if (!n || n.length > 3 || n.value == 0 || n.notation == Notation::positional) return 0;
  const std::size_t at = first + n.length;
  if (at >= line.size()) return 0;
  if (bracket) return line[at] == u')' ? at + 1 : 0;
  if (ordinal) return one_of(line[at], u",、:") ? at + 1 : 0;
  const bool arabic = n.notation == Notation::arabic;
  if (!arabic && line[at] == u'是') return at + 1;
  const bool decimal = arabic && line[at] == u'.' && at + 1 < line.size() && is_ascii_digit(line[at + 1]);
  if (line[at] == u')') return arabic ? at + 1 : 0;
  return one_of(line[at], u"、.") && !decimal ? at + 1 : 0;
}

bool is_item_heading(View line) {
  if (line.size() > heading_units || line.find_first_of(u"。,;!?") != View::npos) return false;
  const std::size_t mark = item_mark(line);
  return mark > 0 && line[mark - 1] != u'是';
}

std::vector<DocumentLine> text_lines(const Document& document) {
  std::vector<RawLine> lines = raw_lines(document);
  mark_page_lines(lines);
  const Joiner joiner(lines);
  std::vector<DocumentLine> out;
  const RawLine* last = nullptr;
  bool paged = false;
  for (const RawLine& line : lines) {
    if (line.page) {
      paged = true;
      continue;
    }
    if (last != nullptr) joiner.join(out.back(), *last, line, paged || line.after_feed);
    out.push_back(line.line);
    last = &line;
    paged = false;
  }
  return out;
}

}  // namespace nianbao
