#include "narrative/context.h"

#include "base/matching.h"
#include "report/agency.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr Senses lasting =
    request | document | regulation | fee | foreign;  // topics that outlast their sentence

// 某某市人民政府办公室 is called 市政府办公室 in the text, and 某某市 is 市政府.
std::u16string short_name(const Report& report) {
  std::u16string name = report.agency;
  const auto at = name.find(u"人民政府");
  if (at != name.npos) name.erase(at, 2);
  else if (report.agency_kind == AgencyKind::government && !name.ends_with(u"政府")) name += u"政府";
  return name;
}

bool is_government(const Report& report) {
  if (report.agency_kind == AgencyKind::government || report.agency_kind == AgencyKind::township) return true;
  return !zone_of(report.agency).empty();
}

}  // namespace

void Context::begin_passage(Senses heading, int section) {
  constexpr int problems = 5;  // 存在的主要问题及改进情况: of nothing but disclosure
  problems_ = section == problems;
  heading_ = heading;
  subject_ = heading & (request | document);
  topic_ = proceedings_ = 0;
  passing_topic_ = false;
  passage_disclosure_ = (heading & (request | sense::disclosure)) != 0;
  scope_ = Scope::own;
  last_outcome_.clear();
  carried_row_ = {};
  soft_cases_ = false;
}

void Context::begin_sentence() {
  if ((topic_ & lasting) && !passing_topic_) subject_ = topic_;
  topic_ = subject_;
  passing_topic_ = false;
  outside_.clear();
  guards_ = 0;
  split_ = of_some_ = came_in_ = splits_up_ = false;
  if (scope_ == Scope::body) scope_ = Scope::own;
  disclosure_ = false;
  timing_ = {};
  last_outcome_.clear();
}

void Context::begin_item() {
  topic_ = subject_ = heading_ & (request | document);
  proceedings_ = 0;
  passing_topic_ = false;
}

void Context::begin_part() {
  if (passing_topic_) topic_ = lasting_topic_;
  passing_topic_ = of_some_ = false;
}

void Context::at_depth(int depth) {
  while (static_cast<int>(outside_.size()) < depth) outside_.push_back(topic_);
  while (static_cast<int>(outside_.size()) > depth) {
    topic_ = outside_.back();
    outside_.pop_back();
  }
}

Scope Context::scope_of(const Hit& hit, std::u16string_view text) const {
  const bool office = is_government(report_) && one_of(text, {u"本办", u"我办"});
  const bool own_word = (hit.senses & own) && !office, wide_word = hit.senses & wide;
  if (own_word && wide_word)
    return report_.agency.empty() || is_government(report_) ? Scope::own : Scope::wide;
  if (own_word) return Scope::own;
  if (wide_word) return Scope::wide;
  if (report_.agency.empty()) return Scope::body;
  if (is_government(report_) && (office || text.ends_with(u"本级")))
    return Scope::body;  // not of its whole area
  return short_name(report_).ends_with(text) || is_short_for(text, report_.agency) ? Scope::own : Scope::body;
}

void Context::say_scope(Scope scope) { scope_ = effective(scope); }

Scope Context::effective(Scope said) const {
  return said == Scope::wide && is_government(report_) ? Scope::own : said;
}

void Context::observe(const Hit& hit, Senses clause_senses) {
  const Senses object = hit.senses & (request | review | suit | document | regulation | fee);
  const bool cleared = hit.key == "cleared";  // 清理规范性文件，废止4件: what is counted then are documents
  if (object != 0 && (cleared || !(hit.senses & foreign))) {
    topic_ = object & (review | suit) ? (object & (review | suit)) : object;
    passing_topic_ = false;
    if (object & (review | suit)) proceedings_ = hit.senses & (review | suit | direct | after);
  } else if ((hit.senses & cases) && !(clause_senses & outcome)) {
    topic_ = foreign;
    passing_topic_ = false;
  }
  splits_up_ = splits_up_ || (hit.senses & among);
  if (hit.senses & (request | sense::disclosure)) disclosure_ = passage_disclosure_ = true;
  if (problems_ && (hit.senses & (application | reply | outcome))) passage_disclosure_ = true;
  // 复议机关均予以维持: it decided on what the report's own body did.
  const bool as_party = hit.key == "party" &&
                        (clause_senses & (request | sense::disclosure));  // 我局作为被告的信息公开类行政诉讼
  guards_ |=
      hit.senses & (as_party || (clause_senses & result) ? filed | attribute : filed | as_body | attribute);
  timing_.observe(hit, clause_senses, report_.year);
}

// A year that is compared with or carried from is not the time of what is counted.
void Timing::observe(const Hit& hit, Senses clause_senses, int report_year) {
  const bool elsewhere = clause_senses & (than | carry);
  if ((hit.senses & year) && !elsewhere && report_year != 0) {
    span = hit.year == report_year ? Span::this_year : Span::other_year;
    this_year_said = hit.year == report_year;
  }
  if ((hit.senses & last_year) && !elsewhere) span = Span::other_year;
  if (hit.senses & this_year) {
    span = Span::this_year;
    this_year_said = true;
  }
  if (hit.senses & partial) span = Span::part_of_year;
  if ((hit.senses & since) && !this_year_said) span = Span::several_years;
}

void Context::counted(const Measure& measure, Senses head) {
  splits_up_ = false;
  if (measure.count == Count::outcome) last_outcome_ = measure.keys;
  came_in_ = came_in_ || measure.count == Count::new_requests || measure.count == Count::received ||
             measure.count == Count::accepted;
  if (measure.count != Count::applicants)
    carried_row_ = measure.count == Count::carried_over      ? "carried_over"
                   : measure.count == Count::carried_forward ? "carried_forward"
                                                             : "";
  if ((measure.count == Count::review || measure.count == Count::suits) && measure.keys.empty())
    soft_cases_ = !measure.hard;
  const bool carried = measure.count == Count::carried_over || measure.count == Count::carried_forward;
  if (carried && (head & application) && topic_ == 0) topic_ = request;  // 上年结转申请1件，今年新受理5件
  if (measure.count == Count::nothing && (head & foreign)) {
    if (!passing_topic_) lasting_topic_ = topic_;
    topic_ = foreign;
    passing_topic_ = !(head & cases);
  }
}

}  // namespace nianbao::prose
