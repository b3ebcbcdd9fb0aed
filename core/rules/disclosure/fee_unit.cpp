#include "rules/last_year.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::disclosure {
namespace {

constexpr int smallest_telling = 100;    // below, equal digits are chance
constexpr int suspicious_growth = 5000;  // 万元 to 元 is 10,000

bool is_number_character(char16_t c) { return is_digit(c) || c == u'.' || c == u','; }

std::u16string without_commas(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : text)
    if (c != u',') out.push_back(c);
  return out;
}

// An amount in 元 with these digits, in a sentence about charges; an empty range where there is none.
Range same_digits_in_yuan(const Paragraph& paragraph, TextSpan sentence, Decimal amount) {
  const std::u16string_view text = std::u16string_view(paragraph.text).substr(0, sentence.end);
  if (text.find(u'费', sentence.begin) == text.npos) return {};
  for (auto yuan = text.find(u'元', sentence.begin); yuan != text.npos; yuan = text.find(u'元', yuan + 1)) {
    std::size_t begin = yuan;
    while (begin > sentence.begin && is_number_character(text[begin - 1])) --begin;
    const auto value = Decimal::parse(without_commas(text.substr(begin, yuan - begin)));
    if (value && *value == amount && value->scale() <= 2) return paragraph.back(begin, yuan + 1);
  }
  return {};
}

Range find_in_text(const Report& report, Decimal amount) {
  for (const Paragraph& paragraph : report.prose.paragraphs)
    for (TextSpan sentence : sentences(paragraph.text))
      if (const Range found = same_digits_in_yuan(paragraph, sentence, amount);
          paragraph.in_report() && !found.empty())
        return found;
  return {};
}

Decimal in_ten_thousands(Decimal yuan) { return Decimal::scaled(yuan.units(), yuan.scale() + 4); }

std::optional<Decimal> last_year_amount(const Report* previous) {
  if (previous == nullptr || !usable(*previous, TableId::disclosure)) return std::nullopt;
  const ReportCell* cell = previous->cell("disclosure", "fees", "amount");
  return cell != nullptr ? cell->value : std::nullopt;
}

bool grew_beyond_belief(Decimal now, Decimal before) {
  return before > Decimal(0) && now >= times(before, suspicious_growth);
}

void check(const Context& context, CellRef ref, Decimal amount, Findings& out) {
  const Report& report = context.report;
  const Text name = cell_label(*report.form, ref);
  if (const Range found = find_in_text(report, amount); !found.empty()) {
    Finding& finding = out.add(say(u"{0}填的是{1}（万元），正文写的是{2}，疑似把元填进了万元栏，应为{3}。",
                                   u"{0} has {1} (in 10,000 yuan), the text says {2}: yuan seem to stand "
                                   u"where 10,000 yuan belong; it should be {3}.",
                                   {name, amount, quote(*report.document, found), in_ten_thousands(amount)}));
    finding.cells = {ref};
    finding.places = {report.cell(ref).range, found};
    return;
  }
  const auto before = last_year_amount(not_comparable(context) ? nullptr : context.previous);
  if (!before || !grew_beyond_belief(amount, *before)) return out.passed();
  out.add(say(u"{0}填的是{1}（万元），上年是{2}，相差几千倍，疑似把元填进了万元栏。",
              u"{0} has {1} (in 10,000 yuan), last year {2}: thousands of times as much; yuan seem to stand "
              u"where 10,000 yuan belong.",
              {name, amount, *before}))
      .cells = {ref};
}

}  // namespace

extern constexpr Rule fee_unit = {
    .severity = Severity::warning,
    .title = {u"收费金额疑似未用万元", u"The charges seem not to be in 10,000 yuan"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：表二“本年收费金额（单位：万元）”",
              u"The official form: the amount in table 2 is in 10,000 yuan"},
    .advice = {u"核对金额，以万元为单位填报，可保留小数。",
               u"Check the amount and enter it in 10,000 yuan; decimals are allowed."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (!usable(report, TableId::disclosure))
            return out.unable(why_unusable(report, TableId::disclosure));
          const auto ref = report.ref("disclosure", "fees", "amount");
          if (!ref) return;
          const auto amount = report.cell(*ref).value;
          if (amount && *amount >= Decimal(smallest_telling)) check(context, *ref, *amount, out);
          else out.passed(amount.has_value());
        },
};

}  // namespace nianbao::rules::disclosure
