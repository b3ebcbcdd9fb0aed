#include "base/numeral.h"

#include <limits>

namespace nianbao {
namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

int power(char16_t c) { return c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1'000 : 0; }
std::int64_t myriad(char16_t c) { return c == u'万' ? 10'000 : c == u'亿' ? 100'000'000 : 0; }

WholeNumber read_digits(std::u16string_view run) {
  WholeNumber n{0, run.size(), Notation::arabic};
  for (char16_t c : run) n.value = n.value * 10 + digit_value(c);
  return n;
}

WholeNumber read_positional(std::u16string_view run) {
  WholeNumber n{0, run.size(), run.size() > 1 ? Notation::positional : Notation::chinese};
  for (char16_t c : run) n.value = n.value * 10 + chinese_digit_value(c);
  return n;
}

// Digit and power by turns, with 万 and 亿 over them.
class PowerReader {
 public:
  WholeNumber read(std::u16string_view run) {
    for (char16_t c : run) {
      if (const int d = chinese_digit_value(c); d >= 0) take_digit(d);
      else if (const int p = power(c); p > 0) take_power(p);
      else if (!take_myriad(myriad(c))) return {};
    }
    strict_ = strict_ && digit_ != 0;
    if (section_ + rest() > largest - total_) return {};
    return {total_ + section_ + rest(), run.size(), Notation::chinese, strict_};
  }

 private:
  std::int64_t rest() const { return digit_ < 0 ? 0 : digit_; }

  void take_digit(int d) {
    strict_ = strict_ && digit_ <= 0;
    digit_ = d;
  }

  void take_power(int p) {
    const bool bare = digit_ < 0, ten_alone = p == 10 && section_ == 0;
    strict_ = strict_ && p < last_power_ && digit_ != 0 && (!bare || ten_alone);
    section_ += (bare ? 1 : digit_) * p;
    last_power_ = p;
    digit_ = -1;
  }

  bool take_myriad(std::int64_t factor) {
    total_ += section_ + rest();
    if (total_ > largest / factor) return false;
    total_ *= factor;
    section_ = 0;
    digit_ = -1;
    last_power_ = 10'000;
    return true;
  }

  std::int64_t total_ = 0, section_ = 0;
  int digit_ = -1, last_power_ = 10'000;
  bool strict_ = true;
};

std::size_t run_length(std::u16string_view text, std::size_t at, bool (*part)(char16_t)) {
  std::size_t n = 0;
  while (at + n < text.size() && n <= longest_numeral && part(text[at + n])) ++n;
  return n;
}

WholeNumber read_run(std::u16string_view run) {
  if (run.empty() || run.size() > longest_numeral) return {};
  if (digit_value(run[0]) >= 0) return read_digits(run);
  if (myriad(run[0]) > 0) return {};
  for (char16_t c : run)
    if (chinese_digit_value(c) < 0) return PowerReader().read(run);
  return read_positional(run);
}

}  // namespace

int digit_value(char16_t c) {
  if (c >= u'0' && c <= u'9') return c - u'0';
  return c >= u'０' && c <= u'９' ? c - u'０' : -1;
}

int chinese_digit_value(char16_t c) {
  switch (c) {
    case u'〇':
    case u'零': return 0;
    case u'一': return 1;
    case u'二':
    case u'两':
    case u'俩': return 2;
    case u'三': return 3;
    case u'四': return 4;
    case u'五': return 5;
    case u'六': return 6;
    case u'七': return 7;
    case u'八': return 8;
    case u'九': return 9;
    default: return -1;
  }
}

bool is_chinese_numeral(char16_t c) { return chinese_digit_value(c) >= 0 || power(c) > 0 || myriad(c) > 0; }

WholeNumber number_at(std::u16string_view text, std::size_t at) {
  const auto is_arabic = [](char16_t c) { return digit_value(c) >= 0; };
  const std::size_t digits = run_length(text, at, is_arabic);
  return read_run(text.substr(at, digits > 0 ? digits : run_length(text, at, is_chinese_numeral)));
}

WholeNumber number_before(std::u16string_view text) {
  constexpr std::size_t most = 5;
  std::size_t begin = text.size();
  const bool arabic = !text.empty() && digit_value(text.back()) >= 0;
  while (begin > 0 && text.size() - begin < most &&
         (arabic ? digit_value(text[begin - 1]) >= 0 : is_chinese_numeral(text[begin - 1])))
    --begin;
  return read_run(text.substr(begin));
}

}  // namespace nianbao
