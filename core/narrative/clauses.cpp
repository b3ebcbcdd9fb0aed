#include "narrative/clauses.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao::prose {
namespace {

// A divider with what is known of it as a bracket.
struct Mark {
  char16_t kind;
  std::uint32_t at;
  bool paired = false;
  bool aside = false;   // of a bracket without a number in it, or inside one
  bool beside = false;  // of a bracket that holds a number alone, behind its name: 过程性信息（41件）
};

bool has_numeral(const Sentence& sentence, std::uint32_t from, std::uint32_t to) {
  const auto next = std::lower_bound(sentence.numerals.begin(), sentence.numerals.end(), from,
                                     [](const Numeral& n, std::uint32_t at) { return n.begin < at; });
  return next != sentence.numerals.end() && next->begin < to;
}

// A number alone in the bracket, and no number right before it.
bool holds_a_number(const Sentence& sentence, std::uint32_t open, std::uint32_t close) {
  const auto next = std::lower_bound(sentence.numerals.begin(), sentence.numerals.end(), open,
                                     [](const Numeral& n, std::uint32_t at) { return n.begin < at; });
  if (next == sentence.numerals.end() || next->begin != open + 1 || next->end != close ||
      next->quantity.percent)
    return false;
  return open > sentence.begin && is_han(sentence.passage->text[open - 1]) &&
         (next == sentence.numerals.begin() || std::prev(next)->end != open);
}

std::vector<Mark> marks_of(const std::vector<Divider>& dividers, const Sentence& sentence) {
  std::vector<Mark> marks;
  for (const Divider& divider : dividers) marks.push_back({divider.kind, divider.at});
  std::vector<std::size_t> partner(marks.size()), open;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].kind == u'(') open.push_back(i);
    if (marks[i].kind != u')' || open.empty()) continue;
    partner[open.back()] = i;
    marks[i].paired = marks[open.back()].paired = true;
    open.pop_back();
  }
  std::uint32_t covered = 0;  // up to here everything lies in an aside already found
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].kind != u'(' || !marks[i].paired) continue;
    Mark& close = marks[partner[i]];
    marks[i].aside = close.aside = marks[i].at < covered || !has_numeral(sentence, marks[i].at, close.at);
    if (close.aside) covered = std::max(covered, close.at);
    else marks[i].beside = close.beside = holds_a_number(sentence, marks[i].at, close.at);
  }
  return marks;
}

// Walks words, numbers and marks together, in the order of the text.
class ClauseMaker {
 public:
  explicit ClauseMaker(Sentence& sentence) : text_(sentence.passage->text), out_(sentence) {}

  void make(const std::vector<Mark>& marks) {
    open(out_.begin, -1, -1, 0, false);
    for (const Mark& mark : marks) {
      take_until(mark.at);
      pass(mark);
    }
    take_until(out_.end);
    const bool stopped = out_.end > out_.begin && one_of(text_[out_.end - 1], u"。!?");
    for (const Open& open : open_)
      out_.clauses[open.clause].end = std::max(out_.clauses[open.clause].begin, out_.end - stopped);
    out_.hits = std::move(kept_);
  }

 private:
  struct Open {
    std::uint32_t clause;
    bool has_number;
  };

  // A clause in a bracket of its own, or the sentence's first.
  void open(std::uint32_t begin, int before, int outer, char16_t opened_by, bool after_numeral) {
    out_.clauses.push_back(
        {begin, begin, static_cast<int>(open_.size()), before, outer, opened_by, after_numeral});
    open_.push_back({static_cast<std::uint32_t>(out_.clauses.size() - 1), false});
  }

  void take_until(std::uint32_t at) {
    for (; hit_ < out_.hits.size() && out_.hits[hit_].begin < at; ++hit_) {
      out_.hits[hit_].clause = open_.back().clause;
      (asides_ > 0 ? out_.asides : kept_).push_back(out_.hits[hit_]);
    }
    for (; numeral_ < out_.numerals.size() && out_.numerals[numeral_].begin < at; ++numeral_) {
      out_.numerals[numeral_].clause = open_.back().clause;
      open_.back().has_number = true;
    }
  }

  void pass(const Mark& mark) {
    if (mark.aside) asides_ += mark.kind == u'(' ? 1 : -1;
    else if (asides_ > 0 || mark.beside) return;
    else if (mark.kind == u'(') enter_bracket(mark);
    else if (mark.kind == u')') leave_bracket(mark);
    else if (mark.kind != u'、' || open_.back().has_number || number_left_out(mark.at)) divide(mark);
  }

  void enter_bracket(const Mark& mark) {
    if (!mark.paired) return;
    const bool after_numeral = numeral_ > 0 && out_.numerals[numeral_ - 1].end == mark.at;
    open(mark.at + 1, -1, static_cast<int>(open_.back().clause), u'(', after_numeral);
  }

  void leave_bracket(const Mark& mark) {
    out_.clauses[open_.back().clause].end = mark.at;
    if (open_.size() > 1) open_.pop_back();
  }

  void divide(const Mark& mark) {
    const std::uint32_t before = open_.back().clause;
    out_.clauses[before].end = mark.at;
    const int outer = out_.clauses[before].outer;
    const bool after_numeral = out_.clauses[before].after_numeral;
    open_.pop_back();
    open(mark.at + 1, static_cast<int>(before), outer, mark.kind, after_numeral);
  }

  // 予以公开件、部分公开4件: an item of a list all the same.
  bool number_left_out(std::uint32_t at) const {
    if (kept_.size() < 2 || text_[at - 1] != u'件') return false;
    const Hit &last = kept_.back(), &outcome = kept_[kept_.size() - 2];
    return (last.senses & sense::glue) && (outcome.senses & sense::outcome) && outcome.end + 1 == at;
  }

  std::u16string_view text_;
  Sentence& out_;
  std::vector<Open> open_;  // innermost last
  std::vector<Hit> kept_;
  std::size_t hit_ = 0, numeral_ = 0;
  int asides_ = 0;
};

}  // namespace

void make_clauses(const std::vector<Divider>& dividers, Sentence& sentence) {
  ClauseMaker(sentence).make(marks_of(dividers, sentence));
}

}  // namespace nianbao::prose
