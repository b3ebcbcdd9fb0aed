#include <algorithm>

#include "base/sorting.h"
#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

bool is_blank(const Report& report, CellRef ref) { return report.cell(ref).state == CellState::blank; }

// The total of the identity: the last term.
CellRef total_of(const Identity& identity) { return identity.terms.back().cell; }

bool defines_total(const Identity& identity) {
  return identity.relation != Relation::balance && identity.state != IdentityState::unchecked;
}

std::vector<int>::size_type position(const Equation& equation, int cell) {
  return static_cast<std::size_t>(
      std::find_if(equation.begin(), equation.end(), [&](const Term& t) { return t.cell == cell; }) -
      equation.begin());
}

// to += factor * from, like terms brought together.
void add(Equation& to, const Equation& from, int factor) {
  for (const Term& term : from) {
    const auto at = position(to, term.cell);
    if (at == to.size()) to.push_back({term.cell, factor * term.sign});
    else if ((to[at].sign += factor * term.sign) == 0) to.erase(to.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

// Drops equation `by`, which defines `cell`, and puts the sum in the cell's place everywhere else.
void eliminate(TableSystem& table, int cell, std::size_t by) {
  const Equation definition = table.system.equations[by];
  const std::vector<int> taken_in = table.identities_of[by];
  const int own_sign = definition[position(definition, cell)].sign;
  table.system.equations.erase(table.system.equations.begin() + static_cast<std::ptrdiff_t>(by));
  table.identities_of.erase(table.identities_of.begin() + static_cast<std::ptrdiff_t>(by));
  for (std::size_t e = 0; e < table.system.equations.size(); ++e) {
    Equation& equation = table.system.equations[e];
    const auto at = position(equation, cell);
    if (at == equation.size()) continue;
    add(equation, definition, -equation[at].sign * own_sign);
    table.identities_of[e].insert(table.identities_of[e].end(), taken_in.begin(), taken_in.end());
  }
}

}  // namespace

TableSystem table_system(const Report& report, TableId id, const std::vector<Identity>& identities) {
  const FormTable& form = report.form->table(id);
  TableSystem table{id, static_cast<int>(form.rows.front().columns.size()), {}, {}, {}};
  table.system.values.assign(form.rows.size() * static_cast<std::size_t>(table.columns), 0);
  for (std::size_t i = 0; i < identities.size(); ++i) {
    const Identity& identity = identities[i];
    if (identity.table != id || identity.state == IdentityState::unchecked) continue;
    Equation equation;
    equation.reserve(identity.terms.size());
    for (const IdentityTerm& term : identity.terms) {
      equation.push_back({table.cell(term.cell), term.side});
      table.system.values[static_cast<std::size_t>(equation.back().cell)] =
          countable(report.cell(term.cell)).value_or(0);
    }
    table.system.equations.push_back(std::move(equation));
    table.identities_of.push_back({static_cast<int>(i)});
  }
  // Row totals first: the outcome total of the total column is made of them.
  for (std::size_t i = 0; i < identities.size(); ++i) {
    const Identity& identity = identities[i];
    if (identity.table != id || !defines_total(identity) || !is_blank(report, total_of(identity))) continue;
    const int cell = table.cell(total_of(identity));
    const auto known = [&](const TableSystem::BlankTotal& blank) { return blank.cell == cell; };
    const auto own = [&](const std::vector<int>& identities_of) {
      return identities_of.front() == static_cast<int>(i);
    };
    const auto at = std::find_if(table.identities_of.begin(), table.identities_of.end(), own);
    if (at == table.identities_of.end() || std::any_of(table.blanks.begin(), table.blanks.end(), known))
      continue;
    eliminate(table, cell, static_cast<std::size_t>(at - table.identities_of.begin()));
    table.blanks.push_back({cell, static_cast<int>(i)});
  }
  return table;
}

std::vector<Proposal::Set> filled_totals(const TableSystem& table, const std::vector<Identity>& identities,
                                         const ChangeSet& changes) {
  std::vector<std::int64_t> values = table.system.values;
  for (const Change& change : changes) values[static_cast<std::size_t>(change.cell)] += change.by;
  std::vector<Proposal::Set> filled;
  // A total may be made of other blank totals; each pass settles at least those made of settled ones, and
  // there are two levels.
  for (int pass = 0; pass < 3; ++pass)
    for (const auto& blank : table.blanks) {
      std::int64_t sum = 0;
      const Identity& identity = identities[static_cast<std::size_t>(blank.defined_by)];
      for (const IdentityTerm& term : identity.terms)
        if (table.cell(term.cell) != blank.cell)
          sum += values[static_cast<std::size_t>(table.cell(term.cell))];
      values[static_cast<std::size_t>(blank.cell)] = sum;
    }
  for (const auto& blank : table.blanks)
    if (const std::int64_t value = values[static_cast<std::size_t>(blank.cell)]; value != 0)
      filled.push_back({table.ref(blank.cell), Decimal(value)});
  sort_by(filled, [](const auto& a, const auto& b) { return a.cell < b.cell; });
  return filled;
}

}  // namespace nianbao::localisation
