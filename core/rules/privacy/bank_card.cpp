#include "rules/long_numbers.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::privacy {
namespace {

// UnionPay; Visa and Mastercard need a word beside them, because other long numbers begin with 4 and 5 as
// well.
bool is_issuer(std::u16string_view digits, const Surroundings& around) {
  const auto last =
      around.before.size() > 20 ? around.before.substr(around.before.size() - 20) : around.before;
  const bool spoken_of =
      contains_any(last, {u"卡", u"账号", u"帐号", u"账户", u"帐户", u"银行", u"户名", u"缴费"});
  const bool another_number = contains_any(
      last, {u"编号", u"流水号", u"单号", u"备案", u"文号", u"信用代码", u"标识码", u"受理号", u"登记号"});
  if (another_number && !spoken_of) return false;
  if (digits.starts_with(u"62")) return true;
  const bool foreign = digits.size() == 16 &&
                       (digits[0] == u'4' || (digits[0] == u'5' && digits[1] >= u'1' && digits[1] <= u'5'));
  return foreign && spoken_of;
}

bool is_card(const Report& report, const LongNumber& number) {
  return number.digits.size() >= 16 && number.digits.back() != u'X' && passes_luhn(number.digits) &&
         !is_identity_number(number.digits, 2100) &&
         is_issuer(number.digits, surroundings(*report.document, number.range));
}

void run(const Context& context, Findings& out) {
  std::uint32_t reported_to = 0;
  for (const LongNumber& number : find_long_numbers(context.report)) {
    if (number.range.begin < reported_to || !is_card(context.report, number)) continue;
    reported_to = number.range.end;
    out.add(say(u"出现银行卡号（{0}）：发卡行号段和校验位都相符。",
                u"This looks like a bank card number ({0}): issuer and check digit are right.",
                {masked(number.digits)}))
        .places.push_back(number.range);
  }
  if (reported_to == 0) out.passed();
}

}  // namespace

extern constexpr Rule bank_card = {
    .severity = Severity::error,
    .title = {u"出现银行卡号", u"A bank card number"},
    .basis_kind = BasisKind::law,
    .basis =
        {u"《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私、公开会损害第三方合法权益的信息不得公开",
         u"Regulations on Open Government Information, article 15: no disclosure of private matters that "
         u"harms third parties"},
    .advice = {u"删去，或隐去中间各位后再公布；确需公布收款账户的，改用单位账户并写明户名、开户行。",
               u"Delete it or hide the digits in its middle; if an account must be published, give the "
               u".agency's own."},
    .run = run,
};

}  // namespace nianbao::rules::privacy
