// Numbers as automatic numbering prints them.
#pragma once

#include <string>

namespace nianbao {

enum class NumberFormat {
  none,
  decimal,   // 1 2 3
  chinese,   // 一 二 三, 十一, 二十三
  financial, // 壹 贰 叁
  circled,   // ① ② … ⑳
  upper_letter,
  lower_letter,
  upper_roman,
  lower_roman,
};

std::u16string list_number(int value, NumberFormat format);  // values outside a format's reach come as decimals

}  // namespace nianbao
