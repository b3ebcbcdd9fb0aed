#include "localise/identities.h"

namespace nianbao {
namespace {

constexpr int applicant_kinds = 6;  // columns before 总计 in 表三
constexpr int results = 4;          // columns before 总计 in 表四

CellRef ref(TableId table, int row, int column) {
  return {table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
}

// The first `parts` cells of a row add up to the next one.
Identity sum_of_row(Relation relation, TableId table, int row, int parts) {
  Identity identity{relation, table, row, {}};
  identity.terms.reserve(static_cast<std::size_t>(parts) + 1);
  for (int c = 0; c < parts; ++c) identity.terms.push_back({ref(table, row, c), 1});
  identity.terms.push_back({ref(table, row, parts), -1});
  return identity;
}

Identity outcome_total(const FormTable& table, int column, int total_row) {
  Identity identity{Relation::outcome_total, table.id, column, {}};
  identity.terms.reserve(table.rows.size());
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    if (table.rows[r].outcome) identity.terms.push_back({ref(table.id, static_cast<int>(r), column), 1});
  identity.terms.push_back({ref(table.id, total_row, column), -1});
  return identity;
}

Identity balance(const FormTable& table, int column, int total_row) {
  Identity identity{Relation::balance, table.id, column, {}};
  identity.terms.push_back({ref(table.id, row_index(table, "new_requests"), column), 1});
  identity.terms.push_back({ref(table.id, row_index(table, "carried_over"), column), 1});
  identity.terms.push_back({ref(table.id, total_row, column), -1});
  identity.terms.push_back({ref(table.id, row_index(table, "carried_forward"), column), -1});
  return identity;
}

void check(const Report& report, Identity& identity) {
  for (const IdentityTerm& term : identity.terms) {
    const auto value = countable(report.cell(term.cell));
    if (!value) return;
    (term.side > 0 ? identity.left : identity.right) += *value;
  }
  identity.state = identity.left == identity.right ? IdentityState::holds : IdentityState::fails;
}

}  // namespace

std::optional<std::int64_t> countable(const ReportCell& cell) {
  if (!cell.counted()) return std::nullopt;
  if (cell.state != CellState::number) return 0;
  if (!cell.value || !cell.value->is_integer()) return std::nullopt;
  return cell.value->whole();
}

std::vector<Identity> identities(const Report& report) {
  std::vector<Identity> all;
  all.reserve(48);
  const FormTable& requests = report.form->table(TableId::requests);
  if (report.table(requests.id).present) {
    const int total_row = row_index(requests, "outcome_total");
    for (int r = 0; r < static_cast<int>(requests.rows.size()); ++r)
      all.push_back(sum_of_row(Relation::row_total, requests.id, r, applicant_kinds));
    for (int c = 0; c <= applicant_kinds; ++c) all.push_back(outcome_total(requests, c, total_row));
    for (int c = 0; c <= applicant_kinds; ++c) all.push_back(balance(requests, c, total_row));
  }
  const FormTable& proceedings = report.form->table(TableId::proceedings);
  if (report.table(proceedings.id).present)
    for (int r = 0; r < static_cast<int>(proceedings.rows.size()); ++r)
      all.push_back(sum_of_row(Relation::group_total, proceedings.id, r, results));
  for (Identity& identity : all) check(report, identity);
  return all;
}

std::u16string side(const Report& report, const Identity& identity, int side) {
  const bool many = identity.terms.size() > 8;
  std::u16string out;
  for (const IdentityTerm& term : identity.terms) {
    if (term.side != side) continue;
    const std::int64_t value = countable(report.cell(term.cell)).value_or(0);
    if (many && value == 0) continue;
    if (!out.empty()) out += u" + ";
    const std::u16string number = Decimal(value).to_string();
    out += value < 0 ? u"(" + number + u")" : number;
  }
  return out.empty() ? u"0" : out;
}

std::u16string equation(const Report& report, const Identity& identity) {
  return side(report, identity, 1) + u" ≠ " + side(report, identity, -1);
}

}  // namespace nianbao
