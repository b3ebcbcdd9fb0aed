// A reading doubt: where columns had to be guessed from running text, the same characters may belong to other
// cells.
#include <algorithm>

#include "base/unicode.h"
#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

bool columns_are_certain(const Report& report, TableId table) {
  const BoundTable& bound = report.table(table);
  return bound.grid && std::none_of(bound.document_tables.begin(), bound.document_tables.end(), [&](int t) {
           return report.document != nullptr && report.document->tables[static_cast<std::size_t>(t)].ragged;
         });
}

std::u16string digits(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : folded(text))
    if (is_digit(c)) out.push_back(c);
  return out;
}

// "1 2" read as 12 where it might be 1 or 2.
bool is_a_piece(const ReportCell& cell, Decimal value) {
  if ((cell.style & style_inner_space) == 0) return false;
  const std::u16string text = folded(cell.text, Spaces::keep);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(u' ', begin), text.size());
    if (text.substr(begin, end - begin) == value.to_string()) return true;
    begin = end + 1;
  }
  return false;
}

// 12 and blank where it might be 1 and 2: neighbours in one row whose digits, put together, stay the same.
bool same_digits(const Report& report, const Proposal::Set& left, const Proposal::Set& right) {
  if (left.cell.row != right.cell.row || left.cell.column + 1 != right.cell.column) return false;
  const std::u16string written = digits(report.cell(left.cell).text) + digits(report.cell(right.cell).text);
  const std::u16string a = left.value.to_string(), b = right.value.to_string();
  return !written.empty() && (written == a + b || (b == u"0" && written == a) || (a == u"0" && written == b));
}

}  // namespace

bool regroups_characters(const Report& report, const Proposal& proposal) {
  if (proposal.set.size() == 1) return is_a_piece(report.cell(proposal.set[0].cell), proposal.set[0].value);
  if (proposal.set.size() != 2 || columns_are_certain(report, proposal.set[0].cell.table)) return false;
  return same_digits(report, proposal.set[0], proposal.set[1]);
}

}  // namespace nianbao::localisation
