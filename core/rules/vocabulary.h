// Words and ways that most rules need: names of places in both languages, quotations, finding text whatever its width and
// spacing, sentences across hard-wrapped lines, cells of a table.
//
//   for (Range hit : find_all(document, report.body, u"有效期")) …           // "有 效 期" and "有效期" alike
//   for (Range sentence : sentences(document, section.body)) {
//     const Passage passage = read_passage(document, sentence);             // folded: no spaces, half-width, '-' for dashes
//     const auto at = passage.text().find(u"公开");
//     out.add(say(u"{0}写错了。", u"{0} is wrong.", {quote(u"公开")})).places = {passage.back(at, at + 2)};
//   }
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

// --- names ----------------------------------------------------------------------------------------------------------

Text english(std::u16string_view zh, std::string_view en);        // a Chinese word and its ASCII English
Text table_name(const Form& form, TableId table);                 // 表三 / Table 3
Text row_name(const Form& form, TableId table, int row);          // “（一）予以公开” / "(1) disclosed"
Text column_name(const Form& form, CellRef ref);                  // “商业企业” / "business enterprises"
Text cell_label(const Form& form, CellRef ref);                   // 表三“…”行“…”列 / Table 3, row "…", column "…"
Text section_name(const Form& form, int number);                  // “三、收到和处理…” in both languages: it is a quotation

// Many cells in few words, a row at a time: “规章”行（本年制发件数、现行有效件数）、“（一）予以公开”整行、“1.属于国家秘密”行5格等9行.
Text cell_names(const Form& form, const std::vector<CellRef>& cells, std::size_t most_rows = 3);

// “…”, white space made even, cut after `most` units.
Text quote(std::u16string_view text, std::size_t most = 40);
Text quote(const Document& document, Range range, std::size_t most = 40);

// The quotations of several places, each text once, in order.
std::vector<Text> distinct_quotes(const Document& document, const std::vector<Range>& ranges);

// a、b、c / a, b, c; beyond `most` items: a、b、c等8项 / a, b, c and 5 more.
Text listed(const std::vector<Text>& items, std::size_t most = 8);

// --- text -----------------------------------------------------------------------------------------------------------

// A piece of the document, folded for comparison (Spaces::drop), with the way back.
class Passage {
 public:
  Passage(const Document& document, Range range);
  const std::u16string& text() const { return folded_.text; }
  Range range() const { return range_; }
  Range back(std::size_t begin, std::size_t end) const;  // the document range behind folded units [begin, end)

 private:
  Range range_;
  Folded folded_;
};
Passage read_passage(const Document& document, Range range);

// Every place where `needle` occurs, both folded; without overlap.
std::vector<Range> find_all(const Document& document, Range where, std::u16string_view needle);
bool contains(const Document& document, Range where, std::u16string_view needle);
bool contains_any(const Document& document, Range where, Labels needles);

// The text of the report outside its tables, in reading order: title, preamble, sections, signature.
std::vector<Range> running_text(const Report& report);
// `where` less the tables of the document and of the report.
std::vector<Range> without_tables(const Report& report, Range where);

// Lines without the line end and surrounding white space; blank ones left out.
std::vector<Range> lines(const Document& document, Range where);

// Paragraphs: in formats that have them, lines; in plain text and PDF a line that was wrapped (no closing punctuation, and
// what follows does not begin like a heading or an item) goes on in the next.
std::vector<Range> paragraphs(const Document& document, Range where);
// Ended by 。！？ or the end of the paragraph; the mark belongs to the sentence.
std::vector<Range> sentences(const Document& document, Range where);
bool begins_like_item(std::u16string_view line);                  // 一、 （一） 1. （1） 第一， 一是 # |
Range trim(const Document& document, Range range);

// --- tables ---------------------------------------------------------------------------------------------------------

// Whether rules may look into a table: it is there and was read.
bool usable(const Report& report, TableId table);
Text why_unusable(const Report& report, TableId table);           // for Findings::unable
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
