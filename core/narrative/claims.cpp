#include "narrative/claims.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr int most_negations = 8;  // of one clause; more is no sentence

bool joins(std::u16string_view text) {
  return one_of(text,
                {u"、", u"和", u"及", u"与", u"或", u"以及", u"也无", u"、无", u"、提起", u"、被", u"和被"});
}

std::vector<Hit> hits_of(const Sentence& sentence, std::uint32_t clause) {
  std::vector<Hit> out;
  const Clause& c = sentence.clauses[clause];
  auto hit = std::lower_bound(sentence.hits.begin(), sentence.hits.end(), c.begin,
                              [](const Hit& h, std::uint32_t at) { return h.begin < at; });
  for (; hit != sentence.hits.end() && hit->begin < c.end; ++hit)
    if (hit->clause == clause) out.push_back(*hit);
  return out;
}

Quantity exactly(Decimal value) { return {.value = value, .low = value, .high = value}; }

Measure measure_of(Count count, std::string_view group = {}) {
  Measure m;
  m.count = count;
  m.group = group;
  return m;
}

Implied zero_of(const Hit& target, std::uint32_t begin, std::uint32_t end) {
  Implied implied;
  implied.quantity = exactly(0);
  implied.begin = begin;
  implied.end = end;
  if (target.senses & (review | suit))
    implied.measure = measure_of(target.senses & suit ? Count::suits : Count::review,
                                 target.senses & direct  ? "direct_suits"
                                 : target.senses & after ? "suits_after_review"
                                                         : "");
  else if (target.senses & carry)
    implied.measure = measure_of(target.senses & next_year   ? Count::carried_forward
                                 : target.senses & last_year ? Count::carried_over
                                                             : Count::carried);
  else implied.measure = measure_of(Count::new_requests);
  return implied;
}

// One negation and what it denies.
class Denial {
 public:
  Denial(const Sentence& sentence, const std::vector<Hit>& hits, std::size_t negation, Senses topic,
         const Report& report)
      : sentence_(sentence),
        hits_(hits),
        negation_(hits[negation]),
        at_(negation),
        topic_(topic),
        report_(report) {}

  std::vector<Implied> read() {
    const std::u16string_view word = sentence_.text(negation_.begin, negation_.end);
    happens_ = one_of(word, {u"无", u"没有", u"暂无", u"尚无", u"不存在", u"未有", u"零", u"均无"});
    if (conditional() || !collect()) return {};
    std::vector<Implied> out;
    const bool proceedings = std::any_of(targets_.begin(), targets_.end(),
                                         [](const Hit& h) { return (h.senses & (review | suit)) != 0; });
    const Stretch unknown = unknown_word(sentence_, negation_.begin, targets_.back().end, report_.agency);
    if (!happens_ || unknown.length() > 0) return {};
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (targets_[i].senses & request && proceedings && !joined_to_next(i)) continue;  // 因申请引起的复议
      Hit target = targets_[i];
      if (!result_.empty() && !(target.senses & (review | suit))) continue;
      if (target.senses & carry) target.senses |= direction(target);
      out.push_back(zero_of(target, negation_.begin, targets_[i].end));
      if (!result_.empty()) out.back().measure.keys = {result_};
      if ((targets_[i].senses & review) && (targets_[i].senses & suit)) {
        out.push_back(out.back());
        out.back().measure.count = Count::review;
      }
    }
    return out;
  }

 private:
  bool conditional() const {
    const char16_t before =
        negation_.begin > sentence_.begin ? sentence_.passage->text[negation_.begin - 1] : u'\0';
    if (before == u'如' || before == u'若' || before == u'凡' || before == u'对') return true;
    const Clause& clause = sentence_.clauses[negation_.clause];
    return clause.end > clause.begin && sentence_.passage->text[clause.end - 1] == u'的';
  }

  // 上年亦无结转; 没有2021年结转的, 没有结转到2023年的
  Senses direction(const Hit& target) const {
    Senses said = target.senses & (last_year | next_year);
    for (const Hit& hit : hits_) {
      const bool beside = hit.end <= target.begin || hit.begin <= target.end + 1;
      if (said != 0 || !beside) continue;
      if (hit.end <= target.begin) said |= hit.senses & (last_year | next_year);
      if ((hit.senses & year) && hit.year == report_.year - 1) said |= last_year;
      if ((hit.senses & year) && hit.year == report_.year + 1) said |= next_year;
    }
    return said;
  }

  // 无上年结转事项: what was carried is named by what it is.
  bool names_what_was_carried(const Hit& hit) const {
    return !targets_.empty() && (targets_.back().senses & carry) &&
           one_of(sentence_.text(hit.begin, hit.end), {u"事项", u"办件", u"事务"});
  }

  // False when something else is denied.
  bool collect() {
    for (std::size_t i = at_ + 1; i < hits_.size(); ++i) {
      const Hit& hit = hits_[i];
      const Senses s = hit.senses;
      if ((s & negation) && !targets_.empty()) break;
      if (s & (fee | charge | limiting | plan | applicant))
        return false;  // 未收到科研机构的申请 denies some of them
      if (s & (review | suit)) {
        targets_.push_back(hit);
        if (s & result) result_ = hit.key;  // 无被判败诉案件
        happens_ = true;
      } else if ((s & request) || ((s & application) && (topic_ & request))) {
        if (!names_the_carried(hit)) targets_.push_back(hit);
      } else if ((s & carry) && is_what_was_carried()) {
        targets_ = {hit};
      } else if ((s & carry) &&
                 (targets_.empty() || ((targets_.back().senses & carry) &&
                                       joins(sentence_.text(targets_.back().end, hit.begin))))) {
        targets_.push_back(hit);
      } else if (one_of(sentence_.text(hit.begin, hit.end), {u"登记为", u"其他"})) {
        return false;  // 未登记为申请; 未发生其他复议
      } else if (s & (sense::take | take_new | accept)) {
        happens_ = true;
      } else if ((s & result) && proceedings_before()) {
        result_ = hit.key;  // 未出现行政复议和行政诉讼被撤销: they may have been, but not with that end
      } else if (s & (reply | conclude | outcome | pending)) {
        return false;
      } else if (s & foreign) {
        if (!is_the_doer(hit) && !foreign_allowed(i) && !names_what_was_carried(hit)) return false;
      } else if (one_of(sentence_.text(hit.begin, hit.end),
                        {u"发生", u"产生", u"引发", u"引起", u"出现", u"提出", u"有"})) {
        happens_ = true;
      }
    }
    return !targets_.empty();
  }

  // 无上年结转的申请 denies what was carried over, not applications.
  bool names_the_carried(const Hit& request) const {
    if (targets_.empty() || !(targets_.back().senses & carry)) return false;
    return !joins(sentence_.text(targets_.back().end, request.begin));
  }

  // 无申请件结转到下一年度
  bool is_what_was_carried() const {
    return targets_.size() == 1 && (targets_.back().senses & (request | application));
  }

  // 没有居民就信息公开提起复议: who does not.
  bool is_the_doer(const Hit& hit) const {
    constexpr std::u16string_view what_about = u"就因对向以提";
    return hit.begin == negation_.end && hit.end < sentence_.end &&
           what_about.find(sentence_.passage->text[hit.end]) != what_about.npos;
  }

  bool proceedings_before() const { return !targets_.empty() && (targets_.back().senses & (review | suit)); }

  // 未发生举报、投诉、行政复议 lists; 未收到对公开工作的投诉 denies something else.
  bool foreign_allowed(std::size_t i) const {
    if (proceedings_before()) return true;
    if (!targets_.empty()) return joins(sentence_.text(hits_[i - 1].end, hits_[i].begin));
    if (i + 1 >= hits_.size()) return false;
    const std::u16string_view between = sentence_.text(hits_[i].end, hits_[i + 1].begin);
    return joins(between) || (between.empty() && (hits_[i + 1].senses & foreign));  // 投诉举报、行政复议
  }

  bool joined_to_next(std::size_t i) const {
    if (i + 1 >= targets_.size()) return true;
    return joins(sentence_.text(targets_[i].end, targets_[i + 1].begin));
  }

  const Sentence& sentence_;
  const std::vector<Hit>& hits_;
  const Hit negation_;
  const std::size_t at_;
  const Senses topic_;
  std::vector<Hit> targets_;
  std::string_view result_{};  // of the cases that are denied
  const Report& report_;
  bool happens_ = false;
};

// 行政复议、行政诉讼均为零
std::vector<Implied> zero_at_end(const Sentence& sentence, std::uint32_t clause,
                                 const std::vector<Hit>& hits) {
  if (hits.size() < 2) return {};
  const Hit& last = hits.back();
  std::uint32_t end = sentence.clauses[clause].end;
  while (end > last.end && !is_han(sentence.passage->text[end - 1])) --end;
  const std::u16string_view before = sentence.text(hits[hits.size() - 2].begin, hits[hits.size() - 2].end);
  if (sentence.text(last.begin, last.end) != u"零" || end != last.end ||
      !one_of(before, {u"为", u"是", u"数为", u"数量为", u"总数为"}))
    return {};
  std::vector<Implied> out;
  for (const Hit& hit : hits)
    if (hit.senses & (request | review | suit)) out.push_back(zero_of(hit, hit.begin, last.end));
  return out;
}

// The last figure of the sentence that counts one of these.
const Figure* last_figure(const Ledger& ledger, const SentenceSoFar& so_far,
                          std::initializer_list<Count> counts) {
  for (std::size_t i = ledger.figures.size(); i > so_far.earliest(ledger); --i) {
    const Figure& figure = ledger.figures[i - 1];
    if (figure.kind != FigureKind::count) continue;
    if (std::find(counts.begin(), counts.end(), figure.measure.count) != counts.end()) return &figure;
    if (figure.measure.count != Count::unknown) return nullptr;
  }
  return nullptr;
}

// 收到1件，结转至下一年度办理; 受理3件，均已予以公开; 行政复议1件，结果维持.
std::optional<Implied> refers_back(const Sentence& sentence, std::uint32_t clause,
                                   const std::vector<Hit>& hits, const Context& context,
                                   const SentenceSoFar& so_far, const Ledger& ledger) {
  const Senses senses = senses_of(hits);
  if (hits.empty() || (senses & (negation | among | plan | limiting | foreign))) return {};
  const std::u16string_view text =
      sentence.text(sentence.clauses[clause].begin, sentence.clauses[clause].end);
  if (text.back() == u'的' || text.find(u"部分") != text.npos || text.find(u'除') != text.npos) return {};
  Implied implied;
  implied.begin = hits.front().begin;
  implied.end = hits.back().end;
  implied.measure.hard = false;
  const Figure* requests =
      last_figure(ledger, so_far, {Count::received, Count::new_requests, Count::accepted});
  const Figure* cases_before = last_figure(ledger, so_far, {Count::review, Count::suits});
  const int year_said = [&] {
    for (const Hit& hit : hits)
      if (hit.senses & year) return hit.year;
    return 0;
  }();
  if (requests != nullptr && (senses & carry) &&
      ((senses & next_year) || (year_said != 0 && year_said == context.report().year + 1))) {
    implied.measure.count = Count::carried_forward;
    implied.measure.hard = requests->quantity.value == Decimal(1);
    implied.quantity = requests->quantity;
    return implied;
  }
  if (requests != nullptr && (senses & all) && (senses & outcome)) {
    implied.measure.count = Count::outcome;
    for (const Hit& hit : hits)
      if (hit.senses & outcome) implied.measure.keys.push_back(hit.key);
    implied.quantity = requests->quantity;
    return implied;
  }
  if (cases_before != nullptr && (senses & result) && !(senses & all)) {
    implied.measure = cases_before->measure;
    implied.measure.hard = false;
    for (const Hit& hit : hits)
      if (hit.senses & result) implied.measure.keys = {hit.key};
    implied.quantity = cases_before->quantity;
    return implied;
  }
  return {};
}

std::u16string_view text_of(const Sentence& sentence, std::uint32_t clause) {
  return sentence.text(sentence.clauses[clause].begin, sentence.clauses[clause].end);
}

// 疑难申请51件，全部依法答复; 收到36件，办结34件，均按规定答复: the number before is not that of all.
bool of_some(const Ledger& ledger, const SentenceSoFar& so_far) {
  for (std::size_t i = ledger.figures.size(); i > so_far.earliest(ledger); --i) {
    const Figure& before = ledger.figures[i - 1];
    if (before.kind != FigureKind::count) continue;
    return before.cls != FigureClass::matches || before.measure.count == Count::concluded ||
           before.measure.count == Count::replied;
  }
  return false;
}

// 除2件未到期外，其他均已答复
bool excepted(const Sentence& sentence, std::uint32_t clause) {
  return sentence.text(sentence.begin, sentence.clauses[clause].end).find(u'除') != std::u16string_view::npos;
}

void add_cells(const Report& report, std::string_view table, std::string_view row, std::string_view column,
               std::vector<CellRef>& out) {
  if (const auto ref = report.ref(table, row, column)) out.push_back(*ref);
}

// Keeps an assertion whose cells can all be read.
void keep(const Report& report, Assertion assertion, Ledger& ledger) {
  for (CellRef ref : assertion.cells) {
    const ReportCell& found = report.cell(ref);
    if (!found.counted() || found.state == CellState::blank) return;
    if (found.value) assertion.sum = assertion.sum + *found.value;
  }
  if (assertion.cells.empty()) return;
  assertion.holds = assertion.sum.is_zero();
  ledger.assertions.push_back(std::move(assertion));
}

std::vector<std::string_view> groups_of(Senses seen) {
  std::vector<std::string_view> groups;
  const Senses named = seen & (review | suit);
  if ((named & review) || named == 0) groups.push_back("review");
  if (named & suit || named == 0) {
    groups.push_back("direct_suits");
    groups.push_back("suits_after_review");
  }
  return groups;
}

}  // namespace

std::vector<Implied> claims_in(const Sentence& sentence, std::uint32_t clause, Senses topic,
                               const Context& context, const SentenceSoFar& so_far, const Ledger& ledger) {
  const std::vector<Hit> hits = hits_of(sentence, clause);
  if (context.guards() & (filed | as_body)) return {};
  int negations = 0;
  std::vector<Implied> denied;
  for (std::size_t i = 0; i < hits.size() && negations < most_negations; ++i) {
    if (!(hits[i].senses & negation)) continue;
    ++negations;
    for (Implied& zero : Denial(sentence, hits, i, topic, context.report()).read())
      denied.push_back(std::move(zero));
  }
  if (!denied.empty()) return denied;
  std::vector<Implied> zeros = zero_at_end(sentence, clause, hits);
  if (!zeros.empty()) return zeros;
  if (auto implied = refers_back(sentence, clause, hits, context, so_far, ledger)) return {*implied};
  return {};
}

std::vector<Implied> further_zeros(const Sentence& sentence, const Numeral& numeral, const Around& around,
                                   const Measure& nearest) {
  std::vector<Implied> out;
  if (!numeral.quantity.value.is_zero() || !(around.lead_senses & all)) return out;
  const bool review_counted = nearest.count == Count::review || !nearest.also.empty();
  const bool suits_counted = nearest.count == Count::suits || !nearest.also.empty();
  const Hit* before = nullptr;
  for (const Hit& hit : around.lead) {
    const bool object = hit.senses & (request | review | suit);
    if (before != nullptr && object && joins(sentence.text(before->end, hit.begin))) {
      const bool is_review = before->senses & review, is_suit = before->senses & suit;
      if (!(is_review && review_counted) && !(is_suit && suits_counted))
        out.push_back(zero_of(*before, before->begin, numeral.end));
    }
    before = object ? &hit : before;
  }
  return out;
}

std::vector<Implied> results_aside(const Sentence& sentence, const Numeral& numeral, const Measure& measure) {
  if ((measure.count != Count::review && measure.count != Count::suits) || !measure.keys.empty()) return {};
  if (numeral.end >= sentence.end || sentence.passage->text[numeral.end] != u'(') return {};
  for (const Hit& hit : sentence.asides) {
    if (hit.begin < numeral.end || !(hit.senses & result)) continue;
    if (hit.begin > numeral.end + 12) break;
    Implied implied;
    implied.measure = measure;
    implied.measure.keys = {hit.key};
    implied.measure.hard = false;
    implied.quantity = numeral.quantity;
    implied.begin = hit.begin;
    implied.end = hit.end;
    return {implied};
  }
  return {};
}

void assert_in(const Sentence& sentence, std::uint32_t clause, Senses topic, const Context& context,
               const SentenceSoFar& so_far, Ledger& ledger) {
  const std::vector<Hit> hits = hits_of(sentence, clause);
  const Senses senses = senses_of(hits);
  if (hits.empty() || context.span() != Span::this_year || context.scope() != Scope::own) return;
  if (context.guards() & (filed | as_body)) return;
  if (senses_of(sentence.hits) & plan) return;  // 零败诉的目标
  const Report& report = context.report();
  Assertion assertion;
  assertion.range = sentence.passage->back(sentence.clauses[clause].begin, sentence.clauses[clause].end);
  const Senses seen = so_far.seen | senses;
  const bool about_cases = seen & (review | suit);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::u16string_view word = sentence.text(hits[i].begin, hits[i].end);
    // 生效判决均胜诉 says nothing of what is open.
    const bool won = word == u"胜诉";
    const bool upheld = (hits[i].senses & result) && hits[i].key == "upheld" &&
                        (won || !(hits[i].senses & soft)) &&
                        (word == u"结果均为维持" || (i > 0 && (hits[i - 1].senses & all)));
    const bool none_corrected = (hits[i].senses & (limiting | result)) &&
                                one_of(word, {u"败诉", u"纠错", u"被纠错"}) && i > 0 &&
                                (hits[i - 1].senses & negation) && hits[i - 1].end == hits[i].begin;
    if (!about_cases || (!upheld && !none_corrected)) continue;
    assertion.kind = upheld && !won ? Assertion::all_upheld : Assertion::none_corrected;
    for (std::string_view group : groups_of(word == u"败诉" || won ? suit : seen)) {
      add_cells(report, "proceedings", group, "corrected", assertion.cells);
      if (!upheld || won) continue;
      add_cells(report, "proceedings", group, "other", assertion.cells);
      add_cells(report, "proceedings", group, "pending", assertion.cells);
    }
    keep(report, std::move(assertion), ledger);
    return;
  }
  const bool requests = ((topic | senses) & request) && !(senses & (foreign | review | suit));
  const bool done = (senses & all) && (senses & (conclude | reply)) &&
                    !(senses & (negation | carry | limiting | plan | pending));
  if (!requests || !done || last_figure(ledger, so_far, {Count::carried_over}) != nullptr) return;
  if (of_some(ledger, so_far) || text_of(sentence, clause).find(u'或') != std::u16string_view::npos) return;
  if (excepted(sentence, clause) || (hits.front().senses & (aside | open_list))) return;
  assertion.kind = Assertion::all_concluded;
  add_cells(report, "requests", "carried_forward", "total", assertion.cells);
  keep(report, std::move(assertion), ledger);
}

}  // namespace nianbao::prose
