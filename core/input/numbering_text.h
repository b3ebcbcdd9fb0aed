// Numbers of automatic lists as the office programs and browsers show them: 一, 壹, 1, a, iv, ①.
#pragma once

#include <string>

namespace nianbao {

enum class NumberFormat {
  none,
  decimal,
  decimal_zero,       // 01
  chinese_counting,   // 一 … 十 十一 … 二十
  chinese_legal,      // 壹 贰 … 拾
  ideograph_digital,  // 一 二 … 一〇 (digits)
  circled,            // ① … ⑳, then decimal
  full_width,         // １
  lower_letter,       // a … z aa bb
  upper_letter,
  lower_roman,
  upper_roman,
  heavenly_stem,   // 甲 乙 … 癸
  earthly_branch,  // 子 丑 … 亥
  parenthesised,   // ⑴ … ⒇
};

// `value` from 0 up; values a format does not have (and those above 9999 in words) are decimal.
std::u16string number_text(NumberFormat format, int value);

}  // namespace nianbao
