#include "desk/body_name.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

using View = std::u16string_view;

constexpr View place_ends = u"省市县区州旗盟";

// Ends of a body's name. In one county 发展和改革局 and 发展和改革委员会 are seldom two bodies: `office` ones
// are alike.
struct Ending {
  View word;
  bool office;
};
constexpr Ending endings[] = {{u"街道", false}, {u"苏木", false}, {u"中心", false}, {u"局", true},
                              {u"委", true},    {u"办", true},    {u"厅", true},    {u"镇", false},
                              {u"乡", false},   {u"院", false},   {u"站", false},   {u"队", false},
                              {u"所", false},   {u"处", false},   {u"会", false},   {u"社", false},
                              {u"馆", false},   {u"校", false},   {u"部", false}};
constexpr View township_ends[] = {u"街道", u"苏木", u"镇", u"乡"};

// Short names that mean one department everywhere.
struct ShortName {
  View brief, full;
};
constexpr ShortName short_names[] = {
    {u"发改", u"发展改革"},         {u"人社", u"人力资源社会保障"}, {u"住建", u"住房城乡建设"},
    {u"卫健", u"卫生健康"},         {u"市监", u"市场监督管理"},     {u"市场监管", u"市场监督管理"},
    {u"文旅", u"文化旅游"},         {u"文广旅", u"文化广电旅游"},   {u"教体", u"教育体育"},
    {u"退役军人", u"退役军人事务"}, {u"交通", u"交通运输"},         {u"医保", u"医疗保障"},
    {u"应急", u"应急管理"},         {u"工信", u"工业信息化"},       {u"科技", u"科学技术"},
    {u"民宗", u"民族宗教事务"},     {u"城管", u"城市管理"},         {u"林草", u"林业草原"},
    {u"机关事务", u"机关事务管理"}};

void replace_all(std::u16string& text, View what, View with) {
  for (std::size_t at = text.find(what); at != std::u16string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

bool replace_end(std::u16string& text, View what, View with) {
  if (!text.ends_with(what)) return false;
  text.replace(text.size() - what.size(), what.size(), with);
  return true;
}

// 青禾县发展和改革局（县粮食局）: what stands in brackets is another name of the body.
std::u16string without_brackets(View text) {
  std::u16string out;
  int depth = 0;
  for (char16_t c : text) {
    if (c == u'(') ++depth;
    else if (c == u')') depth = std::max(0, depth - 1);
    else if (depth == 0 && (is_han(c) || is_ascii_digit(c))) out += c;
  }
  return out;
}

// 市场监督管理局 begins with no 市.
bool begins_with_a_kind(View text) {
  if (!one_of(text[0], place_ends)) return false;
  if (text[0] != u'市' || text.size() < 3) return text.size() >= 2;
  if (one_of(text[1], u"场容民北南中")) return false;
  return text[1] != u'政' || !one_of(text[2], u"管工园设和公局");
}

// 区 of a zone belongs to the body: 经济开发区管理委员会. So do 城市管理, 市场, 行政区划.
bool ends_a_place(View text, std::size_t at) {
  if (!one_of(text[at], place_ends)) return false;
  const View before = text.substr(0, at), behind = text.substr(at + 1);
  if (one_of(behind, {u"街道", u"街道办", u"街道办事处", u"镇", u"乡"})) return false;
  if (text[at] == u'市') return !behind.starts_with(u"场") && (at == 2 || !before.ends_with(u"城"));
  if (text[at] != u'区') return true;
  if (behind.starts_with(u"划") || behind.starts_with(u"域")) return false;
  constexpr View zones[] = {u"开发", u"园",   u"新",   u"景",   u"社", u"管理", u"保护", u"示范",
                            u"试验", u"保税", u"功能", u"度假", u"库", u"林",   u"灌"};
  return std::none_of(std::begin(zones), std::end(zones), [&](View zone) { return before.ends_with(zone); });
}

// How many units of `text` are a place with its name; 0 when it begins with none.
std::size_t full_place(View text) {
  constexpr std::size_t shortest = 2, longest = 15;  // names of 自治县 are the longest
  for (std::size_t at = shortest; at < std::min(text.size(), longest); ++at)
    if (ends_a_place(text, at)) return at + 1;
  return 0;
}

std::u16string one_spelling(std::u16string body) {
  if (body.empty()) return u"政府";
  replace_all(body, u"人民政府", u"政府");
  for (View word : {u"和", u"与", u"及"}) replace_all(body, word, u"");
  replace_end(body, u"办公室", u"办") || replace_end(body, u"办公厅", u"办");
  replace_end(body, u"街道办事处", u"街道") || replace_end(body, u"街道办", u"街道");
  replace_all(body, u"管理委员会", u"管委");
  replace_end(body, u"委员会", u"委") || replace_end(body, u"管委会", u"管委");
  if (View text(body); text.ends_with(u"政府") && text.size() > 3)
    for (View end : township_ends)
      if (text.substr(0, text.size() - 2).ends_with(end)) {
        body.resize(body.size() - 2);
        break;
      }
  return body;
}

void cut_ending(BodyName& name) {
  name.stem = name.body;
  if (name.body == u"政府") return;
  for (const Ending& ending : endings)
    if (name.body.size() > ending.word.size() && name.body.ends_with(ending.word)) {
      name.stem.resize(name.body.size() - ending.word.size());
      name.ending = ending.word;
      break;
    }
  for (const ShortName& known : short_names)
    if (name.stem == known.brief) name.stem = known.full;
  name.body = name.stem + name.ending;
}

bool is_office(View word) {
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](const Ending& ending) { return ending.word == word && ending.office; });
}
bool is_township(View word) {
  return std::find(std::begin(township_ends), std::end(township_ends), word) != std::end(township_ends);
}

// Length of the longest common subsequence. Cost: the product of the lengths, which are those of names.
std::size_t common(View a, View b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (char16_t c : a) {
    std::size_t corner = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? corner + 1 : std::max(above, row[j]);
      corner = above;
    }
  }
  return row.back();
}

bool one_letter_apart(View a, View b) {
  constexpr std::size_t shortest = 4;  // 财政局 and 民政局 are two bodies
  if (a.size() != b.size() || a.size() < shortest) return false;
  const auto [one, other] = std::mismatch(a.begin(), a.end(), b.begin());
  if (one == a.end() || one_of(*one, u"一二三四五六七八九十0123456789")) return false;  // 第一小学, 第二小学
  return std::equal(one + 1, a.end(), other + 1);
}

// 教育局 and 教育体育局, 发展改革局 and 发展改革委, 文化和旅游局 and 文体广电和旅游局.
bool alike(const BodyName& a, const BodyName& b) {
  if (a.body == u"政府" || b.body == u"政府") return false;
  if (a.stem == b.stem) return true;
  if (is_township(a.ending) || is_township(b.ending)) return false;
  if (a.ending != b.ending && !(is_office(a.ending) && is_office(b.ending))) return false;
  const std::size_t shorter = std::min(a.stem.size(), b.stem.size()), same = common(a.stem, b.stem);
  constexpr std::size_t long_stem = 4;
  if (shorter < 2) return false;
  const bool mostly = shorter >= long_stem && a.stem[0] == b.stem[0] && same * 4 >= shorter * 3 &&
                      a.stem.size() != b.stem.size();
  return same == shorter || mostly || one_letter_apart(a.stem, b.stem);
}

SameBody same_places(const BodyName& a, const BodyName& b) {
  if (a.places.empty() || b.places.empty()) return SameBody::yes;
  if (a.has_full_place() && b.has_full_place()) {
    // From the smallest up, as far as both are told.
    for (std::size_t i = 1; i <= std::min(a.places.size(), b.places.size()); ++i) {
      const std::u16string &one = a.places[a.places.size() - i], &other = b.places[b.places.size() - i];
      if (one.size() > 1 && other.size() > 1 && one != other) return SameBody::no;
    }
    return SameBody::yes;
  }
  return a.places.back().back() == b.places.back().back() ? SameBody::yes : SameBody::maybe;
}

// 青禾教育局 for 青禾县教育局.
bool without_kind(const BodyName& brief, const BodyName& full) {
  if (!brief.places.empty() || !full.has_full_place()) return false;
  const std::u16string& place = full.places.back();
  return brief.body == place.substr(0, place.size() - 1) + full.body;
}

}  // namespace

BodyName body_name(View written) {
  const std::u16string text = without_brackets(folded(written));
  BodyName out;
  View rest = text;
  if (rest.size() > 1 && begins_with_a_kind(rest)) {
    out.places.emplace_back(rest.substr(0, 1));
    rest.remove_prefix(1);
  }
  for (std::size_t size = full_place(rest); size > 0; size = full_place(rest)) {
    out.places.emplace_back(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  out.body = one_spelling(std::u16string(rest));
  cut_ending(out);
  return out;
}

SameBody same_body(const BodyName& a, const BodyName& b) {
  if (without_kind(a, b) || without_kind(b, a)) return SameBody::yes;
  const SameBody places = same_places(a, b);
  if (places == SameBody::no) return SameBody::no;
  if (a.body == b.body) return places;
  return alike(a, b) ? SameBody::maybe : SameBody::no;
}

std::vector<std::u16string> keys_of(const BodyName& name) {
  std::vector<std::u16string> out = {name.body};
  if (name.has_full_place()) {
    const std::u16string& place = name.places.back();
    out.push_back(place.substr(0, place.size() - 1) + name.body);
  }
  return out;
}

bool looks_like_body(View text) {
  const std::u16string name = without_brackets(folded(text));
  constexpr std::size_t longest = 40;
  if (name.size() < 2 || name.size() > longest) return false;
  constexpr View never[] = {u"关于", u"报送", u"没有", u"不是"};
  if (contains_any(View(name), never)) return false;
  constexpr View ends[] = {u"政府", u"办公室", u"办公厅", u"局",   u"委员会", u"委",   u"厅",   u"院", u"部",
                           u"署",   u"中心",   u"队",     u"所",   u"站",     u"处",   u"会",   u"社", u"馆",
                           u"学校", u"大学",   u"中学",   u"小学", u"公司",   u"集团", u"街道", u"镇", u"乡",
                           u"苏木", u"区",     u"县",     u"市",   u"省",     u"州",   u"旗",   u"盟", u"办",
                           u"行",   u"团",     u"台",     u"厂",   u"场",     u"库"};
  return std::any_of(std::begin(ends), std::end(ends), [&](View end) { return name.ends_with(end); });
}

}  // namespace nianbao
