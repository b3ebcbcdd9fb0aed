#include "output/conclusion.h"

#include <algorithm>

#include "output/to_json.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

bool last_year_in_vain(const CheckedReading& all) {
  const std::optional<LastYear> became = last_year_of(all);
  return became && *became != LastYear::compared;
}

ConclusionKind kind_of(const CheckedReading& all, const FindingCounts& counts, const Options& options) {
  if (!all.checked) return ConclusionKind::unreadable;
  if (counts.open[0] > 0) return ConclusionKind::errors;
  if (outcome_name(all.reading) != "checked") return ConclusionKind::partial;
  if (counts.open[1] > 0) return ConclusionKind::warnings;
  if (counts.dismissed[0] > 0) return ConclusionKind::dismissed;
  if (!options.rules.empty() || last_year_in_vain(all)) return ConclusionKind::limited;
  return counts.open[2] > 0 ? ConclusionKind::notices : ConclusionKind::clean;
}

Text title_of(ConclusionKind kind, const CheckedReading& all, const FindingCounts& counts) {
  switch (kind) {
    case ConclusionKind::unreadable: return problem_title(all_problems(all.reading).front().code);
    case ConclusionKind::errors:
      return say(u"有{0}处错误须改正", u"Errors to correct: {0}", {counts.open[0]});
    case ConclusionKind::partial: return Words{u"只读到一部分", u"Only part of it was read"};
    case ConclusionKind::warnings:
      return say(u"未发现错误，有{0}处疑似待核实", u"No error found; to verify: {0}", {counts.open[1]});
    case ConclusionKind::dismissed:
      return say(u"{0}处已标为不是问题（其中错误{1}处），请复核理由",
                 u"Marked as no problem: {0} (errors among them: {1}); review the reasons",
                 {counts.all_dismissed(), counts.dismissed[0]});
    case ConclusionKind::limited:
      return Words{u"查过的项目未发现问题，但没有全查",
                   u"Nothing found in what was checked, but not everything was"};
    case ConclusionKind::notices:
      return say(u"未发现错误和疑似，有{0}处提示", u"No error and nothing to verify; notices: {0}",
                 {counts.open[2]});
    case ConclusionKind::clean: break;
  }
  return Words{u"未发现问题", u"No problem found"};
}

Text partial_next(const FindingCounts& counts) {
  if (counts.open[1] > 0)
    return say(
        u"读到的部分有{0}处疑似；没有读到的内容没有核对，请先按“没有读到的内容”处理。",
        u"To verify in what was read: {0}. What was not read was not checked; please see to that first.",
        {counts.open[1]});
  return Words{u"读到的部分未发现错误；没有读到的内容没有核对，请先按“没有读到的内容”处理。",
               u"No error in what was read. What was not read was not checked; please see to that first."};
}

Text next_of(ConclusionKind kind, const CheckedReading& all, const FindingCounts& counts) {
  switch (kind) {
    case ConclusionKind::unreadable: return problem_text(all_problems(all.reading).front());
    case ConclusionKind::errors:
      if (outcome_name(all.reading) != "checked")
        return Words{u"按问题清单逐条改正原文件，改好后再查一遍；另有内容没有读到、没有核对。",
                     u"Correct the original by the list, then check it once more. Besides, part of it was "
                     u"not read and not checked."};
      return Words{u"按问题清单逐条改正原文件，改好后再查一遍。",
                   u"Correct the original by the list, then check it once more."};
    case ConclusionKind::partial: return partial_next(counts);
    case ConclusionKind::warnings:
      return Words{u"请逐处核实；确认无误的，可标为“不是问题”。",
                   u"Look at each; what is right can be marked as no problem."};
    case ConclusionKind::dismissed:
      return Words{u"没有其他错误和疑似。标为不是问题的各处，请连同理由再看一遍。",
                   u"No other error and nothing else to verify. Look once more at what was marked as no "
                   u"problem, and why."};
    case ConclusionKind::limited:
      if (last_year_in_vain(all))
        return join(last_year_words(all),
                    Words{u"请换成本机关上一年度的年报，或者去掉上年文件，再看结论。",
                          u" Give this body's report of the year before instead, or none, and see."});
      return Words{u"有规则被关闭或调整级别，全部恢复后再看结论。",
                   u"Rules are switched off or rated otherwise; switch all on again and see."};
    case ConclusionKind::notices:
      return Words{u"内容全部读到并核对；提示供参考。",
                   u"Everything was read and checked; notices are for consideration."};
    case ConclusionKind::clean: break;
  }
  if (const int set_aside = counts.all_dismissed(); set_aside > 0)
    return say(u"内容全部读到并核对；{0}处已标为不是问题。",
               u"Everything was read and checked; marked as no problem: {0}.", {set_aside});
  return Words{u"内容全部读到并核对。", u"Everything was read and checked."};
}

}  // namespace

FindingCounts count_findings(const CheckedReading& all) {
  FindingCounts counts;
  if (!all.checked) return counts;
  for (const Finding& finding : all.checked->rules.findings)
    ++(is_open(finding) ? counts.open : counts.dismissed)[static_cast<std::size_t>(finding.severity)];
  return counts;
}

Conclusion conclude(const CheckedReading& all, const Options& options) {
  const FindingCounts counts = count_findings(all);
  const ConclusionKind kind = kind_of(all, counts, options);
  return {kind, title_of(kind, all, counts), next_of(kind, all, counts)};
}

std::string_view conclusion_name(ConclusionKind kind) {
  constexpr std::string_view names[] = {"unreadable", "errors",  "partial", "warnings",
                                        "dismissed",  "limited", "notices", "clean"};
  return names[static_cast<int>(kind)];
}

Text counts_words(const FindingCounts& counts) {
  Text out = say(u"错误{0}处，疑似{1}处，提示{2}处", u"errors {0}, to verify {1}, notices {2}",
                 {counts.open[0], counts.open[1], counts.open[2]});
  if (counts.all_dismissed() == 0) return out;
  return join(out, say(u"；已标为不是问题{0}处", u"; marked as no problem {0}", {counts.all_dismissed()}));
}

std::optional<LastYear> last_year_of(const CheckedReading& all) {
  if (all.last_year == nullptr || !all.checked) return std::nullopt;
  if (all.last_year->failure) return LastYear::unreadable;
  if (!all.last_year->found) return LastYear::no_report;
  const Report &now = all.reading.report, &then = all.last_year->report;
  if (!not_comparable(now, then)) return LastYear::compared;
  return of_another_year(now, then) ? LastYear::other_year : LastYear::other_agency;
}

std::string_view last_year_name(LastYear what) {
  constexpr std::string_view names[] = {"compared", "unreadable", "no-report", "other-year", "other-agency"};
  return names[static_cast<int>(what)];
}

Text last_year_words(const CheckedReading& all) {
  const Report& then = all.last_year->report;
  switch (*last_year_of(all)) {
    case LastYear::unreadable:
      return say(u"上年文件{0}，没有对照。", u"Last year's file: {0}; nothing was compared.",
                 {problem_title(all.last_year->failure->code)});
    case LastYear::no_report:
      return Words{u"上年文件不是年报，没有对照。",
                   u"Last year's file is no annual report; nothing was compared."};
    case LastYear::other_year:
      return say(u"上年文件是{0}年度的，不是上一年度，没有对照。",
                 u"Last year's file is of {0}, not of the year before; nothing was compared.", {then.year});
    case LastYear::other_agency:
      return say(u"上年文件是{0}的年报，不是本机关的，没有对照。",
                 u"Last year's file is the report of {0}, another body; nothing was compared.",
                 {quote(then.agency)});
    case LastYear::compared: break;
  }
  return say(u"已与{0}对照。", u"Compared with {0}.", {last_years_report(then)});
}

}  // namespace nianbao
