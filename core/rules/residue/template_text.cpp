#include <algorithm>

#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::residue {
namespace {

using std::u16string_view;

// Words that only a template says, wherever they stand.
constexpr u16string_view template_words[] = {
    u"单击此处",         u"点击此处",           u"请在此处",     u"请在此输入",   u"请删除本",
    u"请删除此",         u"填写完毕后请",       u"此行可删",     u"删除此行",     u"请输入文字",
    u"请按实际情况填写", u"请根据实际情况填写", u"请如实填写本", u"请填写本单位", u"请填写本机关"};

// At the beginning of a paragraph, or in brackets, and then ended: "填报说明：", "(示例)".
constexpr u16string_view template_labels[] = {u"填报说明", u"填写说明", u"填表说明", u"编写说明", u"示例",
                                              u"样例",     u"模板",     u"参考模板", u"范本"};

constexpr u16string_view bracket_notes[] = {u"数据填报", u"数据填写", u"填报数据", u"请填写", u"此处填写",
                                            u"此处填",   u"样式",     u"模板",     u"范本"};

template <std::size_t N>
bool is_one(u16string_view text, const u16string_view (&words)[N]) {
  for (u16string_view word : words)
    if (text == word) return true;
  return false;
}

// 宋体加粗小四号字: how a heading is to be set.
bool is_about_type(u16string_view inside) {
  constexpr std::size_t longest_hint = 24;
  return inside.size() <= longest_hint && contains_any(inside, {u"宋体", u"黑体", u"仿宋", u"楷体", u"加粗",
                                                                u"号字", u"字号", u"行距", u"首行缩进"});
}

// The inside of brackets that tells the writer what to do. Notes of the form and words to applicants are
// none.
bool is_instruction(u16string_view inside) {
  if (is_one(inside, bracket_notes) || is_one(inside, template_labels)) return true;
  if (inside.starts_with(u"文字描述") || is_about_type(inside)) return true;  // the official form's own hint
  if (contains_any(inside, {u"申请人", u"申请表", u"《"})) return false;
  if (inside.starts_with(u"此处"))
    return contains_any(inside, {u"填", u"写", u"插入", u"粘贴", u"补充", u"删", u"略", u"简述"});
  if (contains_any(inside, {u"请删除", u"删除本", u"可另附页", u"字以内", u"参考格式"})) return true;
  for (u16string_view label : template_labels)
    if (inside.starts_with(label) && inside.substr(label.size()).starts_with(u":")) return true;
  if (inside.starts_with(u"请") &&
      contains_any(inside, {u"概述", u"简述", u"列举", u"列明", u"注明", u"补充", u"核实", u"写明"}))
    return true;
  return contains_any(inside, {u"填写", u"填报", u"填列"}) &&
         contains_any(inside, {u"请", u"由各", u"各单位", u"根据实际", u"按实际", u"如实", u"本部分", u"此项",
                               u"此栏", u"没有的填", u"无则填"});
}

void find_in_brackets(const Paragraph& paragraph, Groups& groups) {
  constexpr std::size_t longest_note = 120;
  const u16string_view text = paragraph.text;
  for (std::size_t open = text.find(u'('); open != npos; open = text.find(u'(', open + 1)) {
    const std::size_t close =
        text.substr(0, std::min(text.size(), open + longest_note)).find_first_of(u"()", open + 1);
    if (close == npos || text[close] != u')') continue;
    u16string_view inside = text.substr(open + 1, close - open - 1);
    if (u16string_view note = starting_word(inside, {u"注:", u"说明:", u"备注:"}); !note.empty())
      inside.remove_prefix(note.size());
    if (is_instruction(inside)) groups.add(text.substr(open, close + 1 - open), paragraph, {open, close + 1});
  }
}

bool in_brackets(u16string_view text, std::size_t at) {
  constexpr std::size_t longest_note = 120;
  const std::size_t from = at > longest_note ? at - longest_note : 0;
  const u16string_view before = text.substr(from, at - from);
  const std::size_t open = before.rfind(u'(');
  return open != npos && before.find(u')', open) == npos;
}

void find_words(const Paragraph& paragraph, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (u16string_view word : template_words)
    for (std::size_t at : find_all(paragraph, word))
      if (!in_brackets(text, at)) groups.add(word, paragraph, {at, at + word.size()});
  for (u16string_view label : template_labels)
    if (text.starts_with(label) && text.size() > label.size() && text[label.size()] == u':')
      groups.add(text.substr(0, label.size() + 1), paragraph, {0, label.size() + 1});
}

// Some systems print these words behind the heading of every table; whether they belong there is a matter of
// opinion.
bool is_part_of_headings(const Group& group) { return group.key == u"(数据填报)"; }

// What stands in brackets goes as a whole; words without brackets may be half of what is to be deleted.
void offer(const Document& document, const Group& group, Finding& finding) {
  std::vector<Edit> edits;
  for (Range place : group.places)
    if (on_one_line(document, place)) edits.push_back({place, {}});
  const bool all = group.key.starts_with(u'(') && static_cast<int>(edits.size()) == group.count;
  if (all) offer_edits(finding, std::move(edits));
}

void run(const Context& context, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    find_in_brackets(paragraph, groups);
    find_words(paragraph, groups);
  }
  for (const Group& group : groups.all()) {
    Finding& finding = out.add(
        say(u"模板里的提示语{0}没有删去{1}。", u"The instruction {0} of the template was not deleted{1}.",
            {excerpt(*context.report.document, group.places.front(), 40), count_note(group)}));
    finding.places = group.places;
    if (is_part_of_headings(group)) finding.severity = Severity::notice;
    offer(*context.report.document, group, finding);
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule template_text = {
    .severity = Severity::error,
    .title = {u"模板提示语残留", u"An instruction of the template is left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：公布前删去模板中写给填报人的话",
              u"Recommended: delete what the template says to the writer before publication"},
    .advice = {u"删去提示语；标题恢复为格式规定的名称。",
               u"Delete it; headings go back to the names in the form."},
    .run = run,
};

}  // namespace nianbao::rules::residue
