#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::wording {
namespace {

using std::u16string_view;

constexpr std::size_t shortest = 2, longest = 5;

// Said twice on purpose (研究研究, 一件一件, 非常非常), or parts of names.
constexpr u16string_view reduplications[] = {u"研究", u"讨论", u"考虑", u"商量", u"了解", u"学习", u"锻炼",
                                             u"总结", u"观察", u"琢磨", u"比较", u"体验", u"熟悉", u"打听",
                                             u"参观", u"调查", u"活动", u"放松", u"许多", u"很多", u"非常",
                                             u"十分", u"好的", u"哈哈", u"年度", u"逐条", u"逐项"};

// What makes a word of its own with the second copy: 县人民政府 + 政府网站, 公开工作 + 工作人员.
constexpr u16string_view compounds[] = {
    u"人",   u"机制", u"机构", u"机关", u"制度", u"小组", u"专班", u"会",   u"流程", u"领导", u"要点",
    u"方案", u"目录", u"指南", u"属性", u"专栏", u"栏目", u"平台", u"渠道", u"表",   u"量",   u"书",
    u"函",   u"班",   u"中心", u"系统", u"网",   u"部门", u"单位", u"对象", u"窗口", u"事项", u"热线",
    u"质量", u"水平", u"能力", u"主任", u"家",   u"主",   u"生",   u"办",   u"局",   u"科",   u"股",
    u"处",   u"厅",   u"委",   u"门户", u"公报", u"采购", u"信息", u"代表", u"居",   u"党",   u"组",
    u"成员", u"标准", u"程序", u"内容", u"数",   u"率",   u"员",   u"法",   u"案",   u"期",   u"年报",
    u"服务", u"职能", u"职责", u"文件", u"条例", u"规定", u"决定", u"方式", u"项目", u"清单"};

// Single characters that are never doubled on purpose, with what makes words of the second copy: 财政局局长,
// 关键是是否.
struct SingleCharacter {
  char16_t character;
  u16string_view unless_before;  // the character that follows
};
constexpr SingleCharacter single_characters[] = {{u'局', u"长属领机办党务班内网纪工部"},
                                                 {u'是', u"否非"},
                                                 {u'的', u"确士"},
                                                 {u'和', u"美气谐睦平解"},
                                                 {u'在', u"线职建册校编岗外场座地"},
                                                 {u'及', u"时格第早"},
                                                 {u'府', u"谷河"},
                                                 {u'镇', u"政党村域区街级直长里属内纪办"},
                                                 {u'县', u"城域政委级直长里属内纪"},
                                                 {u'办', u"公理事文会结法函"},
                                                 {u'委', u"员托会派机领属书班"}};

bool is_slip(u16string_view text, std::size_t at) {
  for (const SingleCharacter& single : single_characters) {
    if (text[at] != single.character) continue;
    const bool thrice =
        (at > 0 && text[at - 1] == text[at]) || (at + 2 < text.size() && text[at + 2] == text[at]);
    return !thrice && (at + 2 >= text.size() || single.unless_before.find(text[at + 2]) == npos);
  }
  return false;
}

bool all_han(u16string_view text) {
  for (char16_t c : text)
    if (!is_han(c)) return false;
  return true;
}

bool all_same(u16string_view text) { return text.find_first_not_of(text[0]) == npos; }

bool is_reduplication(u16string_view word) {
  if (one_of(word[0], u"一两二三四五六七八九十百千万每逐")) return true;
  for (u16string_view usual : reduplications)
    if (word == usual) return true;
  return false;
}

bool begins_a_compound(u16string_view after) {
  for (u16string_view word : compounds)
    if (after.starts_with(word)) return true;
  return false;
}

bool is_allowed(u16string_view word, u16string_view after) {
  if (all_same(word) || is_reduplication(word)) return true;
  if (word == u"城市")  // 阳城市 + 城市管理局
    for (u16string_view work : {u"管理", u"综合", u"更新", u"建设", u"规划", u"执法", u"运行", u"社区"})
      if (after.starts_with(work)) return true;
  if (word == u"信息" && !after.empty() && is_digit(after[0])) return true;  // 统计信息 + 信息20条
  return (word.size() == 2 || word == u"办公室" || word == u"委员会" || word == u"居委会") &&
         begins_a_compound(after);
}

// The longest word that stands twice at `at`, or 0.
std::size_t doubled_at(const Paragraph& paragraph, std::size_t at) {
  const u16string_view text = paragraph.text;
  for (std::size_t size = longest; size >= shortest; --size) {
    if (at + 2 * size > text.size()) continue;
    const u16string_view word = text.substr(at, size);
    if (text.compare(at + size, size, word) != 0 || !all_han(word) || !paragraph.adjoins(at + size)) continue;
    if (!is_allowed(word, text.substr(at + 2 * size))) return size;
  }
  const bool twice = at + 1 < text.size() && text[at] == text[at + 1] && paragraph.adjoins(at + 1);
  return twice && is_slip(text, at) ? 1 : 0;
}

void find(const Paragraph& paragraph, Groups& groups) {
  for (std::size_t at = 0; at < paragraph.text.size();) {
    const std::size_t size = doubled_at(paragraph, at);
    if (size > 0) groups.add(u16string_view(paragraph.text).substr(at, size), paragraph, {at, at + 2 * size});
    at += size > 0 ? 2 * size : 1;
  }
}

void run(const Context& context, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) find(paragraph, groups);
  for (const Group& group : groups.all()) {
    Finding& finding = out.add(say(u"“{0}”连写了两遍{1}：{2}。", u"\"{0}\" is written twice{1}: {2}.",
                                   {group.key, count_note(group), group.context}));
    finding.places = group.places;
    offer_words(*context.report.document, finding, group.key + group.key, group.key);
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule doubled_word = {
    .severity = Severity::warning,
    .title = {u"词语重复", u"A word is written twice"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：公布前通读一遍，删去误写的重复词语",
              u"Recommended: read the text through and delete words written twice"},
    .advice = {u"删去多写的一遍。", u"Delete one of the two."},
    .run = run,
};

}  // namespace nianbao::rules::wording
