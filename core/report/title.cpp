#include "report/title.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"
#include "prose/date.h"
#include "report/agency.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_title = 70;  // units without white space
constexpr std::size_t longest_line = 60;

using View = std::u16string_view;

// Words of sentences and letters about a report.
bool speaks_of_report(View text) {
  constexpr View words[] = {u"公布",   u"根据", u"按照",     u"依据",   u"编制",  u"本报告",
                            u"现将",   u"报送", u"呈报",     u"上报",   u"印发",  u"的函",
                            u"的通知", u"请示", u"当前位置", u"上一篇", u"下一篇"};
  return contains_any(text, words);
}

// Whether a body's name goes on here: 审计 + 局, 预算 + 编审中心.
bool ends_body_name(View rest) {
  constexpr View endings[] = {u"局",   u"厅",   u"署",       u"处",       u"办",      u"委",
                              u"中心", u"研究", u"编审中心", u"评审中心", u"评价中心"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](View ending) { return rest.substr(0, ending.size()) == ending; });
}

// Reports and papers of other kinds, also where they speak of 公开.
bool is_other_kind(View text) {
  constexpr View words[] = {u"预算", u"决算",     u"工作总结", u"政府工作报告", u"指南",
                            u"制度", u"法治政府", u"绩效",     u"工作要点",     u"实施方案",
                            u"述职", u"审计",     u"报表",     u"规范",         u"评估"};
  for (View word : words)
    for (std::size_t at = text.find(word); at != View::npos; at = text.find(word, at + 1))
      if (!ends_body_name(text.substr(at + word.size()))) return true;
  return false;
}

bool sentence_mark(View text) { return text.find_first_of(u",。;!?") != View::npos; }

// Offset just behind 报告 or 年报 of a title, 0 when the text holds none: 政府信息公开 … 报告.
std::size_t report_words_end(View text, std::size_t& begin) {
  constexpr View subjects[] = {u"政府信息公开", u"政务公开", u"信息公开", u"政府信公开", u"政府信息公"};
  for (View subject : subjects) {
    begin = text.find(subject);
    if (begin == View::npos) continue;
    std::size_t end = text.find(u"报告", begin);
    if (end == View::npos) end = text.find(u"年报", begin);
    if (end == View::npos || end - begin - subject.size() > 14) continue;
    return end + 2;
  }
  return 0;
}

struct Piece {
  std::u16string text;                // without white space and marks, not folded
  std::vector<std::uint32_t> source;  // document offset of each unit
};

constexpr std::uint32_t clipped = 400;  // no title lies further along a line

// A spreadsheet's line as text: "…年度报告";;;;
std::uint32_t without_padding(const std::u16string& text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t stop = end;
  while (stop > begin && (text[stop - 1] == u',' || text[stop - 1] == u';')) --stop;
  return end - stop >= 2 ? stop : end;
}

void append(Piece& piece, const Document& document, Range range) {
  std::uint32_t begin = range.begin, end = std::min(range.end, range.begin + clipped);
  end = without_padding(document.text, begin, end);
  auto mark = [](char16_t c) { return View(u"#*_>\"").find(c) != View::npos || is_space(c); };
  while (begin < end && mark(document.text[begin])) ++begin;
  while (end > begin && mark(document.text[end - 1])) --end;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_space(document.text[i]) || document.text[i] == u'*') continue;
    piece.text.push_back(document.text[i]);
    piece.source.push_back(i);
  }
}

Piece piece_of(const Document& document, const std::vector<DocumentLine>& lines, std::size_t first,
               std::size_t last) {
  Piece piece;
  for (std::size_t i = first; i <= last; ++i) append(piece, document, lines[i].range);
  return piece;
}

// Comparison form of the same length as the piece.
std::u16string comparable(View text) {
  std::u16string out;
  for (char16_t c : text) {
    if (is_han(c) || (c >= u'0' && c <= u'9')) {
      out.push_back(c);
      continue;
    }
    const std::u16string one = folded(View(&c, 1));
    out.push_back(one.size() == 1 ? one[0] : c);
  }
  return out;
}

// What follows a title on its last line: nothing, white space, or a note in brackets.
std::size_t with_note(View text, std::size_t end) {
  if (end < text.size() && text[end] == u'》') return end;
  if (end >= text.size() || text[end] != u'(') return end;
  const std::size_t close = text.find(u')', end);
  return close != View::npos && close - end < 12 ? close + 1 : end;
}

struct Found {
  Piece piece;
  std::size_t length = 0;  // of the title in the piece
  std::size_t first = 0, last = 0;
  std::size_t words = 0;  // where 政府信息公开 begins
};

bool has_year(View text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (read_year(text, i, length) > 0) return true;
  return false;
}

// "青禾县水利局2024年" -> "青禾县水利局"; the text itself when no year stands at its end.
View without_year_at_end(View text) {
  std::size_t length = 0;
  for (std::size_t i = text.size() > 7 ? text.size() - 7 : 0; i < text.size(); ++i)
    if (read_year(text, i, length) > 0 && text.substr(i + length).find_first_not_of(u'度') == View::npos)
      return text.substr(0, i);
  return text;
}

constexpr std::size_t digits = 4;  // of a year

// 椰岭省水利厅2022政府信息公开工作年度报告: the year without 年 that ends at `end`; 0 when there is none.
int bare_year(View text, std::size_t end) {
  if (end < digits || (end > digits && is_digit(text[end - digits - 1]))) return 0;
  int year = 0;
  for (char16_t c : text.substr(end - digits, digits)) {
    if (!is_ascii_digit(c)) return 0;
    year = year * 10 + (c - u'0');
  }
  constexpr int first = 2008, last = 2099;  // the regulations came into force in 2008
  return year >= first && year <= last ? year : 0;
}

// Takes "2021年", "2021年度", "(2021年度)" and 关于 out of the title, up to the words 政府信息公开: what is
// left is the agency.
void read_title(Title& title, const std::vector<std::uint32_t>& source) {
  const std::u16string text = comparable(title.text);
  std::size_t words = 0;
  if (report_words_end(text, words) == 0) return;
  std::size_t begin = 0, end = words, length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int year = read_year(text, i, length);
    if (year == 0) continue;
    title.year = year;
    if (i >= words) break;
    if (i + length < text.size() && text[i + length] == u'度') ++length;
    if (i >= 3 && text.compare(begin, 2, u"关于") != 0) end = i;
    else begin = i + length;
    break;
  }
  if (!title.year && bare_year(text, words) > 0) {
    title.year = bare_year(text, words);
    end = words - digits;
  }
  for (View about : {View(u"关于"), View(u"("), View(u")"), View(u":")})
    if (View(text).substr(begin, about.size()) == about) begin += about.size();
  while (end > begin && (text[end - 1] == u'(' || text[end - 1] == u':' || text[end - 1] == u'-')) --end;
  if (end >= begin + 2 && View(text).substr(end - 2, 2) == u"关于") end -= 2;
  if (end < begin + 3) return;
  title.agency = title.text.substr(begin, end - begin);
  // 某某乡人民政府信息公开工作年度报告: the two words share 政府
  if (View(title.agency).substr(title.agency.size() - 2) == u"人民" && end == words)
    title.agency += u"政府", end += 2;
  if (!source.empty()) title.agency_range = {source[begin], source[end - 1] + 1};
}

Title from_found(const Found& found) {
  Title title;
  title.text = found.piece.text.substr(0, found.length);
  title.range = {found.piece.source.front(), found.piece.source[found.length - 1] + 1};
  read_title(title, found.piece.source);
  return title;
}

class TitleFinder {
 public:
  TitleFinder(const Document& document, const std::vector<DocumentLine>& lines, std::uint32_t end)
      : document_(document), lines_(lines), end_(end) {}

  std::optional<Found> find() {
    std::optional<Found> best;
    int best_rank = -1;
    for (std::size_t i = 0; i < lines_.size() && lines_[i].range.begin < end_; ++i) {
      auto found = ending_at(i);
      if (!found) continue;
      const int rank = rank_of(*found);
      if (rank >= best_rank) best_rank = rank, best = std::move(found);
    }
    return best;
  }

 private:
  // A year counts more than an agency.
  static int rank_of(const Found& found) {
    const std::u16string text = comparable(View(found.piece.text).substr(0, found.length));
    return (has_year(text) ? 2 : 0) + (is_agency_name(from_found(found).agency) ? 1 : 0);
  }

  bool usable(std::size_t i) const { return lines_[i].range.size() <= 2 * longest_line; }

  // A title whose last line is i; the shortest, unless more lines above make it more complete.
  std::optional<Found> ending_at(std::size_t i) const {
    std::optional<Found> best;
    if (!mentions_report(lines_[i].range) || followed_by_mark(i)) return best;
    for (std::size_t back = 0; back <= 3 && back <= i; ++back) {
      if (back > 0 && (!usable(i - back) || broken_off(i - back))) break;
      std::optional<Found> found = of_lines(i - back, i);
      if (found && (!best || rank_of(*found) > rank_of(*best))) best = std::move(found);
    }
    return best;
  }

  std::optional<Found> of_lines(std::size_t first, std::size_t last) const {
    Found found;
    found.first = first;
    found.last = last;
    found.piece = piece_of(document_, lines_, first, last);
    const std::u16string text = comparable(found.piece.text);
    const std::size_t end = report_words_end(text, found.words);
    if (end == 0 || contains(View(u"、)》年度"), View(text).substr(0, 1))) return std::nullopt;
    found.length = with_note(text, end);
    const View title = View(text).substr(0, found.length);
    if (found.length > longest_title || sentence_mark(title) || speaks_of_report(title) ||
        is_other_kind(title) || !ends_here(found, text))
      return std::nullopt;
    extend_up(found);
    extend_down(found);
    return found;
  }

  bool mentions_report(Range line) const {
    const View head = document_.view(
        {line.begin, std::min(line.end, line.begin + 2 * static_cast<std::uint32_t>(longest_title))});
    return contains(head, u"告") || contains(head, u"年报");
  }

  // The line is part of a sentence that ends at the head of the next one.
  bool followed_by_mark(std::size_t i) const {
    return i + 1 < lines_.size() &&
           View(u"。，,；、").find(document_.text[lines_[i + 1].range.begin]) != View::npos;
  }

  // Text may follow on the line only behind white space.
  bool ends_here(const Found& found, View text) const {
    if (found.length >= text.size()) return true;
    const std::uint32_t after = found.piece.source[found.length - 1] + 1;
    return after < document_.text.size() && is_space(document_.text[after]);
  }

  // A line that cannot be the upper part of a title.
  bool broken_off(std::size_t i) const {
    const std::u16string text = comparable(piece_of(document_, lines_, i, i).text);
    return text.empty() || text.size() > longest_line || sentence_mark(text) || speaks_of_report(text) ||
           contains(text, u":") || contains(text, u"号");
  }

  // The agency may stand on the line above, or its beginning may.
  void extend_up(Found& found) const {
    if (found.first == 0 || !usable(found.first - 1) || broken_off(found.first - 1)) return;
    const std::u16string text = comparable(found.piece.text);
    std::size_t length = 0;
    const std::size_t year_at = read_year(text, 0, length) > 0 ? 0 : text.find_first_of(u"0123456789二");
    const std::size_t name = std::min({year_at == View::npos ? found.words : year_at, found.words});
    const bool about = View(text).substr(0, 2) == u"关于";
    if (name >= 5 && !about) return;
    Piece above = piece_of(document_, lines_, found.first - 1, found.first - 1);
    const std::u16string line_above = comparable(above.text);
    const std::u16string joined = line_above + text.substr(0, about ? 0 : name);
    const bool year_above = !has_year(text) && is_agency_name(without_year_at_end(line_above));
    if (!is_agency_name(joined) && !year_above) return;
    found.words += above.text.size();
    found.length += above.text.size();
    above.text += found.piece.text;
    above.source.insert(above.source.end(), found.piece.source.begin(), found.piece.source.end());
    found.piece = std::move(above);
    --found.first;
  }

  // （2021年度） on a line of its own, where the title has no year yet.
  void extend_down(Found& found) const {
    const std::u16string text = comparable(found.piece.text);
    if (found.length < text.size() || has_year(text) || found.last + 1 >= lines_.size()) return;
    Piece below = piece_of(document_, lines_, found.last + 1, found.last + 1);
    const std::u16string line = comparable(below.text);
    const std::size_t open = !line.empty() && line[0] == u'(' ? 1 : 0;
    std::size_t length = 0;
    if (line.size() > open + 7 || read_year(line, open, length) == 0) return;
    if (View(line).substr(open + length).find_first_not_of(u"度)") != View::npos) return;
    found.piece.text += below.text;
    found.piece.source.insert(found.piece.source.end(), below.source.begin(), below.source.end());
    found.length = found.piece.text.size();
    ++found.last;
  }

  const Document& document_;
  const std::vector<DocumentLine>& lines_;
  std::uint32_t end_;
};

// The part of "某局2020年度政府信息公开工作年度报告-某区人民政府门户网站" that is a title.
std::u16string title_in(View hint) {
  std::size_t begin = 0;
  while (begin < hint.size()) {
    std::size_t end = hint.find_first_of(u"_|-—–·>»\n", begin);
    if (end == View::npos) end = hint.size();
    std::u16string part;
    for (char16_t c : hint.substr(begin, end - begin))
      if (!is_space(c)) part.push_back(c);
    const std::u16string text = comparable(part);
    std::size_t words = 0;
    const std::size_t close = report_words_end(text, words);
    if (close > 0 && close <= longest_title && !speaks_of_report(text) && !sentence_mark(text))
      return part.substr(0, with_note(text, close));
    begin = end + 1;
  }
  return {};
}

std::optional<Found> in_book_marks(const Document& document, const std::vector<DocumentLine>& lines,
                                   std::uint32_t end) {
  for (std::size_t i = 0; i < lines.size() && lines[i].range.begin < end; ++i) {
    if (lines[i].range.size() > 2000) continue;
    const Piece all = piece_of(document, lines, i, i);
    const std::size_t open = all.text.find(u'《');
    const std::size_t close = open == View::npos ? open : all.text.find(u'》', open);
    if (close == View::npos || close - open > longest_title) continue;
    Found found;
    found.piece.text = all.text.substr(open + 1, close - open - 1);
    found.piece.source.assign(all.source.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                              all.source.begin() + static_cast<std::ptrdiff_t>(close));
    found.length = report_words_end(comparable(found.piece.text), found.words);
    if (found.length == found.piece.text.size() && has_year(comparable(found.piece.text))) return found;
  }
  return std::nullopt;
}

}  // namespace

Title find_title(const Document& document, const std::vector<DocumentLine>& lines, std::uint32_t end) {
  if (const auto found = TitleFinder(document, lines, end).find()) return from_found(*found);
  Title title;
  if (title.text = title_in(document.title_hint); !title.text.empty()) {
    title.from_hint = true;
    read_title(title, {});
    return title;
  }
  if (const auto found = in_book_marks(document, lines, end)) return from_found(*found);
  return title;
}

std::optional<Range> find_other_title(const Document& document, const std::vector<DocumentLine>& lines) {
  constexpr View last_words[] = {u"报告", u"总结", u"预算", u"决算", u"指南", u"制度",
                                 u"方案", u"要点", u"报表", u"说明", u"公开"};
  for (std::size_t i = 0; i < lines.size() && i < 30; ++i) {
    std::u16string text = comparable(piece_of(document, lines, i, i).text);
    if (text.size() < 8 || text.size() > longest_line || sentence_mark(text) || !is_other_kind(text))
      continue;
    if (text.back() == u')') text = text.substr(0, text.rfind(u'('));
    for (View word : last_words)
      if (text.size() > word.size() && View(text).substr(text.size() - word.size()) == word)
        return lines[i].range;
  }
  return std::nullopt;
}

}  // namespace nianbao
