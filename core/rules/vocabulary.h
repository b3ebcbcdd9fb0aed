// Words and ways that most rules need: names of places in both languages, quotations, cells of a table.
//
//   if (!usable(report, TableId::requests)) return out.unable(why_unusable(report, TableId::requests));
//   for_each_cell(report, TableId::requests, [&](CellRef ref, const ReportCell& cell) { … });
//
// All offsets are UTF-16 units of the document text. Cost: linear in the text looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "base/words.h"
#include "report/report.h"
#include "rules/rule.h"

namespace nianbao {

// --- names -------------------------------------------------------------------------------------------------

Text english(std::u16string_view zh, std::string_view en);  // a Chinese word and its ASCII English
Text table_name(const Form& form, TableId table);           // 表三 / Table 3
Text row_name(const Form& form, TableId table, int row);    // “（一）予以公开” / "(1) disclosed"
Text column_name(const Form& form, CellRef ref);            // “商业企业” / "business enterprises"
Text cell_label(const Form& form, CellRef ref);  // 表三“…”行“…”列 / Table 3, row "…", column "…"
Text section_name(const Form& form, int number);  // “三、收到和处理…” in both languages: it is a quotation

// Many cells in few words, a row at a time:
// “规章”行（本年制发件数、现行有效件数）、“（一）予以公开”整行、“1.属于国家秘密”行5格等9行.
Text cell_names(const Form& form, const std::vector<CellRef>& cells, std::size_t most_rows = 3);

// “…”, white space made even, cut after `most` units.
Text quote(std::u16string_view text, std::size_t most = 40);
Text quote(const Document& document, Range range, std::size_t most = 40);

// The quotations of several places, each text once, in order.
std::vector<Text> distinct_quotes(const Document& document, const std::vector<Range>& ranges);

// a、b、c / a, b, c; beyond `most` items: a、b、c等8项 / a, b, c and 5 more.
Text listed(const std::vector<Text>& items, std::size_t most = 8);

// Every place in `where` where `needle` occurs, both folded; without overlap. For the running text:
// prose/paragraph.h.
std::vector<Range> find_all(const Document& document, Range where, std::u16string_view needle);
Range trim(const Document& document, Range range);

// --- tables ------------------------------------------------------------------------------------------------

// Whether rules may look into a table: it is there and was read.
bool usable(const Report& report, TableId table);
Text why_unusable(const Report& report, TableId table);  // for Findings::unable
// Why nothing of a table is called missing or left blank that is not Report::whole().
Text why_not_whole(const Report& report, TableId table);

// visit(CellRef, const ReportCell&) for every cell of the form, row by row, absent and unread ones included.
template <typename Visit>
void for_each_cell(const Report& report, TableId table, Visit visit) {
  const auto& rows = report.table(table).cells;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      visit(CellRef{table, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)}, rows[r][c]);
}
template <typename Wanted>
std::vector<CellRef> cells_where(const Report& report, TableId table, Wanted wanted) {
  std::vector<CellRef> out;
  for_each_cell(report, table, [&](CellRef ref, const ReportCell& cell) {
    if (wanted(ref, cell)) out.push_back(ref);
  });
  return out;
}
constexpr TableId all_tables[] = {TableId::disclosure, TableId::requests, TableId::proceedings};

// visit(TableId) for every table that can be looked into; the others are told as skipped.
template <typename Visit>
void for_each_usable_table(const Report& report, Findings& out, Visit visit) {
  for (TableId table : all_tables) {
    if (usable(report, table)) visit(table);
    else out.unable(why_unusable(report, table));
  }
}

// The same for every table that was read without remainder.
template <typename Visit>
void for_each_whole_table(const Report& report, Findings& out, Visit visit) {
  for_each_usable_table(report, out, [&](TableId table) {
    if (report.whole(table)) visit(table);
    else out.unable(why_not_whole(report, table));
  });
}

// The same cells divided by row; the order stays.
std::vector<std::vector<CellRef>> by_row(const std::vector<CellRef>& cells);

// What a cell counts for in sums: its number, 0 for a blank or a nil mark, nothing where it was not read.
std::optional<Decimal> counted(const ReportCell& cell);

}  // namespace nianbao
