#include "rules/slips.h"

#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"

namespace nianbao {
namespace {

using std::u16string_view;

template <typename Fits>
bool any_alternative(u16string_view alternatives, Fits fits) {
  while (!alternatives.empty()) {
    const std::size_t end = alternatives.find(u'|');
    if (fits(alternatives.substr(0, end))) return true;
    alternatives.remove_prefix(end == npos ? alternatives.size() : end + 1);
  }
  return false;
}

bool is_slip(u16string_view text, std::size_t at, const Slip& slip) {
  const u16string_view before = text.substr(0, at), after = text.substr(at + slip.wrong.size());
  const auto stands_before = [&](u16string_view word) { return before.ends_with(word); };
  const auto stands_after = [&](u16string_view word) { return after.starts_with(word); };
  if (any_alternative(slip.unless_before, stands_before) || any_alternative(slip.unless_after, stands_after))
    return false;
  if (!slip.only_before.empty() && !any_alternative(slip.only_before, stands_before)) return false;
  return slip.only_after.empty() || any_alternative(slip.only_after, stands_after);
}

bool in_name_of_law(u16string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 40;
  const std::size_t from = at > longest_name ? at - longest_name : 0;
  const u16string_view before = text.substr(from, at - from), after = text.substr(at, longest_name);
  const std::size_t open = before.rfind(u'《'), close = after.find(u'》');
  if (open == npos || close == npos || before.find(u'》', open) != npos) return false;
  return contains_any(text.substr(from + open, at + close - from - open), {u"条例", u"条列"});
}

void find_slips(const Paragraph& paragraph, const Slip& slip, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (std::size_t at : find_all(paragraph, slip.wrong))
    if (is_slip(text, at, slip) && !in_name_of_law(text, at))
      groups.add(slip.wrong, paragraph, {at, at + slip.wrong.size()});
}

u16string_view right_words(std::span<const Slip> slips, u16string_view wrong) {
  for (const Slip& slip : slips)
    if (slip.wrong == wrong) return slip.right;
  return {};
}

}  // namespace

void report_slips(const Context& context, std::span<const Slip> slips, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report())
      for (const Slip& slip : slips) find_slips(paragraph, slip, groups);
  for (const Group& group : groups.all()) {
    const u16string_view right = right_words(slips, group.key);
    Finding& finding = out.add(say(u"“{0}”应为“{1}”{2}：{3}。", u"\"{0}\" should be \"{1}\"{2}: {3}.",
                                   {group.key, right, count_note(group), group.context}));
    finding.places = group.places;
    offer_words(*context.report.document, finding, group.key, right);
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace nianbao
