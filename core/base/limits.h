// Every budget of the checker, one line each with its reason. Reaching one gives `partial` or `unreadable` with the
// limit's name (ErrorCode::limit), never a silent cut.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nianbao::limits {

constexpr std::size_t input_bytes = 100u << 20;        // the largest real report with pictures seen is 30 MB
constexpr std::size_t text_units = 20u << 20;          // UTF-16 units of Document::text; a report has 4,000 to 10,000
constexpr std::size_t table_cells = 1u << 20;          // cells of all tables together; a report has about 250
constexpr std::size_t table_columns = 1000;            // a colspan of 10^9 is one attribute
constexpr std::size_t blocks = 500'000;                // paragraphs and tables
constexpr std::size_t nesting = 512;                   // open elements; HTML parsers are quadratic in it
constexpr std::size_t attributes = 256;                // on one tag, for the same reason
constexpr std::size_t zip_entries = 10'000;            // a docx has about 20
constexpr std::size_t zip_entry_bytes = 64u << 20;     // one inflated part
constexpr std::size_t zip_total_bytes = 160u << 20;    // all inflated parts that are read
constexpr std::size_t zip_ratio = 400;                 // inflated : deflated, above 1 MB; XML seldom exceeds 60
constexpr std::size_t archive_bytes = 512u << 20;      // a zip of reports; 10,000 of them as docx take 300 MB
constexpr std::size_t archive_members = 20'000;        // files and directories in it
constexpr std::uint64_t archive_unpacked_bytes = 2ull << 30;  // all its files as their headers tell; unpack() holds them to it
constexpr std::size_t pages = 2'000;                   // of a PDF
constexpr std::size_t glyphs = 5'000'000;              // of a PDF
constexpr std::size_t ruling_lines = 500'000;          // of a PDF
constexpr std::size_t linear_tokens = 500'000;         // words outside grids that are looked at; a report has about 3,000
constexpr std::size_t findings_per_rule = 200;         // a file of nothing but faults stays readable
constexpr std::size_t repair_cells = 8;                // cells of one minimal repair; more slips than that are no slips
constexpr std::size_t repair_nodes = 50'000;           // search steps of the minimal repair, about 1 µs each; six slips take 2,000
constexpr std::size_t figures = 50'000;               // numbers of the narrative that are classified; a long report has 200

}  // namespace nianbao::limits
