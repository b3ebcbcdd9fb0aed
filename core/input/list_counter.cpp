#include "input/list_counter.h"

#include "base/unicode.h"

namespace nianbao {

void ListCounter::restart_at(int level, int value) {
  values_[static_cast<std::size_t>(level)] = value - 1;
  begun_[static_cast<std::size_t>(level)] = true;
}

void ListCounter::count(const ListLevels& levels, int level) {
  const auto at = static_cast<std::size_t>(level);
  values_[at] = begun_[at] ? values_[at] + 1 : levels[at].start;
  begun_[at] = true;
  for (std::size_t below = at + 1; below < list_levels; ++below) {
    const int restart = levels[below].restart;
    if (restart < 0 || level < restart) begun_[below] = false;
  }
}

std::u16string ListCounter::text(const ListLevels& levels, int level) const {
  const ListLevel& own = levels[static_cast<std::size_t>(level)];
  if (own.bullet || own.text.empty()) return {};
  std::u16string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char16_t digit = i + 1 < own.text.size() ? own.text[i + 1] : u' ';
    if (own.text[i] != u'%' || digit < u'1' || digit > u'9') {
      out.push_back(own.text[i]);
      continue;
    }
    const auto shown = static_cast<std::size_t>(digit - u'1');
    const NumberFormat format = own.decimal_only && levels[shown].format != NumberFormat::none
                                    ? NumberFormat::decimal
                                    : levels[shown].format;
    out += number_text(format, begun_[shown] ? values_[shown] : levels[shown].start);
    ++i;
  }
  return out;
}

std::u16string with_gap(std::u16string number, char16_t suffix) {
  if (number.empty() || suffix == 0) return number;
  const char16_t last = number.back();
  const bool runs_on =
      is_digit(last) || is_han(last) || (last >= u'A' && last <= u'Z') || (last >= u'a' && last <= u'z');
  if (suffix == u' ' ? !is_space(last) : runs_on) number.push_back(u' ');
  return number;
}

}  // namespace nianbao
