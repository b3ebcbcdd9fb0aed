#include "input/numbering_text.h"

#include <string_view>

namespace nianbao {
namespace {

std::u16string decimal(int value) {
  std::u16string out;
  for (char c : std::to_string(value)) out.push_back(static_cast<char16_t>(c));
  return out;
}

std::u16string in_words(int value, std::u16string_view digits, std::u16string_view powers, bool short_ten) {
  if (value == 0) return std::u16string(digits.substr(0, 1));
  std::u16string out;
  bool gap = false;
  for (int power = 3, unit = 1000; power >= 0; --power, unit /= 10) {
    const int digit = value / unit % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out.push_back(digits[0]);
    gap = false;
    const bool bare_ten = short_ten && power == 1 && digit == 1 && value < 20;
    if (!bare_ten) out.push_back(digits[static_cast<std::size_t>(digit)]);
    if (power > 0) out.push_back(powers[static_cast<std::size_t>(power - 1)]);
  }
  return out;
}

std::u16string letters(int value, char16_t first) {
  if (value < 1 || value > 780) return decimal(value);
  return std::u16string(static_cast<std::size_t>((value - 1) / 26 + 1),
                        static_cast<char16_t>(first + (value - 1) % 26));
}

std::u16string roman(int value, bool upper) {
  if (value < 1 || value > 3999) return decimal(value);
  constexpr struct {
    int value;
    std::u16string_view text;
  } steps[] = {{1000, u"m"}, {900, u"cm"}, {500, u"d"}, {400, u"cd"}, {100, u"c"}, {90, u"xc"}, {50, u"l"},
               {40, u"xl"},  {10, u"x"},   {9, u"ix"},  {5, u"v"},    {4, u"iv"},  {1, u"i"}};
  std::u16string out;
  for (const auto& step : steps)
    for (; value >= step.value; value -= step.value) out += step.text;
  if (upper)
    for (char16_t& c : out) c = static_cast<char16_t>(c - u'a' + u'A');
  return out;
}

std::u16string digit_by_digit(int value, std::u16string_view digits) {
  std::u16string out;
  for (char c : std::to_string(value)) out.push_back(digits[static_cast<std::size_t>(c - '0')]);
  return out;
}

std::u16string one_of(int value, std::u16string_view signs) {
  return value >= 1 && value <= static_cast<int>(signs.size())
             ? std::u16string(1, signs[static_cast<std::size_t>(value - 1)])
             : decimal(value);
}

}  // namespace

std::u16string number_text(NumberFormat format, int value) {
  if (value < 0) value = 0;
  switch (format) {
    case NumberFormat::none: return {};
    case NumberFormat::decimal: break;
    case NumberFormat::decimal_zero: return (value < 10 ? u"0" : u"") + decimal(value);
    case NumberFormat::chinese_counting:
      if (value < 10'000) return in_words(value, u"〇一二三四五六七八九", u"十百千", true);
      break;
    case NumberFormat::chinese_legal:
      if (value < 10'000) return in_words(value, u"零壹贰叁肆伍陆柒捌玖", u"拾佰仟", false);
      break;
    case NumberFormat::ideograph_digital: return digit_by_digit(value, u"〇一二三四五六七八九");
    case NumberFormat::circled: return one_of(value, u"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
    case NumberFormat::full_width: return digit_by_digit(value, u"０１２３４５６７８９");
    case NumberFormat::lower_letter: return letters(value, u'a');
    case NumberFormat::upper_letter: return letters(value, u'A');
    case NumberFormat::lower_roman: return roman(value, false);
    case NumberFormat::upper_roman: return roman(value, true);
    case NumberFormat::heavenly_stem: return one_of(value, u"甲乙丙丁戊己庚辛壬癸");
    case NumberFormat::earthly_branch: return one_of(value, u"子丑寅卯辰巳午未申酉戌亥");
    case NumberFormat::parenthesised: return one_of(value, u"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
  }
  return decimal(value);
}

}  // namespace nianbao
