// Whole numbers as officials write them: 23, ２３, 二十三, 一百零五, 一千二百万, 二〇二四. The only reader of
// numerals: dates, headings, labels, cells and the prose ask it and keep to themselves which numbers they
// accept.
#pragma once

#include <cstdint>
#include <string_view>

namespace nianbao {

enum class Notation : std::uint8_t {
  arabic,      // 23, full-width too
  chinese,     // 二十三: with powers of ten, or one digit
  positional,  // 二〇二四: Chinese digits, two at least
};

struct WholeNumber {
  std::int64_t value = 0;
  std::size_t length = 0;  // 0: no number
  Notation notation = Notation::arabic;
  bool strict =
      true;  // of a Chinese one: powers fall, none but 十 stands without its digit; 一百百, 百 are not
  explicit operator bool() const { return length > 0; }
};

// The whole run of digits, or of Chinese numerals (万 and 亿 included), that begins at `at`; none when it
// begins with 万 or 亿, is longer than `longest_numeral`, or would not fit. Cost: its length.
constexpr std::size_t longest_numeral = 12;
WholeNumber number_at(std::u16string_view text, std::size_t at = 0);
// The run that ends with the text, of five units at most.
WholeNumber number_before(std::u16string_view text);

int digit_value(char16_t c);          // 0 to 9 of ASCII and full-width digits, -1 for anything else
int chinese_digit_value(char16_t c);  // 0 to 9 of 〇零一…九, 2 of 两 and 俩, -1 for anything else
bool is_chinese_numeral(char16_t c);  // 〇零一二两三…九十百千万亿

}  // namespace nianbao
