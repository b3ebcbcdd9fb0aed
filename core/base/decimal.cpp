#include "base/decimal.h"

#include <limits>

namespace nianbao {
namespace {

constexpr int max_scale = 6;
constexpr std::int64_t powers[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

std::int64_t saturate(__int128 value) {
  constexpr auto low = std::numeric_limits<std::int64_t>::min();
  constexpr auto high = std::numeric_limits<std::int64_t>::max();
  return value < low ? low : value > high ? high : static_cast<std::int64_t>(value);
}

__int128 at_max_scale(Decimal d) { return static_cast<__int128>(d.units()) * powers[max_scale - d.scale()]; }

Decimal from_max_scale(__int128 units) {
  int scale = max_scale;
  while (scale > 0 && units % 10 == 0) {
    units /= 10;
    --scale;
  }
  return Decimal::scaled(saturate(units), scale);
}

}  // namespace

Decimal Decimal::scaled(std::int64_t units, int scale) {
  Decimal d;
  while (scale > 0 && units % 10 == 0) {
    units /= 10;
    --scale;
  }
  d.units_ = units;
  d.scale_ = scale;
  return d;
}

std::optional<Decimal> Decimal::parse(std::u16string_view digits) {
  bool negative = false;
  if (!digits.empty() && (digits[0] == u'-' || digits[0] == u'+')) {
    negative = digits[0] == u'-';
    digits.remove_prefix(1);
  }
  std::int64_t units = 0;
  int count = 0, scale = 0;
  bool point = false;
  for (char16_t c : digits) {
    if (c == u'.') {
      if (point || count == 0) return std::nullopt;
      point = true;
      continue;
    }
    if (c < u'0' || c > u'9' || ++count > 15) return std::nullopt;
    units = units * 10 + (c - u'0');
    if (point && ++scale > max_scale) return std::nullopt;
  }
  if (count == 0 || (point && scale == 0)) return std::nullopt;
  return scaled(negative ? -units : units, scale);
}

std::int64_t Decimal::whole() const { return units_ / powers[scale_]; }

double Decimal::to_double() const {
  return static_cast<double>(units_) / static_cast<double>(powers[scale_]);
}

std::u16string Decimal::to_string() const {
  std::u16string out;
  std::uint64_t rest =
      units_ < 0 ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
  for (int i = 0; rest != 0 || i <= scale_; ++i) {
    if (i == scale_ && scale_ > 0) out.insert(out.begin(), u'.');
    out.insert(out.begin(), static_cast<char16_t>(u'0' + rest % 10));
    rest /= 10;
  }
  if (units_ < 0) out.insert(out.begin(), u'-');
  return out;
}

Decimal operator+(Decimal a, Decimal b) { return from_max_scale(at_max_scale(a) + at_max_scale(b)); }
Decimal operator-(Decimal a, Decimal b) { return from_max_scale(at_max_scale(a) - at_max_scale(b)); }

Decimal times(Decimal a, int factor) { return from_max_scale(at_max_scale(a) * factor); }

int compare(Decimal a, Decimal b) {
  const __int128 difference = at_max_scale(a) - at_max_scale(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

}  // namespace nianbao
