#include "report/heading.h"

#include <algorithm>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "report/section_titles.h"

namespace nianbao {
namespace {

constexpr std::uint32_t heading_units = 100;

constexpr std::u16string_view separators = u"、.,:。·";
constexpr std::u16string_view marks = u"#*_>●■◆★•·▪-";

// 一 to 十九, or 1 to 99; 0 for anything else.
int number_value(std::u16string_view text, Notation notation, std::size_t& length) {
  const WholeNumber n = number_at(text);
  const int most = notation == Notation::chinese ? 19 : 99;
  const bool good = n && n.notation == notation && n.strict && text[0] != u'两' && n.value >= 1 &&
                    n.value <= most && n.length <= 2;
  length = good ? n.length : 0;
  return good ? static_cast<int>(n.value) : 0;
}

int roman_value(std::u16string_view text, std::size_t& length) {
  constexpr std::u16string_view romans[] = {u"VIII", u"VII", u"III", u"VI", u"IV",
                                            u"IX",   u"II",  u"V",   u"I",  u"X"};
  constexpr int values[] = {8, 7, 3, 6, 4, 9, 2, 5, 1, 10};
  for (std::size_t i = 0; i < std::size(romans); ++i)
    if (text.starts_with(romans[i])) return length = romans[i].size(), values[i];
  return length = 0, 0;
}

struct Number {
  Numbering numbering = Numbering::none;
  int value = 0;
  std::size_t length = 0;
};

int any_value(std::u16string_view text, std::size_t& length) {
  const int value = number_value(text, Notation::chinese, length);
  return value > 0 ? value : number_value(text, Notation::arabic, length);
}

Number bracket_number(std::u16string_view text) {
  std::size_t n = 0;
  if (text.empty() || text[0] != u'(') return {};
  const int value = any_value(text.substr(1), n);
  if (value == 0 || text.size() <= n + 1 || text[n + 1] != u')') return {};
  n += 2;
  if (n < text.size() && one_of(text[n], separators)) ++n;
  return {Numbering::bracket, value, n};
}

Number part_number(std::u16string_view text) {
  std::size_t n = 0;
  if (text.empty() || text[0] != u'第') return {};
  const int value = any_value(text.substr(1), n);
  if (value == 0) return {};
  for (std::u16string_view word : {u"部分", u"章", u"节"}) {
    if (!text.substr(n + 1).starts_with(word)) continue;
    std::size_t length = n + 1 + word.size();
    if (length < text.size() && one_of(text[length], separators)) ++length;
    return {Numbering::part, value, length};
  }
  return {};
}

Number plain_number(std::u16string_view text) {
  std::size_t n = 0;
  Numbering numbering = Numbering::chinese;
  int value = number_value(text, Notation::chinese, n);
  if (value == 0) numbering = Numbering::digit, value = number_value(text, Notation::arabic, n);
  if (value == 0) numbering = Numbering::roman, value = roman_value(text, n);
  if (value == 0 || n >= text.size()) return {};
  if (one_of(text[n], separators) || text[n] == u')') {
    // 3.5 is a number, and 一、二 a list
    const bool more =
        numbering == Numbering::digit && n + 1 < text.size() && text[n + 1] >= u'0' && text[n + 1] <= u'9';
    return more ? Number{} : Number{numbering, value, n + 1};
  }
  // 五是… is an item of a sentence
  return numbering != Numbering::roman && is_han(text[n]) && text[n] != u'是' ? Number{numbering, value, n}
                                                                              : Number{};
}

Number parse_number(std::u16string_view text) {
  if (const Number n = bracket_number(text); n.value > 0) return n;
  if (const Number n = part_number(text); n.value > 0) return n;
  return plain_number(text);
}

// Drops "(数据填报)", colons, full stops, Markdown marks, dots and page numbers from the end.
std::size_t title_end(std::u16string_view text, std::size_t begin, Heading& heading) {
  std::size_t end = text.size();
  std::size_t digits = end;
  while (digits > begin && text[digits - 1] >= u'0' && text[digits - 1] <= u'9') --digits;
  if (digits < end && end - digits <= 3 && digits > begin && one_of(text[digits - 1], u".·-…")) {
    heading.page_number = true;
    end = digits;
  }
  for (;;) {
    while (end > begin && one_of(text[end - 1], u"#*_:.…·-")) --end;
    if (end > begin && text[end - 1] == u'。') {
      --end;
      continue;
    }
    const std::size_t open =
        end > begin && text[end - 1] == u')' ? text.rfind(u'(', end - 1) : std::u16string_view::npos;
    if (open == std::u16string_view::npos || open <= begin) break;
    end = open;
  }
  return end;
}

bool begins_text(char16_t original, std::u16string_view rest) {
  return is_space(original) || one_of(original, u"。：:，,;；") || one_of(rest[0], u"(*。:") ||
         rest.starts_with(u"20");
}

class Parser {
 public:
  Parser(const Document& document, Range line, Range continued)
      : document_(document), line_(line), continued_(continued) {}

  Heading parse() {
    const Range head{line_.begin, std::min(line_.end, line_.begin + heading_units)};
    folded_ = fold(document_.view(head));
    std::u16string_view text = folded_.text;
    std::size_t at = skip_marks(text, 0);
    const Number number = parse_number(text.substr(at));
    heading_.range = line_;
    heading_.numbering = number.numbering;
    heading_.number = number.value;
    if (number.value > 0) heading_.printed_number = original(at, at + number.length);
    at = skip_marks(text, at + number.length);
    if (!glued_title(text, at)) whole_line(text, at);
    return heading_;
  }

 private:
  static std::size_t skip_marks(std::u16string_view text, std::size_t at) {
    while (at < text.size() && one_of(text[at], marks)) ++at;
    return at;
  }

  Range original(std::size_t begin, std::size_t end) const {
    const Range r = folded_.back(begin, end);
    return {line_.begin + r.begin, line_.begin + r.end};
  }

  void take(const TitleMeaning& m) {
    heading_.section = m.section;
    heading_.how = m.how;
  }

  // "一、总体情况 2021年，…": a listed title, something that parts it from the text, and text.
  bool glued_title(std::u16string_view text, std::size_t at) {
    if (heading_.number == 0) return false;
    TitleMeaning found;
    const std::size_t length = listed_title_prefix(text.substr(at), found);
    const std::size_t end = at + length;
    if (length == 0 || end >= text.size()) return false;
    Heading rest;
    if (title_end(text, at, rest) <= end) return false;
    const Range title = original(at, end);
    if (!begins_text(document_.text[title.end], text.substr(end))) return false;
    heading_.glued = true;
    heading_.title = title;
    heading_.range = {line_.begin, title.end};
    heading_.letters = letters(document_.view(title));
    take(found);
    return true;
  }

  void whole_line(std::u16string_view text, std::size_t at) {
    const bool long_line = line_.size() > heading_units;
    const bool within = heading_.number == 0 && text.find_first_of(u",;。") < text.size() - 1;
    heading_.sentence = long_line || within || (!text.empty() && one_of(text.back(), u";,。"));
    const std::size_t end = title_end(text, at, heading_);
    if (end <= at) return;
    heading_.title = original(at, end);
    heading_.letters = letters(text.substr(at, end - at));
    if (long_line || within) return;
    take(title_meaning(heading_.letters, heading_.number > 0));
    if (!continued_.empty() && listed_title(heading_.letters).how != Recognised::by_title)
      join(text.substr(at));
  }

  // "四、政府信息公开行政复议、行政" + "诉讼情况"
  void join(std::u16string_view first) {
    if (continued_.size() > 24) return;
    const std::u16string both = letters(std::u16string(first) + folded(document_.view(continued_)));
    const TitleMeaning m = listed_title(both);
    if (m.section == 0) return;
    heading_.letters = both;
    heading_.title.end = heading_.range.end = continued_.end;
    heading_.sentence = false;
    take(m);
  }

  const Document& document_;
  Range line_, continued_;
  Folded folded_;
  Heading heading_;
};

}  // namespace

Heading parse_heading(const Document& document, Range line, Range continued) {
  return Parser(document, line, continued).parse();
}

}  // namespace nianbao
