// Every budget of the checker, one line each with its reason. Reaching one gives `partial` or `unreadable`
// with the limit's name (ErrorCode::limit), never a silent cut. Together they keep any file of 100 MB below 2
// s and 256 MB natively.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nianbao::limits {

constexpr std::size_t input_bytes = 100u << 20;  // the largest real report with pictures seen is 30 MB
constexpr std::size_t text_units = 1'000'000;  // UTF-16 units of Document::text; a report has 4,000 to 10,000
constexpr std::size_t text_bytes = 4u << 20;   // of plain text that is decoded: more than that many units
constexpr std::size_t html_bytes = 10u << 20;  // of a page that is parsed; Word's own have 1 to 5 MB
constexpr std::size_t html_tags = 300'000;     // tags and attributes of a page; a node costs some 150 bytes
constexpr std::size_t xml_nodes = 600'000;  // tags and attributes of one XML part; a report has about 10,000
constexpr std::size_t table_cells = 200'000;         // cells of all tables together; a report has about 250
constexpr std::size_t table_columns = 1000;          // a colspan of 10^9 is one attribute
constexpr std::size_t blocks = 200'000;              // paragraphs and tables
constexpr std::size_t nesting = 512;                 // open elements; HTML parsers are quadratic in it
constexpr std::size_t attributes = 256;              // on one tag, for the same reason
constexpr std::size_t zip_entries = 10'000;          // a docx has about 20
constexpr std::size_t zip_entry_bytes = 32u << 20;   // one inflated part
constexpr std::size_t zip_total_bytes = 160u << 20;  // all inflated parts that are read
constexpr std::size_t zip_ratio = 400;               // inflated : deflated, above 1 MB; XML seldom exceeds 60
constexpr std::size_t archive_bytes = 512u << 20;    // a zip of reports; 10,000 of them as docx take 300 MB
constexpr std::size_t archive_members = 20'000;      // files and directories in it
constexpr std::uint64_t archive_unpacked_bytes =
    2ull << 30;                            // all its files as their headers tell; unpack() holds them to it
constexpr std::size_t pages = 2'000;       // of a PDF
constexpr std::size_t glyphs = 1'000'000;  // of a PDF; a page of text has 500 to 1,500
constexpr std::size_t ruling_lines = 200'000;   // of a PDF
constexpr std::size_t sheets = 500;             // of a workbook; one for each body of a county are 200
constexpr std::size_t ofd_objects = 2'000'000;  // objects of all pages, those of composites once for each use
constexpr std::size_t ofd_nesting = 32;  // composites in composites; one uses itself in hostile files only
constexpr std::size_t linear_tokens =
    100'000;  // words outside grids that are looked at; a report has about 3,000
constexpr std::size_t findings_per_rule = 200;  // a file of nothing but faults stays readable
constexpr std::size_t repair_cells = 8;  // cells of one minimal repair; more slips than that are no slips
constexpr std::size_t repair_nodes =
    50'000;  // search steps of the minimal repair, about 1 µs each; six slips take 2,000
constexpr std::size_t figures =
    50'000;  // numbers of the narrative that are classified; a long report has 200

// The names that users read.
constexpr std::u16string_view text_units_name = u"正文不超过 100 万字";
constexpr std::u16string_view html_bytes_name = u"网页不超过 10 MB";
constexpr std::u16string_view html_tags_name = u"网页标签不超过 30 万个";
constexpr std::u16string_view xml_nodes_name = u"XML 节点不超过 60 万个";
constexpr std::u16string_view table_cells_name = u"单元格不超过 20 万个";
constexpr std::u16string_view blocks_name = u"段落不超过 20 万个";
constexpr std::u16string_view table_rows_name = u"表格不超过 20 万行";
constexpr std::u16string_view marks_name = u"标记不超过 20 万个";
constexpr std::u16string_view linear_tokens_name = u"表格以外的词不超过 10 万个";
constexpr std::u16string_view page_content_name = u"PDF 的文字不超过 100 万个，线条不超过 20 万条";
constexpr std::u16string_view sheets_name = u"工作表不超过 500 张";
constexpr std::u16string_view pages_name = u"页数不超过 2000";
constexpr std::u16string_view ofd_objects_name = u"OFD 的图元不超过 200 万个";
constexpr std::u16string_view ofd_nesting_name = u"OFD 的复合图元嵌套不超过 32 层";
constexpr std::u16string_view zip_entry_name = u"解压后不超过 32 MB";
constexpr std::u16string_view zip_total_name = u"解压后合计不超过 160 MB";

}  // namespace nianbao::limits
