#include "rules/edit_marks.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

bool is_page(Format format) { return format == Format::html || format == Format::mht; }

bool belongs_to_report(const Report& report, const Mark& mark) {
  if (!is_page(report.document->format) || report.body.empty()) return true;
  return report.body.begin <= mark.range.begin && mark.range.begin <= report.body.end;
}

bool has_words(std::u16string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char16_t c) { return is_han(c) || is_digit(c) || (c >= u'A' && c <= u'z'); });
}

}  // namespace

std::u16string mark_text(const Document& document, const Mark& mark) {
  return mark.detail.empty() ? std::u16string(document.view(mark.range)) : mark.detail;
}

std::vector<const Mark*> marks_with_text(const Report& report, MarkKind kind) {
  std::vector<const Mark*> found;
  for (const Mark& mark : report.document->marks)
    if (mark.kind == kind && belongs_to_report(report, mark) && has_words(mark_text(*report.document, mark)))
      found.push_back(&mark);
  return found;
}

std::vector<Range> places_of(const Document& document, const std::vector<const Mark*>& marks,
                             std::size_t most) {
  std::vector<Range> places;
  for (const Mark* mark : marks) {
    if (places.size() == most) break;
    Range range = mark->range;
    const bool after_a_word = range.begin > 0 && document.text[range.begin - 1] != u'\n';
    if (range.empty() && after_a_word) --range.begin;
    else if (range.empty() && range.end < document.text.size()) ++range.end;
    places.push_back(range);
  }
  return places;
}

}  // namespace nianbao
