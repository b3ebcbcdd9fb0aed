#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/long_numbers.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::privacy {
namespace {

using std::u16string_view;

constexpr u16string_view mask_signs = u"*×●•#";
constexpr std::size_t least_hidden = 4;

struct MaskedNumber {
  TextSpan span;
  std::size_t hidden = 0;
};

bool is_piece(char16_t c) { return is_digit(c) || one_of(c, mask_signs); }

// Digits with one run of mask signs among or behind them, from `at`.
MaskedNumber masked_at(u16string_view text, std::size_t at) {
  MaskedNumber number{{at, at}, 0};
  while (number.span.end < text.size() && is_piece(text[number.span.end]))
    number.hidden += !is_digit(text[number.span.end++]);
  if (number.span.end < text.size() && text[number.span.end] == u'X' && number.span.end - at == 17)
    ++number.span.end;
  return number;
}

bool is_shaped_like_a_mobile(u16string_view text) {
  return text.size() == 11 && text[0] == u'1' && text[1] >= u'3' && text[1] <= u'9' && is_digit(text[2]);
}

bool is_shaped_like_an_identity_number(u16string_view text) {
  for (std::size_t i = 0; i < 2; ++i)
    if (!is_digit(text[i])) return false;
  return text.size() == 18 && is_identity_region(text);
}

void check(const Paragraph& paragraph, Findings& out) {
  const u16string_view text = paragraph.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const MaskedNumber number = masked_at(text, at);
    const u16string_view words = part(text, number.span);
    at = number.span.end;
    if (number.hidden == 0) continue;
    const bool mobile = is_shaped_like_a_mobile(words);
    if (!mobile && !is_shaped_like_an_identity_number(words)) continue;
    if (number.hidden >= least_hidden) {
      out.passed();
      continue;
    }
    const Words kind =
        mobile ? Words{u"手机号", u"mobile number"} : Words{u"身份证号", u"identity card number"};
    out.add(say(u"{0}只遮住了{1}位，仍可能推知全号。",
                u"A {0} has too few digits hidden ({1}): it may still be told.",
                {kind, static_cast<int>(number.hidden)}))
        .places.push_back(paragraph.back(number.span));
  }
}

void run(const Context& context, Findings& out) {
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) check(paragraph, out);
}

}  // namespace

extern constexpr Rule masking = {
    .severity = Severity::warning,
    .title = {u"脱敏不完整", u"A number is not hidden enough"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：手机号隐去中间四位（138****1234），身份证号只留首尾几位（35*************123）",
              u"Recommended: hide the middle four digits of a mobile number (138****1234) and all but a few "
              u"digits of an identity card number (35*************123)"},
    .advice = {u"至少遮住四位，身份证号遮住出生日期和顺序码。",
               u"Hide four digits at least; in an identity card number the date of birth too."},
    .run = run,
};

}  // namespace nianbao::rules::privacy
