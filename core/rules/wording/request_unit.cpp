#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::wording {
namespace {

using std::u16string_view;

bool has_receiving_verb(u16string_view before) {
  return contains_any(before,
                      {u"收到", u"受理", u"接到", u"接收", u"新收", u"办理", u"办结", u"答复", u"收办"});
}

// "依申请公开政府信息数量共计0条": from the object straight to the number, nothing else between. The unit, or
// an empty span.
TextSpan unit_behind_object(u16string_view text, std::size_t object) {
  Scanner scanner(text, object);
  if (!scanner.take_any({u"政府信息公开申请", u"信息公开申请", u"依申请公开", u"公开申请"})) return {};
  scanner.skip_all({u"政府信息", u"信息", u"事项", u"申请件", u"申请", u"的",  u"件数",
                    u"数量",     u"总数", u"共计", u"累计",   u"总计", u"共",  u"为",
                    u"是",       u"有",   u"达",   u"约",     u"了",   u"合计"});
  if (scanner.take_digits() == 0) return {};
  const std::size_t unit = scanner.at();
  return scanner.take_any({u"条", u"个", u"封", u"份"}) ? TextSpan{unit, scanner.at()} : TextSpan{};
}

// "收到12封申请"
TextSpan unit_before_object(u16string_view text, std::size_t verb) {
  Scanner scanner(text, verb);
  scanner.skip_all({u"收到", u"受理", u"接到", u"接收", u"办理", u"了", u"共", u"共计"});
  if (scanner.take_digits() == 0) return {};
  const std::size_t unit = scanner.at();
  if (!scanner.take_any({u"条", u"个", u"封", u"份"})) return {};
  const TextSpan found{unit, scanner.at()};
  scanner.skip_all({u"政府信息公开", u"信息公开", u"依申请公开", u"公开"});
  return scanner.take(u"申请") && !scanner.take_any({u"表", u"书", u"人", u"材料", u"渠道"}) ? found
                                                                                             : TextSpan{};
}

void add(const Paragraph& paragraph, TextSpan unit, Groups& groups) {
  if (unit.end > unit.begin) groups.add(part(paragraph.text, unit), paragraph, unit);
}

void find(const Paragraph& paragraph, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (u16string_view object : {u16string_view(u"政府信息公开申请"), u16string_view(u"依申请公开")})
    for (std::size_t at : find_all(paragraph, object)) {
      const TextSpan clause = clause_around(text, at);
      if (has_receiving_verb(text.substr(clause.begin, at - clause.begin)))
        add(paragraph, unit_behind_object(text, at), groups);
    }
  for (u16string_view verb :
       {u16string_view(u"收到"), u16string_view(u"受理"), u16string_view(u"接到"), u16string_view(u"办理")})
    for (std::size_t at : find_all(paragraph, verb))
      if (contains(part(text, sentence_around(text, at)), u"公开"))
        add(paragraph, unit_before_object(text, at), groups);
}

void run(const Context& context, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) find(paragraph, groups);
  for (const Group& group : groups.all()) {
    Finding& finding = out.add(say(u"政府信息公开申请按“件”计数，这里用了“{0}”{1}：{2}。",
                                   u"Requests are counted in \"件\"; here it says \"{0}\"{1}: {2}.",
                                   {group.key, count_note(group), group.context}));
    finding.places = group.places;
    offer_words(*context.report.document, finding, group.key, u"件");
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule request_unit = {
    .severity = Severity::notice,
    .title = {u"申请数量单位不规范", u"Requests are counted in an unusual unit"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：政府信息公开申请以“件”为单位，与表三一致",
              u"Recommended: count requests in \"件\", as table 3 does"},
    .advice = {u"把单位改为“件”。", u"Write \"件\"."},
    .run = run,
};

}  // namespace nianbao::rules::wording
