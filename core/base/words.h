// Sentences in two languages from one place: Chinese is what users see, English is complete and chosen by an
// option.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace nianbao {

// Fixed words.
struct Words {
  std::u16string_view zh;
  std::u16string_view en;
};

// Made words.
struct Text {
  std::u16string zh;
  std::u16string en;

  Text() = default;
  Text(Words words) : zh(words.zh), en(words.en) {}  // NOLINT(google-explicit-constructor)
  Text(std::u16string zh_, std::u16string en_) : zh(std::move(zh_)), en(std::move(en_)) {}
  Text(std::u16string_view same) : zh(same), en(same) {}    // NOLINT: a quotation, a name
  Text(const std::u16string& same) : zh(same), en(same) {}  // NOLINT
  // A literal is Chinese or English: it says so by Words, or that it is the same in both by this.
  explicit Text(const char16_t* same) : zh(same), en(same) {}
  Text(Decimal number) : zh(number.to_string()), en(zh) {}  // NOLINT
  Text(int number) : Text(Decimal(number)) {}               // NOLINT
  bool empty() const { return zh.empty(); }
};

// "{0} … {1}" filled in, in both languages: say(u"共{0}件", u"{0} in all", {Decimal(3)}).
Text say(std::u16string_view zh, std::u16string_view en, std::initializer_list<Text> args = {});
Text join(const Text& a, const Text& b);
// a、b、c / a, b, c
Text list(std::initializer_list<Text> items);

}  // namespace nianbao
