#include "narrative/sentence.h"

#include <algorithm>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/unicode.h"
#include "narrative/clauses.h"

namespace nianbao::prose {
namespace {

constexpr std::size_t sentence_units =
    4'000;  // a text without any full stop is cut, so that no step looks further

bool letter(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

// Numbers that are names of services: 12345 热线.
bool service_number(Decimal value) {
  for (int number : {12345, 12315, 12348, 12388, 12329, 12369, 12309, 12366, 12333, 12317, 12328, 12340,
                     12320, 12318, 110, 119, 120, 122})
    if (value == Decimal(number)) return true;
  return false;
}

// Chinese numerals that are figures of speech unless the words around them make them counts.
bool figure_of_speech(const Quantity& quantity, std::u16string_view numeral, const Unit& unit) {
  if (!quantity.chinese || quantity.percent) return false;
  if (one_of(numeral.front(), u"百千万")) return true;
  return quantity.value == Decimal(1) || !one_of(unit.text[0], u"件宗起份封例篇期");
}

class Reader {
 public:
  Reader(const Paragraph& passage, std::uint32_t begin) : text_(passage.text) {
    out_.passage = &passage;
    out_.begin = begin;
    out_.end = find_end(begin);
  }

  Sentence read() {
    scan();
    make_clauses(dividers_, out_);
    return std::move(out_);
  }

 private:
  std::uint32_t find_end(std::uint32_t at) const {
    const std::size_t limit = std::min(text_.size(), at + sentence_units);
    while (at < limit)
      if (one_of(text_[at++], u"。!?")) return at;
    return static_cast<std::uint32_t>(limit);
  }

  char16_t peek(std::size_t at) const { return at < out_.end ? text_[at] : u'\0'; }
  char16_t before(std::size_t at) const { return at > out_.begin ? text_[at - 1] : u'\0'; }

  void scan() {
    std::uint32_t at = out_.begin;
    while (at < out_.end) {
      const char16_t c = text_[at];
      if (c == u'《') at = behind_title(at);
      else if (is_ascii_digit(c)) at = number(at);
      else if (one_of(c, u",;:、()")) divide(c, at++);
      else if (is_circled_number(c)) divide(u';', at++);
      else at = word_or_numeral(at);
    }
  }

  void divide(char16_t c, std::uint32_t at) {
    dividers_.push_back({c, at});
    if (c == u';') close_part();
  }

  // Titles are names: 《…条例（2021—2025年）》 counts nothing.
  std::uint32_t behind_title(std::uint32_t at) const {
    const auto close = std::u16string_view(text_).substr(0, out_.end).find(u'》', at);
    return close == text_.npos ? at + 1 : static_cast<std::uint32_t>(close) + 1;
  }

  std::uint32_t word_or_numeral(std::uint32_t at) {
    const Word* word = word_at(text_, at);
    if (const Word* detail = detail_here(at);
        detail != nullptr && (word == nullptr || detail->text.size() >= word->text.size()))
      word = detail;
    if (word != nullptr && at + word->text.size() > out_.end) word = nullptr;
    const std::uint32_t word_end = word == nullptr ? at : at + static_cast<std::uint32_t>(word->text.size());
    if (is_chinese_numeral(text_[at]) || text_[at] == u'百') {
      const std::uint32_t end = chinese(at, word_end);
      if (end > at) return end;
    }
    if (word == nullptr) return at + 1;
    const bool split = !out_.hits.empty() && (out_.hits.back().senses & sense::among);
    out_.hits.push_back({word->senses, word->key, at, word_end, 0, 0});
    open_part_of(*word);
    // 答复26起。其中公开2起，不存在11起
    if (split && (word->senses & sense::publish) && word->key == "disclosed") list_ = "outcome";
    return word_end;
  }

  const Word* detail_here(std::uint32_t at) const {
    const Word* best = nullptr;
    for (std::string_view within : {group_, list_}) {
      const Word* word = within.empty() ? nullptr : detail_at(text_, at, within);
      if (word != nullptr && (best == nullptr || word->text.size() > best->text.size())) best = word;
    }
    return best;
  }

  // What the words behind this one may be parts of. A row closes the list of the outcomes themselves.
  void open_part_of(const Word& word) {
    if (word.senses & sense::outcome) {
      const std::size_t bar = word.key == "partly_disclosed" ? word.key.npos : word.key.find('_');
      // 重复申请6件，其他3件: rows whose group was not named are items of the list.
      const bool row_of_group = bar != word.key.npos && headed_ == word.key.substr(0, bar);
      group_ = word.key.substr(0, bar);
      if (bar == word.key.npos) headed_ = word.key;
      list_ = row_of_group ? "" : "outcome";
    } else if (word.senses & sense::applicant) {
      group_ = "applicants";
      list_ = {};
    } else if (word.senses & (sense::review | sense::suit)) {
      group_ = "proceedings";
      list_ = {};
    }
  }

  // Behind a ; only the list of the outcomes goes on.
  void close_part() {
    if (!list_.empty() || (group_ != "applicants" && group_ != "proceedings" && !group_.empty()))
      list_ = "outcome";
    group_ = {};
  }

  // A Chinese numeral is read only where a unit follows, and where no longer word of the vocabulary stands.
  std::uint32_t chinese(std::uint32_t at, std::uint32_t word_end) {
    if (before(at) == u'第' || is_chinese_numeral(before(at))) return at;
    const auto read = read_chinese(text_, at, out_.begin);
    if (!read || read->end > out_.end || read->end < word_end) return at;
    const Unit unit = unit_at(text_, read->end);
    const bool counts = read->quantity.percent || unit.kind == UnitKind::count ||
                        unit.kind == UnitKind::people || unit.kind == UnitKind::points;
    if (!counts || (read->quantity.percent && before(read->begin) == u'有')) return at;
    if (read->end + unit.text.size() <= word_end) return at;
    const bool speech = figure_of_speech(read->quantity, text_.substr(at, read->end - at), unit);
    return add(*read, unit, speech);
  }

  std::uint32_t digits_end(std::uint32_t at) const {
    while (at < out_.end && (is_ascii_digit(text_[at]) || text_[at] == u'.')) ++at;
    return at;
  }

  std::uint32_t number(std::uint32_t at) {
    const auto read = read_digits(text_, at, out_.begin);
    if (!read || read->end > out_.end) return digits_end(at);
    const Unit unit = unit_at(text_, read->end);
    const auto end = static_cast<std::uint32_t>(read->end);
    if (calendar_year(*read, unit)) return year(*read, unit);
    if (const std::uint32_t range_end = interval(*read)) return range_end;
    if (names_something(*read, unit)) {
      if (service_number(read->quantity.value))
        out_.hits.push_back({sense::foreign | sense::cases, "", at, end, 0, 0});
      return end;
    }
    return add(*read, unit, false);
  }

  bool calendar_year(const ReadQuantity& read, const Unit& unit) const {
    const Quantity& q = read.quantity;
    if (read.end - read.begin != 4 || q.percent || q.value < Decimal(1990) || q.value > Decimal(2099))
      return false;
    if (unit.kind == UnitKind::time && unit.text[0] == u'年') return true;
    if (unit.kind != UnitKind::none) return false;
    return one_of(peek(read.end), u"、和至-~/") || one_of(before(read.begin), u"(-");
  }

  std::uint32_t year(const ReadQuantity& read, const Unit& unit) {
    const auto begin = static_cast<std::uint32_t>(read.begin);
    const auto end =
        static_cast<std::uint32_t>(read.end + (unit.kind == UnitKind::time ? unit.text.size() : 0));
    if (before(begin) != u'(' || peek(end) != u')')
      out_.hits.push_back({sense::year, "", begin, end, 0, static_cast<int>(read.quantity.value.whole())});
    return end;
  }

  // 3-5件, 3至5件: one figure. Returns where it ends, or 0. A range of dates or a telephone number ends it
  // too, unread.
  std::uint32_t interval(const ReadQuantity& first) {
    if (!one_of(peek(first.end), u"-~至") || !is_ascii_digit(peek(first.end + 1)) || first.quantity.percent)
      return 0;
    const auto second = read_digits(text_, first.end + 1, first.end + 1);
    if (!second || second->end > out_.end) return digits_end(static_cast<std::uint32_t>(first.end) + 1);
    const Unit unit = unit_at(text_, second->end);
    const bool counts =
        unit.kind == UnitKind::count || unit.kind == UnitKind::people || unit.kind == UnitKind::money;
    if (!counts || second->quantity.value < first.quantity.value) {
      if (text_[first.end] == u'至') return 0;
      return static_cast<std::uint32_t>(second->end);
    }
    ReadQuantity both = first;
    both.end = second->end;
    both.quantity.high = second->quantity.high;
    both.quantity.approximate = true;
    return add(both, unit, false);
  }

  // Dates, ordinals, document numbers, telephone numbers, versions, 7×24小时, 12345热线: numbers that count
  // nothing.
  bool names_something(const ReadQuantity& read, const Unit& unit) const {
    const char16_t left = before(read.begin), right = peek(read.end);
    if (read.quantity.percent) return false;
    if (unit.kind == UnitKind::time) return true;
    if (left == u'第' || letter(left) || letter(right) || one_of(left, u"-/_.@=×*") ||
        one_of(right, u"-/_@=×*"))
      return true;
    if (left == u'(' && right == u')') return true;
    if (unit.kind != UnitKind::none) return false;
    if (service_number(read.quantity.value)) return true;
    // Without a unit only what ends its clause can be a count: 部分公开67，占…; 均为0。
    if (right == u'、' && (left == u'\0' || one_of(left, u";:)"))) return true;  // 1、 numbers an item
    const bool ends_clause = right == u'\0' || one_of(right, u",;、。)!? ");
    return !ends_clause || read.quantity.value > Decimal(9'999'999) || left == u'.' || left == u':';
  }

  std::uint32_t add(const ReadQuantity& read, const Unit& unit, bool speech) {
    Numeral n;
    n.quantity = read.quantity;
    n.unit = unit;
    n.begin = static_cast<std::uint32_t>(read.begin);
    n.unit_begin = static_cast<std::uint32_t>(read.end);
    n.end = n.unit_begin + static_cast<std::uint32_t>(unit.text.size());
    n.rhetorical = speech;
    if (n.end < out_.end) approximation_after(text_.substr(n.end, 3), n.quantity);
    out_.numerals.push_back(n);
    return n.end;
  }

  std::u16string_view text_;
  Sentence out_;
  std::vector<Divider> dividers_;
  std::string_view group_, list_, headed_;  // see open_part_of()
};

}  // namespace

Sentence read_sentence(const Paragraph& passage, std::uint32_t begin) {
  return Reader(passage, begin).read();
}

}  // namespace nianbao::prose
