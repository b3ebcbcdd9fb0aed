// What the report says of itself: title, agency, year, period, dates, and where it begins and ends.
#include <algorithm>
#include <map>

#include "base/matching.h"
#include "base/unicode.h"
#include "report/agency.h"
#include "report/bind.h"
#include "report/dates.h"
#include "report/lines.h"
#include "report/title.h"

namespace nianbao {
namespace {

using View = std::u16string_view;
constexpr std::uint32_t none = 0xFFFFFFFF;

class FactFinder {
 public:
  FactFinder(const Document& document, Report& report, int year_hint)
      : document_(document), report_(report), year_hint_(year_hint), lines_(text_lines(document)) {
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
    const auto date = find_date(line.text);
    if (!date) return false;
    const View before = View(line.text).substr(0, date->begin), after = View(line.text).substr(date->end);
    const bool clean_end = after.find_first_not_of(u").。*") == View::npos;
    const View name = before.substr(0, before.find_last_not_of(u"(*:") + 1);
    const bool named =
        name.empty() || is_agency_name(name) || name == u"日期" || name == u"时间" || name == u"报告日期";
    if (!named || (!clean_end && !(name.empty() && is_agency_name(after)))) return false;
    const Range found = line.back(date->begin, date->end);
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
    std::uint32_t begin = report_.title_range.empty() ? report_.body.begin : report_.title_range.end;
    for (const Line& line : lines_) {
      if (line.range.begin < begin || line.range.end > first_ || line.range.size() < 30) continue;
      if (report_.preamble.empty()) report_.preamble.begin = line.range.begin;
      report_.preamble.end = line.range.end;
    }
    if (!report_.preamble.empty()) {
      extend_preamble();
      return;
    }
    const Section& one = report_.section(1);
    for (const Line& line : lines_) {
      if (!one.present() || line.range.begin < one.body.begin) continue;
      const std::u16string text =
          folded(document_.view({line.range.begin, std::min(line.range.end, line.range.begin + 200)}));
      if (line.range.end > one.body.end || text.substr(0, 3) == u"(一)") break;
      if (!contains(text, u"本报告") && !contains(text, u"统计期限") && !contains(text, u"编制")) break;
      if (report_.preamble.empty()) report_.preamble.begin = line.range.begin;
      report_.preamble.end = line.range.end;
    }
  }

  // Hard-wrapped text: the last line of the preamble may be short.
  void extend_preamble() {
    for (const Line& line : lines_)
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
    find_period_in(report_.body, true);
  }

  bool find_period_in(Range range, bool named) {
    const Folded text = fold(document_.view(range));
    bool found = false;
    std::size_t at = 0;
    while (const auto period = find_period(text.text, at)) {
      at = period->end;
      const View before = View(text.text).substr(period->begin > 40 ? period->begin - 40 : 0,
                                                 std::min<std::size_t>(period->begin, 40));
      const bool is_named =
          contains(before, u"统计") || contains(before, u"期限") || contains(before, u"数据");
      if (!is_named && (named || found)) continue;
      const Range r = text.back(period->begin, period->end);
      report_.period = {
          period->begin_date, period->end_date, {range.begin + r.begin, range.begin + r.end}, true};
      found = true;
      if (is_named) return true;
    }
    return found;
  }

  // 发布时间：2025-01-12, outside the report or between its title and its text.
  void find_published() {
    for (const Line& line : lines_) {
      const bool outside = line.range.begin < first_ || line.range.begin >= report_.body.end;
      if (!outside || line.range.size() > 200) continue;
      const Folded text = fold(document_.view(line.range));
      for (View word :
           {View(u"发布时间"), View(u"发布日期"), View(u"公开日期"), View(u"发文日期"), View(u"成文日期"),
            View(u"生成日期"), View(u"更新时间"), View(u"日期:"), View(u"时间:")}) {
        const std::size_t at = text.text.find(word);
        const auto date = at == std::u16string::npos ? std::nullopt : find_date(text.text, at + word.size());
        if (!date || date->begin > at + word.size() + 3) continue;
        const Range r = text.back(date->begin, date->end);
        report_.published = DatedRange{date->date, {line.range.begin + r.begin, line.range.begin + r.end}};
        return;
      }
    }
  }

  // --- agency ----------------------------------------------------------------------------------------------

  // "… 现向社会公布云汐县教育局2021年政府信息公开工作年度报告": the name stands before the year.
  void find_preamble_agency() {
    if (report_.preamble.empty()) return;
    const Folded text = fold(document_.view(report_.preamble));
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.text.size(); ++i) {
      if (read_year(text.text, i, length) == 0) continue;
      View rest = View(text.text).substr(i + length, 12);
      if (!rest.empty() && rest[0] == u'度') rest.remove_prefix(1);
      if (rest.substr(0, 6) != u"政府信息公开" && rest.substr(0, 4) != u"政务公开" &&
          rest.substr(0, 4) != u"信息公开")
        continue;
      std::size_t begin = i;
      while (begin > 0 && i - begin < 40 && is_han(text.text[begin - 1])) --begin;
      for (View verb : {View(u"公布"), View(u"发布"), View(u"公开"), View(u"编制"), View(u"公示")})
        if (const auto at = View(text.text).substr(begin, i - begin).rfind(verb); at != View::npos)
          begin += at + verb.size();
      const View name = View(text.text).substr(begin, i - begin);
      if (!is_agency_name(name) || is_partial_name(name)) continue;
      const Range r = text.back(begin, i);
      const Range range{report_.preamble.begin + r.begin, report_.preamble.begin + r.end};
      mention(plain(document_.view(range)), range, Report::AgencyMention::preamble);
      return;
    }
  }

  void find_letter_agencies() {
    for (const Line& line : lines_) {
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
    report_.agency_kind = agency_kind(report_.agency);
  }

  // --- year ------------------------------------------------------------------------------------------------

  // The user's word, the title's, the period's, then what the text speaks of most and the signature's year
  // less one.
  void choose_year() {
    const Period& period = report_.period;
    if (year_hint_ != 0)
      report_.year = year_hint_;
    else if (report_.title_year)
      report_.year = *report_.title_year;
    else if (period.given)
      report_.year = period.end.year;
    else
      report_.year = year_of_text();
  }

  int year_of_text() const {
    std::map<int, int> counts;
    const std::u16string text = folded(document_.view(report_.body));
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (const int year = read_year(text, i, length); year >= 2008) ++counts[year];
    if (report_.signature) counts[report_.signature->date.year - 1] += 2;
    int best = 0;
    for (const auto& [year, count] : counts)
      if (best == 0 || count > counts[best]) best = year;
    return best;
  }

  const Document& document_;
  Report& report_;
  int year_hint_;
  std::vector<Line> lines_;
  std::uint32_t first_ = none, last_ = 0;  // begin of the first section's heading, end of the last one's
  std::size_t signature_line_ = 0;
  std::u16string title_agency_;
};

}  // namespace

void find_facts(const Document& document, Report& report, int year_hint) {
  FactFinder(document, report, year_hint).find();
}

}  // namespace nianbao
