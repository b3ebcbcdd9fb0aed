#include "report/agency.h"

#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::u16string_view bodies[] = {
    u"政府", u"办公室", u"办公厅", u"局",   u"委员会", u"委",     u"厅",   u"院", u"部",
    u"署",   u"中心",   u"队",     u"所",   u"站",     u"处",     u"会",   u"社", u"馆",
    u"学校", u"大学",   u"学院",   u"医院", u"集团",   u"公司",   u"街道", u"镇", u"乡",
    u"苏木", u"开发区", u"管理区", u"园区", u"新区",   u"高新区", u"办",   u"行", u"团",
    u"室",   u"台",     u"厂",     u"场",   u"库",     u"组"};

constexpr std::u16string_view zones[] = {u"开发区", u"园区",   u"新区",   u"高新区",
                                         u"管理区", u"示范区", u"度假区", u"保税区"};

template <typename Words>
bool ends_in(std::u16string_view text, const Words& words) {
  for (std::u16string_view word : words)
    if (text.ends_with(word)) return true;
  return false;
}

bool in_order(std::u16string_view name, std::u16string_view whole) {
  std::size_t at = 0;
  for (char16_t c : name) {
    at = whole.find(c, at);
    if (at++ == whole.npos) return false;
  }
  return true;
}

// The characters of `name` in their order in `whole`, the last one of both the same.
bool abbreviates(std::u16string_view name, std::u16string_view whole) {
  return name.size() >= 2 && name.back() == whole.back() && in_order(name, whole);
}

// 市 of 清源市, but not of 城市管理局 or 市场监督管理局.
bool is_level(std::u16string_view name, std::size_t at) {
  if (std::u16string_view(u"省市县区旗州盟").find(name[at]) == std::u16string_view::npos) return false;
  const std::u16string_view with_last = name.substr(at == 0 ? 0 : at - 1, 2), with_next = name.substr(at, 2);
  for (std::u16string_view word : {u"城市", u"社区", u"园区", u"市场", u"市政", u"市容", u"区划", u"区域"})
    if (with_last == word || with_next == word) return false;
  return true;
}

bool names_a_level(std::u16string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at)
    if (is_level(name, at)) return true;
  return false;
}

}  // namespace

bool is_agency_name(std::u16string_view text) {
  if (text.size() < 4 || text.size() > 40) return false;
  for (char16_t c : text)
    if (!is_han(c) && std::u16string_view(u"()（）·-").find(c) == std::u16string_view::npos) return false;
  constexpr std::u16string_view never[] = {u"报告", u"关于", u"公开", u"根据", u"按照", u"发布", u"公布",
                                           u"联系", u"负责", u"工作", u"现将", u"我",   u"要求", u"进行"};
  for (std::u16string_view word : never)
    if (text.find(word) != std::u16string_view::npos) return false;
  std::u16string_view name = text;
  if (name.back() == u')' || name.back() == u'）') name = name.substr(0, name.find_first_of(u"(（"));
  return ends_in(name, bodies);
}

bool is_place_name(std::u16string_view text) {
  constexpr std::u16string_view ends[] = {u"省", u"市", u"县", u"区",   u"旗",  u"州",
                                          u"盟", u"镇", u"乡", u"街道", u"苏木"};
  constexpr std::size_t shortest = 3, longest = 15;
  if (text.size() < shortest || text.size() > longest || !ends_in(text, ends) || is_partial_name(text))
    return false;
  constexpr std::u16string_view never[] = {u"公开", u"全", u"我", u"本", u"各",
                                           u"该",   u"在", u"的", u"和", u"对"};
  for (std::u16string_view word : never)
    if (text.find(word) != std::u16string_view::npos) return false;
  for (char16_t c : text)
    if (!is_han(c)) return false;
  return true;
}

bool is_partial_name(std::u16string_view name) {
  if (name.empty()) return true;
  if (std::u16string_view(u"区县省州我本该各全").find(name[0]) != std::u16string_view::npos) return true;
  return name[0] == u'市' && name.substr(0, 2) != u"市北" && name.substr(0, 2) != u"市南" &&
         name.substr(0, 2) != u"市中";
}

std::u16string_view zone_of(std::u16string_view agency) {
  for (std::u16string_view office : {u"管理委员会", u"管委会"})
    if (agency.ends_with(office)) agency.remove_suffix(office.size());
  return ends_in(agency, zones) ? agency : std::u16string_view{};
}

bool is_short_for(std::u16string_view name, std::u16string_view agency) {
  constexpr std::size_t own_part = 2, shortest = 4;
  if (name.size() >= shortest && name.substr(0, own_part) == agency.substr(0, own_part) &&
      in_order(name, agency))
    return true;
  if (const std::u16string_view zone = zone_of(agency); !zone.empty()) return abbreviates(name, zone);
  for (std::size_t at = 0; at + 1 < agency.size(); ++at) {
    const std::u16string_view body = agency.substr(at + 1);
    if (!is_level(agency, at) || names_a_level(body)) continue;
    const std::u16string_view rest = name.substr(!name.empty() && name[0] == agency[at] ? 1 : 0);
    if (rest.size() == 1 && rest.size() < name.size() && rest[0] == body.back()) return true;  // 市局
    if (!rest.empty() && rest[0] == body[0] && abbreviates(rest, body)) return true;
  }
  return false;
}

AgencyKind agency_kind(std::u16string_view name) {
  constexpr std::u16string_view township[] = {u"镇",         u"乡",         u"街道",       u"苏木",
                                              u"镇人民政府", u"乡人民政府", u"街道办事处", u"苏木人民政府",
                                              u"乡政府",     u"镇政府",     u"街道办"};
  if (name.empty()) return AgencyKind::unknown;
  if (ends_in(name, township)) return AgencyKind::township;
  constexpr std::u16string_view government[] = {u"政府", u"省", u"市", u"县", u"区", u"州", u"盟", u"旗"};
  if (ends_in(name, government) && !ends_in(name, zones)) return AgencyKind::government;
  return is_agency_name(name) ? AgencyKind::department : AgencyKind::unknown;
}

}  // namespace nianbao
