#include "rules/analysis.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::content {
namespace {

using std::u16string_view;

// The words are the subject of the sentence; not compared with, learnt from or addressed.
bool is_subject(u16string_view text, std::size_t at, std::size_t end) {
  const u16string_view before = text.substr(0, at), after = text.substr(end);
  if (!ending_word(before, {u"与",   u"和",   u"较",   u"比",   u"同",   u"向",   u"对",   u"在",   u"由",
                            u"给",   u"到",   u"赴",   u"为",   u"受",   u"因",   u"由于", u"针对", u"借鉴",
                            u"学习", u"指导", u"督促", u"帮助", u"组织", u"邀请", u"于",   u"的",   u"、",
                            u"《",   u"我县", u"我市", u"我区", u"辖区", u"全市", u"全县", u"全区", u"覆盖"})
           .empty())
    return false;
  return starting_word(after, {u"的", u"、", u"》", u"相比"}).empty();
}

void find(const Paragraph& paragraph, Groups& groups) {
  for (u16string_view words :
       {u16string_view(u"部分地区"), u16string_view(u"一些地区"), u16string_view(u"有的地区"),
        u16string_view(u"有些地区"), u16string_view(u"大多数地区"), u16string_view(u"许多地区"),
        u16string_view(u"部分地方"), u16string_view(u"一些地方"), u16string_view(u"有些地方"),
        u16string_view(u"多数部门"), u16string_view(u"各级政府部门"), u16string_view(u"各地政府")})
    for (std::size_t at : find_all(paragraph, words))
      if (is_subject(paragraph.text, at, at + words.size()))
        groups.add(words, paragraph, {at, at + words.size()});
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.agency_kind == AgencyKind::government || report.agency.ends_with(u"政府办公室") ||
      report.agency.ends_with(u"政府办公厅"))
    return out.skip(say(u"政府的报告可以写辖区内各地", u"a government may speak of the places it governs"));
  if (report.agency_kind == AgencyKind::unknown)
    return out.unable(say(u"不知道是哪一类机关", u"the kind of agency is not known"));
  Groups groups(*report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.part == Part::section && (paragraph.section == 1 || paragraph.section >= 5))
      find(paragraph, groups);
  for (const Group& group : groups.all())
    out.add(say(u"以“{0}”为主语，写的不像本机关自己的情况{1}：{2}。",
                u"\"{0}\" as the subject: this does not read like the agency's own work{1}: {2}.",
                {group.key, count_note(group), group.context}))
        .places = group.places;
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule third_person = {
    .severity = Severity::warning,
    .title = {u"泛泛而谈，非本机关情况", u"General talk instead of the agency's own work"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号（四）明确责任：发布内容不准确不全面或者内容雷同、敷衍塞责并造成不良"
              u"后果的，依法追究责任",
              u"\"国办公开办函〔2021〕30号\", (4): inaccurate, incomplete, copied or perfunctory reports "
              u"have consequences"},
    .advice = {u"改写本机关实际做了什么；从别处引用的段落删去。",
               u"Tell what the agency itself did; delete passages taken from elsewhere."},
    .run = run,
};

}  // namespace nianbao::rules::content
