#include "form/labels.h"

#include <algorithm>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

bool is_separator(char16_t c) {
  return std::u16string_view(u"、.,:;·-)").find(c) != std::u16string_view::npos;
}

bool is_wordly(char16_t c) {
  return is_han(c) || is_ascii_digit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// Length of one enumerator at the start, 0 when there is none. Numerals alone count only when nothing follows
// them.
std::size_t enumerator(std::u16string_view text) {
  const std::size_t open = !text.empty() && text[0] == u'(' ? 1 : 0;
  const std::u16string_view rest = text.substr(open);
  const WholeNumber number = number_at(rest);
  if (!number || number.length > 2) return 0;
  const std::size_t end = open + number.length;
  if (end == text.size()) return open == 0 ? end : 0;
  if (open == 1) return text[end] == u')' ? end + 1 : 0;
  if (is_separator(text[end])) return end + 1;
  return number.notation == Notation::arabic && is_han(text[end]) ? end : 0;
}

std::u16string only_letters(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : text)
    if (is_wordly(c)) out.push_back(c);
  return out;
}

}  // namespace

std::u16string label_key(std::u16string_view text) {
  const std::u16string all = folded(text);
  std::u16string_view rest = all;
  for (;;) {
    rest.remove_prefix(static_cast<std::size_t>(
        std::find_if(rest.begin(), rest.end(), [](char16_t c) { return is_wordly(c) || c == u'('; }) -
        rest.begin()));
    const std::size_t n = enumerator(rest);
    if (n == 0) break;
    rest.remove_prefix(n);
  }
  return only_letters(rest);
}

std::u16string letters(std::u16string_view text) { return only_letters(folded(text)); }

int edit_distance(std::u16string_view a, std::u16string_view b, int limit) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return limit + 1;
  int lacking = 0;  // each is an edit of its own, and most words have little in common
  for (char16_t c : a)
    if (b.find(c) == std::u16string_view::npos && ++lacking > limit) return limit + 1;
  std::vector<int> previous(m + 1), current(m + 1);
  for (int j = 0; j <= m; ++j) previous[j] = j;
  for (int i = 1; i <= n; ++i) {
    int least = current[0] = i;
    for (int j = 1; j <= m; ++j) {
      current[j] =
          std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      least = std::min(least, current[j]);
    }
    if (least > limit) return limit + 1;  // no row below has less
    std::swap(previous, current);
  }
  return std::min(previous[m], limit + 1);
}

bool is_close(std::u16string_view key, std::u16string_view standard) {
  const int allowed = static_cast<int>(std::min(key.size(), standard.size()) / 4);
  return allowed > 0 && edit_distance(key, standard, allowed) <= allowed;
}

}  // namespace nianbao
