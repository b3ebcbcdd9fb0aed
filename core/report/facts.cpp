// What the report says of itself: title, agency, year, period, dates, and where it begins and ends.
#include <algorithm>
#include <map>

#include "base/matching.h"
#include "base/unicode.h"
#include "prose/date.h"
#include "prose/line.h"
#include "prose/paragraph.h"
#include "report/agency.h"
#include "report/bind.h"
#include "report/title.h"

namespace nianbao {
namespace {

using View = std::u16string_view;
constexpr std::uint32_t none = 0xFFFFFFFF;

class FactFinder {
 public:
  FactFinder(const Document& document, const std::vector<DocumentLine>& lines, Report& report, int year_hint)
      : document_(document), report_(report), year_hint_(year_hint), lines_(lines) {
    while (!lines_.empty() && lines_.back().range.begin >= report.body.end) lines_.pop_back();
    for (const Section& s : report.sections)
      if (s.present()) first_ = std::min(first_, s.heading.begin), last_ = std::max(last_, s.heading.end);
  }

  void find() {
    const std::uint32_t end = report_.body.end;
    take_title(find_title(document_, lines_, first_ == none ? end : first_));
    find_signature();
    set_body(end);
    set_preamble();
    find_period_of_report();
    find_published();
    find_preamble_agency();
    find_letter_agencies();
    choose_agency();
    choose_year();
    clip_sections();
  }

 private:
  void take_title(const Title& title) {
    report_.title = title.text;
    report_.title_range = title.range;
    report_.title_from_hint = title.from_hint;
    report_.title_year = title.year;
    title_agency_ = title.agency;
    if (!title.agency.empty() && !title.from_hint)
      mention(title.agency, title.agency_range, Report::AgencyMention::title);
  }

  void mention(std::u16string name, Range range, Report::AgencyMention::Where where) {
    report_.agencies.push_back({std::move(name), range, where});
  }

  // --- signature -------------------------------------------------------------------------------------------

  // The date alone or behind an agency's name, on one of the last lines of the report; else under the title.
  void find_signature() {
    const std::uint32_t begin = first_ == none ? 0 : last_;
    int seen = 0;
    for (std::size_t i = lines_.size(); i-- > 0 && lines_[i].range.begin >= begin && seen < 40; ++seen)
      if (sign_at(i)) return find_signing_agency(i);
    for (std::size_t i = 0; i < lines_.size() && lines_[i].range.begin < first_ && first_ != none; ++i)
      if (lines_[i].range.begin >= report_.title_range.end && !report_.title_range.empty() && sign_at(i))
        return;
  }

  // A line of a date, of an agency and a date, or of a date in brackets.
  bool sign_at(std::size_t i) {
    if (lines_[i].range.size() > 80) return false;
    const Folded line = fold(document_.view(lines_[i].range));
    const auto date = find_whole_date(line.text);
    if (!date) return false;
    const View before = View(line.text).substr(0, date->span.begin),
               after = View(line.text).substr(date->span.end);
    const bool clean_end = after.find_first_not_of(u").。*") == View::npos;
    const View name = before.substr(0, before.find_last_not_of(u"(*:") + 1);
    const bool named =
        name.empty() || is_agency_name(name) || name == u"日期" || name == u"时间" || name == u"报告日期";
    if (!named || (!clean_end && !(name.empty() && is_agency_name(after)))) return false;
    const Range found = line.back(date->span.begin, date->span.end);
    report_.signature =
        DatedRange{date->date, {lines_[i].range.begin + found.begin, lines_[i].range.begin + found.end}};
    signature_line_ = i;
    return true;
  }

  static std::u16string plain(View text) {
    std::u16string out;
    for (char16_t c : text)
      if (!is_space(c) && c != u'*' && c != u'#') out.push_back(c);
    return out;
  }

  bool sign_name(Range range) {
    while (!range.empty() && is_space(document_.text[range.begin])) ++range.begin;
    while (!range.empty() && is_space(document_.text[range.end - 1])) --range.end;
    const std::u16string name = plain(document_.view(range));
    if (!is_agency_name(name)) return false;
    mention(name, range, Report::AgencyMention::signature);
    return true;
  }

  void find_signing_agency(std::size_t i) {
    const Range line = lines_[i].range;
    if (report_.signature->range.begin > line.begin &&
        sign_name({line.begin, report_.signature->range.begin}))
      return;
    if (report_.signature->range.end < line.end && sign_name({report_.signature->range.end, line.end}))
      return;
    if (i > 0 && lines_[i - 1].range.begin >= last_ && lines_[i - 1].range.size() < 60 &&
        sign_name(lines_[i - 1].range))
      return;
    if (i + 1 < lines_.size() && lines_[i + 1].range.size() < 60 && sign_name(lines_[i + 1].range))
      signature_line_ = i + 1;
  }

  // --- extent ----------------------------------------------------------------------------------------------

  void set_body(std::uint32_t end) {
    std::uint32_t begin = report_.title_range.empty() ? 0 : report_.title_range.begin;
    if (first_ != none && begin > first_) begin = first_;
    const bool signed_below = report_.signature && first_ != none && report_.signature->range.begin > last_;
    report_.body = {begin, signed_below ? lines_[signature_line_].range.end : end};
  }

  void set_preamble() {
    if (first_ == none) return;
    const std::uint32_t begin = report_.title_range.empty() ? report_.body.begin : report_.title_range.end;
    constexpr std::size_t shortest = 30;  // a shorter paragraph is a date, a number, a name
    for (const JoinedText& paragraph : joined_lines(document_, lines_, {begin, first_}))
      if (paragraph.text.size() >= shortest) add_to_preamble(paragraph.range);
    if (!report_.preamble.empty()) return extend_preamble();
    const Section& one = report_.section(1);
    if (!one.present()) return;
    for (const JoinedText& paragraph : joined_lines(document_, lines_, one.body)) {
      const View text = View(paragraph.text).substr(0, 200);
      if (text.substr(0, 3) == u"(一)") break;
      if (!contains_any(text, {u"本报告", u"统计期限", u"编制"})) break;
      add_to_preamble(paragraph.range);
    }
  }

  void add_to_preamble(Range range) {
    if (report_.preamble.empty()) report_.preamble.begin = range.begin;
    report_.preamble.end = range.end;
  }

  // Its last paragraph may be short.
  void extend_preamble() {
    for (const DocumentLine& line : lines_)
      if (line.range.begin >= report_.preamble.end && line.range.end <= first_ &&
          document_.text[line.range.end - 1] == u'。')
        report_.preamble.end = line.range.end;
  }

  // The last section ends with the report; what stands behind the signature is not part of it.
  void clip_sections() {
    auto clip = [this](Section& s) {
      if (s.present()) s.body.end = std::max(s.body.begin, std::min(s.body.end, report_.body.end));
    };
    for (Section& s : report_.sections) clip(s);
    for (Section& s : report_.repeated) clip(s);
  }

  // --- period, publication ---------------------------------------------------------------------------------

  // The span nearest behind 统计, 期限, 数据 in the preamble, else anywhere in the report.
  void find_period_of_report() {
    if (!report_.preamble.empty() && find_period_in(report_.preamble, false)) return;
    if (!find_period_in(report_.body, true)) find_unclear_period();
  }

  static bool names_period(View before) {
    View near = before.substr(before.size() > 40 ? before.size() - 40 : 0);
    if (const std::size_t stop = near.rfind(u'。'); stop != View::npos)
      near.remove_prefix(stop + 1);  // of its own sentence
    return contains_any(near, {u"统计", u"期限", u"数据", u"时限", u"起止", u"时间范围"});
  }

  bool find_period_in(Range range, bool named) {
    bool found = false;
    for (const JoinedText& text : joined_lines(document_, lines_, range)) {
      std::size_t at = 0;
      while (const auto period = find_period(text.text, at)) {
        at = period->span.end;
        const bool is_named = names_period(View(text.text).substr(0, period->span.begin));
        if ((!is_named && (named || found)) || period->last.year == 0) continue;
        report_.period = {period->first, period->last, text.back(period->span), true};
        found = true;
        if (is_named) return true;
      }
    }
    return found;
  }

  // 统计期限为年1月1日至12月31日, 统计时段为上年度全年: a period is stated, and not one that was understood.
  void find_unclear_period() {
    for (const JoinedText& text : joined_lines(document_, lines_, report_.preamble))
      for (View words : {View(u"统计期限"), View(u"统计时段"), View(u"统计时间"), View(u"统计范围"),
                         View(u"数据期限"), View(u"起止时间"), View(u"所列数据"), View(u"数据统计")}) {
        const std::size_t at = text.text.find(words);
        if (at == std::u16string::npos) continue;
        const std::size_t end = std::min(text.text.find_first_of(u"。;", at), text.text.size());
        report_.unclear_period = text.back(at, end);
        return;
      }
  }

  // 发布时间：2025-01-12, outside the report or between its title and its text.
  void find_published() {
    for (const DocumentLine& line : lines_) {
      const bool outside = line.range.begin < first_ || line.range.begin >= report_.body.end;
      if (!outside || line.range.size() > 200) continue;
      const Folded text = fold(document_.view(line.range));
      for (View word :
           {View(u"发布时间"), View(u"发布日期"), View(u"公开日期"), View(u"发文日期"), View(u"成文日期"),
            View(u"生成日期"), View(u"更新时间"), View(u"日期:"), View(u"时间:")}) {
        const std::size_t at = text.text.find(word);
        const auto date =
            at == std::u16string::npos ? std::nullopt : find_whole_date(text.text, at + word.size());
        if (!date || date->span.begin > at + word.size() + 3) continue;
        const Range r = text.back(date->span.begin, date->span.end);
        report_.published = DatedRange{date->date, {line.range.begin + r.begin, line.range.begin + r.end}};
        return;
      }
    }
  }

  // --- agency ----------------------------------------------------------------------------------------------

  // "… 现向社会公布云汐县教育局2021年政府信息公开工作年度报告": the name stands before the year.
  // "本报告由云汐县教育局编制". Whom to ask: "请与云汐县教育局办公室联系".
  void find_preamble_agency() {
    if (report_.preamble.empty()) return;
    const std::vector<JoinedText> paragraphs = joined_lines(document_, lines_, report_.preamble);
    for (const JoinedText& text : paragraphs)
      if (name_before_report(text)) break;
    for (const JoinedText& text : paragraphs) find_compiler(text);
    for (const JoinedText& text : paragraphs) find_contact(text);
  }

  bool name_before_report(const JoinedText& text) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.text.size(); ++i) {
      if (read_year(text.text, i, length) == 0) continue;
      View rest = View(text.text).substr(i + length, 12);
      if (!rest.empty() && rest[0] == u'度') rest.remove_prefix(1);
      if (!rest.starts_with(u"政府信息公开") && !rest.starts_with(u"政务公开") &&
          !rest.starts_with(u"信息公开"))
        continue;
      if (mention_in_preamble(text, name_begin(text.text, i), i)) return true;
    }
    return false;
  }

  // 由…编制, …负责编制了这份报告
  void find_compiler(const JoinedText& text) {
    for (View verb : {View(u"编制"), View(u"撰写"), View(u"起草")})
      for (std::size_t at = text.text.find(verb); at != std::u16string::npos;
           at = text.text.find(verb, at + 1)) {
        if (part_of_a_name(View(text.text).substr(at))) continue;
        std::size_t end = at;
        for (View before : {View(u"负责"), View(u"组织"), View(u"汇总"), View(u"牵头")})
          if (View(text.text).substr(0, end).ends_with(before)) end -= before.size();
        std::size_t begin = name_begin(text.text, end);
        if (const auto by = View(text.text).substr(begin, end - begin).rfind(u'由'); by != View::npos)
          begin += by + 1;
        if (mention_in_preamble(text, begin, end)) return;
      }
  }

  // 机构编制委员会办公室 and 政务公开领导小组办公室 are bodies.
  static bool part_of_a_name(View at_verb) {
    return at_verb.starts_with(u"编制委") || at_verb.starts_with(u"编制办") ||
           at_verb.starts_with(u"公开领导小组") || at_verb.starts_with(u"公开工作领导小组");
  }

  // Where the name that ends at `end` begins: behind the last verb or preposition.
  static std::size_t name_begin(View text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 40 && (is_han(text[begin - 1]) || one_of(text[begin - 1], u"()")))
      --begin;
    for (View verb :
         {View(u"公布"), View(u"发布"), View(u"公开"), View(u"编制"), View(u"公示"), View(u"制定"),
          View(u"制作"), View(u"形成"), View(u"撰写"), View(u"起草"), View(u"完成"), View(u"现将"),
          View(u"关于"), View(u"汇总"), View(u"印发"), View(u"提供")})
      for (std::size_t at = text.find(verb, begin); at < end; at = text.find(verb, at + 1))
        if (!part_of_a_name(text.substr(at))) begin = std::max(begin, at + verb.size());
    while (begin < end && one_of(text[begin], u"了好)")) ++begin;
    return begin;
  }

  bool mention_in_preamble(const JoinedText& text, std::size_t begin, std::size_t end) {
    if (begin >= end) return false;
    const View name = View(text.text).substr(begin, end - begin);
    if ((!is_agency_name(name) && !is_place_name(name)) || is_partial_name(name)) return false;
    const Range range = text.back(begin, end);
    mention(plain(document_.view(range)), range, Report::AgencyMention::preamble);
    return true;
  }

  // Another department of the same place as the body of the title: left over from the text of that
  // department, unless it is one that answers for others.
  bool may_be_left_over(View name) const {
    constexpr std::size_t place = 2;
    return title_agency_.size() > place && name.substr(0, place) == View(title_agency_).substr(0, place) &&
           agency_kind(title_agency_) == AgencyKind::department &&
           agency_kind(name) == AgencyKind::department && name.ends_with(u"局") &&
           title_agency_.ends_with(u"局") && !contains_any(name, {u"政务", u"行政审批", u"数据", u"信息"});
  }

  // The body whose office answers questions; without a title a name of last resort.
  void find_contact(const JoinedText& text) {
    for (View with :
         {View(u"请与"), View(u"请联系"), View(u"请向"), View(u"请致电"), View(u"可与"), View(u"可向")}) {
      const std::size_t at = text.text.find(with);
      if (at == std::u16string::npos || !contact_.empty()) continue;
      const std::size_t begin = at + with.size();
      View rest = View(text.text).substr(begin, 50);
      std::size_t end = rest.find_first_of(u",。;:(");
      for (View verb : {View(u"联系"), View(u"咨询"), View(u"反映"), View(u"查询"), View(u"沟通")})
        end = std::min(end, rest.find(verb));
      if (end == View::npos) continue;
      rest = rest.substr(0, end);
      for (View office :
           {View(u"党政综合办公室"), View(u"党政办公室"), View(u"政务公开办公室"), View(u"政务公开科"),
            View(u"综合办公室"), View(u"办公室"), View(u"综合科"), View(u"秘书科")})
        if (rest.ends_with(office) && (is_agency_name(rest.substr(0, rest.size() - office.size())) ||
                                       is_place_name(rest.substr(0, rest.size() - office.size())))) {
          rest.remove_suffix(office.size());
          break;
        }
      if ((!is_agency_name(rest) && !is_place_name(rest)) || is_partial_name(rest)) continue;
      contact_range_ = text.back(begin, begin + rest.size());
      contact_ = plain(document_.view(contact_range_));
      if (may_be_left_over(contact_)) mention(contact_, contact_range_, Report::AgencyMention::preamble);
    }
  }

  void find_letter_agencies() {
    for (const DocumentLine& line : lines_) {
      if (report_.title_range.empty() || line.range.end > report_.title_range.begin) break;
      if (line.range.size() > 60) continue;
      const std::u16string name = plain(document_.view(line.range));
      if (is_agency_name(name)) mention(name, line.range, Report::AgencyMention::letter);
    }
  }

  void choose_agency() {
    report_.agency = title_agency_;
    const auto& all = report_.agencies;
    for (auto where :
         {Report::AgencyMention::title, Report::AgencyMention::preamble, Report::AgencyMention::signature})
      for (const Report::AgencyMention& m : all)
        if (m.where == where &&
            (report_.agency.empty() ||
             (where == Report::AgencyMention::title && report_.agency_range.empty())) &&
            !(where != Report::AgencyMention::title && is_partial_name(m.name)))
          report_.agency = m.name, report_.agency_range = m.range;
    if (report_.agency.empty() && report_.title.empty())
      report_.agency = contact_, report_.agency_range = contact_range_;
    report_.agency_kind = agency_kind(report_.agency);
  }

  // --- year ------------------------------------------------------------------------------------------------

  // The user's word, the title's; without a title what the rest says together.
  void choose_year() {
    if (year_hint_ != 0) report_.year = year_hint_;
    else if (report_.title_year) report_.year = *report_.title_year;
    else report_.year = year_of_text();
  }

  // 2023年结转, 与2023年决算相比: the year of something else.
  static bool is_of_something_else(View text, std::size_t begin, std::size_t end) {
    View before = text.substr(begin > 2 ? begin - 2 : 0, std::min<std::size_t>(begin, 2)),
         after = text.substr(end, 4);
    if (!after.empty() && after[0] == u'度') after.remove_prefix(1);
    for (View word : {View(u"结转"), View(u"决算"), View(u"预算"), View(u"相比"), View(u"同期"),
                      View(u"以来"), View(u"起"), View(u"底"), View(u"末")})
      if (after.starts_with(word)) return true;
    return !before.empty() &&
           (one_of(before.back(), u"较比《(自从与") || before == u"截至" || before == u"截止");
  }

  // A vote of the text's years, in which the period stated counts as two, the name of the report and the date
  // of the signature too.
  int year_of_text() const {
    std::map<int, int> votes;
    constexpr int strong = 2;
    if (report_.period.given) votes[report_.period.end.year] += strong;
    if (report_.signature) votes[report_.signature->date.year - 1] += strong;
    for (const JoinedText& text : joined_lines(document_, lines_, report_.body)) {
      std::size_t length = 0;
      for (std::size_t i = 0; i < text.text.size(); ++i) {
        const int year = read_year(text.text, i, length);
        if (year < 2008) continue;
        const bool period = report_.period.given && report_.period.range.contains(text.source[i]);
        if (period || is_of_something_else(text.text, i, i + length)) continue;
        View rest = View(text.text).substr(i + length, 8);
        if (!rest.empty() && rest[0] == u'度') rest.remove_prefix(1);
        votes[year] += rest.starts_with(u"政府信息公开") ? strong : 1;
      }
    }
    int best = report_.period.given ? report_.period.end.year : 0;
    for (const auto& [year, count] : votes)
      if (best == 0 || count > votes[best]) best = year;
    return best;
  }

  const Document& document_;
  Report& report_;
  int year_hint_;
  std::vector<DocumentLine> lines_;
  std::uint32_t first_ = none, last_ = 0;  // begin of the first section's heading, end of the last one's
  std::size_t signature_line_ = 0;
  std::u16string title_agency_;
  std::u16string contact_;  // the body that answers questions
  Range contact_range_{};
};

}  // namespace

void find_facts(const Document& document, const std::vector<DocumentLine>& lines, Report& report,
                int year_hint) {
  FactFinder(document, lines, report, year_hint).find();
}

}  // namespace nianbao
