#include "rules/analysis.h"
#include "rules/long_numbers.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::privacy {
namespace {

using std::u16string_view;

// Written in one, as 138 0013 8000, or broken by a line end.
bool has_usual_groups(const LongNumber& number) {
  const auto& groups = number.groups;
  return groups.size() <= 2 || (groups.size() == 3 && groups[0] == 3 && groups[1] == 4);
}

bool is_persons(u16string_view label) {
  return contains_any(
      label, {u"申请人", u"当事人", u"投诉人", u"举报人", u"来电人", u"来信人", u"信访人", u"原告", u"个人",
              u"本人", u"群众", u"居民", u"村民", u"先生", u"女士", u"家属"});
}

bool is_contact(u16string_view label) {
  return contains_any(label,
                      {u"联系", u"电话", u"咨询", u"传真", u"热线", u"办公", u"监督", u"值班", u"客服"}) &&
         !is_persons(label);
}

std::size_t clause_begin(u16string_view before, std::size_t at) {
  while (at > 0 && !one_of(before[at - 1], u",;:()。!?\"")) --at;
  return at;
}

// The clause in front of the number; behind a mere name the clause before it as well: "联系人：张某，138…".
u16string_view label(u16string_view before) {
  constexpr std::size_t longest_name = 4;
  std::size_t end = before.size();
  while (end > 0 && one_of(before[end - 1], u":(,、/-+0123456789"))
    --end;  // other numbers of the same list too
  std::size_t begin = clause_begin(before, end);
  const u16string_view clause = before.substr(begin, end - begin);
  const bool says_what = is_contact(clause) || contains_any(clause, {u"手机", u"号码"});
  if (clause.size() <= longest_name && !says_what && begin > 0 && before[begin - 1] != u'。')
    begin = clause_begin(before, begin - 1);
  return before.substr(begin, end - begin);
}

bool is_another_number(u16string_view label, u16string_view after) {
  return contains_any(
             label, {u"编号", u"流水号", u"单号", u"代码", u"账号", u"备案", u"批号", u"标识码", u"文号"}) ||
         !starting_word(after, {u"件", u"条", u"元", u"次", u"个", u"万"}).empty();
}

bool is_private_mobile(const Document& document, const LongNumber& number) {
  if (!is_mobile_number(number.digits) || !has_usual_groups(number)) return false;
  const Surroundings around = surroundings(document, number.range);
  const u16string_view named = label(around.before);
  return !is_contact(named) && !is_another_number(named, around.after);
}

bool in_report(const Prose& prose, Range range) {
  const Paragraph* paragraph = prose.at(range.begin);
  return paragraph != nullptr && paragraph->in_report();
}

void run(const Context& context, Findings& out) {
  bool any = false;
  for (const LongNumber& number : find_long_numbers(context.report)) {
    if (!is_private_mobile(*context.report.document, number) ||
        !in_report(context.report.prose, number.range))
      continue;
    any = true;
    out.add(say(u"出现疑似个人手机号（{0}），前面没有联系电话、咨询电话一类的字样。",
                u"This looks like a person's mobile number ({0}); nothing before it says that it is an "
                u"office number.",
                {masked(number.digits)}))
        .places.push_back(number.range);
  }
  if (!any) out.passed();
}

}  // namespace

extern constexpr Rule mobile_number = {
    .severity = Severity::warning,
    .title = {u"疑似个人手机号", u"A person's mobile number"},
    .basis_kind = BasisKind::law,
    .basis =
        {u"《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私、公开会损害第三方合法权益的信息不得公开",
         u"Regulations on Open Government Information, article 15: no disclosure of private matters that "
         u"harms third parties"},
    .advice = {u"个人号码请删去或隐去中间四位；确为办公电话的，写明“联系电话”。",
               u"Delete a person's number or hide its middle four digits; label an office number as .such "
               u"(\"联系电话\")."},
    .run = run,
};

}  // namespace nianbao::rules::privacy
