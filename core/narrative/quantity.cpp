#include "narrative/quantity.h"

#include <limits>
#include <string>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t most_digits = 12;  // longer runs are identifiers

bool starts(std::u16string_view text, std::size_t at, std::u16string_view word) {
  return at <= text.size() && text.substr(at, word.size()) == word;
}

Decimal times(Decimal value, std::int64_t factor) {
  return Decimal::scaled(value.units() * factor, value.scale());
}

bool has_product(Decimal value, std::int64_t factor) {
  return value.units() <= std::numeric_limits<std::int64_t>::max() / factor;
}

// Half of a step that is a power of ten, possibly below one.
Decimal half(Decimal step) { return Decimal::scaled(step.units() * 5, step.scale() + 1); }

struct Multiplier {
  std::u16string_view word;
  std::int64_t factor;
};
constexpr Multiplier multipliers[] = {{u"千万", 10'000'000}, {u"百万", 1'000'000}, {u"十万", 100'000},
                                      {u"万", 10'000},       {u"亿", 100'000'000}, {u"千", 1'000}};

// 千 alone is a multiplier only before 余, 多 or a classifier, and never in 千米, 千克, 千瓦.
bool multiplies(std::u16string_view text, std::size_t at, const Multiplier& m) {
  if (!starts(text, at, m.word)) return false;
  if (m.word != u"千") return true;
  const char16_t next = at + 1 < text.size() ? text[at + 1] : u' ';
  return next == u'余' || next == u'多' || next == u'件' || next == u'条' || next == u'人' || next == u'次';
}

enum class Bound { none, above, below, around };

Bound bound_before(std::u16string_view before) {
  for (std::u16string_view word : {u"约", u"大概"})
    if (before.ends_with(word)) return Bound::around;
  for (std::u16string_view word : {u"近", u"不足", u"不到", u"接近"})
    if (before.ends_with(word) && !before.ends_with(u"最近") && !before.ends_with(u"附近"))
      return Bound::below;
  for (std::u16string_view word : {u"超", u"超过", u"逾", u"突破", u"多达"})
    if (before.ends_with(word)) return Bound::above;
  return Bound::none;
}

void widen(Quantity& q, Bound bound, Decimal step) {
  if (bound == Bound::none) return;
  q.approximate = true;
  q.low = bound == Bound::above ? q.value : q.value - step;
  q.high = bound == Bound::below ? q.value : q.value + step;
}

std::size_t skip_remainder_word(std::u16string_view text, std::size_t at, Quantity& q, Decimal step) {
  if (at >= text.size() || (text[at] != u'余' && text[at] != u'多')) return at;
  if (text[at] == u'多' && at + 1 < text.size() && (text[at + 1] == u'次' || text[at + 1] == u'种'))
    return at;
  widen(q, Bound::above, step);
  return at + 1;
}

// Multiplier, 余, the words before, %: everything after the plain number. False when the multiplied number is
// none that a Decimal holds.
bool finish(std::u16string_view text, std::size_t floor, int decimals, ReadQuantity& read) {
  Quantity& q = read.quantity;
  Decimal step = decimals > 0 ? Decimal::scaled(1, decimals) : last_step(q.value);
  // 278余万: the remainder is one of the larger unit.
  const bool remainder_first = read.end + 1 < text.size() &&
                               (text[read.end] == u'余' || text[read.end] == u'多') &&
                               (text[read.end + 1] == u'万' || text[read.end + 1] == u'亿');
  read.end += remainder_first;
  for (const Multiplier& m : multipliers) {
    if (!multiplies(text, read.end, m)) continue;
    if (!has_product(q.value, m.factor)) return false;
    read.end += m.word.size();
    q.value = times(q.value, m.factor);
    step = times(decimals > 0 ? Decimal::scaled(1, decimals) : Decimal(1), m.factor);
    q.rounded = m.factor >= 10'000;
    break;
  }
  // Some round, some cut off: half a unit down and a whole one up covers both.
  q.low = q.rounded ? q.value - half(step) : q.value;
  q.high = q.rounded ? q.value + step : q.value;
  if (remainder_first) widen(q, Bound::above, step);
  read.end = skip_remainder_word(text, read.end, q, step);
  widen(q, bound_before(text.substr(floor, read.begin - floor)), step);
  if (read.end < text.size() && (text[read.end] == u'%' || text[read.end] == u'‰')) {
    q.percent = true;
    ++read.end;
  }
  return true;
}

// 百分之五, 百分之99.6
std::optional<ReadQuantity> read_percent_words(std::u16string_view text, std::size_t at, std::size_t floor) {
  constexpr std::u16string_view words = u"百分之";
  if (!starts(text, at, words)) return std::nullopt;
  const std::size_t number = at + words.size();
  auto read = number < text.size() && is_ascii_digit(text[number]) ? read_digits(text, number, number)
                                                                   : read_chinese(text, number, number);
  if (!read) return std::nullopt;
  read->begin = at;
  read->quantity.percent = true;
  read->quantity.rounded = false;
  widen(read->quantity, bound_before(text.substr(floor, at - floor)), last_step(read->quantity.value));
  return read;
}

}  // namespace

Decimal last_step(Decimal value) {
  if (value.scale() > 0) return Decimal::scaled(1, value.scale());
  std::int64_t units = value.units(), step = 1;
  while (units != 0 && units % 10 == 0) {
    units /= 10;
    step *= 10;
  }
  return step;
}

namespace {

std::size_t digits_at(std::u16string_view text, std::size_t at) {
  std::size_t n = 0;
  while (n < most_digits && at + n < text.size() && is_ascii_digit(text[at + n])) ++n;
  return n;
}

// A comma at `end`, behind `plain`, that parts thousands: 1,234,567.
bool parts_thousands(std::u16string_view text, std::size_t end, std::u16string_view plain) {
  return text[end] == u',' && !plain.empty() && digits_at(text, end + 1) == 3 &&
         (plain.size() <= 3 || text[end - 4] == u',') && plain[0] != u'0';
}

}  // namespace

std::optional<ReadQuantity> read_digits(std::u16string_view text, std::size_t at, std::size_t floor) {
  std::u16string plain;
  std::size_t end = at;
  int decimals = 0;
  while (end < text.size() && plain.size() <= most_digits + 1) {
    if (is_ascii_digit(text[end])) {
      plain.push_back(text[end++]);
      continue;
    }
    if (parts_thousands(text, end, plain)) {
      ++end;
      continue;
    }
    if (const std::size_t n = digits_at(text, end + 1); text[end] == u'.' && n > 0) {
      plain.append(text.substr(end, n + 1));
      decimals = static_cast<int>(n);
      end += n + 1;
    }
    break;
  }
  if (plain.size() > most_digits + 1 || (end < text.size() && is_ascii_digit(text[end]))) return std::nullopt;
  const auto value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  ReadQuantity read;
  read.begin = at;
  read.end = end;
  read.quantity.value = *value;
  read.quantity.digits = decimals;
  if (!finish(text, floor, decimals, read)) return std::nullopt;
  return read;
}

std::optional<ReadQuantity> read_chinese(std::u16string_view text, std::size_t at, std::size_t floor) {
  if (auto percent = read_percent_words(text, at, floor)) return percent;
  const WholeNumber number = number_at(text, at);
  if (!number || number.notation == Notation::arabic || number.value > 1'000'000'000'000) return std::nullopt;
  ReadQuantity read;
  read.begin = at;
  read.end = at + number.length;
  read.quantity.value = number.value;
  read.quantity.chinese = true;
  if (!finish(text, floor, 0, read)) return std::nullopt;
  if (read.end < text.size() && text[read.end] == u'成') {
    read.quantity.value = times(read.quantity.value, 10);
    read.quantity.percent = true;
    read.quantity.low = read.quantity.high = read.quantity.value;
    widen(read.quantity, Bound::around, 10);
    ++read.end;
  }
  return read;
}

std::size_t approximation_after(std::u16string_view rest, Quantity& quantity) {
  struct After {
    std::u16string_view word;
    Bound bound;
  };
  constexpr After words[] = {{u"左右", Bound::around}, {u"上下", Bound::around}, {u"以上", Bound::above},
                             {u"之多", Bound::around}, {u"以内", Bound::below},  {u"以下", Bound::below},
                             {u"多", Bound::above},    {u"余", Bound::above}};
  for (const After& after : words) {
    if (!starts(rest, 0, after.word)) continue;
    if (after.word == u"多" && rest.size() > 1 && rest[1] != u',' && rest[1] != u'。') continue;
    widen(quantity, after.bound, last_step(quantity.value));
    if (after.word == u"以上") quantity.high = Decimal(std::int64_t{1'000'000'000'000});
    if (after.word == u"以下") quantity.low = Decimal(0);
    return after.word.size();
  }
  return 0;
}

}  // namespace nianbao
