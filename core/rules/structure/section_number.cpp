#include "base/numeral.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

// 1 to 10 for a Chinese numeral, 0 for anything else.
int chinese_number(std::u16string_view printed) {
  while (!printed.empty() && (printed.front() == u'(' || printed.front() == u'第')) printed.remove_prefix(1);
  const WholeNumber n = number_at(printed);
  return n.notation == Notation::chinese && n.length == 1 ? static_cast<int>(n.value) : 0;
}

bool proper_form(const std::u16string& printed) { return printed.size() == 2 && printed[1] == u'、'; }
bool bare_numeral(const std::u16string& printed) {
  return printed.size() <= 2 && number_at(printed).notation == Notation::chinese;
}

struct Numbered {
  const Section* section;
  int ordinal;             // 1 for the first section met
  std::u16string printed;  // folded, without spaces
};

std::vector<Numbered> numbered_sections(const Report& report) {
  std::vector<Numbered> out;
  for (int number : report.section_order) {
    const Section& section = report.section(number);
    out.push_back(
        {&section, static_cast<int>(out.size()) + 1, folded(report.document->view(section.printed_number))});
  }
  return out;
}

Range place_of(const Section& section) {
  return section.printed_number.empty() ? section.heading : section.printed_number;
}

std::u16string wanted_number(const Report& report, const Numbered& n) {
  return std::u16string(report.form->sections[n.section->number - 1].numeral) + u"、";
}

Text wanted(const Report& report, const Numbered& n) { return quote(wanted_number(report, n)); }

// The numbers that are typed, together; what the word processor counts is put right there.
void offer_numbers(const Report& report, const std::vector<Numbered>& wrong, Finding& finding) {
  std::vector<Edit> edits;
  for (const Numbered& n : wrong) {
    const Range place = n.section->printed_number;
    if (n.section->number_generated || place.empty() || !on_one_line(*report.document, place)) return;
    edits.push_back({place, wanted_number(report, n)});
  }
  offer_edits(finding, std::move(edits), Cure::Sure::never);
}

// The right numeral, but not of the section's own place: counted on after a missing section, or moved
// together with it.
bool right_place(const Numbered& n) {
  const int number = chinese_number(n.printed);
  return number == n.section->number || number == n.ordinal;
}

// All of one kind are one cause: Arabic numbers left by automatic numbering, numbers lost.
void report_together(const Report& report, const std::vector<Numbered>& wrong, const Text& what,
                     Findings& out) {
  if (wrong.empty()) return;
  std::vector<Text> titles;
  for (const Numbered& n : wrong)
    titles.push_back(join(quote(*report.document, n.section->heading, 20),
                          say(u"（应为{0}）", u" (should be {0})", {wanted(report, n)})));
  Finding& finding = out.add(say(u"{0}：{1}。", u"{0}: {1}.", {what, listed(titles, 6)}));
  for (const Numbered& n : wrong) finding.places.push_back(place_of(*n.section));
  offer_numbers(report, wrong, finding);
}

void report_number(const Report& report, const Numbered& n, Findings& out) {
  Finding& finding = out.add(say(u"标题{0}的序号应为{1}。", u"The number of the heading {0} should be {1}.",
                                 {quote(*report.document, n.section->heading), wanted(report, n)}));
  finding.places = {place_of(*n.section)};
  offer_numbers(report, {n}, finding);
}

// 二、 to 六、 before sub-topics of section one.
void report_topics(const Report& report, Findings& out) {
  if (report.topics_like_parts.empty()) return;
  Finding& finding =
      out.add(say(u"“一、总体情况”里的小标题用了{0}，与规定部分的序号相同。",
                  u"Sub-headings of section one are numbered {0}, like the prescribed sections.",
                  {listed(distinct_quotes(*report.document, report.topics_like_parts), 6)}));
  finding.severity = Severity::notice;
  finding.advice =
      Words{u"第一部分里的小标题改用“（一）、（二）、（三）”编号，“二、”至“六、”只留给规定的部分。",
            u"Number the sub-headings of section one \"（一）\", \"（二）\", \"（三）\"; \"二、\" to "
            u"\"六、\" are those of the prescribed sections."};
  finding.places = report.topics_like_parts;
}

void check(const Report& report, Findings& out) {
  std::vector<Numbered> other, none, loose;
  int right = 0;
  for (const Numbered& n : numbered_sections(report)) {
    if (n.section->heading.empty()) continue;
    if (n.printed.empty()) none.push_back(n);
    else if (!bare_numeral(n.printed)) other.push_back(n);
    else if (!right_place(n)) report_number(report, n, out);
    else if (!proper_form(n.printed)) loose.push_back(n);
    else ++right;
  }
  out.passed(right);
  report_together(
      report, other,
      Words{u"一级标题没有用“一、二、三、”编号", u"First-level headings are not numbered \"一、二、三、\""},
      out);
  // Where no heading has one, the file's automatic numbering may not have come along.
  if (right + static_cast<int>(loose.size()) > 0)
    report_together(report, none, Words{u"一级标题缺序号", u"First-level headings lack their number"}, out);
  report_topics(report, out);
  report_together(
      report, loose,
      Words{u"一级标题的序号后面应是顿号", u"The number of a first-level heading is followed by \"、\""},
      out);
}

}  // namespace

extern constexpr Rule section_number = {
    .severity = Severity::warning,
    .title = {u"一级标题序号错误", u"A wrong number before a section heading"},
    .basis_kind = BasisKind::practice,
    .basis = {u"年度报告格式的六个部分以“一、”至“六、”编号",
              u"The official form numbers its six sections from \"一、\" to \"六、\""},
    .advice = {u"改为“一、”至“六、”，依次不重不漏；Word自动编号请在定稿前检查显示是否正确。",
               u"Number the sections from \"一、\" to \"六、\"; where the word processor numbers them, look "
               u"at what it prints."},
    .run = [](const Context& context, Findings& out) { check(context.report, out); },
};

}  // namespace nianbao::rules::structure
