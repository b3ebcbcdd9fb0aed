#include "narrative/meaning.h"

#include <algorithm>
#include <utility>

#include "base/matching.h"
#include "base/unicode.h"
#include "narrative/frames.h"
#include "narrative/known.h"
#include "report/agency.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr Senses request_verbs = take_new | take | accept | process | conclude | reply | carry | pending;
constexpr Senses document_verbs = issue | repeal | in_force | publish;
constexpr std::size_t organisation_columns = 5;  // 商业企业 to 其他

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

Measure counted(Count count) {
  Measure m;
  m.count = count;
  return m;
}

// Chooses the frame, lets it make the measure, and takes its hardness away where the sentence says less than
// it seems to.
class Resolver {
 public:
  Resolver(const Sentence& sentence, std::size_t numeral, const Around& around, const Context& context)
      : sentence_(sentence), numeral_(sentence.numerals[numeral]), around_(around), context_(context) {}

  Meaning resolve() {
    const Senses all_senses = around_.lead_senses | around_.tail_senses;
    meaning_.span = span(all_senses);
    Measure& m = meaning_.measure;
    m = measure();
    meaning_.scope = scope();
    meaning_.change = is_change();
    meaning_.some = tells_of_some(m);
    if (meaning_.change || (all_senses & average) || planned(all_senses) || one_channel())
      m = counted(Count::nothing);
    if (m.count == Count::nothing) return std::move(meaning_);
    const std::u16string& agency = context_.report().agency;
    meaning_.unknown = unknown_word(sentence_, around_.begin, said_until(), agency);
    if (m.count == Count::unknown) return std::move(meaning_);
    const bool plain = meaning_.unknown.length() == 0 && meaning_.span == Span::this_year &&
                       !numeral_.rhetorical && (all_senses & (negation | limiting)) == 0 &&
                       !(head_ != nullptr && some_of_them()) && !followed_by_a_noun() && !sorts_some();
    m.leans = plain && (m.leans || m.hard);
    m.hard = m.hard && plain && !(head_ != nullptr && is_soft(*head_));
    return std::move(meaning_);
  }

 private:
  Measure measure() {
    if (numeral_.unit.kind == UnitKind::money) return money();
    if (numeral_.unit.kind != UnitKind::count && numeral_.unit.kind != UnitKind::none &&
        numeral_.unit.kind != UnitKind::people)
      return counted(Count::nothing);
    verbs_ = around_.lead_senses & (request_verbs | document_verbs) & ~publish;
    const std::vector<Fit> fits = best_frames(around_, before());
    const bool clear = std::all_of(fits.begin(), fits.end(), [&](const Fit& f) {
      return f.frame->reads == fits.front().frame->reads &&
             f.frame->standing == fits.front().frame->standing && f.head == fits.front().head;
    });
    const Fit fit = !fits.empty() && clear ? fits.front() : Fit{};
    head_ = fit.head;
    in_tail_ = fit.head_behind;
    meaning_.head = head_ == nullptr ? 0 : head_->senses;
    verbs_ = around_.lead_senses & (request_verbs | document_verbs);
    if (verbs_ == 0 && (in_tail_ || around_.lead.empty() || head_ == nullptr))
      verbs_ = around_.tail_senses & (request_verbs | document_verbs);
    if (fee_case()) return counted(Count::fee_cases);
    if (fit.frame == nullptr)
      return counted(fits.empty() && (context_.topic() == 0 || verbs_ == 0) ? Count::unknown
                                                                            : Count::nothing);
    if (joined_to_foreign() || counts_ways() || !suits_the_unit(fit.frame->reads))
      return counted(Count::nothing);
    const bool of_a_number_told = fit.frame->reads == Reads::by_verb || fit.frame->reads == Reads::cases;
    if (of_a_number_told && is_the_rest())
      return counted(is_carried_on() ? Count::carried_forward : Count::nothing);
    const bool as_judge =
        (context_.guards() | around_.lead_senses) & as_body;  // 作为行政复议机关受理申请520件，办结498件
    if (fit.frame->reads == Reads::by_verb && as_judge && !(meaning_.head & request))
      return counted(Count::nothing);
    Measure m = filled(fit.frame->reads);
    meaning_.part = fit.frame->reads == Reads::by_verb && is_part();
    const bool done_with = fit.frame->reads == Reads::by_verb || fit.frame->reads == Reads::carried;
    const bool part = meaning_.part || (done_with && context_.is_of_some());
    m.hard = m.hard && fit.frame->standing != Standing::agrees && !part;
    meaning_.frame = fit.frame;
    return m;
  }

  // 行政事业性收费228.4万元 is a cell of 表二; 信息处理费 is not.
  Measure money() {
    if (about_fee()) return counted(Count::fee_amount);
    head_ = last_of(around_.lead, objects);
    if (head_ == nullptr || !(head_->senses & decision) || head_->key != "fees")
      return counted(Count::nothing);
    meaning_.head = head_->senses;
    Measure m = decisions();
    m.hard = false;  // there are charges that the table leaves out
    return m;
  }

  // 其余7件均已答复, 另3件已回复: what is left of a number told before.
  bool is_the_rest() const {
    const auto rest = [&](const Hit& hit) {
      return (hit.senses & aside) && ((hit.senses & these) || hit.end == numeral_.begin);
    };
    return std::any_of(around_.lead.begin(), around_.lead.end(), rest);
  }

  // 其中，市政府及市政府办公室收到申请31件; 全县受理线上信息公开申请58件，受理线下申请11件
  bool tells_of_some(const Measure& measure) const {
    const bool incoming = verbs_ & (take_new | sense::take | accept);
    if (!incoming || context_.is_split() || (around_.tail_senses & all)) return false;
    const bool splits_up = (around_.lead_senses & among) || context_.splits_up();
    const bool of_a_body = splits_up && (around_.lead_senses & (own | unit));
    return of_a_body || (one_channel() && measure.count != Count::nothing && !context_.came_in());
  }

  // 拟继续有效12件、修改3件、废止2件: what a list begins with goes for all of it.
  bool planned(Senses senses) const {
    if (senses & plan) return true;
    const Clause* clause = &sentence_.clauses[numeral_.clause];
    while (clause->opened_by == u'、' && clause->before >= 0)
      clause = &sentence_.clauses[static_cast<std::size_t>(clause->before)];
    if (clause == &sentence_.clauses[numeral_.clause]) return false;
    const std::u16string_view text = sentence_.text(clause->begin, clause->end);
    return text.starts_with(u"拟") || text.starts_with(u"建议");
  }

  // 收到26件，其中24件按期答复，1件无法提供: handled ones among others are a part.
  bool is_part() const {
    return ((around_.lead_senses & among) || context_.is_split()) &&
           (verbs_ & (process | conclude | reply | accept));
  }

  // 19项申请中延期答复3项, 收到的31份申请逐件建立台账: what is said of them behind the number does not change
  // what it counts.
  std::uint32_t said_until() const {
    if (const Hit* of_these = first_of(around_.tail, these)) return of_these->end;
    const bool of_all = !around_.tail.empty() && (around_.tail.front().senses & all) &&
                        around_.tail.front().begin == numeral_.end;
    if (of_all && !in_tail_) return numeral_.end;  // 现行有效15件全部在网站公开
    const bool counted_by_verb = around_.lead_senses & (take_new | sense::take | accept);
    const bool named = in_tail_ && head_ != nullptr && (head_->senses & (request | application));
    return counted_by_verb && named ? head_->end : around_.end;
  }

  Before before() const {
    Before out{context_.topic(), context_.proceedings()};
    out.topic |= around_.lead_senses & request;
    if (out.topic == 0 && context_.tells_problems() && names_applications())
      out.topic = request;  // 一是对收到的31件申请逐件建立台账
    // 新发布规范性文件4件，制作解读8个，废止2件: only documents are repealed.
    if ((verbs_ & repeal) && (out.topic & foreign) && (context_.lasting_topic() & document))
      out.topic = context_.lasting_topic();
    if (verbs_ == 0 && ((context_.guards() & attribute) || sorted_by_attribute())) out.topic |= attribute;
    return out;
  }

  // The number itself counts them: 受理的31件申请, 31件申请中.
  bool names_applications() const {
    const Senses near = around_.tail.empty() ? 0 : around_.tail.front().senses;
    return (near & (application | these)) && !(near & foreign) && !(around_.lead_senses & foreign);
  }

  // 主动公开38件、依申请公开429件、不予公开41件 are documents.
  bool sorted_by_attribute() const {
    for (const Numeral& n : sentence_.numerals) {
      if (n.begin >= numeral_.begin) break;
      constexpr std::u16string_view first = u"主动公开";
      if (n.begin >= sentence_.begin + first.size() && sentence_.text(n.begin - 4, n.begin) == first)
        return true;
    }
    return false;
  }

  bool suits_the_unit(Reads reads) const {
    if (reads == Reads::nothing) return true;
    if (reads == Reads::documents) return counts_documents(numeral_.unit);
    return counts_requests(numeral_.unit) ||
           (reads == Reads::applicants && numeral_.unit.kind == UnitKind::people);
  }

  Measure filled(Reads reads) const {
    switch (reads) {
      case Reads::by_verb: return by_verb();
      case Reads::incoming:
        return verbs_ != 0 && (around_.tail_senses & these) ? by_verb() : counted(Count::received);
      case Reads::incoming_sum:
        return counted(carried_before() || channels_before() ? Count::received : Count::unknown);
      case Reads::carried: return carried();
      case Reads::outcome: return outcomes();
      case Reads::applicants: return applicants();
      case Reads::cases:
      case Reads::carried_cases: return proceedings();
      case Reads::documents: return documents();
      case Reads::decisions: return decisions();
      case Reads::nothing: break;
    }
    return counted(Count::nothing);
  }

  // 答复群众咨询和政府信息公开申请35件 counts both.
  bool joined_to_foreign() const {
    if (head_ == nullptr || in_tail_ || (head_->senses & foreign)) return false;
    const Hit* other = nullptr;
    for (const Hit& hit : around_.lead) {
      if (&hit == head_) break;
      if (hit.senses & foreign) other = &hit;
    }
    if (other == nullptr) return false;
    return one_of(sentence_.text(other->end, head_->begin), {u"、", u"和", u"及", u"与", u"以及"});
  }

  // 公布依申请公开受理渠道4个: ways in which one may ask.
  bool counts_ways() const {
    for (auto hit = around_.lead.rbegin(); hit != around_.lead.rend(); ++hit) {
      const std::u16string_view word = sentence_.text(hit->begin, hit->end);
      if (one_of(word,
                 {u"渠道", u"途径", u"方式", u"形式", u"规程", u"程序", u"条例", u"格式", u"流程", u"规定"}))
        return true;
      if (!(hit->senses & total) && !one_of(word, {u"有", u"为", u"达"})) break;
    }
    return false;
  }

  // 5件因逾期未缴费不再处理 are a row of 表三.
  bool names_unpaid() const {
    const auto unpaid = [](const Hit& hit) {
      return (hit.senses & outcome) && hit.key == "other_fee_unpaid";
    };
    return std::any_of(around_.lead.begin(), around_.lead.end(), unpaid) ||
           std::any_of(around_.tail.begin(), around_.tail.end(), unpaid);
  }

  bool about_fee() const {
    return ((around_.lead_senses | around_.tail_senses | context_.topic()) & fee) != 0;
  }

  bool fee_case() const {
    if (!counts_requests(numeral_.unit) || names_unpaid()) return false;
    if ((around_.lead_senses | around_.tail_senses) & fee) return true;
    if (!around_.lead.empty() && (around_.lead.back().senses & charge)) return true;  // 依申请公开收费0件
    return (context_.topic() & fee) && (head_ == nullptr || (head_->senses & (request | application)));
  }

  // What the verbs say: 受理并办结 is either. Without a verb, received or handled.
  Measure by_verb() const {
    if ((verbs_ & pending) && is_carried_on()) return counted(Count::carried_forward);
    Measure m;
    constexpr struct {
      Senses verb;
      Count count;
    } meanings[] = {{take_new, Count::new_requests},
                    {sense::take, Count::received},
                    {accept, Count::accepted},
                    {conclude, Count::concluded},
                    {reply, Count::replied}};
    for (const auto& [verb, count] : meanings) {
      if (!(verbs_ & verb)) continue;
      if (m.count == Count::unknown) m.count = count;
      else m.also.push_back(count);
    }
    if (m.count == Count::accepted && withdrawn_before()) m.hard = false;
    if (m.count == Count::replied && withdrawn_behind()) m.hard = false;
    if (carried_inside() && m.count != Count::unknown) m.also.push_back(Count::received);
    m.hard = m.hard && !one_each() && !done_by_kind() && !done_in_time() && speaks_of_all();
    if (m.count != Count::unknown) return m;
    m.hard = ((verbs_ & process) || !(verbs_ & pending)) && numeral_.unit.name() != u"条" &&
             speaks_of_all();  // 依申请公开政府信息3880条
    m.count = (verbs_ & process) || !(verbs_ & pending) ? Count::processed : Count::carried_forward;
    return m;
  }

  // 答复167件（含上年结转9件）
  bool carried_inside() const {
    for (const Clause& clause : sentence_.clauses)
      if (clause.after_numeral && clause.begin == numeral_.end + 1)
        return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
          return hit.begin >= clause.begin && hit.begin < clause.end && (hit.senses & carry) &&
                 (hit.senses & last_year);
        });
    return false;
  }

  // 公开类答复3880件; 公开答复2947件、部分公开答复933件
  bool done_by_kind() const {
    const Hit* before = nullptr;
    for (const Hit& hit : around_.lead) {
      const bool verb = hit.senses & request_verbs;
      if (verb && hit.begin > around_.begin && sentence_.passage->text[hit.begin - 1] == u'类') return true;
      const bool publicly = before != nullptr && before->end == hit.begin && (before->senses & publish);
      if (verb && publicly && (senses_of(sentence_.hits) & outcome)) return true;
      before = &hit;
    }
    return false;
  }

  // 通过信访途径提出申请331件, 下属单位受理申请268件: not those of the whole body, whatever the words that
  // say so.
  bool speaks_of_all() const {
    constexpr Senses narrowing = foreign | cases | unit | aside | since | outcome | review | suit | result |
                                 applicant | document | regulation | attribute;
    // 通过信函、邮箱、网站等渠道收到: ways that are listed narrow nothing.
    std::uint32_t listed = 0;
    for (const Hit& hit : around_.lead)
      if ((hit.senses & open_list) && sentence_.text(hit.begin, hit.end) == u"等") listed = hit.end;
    const bool whose = around_.lead_senses & (own | wide);
    return std::none_of(around_.lead.begin(), around_.lead.end(), [&](const Hit& hit) {
      const bool each_of_them =
          !whose && hit.senses == none && sentence_.passage->text[hit.begin] == u'各';  // 各乡镇收到97件
      return hit.begin >= listed && ((hit.senses & narrowing) != 0 || each_of_them);
    });
  }

  // 5个工作日内答复1200件; 按时办结8389件，延期办结128件
  bool done_in_time() const {
    const std::u16string_view lead = sentence_.text(around_.begin, numeral_.begin);
    return lead.find(u"日内") != lead.npos || lead.find(u"天内") != lead.npos ||
           sentence_.text().find(u"延期") != lead.npos;
  }

  // 收到146件，上年结转3件，共计149件
  bool carried_before() const {
    std::vector<bool> last(sentence_.clauses.size(), false);
    for (const Hit& hit : sentence_.hits)
      if ((hit.senses & last_year) || ((hit.senses & year) && hit.year == context_.report().year - 1))
        last[hit.clause] = true;
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
      return hit.begin < numeral_.begin && (hit.senses & carry) && last[hit.clause];
    });
  }

  // 网上申请118件，快递23件，合计141件
  bool channels_before() const {
    std::vector<Senses> clauses(sentence_.clauses.size(), 0);
    for (const Hit& hit : sentence_.hits) clauses[hit.clause] |= hit.senses;
    std::size_t numbers = 0, through_channels = 0;
    for (const Numeral& n : sentence_.numerals) {
      if (n.begin >= numeral_.begin) break;
      ++numbers;
      through_channels += (clauses[n.clause] & channel) != 0;
    }
    return numbers >= 2 && numbers == through_channels;
  }

  // 收到52件，撤件34件，受理18件: what was accepted is what was left.
  bool withdrawn_before() const {
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
      return hit.begin < numeral_.begin && (hit.senses & outcome) && hit.key == "other_remaining";
    });
  }

  // 作出答复8082件，申请人撤回435件: those withdrawn were not answered; 其中撤回435件 were.
  bool withdrawn_behind() const {
    for (const Hit& hit : sentence_.hits) {
      if (hit.begin < numeral_.end) continue;
      if (hit.senses & among) return false;
      if ((hit.senses & outcome) && hit.key == "other_remaining") return true;
    }
    return false;
  }

  // 未办结2件转入下年度; 尚有2件未办结，结转下年: what became of them stands behind.
  bool is_carried_on() const {
    const int following = context_.report().year + 1;
    const auto onwards = [&](const std::vector<Hit>& hits) {
      const auto next = [&](const Hit& hit) {
        return (hit.senses & next_year) || ((hit.senses & year) && hit.year == following);
      };
      return (senses_of(hits) & carry) && std::any_of(hits.begin(), hits.end(), next);
    };
    if (onwards(around_.tail)) return true;
    for (std::uint32_t next = numeral_.clause + 1; next < sentence_.clauses.size(); ++next) {
      const Clause& clause = sentence_.clauses[next];
      if (clause.before != static_cast<int>(numeral_.clause)) continue;
      std::vector<Hit> hits;
      add_hits(sentence_, next, clause.begin, clause.end, hits);
      return !has_numeral(sentence_, next) && onwards(hits);
    }
    return false;
  }

  // Which way: by 上年 and 下年, else by the year against the report's, else by whether the year stands
  // before 结转.
  Measure carried() const {
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
      if (report_year == 0)
        return counted(hit.begin > carrying->begin ? Count::carried_forward : Count::carried_over);
    }
    Measure m = counted(Count::carried);
    m.hard = false;
    return m;
  }

  Measure outcomes() const {
    Measure m = counted(Count::outcome);
    // 申请件中11件属于行政执法案卷
    const bool behind = in_tail_ || ((around_.tail_senses & outcome) && !(around_.lead_senses & outcome));
    for (const Hit& hit : behind ? around_.tail : around_.lead) {
      if (!(hit.senses & outcome)) continue;
      m.hard = m.hard && !(hit.senses & soft);
      // 不予公开中属于国家秘密的: a group and one of its rows are not added up.
      for (std::string_view key : m.keys)
        m.alternatives = m.alternatives || in_group(key, hit.key) || in_group(hit.key, key);
      if (std::find(m.keys.begin(), m.keys.end(), hit.key) == m.keys.end()) m.keys.push_back(hit.key);
      if (hit.key == "partly_disclosed" && m.keys.size() == 1 && told_with_disclosed(hit))
        m.keys.push_back("disclosed");
      if (behind || one_each()) break;
    }
    name_row_in_bracket(m);
    if (!m.keys.empty()) {
      m.hard = m.hard && !for_a_reason() && !some_published_before();
      return m;
    }
    // 3件公开; 公开3件，不予公开2件
    const Hit* open = in_tail_ || !(around_.lead_senses & publish) ? first_of(around_.tail, publish)
                                                                   : last_of(around_.lead, publish);
    const bool answered = (around_.tail_senses & publish) || (senses_of(sentence_.hits) & outcome) ||
                          (around_.lead_senses & among);
    if (open == nullptr || open->key.empty() || !answered) return counted(Count::nothing);
    m.keys = {open->key};
    // 公开（含部分公开）3880件; 公开的3880件中，部分公开933件
    const bool of_both = std::any_of(sentence_.asides.begin(), sentence_.asides.end(), [&](const Hit& hit) {
      const bool beside = (hit.begin >= open->end && hit.end <= numeral_.begin) ||
                          (hit.begin > numeral_.end && hit.begin <= numeral_.end + 2);
      return beside && (hit.senses & outcome) && hit.key == "partly_disclosed";
    });
    if (of_both) m.keys.push_back("partly_disclosed");
    m.hard = sentence_.text(open->end, numeral_.begin) != u"的";
    return m;
  }

  // 不予公开（三类内部事务信息）3件: the bracket tells which row of the group.
  void name_row_in_bracket(Measure& m) const {
    if (m.keys.size() != 1 || in_tail_) return;
    for (const Hit& hit : sentence_.asides)
      if ((hit.senses & outcome) && hit.begin >= around_.begin && hit.end + 1 == numeral_.begin &&
          in_group(hit.key, m.keys.front()))
        m.keys.front() = hit.key;
  }

  // 公开和部分公开的7件
  bool told_with_disclosed(const Hit& partly) const {
    const std::u16string_view before = sentence_.text(sentence_.begin, partly.begin);
    return before.ends_with(u"公开和") || before.ends_with(u"公开或") || before.ends_with(u"公开及") ||
           before.ends_with(u"公开、");
  }

  // 因信访投诉不予处理331件: one reason among others.
  bool for_a_reason() const {
    bool given = false;
    for (const Hit& hit : around_.lead) {
      if (given && (hit.senses & foreign)) return true;
      given = given || one_of(sentence_.text(hit.begin, hit.end), {u"因", u"由于", u"鉴于"});
    }
    return false;
  }

  // 属于主动公开并告知获取途径的510件，同意公开的2437件: the row holds both.
  bool some_published_before() const {
    const std::u16string_view text = sentence_.text();
    for (std::u16string_view words : {u"属于主动公开", u"已主动公开", u"告知获取"})
      if (text.find(words) != text.npos) return true;
    return false;
  }

  static bool in_group(std::string_view row, std::string_view group) {
    return row.size() > group.size() && row.substr(0, group.size()) == group;
  }

  // 予以公开、部分公开分别为14件、4件: the first number is the first one's.
  bool one_each() const {
    return std::any_of(around_.lead.begin(), around_.lead.end(), [&](const Hit& hit) {
      return sentence_.text(hit.begin, hit.end).starts_with(u"分别");
    });
  }

  Measure applicants() const {
    Measure m = counted(Count::applicants);
    const bool behind = (around_.lead_senses & applicant) == 0;
    for (const Hit& hit : behind ? around_.tail : around_.lead) {
      if (!(hit.senses & applicant)) continue;
      m.hard = m.hard && !(hit.senses & soft);
      if (hit.senses & organisation)
        m.keys = {"businesses", "research_institutions", "public_interest_organisations",
                  "legal_service_providers", "other_organisations"};
      else m.keys.push_back(hit.key);
      if (behind || one_each()) break;
    }
    const bool plain_kind =
        m.keys.size() == organisation_columns || m.keys == std::vector<std::string_view>{"individuals"};
    m.leans = plain_kind && !outcome_before();
    if (outcome_before()) m.hard = false;  // 予以公开中自然人2500件、企业447件
    m.row = context_.carried_row();
    if (numeral_.unit.kind == UnitKind::people) m.hard = m.leans = false;  // people are not applications
    return m;
  }

  bool outcome_before() const {
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(),
                       [&](const Hit& hit) { return hit.begin < numeral_.begin && (hit.senses & outcome); });
  }

  Measure proceedings() const {
    // 被复议机关纠正: as the one whose decision it was
    const bool judged = (around_.lead_senses | around_.tail_senses) & result;
    Senses said = context_.guards();
    const bool of_disclosure = around_.lead_senses & (disclosure | request);
    for (const Hit& hit : around_.lead)
      if (hit.key != "party" || !of_disclosure) said |= hit.senses;
    if ((said & filed) || ((said & as_body) && !judged)) return counted(Count::nothing);
    const std::vector<Hit>& hits = in_tail_ ? around_.tail : around_.lead;
    const Hit* named = in_tail_ || one_each() ? first_of(hits, review | suit) : last_of(hits, review | suit);
    if ((named != nullptr && of_another_kind(*named)) || not_about_disclosure())
      return counted(Count::nothing);
    const Senses of = named != nullptr ? named->senses : context_.proceedings();
    Measure m = counted(of & suit ? Count::suits : Count::review);
    if (of & direct) m.group = "direct_suits";
    if (of & after) m.group = "suits_after_review";
    // 直接起诉30件，复议后起诉81件，维持17件; 行政复议97件，行政诉讼111件，维持17件: of whichever.
    m.alternatives = named == nullptr && (!m.group.empty() || both_before());
    if (named != nullptr && ((named->senses & review && named->senses & suit) || joins_both(hits, named)))
      m.also.push_back(m.count == Count::suits ? Count::review : Count::suits);
    const auto says_result = [](const Hit& hit) { return (hit.senses & result) != 0; };
    const Hit* how = one_each() ? first_of(hits, result) : last_of(hits, result);
    // 被纠正的5件复议案件; 3件复议案件中2件被纠正
    if (how == nullptr) how = in_tail_ ? last_of(around_.lead, result) : first_of(around_.tail, result);
    if (named != nullptr && in_tail_ && how != nullptr && how->begin > named->end &&
        sentence_.passage->text[named->end] == u'中')
      how = nullptr;  // 7件行政复议中被纠正1件
    if (how != nullptr) {
      m.keys.push_back(how->key);
      const bool same = std::all_of(hits.begin(), hits.end(),
                                    [&](const Hit& hit) { return !says_result(hit) || hit.key == how->key; });
      m.hard = !(how->senses & soft) && (same || one_each());  // 其他结果或者尚未审结25件
    }
    if (m.keys.empty() && (verbs_ & pending)) m.keys.push_back("pending");
    if (named == nullptr && context_.proceedings() == 0 && !context_.tells_problems())
      return counted(Count::nothing);
    if (named != nullptr ? (named->senses & soft) != 0 : context_.soft_cases()) m.hard = false;
    if (context_.guards() & as_body) m.hard = false;
    // 市政府受理的13件信息公开类行政复议: governments take reviews in as those who decide them.
    if (may_judge() && (verbs_ & accept) && !(of & suit)) m.hard = false;
    if (m.keys.empty() && some_carried(of)) m.hard = false;
    const bool as_party = context_.disclosure() || (around_.lead_senses & (disclosure | request));
    const bool worked_on =
        verbs_ & ((may_judge() ? sense::take : none) | accept | process | conclude | carry);
    if (!as_party && worked_on) return counted(Count::nothing);
    if (!as_party && !context_.passage_disclosure()) m.hard = false;
    return m;
  }

  // 全年其他类行政复议27件，行政诉讼8件; 行政应诉1宗，与信息公开无关; 因征收决定被申请行政复议9件
  bool not_about_disclosure() const {
    const std::u16string_view text = sentence_.text();
    for (std::u16string_view words :
         {u"与信息公开无关", u"与政府信息公开无关", u"非政府信息公开", u"非信息公开", u"与依申请公开无关"})
      if (text.find(words) != text.npos) return true;
    for (const Hit& hit : sentence_.hits) {
      if (hit.begin >= numeral_.end) break;
      const std::u16string_view before = sentence_.text(sentence_.begin, hit.begin);
      if ((hit.senses & (review | suit)) && (before.ends_with(u"其他") || before.ends_with(u"其他类")))
        return true;
    }
    return for_another_reason() || split_into_disclosure();
  }

  // 行政复议31件、行政诉讼9件，其中涉及政府信息公开的分别为4件和1件
  bool split_into_disclosure() const {
    const Hit* among_before = nullptr;
    for (const Hit& hit : sentence_.hits) {
      if (hit.begin < numeral_.end) continue;
      if (hit.senses & among) among_before = &hit;
      if (among_before != nullptr && (hit.senses & disclosure) && hit.clause == among_before->clause)
        return true;
    }
    return false;
  }

  // Said where the cases were spoken of: 因投诉举报处理被申请行政复议36件，其中维持22件
  bool for_another_reason() const {
    const Hit* spoken_of = nullptr;
    for (const Hit& hit : sentence_.hits)
      if ((hit.senses & (review | suit)) && hit.begin < numeral_.begin) spoken_of = &hit;
    if (spoken_of == nullptr) return false;
    const Clause& clause = sentence_.clauses[spoken_of->clause];
    Senses senses = 0;
    for (const Hit& hit : sentence_.hits)
      if (hit.begin >= clause.begin && hit.begin < spoken_of->begin) senses |= hit.senses;
    return sentence_.text(clause.begin, clause.end).starts_with(u"因") && (senses & (decision | foreign)) &&
           !(senses & (disclosure | request));
  }

  bool both_before() const {
    Senses seen = 0;
    for (const Hit& hit : sentence_.hits)
      if (hit.begin < numeral_.begin) seen |= hit.senses;
    return (seen & review) && (seen & suit);
  }

  // 起诉案件2件；上年结转起诉案件4件: the table counts both together.
  bool some_carried(Senses kind) const {
    std::vector<Senses> clauses(sentence_.clauses.size(), 0);
    for (const Hit& hit : sentence_.hits) clauses[hit.clause] |= hit.senses;
    return std::any_of(clauses.begin(), clauses.end(),
                       [&](Senses s) { return (s & carry) && (s & kind & (review | suit)); });
  }

  // Governments and bureaus of justice receive reviews as those who decide them.
  bool may_judge() const {
    const Report& report = context_.report();
    return report.agency_kind == AgencyKind::government || report.agency.empty() ||
           report.agency.find(u"司法") != std::u16string::npos;
  }

  // 行政复议、行政诉讼0件 counts both.
  bool joins_both(const std::vector<Hit>& hits, const Hit* named) const {
    const Senses other = named->senses & suit ? review : suit;
    const Hit* before = nullptr;
    for (const Hit& hit : hits) {
      if (hit.begin >= named->begin) break;
      if (hit.senses & other) before = &hit;
    }
    return before != nullptr && one_of(sentence_.text(before->end, named->begin),
                                       {u"、", u"和", u"及", u"与", u"或", u"以及", u"、被"});
  }

  Measure documents() const {
    Measure m = counted(Count::documents);
    const Senses topic =
        head_ != nullptr && (head_->senses & (document | regulation)) ? head_->senses : context_.topic();
    m.row = topic & regulation && !(topic & document) ? "regulations" : "normative_documents";
    const Senses verb = verbs_ & document_verbs;
    if (verb & in_force) m.keys.push_back("in_force");
    if ((verb & issue) && !(verb & repeal)) m.keys.push_back("issued");
    if (verb & repeal) m.keys.push_back("repealed");
    const Hit* how = last_of(around_.lead, document_verbs);
    const bool clear = how != nullptr && (!(how->senses & soft) || said_plainly_too(*how));  // 废止、失效67件
    m.hard = m.keys.size() == 1 && clear && !(verb & publish) && !shared(verb);
    // 规范性文件新增2件; 发布规范性文件2件，废止3件
    const bool one_of_the_columns =
        m.keys.empty() && ((around_.lead_senses & added) || ((verb & publish) && beside_repealed()));
    if (one_of_the_columns) m.keys.push_back("issued");
    m.hard = m.hard || one_of_the_columns;
    m.leans = m.keys.size() == 1 && clear && !shared(verb);
    return m;
  }

  bool said_plainly_too(const Hit& how) const {
    return std::any_of(around_.lead.begin(), around_.lead.end(), [&](const Hit& hit) {
      return !(hit.senses & soft) && (hit.senses & how.senses & (repeal | in_force)) &&
             hit.begin >= around_.begin;
    });
  }

  bool beside_repealed() const {
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
      const bool same_bracket =
          sentence_.clauses[hit.clause].depth == sentence_.clauses[numeral_.clause].depth;
      return hit.begin >= numeral_.end && same_bracket && (hit.senses & (repeal | in_force)) &&
             has_numeral(sentence_, hit.clause);
    });
  }

  // 新制定5件，修改6件; 废止4件、宣布失效3件: the table may hold the one or both together.
  bool shared(Senses verb) const {
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
      return (hit.senses & soft) && (hit.senses & verb & (issue | repeal)) &&
             (hit.begin < around_.begin || hit.begin >= numeral_.end) && has_numeral(sentence_, hit.clause);
    });
  }

  Measure decisions() const {
    if ((head_->key == "fees") != (numeral_.unit.kind == UnitKind::money)) return counted(Count::nothing);
    Measure m = counted(Count::decisions);
    m.keys = {head_->key};
    // 公示行政许可58条 are pieces of information
    const bool published = std::any_of(around_.lead.begin(), around_.lead.end(), [&](const Hit& hit) {
      return (hit.senses & publish) || one_of(sentence_.text(hit.begin, hit.end), {u"公示", u"公告"});
    });
    m.leans = !published;
    m.hard = m.hard && !published;
    return m;
  }

  // 行政许可决定305件、行政处罚1092件: what the first number counts, the second does.
  bool is_soft(const Hit& head) const {
    if (!(head.senses & soft)) return false;
    return !(head.senses & decision) ||
           std::none_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
             return hit.begin < head.begin && (hit.senses & decision) && !(hit.senses & soft) &&
                    hit.key != "fees";
           });
  }

  // 新增 alone counts what is new: 新增主动公开418条; 较上年新增3件 is a change.
  bool is_change() const {
    if (around_.lead_senses & (rise | fall)) return true;
    return (around_.lead_senses & added) && (around_.lead_senses & (than | last_year));
  }

  // 涉及征地补偿的政府信息公开申请, 信访类申请, 企业申请: not all of them. 收到的政府信息公开申请: all.
  bool some_of_them() const {
    if (!(head_->senses & (request | application)) || in_tail_ || head_->begin <= around_.begin) return false;
    const Hit *before = nullptr, *beside = nullptr;
    for (const Hit& hit : around_.lead) {
      if (hit.end < head_->begin) before = &hit;
      if (hit.end == head_->begin) beside = &hit;
    }
    if ((beside != nullptr && (beside->senses & foreign)) || of_another_kind(*head_)) return true;
    if (sentence_.passage->text[head_->begin - 1] != u'的') return false;
    if (beside != nullptr && (beside->senses & glue)) return false;  // 公众提出的申请
    return before == nullptr || before->end + 1 != head_->begin || !(before->senses & (request_verbs | glue));
  }

  // 信访类申请, 征收类行政复议: of another kind than disclosure.
  bool of_another_kind(const Hit& head) const {
    if (head.begin <= around_.begin || head.begin > numeral_.begin) return false;
    if (!one_of(sentence_.passage->text[head.begin - 1], u"类型")) return false;
    const Hit* before = nullptr;
    for (const Hit& hit : around_.lead)
      if (hit.end <= head.begin) before = &hit;
    return before == nullptr || !(before->senses & (request | disclosure));
  }

  // 公布依申请公开3条便民渠道: the number counts what stands right behind it.
  bool followed_by_a_noun() const {
    if (numeral_.end >= sentence_.clauses[numeral_.clause].end ||
        !is_han(sentence_.passage->text[numeral_.end]))
      return false;
    const auto hit = std::lower_bound(sentence_.hits.begin(), sentence_.hits.end(), numeral_.end,
                                      [](const Hit& h, std::uint32_t at) { return h.begin < at; });
    const bool known = hit != sentence_.hits.end() && hit->begin == numeral_.end;
    return (known && (hit->senses & foreign)) || (!known && !in_tail_);
  }

  // 有8007件是本年新收的: some of a number told before.
  bool sorts_some() const {
    const Clause& own = sentence_.clauses[numeral_.clause];
    const std::u16string_view behind = sentence_.text(numeral_.end, own.end);
    return behind.size() > 1 &&
           (behind.front() == u'是' || behind.front() == u'为' || behind.front() == u'属') &&
           behind.back() == u'的';
  }

  // 网络渠道收到26件 is one channel of several; 通过网络、信函等渠道收到 and 均为网络申请 are all of them.
  bool one_channel() const {
    int channels = 0;
    for (const Hit& hit : around_.lead) channels += (hit.senses & channel) != 0;
    if (channels == 1 && !(around_.lead_senses & open_list)) return true;
    if (channels > 0 || (around_.lead_senses & (take_new | sense::take | accept))) return false;
    return (around_.tail_senses & channel) && !(around_.tail_senses & (all | open_list | outcome));
  }

  Span span(Senses all_senses) const {
    Timing timing = context_.timing();
    for (const Hit& hit : around_.lead) timing.observe(hit, all_senses, context_.report().year);
    if (of_one_month()) return Span::part_of_year;
    if (compared_with()) return Span::other_year;
    if (of_several_years()) return Span::several_years;
    const std::u16string_view lead = sentence_.text(around_.begin, numeral_.begin);
    if (lead.find(u"年以前") != lead.npos || lead.find(u"年之前") != lead.npos) return Span::several_years;
    return (all_senses & carry) && timing.span == Span::other_year ? Span::this_year : timing.span;
  }

  // 较2022年的231件增加37件, 较2022年（721件）上升12.6%: the number of the year that is compared with.
  bool compared_with() const {
    const Hit* year_before = nullptr;
    for (const Hit& hit : sentence_.hits)
      if (hit.end <= numeral_.begin && (hit.senses & (year | last_year))) year_before = &hit;
    if (year_before == nullptr ||
        ((year_before->senses & year) && year_before->year == context_.report().year))
      return false;
    if (!one_of(sentence_.text(year_before->end, numeral_.begin), {u"", u"的", u"(", u"为", u"的为"}))
      return false;
    return std::any_of(sentence_.hits.begin(), sentence_.hits.end(), [&](const Hit& hit) {
      return (hit.senses & than) && hit.clause == year_before->clause && hit.begin <= year_before->begin;
    });
  }

  // 2019年至2024年累计办理41000件
  bool of_several_years() const {
    const Hit* first = first_of(around_.lead, year);
    const Hit* last = last_of(around_.lead, year);
    if (first == nullptr || first->year == last->year || (around_.lead_senses & (carry | than))) return false;
    return std::u16string_view(u"至到-—~").find(sentence_.passage->text[first->end]) !=
           std::u16string_view::npos;
  }

  // 12月份收到910件; 1至12月份 is the whole year.
  bool of_one_month() const {
    const std::u16string_view lead = sentence_.text(around_.begin, numeral_.begin);
    std::size_t at = lead.find(u"月份");
    if (at == lead.npos) return false;
    while (at > 0 && lead[at - 1] >= u'0' && lead[at - 1] <= u'9') --at;
    return at == 0 || std::u16string_view(u"至到-—~").find(lead[at - 1]) == std::u16string_view::npos;
  }

  Scope scope() const {
    Scope scope = context_.scope();
    const bool of_documents = meaning_.head & (document | regulation);
    const Hit* whose = nullptr;
    for (const Hit& hit : around_.lead) {
      if (!says_whose(sentence_, hit)) continue;
      // 区政府及区政府办公室制发: one more than the report's own body
      const Hit* before = std::exchange(whose, &hit);
      if (before != nullptr && scope == Scope::own && joins_own(sentence_, *before, hit)) continue;
      const std::u16string_view word = sentence_.text(hit.begin, hit.end);
      // Documents of 区本级 are those of the government itself.
      if (!of_documents || word.size() < 2 || word.substr(word.size() - 2) != u"本级")
        scope = context_.effective(context_.scope_of(hit, word));
    }
    const bool each_of_several =
        around_.begin < numeral_.begin && sentence_.passage->text[around_.begin] == u'各' && whose == nullptr;
    return names_other_body() || (each_of_several && scope == Scope::own) ? Scope::body : scope;
  }

  // 沭阳县收到申请477件: a name that is not the report's, before the verb.
  bool names_other_body() const {
    const std::u16string& agency = context_.report().agency;
    std::uint32_t at = around_.begin;
    std::u16string name;
    for (const Hit& hit : around_.lead) {
      if (hit.begin > at) name = std::u16string(sentence_.text(at, hit.begin));
      if (hit.senses & (verbs | objects)) break;
      at = hit.end;
    }
    if (name.size() < 2 || agency.empty()) return false;
    const std::u16string_view ending = std::u16string_view(name).substr(name.size() - 2);
    if (one_of(ending, {u"查处", u"举办", u"开办", u"协办", u"社会", u"参会"})) return false;  // 立案查处
    if (std::u16string_view(u"局委办院县区市镇乡厅处所会").find(name.back()) == std::u16string_view::npos)
      return false;
    return agency.find(name) == agency.npos && agency.find(name.substr(1)) == agency.npos &&
           !is_short_for(name, agency);
  }

  const Sentence& sentence_;
  const Numeral& numeral_;
  const Around& around_;
  const Context& context_;
  const Hit* head_ = nullptr;
  bool in_tail_ = false;
  Senses verbs_ = 0;
  Meaning meaning_;
};

}  // namespace

bool joins_own(const Sentence& sentence, const Hit& own_word, const Hit& hit) {
  return own_word.end <= hit.begin && one_of(sentence.text(own_word.end, hit.begin),
                                             {u"及", u"和", u"、", u"或", u"与", u"或者", u"以及", u"及其"});
}

bool says_whose(const Sentence& sentence, const Hit& hit) {
  if (!(hit.senses & (own | wide | unit))) return false;
  const char16_t before = hit.begin > sentence.begin ? sentence.passage->text[hit.begin - 1] : u'\0';
  return before == u'\0' ||
         std::u16string_view(u"向由经在到对从报给被受按据供为").find(before) == std::u16string_view::npos;
}

Meaning meaning_of(const Sentence& sentence, std::size_t numeral, const Around& around,
                   const Context& context) {
  return Resolver(sentence, numeral, around, context).resolve();
}

}  // namespace nianbao::prose
