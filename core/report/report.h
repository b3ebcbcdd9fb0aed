// What the checker has understood of one report: facts, six sections, the cells of the three tables.
//
// Built once by bind() and then read-only. A Report refers to its Document, which must outlive it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "document/document.h"
#include "form/form.h"
#include "prose/date.h"
#include "prose/paragraph.h"

namespace nianbao {

enum class CellState : std::uint8_t {
  absent,  // the document has no such row or column (or no such table)
  unread,  // the row is there, but its values could not be placed with certainty; takes no part in anything
  number,  // `value` is set
  blank,   // nothing in it; counts as 0 in sums and is reported once a table
  dash,    // a nil mark: / - — 无; counts as 0 in sums
  text,    // anything else
};

// How a number was written, apart from plain ASCII digits. Bits.
enum NumberStyle : std::uint16_t {
  style_plain = 0,
  style_full_width = 1,        // ２３
  style_inner_space = 2,       // 1 234
  style_thousands = 4,         // 1,234
  style_leading_zero = 8,      // 007
  style_chinese_numeral = 16,  // 二十三, 〇
  style_unit = 32,             // 43项, 481.5万元
  style_change_word = 64,      // 增257项, 减2项
  style_approximate = 128,     // 约, 余
  style_percent = 256,         // 38%: a text, never a number
  style_yuan = 512,            // 251000元: the number is as written, not in 万元
  style_plus = 1024,           // +2
};

struct ReportCell {
  CellState state = CellState::absent;
  Range range{};                 // the text of the cell in the document
  std::u16string text;           // as written, trimmed
  std::optional<Decimal> value;  // only with CellState::number; the number as written, 251000元 is 251000
  std::uint16_t style = style_plain;
  int page = 0, table = -1, row = -1, column = -1;  // in the document, where known; row and column 0-based
  bool counted() const {
    return state == CellState::number || state == CellState::blank || state == CellState::dash;
  }
};

// How a section was found.
enum class Recognised : std::uint8_t {
  no,              // not found
  by_title,        // its heading has the title of the form
  by_variant,      // a title that deserves no more than a notice
  by_wrong_title,  // a title that is known, but wrong
  by_position,     // a heading without a known title, by its number and its neighbours
  by_table,        // no heading: by its table alone
};

struct Section {
  int number = 0;  // 1 to 6
  Recognised how = Recognised::no;
  Range heading{};                // the heading's line; empty when recognised by its table alone
  Range title{};                  // the heading without number and decoration
  Range printed_number{};         // the number as printed, "2、", empty when there is none
  Range body{};                   // after the heading up to the next heading of any first-level section
  bool number_generated = false;  // the number comes from automatic numbering of the file
  bool present() const { return how != Recognised::no; }
};

// A heading of the first level that is none of the six.
struct ExtraSection {
  Range heading{};
};

struct BoundTable {
  bool present = false;
  bool unread = false;         // present, but its values could not be placed
  bool grid = false;           // from a real grid of the document (otherwise from running text)
  bool lost = false;           // not present, but its words or numbers stand there: it was only not read
  bool image_instead = false;  // the section holds a picture where the table should be
  Range range{};
  std::vector<int> document_tables;               // indices, in order, when grid
  std::vector<bool> row_present;                  // by form row
  std::vector<Range> row_label;                   // by form row; empty where absent
  std::vector<std::vector<bool>> column_present;  // by form row and column
  std::vector<std::vector<ReportCell>> cells;     // by form row and column
  // Labels found that are close to a form label but not it: (form label, range in the document).
  struct Altered {
    std::u16string_view standard;
    Range range;
  };
  std::vector<Altered> altered_labels;
  std::vector<Range> extra_rows;  // labels of rows that the form does not have
  // （六）其他处理 filled in as one row where the form asks for three: its label, and its values by form
  // column.
  Range unsplit_other{};
  std::vector<ReportCell> unsplit_other_cells;
};

// What stands in the place of one form table: see account.h. seen == bound and nothing unexplained: read
// without remainder.
struct TableReading {
  int seen = 0;                    // numbers, those of labels and dates apart
  int bound = 0;                   // of them, those that are in a cell of the form
  std::vector<Range> unexplained;  // the others, in order
};

struct DatedRange {
  Date date;
  Range range{};
};

struct Period {
  Date begin, end;
  Range range{};
  bool given = false;
};

enum class AgencyKind : std::uint8_t {
  unknown,
  government,  // 人民政府 of a county, a city or above
  department,  // 局, 委员会, 办公室 …
  township,    // a government of a 乡 or 镇, a 街道办事处
};

struct Report {
  const Document* document = nullptr;
  const Form* form = nullptr;  // the form that the tables have; by year when there is no telling
  bool mixed_forms = false;    // labels of both forms
  // labels of the other form (2019 words where `form` is 2021 and the reverse)
  std::vector<Range> foreign_labels;
  std::vector<Range> old_labels;  // labels that only the 2019 form has, whatever `form` is
  int year = 0;                   // the report year; 0 when unknown
  std::optional<int> title_year;
  std::u16string title;  // without white space; empty when the document has none
  Range title_range{};
  bool title_from_hint = false;  // from <title> or file properties, not from the body
  std::u16string agency;  // full name as in the title, else from preamble or signature; empty when unknown
  Range agency_range{};
  AgencyKind agency_kind = AgencyKind::unknown;
  struct AgencyMention {
    std::u16string name;
    Range range;
    enum Where : std::uint8_t { title, preamble, signature, letter } where;
  };
  std::vector<AgencyMention> agencies;  // full names in those places
  Period period;                        // stated in the preamble
  Range unclear_period{};  // or words of the preamble that state one without its being understood
  std::optional<DatedRange> signature;  // the date under the report
  std::optional<DatedRange> published;  // a date of publication shown by the page
  Range preamble{};  // between title and the first section (or inside it, before the first sub-heading)
  Range body{};      // the report without what stands before its title and after its signature
  std::array<Section, 6> sections;  // by number - 1; `present()` tells
  std::vector<int> section_order;   // numbers in the order met
  std::vector<Section> repeated;    // a second heading for a section already met
  std::vector<ExtraSection> extra_sections;
  // numbers of sub-topics of section one that are those of the six: 二、 to 六、
  std::vector<Range> topics_like_parts;
  std::array<BoundTable, table_count> tables;
  std::array<TableReading, table_count> readings;  // by TableId
  // the end of a text that stops in the middle; what would follow is not missing
  std::optional<std::uint32_t> stops_at;
  bool tables_only = false;     // no title, no headings: what was given are tables alone
  Prose prose;                  // the running text, made last
  std::vector<Error> problems;  // reading doubts of the binding: row_unread, table_unread, ...

  const BoundTable& table(TableId id) const { return tables[static_cast<int>(id)]; }
  const TableReading& reading(TableId id) const { return readings[static_cast<int>(id)]; }
  // Whether the table's place was read without remainder: only there is something said to be missing or left
  // blank.
  bool whole(TableId id) const;
  const Section& section(int number) const { return sections[number - 1]; }
  const ReportCell& cell(CellRef ref) const { return table(ref.table).cells[ref.row][ref.column]; }
  // Null when the form has no such row or column.
  const ReportCell* cell(std::string_view table, std::string_view row, std::string_view column) const;
  std::optional<CellRef> ref(std::string_view table, std::string_view row, std::string_view column) const;
};

}  // namespace nianbao
