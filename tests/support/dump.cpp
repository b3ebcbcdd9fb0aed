#include "support/dump.h"

#include <string_view>

#include "base/unicode.h"

namespace nianbao::testing {
namespace {

std::string shown(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : text) out.push_back(c == u'\u2028' ? u'⏎' : c);
  return to_utf8(out);
}

std::string times(int rows, int columns) { return std::to_string(rows) + "x" + std::to_string(columns); }

std::string dump(const Document& document, const Table& table) {
  std::string out = "[" + times(table.rows, table.columns) + "]\n";
  for (int row = 0; row < table.rows; ++row) {
    std::string line = "|";
    for (int column = 0; column < table.columns; ++column) {
      const Cell* cell = table.at(row, column);
      if (cell == nullptr) line += " ~ |";
      if (cell == nullptr || cell->row != row || cell->column != column) continue;
      line += " " + shown(document.view(cell->range));
      if (cell->rows > 1 || cell->columns > 1)
        line += (cell->range.empty() ? "" : " ") + times(cell->rows, cell->columns);
      line += (line.back() == ' ' ? "|" : " |");
    }
    out += line + "\n";
  }
  return out;
}

const char* name(MarkKind kind) {
  switch (kind) {
    case MarkKind::insertion: return "insertion";
    case MarkKind::deletion: return "deletion";
    case MarkKind::comment: return "comment";
    case MarkKind::hidden: return "hidden";
    case MarkKind::bookmark: return "bookmark";
    case MarkKind::field: return "field";
    case MarkKind::image: return "image";
    case MarkKind::generated_number: return "number";
    case MarkKind::stored_number: return "stored";
    case MarkKind::unreadable: return "unreadable";
  }
  return "?";
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::table) {
      out += dump(document, document.tables[static_cast<std::size_t>(block.table)]);
      continue;
    }
    if (block.kind == BlockKind::heading)
      out += std::string(static_cast<std::size_t>(block.level), '#') + " ";
    out += shown(document.view(block.range)) + "\n";
  }
  for (const Mark& mark : document.marks) {
    out += std::string(name(mark.kind)) + " \"" + shown(document.view(mark.range)) + "\"";
    out += mark.detail.empty() ? "\n" : " " + to_utf8(mark.detail) + "\n";
  }
  return out;
}

}  // namespace nianbao::testing
