#include "rules/grouped.h"

#include <algorithm>

#include "base/limits.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_shown = 32;

// The clause of the hit; a very short one with the clause before it.
TextSpan shown_with(std::u16string_view text, TextSpan span) {
  constexpr std::size_t telling = 8;
  TextSpan clause = clause_around(text, span.begin);
  clause.end = std::max(clause.end, span.end);
  if (clause.end - clause.begin >= telling || clause.begin < 2 || one_of(text[clause.begin - 1], u"。!?"))
    return clause;
  const std::size_t begin = clause_around(text, clause.begin - 1).begin;
  return clause.end - begin <= longest_shown ? TextSpan{begin, clause.end} : clause;
}

}  // namespace

void Groups::add(std::u16string_view key, const Paragraph& paragraph, TextSpan span) {
  const auto known =
      std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) { return group.key == key; });
  if (known != groups_.end()) {
    ++known->count;
    if (known->places.size() < limits::findings_per_rule) known->places.push_back(paragraph.back(span));
    return;
  }
  if (groups_.size() > limits::findings_per_rule) return;
  groups_.push_back({std::u16string(key),
                     {paragraph.back(span)},
                     excerpt(document_, paragraph.back(shown_with(paragraph.text, span)), longest_shown),
                     1});
}

Text count_note(const Group& group) {
  if (group.count < 2) return {};
  return say(u"（共{0}处）", u" ({0} places)", {group.count});
}

}  // namespace nianbao
