#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {
namespace {

constexpr std::u16string_view prefix = u"国办公开办函";

bool is_word(char16_t c) { return is_han(c); }

// The folded place of a document number: agency mark, year and number.
struct Number {
  std::size_t begin, end;    // folded, the agency mark included
  std::u16string_view mark;  // 国办发
};

// "国办发(2021)30号" around the "(2021)30号" at `at`.
Number number_at(const std::u16string& text, std::size_t at, std::size_t size) {
  std::size_t begin = at;
  while (begin > 0 && is_word(text[begin - 1])) --begin;
  return {begin, at + size, std::u16string_view(text).substr(begin, at - begin)};
}

// Documents of other agencies may bear the same number: it is the form's when its mark is of the State
// Council's office, or when the name of the form stands just before it.
bool means_the_form(const std::u16string& text, const Number& number) {
  if (number.mark.find(u"国办") != std::u16string_view::npos) return true;
  if (number.begin < 2 || text[number.begin - 1] != u'(') return false;
  const std::size_t from = number.begin > 60 ? number.begin - 60 : 0;
  const std::u16string_view before = std::u16string_view(text).substr(from, number.begin - from);
  for (std::u16string_view name : {u"年度报告格式〉的通知》(", u"年度报告格式》的通知》(",
                                   u"年度报告格式的通知》(", u"年度报告有关事项的通知》("})
    if (before.ends_with(folded(name))) return true;
  return false;
}

void check_number(const Document& document, const Paragraph& paragraph, std::u16string_view number,
                  Findings& out) {
  const std::u16string wanted = folded(number);
  const std::u16string& text = paragraph.text;
  for (auto at = text.find(wanted); at != std::u16string::npos; at = text.find(wanted, at + 1)) {
    const Number found = number_at(text, at, wanted.size());
    if (found.mark.ends_with(prefix)) {
      out.passed();
    } else if (means_the_form(text, found)) {
      const std::u16string right = std::u16string(prefix) + std::u16string(number);
      Finding& finding =
          out.add(say(u"年度报告格式的文号写成了{0}，应为{1}。",
                      u"The document number of the form is given as {0}; it is {1}.",
                      {quote(text.substr(found.begin, found.end - found.begin)), quote(right)}));
      finding.places = {paragraph.back(found.begin, found.end)};
      offer_text(document, finding, finding.places.front(), right);
    }
  }
}

// 《…年度报告格式〉的通知》 is the notice of 2021; the number of 2019 behind its name is that of another.
void check_mixed_up(const Document& document, const Paragraph& paragraph, Findings& out) {
  const std::u16string name = folded(u"年度报告格式〉的通知》(国办公开办函〔2019〕60号");
  const std::u16string number = folded(u"国办公开办函〔2019〕60号");
  const auto at = paragraph.text.find(name);
  if (at == std::u16string::npos) return;
  const std::size_t begin = at + name.size() - number.size();
  Finding& finding =
      out.add(say(u"通知的名称是2021年的，文号却写成了2019年的{0}，应为{1}。",
                  u"The name is that of the notice of 2021, the number {0} that of 2019; it is {1}.",
                  {quote(u"国办公开办函〔2019〕60号"), quote(u"国办公开办函〔2021〕30号")}));
  finding.places = {paragraph.back(begin, at + name.size())};
  offer_text(document, finding, finding.places.front(), u"国办公开办函〔2021〕30号");
}

// 国务院令第N号 right behind the name of the Regulations.
void check_order(const Document& document, const Paragraph& paragraph, Findings& out) {
  constexpr std::u16string_view name = u"政府信息公开条例》", order = u"国务院令第";
  const std::u16string& text = paragraph.text;
  for (auto at = text.find(name); at != std::u16string::npos; at = text.find(name, at + 1)) {
    // Looked for nearby only: a search to the end behind every name would be quadratic.
    const std::size_t behind = at + name.size();
    const auto gap = std::u16string_view(text).substr(behind, 8 + order.size()).find(order);
    if (gap == std::u16string_view::npos) continue;
    const std::size_t begin = behind + gap, digits = begin + order.size();
    const auto length = std::u16string_view(text).substr(digits, 5).find(u'号');
    if (length == std::u16string_view::npos) continue;
    const std::size_t end = digits + length;
    const std::u16string number = text.substr(digits, length);
    if (number == u"711") {
      out.passed();
      continue;
    }
    Finding& finding =
        out.add(say(u"《中华人民共和国政府信息公开条例》的国务院令写成了第{0}号，现行条例是第711号。",
                    u"The Regulations on Open Government Information are cited as State Council order no. "
                    u"{0}; the text in force is no. 711.",
                    {number}));
    finding.places = {paragraph.back(begin, end + 1)};
    offer_text(document, finding, finding.places.front(), u"国务院令第711号");
  }
}

}  // namespace

extern constexpr Rule wrong_citation = {
    .severity = Severity::warning,
    .title = {u"文号书写错误", u"A document number is miswritten"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号、国办公开办函〔2019〕60号；《中华人民共和国政府信息公开条例》（国务"
              u"院令第711号）",
              u"\"国办公开办函〔2021〕30号\", \"国办公开办函〔2019〕60号\"; Regulations on Open Government "
              u"Information (State Council order no. 711)"},
    .advice = {u"按原文件更正文号。", u"Correct the number from the document itself."},
    .run =
        [](const Context& context, Findings& out) {
          const Document& document = *context.report.document;
          for (const Paragraph& paragraph : context.report.prose.paragraphs) {
            if (!paragraph.in_report()) continue;
            check_number(document, paragraph, u"〔2021〕30号", out);
            check_number(document, paragraph, u"〔2019〕60号", out);
            check_order(document, paragraph, out);
            check_mixed_up(document, paragraph, out);
          }
        },
};

}  // namespace nianbao::rules::form
