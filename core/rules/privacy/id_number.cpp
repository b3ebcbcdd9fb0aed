#include "rules/long_numbers.h"
#include "rules/rule.h"

namespace nianbao::rules::privacy {
namespace {

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  const int latest_birth = report.year != 0 ? report.year + 1 : 2100;
  std::uint32_t reported_to = 0;
  for (const LongNumber& number : find_long_numbers(report)) {
    if (number.range.begin < reported_to || !is_identity_number(number.digits, latest_birth)) continue;
    reported_to = number.range.end;
    out.add(say(u"出现居民身份证号（{0}）：地区码、出生日期、校验码都相符。",
                u"This looks like an identity card number ({0}): region, date of birth and check digit are "
                u"right.",
                {masked(number.digits)}))
        .places.push_back(number.range);
  }
  if (reported_to == 0) out.passed();
}

}  // namespace

extern constexpr Rule id_number = {
    .severity = Severity::error,
    .title = {u"出现身份证号", u"An identity card number"},
    .basis_kind = BasisKind::law,
    .basis =
        {u"《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私、公开会损害第三方合法权益的信息不得公开",
         u"Regulations on Open Government Information, article 15: no disclosure of private matters that "
         u"harms third parties"},
    .advice = {u"删去，或隐去中间各位后再公布。",
               u"Delete it, or hide the digits in its middle before publication."},
    .run = run,
};

}  // namespace nianbao::rules::privacy
