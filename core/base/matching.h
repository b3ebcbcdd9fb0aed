// Small questions about characters and words that the standard library has no name for.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace nianbao {

inline bool is_ascii_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

inline bool one_of(char16_t c, std::u16string_view set) { return set.find(c) != std::u16string_view::npos; }
inline bool one_of(std::u16string_view word, std::initializer_list<std::u16string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool contains(std::u16string_view text, std::u16string_view word) {
  return text.find(word) != std::u16string_view::npos;
}
template <typename Words>
bool contains_any(std::u16string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::u16string_view word) { return contains(text, word); });
}
inline bool contains_any(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return contains_any<std::initializer_list<std::u16string_view>>(text, words);
}

}  // namespace nianbao
