#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {
namespace {

// The number of the notice of 2019, or its name where the number is left out.
constexpr std::u16string_view stale[] = {u"〔2019〕60号",
                                         u"政务公开办公室关于政府信息公开工作年度报告有关事项的通知"};
constexpr std::u16string_view current[] = {u"〔2021〕30号", u"政府信息公开工作年度报告格式"};

struct Citations {
  std::vector<Range> stale;
  bool current = false;
};

Citations read_citations(const Report& report) {
  Citations found;
  for (std::u16string_view needle : current)
    found.current = found.current || !find_all(report.prose, needle).empty();
  for (std::u16string_view needle : stale)
    if (found.stale.empty()) found.stale = find_all(report.prose, needle);
  return found;
}

}  // namespace

extern constexpr Rule stale_citation = {
    .severity = Severity::warning,
    .title = {u"引用了已被替代的文件", u"A superseded document is cited"},
    .basis_kind = BasisKind::form,
    .basis = {u"2021年度起，年度报告格式以国办公开办函〔2021〕30号为准",
              u"From report year 2021 the form is that of \"国办公开办函〔2021〕30号\""},
    .advice = {u"改引《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格"
               u"式〉的通知》（国办公开办函〔2021〕30号）。",
               u"Cite "
               u"\"《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式"
               u"〉的通知》（国办公开办函〔2021〕30号）\"."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (report.year == 0) return out.unable(Words{u"不知道报告年度", u"the report year is not known"});
          if (report.year < 2021) return;
          const Citations found = read_citations(report);
          if (found.stale.empty() || found.current) return out.passed();
          out.add(say(u"{0}年度报告仍以2019年的通知为依据（{1}），没有引用2021年的格式文件。",
                      u"The report for {0} still rests on the notice of 2019 ({1}) and does not cite that of "
                      u"2021.",
                      {report.year, quote(*report.document, found.stale.front())}))
              .places = found.stale;
        },
};

}  // namespace nianbao::rules::form
