#include "input/sheet_number.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t shown_digits = 15;
constexpr int longest =
    40;  // digits before or behind the point: beyond it a number is printed as it is stored

// 0.digits x 10^point; no digits: zero.
struct Number {
  bool negative = false;
  std::string digits;
  int point = 0;
  bool zero() const { return digits.empty(); }
};

void strip(Number& number) {
  const std::size_t leading = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, leading);
  number.point -= static_cast<int>(leading);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
  if (number.digits.empty()) number = {};
}

// Keeps `count` digits, half rounded away from zero.
void keep(Number& number, int count) {
  if (count >= static_cast<int>(number.digits.size())) return;
  if (count < 0) {
    number = {};
    return;
  }
  const bool up = number.digits[static_cast<std::size_t>(count)] >= '5';
  number.digits.resize(static_cast<std::size_t>(count));
  std::size_t i = number.digits.size();
  for (; up && i > 0; --i) {
    if (++number.digits[i - 1] <= '9') break;
    number.digits[i - 1] = '0';
  }
  if (up && i == 0) {
    number.digits.insert(0, "1");
    ++number.point;
  }
  strip(number);
}

std::optional<int> exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9' || value > 1000) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (text.empty()) return std::nullopt;
  return negative ? -value : value;
}

std::optional<Number> parse(std::string_view text) {
  Number number;
  number.negative = text.starts_with('-');
  if (number.negative || text.starts_with('+')) text.remove_prefix(1);
  int power = 0;
  if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
    const auto found = exponent(text.substr(e + 1));
    if (!found) return std::nullopt;
    power = *found;
    text = text.substr(0, e);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number.digits.push_back(text[i]);
  }
  if (number.digits.empty() || number.digits.size() > 400) return std::nullopt;
  number.point = static_cast<int>(point) + power;
  strip(number);
  keep(number, shown_digits);
  return number;
}

std::string whole_digits(const Number& number) {
  if (number.point <= 0) return {};
  std::string out = number.digits.substr(0, static_cast<std::size_t>(number.point));
  out.append(static_cast<std::size_t>(number.point) - out.size(), '0');
  return out;
}

std::string fraction_digits(const Number& number) {
  if (number.point >= static_cast<int>(number.digits.size())) return {};
  if (number.point >= 0) return number.digits.substr(static_cast<std::size_t>(number.point));
  return std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
}

std::u16string plain(const Number& number, std::string_view stored) {
  if (number.point > longest || number.point < -longest) return from_utf8(stored);
  const std::string whole = whole_digits(number), fraction = fraction_digits(number);
  return from_utf8((number.negative ? "-" : "") + (whole.empty() ? "0" : whole) +
                   (fraction.empty() ? "" : "." + fraction));
}

// --- the parts of a format ---------------------------------------------------------------------------------

struct Token {
  enum Kind { literal, digit, point, comma, percent, letters, general } kind;
  std::u16string text;  // of letters: the run of one letter, in small
};

struct Section {
  std::vector<Token> tokens;
  bool condition = false;  // [>=100]
  bool chinese = false;    // [DBNum1], [DBNum2]
  bool unusual = false;    // a fraction or an exponent
  bool date = false;
};

char16_t small(char16_t c) { return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c; }

bool starts(std::u16string_view text, std::u16string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char16_t a, char16_t b) { return small(a) == small(b); });
}

class FormatReader {
 public:
  explicit FormatReader(std::u16string_view rest) : rest_(rest) {}

  std::vector<Section> read() {
    std::vector<Section> sections(1);
    while (!rest_.empty()) {
      if (rest_[0] == u';') {
        take(1);
        if (sections.size() == 4) break;
        sections.emplace_back();
      } else {
        read_token(sections.back());
      }
    }
    for (Section& section : sections) finish(section);
    return sections;
  }

 private:
  std::u16string_view take(std::size_t size) {
    const std::u16string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  static void add(Section& to, Token::Kind kind, std::u16string_view text = {}) {
    if (kind == Token::literal && !to.tokens.empty() && to.tokens.back().kind == kind)
      to.tokens.back().text += text;
    else to.tokens.push_back({kind, std::u16string(text)});
  }

  void read_token(Section& to) {
    const char16_t c = rest_[0];
    if (c == u'"') {
      const std::size_t end = std::min(rest_.find(u'"', 1), rest_.size());
      add(to, Token::literal, rest_.substr(1, end - 1));
      take(end + 1);
    } else if (c == u'[') {
      read_bracket(to);
    } else if (c == u'\\') {
      add(to, Token::literal, take(2).substr(1));
    } else if (c == u'_') {
      take(2);
      add(to, Token::literal, u" ");
    } else if (c == u'*') {
      take(2);
    } else if (starts(rest_, u"General")) {
      take(7);
      add(to, Token::general);
    } else if (starts(rest_, u"G/通用格式")) {
      take(6);
      add(to, Token::general);
    } else if (starts(rest_, u"AM/PM") || starts(rest_, u"上午/下午")) {
      take(5);
      add(to, Token::letters, u"am");
    } else if (starts(rest_, u"E+") || starts(rest_, u"E-")) {
      to.unusual = true;
      take(2);
    } else if (one_of(small(c), u"ymdhsea")) {
      std::size_t size = 1;
      while (size < rest_.size() && small(rest_[size]) == small(c)) ++size;
      add(to, Token::letters, std::u16string(take(size).size(), small(c)));
    } else {
      read_mark(to);
    }
  }

  void read_mark(Section& to) {
    const std::u16string_view c = take(1);
    if (one_of(c[0], u"0#?")) add(to, Token::digit, c);
    else if (c == u".") add(to, Token::point);
    else if (c == u",") add(to, Token::comma);
    else if (c == u"%") add(to, Token::percent);
    else if (c == u"@") add(to, Token::general);
    else add(to, Token::literal, c);
  }

  // [Red], [>0], [$¥-804], [DBNum1], [h]
  void read_bracket(Section& to) {
    const std::size_t end = std::min(rest_.find(u']'), rest_.size());
    const std::u16string_view inside = rest_.substr(1, end - 1);
    take(end + 1);
    if (inside.empty()) return;
    if (one_of(inside[0], u"<>=")) {
      to.condition = true;
    } else if (inside[0] == u'$') {
      const std::u16string_view symbol = inside.substr(1, inside.find(u'-') - 1);
      if (starts(inside, u"$-F800")) rest_ = u"yyyy年m月d日";  // the system's long date, whatever follows
      else add(to, Token::literal, symbol);
    } else if (starts(inside, u"DBNum1") || starts(inside, u"DBNum2")) {
      to.chinese = true;
    } else if (one_of(small(inside[0]), u"hms")) {
      add(to, Token::letters, std::u16string(1, small(inside[0])));
    }
  }

  static void finish(Section& section) {
    for (const Token& token : section.tokens) {
      if (token.kind == Token::letters) section.date = true;
      if (token.kind == Token::literal && token.text.find(u'/') != std::u16string::npos)
        section.unusual = true;
    }
    if (section.date) section.unusual = false;
  }

  std::u16string_view rest_;
};

// --- dates -------------------------------------------------------------------------------------------------

struct Moment {
  int year = 1900, month = 1, day = 0, hour = 0, minute = 0, second = 0, weekday = 0;
};

// Years of the Gregorian calendar from days since 1970-01-01.
void set_date(Moment& out, int days) {
  out.weekday = ((days + 4) % 7 + 7) % 7;
  const int shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int of_era = shifted - era * 146097;
  const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int month = (5 * of_year + 2) / 153;
  out.day = of_year - (153 * month + 2) / 5 + 1;
  out.month = month < 10 ? month + 3 : month - 9;
  out.year = year + era * 400 + (out.month <= 2 ? 1 : 0);
}

std::optional<Moment> moment(const Number& number, bool from_1904) {
  constexpr int last_day = 2'958'465;  // of the year 9999
  if (number.negative || number.point > 7) return std::nullopt;
  int days = 0;
  for (char c : whole_digits(number)) days = days * 10 + (c - '0');
  std::int64_t parts = 0, unit = 1;
  for (char c : fraction_digits(number).substr(0, 9)) {
    parts = parts * 10 + (c - '0');
    unit *= 10;
  }
  std::int64_t seconds = (parts * 86400 * 2 + unit) / (unit * 2);
  if (seconds == 86400) {
    seconds = 0;
    ++days;
  }
  if (days > last_day) return std::nullopt;
  Moment out;
  // 1900 was no leap year, which the day numbers of Excel do not know: number 60 is its 29 February.
  if (!from_1904 && days == 60) out = {1900, 2, 29, 0, 0, 0, 3};
  else if (from_1904) set_date(out, days - 24107);
  else if (days > 0) set_date(out, days - (days > 60 ? 25569 : 25568));
  out.hour = static_cast<int>(seconds / 3600);
  out.minute = static_cast<int>(seconds / 60 % 60);
  out.second = static_cast<int>(seconds % 60);
  return out;
}

constexpr std::u16string_view chinese_digits = u"〇一二三四五六七八九";

std::u16string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return from_utf8(digits);
}

std::u16string date_number(int value, std::size_t width, bool chinese, bool digit_by_digit) {
  std::u16string out = padded(value, chinese && !digit_by_digit ? 1 : width);
  if (!chinese) return out;
  if (!digit_by_digit && value >= 10) {
    out = value / 10 > 1 ? std::u16string(1, chinese_digits[static_cast<std::size_t>(value / 10)])
                         : std::u16string();
    out += u'十';
    if (value % 10 != 0) out += chinese_digits[static_cast<std::size_t>(value % 10)];
    return out;
  }
  for (char16_t& c : out) c = chinese_digits[static_cast<std::size_t>(c - u'0')];
  return out;
}

// An m next to hours or seconds counts minutes.
bool is_minute(const std::vector<Token>& tokens, std::size_t at) {
  for (std::size_t i = at; i-- > 0;)
    if (tokens[i].kind == Token::letters) {
      if (tokens[i].text[0] == u'h') return true;
      break;
    }
  for (std::size_t i = at + 1; i < tokens.size(); ++i)
    if (tokens[i].kind == Token::letters) return tokens[i].text[0] == u's';
  return false;
}

std::u16string date_part(const Section& section, std::size_t at, const Moment& when) {
  const std::u16string& letters = section.tokens[at].text;
  const std::size_t width = std::min<std::size_t>(letters.size(), 2);
  constexpr std::u16string_view weekdays = u"日一二三四五六";
  const std::u16string weekday(1, weekdays[static_cast<std::size_t>(when.weekday)]);
  switch (letters[0]) {
    case u'y':
    case u'e':
      return letters.size() == 2 && letters[0] == u'y'
                 ? date_number(when.year % 100, 2, section.chinese, true)
                 : date_number(when.year, 4, section.chinese, true);
    case u'm':
      return date_number(is_minute(section.tokens, at) ? when.minute : when.month,
                         letters.size() > 2 ? 1 : width, section.chinese, false);
    case u'd':
      return letters.size() > 2 ? u"星期" + weekday : date_number(when.day, width, section.chinese, false);
    case u'h': return date_number(when.hour, width, section.chinese, false);
    case u's': return date_number(when.second, width, section.chinese, false);
    default: break;
  }
  if (letters == u"am") return when.hour < 12 ? u"上午" : u"下午";
  return letters.size() > 3 ? u"星期" + weekday : weekday;
}

std::u16string print_date(const Section& section, const Moment& when) {
  std::u16string out;
  for (std::size_t i = 0; i < section.tokens.size(); ++i) {
    const Token& token = section.tokens[i];
    if (token.kind == Token::letters) out += date_part(section, i, when);
    else if (token.kind == Token::literal) out += token.text;
    else if (token.kind == Token::point) out += u'.';
    else if (token.kind == Token::comma) out += u',';
  }
  return out;
}

// --- numbers -----------------------------------------------------------------------------------------------

struct Layout {
  int whole = 0, decimals = 0;  // places for digits
  int thousands = 0, percents = 0;
  bool grouped = false;
};

Layout layout_of(const std::vector<Token>& tokens) {
  Layout out;
  bool behind_point = false;
  int commas = 0;  // since the last place for a digit
  for (const Token& token : tokens) {
    if (token.kind == Token::digit) {
      ++(behind_point ? out.decimals : out.whole);
      out.grouped |= commas > 0 && !behind_point;
      commas = 0;
    } else if (token.kind == Token::comma && out.whole > 0) {
      ++commas;
    } else if (token.kind == Token::percent) {
      ++out.percents;
    } else if (token.kind == Token::point) {
      out.thousands += std::exchange(commas, 0);
      behind_point = true;
    }
  }
  out.thousands += commas;
  return out;
}

class NumberPrinter {
 public:
  NumberPrinter(const Section& section, Number number)
      : section_(section), layout_(layout_of(section.tokens)), number_(std::move(number)) {
    if (!number_.zero()) number_.point += 2 * layout_.percents - 3 * layout_.thousands;
    keep(number_, number_.point + layout_.decimals);
    whole_ = whole_digits(number_);
    fraction_ = fraction_digits(number_);
  }

  std::u16string print(std::u16string_view general) {
    int place = layout_.whole, decimal = 0;
    bool behind_point = false;
    for (const Token& token : section_.tokens) {
      switch (token.kind) {
        case Token::literal: out_ += token.text; break;
        case Token::percent: out_ += u'%'; break;
        case Token::general: out_ += general; break;
        case Token::point:
          if (layout_.whole == 0) write_whole(0, u'#');
          behind_point = true;
          out_ += u'.';
          break;
        case Token::digit:
          if (behind_point) write_decimal(decimal++, token.text[0]);
          else write_whole(place--, token.text[0]);
          break;
        default: break;
      }
    }
    return out_;
  }

 private:
  // The digit for the place `place` from the right, 1 the last; the first place takes all that stand before
  // it.
  void write_whole(int place, char16_t kind) {
    const int size = static_cast<int>(whole_.size());
    if (place == layout_.whole)
      for (int i = size; i > place; --i)
        write_digit(static_cast<char16_t>(whole_[static_cast<std::size_t>(size - i)]), i);
    if (place <= 0) return;
    if (place <= size)
      write_digit(static_cast<char16_t>(whole_[static_cast<std::size_t>(size - place)]), place);
    else if (kind == u'0') write_digit(u'0', place);
    else if (kind == u'?') out_ += u' ';
  }

  void write_digit(char16_t digit, int place) {
    out_ += digit;
    if (layout_.grouped && place > 1 && place % 3 == 1) out_ += u',';
  }

  void write_decimal(int at, char16_t kind) {
    const auto i = static_cast<std::size_t>(at);
    if (i < fraction_.size()) out_ += static_cast<char16_t>(fraction_[i]);
    else if (kind == u'0') out_ += u'0';
    else if (kind == u'?') out_ += u' ';
  }

  const Section& section_;
  Layout layout_;
  Number number_;
  std::string whole_, fraction_;
  std::u16string out_;
};

// Positive; negative; zero; text.
const Section& section_for(const std::vector<Section>& sections, const Number& number) {
  if (number.zero() && sections.size() >= 3) return sections[2];
  return number.negative && sections.size() >= 2 ? sections[1] : sections[0];
}

}  // namespace

std::u16string plain_number(std::string_view stored) {
  const auto number = parse(stored);
  return number ? plain(*number, stored) : from_utf8(stored);
}

bool is_date_format(std::u16string_view format) { return FormatReader(format).read().front().date; }

std::u16string printed_number(std::string_view stored, std::u16string_view format, bool from_1904) {
  auto number = parse(stored);
  if (!number) return from_utf8(stored);
  const std::u16string general = plain(*number, stored);
  if (format.empty() || number->point > longest || number->point < -longest) return general;
  const std::vector<Section> sections = FormatReader(format).read();
  const Section& section = section_for(sections, *number);
  if (std::any_of(sections.begin(), sections.end(), [](const Section& s) { return s.condition; }) ||
      section.unusual)
    return general;
  std::u16string out;
  if (section.date) {
    const auto when = moment(*number, from_1904);
    if (!when) return general;
    out = print_date(section, *when);
  } else {
    const bool sign = number->negative && &section == &sections[0];
    number->negative = false;
    out = NumberPrinter(section, *number).print(plain(*number, stored));
    if (sign) out.insert(0, u"-");
  }
  const std::u16string_view shown = trim(out);
  return shown.empty() ? general : std::u16string(shown);
}

std::u16string_view built_in_format(int id) {
  switch (id) {
    case 1: return u"0";
    case 2: return u"0.00";
    case 3: return u"#,##0";
    case 4: return u"#,##0.00";
    case 9: return u"0%";
    case 10: return u"0.00%";
    case 14: return u"yyyy\\/m\\/d";
    case 15: return u"d-mmm-yy";
    case 16: return u"d-mmm";
    case 17: return u"mmm-yy";
    case 20:
    case 32: return u"h:mm";
    case 21:
    case 33: return u"h:mm:ss";
    case 22: return u"yyyy\\/m\\/d h:mm";
    case 27:
    case 36:
    case 50:
    case 52:
    case 57: return u"yyyy\"年\"m\"月\"";
    case 28:
    case 29:
    case 51:
    case 53:
    case 54:
    case 58: return u"m\"月\"d\"日\"";
    case 30: return u"m-d-yy";
    case 31: return u"yyyy\"年\"m\"月\"d\"日\"";
    case 37:
    case 38: return u"#,##0;-#,##0";
    case 39:
    case 40: return u"#,##0.00;-#,##0.00";
    case 41:
    case 42: return u"_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
    case 43:
    case 44: return u"_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
    default: return {};
  }
}

}  // namespace nianbao
