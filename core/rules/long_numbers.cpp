#include "rules/long_numbers.h"

#include <algorithm>

#include "base/unicode.h"
#include "rules/text_patterns.h"

namespace nianbao {
namespace {

constexpr std::size_t shortest = 11, longest = 19;
constexpr std::size_t most_groups = 6;
constexpr std::size_t deepest_indent = 60;  // of the line on which a broken number goes on

char16_t ascii(char16_t c) {
  if (c >= u'０' && c <= u'９') return static_cast<char16_t>(c - u'０' + u'0');
  return c == u'Ｘ' || c == u'ｘ' || c == u'x' ? u'X' : c;
}

bool is_latin(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }

bool is_line_end(char16_t c) { return c == u'\n' || c == u'\v' || c == u'\r'; }

struct Group {
  std::size_t begin, end;
  std::size_t size() const { return end - begin; }
};

class NumberReader {
 public:
  explicit NumberReader(std::u16string_view text) : text_(text) {}

  std::vector<LongNumber> read() {
    std::size_t at = 0;
    while (at < text_.size()) at = is_digit(text_[at]) ? read_groups(at) : at + 1;
    return std::move(found_);
  }

 private:
  // All groups that follow one another; every run of them with a fitting number of digits is a candidate.
  std::size_t read_groups(std::size_t at) {
    std::vector<Group> groups;
    while (true) {
      groups.push_back({at, group_end(at)});
      const std::size_t next = next_group(groups.back().end);
      if (next == groups.back().end) break;
      at = next;
    }
    for (std::size_t first = 0; first < groups.size(); ++first) add_runs(groups, first);
    return groups.back().end;
  }

  std::size_t group_end(std::size_t at) const {
    while (at < text_.size() && is_digit(text_[at])) ++at;
    return at;
  }

  // Behind a single separator or a line end, where another group begins; `at` when there is none.
  std::size_t next_group(std::size_t at) const {
    std::size_t next = at;
    if (next >= text_.size()) return at;
    if (is_line_end(text_[next])) {
      while (next < text_.size() && is_space(text_[next]) && next - at < deepest_indent) ++next;
    } else if (one_of(text_[next], u" \u00A0-－")) {
      ++next;
    }
    return next > at && next < text_.size() && is_digit(text_[next]) ? next : at;
  }

  // Longest first, so that a rule can keep to the first that fits.
  void add_runs(const std::vector<Group>& groups, std::size_t first) {
    const std::size_t before = found_.size();
    LongNumber number;
    for (std::size_t i = first; i < groups.size() && i < first + most_groups; ++i) {
      if (number.digits.size() + groups[i].size() > longest) break;
      number.groups.push_back(static_cast<std::uint8_t>(groups[i].size()));
      for (std::size_t at = groups[i].begin; at < groups[i].end; ++at)
        number.digits.push_back(ascii(text_[at]));
      number.range = {static_cast<std::uint32_t>(groups[first].begin),
                      static_cast<std::uint32_t>(groups[i].end)};
      add(number);
    }
    std::reverse(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end());
  }

  void add(LongNumber number) {
    const std::size_t end = number.range.end;
    if (number.digits.size() == 17 && end < text_.size() && ascii(text_[end]) == u'X')
      number.digits.push_back(u'X'), ++number.range.end;
    if (number.digits.size() >= shortest && stands_alone(number.range)) found_.push_back(std::move(number));
  }

  bool stands_alone(Range range) const {
    const char16_t before = range.begin > 0 ? text_[range.begin - 1] : u'\n';
    const char16_t after = range.end < text_.size() ? text_[range.end] : u'\n';
    return !is_latin(before) && !is_latin(after) && !one_of(before, u"*＊/.=&?#@") &&
           !one_of(after, u"*＊/@");
  }

  std::u16string_view text_;
  std::vector<LongNumber> found_;
};

bool in_table(const Report& report, Range range) {
  return std::any_of(report.tables.begin(), report.tables.end(), [&](const BoundTable& table) {
    if (!table.present) return false;
    for (int index : table.document_tables)
      if (report.document->tables[static_cast<std::size_t>(index)].range.overlaps(range)) return true;
    return table.document_tables.empty() && table.range.overlaps(range);
  });
}

int value(std::u16string_view digits, std::size_t at, std::size_t count) {
  int result = 0;
  for (char16_t c : digits.substr(at, count)) result = result * 10 + (c - u'0');
  return result;
}

bool right_check_digit(std::u16string_view digits) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::u16string_view checks = u"10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += weights[i] * (digits[i] - u'0');
  return digits[17] == checks[static_cast<std::size_t>(sum % 11)];
}

}  // namespace

std::vector<LongNumber> find_long_numbers(const Report& report) {
  std::vector<LongNumber> numbers = NumberReader(report.document->text).read();
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(),
                               [&](const LongNumber& n) { return in_table(report, n.range); }),
                numbers.end());
  return numbers;
}

bool is_identity_region(std::u16string_view digits) {
  constexpr int provinces[] = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43,
                               44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
  return digits.size() >= 2 &&
         std::find(std::begin(provinces), std::end(provinces), value(digits, 0, 2)) != std::end(provinces);
}

bool is_identity_number(std::u16string_view digits, int latest_year) {
  if (digits.size() != 18 || !is_identity_region(digits)) return false;
  const Date born{value(digits, 6, 4), value(digits, 10, 2), value(digits, 12, 2)};
  const bool real_date = born.year >= 1900 && born.year <= latest_year && born.month > 0 && born.day > 0 &&
                         is_calendar_date(born);
  return real_date && right_check_digit(digits);
}

bool passes_luhn(std::u16string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - u'0';
    const int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += i % 2 == 0 ? digit : doubled;
  }
  return sum % 10 == 0;
}

bool is_mobile_number(std::u16string_view digits) {
  return digits.size() == 11 && digits[0] == u'1' && digits[1] >= u'3' && digits[1] <= u'9';
}

std::u16string masked(std::u16string_view digits) {
  const std::size_t head = digits.size() == 18 ? 2 : 3, tail = digits.size() == 18 ? 3 : 4;
  std::u16string out(digits);
  for (std::size_t i = head; i + tail < out.size(); ++i) out[i] = u'*';
  return out;
}

Surroundings surroundings(const Document& document, Range range) {
  constexpr std::uint32_t reach = 60;
  const std::u16string_view text = document.text;
  std::uint32_t begin = range.begin, end = range.end;
  while (begin > 0 && range.begin - begin < reach && text[begin - 1] != u'\n' && text[begin - 1] != u'\t')
    --begin;
  while (end < text.size() && end - range.end < reach && text[end] != u'\n' && text[end] != u'\t') ++end;
  return {folded(text.substr(begin, range.begin - begin)), folded(text.substr(range.end, end - range.end))};
}

}  // namespace nianbao
