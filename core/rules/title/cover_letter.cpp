#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::title {
namespace {

// "安行审函(2022)6号": a document number on a line of its own.
bool is_document_number(std::u16string_view text) {
  if (text.size() > 24 || !text.ends_with(u"号")) return false;
  const std::size_t open = text.find(u'(');
  if (open == npos || open == 0 || open + 5 >= text.size() || text[open + 5] != u')') return false;
  Scanner year(text, open + 1);
  return year.take_digits() == 4;
}

// "市政府办公室:": the addressee.
bool is_addressee(std::u16string_view text) {
  if (text.size() < 3 || text.size() > 40 || text.back() != u':' || text.find_first_of(u"。;(《") != npos)
    return false;
  text.remove_suffix(1);
  return !ending_word(text, {u"办公室", u"办公厅", u"政府", u"局", u"委", u"委员会", u"单位", u"部门",
                             u"政府办", u"司", u"厅", u"科"})
              .empty();
}

bool is_letter_phrase(std::u16string_view text) {
  if (contains_any(text, {u"请收悉", u"请审阅", u"请予审阅", u"请予审核", u"请查收", u"请予备案", u"特此函告",
                          u"年度报告的函", u"年报的函"}))
    return true;
  const std::size_t at = text.find(u"现将");
  return at != npos &&
         contains_any(part(text, sentence_around(text, at)),
                      {u"报来", u"报送如下", u"报上", u"上报如下", u"呈报如下", u"随文上报", u"随函报送"});
}

struct Letter {
  std::vector<Range> number, addressee, phrase;
};

// The letter stands before the text of section one; in a report without sections nothing can be said.
Letter find_letter(const Context& context) {
  Letter letter;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (paragraph.part == Part::heading || paragraph.part == Part::section) break;
    if (is_document_number(paragraph.text)) letter.number.push_back(paragraph.range);
    else if (is_addressee(paragraph.text)) letter.addressee.push_back(paragraph.range);
    else if (is_letter_phrase(paragraph.text)) letter.phrase.push_back(paragraph.range);
  }
  return letter;
}

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  const Letter letter = find_letter(context);
  const bool headed = !letter.number.empty() && !letter.addressee.empty();
  if (letter.phrase.empty() && !headed) return out.passed();
  Finding& finding =
      out.add(say(u"报告前夹带了报送函或公文头：{0}。",
                  u"A letter of transmittal or the head of an official paper stands before the report: {0}.",
                  {excerpt(document, headed ? letter.number.front() : letter.phrase.front(), 40)}));
  for (const auto* pieces : {&letter.number, &letter.addressee, &letter.phrase})
    finding.places.insert(finding.places.end(), pieces->begin(), pieces->end());
}

}  // namespace

extern constexpr Rule cover_letter = {
    .severity = Severity::warning,
    .title = {u"夹带报送函或公文头", u"A letter of transmittal is left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：向社会公布的是年度报告本身；发文字号、主送机关和“现将……报来”属于内部报送文件",
              u"Recommended: what is published is the report; document number, addressee and words of "
              u"submission belong to the internal letter"},
    .advice = {u"删去发文字号、主送机关和报送语，从报告标题开始公布。",
               u"Take out the letter and begin with the title of the report."},
    .run = run,
};

}  // namespace nianbao::rules::title
