#include "input/list_number.h"

#include <string_view>

#include "base/decimal.h"

namespace nianbao {
namespace {

// 1 to 9999 in Chinese, with the usual 十一 for 一十一.
std::u16string chinese(int value, std::u16string_view digits, std::u16string_view units) {
  std::u16string out;
  bool gap = false;
  for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
    const int digit = value / power % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out.push_back(digits[0]);
    gap = false;
    if (!(place == 1 && digit == 1 && out.empty())) out.push_back(digits[static_cast<std::size_t>(digit)]);
    if (place > 0) out.push_back(units[static_cast<std::size_t>(place - 1)]);
  }
  return out;
}

std::u16string letters(int value, char16_t first) {
  return std::u16string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char16_t>(first + (value - 1) % 26));
}

std::u16string roman(int value, bool upper) {
  constexpr int values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  constexpr std::u16string_view signs[] = {u"m", u"cm", u"d", u"cd", u"c", u"xc", u"l", u"xl", u"x", u"ix", u"v", u"iv", u"i"};
  std::u16string out;
  for (int i = 0; i < 13; ++i)
    for (; value >= values[i]; value -= values[i]) out.append(signs[i]);
  if (upper)
    for (char16_t& c : out) c = static_cast<char16_t>(c - u'a' + u'A');
  return out;
}

}  // namespace

std::u16string list_number(int value, NumberFormat format) {
  const bool small = value >= 1 && value <= 9999;
  switch (format) {
    case NumberFormat::none: return {};
    case NumberFormat::chinese: if (small) return chinese(value, u"〇一二三四五六七八九", u"十百千"); break;
    case NumberFormat::financial: if (small) return chinese(value, u"零壹贰叁肆伍陆柒捌玖", u"拾佰仟"); break;
    case NumberFormat::circled: if (value >= 1 && value <= 20) return std::u16string(1, static_cast<char16_t>(u'①' + value - 1)); break;
    case NumberFormat::upper_letter: if (value >= 1 && value <= 260) return letters(value, u'A'); break;
    case NumberFormat::lower_letter: if (value >= 1 && value <= 260) return letters(value, u'a'); break;
    case NumberFormat::upper_roman: if (value >= 1 && value <= 3999) return roman(value, true); break;
    case NumberFormat::lower_roman: if (value >= 1 && value <= 3999) return roman(value, false); break;
    case NumberFormat::decimal: break;
  }
  return Decimal(value).to_string();
}

}  // namespace nianbao
