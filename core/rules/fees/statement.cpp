#include "rules/figures.h"

namespace nianbao::rules::fees {
namespace {

constexpr std::u16string_view none_charged = u"本年度未收取政府信息公开信息处理费";

// The sentence where nothing was charged, in front of what section 6 says; in the place of a bare 无. Whether
// it is true only the user knows.
void offer_sentence(const Document& document, const std::vector<Range>& said, Finding& finding) {
  if (said.empty()) return;
  const Range first = said.front();
  const std::u16string_view words = document.view(first);
  const bool nothing = words == u"无" || words == u"无。";
  Edit edit = nothing ? Edit{first, std::u16string(none_charged) + u"，无其他需要报告的事项。"}
                      : Edit{{first.begin, first.begin}, std::u16string(none_charged) + u"。"};
  finding.cures.push_back(
      {{std::move(edit)},
       say(u"写明没有收取：“{0}。”", u"Say that nothing was charged: \"{0}。\"", {Text(none_charged)}),
       Cure::Sure::never,
       false});
}

}  // namespace

extern constexpr Rule statement = {
    .severity = Severity::warning,
    .title = {u"未报告信息处理费收取情况", u"Nothing is said of the information processing fee"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收费情况纳入政府信息公开工作年度报告",
         u"Measures on the information processing fee (\"国办函〔2020〕109号\"): what was charged belongs in "
         u"the annual report"},
    .advice = {u"在“六、其他需要报告的事项”写明收取信息处理费的件数和金额，没有收取的写“未收取信息处理费”。",
               u"Say in section 6 in how many cases and how much was charged, or that nothing was charged."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          const bool owed = report.year >= 2021 || (report.year == 0 && report.form->key == 2021);
          if (!owed)
            return out.skip(
                Words{u"2021年以前的年报不要求报告信息处理费", u"not asked for before report year 2021"});
          if (context.analysis.ledger.fee_mentioned) return out.passed();
          if (report.stops_at || report.tables_only)
            return out.unable(Words{u"第六部分没有读到", u"section six was not read"});
          const Section& six = report.section(6);
          const std::vector<Range> said = section_sentences(report.prose, 6);
          Text message =
              Words{u"全文没有说明信息处理费收取情况", u"The report says nothing of the processing fee"};
          message = said.empty() ? join(message, Words{u"。", u"."})
                                 : join(message, say(u"，第六部分写的是{0}。", u"; section 6 reads {0}.",
                                                     {quote(*report.document, said.front(), 30)}));
          Finding& finding = out.add(std::move(message));
          if (six.present()) finding.places = {six.heading.empty() ? six.body : six.heading};
          else finding.places = {report.title_range};
          offer_sentence(*report.document, said, finding);
        },
};

}  // namespace nianbao::rules::fees
