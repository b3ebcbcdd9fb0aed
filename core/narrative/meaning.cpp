#include "narrative/meaning.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr Senses heads = objects | outcome | applicant | result | direct | after;
constexpr Senses request_verbs = take_new | take | accept | process | conclude | reply | carry | pending;
constexpr Senses document_verbs = issue | repeal | in_force | publish;

// The units in which requests and cases are counted; 期, 场, 篇 count something else whatever the words say.
bool counts_requests(const Unit& unit) {
  return unit.kind == UnitKind::none ||
         (unit.kind == UnitKind::count &&
          one_of(unit.name(), {u"件", u"宗", u"条", u"份", u"个", u"封", u"项", u"起", u"次", u"例", u"笔"}));
}
bool counts_documents(const Unit& unit) {
  return counts_requests(unit) || one_of(unit.name(), {u"部", u"篇"});
}

const Hit* last_of(const std::vector<Hit>& hits, Senses senses) {
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit)
    if (hit->senses & senses) return &*hit;
  return nullptr;
}

const Hit* first_of(const std::vector<Hit>& hits, Senses senses) {
  for (const Hit& hit : hits)
    if (hit.senses & senses) return &hit;
  return nullptr;
}

class Resolver {
 public:
  Resolver(const Sentence& sentence, std::size_t numeral, const Around& around, const Context& context)
      : sentence_(sentence), numeral_(sentence.numerals[numeral]), around_(around), context_(context) {}

  Meaning resolve() {
    const Senses all_senses = around_.lead_senses | around_.tail_senses;
    find_head();
    meaning_.head = head_ == nullptr ? 0 : head_->senses;
    meaning_.span = span(all_senses);
    meaning_.scope = scope();
    Measure& m = meaning_.measure;
    m = measure();
    meaning_.change = is_change();
    if (meaning_.change || (all_senses & (plan | average)) || excluded_channel()) m = nothing();
    if (m.count == Count::unknown || m.count == Count::nothing) return std::move(meaning_);
    if ((all_senses & (negation | limiting)) || residue() || meaning_.span != Span::this_year || numeral_.rhetorical) m.hard = false;
    if (head_ != nullptr && ((head_->senses & soft) || some_of_them())) m.hard = false;
    followed_by_a_noun(m);
    return std::move(meaning_);
  }

 private:
  static Measure nothing() {
    Measure m;
    m.count = Count::nothing;
    return m;
  }
  static Measure unknown() { return {}; }

  // The word that says what is counted: the nearest before the number, else the first behind it.
  void find_head() {
    head_ = last_of(around_.lead, heads);
    in_tail_ = head_ == nullptr;
    if (!in_tail_ && !(head_->senses & foreign) && joined_to_foreign()) mixed_ = true;
    // 收到4件政府信息公开申请: the verb stands before, the object behind, whatever stood before the verb.
    const Hit* behind = first_of(around_.tail, heads);
    const Hit* verb = last_of(around_.lead, take_new | sense::take | accept | process);
    if (!in_tail_ && (head_->senses & foreign) && verb != nullptr && verb->begin > head_->begin && behind != nullptr &&
        (behind->senses & (request | application))) {
      head_ = behind;
      in_tail_ = true;
    }
    if (in_tail_ && head_ == nullptr && !(around_.lead_senses & (carry | conclude | reply | issue | repeal | in_force | pending)))
      head_ = behind;
    verbs_ = around_.lead_senses & (request_verbs | document_verbs);
    if (verbs_ == 0 && (in_tail_ || around_.lead.empty())) verbs_ = around_.tail_senses & (request_verbs | document_verbs);
    in_tail_ = in_tail_ && head_ != nullptr;
  }

  // 答复群众咨询和政府信息公开申请35件 counts both.
  bool joined_to_foreign() const {
    const Hit* other = nullptr;
    for (const Hit& hit : around_.lead) {
      if (&hit == head_) break;
      if (hit.senses & foreign) other = &hit;
    }
    if (other == nullptr) return false;
    return one_of(sentence_.text(other->end, head_->begin), {u"、", u"和", u"及", u"与", u"以及"});
  }

  Measure measure() const {
    if (numeral_.unit.kind == UnitKind::money) return money();
    if (numeral_.unit.kind != UnitKind::count && numeral_.unit.kind != UnitKind::none) return nothing();
    if (mixed_) return nothing();
    if (fee_case()) return counted(Count::fee_cases);
    if (head_ == nullptr) return counts_documents(numeral_.unit) ? headless() : nothing();
    if (head_->senses & foreign) return nothing();
    if (head_->senses & (review | suit | direct | after)) return proceedings();
    if (head_->senses & result) return context_.proceedings() != 0 ? proceedings() : headless();
    if (head_->senses & (document | regulation)) return documents();
    if (head_->senses & decision) return keyed(Count::decisions, {head_->key}, false);
    if (head_->senses & outcome) return outcomes();
    if (head_->senses & applicant) return applicants();
    if (head_->senses & (request | application)) return requests();
    return unknown();
  }

  static Measure counted(Count count) {
    Measure m;
    m.count = count;
    return m;
  }
  static Measure keyed(Count count, std::vector<std::string_view> keys, bool hard) {
    Measure m = counted(count);
    m.keys = std::move(keys);
    m.hard = hard;
    return m;
  }

  Measure money() const {
    const bool about_fee = ((around_.lead_senses | around_.tail_senses | context_.topic()) & fee) != 0;
    return about_fee ? counted(Count::fee_amount) : nothing();
  }

  bool fee_case() const {
    if (!counts_requests(numeral_.unit)) return false;
    if ((around_.lead_senses | around_.tail_senses) & fee) return true;
    return (context_.topic() & fee) && (head_ == nullptr || (head_->senses & (request | application)));
  }

  // No object in sight: 办结930件, 共12件.
  Measure headless() const {
    const Senses topic = context_.topic();
    if (verbs_ == 0) return topic & foreign ? nothing() : unknown();
    if ((verbs_ & (issue | repeal | in_force)) && (topic & (document | regulation))) return documents();
    if (topic & foreign) return nothing();
    if ((verbs_ & carry) && (topic & (review | suit)) == 0) return requests();
    if ((topic & request) && (verbs_ & request_verbs)) return requests();
    if (verbs_ & publish) return nothing();
    return topic == 0 ? unknown() : nothing();
  }

  Measure requests() const {
    if (!counts_requests(numeral_.unit)) return nothing();
    if (head_ != nullptr && (head_->senses & application) && !(head_->senses & request) && !speaks_of_requests())
      return nothing();
    if (verbs_ & carry) return carried();
    if ((verbs_ & pending) && is_carried_on()) return counted(Count::carried_forward);
    Measure m;
    const auto take = [&](Senses verb, Count count) {
      if (!(verbs_ & verb)) return;
      if (m.count == Count::unknown) m.count = count;
      else m.also.push_back(count);
    };
    take(take_new, Count::new_requests);
    take(sense::take, Count::received);
    take(accept, Count::accepted);
    take(conclude, Count::concluded);
    take(reply, Count::replied);
    if (m.count == Count::unknown) take(process, Count::processed);
    if (m.count == Count::unknown && (verbs_ & pending)) m = keyed(Count::carried_forward, {}, false);
    // 政府信息公开申请12件: received or handled.
    if (m.count == Count::unknown) {
      m.count = Count::processed;
      m.hard = head_ != nullptr && !in_tail_;
    }
    return m;
  }

  // 未办结2件转入下年度; 尚有2件未办结，结转下年: what became of them stands behind.
  bool is_carried_on() const {
    const auto onwards = [](Senses senses) { return (senses & carry) && (senses & next_year); };
    if (onwards(around_.tail_senses)) return true;
    for (std::uint32_t next = numeral_.clause + 1; next < sentence_.clauses.size(); ++next) {
      const Clause& clause = sentence_.clauses[next];
      if (clause.before != static_cast<int>(numeral_.clause)) continue;
      std::vector<Hit> hits;
      add_hits(sentence_, next, clause.begin, clause.end, hits);
      return !has_numeral(sentence_, next) && onwards(senses_of(hits));
    }
    return false;
  }

  bool speaks_of_requests() const { return ((context_.topic() | around_.lead_senses) & request) || (verbs_ & carry); }

  // Which way: by 上年 and 下年, else by the year against the report's, else by whether the year stands before 结转.
  Measure carried() const {
    if (context_.topic() & foreign && head_ == nullptr) return nothing();
    const Senses senses = around_.lead_senses | around_.tail_senses;
    const bool next = senses & next_year, last = senses & last_year;
    if (next != last) return counted(next ? Count::carried_forward : Count::carried_over);
    const std::vector<Hit>& hits = (around_.lead_senses & carry) ? around_.lead : around_.tail;
    const Hit* carrying = first_of(hits, carry);
    const int report_year = context_.report().year;
    for (const Hit& hit : hits) {
      if (!(hit.senses & year)) continue;
      if (report_year != 0 && hit.year == report_year + 1) return counted(Count::carried_forward);
      if (report_year != 0 && hit.year == report_year - 1) return counted(Count::carried_over);
      if (report_year == 0) return counted(hit.begin > carrying->begin ? Count::carried_forward : Count::carried_over);
    }
    return keyed(Count::carried, {}, false);
  }

  Measure outcomes() const {
    if (!counts_requests(numeral_.unit)) return nothing();
    if (context_.topic() & (foreign | document | review | suit)) return nothing();
    if (context_.topic() == 0 && (around_.lead_senses & foreign)) return nothing();  // 对涉企信息予以公开
    Measure m = counted(Count::outcome);
    for (const Hit& hit : in_tail_ ? around_.tail : around_.lead) {
      if (!(hit.senses & outcome)) continue;
      m.hard = m.hard && !(hit.senses & soft);
      // 不予公开中属于国家秘密的: a group and one of its rows are not added up.
      for (std::string_view key : m.keys) m.alternatives = m.alternatives || in_group(key, hit.key) || in_group(hit.key, key);
      if (std::find(m.keys.begin(), m.keys.end(), hit.key) == m.keys.end()) m.keys.push_back(hit.key);
      if (in_tail_) break;
    }
    if (around_.lead_senses & (take_new | sense::take | accept)) m.hard = false;
    if (in_tail_) m.hard = false;
    return m;
  }

  static bool in_group(std::string_view row, std::string_view group) {
    return row.size() > group.size() && row.substr(0, group.size()) == group;
  }

  Measure applicants() const {
    if (!counts_requests(numeral_.unit) && numeral_.unit.kind != UnitKind::people) return nothing();
    if (!(context_.topic() & request) && !((around_.lead_senses | around_.tail_senses) & (request | application))) return nothing();
    Measure m = counted(Count::applicants);
    m.hard = !in_tail_;
    for (const Hit& hit : in_tail_ ? around_.tail : around_.lead) {
      if (!(hit.senses & applicant)) continue;
      m.hard = m.hard && !(hit.senses & soft);
      if (hit.senses & organisation)
        m.keys = {"businesses", "research_institutions", "public_interest_organisations", "legal_service_providers",
                  "other_organisations"};
      else
        m.keys.push_back(hit.key);
      if (in_tail_) break;
    }
    return m;
  }

  Measure proceedings() const {
    if (!counts_requests(numeral_.unit)) return nothing();
    if ((context_.guards() | around_.lead_senses) & (filed | as_body)) return nothing();
    const std::vector<Hit>& hits = in_tail_ ? around_.tail : around_.lead;
    const Hit* named = in_tail_ ? first_of(hits, review | suit) : last_of(hits, review | suit);
    const Senses of = named != nullptr ? named->senses : context_.proceedings();
    Measure m = counted(of & suit ? Count::suits : Count::review);
    if (of & direct) m.group = "direct_suits";
    if (of & after) m.group = "suits_after_review";
    if (named != nullptr && joins_both(hits, named)) m.also.push_back(m.count == Count::suits ? Count::review : Count::suits);
    if (const Hit* how = in_tail_ ? nullptr : last_of(hits, result)) {
      m.keys.push_back(how->key);
      m.hard = !(how->senses & soft);
    }
    if (named != nullptr && (named->senses & soft)) m.hard = false;
    const bool as_party = context_.disclosure() || (around_.lead_senses & (disclosure | request));
    const bool worked_on = verbs_ & (sense::take | accept | process | conclude | carry);
    if (!as_party && worked_on) return nothing();
    if ((!as_party && !context_.passage_disclosure()) || (verbs_ & carry)) m.hard = false;
    return m;
  }

  // 行政复议、行政诉讼0件 counts both.
  bool joins_both(const std::vector<Hit>& hits, const Hit* named) const {
    const Senses other = named->senses & suit ? review : suit;
    const Hit* before = nullptr;
    for (const Hit& hit : hits) {
      if (hit.begin >= named->begin) break;
      if (hit.senses & other) before = &hit;
    }
    return before != nullptr && one_of(sentence_.text(before->end, named->begin), {u"、", u"和", u"及", u"与", u"或", u"以及", u"、被"});
  }

  Measure documents() const {
    if (!counts_documents(numeral_.unit)) return nothing();
    Measure m = counted(Count::documents);
    const Senses topic = head_ != nullptr && (head_->senses & (document | regulation)) ? head_->senses : context_.topic();
    m.row = topic & regulation && !(topic & document) ? "regulations" : "normative_documents";
    const Senses verb = verbs_ & document_verbs;
    if (verb & in_force) m.keys.push_back("in_force");
    if ((verb & issue) && !(verb & repeal)) m.keys.push_back("issued");
    if (verb & repeal) m.keys.push_back("repealed");
    const Hit* how = last_of(around_.lead, document_verbs);
    m.hard = m.keys.size() == 1 && !in_tail_ && how != nullptr && !(how->senses & soft) && !(verb & publish);
    return m;
  }

  bool is_change() const { return (around_.lead_senses & (rise | fall)) != 0; }

  // 涉及征地补偿的政府信息公开申请: not all of them. 收到的政府信息公开申请: all.
  bool some_of_them() const {
    if (!(head_->senses & (request | application)) || in_tail_ || head_->begin <= around_.begin) return false;
    if (sentence_.passage->text[head_->begin - 1] != u'的') return false;
    const Hit* before = nullptr;
    for (const Hit& hit : around_.lead)
      if (hit.end < head_->begin) before = &hit;
    return before == nullptr || before->end + 1 != head_->begin || !(before->senses & (request_verbs | glue));
  }

  // 公布依申请公开3条便民渠道: the number counts what stands right behind it.
  void followed_by_a_noun(Measure& m) const {
    if (numeral_.end >= sentence_.clauses[numeral_.clause].end || !is_han(sentence_.passage->text[numeral_.end])) return;
    const auto hit = std::lower_bound(sentence_.hits.begin(), sentence_.hits.end(), numeral_.end,
                                      [](const Hit& h, std::uint32_t at) { return h.begin < at; });
    const bool known = hit != sentence_.hits.end() && hit->begin == numeral_.end;
    if (known && (hit->senses & foreign)) m = nothing();
    else if (!known && !in_tail_) m.hard = false;
  }

  // 网络渠道收到26件 is one channel of several; 通过网络、信函等渠道收到 is all of them.
  bool excluded_channel() const {
    int channels = 0;
    for (const Hit& hit : around_.lead) channels += (hit.senses & channel) != 0;
    return channels == 1 && !(around_.lead_senses & open_list);
  }

  Span span(Senses all_senses) const {
    Timing timing = context_.timing();
    for (const Hit& hit : around_.lead) timing.observe(hit, all_senses, context_.report().year);
    return (all_senses & carry) && timing.span == Span::other_year ? Span::this_year : timing.span;
  }

  Scope scope() const {
    Scope scope = context_.scope();
    const bool documents = meaning_.head & (document | regulation);
    for (const Hit& hit : around_.lead) {
      if (!says_whose(sentence_, hit)) continue;
      const std::u16string_view word = sentence_.text(hit.begin, hit.end);
      // Documents of 区本级 are those of the government itself.
      if (!documents || word.size() < 2 || word.substr(word.size() - 2) != u"本级") scope = context_.effective(context_.scope_of(hit, word));
    }
    return names_other_body() ? Scope::body : scope;
  }

  // 沭阳县收到申请477件: a name that is not the report's, before the verb.
  bool names_other_body() const {
    const std::u16string& agency = context_.report().agency;
    std::uint32_t at = around_.begin;
    std::u16string name;
    for (const Hit& hit : around_.lead) {
      if (hit.begin > at) name = std::u16string(sentence_.text(at, hit.begin));
      if (hit.senses & (verbs | heads)) break;
      at = hit.end;
    }
    if (name.size() < 2 || agency.empty()) return false;
    if (std::u16string_view(u"局委办院县区市镇乡厅处所会").find(name.back()) == std::u16string_view::npos) return false;
    return agency.find(name) == agency.npos && agency.find(name.substr(1)) == agency.npos;
  }

  // Words of no known meaning between what is counted and the number: 依申请公开答复书模板12件 may count anything.
  bool residue() const {
    if (head_ != nullptr && in_tail_) return head_->begin > numeral_.end + 8;
    std::uint32_t at = numeral_.begin;
    for (auto hit = around_.lead.rbegin(); hit != around_.lead.rend(); ++hit) {
      if (uncovered(hit->end, at)) return true;
      if (hit->senses & (heads | verbs)) return false;
      at = hit->begin;
    }
    return false;
  }

  bool uncovered(std::uint32_t from, std::uint32_t to) const {
    int brackets = 0;
    for (std::uint32_t i = from; i < to; ++i) {
      const char16_t c = sentence_.passage->text[i];
      brackets += c == u'(';
      brackets -= c == u')';
      if (brackets == 0 && is_han(c)) return true;
    }
    return false;
  }

  const Sentence& sentence_;
  const Numeral& numeral_;
  const Around& around_;
  const Context& context_;
  const Hit* head_ = nullptr;
  bool in_tail_ = false, mixed_ = false;
  Senses verbs_ = 0;
  Meaning meaning_;
};

}  // namespace

bool says_whose(const Sentence& sentence, const Hit& hit) {
  if (!(hit.senses & (own | wide | unit))) return false;
  const char16_t before = hit.begin > sentence.begin ? sentence.passage->text[hit.begin - 1] : u'\0';
  return before == u'\0' || std::u16string_view(u"向由经在到对从报给被受按据").find(before) == std::u16string_view::npos;
}

Meaning meaning_of(const Sentence& sentence, std::size_t numeral, const Around& around, const Context& context) {
  return Resolver(sentence, numeral, around, context).resolve();
}

}  // namespace nianbao::prose
