// Exact numbers for counts and amounts (万元). No floating point: 0.1 + 0.2 is 0.3 here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// units / 10^scale, normalised: scale is the smallest that holds the value, 0 <= scale <= 6.
// Values outside ±9.2e18 / 10^scale do not exist: parsing gives nothing, arithmetic saturates.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : units_(whole) {}  // NOLINT(google-explicit-constructor)
  static Decimal scaled(std::int64_t units, int scale);
  // ASCII digits with an optional sign and one point; no separators, no spaces. At most 15 digits, 6 of them
  // after the point.
  static std::optional<Decimal> parse(std::u16string_view digits);

  bool is_integer() const { return scale_ == 0; }
  bool is_negative() const { return units_ < 0; }
  bool is_zero() const { return units_ == 0; }
  std::int64_t whole() const;  // towards zero
  std::int64_t units() const { return units_; }
  int scale() const { return scale_; }
  double to_double() const;          // for JSON only
  std::u16string to_string() const;  // "23", "-2", "481.5"

  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal times(Decimal a, int factor);
  friend int compare(Decimal a, Decimal b);

 private:
  std::int64_t units_ = 0;
  int scale_ = 0;
};

Decimal operator+(Decimal a, Decimal b);
Decimal operator-(Decimal a, Decimal b);
Decimal times(Decimal a, int factor);
int compare(Decimal a, Decimal b);
inline bool operator==(Decimal a, Decimal b) { return compare(a, b) == 0; }
inline bool operator!=(Decimal a, Decimal b) { return compare(a, b) != 0; }
inline bool operator<(Decimal a, Decimal b) { return compare(a, b) < 0; }
inline bool operator>(Decimal a, Decimal b) { return compare(a, b) > 0; }
inline bool operator<=(Decimal a, Decimal b) { return compare(a, b) <= 0; }
inline bool operator>=(Decimal a, Decimal b) { return compare(a, b) >= 0; }

}  // namespace nianbao
