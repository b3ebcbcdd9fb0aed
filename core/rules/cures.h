// Cures for findings whose remedy is known: words, figures of the text, cells of the tables.
//
//   finding.places = …;
//   offer_words(document, finding, u"截止", u"截至");
//
// A cure is offered only where the document holds, letter for letter, what it replaces: not for a word broken
// over two lines, a number in Chinese numerals, a blank cell whose place is not known. Cost: linear in the
// places.
#pragma once

#include <string_view>

#include "rules/rule.h"

namespace nianbao {

// `right` in the place of `wrong`, at all places of the finding together.
void offer_words(const Document& document, Finding& finding, std::u16string_view wrong,
                 std::u16string_view right, Cure::Sure sure = Cure::Sure::by_finding);

// `right` in the place of what stands at `place`, unless that runs over two lines. Empty `right`: deleted.
void offer_text(const Document& document, Finding& finding, Range place, std::u16string_view right,
                Cure::Sure sure = Cure::Sure::by_finding);

// These changes together; none, and there is no cure.
void offer_edits(Finding& finding, std::vector<Edit> edits, Cure::Sure sure = Cure::Sure::by_finding,
                 Text label = {});

// Whether the place is on one line and in one cell, so that it can be replaced.
bool on_one_line(const Document& document, Range place);

// The digits at `place` that say `written`, replaced; full-width ones by full-width ones. `right`: as it is
// printed.
std::optional<Edit> numeral_edit(const Document& document, Range place, Decimal written,
                                 std::u16string right);
std::optional<Edit> figure_edit(const Document& document, Range place, Decimal written, Decimal right);

// The number of a cell, its nil mark, or the blank of a grid's cell.
std::optional<Edit> cell_edit(const Report& report, CellRef cell, Decimal right);

// The cells together; `label` empty: 表三“…”行“…”列 12 → 21.
void offer_cells(const Report& report, Finding& finding, const std::vector<Repair::Set>& cells,
                 Cure::Sure sure = Cure::Sure::by_finding, Text label = {});

// Says what the rule left unsaid: the words of a cure and whether it is certain. Called once its rule has
// run.
void settle_cures(const Document& document, Finding& finding);

}  // namespace nianbao
