#include "narrative/ledger.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/limits.h"
#include "base/matching.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "narrative/against_tables.h"
#include "narrative/claims.h"
#include "narrative/meaning.h"
#include "narrative/relations.h"

namespace nianbao {
namespace {

using namespace prose;         // NOLINT(google-build-using-namespace)
using namespace prose::sense;  // NOLINT(google-build-using-namespace)

FigureKind kind_of(const Numeral& n) {
  if (n.quantity.percent) return FigureKind::percentage;
  if (n.unit.kind == UnitKind::points) return FigureKind::points;
  return n.unit.kind == UnitKind::money ? FigureKind::amount : FigureKind::count;
}

// Reads passage by passage, sentence by sentence; numbers and clauses without numbers in the order of the
// text.
class Narrator {
 public:
  explicit Narrator(const Report& report) : report_(report), context_(report) {}

  Ledger read() {
    for (const Paragraph& paragraph : report_.prose.paragraphs) {
      if (!is_narrative(paragraph)) continue;
      if (paragraph.has_marks()) read_passage(paragraph.without_marks());
      else read_passage(paragraph);
      if (ledger_.figures.size() < limits::figures) continue;
      ledger_.cut = true;
      break;
    }
    spare_mixed_scopes();
    for (const Figure& figure : ledger_.figures)
      if (const auto claim = claim_of(figure)) ledger_.claims.push_back(*claim);
    ledger_.fee_mentioned = fee_mentioned();
    return std::move(ledger_);
  }

 private:
  // Preamble and sections 一, 五 and 六 whole; of 二 to 四, of parts that the form does not have, and
  // where no section was found, what reads as sentences.
  bool is_narrative(const Paragraph& paragraph) const {
    if (paragraph.grid || (paragraph.part != Part::section && paragraph.part != Part::preamble)) return false;
    if (paragraph.section == 1 || paragraph.section >= 5 || report_.preamble.overlaps(paragraph.range))
      return true;
    const bool in_report =
        paragraph.part == Part::section || (report_.section_order.empty() && report_.preamble.empty());
    return in_report && reads_as_sentence(paragraph.text);
  }

  void read_passage(const Paragraph& passage) {
    if (passage.section != section_) heading_ = 0;
    section_ = passage.section;
    if (passage.heading) heading_ = heading_senses(passage);
    context_.begin_passage(heading_, passage.section);
    const std::size_t first = ledger_.figures.size(), first_assertion = ledger_.assertions.size();
    for (std::uint32_t at = 0; at < passage.text.size() && ledger_.figures.size() < limits::figures;) {
      const Sentence sentence = read_sentence(passage, at);
      read_sentence_figures(sentence);
      at = sentence.end;
      ++sentence_;
    }
    spare_partitions(first);
    find_balance(report_, first, ledger_);
    withdraw_claims(first, first_assertion);
  }

  // 新收19件，予以公开14件；上年结转2件，予以公开1件，其他处理1件: where an outcome is told twice, all are
  // told in parts.
  void spare_partitions(std::size_t first) {
    std::map<std::vector<std::string_view>, Decimal> told;
    bool in_parts = false;
    for (std::size_t i = first; i < ledger_.figures.size(); ++i) {
      const Figure& f = ledger_.figures[i];
      if (f.measure.count != Count::outcome || f.word) continue;
      const auto [before, is_new] = told.emplace(f.measure.keys, f.quantity.value);
      in_parts = in_parts || (!is_new && before->second != f.quantity.value);
    }
    if (!in_parts) return;
    for (std::size_t i = first; i < ledger_.figures.size(); ++i) {
      Figure& f = ledger_.figures[i];
      if (f.measure.count == Count::outcome && !f.word && f.cls == FigureClass::contradicts &&
          is_less_than_held(f))
        f.cls = FigureClass::not_about_tables;
    }
  }

  static bool is_less_than_held(const Figure& f) {
    return f.held.front().value && f.quantity.value < *f.held.front().value;
  }

  // 均已答复，2件结转下年: the paragraph says itself that not all were done.
  void withdraw_claims(std::size_t first_figure, std::size_t first_assertion) {
    const auto forwards = [](const Figure& f) {
      return f.measure.count == Count::carried_forward && !f.quantity.value.is_zero();
    };
    if (std::none_of(ledger_.figures.begin() + static_cast<std::ptrdiff_t>(first_figure),
                     ledger_.figures.end(), forwards))
      return;
    auto& all = ledger_.assertions;
    all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(first_assertion), all.end(),
                             [](const Assertion& a) { return a.kind == Assertion::all_concluded; }),
              all.end());
  }

  static Senses heading_senses(const Paragraph& passage) {
    const Sentence sentence = read_sentence(passage, 0);
    return senses_of(sentence.hits);
  }

  // A number or, where a clause has none, the clause itself.
  struct Event {
    std::uint32_t at;
    bool is_clause;
    std::uint32_t index;
  };

  std::vector<Event> events(const Sentence& sentence) const {
    std::vector<bool> has_number(sentence.clauses.size(), false);
    std::vector<Event> out;
    for (std::uint32_t i = 0; i < sentence.numerals.size(); ++i) {
      out.push_back({sentence.numerals[i].begin, false, i});
      if (!sentence.numerals[i].rhetorical) has_number[sentence.numerals[i].clause] = true;
    }
    for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i)
      if (!has_number[i]) out.push_back({sentence.clauses[i].end, true, i});
    sort_by(out, [](const Event& a, const Event& b) { return a.at < b.at; });
    return out;
  }

  void read_sentence_figures(const Sentence& sentence) {
    context_.begin_sentence();
    so_far_ = {static_cast<std::uint32_t>(ledger_.figures.size()), 0};
    next_hit_ = 0;
    whose_ = nullptr;
    clause_senses_.assign(sentence.clauses.size(), 0);
    for (const Hit& hit : sentence.hits) clause_senses_[hit.clause] |= hit.senses;
    Counted counted{sentence, std::vector<std::uint32_t>(sentence.numerals.size(), Counted::none),
                    ledger_.sums.size()};
    for (const Event& event : events(sentence)) {
      if (event.is_clause) read_clause(sentence, event.index);
      else counted.figure[event.index] = read_numeral(sentence, event.index);
    }
    observe_until(sentence, sentence.end);
    let_neighbours_decide(so_far_.first_figure);
    clause_base_ += static_cast<std::uint32_t>(sentence.clauses.size());
    find_sums(counted, ledger_);
    find_shares(counted, report_, ledger_);
    find_growths(counted, ledger_);
    find_gaps(counted, ledger_);
    find_fees(counted, ledger_);
  }

  // 全省处理1094件，答复1022件，结转72件: whose numbers they are is told by those that agree. Two of them
  // must, or one that is no small number, before a third is held to its cell.
  void let_neighbours_decide(std::size_t first) {
    std::map<std::pair<Scope, Count>, int> agreeing;
    for (std::size_t i = first; i < ledger_.figures.size(); ++i) {
      const Figure& f = ledger_.figures[i];
      if (f.cls != FigureClass::matches || f.word || f.quantity.value.is_zero()) continue;
      constexpr std::int64_t no_small_number = 10;
      agreeing[{f.scope, family(f)}] += f.quantity.value >= Decimal(no_small_number) ? 2 : 1;
    }
    if (agreeing.empty()) return;
    for (std::size_t i = first; i < ledger_.figures.size(); ++i) {
      Figure& f = ledger_.figures[i];
      if (!f.measure.leans || f.cls != FigureClass::not_about_tables || f.held.empty()) continue;
      if (!f.quantity.exact() || f.span != Span::this_year || agreeing[{f.scope, family(f)}] < 2) continue;
      const auto known = [&](const Combination& c) {
        return c.value.has_value() && !f.quantity.allows(*c.value);
      };
      if (std::all_of(f.held.begin(), f.held.end(), known)) f.cls = FigureClass::contradicts;
    }
  }

  // Figures that are told together: of applications, of reviews and suits, and each of the rest.
  static Count family(const Figure& f) {
    const Count count = f.measure.count;
    if (count == Count::documents || count == Count::decisions || count == Count::applicants) return count;
    return count == Count::review || count == Count::suits ? Count::review : Count::received;
  }

  // 一是答复质量不高，复议被纠错6件；二是无法提供498件
  bool begins_item(const Sentence& sentence, std::uint32_t at) const {
    constexpr std::u16string_view numbers = u"一二三四五六七八九十";
    const std::u16string_view words = sentence.text(at, sentence.end);
    return context_.tells_problems() && words.size() > 2 && one_of(words[0], numbers) && words[1] == u'是';
  }

  void observe_until(const Sentence& sentence, std::uint32_t at) {
    for (; next_hit_ < sentence.hits.size() && sentence.hits[next_hit_].begin < at; ++next_hit_) {
      const Hit& hit = sentence.hits[next_hit_];
      const std::uint32_t begin = sentence.clauses[hit.clause].begin;
      if (hit.begin == begin && begins_item(sentence, begin)) context_.begin_item();
      context_.at_depth(sentence.clauses[hit.clause].depth);
      context_.observe(hit, clause_senses_[hit.clause]);
      if (says_whose(sentence, hit)) {
        const bool joined =
            whose_ != nullptr && context_.scope() == Scope::own && joins_own(sentence, *whose_, hit);
        whole_area_told_ |= (hit.senses & wide) != 0;
        if (!joined) context_.say_scope(context_.scope_of(hit, sentence.text(hit.begin, hit.end)));
        whose_ = &hit;
      }
      so_far_.seen |= hit.senses;
    }
  }

  void read_clause(const Sentence& sentence, std::uint32_t clause) {
    observe_until(sentence, sentence.clauses[clause].begin);
    const Senses topic = context_.topic();
    observe_until(sentence, sentence.clauses[clause].end);
    for (Implied& implied : claims_in(sentence, clause, topic, context_, so_far_, ledger_))
      imply(sentence, clause, std::move(implied));
    assert_in(sentence, clause, topic, context_, so_far_, ledger_);
  }

  void imply(const Sentence& sentence, std::uint32_t clause, Implied implied) {
    Figure f = place(sentence, clause, implied.begin, implied.end);
    f.quantity = implied.quantity;
    f.word = true;
    f.measure = std::move(implied.measure);
    f.span = context_.span();
    f.scope = context_.scope();
    hold_against_tables(report_, f);
    ledger_.figures.push_back(std::move(f));
  }

  Figure place(const Sentence& sentence, std::uint32_t clause, std::uint32_t begin, std::uint32_t end) const {
    Figure f;
    const Clause& c = sentence.clauses[clause];
    f.range = sentence.passage->back(begin, end);
    f.clause = sentence.passage->back(std::min(c.begin, begin), std::max(c.end, end));
    f.section = sentence.passage->section;
    f.sentence = sentence_;
    f.depth = c.depth;
    f.clause_id = clause_base_ + clause;
    return f;
  }

  std::uint32_t read_numeral(const Sentence& sentence, std::uint32_t index) {
    const Numeral& n = sentence.numerals[index];
    const Around words = around(sentence, index);
    observe_until(sentence, std::max(words.begin, sentence.clauses[n.clause].begin));
    context_.at_depth(sentence.clauses[n.clause].depth);
    if (words.begin == sentence.clauses[n.clause].begin) {
      if (sentence.clauses[n.clause].opened_by == u';') context_.begin_part();
      if (begins_item(sentence, words.begin)) context_.begin_item();
    }
    Figure f = place(sentence, n.clause, n.begin, n.end);
    f.quantity = n.quantity;
    f.kind = kind_of(n);
    f.unit = n.unit.name();
    if (f.kind == FigureKind::percentage || f.kind == FigureKind::points) {
      f.measure.count = Count::nothing;
      f.cls = FigureClass::not_about_tables;
      return add(std::move(f));
    }
    const Meaning meaning = meaning_of(sentence, index, words, context_);
    f.measure = meaning.measure;
    if (meaning.scope == Scope::body)
      context_.say_scope(Scope::body);  // what follows in the sentence is that body's
    if (f.measure.count == Count::applicants && context_.last_outcome().size() == 1)
      f.measure.row = context_.last_outcome().front();
    f.scope = meaning.scope;
    f.span = meaning.span;
    f.change = meaning.change;
    f.measure.frame = meaning.frame;
    if (meaning.unknown.length() > 0)
      f.unknown = sentence.passage->back(meaning.unknown.begin, meaning.unknown.end);
    context_.counted(f.measure, meaning.head);
    if (meaning.part) context_.split();
    if (meaning.some) context_.turn_to_some();
    hold(f);
    // Some word is not known and nothing agrees: there is no telling what it counts.
    if (meaning.unknown.length() > 0 && f.cls == FigureClass::not_about_tables && !f.held.empty()) {
      f.cls = FigureClass::not_understood;
      f.held.clear();
    }
    constexpr Senses coming_in = sense::take_new | sense::take | sense::accept | sense::process;
    const bool something_else =
        meaning.unknown.length() > 0 && (words.lead_senses & coming_in) && !(words.lead_senses & objects);
    if (something_else && f.cls != FigureClass::matches) context_.lose_topic();
    if (n.rhetorical && f.cls != FigureClass::matches && f.cls != FigureClass::contradicts)
      return Counted::none;
    const Measure measure = f.measure;
    const std::uint32_t added = add(std::move(f));
    for (Implied& zero : further_zeros(sentence, n, words, measure))
      imply(sentence, n.clause, std::move(zero));
    for (Implied& result : results_aside(sentence, n, measure)) imply(sentence, n.clause, std::move(result));
    return added;
  }

  void hold(Figure& f) const {
    switch (f.measure.count) {
      case Count::unknown: f.cls = FigureClass::not_understood; break;
      case Count::nothing:
      case Count::fee_cases:
      case Count::fee_amount: f.cls = FigureClass::not_about_tables; break;
      default: hold_against_tables(report_, f);
    }
  }

  std::uint32_t add(Figure f) {
    ledger_.figures.push_back(std::move(f));
    return static_cast<std::uint32_t>(ledger_.figures.size() - 1);
  }

  // Where a report tells of the whole county and of its own office, a figure without a scope may be either:
  // when another figure of the same meaning agrees with the table, this one is taken to be the other's.
  void spare_mixed_scopes() {
    std::set<Count> of_others;
    if (whole_area_told_) of_others.insert(Count::documents);  // 以市政府名义 beside 全市
    for (const Figure& f : ledger_.figures)
      if (f.scope != Scope::own && f.measure.count != Count::nothing && f.measure.count != Count::unknown)
        of_others.insert(family(f));
    if (of_others.empty()) return;
    const bool whole_area =
        report_.agency_kind == AgencyKind::government;  // anything may be the office's own
    const auto counts = [](const Measure& m) { return std::make_tuple(m.count, m.keys, m.row, m.group); };
    std::set<std::tuple<Count, std::vector<std::string_view>, std::string_view, std::string_view>> matched;
    for (const Figure& f : ledger_.figures)
      if (f.cls == FigureClass::matches) matched.insert(counts(f.measure));
    for (Figure& f : ledger_.figures) {
      if (f.cls != FigureClass::contradicts || matched.count(counts(f.measure)) == 0) continue;
      if (!whole_area && of_others.count(family(f)) == 0) continue;
      f.cls = FigureClass::not_about_tables;
      f.scope = Scope::body;
    }
  }

  // Anywhere in the report; in section 六 also in other words: 没有收取任何费用.
  bool fee_mentioned() const {
    const std::u16string text = folded(report_.document->view(report_.body.empty() ? whole() : report_.body));
    if (text.find(u"信息处理费") != text.npos || text.find(u"信息公开处理费") != text.npos) return true;
    const std::u16string six = folded(report_.document->view(report_.section(6).body));
    for (std::u16string_view word : {u"收费", u"收取"})
      for (auto at = six.find(word); at != six.npos; at = six.find(word, at + 1)) {
        const std::u16string_view before =
            std::u16string_view(six).substr(at < 8 ? 0 : at - 8, std::min<std::size_t>(at, 8));
        if (before.find_first_of(u"未无没零") != before.npos) return true;
      }
    return false;
  }
  Range whole() const { return {0, static_cast<std::uint32_t>(report_.document->text.size())}; }

  const Report& report_;
  Context context_;
  Ledger ledger_;
  SentenceSoFar so_far_;
  Senses heading_ = 0;
  int section_ = -1;
  int sentence_ = 0;
  std::uint32_t clause_base_ = 0;
  std::size_t next_hit_ = 0;
  bool whole_area_told_ = false;  // 全市 in a city's report
  const Hit* whose_ = nullptr;    // the last word of the sentence that says whose
  std::vector<Senses> clause_senses_;
};

}  // namespace

Ledger read_figures(const Report& report) { return Narrator(report).read(); }

std::string_view class_name(FigureClass cls) {
  switch (cls) {
    case FigureClass::matches: return "matches";
    case FigureClass::contradicts: return "contradicts";
    case FigureClass::part_of_sum: return "part_of_sum";
    case FigureClass::share_of: return "share_of";
    case FigureClass::growth_of: return "growth_of";
    case FigureClass::not_about_tables: return "not_about_tables";
    case FigureClass::not_understood: break;
  }
  return "not_understood";
}

std::string_view count_name(Count count) {
  switch (count) {
    case Count::unknown: return "unknown";
    case Count::nothing: return "nothing";
    case Count::new_requests: return "new_requests";
    case Count::received: return "received";
    case Count::accepted: return "accepted";
    case Count::processed: return "processed";
    case Count::concluded: return "concluded";
    case Count::replied: return "replied";
    case Count::carried_over: return "carried_over";
    case Count::carried_forward: return "carried_forward";
    case Count::carried: return "carried";
    case Count::outcome: return "outcome";
    case Count::applicants: return "applicants";
    case Count::review: return "review";
    case Count::suits: return "suits";
    case Count::documents: return "documents";
    case Count::decisions: return "decisions";
    case Count::fee_cases: return "fee_cases";
    case Count::fee_amount: break;
  }
  return "fee_amount";
}

}  // namespace nianbao
