#include "rules/cures.h"

#include <algorithm>

#include "base/sorting.h"
#include "base/unicode.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t most_named = 3;  // cells written out in one label

bool is_separator(char16_t c) { return c == u',' || c == u'，' || c == u'.' || c == u'．'; }

// The first numeral of digits: [begin, end) in `text`.
Range numeral_in(std::u16string_view text) {
  std::uint32_t begin = 0;
  while (begin < text.size() && !is_digit(text[begin])) ++begin;
  std::uint32_t end = begin;
  while (end < text.size() && (is_digit(text[end]) ||
                               (is_separator(text[end]) && end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  return {begin, end};
}

// "１，234" says 1234.
std::u16string said_by(std::u16string_view numeral) {
  std::u16string out;
  for (char16_t c : numeral) {
    if (is_digit(c)) out.push_back(c >= u'０' ? static_cast<char16_t>(c - u'０' + u'0') : c);
    else if (c == u'.' || c == u'．') out.push_back(u'.');
  }
  return out;
}

std::u16string full_width(std::u16string digits) {
  for (char16_t& c : digits)
    if (c >= u'0' && c <= u'9') c = static_cast<char16_t>(c - u'0' + u'０');
  return digits;
}

Text shown(std::u16string_view text) {
  return text.empty() ? Text(Words{u"空白", u"blank"}) : quote(text, 30);
}

// 表三“…”行“…”列 12 → 21, …空白 → 0
Text cell_change(const Report& report, const Repair::Set& set) {
  const ReportCell& cell = report.cell(set.cell);
  const Text old = cell.text.empty() ? Text(Words{u"空白", u"blank"}) : Text(cell.text);
  return say(u"{0}：{1} → {2}", u"{0}: {1} → {2}",
             {cell_label(*report.form, set.cell), old, Text(set.value)});
}

Text cell_changes(const Report& report, const std::vector<Repair::Set>& cells) {
  Text out;
  for (std::size_t i = 0; i < std::min(cells.size(), most_named); ++i)
    out = i == 0 ? cell_change(report, cells[i])
                 : join(join(out, Words{u"；", u"; "}), cell_change(report, cells[i]));
  if (cells.size() <= most_named) return out;
  return join(out, say(u"等 {0} 格", u" and {0} more cells", {static_cast<int>(cells.size() - most_named)}));
}

Text word_change(const Document& document, const Edit& edit) {
  const Text right = edit.text.empty() ? Text(Words{u"删去", u"deleted"}) : quote(edit.text, 30);
  return say(u"{0} → {1}", u"{0} → {1}", {shown(document.view(edit.range)), right});
}

// The words of the document that are replaced, and what stands there then; said once where all places agree.
Text words_of(const Document& document, const Cure& cure) {
  std::vector<Text> changes;
  for (const Edit& edit : cure.edits) {
    Text change = word_change(document, edit);
    if (std::none_of(changes.begin(), changes.end(),
                     [&](const Text& known) { return known.zh == change.zh; }))
      changes.push_back(std::move(change));
  }
  Text out = changes.front();
  for (std::size_t i = 1; i < std::min(changes.size(), most_named); ++i)
    out = join(join(out, Words{u"；", u"; "}), changes[i]);
  const bool all_named = changes.size() == cure.edits.size() && changes.size() <= most_named;
  if (all_named) return out;
  return join(out, say(u"（共{0}处）", u" ({0} places)", {static_cast<int>(cure.edits.size())}));
}

}  // namespace

void offer_words(const Document& document, Finding& finding, std::u16string_view wrong,
                 std::u16string_view right, Cure::Sure sure) {
  Cure cure{{}, {}, sure, false};
  for (Range place : finding.places) {
    if (document.view(place) != wrong) return;
    cure.edits.push_back({place, std::u16string(right)});
  }
  if (!cure.edits.empty()) finding.cures.push_back(std::move(cure));
}

bool on_one_line(const Document& document, Range place) {
  return document.view(place).find_first_of(u"\n\t\u2028") == std::u16string_view::npos;
}

void offer_edits(Finding& finding, std::vector<Edit> edits, Cure::Sure sure, Text label) {
  if (!edits.empty()) finding.cures.push_back({std::move(edits), std::move(label), sure, false});
}

void offer_text(const Document& document, Finding& finding, Range place, std::u16string_view right,
                Cure::Sure sure) {
  if (place.empty() || !on_one_line(document, place) || document.view(place) == right) return;
  offer_edits(finding, {{place, std::u16string(right)}}, sure);
}

std::optional<Edit> numeral_edit(const Document& document, Range place, Decimal written,
                                 std::u16string right) {
  const Range numeral = numeral_in(document.view(place));
  const std::u16string_view digits = document.view(place).substr(numeral.begin, numeral.size());
  const std::optional<Decimal> said = Decimal::parse(said_by(digits));
  if (!said || *said != written) return std::nullopt;
  if (std::all_of(digits.begin(), digits.end(), [](char16_t c) { return c >= u'０'; }))
    right = full_width(std::move(right));
  return Edit{{place.begin + numeral.begin, place.begin + numeral.end}, std::move(right)};
}

std::optional<Edit> figure_edit(const Document& document, Range place, Decimal written, Decimal right) {
  return numeral_edit(document, place, written, right.to_string());
}

std::optional<Edit> cell_edit(const Report& report, CellRef ref, Decimal right) {
  const ReportCell& cell = report.cell(ref);
  if (cell.state == CellState::number) return figure_edit(*report.document, cell.range, *cell.value, right);
  if (cell.state == CellState::dash && !cell.range.empty()) return Edit{cell.range, right.to_string()};
  if (cell.state == CellState::blank && cell.table >= 0) return Edit{cell.range, right.to_string()};
  return std::nullopt;
}

void offer_cells(const Report& report, Finding& finding, const std::vector<Repair::Set>& cells,
                 Cure::Sure sure, Text label) {
  Cure cure{{}, label.empty() ? cell_changes(report, cells) : std::move(label), sure, false};
  for (const Repair::Set& set : cells) {
    auto edit = cell_edit(report, set.cell, set.value);
    if (!edit) return;
    cure.edits.push_back(std::move(*edit));
  }
  if (!cure.edits.empty()) finding.cures.push_back(std::move(cure));
}

void settle_cures(const Document& document, Finding& finding) {
  const bool only_cure_of_an_error = finding.cures.size() == 1 && finding.own_severity == Severity::error;
  for (Cure& cure : finding.cures) {
    sort_by(cure.edits, [](const Edit& a, const Edit& b) { return a.range < b.range; });
    if (cure.label.empty()) cure.label = words_of(document, cure);
    cure.certain =
        cure.sure == Cure::Sure::lossless || (cure.sure == Cure::Sure::by_finding && only_cure_of_an_error);
  }
}

}  // namespace nianbao
