// The text of one cell. The grammar is narrow on purpose: what is not certainly one number stays text.
#include <algorithm>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"
#include "report/bind.h"

namespace nianbao {
namespace {

bool is_minus(char16_t c) {
  return std::u16string_view(u"-－‐‑‒–—―−﹣─━").find(c) != std::u16string_view::npos;
}

// What NFKC would do, but for the few characters that may stand in a number: ① and ² are not 1 and 2.
char16_t plain(char16_t c) {
  if (c > u' ' && c <= u'~') return c;
  if (c >= u'０' && c <= u'９') return static_cast<char16_t>(c - u'０' + u'0');
  if (is_minus(c)) return u'-';
  switch (c) {
    case u'．': return u'.';
    case u'，': return u',';
    case u'＋': return u'+';
    case u'／': return u'/';
    case u'％':
    case u'﹪': return u'%';
    case u'（': return u'(';
    case u'）': return u')';
    case u'\n':
    case u'\v':
    case u'\u2028':  // numbers on two lines of a cell are two numbers
      return u'\n';
    default: return is_space(c) ? u' ' : c;
  }
}

bool is_zero_width(char16_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

// Plain characters, a run of white space as one ' ', or one '\n' with a line break in it; trimmed. full_width
// tells of full-width digits.
std::u16string simplify(std::u16string_view text, bool& full_width) {
  std::u16string out;
  for (char16_t c : text) {
    if (is_zero_width(c)) continue;
    full_width |= c >= u'０' && c <= u'９';
    const char16_t p = plain(c);
    if (p != u' ' && p != u'\n') out.push_back(p);
    else if (!out.empty() && out.back() == u' ') out.back() = p;
    else if (!out.empty() && out.back() != u'\n') out.push_back(p);
  }
  while (!out.empty() && (out.back() == u' ' || out.back() == u'\n')) out.pop_back();
  return out;
}

// Emphasis and escapes that belong to Markdown and not to the cell.
std::u16string without_markdown(std::u16string_view text) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == u'*' || text[i] == u'`') continue;
    if (text[i] == u'\\' && i + 1 < text.size() && text[i + 1] < 0x80 && text[i + 1] != u' ') continue;
    out.push_back(text[i]);
  }
  return out;
}

bool is_nil(std::u16string_view text) {
  constexpr std::u16string_view words[] = {u"无", u"暂无", u"不适用", u"N/A", u"n/a", u"NA"};
  for (std::u16string_view word : words)
    if (text == word) return true;
  return text.find_first_not_of(u'-') == std::u16string_view::npos ||
         text.find_first_not_of(u'/') == std::u16string_view::npos;
}

bool take(std::u16string_view& text, std::u16string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

void skip_space(std::u16string_view& text) { take(text, u" ") || take(text, u"\n"); }

// --- ASCII digits with separators --------------------------------------------------------------------------

std::size_t count_digits(std::u16string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_ascii_digit(text[n])) ++n;
  return n;
}

// Groups of three behind the first one to three digits, all with the same separator: ",123,456" or " 123
// 456".
bool take_groups(std::u16string_view& text, char16_t separator, std::u16string& digits) {
  std::u16string_view rest = text;
  std::u16string more;
  while (rest.size() >= 4 && rest[0] == separator && count_digits(rest.substr(1)) == 3) {
    more.append(rest.substr(1, 3));
    rest.remove_prefix(4);
  }
  if (more.empty()) return false;
  digits += more;
  text = rest;
  return true;
}

std::optional<std::u16string> take_digits(std::u16string_view& text, std::uint16_t& style) {
  const std::size_t first = count_digits(text);
  if (first == 0) return std::nullopt;
  std::u16string digits(text.substr(0, first));
  text.remove_prefix(first);
  if (first <= 3 && digits[0] != u'0') {
    if (take_groups(text, u',', digits)) style |= style_thousands;
    else if (take_groups(text, u' ', digits)) style |= style_inner_space;
  }
  if (digits.size() > 1 && digits[0] == u'0') style |= style_leading_zero;
  if (!text.empty() && text[0] == u'.') {
    const std::size_t decimals = count_digits(text.substr(1));
    if (decimals == 0) return std::nullopt;
    digits.append(text.substr(0, decimals + 1));
    text.remove_prefix(decimals + 1);
  }
  return digits;
}

// --- Chinese numerals --------------------------------------------------------------------------------------

// Below ten thousand, with decreasing powers: 二十三, 一百零五, 十. A bare 百 or 千 is no number but what is
// left of one, or of a word; digit strings (二〇二一) are none either.
std::optional<std::int64_t> take_chinese(std::u16string_view& text) {
  const WholeNumber n = number_at(text.substr(0, text.find_first_of(u"万亿")));  // 五十万元: 万 is the unit's
  if (!n || text[0] == u'俩' || n.notation != Notation::chinese || !n.strict || n.value >= 10'000)
    return std::nullopt;
  if (n.value == 0 && n.length > 1) return std::nullopt;
  text.remove_prefix(n.length);
  return n.value;
}

// --- units -------------------------------------------------------------------------------------------------

constexpr std::u16string_view count_units[] = {u"人次", u"件次", u"件", u"项", u"个", u"条", u"份",
                                               u"次",   u"宗",   u"人", u"起", u"篇", u"部", u"例",
                                               u"封",   u"批",   u"笔", u"家", u"户", u"位"};
constexpr std::u16string_view money_units[] = {u"万元", u"元"};

// One of the units, also in brackets. In 元 where 万元 is asked for, the number is still as written.
void take_unit(std::u16string_view& text, Labels units, std::uint16_t& style) {
  if (text.empty()) return;
  std::u16string_view rest = text;
  skip_space(rest);
  const bool bracket = take(rest, u"(");
  for (std::u16string_view unit : units) {
    if (!take(rest, unit)) continue;
    if (bracket && !take(rest, u")")) return;
    style |= style_unit;
    if (unit == u"元") style |= style_yuan;
    text = rest;
    return;
  }
}

// --- the whole ---------------------------------------------------------------------------------------------

struct Parsed {
  Decimal value;
  std::uint16_t style = style_plain;
};

// 增 and 减 stand before the number; nothing else may be negative in words.
bool take_change_word(std::u16string_view& text, bool& negative) {
  constexpr std::u16string_view more[] = {u"增加", u"新增", u"增"}, fewer[] = {u"减少", u"减"};
  for (std::u16string_view word : more)
    if (take(text, word)) return true;
  for (std::u16string_view word : fewer)
    if (take(text, word)) return negative = true;
  return false;
}

// “（其中修订8件）” after a number: words in brackets. A number alone in them could be meant as well.
bool is_remark(std::u16string_view text) {
  skip_space(text);
  if (text.size() < 4 || text.front() != u'(' || text.back() != u')') return false;
  const std::u16string_view inside = text.substr(1, text.size() - 2);
  return std::count_if(inside.begin(), inside.end(), is_han) >= 2 &&
         inside.find_first_of(u"()\n") == std::u16string_view::npos;
}

std::optional<Parsed> parse_number(std::u16string_view text, bool amount, bool change) {
  Parsed out;
  bool negative = false;
  if (take(text, u"约")) out.style |= style_approximate;
  if (change && take_change_word(text, negative)) out.style |= style_change_word;
  skip_space(text);
  if (!negative && take(text, u"-")) negative = true;
  else if (take(text, u"+")) out.style |= style_plus;
  skip_space(text);
  const bool alone = text.size() == 1;
  if (auto digits = take_digits(text, out.style)) {
    const auto value = Decimal::parse(*digits);
    if (!value) return std::nullopt;
    out.value = *value;
  } else if (const auto numeral = take_chinese(text)) {
    if (alone && *numeral == 1) return std::nullopt;  // 一 may be a dash as well
    out.value = Decimal(*numeral);
    out.style |= style_chinese_numeral;
  } else {
    return std::nullopt;
  }
  take_unit(text, count_units, out.style);
  if (amount && (out.style & style_unit) == 0) take_unit(text, money_units, out.style);
  if (take(text, u"左右")) out.style |= style_approximate;
  if (is_remark(text)) text = {};
  if (!text.empty()) return std::nullopt;
  if (negative) out.value = Decimal(0) - out.value;
  return out;
}

}  // namespace

ReportCell read_cell(const Document& document, Range range, bool amount, bool change) {
  ReportCell cell;
  cell.range = range;
  cell.text = std::u16string(trim(document.view(range)));
  bool full_width = false;
  const std::u16string text =
      simplify(document.format == Format::markdown ? without_markdown(cell.text) : cell.text, full_width);
  if (text.empty()) {
    cell.state = CellState::blank;
  } else if (is_nil(text)) {
    cell.state = CellState::dash;
  } else if (const auto number = parse_number(text, amount, change)) {
    cell.state = CellState::number;
    cell.value = number->value;
    cell.style = static_cast<std::uint16_t>(number->style | (full_width ? style_full_width : 0));
  } else {
    cell.state = CellState::text;
    if (text.back() == u'%') cell.style = style_percent;
  }
  return cell;
}

bool is_amount(const Form& form, CellRef ref) {
  return form.table(ref.table).rows[ref.row].columns[ref.column].key == "amount";
}

bool is_change(const Form& form, CellRef ref) {
  return form.table(ref.table).rows[ref.row].columns[ref.column].key == "change";
}

}  // namespace nianbao
