#include <algorithm>

#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::wording {
namespace {

using std::u16string_view;

constexpr u16string_view full_name = u"中华人民共和国政府信息公开条例";
constexpr u16string_view short_name = u"政府信息公开条例";

// Levenshtein; both are short.
std::size_t distance(u16string_view a, u16string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

// The name that is meant, where the name given is nearly it; empty where it is right or another law's.
u16string_view meant(u16string_view name) {
  constexpr std::size_t longest = 24;
  if (name.size() < 6 || name.size() > longest || !contains(name, u"公开") || name.starts_with(full_name))
    return {};
  const bool national = !starting_word(name, {u"中华", u"中国", u"中共人民", u"人民共和国"}).empty();
  const bool regulation = !ending_word(name, {u"条例", u"条列", u"条利", u"条理", u"条"}).empty();
  if (!regulation && !(national && name.ends_with(u"法"))) return {};
  const u16string_view right = national ? full_name : short_name;
  const std::size_t slips = distance(name, right);
  return slips > 0 && slips <= (national ? 4u : 1u) && name != u"信息公开条例" ? right : u16string_view{};
}

// 《中华人民共和国信息公开条例》
void find_titles(const Paragraph& paragraph, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (std::size_t open = text.find_first_of(u"《〈<"); open != npos;
       open = text.find_first_of(u"《〈<", open + 1)) {
    const std::size_t close =
        text.substr(0, std::min(text.size(), open + 40)).find_first_of(u"》〉>", open + 1);
    if (close == npos) continue;
    const TextSpan name{open + 1, close};
    if (!meant(part(text, name)).empty()) groups.add(part(text, name), paragraph, name);
  }
}

bool in_title(u16string_view text, std::size_t at) {
  const std::size_t from = at > 40 ? at - 40 : 0;
  const u16string_view before = text.substr(from, at - from);
  const std::size_t open = before.find_last_of(u"《〈");
  return open != npos && before.substr(open).find_first_of(u"》〉") == npos;
}

// 信息公开条列 without 《》
void find_bare(const Paragraph& paragraph, Groups& groups) {
  const u16string_view text = paragraph.text, wrong = u"信息公开条列";
  for (std::size_t at : find_all(paragraph, wrong))
    if (!in_title(text, at)) groups.add(wrong, paragraph, {at, at + wrong.size()});
}

void run(const Context& context, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    find_titles(paragraph, groups);
    find_bare(paragraph, groups);
  }
  for (const Group& group : groups.all()) {
    const u16string_view near = meant(group.key),
                         right = near.empty() ? u16string_view(u"信息公开条例") : near;
    Finding& finding = out.add(say(u"法规名称“{0}”写错了{1}，应为“{2}”。",
                                   u"The regulation is called \"{2}\", not \"{0}\"{1}.",
                                   {group.key, count_note(group), right}));
    finding.places = group.places;
    offer_words(*context.report.document, finding, group.key, right);
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule law_name = {
    .severity = Severity::warning,
    .title = {u"法规名称错误", u"The name of a law is wrong"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：引用法规用全称，现行名称是《中华人民共和国政府信息公开条例》（国务院令第711号）",
              u"Recommended: cite laws by their name; it is \"中华人民共和国政府信息公开条例\" (State "
              u"Council Decree 711)"},
    .advice = {u"改为《中华人民共和国政府信息公开条例》。", u"Write \"《中华人民共和国政府信息公开条例》\"."},
    .run = run,
};

}  // namespace nianbao::rules::wording
