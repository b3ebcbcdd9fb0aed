#include <algorithm>

#include "base/unicode.h"
#include "report/agency.h"
#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::title {
namespace {

using Mention = Report::AgencyMention;

struct Short {
  std::u16string_view full, abbreviated;
};

// Usual ways to shorten a name that leave no doubt who is meant; the longer first.
constexpr Short usual[] = {{u"人民政府", u"政府"},
                           {u"办公室", u"办"},
                           {u"办公厅", u"办"},
                           {u"街道办事处", u"街道"},
                           {u"街道办", u"街道"},
                           {u"镇政府", u"镇"},
                           {u"乡政府", u"乡"},
                           {u"委员会", u"委"},
                           {u"管理委", u"管委"},
                           {u"卫生健康", u"卫健"},
                           {u"人力资源和社会保障", u"人社"},
                           {u"人力资源社会保障", u"人社"},
                           {u"住房和城乡建设", u"住建"},
                           {u"住房城乡建设", u"住建"},
                           {u"文化和旅游", u"文旅"},
                           {u"文化旅游", u"文旅"},
                           {u"市场监督管理", u"市场监管"},
                           {u"发展和改革", u"发改"},
                           {u"发展改革", u"发改"},
                           {u"工业和信息化", u"工信"}};

// 县人民政府办公室 reports for itself and for its government; 水利局办公室 signs for 水利局.
void drop_office(std::u16string& name) {
  if (!name.ends_with(u"办") || name.size() < 5) return;
  const std::u16string_view body = std::u16string_view(name).substr(0, name.size() - 1);
  if (!ending_word(body, {u"政府", u"局", u"委", u"厅", u"镇", u"乡", u"街道", u"中心"}).empty())
    name.pop_back();
}

// 青禾县 is 青禾县人民政府, 青禾区人民政府云塘街道 is 青禾区云塘街道.
void drop_government(std::u16string& name) {
  constexpr std::u16string_view government = u"政府";
  if (const std::size_t at = name.find(government); at != npos && name.ends_with(u"街道"))
    name.erase(at, government.size());
  if (name.ends_with(government) && is_place_name(name.substr(0, name.size() - government.size())))
    name.resize(name.size() - government.size());
}

std::u16string plain_name(std::u16string_view name) {
  std::u16string text = folded(name);
  text = text.substr(0, text.find(u'('));
  for (const Short& pair : usual)
    if (const std::size_t at = text.find(pair.full); at != npos)
      text.replace(at, pair.full.size(), pair.abbreviated);
  drop_office(text);
  drop_government(text);
  return text;
}

// 永沛高新区 for 永沛高新技术产业开发区管理委员会, 勐岗自治县 for 勐岗傣族拉祜族自治县: a place by some of
// its characters in their order, what it is called in front.
bool abbreviates(std::u16string_view name, std::u16string_view whole) {
  constexpr std::size_t shortest = 4;
  return name.size() >= shortest && one_of(name.back(), u"区县州旗") && is_short_for(name, whole);
}

// "县水利局" and "青禾县水利局" are one agency, "云汐县水利局" and "石坞县水利局" are two; "青禾县" is its
// government.
bool same_agency(std::u16string_view a, std::u16string_view b) {
  std::u16string first = plain_name(a), second = plain_name(b);
  for (std::u16string* name : {&first, &second})
    if (name->ends_with(u"政府")) name->resize(name->size() - 2);
  return first.ends_with(second) || second.ends_with(first) || abbreviates(first, second) ||
         abbreviates(second, first);
}

// 云塘镇… for 清峪县云塘镇: the place by its last part, of two characters at least.
bool begins_with_end_of(std::u16string_view body, std::u16string_view place) {
  constexpr std::size_t shortest = 2;
  for (std::size_t at = 0; at + shortest <= place.size(); ++at)
    if (body.starts_with(place.substr(at))) return true;
  return false;
}

// A government has its report written by its office, or by the body that looks after disclosure for it.
bool compiles_for(std::u16string_view government, std::u16string_view name) {
  const AgencyKind kind = agency_kind(government);
  if (kind != AgencyKind::government && kind != AgencyKind::township) return false;
  const std::u16string place = plain_name(government), whole = folded(name),
                       body = whole.substr(0, whole.find(u'('));
  return begins_with_end_of(body, place) &&
         (!ending_word(body, {u"办公室", u"办公厅", u"办", u"领导小组", u"指挥室", u"服务中心"}).empty() ||
          contains_any(body, {u"政务", u"行政审批", u"数据", u"信息"}));
}

// "（以下简称水利局）", "简称“市审批局”"
bool declared_short(const Prose& prose, std::u16string_view name) {
  const std::u16string text = folded(name);
  for (const Paragraph& paragraph : prose.paragraphs)
    for (std::size_t at : find_all(paragraph, u"简称")) {
      Scanner scanner(paragraph.text, at + 2);
      scanner.skip_all({u"为", u"\"", u":"});
      if (scanner.take(text)) return true;
    }
  return false;
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  const Mention* title = nullptr;
  for (const Mention& mention : report.agencies)
    if (mention.where == Mention::title) title = &mention;
  if (title == nullptr)
    return out.skip(say(u"标题里没有机关全称", u"the title does not give the agency's full name"));
  std::vector<std::u16string> reported;
  for (const Mention& mention : report.agencies) {
    if (mention.where != Mention::preamble && mention.where != Mention::signature) continue;
    if (same_agency(title->name, mention.name) || compiles_for(title->name, mention.name) ||
        declared_short(context.report.prose, mention.name)) {
      out.passed();
      continue;
    }
    if (std::find(reported.begin(), reported.end(), mention.name) != reported.end()) continue;
    reported.push_back(mention.name);
    const Words where =
        mention.where == Mention::signature ? Words{u"落款", u"signature"} : Words{u"前言", u"preface"};
    out.add(say(u"标题里的机关是“{0}”，{1}里写的是“{2}”。", u"The title names \"{0}\", the {1} \"{2}\".",
                {title->name, where, mention.name}))
        .places = {mention.range, title->range};
  }
}

}  // namespace

extern constexpr Rule agency_mismatch = {
    .severity = Severity::warning,
    .title = {u"标题与正文机关名称不一致", u"Title and text name different agencies"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：同一份报告的标题、前言、落款使用同一个机关全称；用简称的，先注明",
              u"Recommended: title, preface and signature give the same full name; a short form is declared "
              u"first"},
    .advice = {u"核对机关全称后统一；如果是从其他单位的报告改写而来，检查正文是否还留有其他单位的名称。",
               u"Check the full name and use it throughout; if the text was adapted from another agency's "
               u".report, look for further traces of it."},
    .run = run,
};

}  // namespace nianbao::rules::title
