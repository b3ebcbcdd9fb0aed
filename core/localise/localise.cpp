#include "localise/localise.h"

#include <algorithm>

#include "base/sorting.h"
#include "localise/causes.h"

namespace nianbao {
namespace {

using localisation::ChangeSet;
using localisation::Group;
using localisation::TableSystem;

constexpr std::size_t most_repairs = 30;  // shown for one cause; an item in the wrong row has at most 25

bool by_cost(const Proposal& a, const Proposal& b) { return a.cost < b.cost; }

// A claim for each carried-over cell: what last year's report carried forward.
std::vector<Claim> with_last_year(const Report& report, const Report* previous,
                                  std::span<const Claim> claims) {
  std::vector<Claim> all(claims.begin(), claims.end());
  if (previous == nullptr || !previous->table(TableId::requests).present ||
      !report.table(TableId::requests).present)
    return all;
  const int over = row_index(report.form->table(TableId::requests), "carried_over");
  const int forward = row_index(previous->form->table(TableId::requests), "carried_forward");
  for (std::uint8_t c = 0; c < 7; ++c) {
    const ReportCell& last = previous->cell({TableId::requests, static_cast<std::uint8_t>(forward), c});
    if (const auto value = countable(last); value && last.state == CellState::number)
      all.push_back({{TableId::requests, static_cast<std::uint8_t>(over), c},
                     Decimal(*value),
                     say(u"上年报告的结转下年度 {0}", u"the {0} carried forward in last year's report",
                         {Decimal(*value)})});
  }
  return all;
}

// All causes of one table.
class TableCauses {
 public:
  TableCauses(const Report& report, TableId table, const std::vector<Identity>& identities,
              std::span<const Claim> claims)
      : report_(report), id_(table), identities_(identities), claims_(claims) {}

  std::vector<Cause> find() {
    if (auto shift = localisation::shifted_rows(report_, id_, identities_)) add_shift(*std::move(shift));
    table_ = localisation::table_system(report_, id_, identities_);
    apply_shift();
    const localisation::Explanation explanation = localisation::explain(table_.system);
    for (const Group& group : explanation.groups) add_group(group);
    if (!explanation.unexplained.empty()) add_unexplained(broken_of(explanation.unexplained));
    add_blank_totals();
    add_sums_of_blank_totals();
    for (Cause& cause : causes_) complete(cause);
    sort_by(causes_, [](const Cause& a, const Cause& b) {
      return (a.cells.empty() ? CellRef{} : a.cells.front()) <
             (b.cells.empty() ? CellRef{} : b.cells.front());
    });
    return std::move(causes_);
  }

 private:
  const Identity& identity(int i) const { return identities_[static_cast<std::size_t>(i)]; }

  void add_shift(localisation::Shift shift) {
    Cause cause;
    cause.kind = CauseKind::shifted_row;
    cause.table = id_;
    cause.broken = std::move(shift.repaired);
    cause.cells = std::move(shift.cells);
    cause.repairs.push_back(std::move(shift.proposal));
    cause.repairs.front().reason =
        Words{u"整行移动一列后各式都成立", u"everything adds up once the row is moved by one column"};
    cause.misread = true;
    causes_.push_back(std::move(cause));
  }

  // What is left is looked for in the table as it would be with the rows moved back.
  void apply_shift() {
    for (const Cause& cause : causes_)
      for (const auto& set : cause.repairs.front().set)
        table_.system.values[static_cast<std::size_t>(table_.cell(set.cell))] = set.value.whole();
  }

  Proposal proposal(const ChangeSet& changes) const {
    Proposal proposal;
    for (const auto& change : changes)
      proposal.set.push_back(
          {table_.ref(change.cell),
           Decimal(table_.system.values[static_cast<std::size_t>(change.cell)] + change.by)});
    localisation::judge(report_, proposal, claims_);
    return proposal;
  }

  // As printed, once shifted rows are moved back.
  bool still_fails(const Identity& sum) const {
    if (sum.state != IdentityState::fails) return false;
    std::int64_t off = 0;
    for (const IdentityTerm& term : sum.terms)
      off += term.side * table_.system.values[static_cast<std::size_t>(table_.cell(term.cell))];
    return off != 0;
  }

  // The printed sums that fail among those that the equations are made of.
  std::vector<int> broken_of(const std::vector<int>& equations) const {
    std::vector<int> broken;
    for (int e : equations)
      for (int i : table_.identities_of[static_cast<std::size_t>(e)])
        if (still_fails(identity(i)) && std::find(broken.begin(), broken.end(), i) == broken.end())
          broken.push_back(i);
    return broken;
  }

  // Those of them with one of the cells; all where a blank total stands between the cells and what fails.
  std::vector<int> broken_through(const Group& group, const ChangeSet& changes) const {
    const std::vector<int> all = broken_of(group.equations);
    std::vector<CellRef> cells;
    for (const auto& change : changes) cells.push_back(table_.ref(change.cell));
    std::vector<int> through;
    std::copy_if(all.begin(), all.end(), std::back_inserter(through),
                 [&](int i) { return holds_any(identity(i), cells); });
    return through.empty() ? all : through;
  }

  // The best repair first, so that first repairs of several causes go together.
  void order(Group& group) const {
    std::vector<std::pair<int, ChangeSet>> priced;
    for (ChangeSet& repair : group.repairs) priced.emplace_back(proposal(repair).cost, std::move(repair));
    std::stable_sort(priced.begin(), priced.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(priced.begin(), priced.end(), group.repairs.begin(),
                   [](auto& one) { return std::move(one.second); });
  }

  void add_group(Group group) {
    order(group);
    if (group.repairs.size() == 1 && group.repairs.front().size() > 1 &&
        localisation::regroups_characters(report_, proposal(group.repairs.front()))) {
      add_relation(broken_of(group.equations), group.repairs, group.complete);
    } else if (group.repairs.size() == 1) {
      for (const ChangeSet& slip : localisation::slips(table_.system, group.repairs.front()))
        add_slip(group, slip);
    } else if (!add_crossings(group)) {
      add_relation(broken_of(group.equations), group.repairs, group.complete);
    }
  }

  void add_slip(const Group& group, const ChangeSet& slip) {
    std::vector<int> broken = broken_through(group, slip);
    if (slip.size() > 1) return add_relation(std::move(broken), {slip}, group.complete);
    Cause cause;
    cause.kind = CauseKind::misstated;
    cause.table = id_;
    cause.broken = std::move(broken);
    cause.cells = {table_.ref(slip.front().cell)};
    cause.repairs = {proposal(slip)};
    cause.complete = group.complete;
    causes_.push_back(std::move(cause));
  }

  // Several slips of the same amount: each failing row has one wrong cell, but which column goes with which
  // row is open. One cause a row, with its candidates.
  bool add_crossings(const Group& group) {
    const auto linked = [&](const ChangeSet& repair) {
      return localisation::slips(table_.system, repair).size() < repair.size();
    };
    if (std::any_of(group.repairs.begin(), group.repairs.end(), linked)) return false;
    std::vector<Cause> rows;
    for (int e : group.equations) {
      const int broken = table_.identities_of[static_cast<std::size_t>(e)].front();
      if (identity(broken).relation != Relation::row_total) continue;
      ChangeSet candidates;
      for (const ChangeSet& repair : group.repairs) {  // best first
        const auto in_row = [&](const auto& change) {
          return change.cell / table_.columns == identity(broken).at;
        };
        if (std::count_if(repair.begin(), repair.end(), in_row) != 1) return false;
        const auto change = *std::find_if(repair.begin(), repair.end(), in_row);
        const auto known = [&](const auto& other) { return other.cell == change.cell; };
        if (std::none_of(candidates.begin(), candidates.end(), known)) candidates.push_back(change);
      }
      rows.push_back(candidates_of_row(group, candidates));
    }
    if (rows.size() < 2 || rows.size() != group.repairs.front().size()) return false;
    causes_.insert(causes_.end(), rows.begin(), rows.end());
    return true;
  }

  Cause candidates_of_row(const Group& group, const ChangeSet& candidates) const {
    Cause cause;
    cause.kind = candidates.size() == 1 ? CauseKind::misstated : CauseKind::relation;
    cause.table = id_;
    cause.relation = Relation::row_total;
    cause.broken = broken_through(group, candidates);
    cause.complete = group.complete;
    for (const auto& change : candidates) {
      cause.cells.push_back(table_.ref(change.cell));
      cause.repairs.push_back(proposal({change}));
      cause.repairs.back().cost = 0;  // their order is that of the repairs of all rows, not of this one
    }
    return cause;
  }

  void add_relation(std::vector<int> broken, const std::vector<ChangeSet>& repairs, bool complete) {
    Cause cause;
    cause.kind = CauseKind::relation;
    cause.table = id_;
    cause.broken = std::move(broken);
    for (const ChangeSet& repair : repairs) cause.repairs.push_back(proposal(repair));
    cause.complete = complete;
    cause.relation = most_broken(cause.broken);
    cause.cells = cells_of(cause.broken, cause.relation);
    if (counts_partly_disclosed_twice(cause.broken)) make_double_count(cause);
    causes_.push_back(std::move(cause));
  }

  // The wrong outcomes are others than the partly disclosed ones.
  void make_double_count(Cause& cause) const {
    const auto partly = static_cast<std::uint8_t>(row_index(report_.form->table(id_), "partly_disclosed"));
    cause.kind = CauseKind::double_count;
    cause.cells.clear();
    for (int i : cause.broken) {
      const CellRef total = identity(i).terms.back().cell;
      cause.cells.push_back(total);
      cause.cells.push_back({id_, partly, total.column});
    }
    const auto touches_partly = [&](const Proposal& proposal) {
      return std::any_of(proposal.set.begin(), proposal.set.end(),
                         [&](const auto& set) { return set.cell.row == partly; });
    };
    cause.repairs.erase(std::remove_if(cause.repairs.begin(), cause.repairs.end(), touches_partly),
                        cause.repairs.end());
  }

  void add_unexplained(std::vector<int> broken) {
    Cause cause;
    cause.kind = CauseKind::unexplained;
    cause.table = id_;
    cause.broken = std::move(broken);
    cause.relation = most_broken(cause.broken);
    cause.cells = cells_of(cause.broken, cause.relation);
    cause.complete = false;
    // Sums that fail all over a table whose columns had to be found in running text are likelier misread than
    // miscounted.
    const auto checked = std::count_if(identities_.begin(), identities_.end(), [&](const Identity& i) {
      return i.table == id_ && i.state != IdentityState::unchecked;
    });
    cause.misread =
        !report_.table(id_).grid && 2 * static_cast<std::ptrdiff_t>(cause.broken.size()) >= checked;
    causes_.push_back(std::move(cause));
  }

  static std::vector<CellRef> cells_set(const Proposal& proposal) { return cells_of(proposal.set); }

  Relation most_broken(const std::vector<int>& broken) const {
    Relation best = identity(broken.front()).relation;
    const auto count = [&](Relation relation) {
      return std::count_if(broken.begin(), broken.end(),
                           [&](int i) { return identity(i).relation == relation; });
    };
    for (Relation relation :
         {Relation::row_total, Relation::outcome_total, Relation::balance, Relation::group_total})
      if (count(relation) > count(best)) best = relation;
    return best;
  }

  // Of the relation's own identities first, totals before parts except in a balance; each cell once.
  std::vector<CellRef> cells_of(const std::vector<int>& broken, Relation relation) const {
    std::vector<CellRef> cells;
    const int first = relation == Relation::balance ? 1 : -1;
    const auto add = [&](const IdentityTerm& term) {
      if (std::find(cells.begin(), cells.end(), term.cell) == cells.end()) cells.push_back(term.cell);
    };
    for (bool own : {true, false})
      for (int wanted : {first, -first})
        for (int i : broken)
          if ((identity(i).relation == relation) == own)
            for (const IdentityTerm& term : identity(i).terms)
              if (term.side == wanted) add(term);
    return cells;
  }

  bool counts_partly_disclosed_twice(const std::vector<int>& broken) const {
    if (id_ != TableId::requests) return false;
    const int row = row_index(report_.form->table(id_), "partly_disclosed");
    std::int64_t all = 0;
    for (int i : broken) {
      const Identity& sum = identity(i);
      if (sum.relation != Relation::outcome_total) return false;
      const auto partly =
          countable(report_.cell({id_, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(sum.at)}));
      if (report_.cell(sum.terms.back().cell).state == CellState::blank) return false;
      if (!partly || *partly == 0 || sum.left - sum.right != *partly) return false;
      all += *partly;
    }
    // Columns that hold although they have partly disclosed ones speak against it; so does a single one.
    for (const Identity& sum : identities_) {
      if (sum.relation != Relation::outcome_total || sum.state != IdentityState::holds) continue;
      if (countable(report_.cell({id_, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(sum.at)}))
              .value_or(0) != 0)
        return false;
    }
    return all > 2;
  }

  // What the first repair of every cause does to the printed table.
  ChangeSet first_repairs() const {
    ChangeSet changes;
    for (const Cause& cause : causes_)
      if (!cause.repairs.empty())
        for (const auto& set : cause.repairs.front().set) {
          const int cell = table_.cell(set.cell);
          changes.push_back({cell, set.value.whole() - table_.system.values[static_cast<std::size_t>(cell)]});
        }
    return changes;
  }

  void add_blank_totals() {
    auto filled = filled_totals(table_, identities_, first_repairs());
    // No total is less than nothing: one of its parts must be wrong, and nothing says which.
    const auto none = std::stable_partition(filled.begin(), filled.end(),
                                            [](const auto& set) { return !set.value.is_negative(); });
    const std::vector<int> impossible = failing_with(cells_of({none, filled.end()}));
    filled.erase(none, filled.end());
    if (!filled.empty()) {
      Cause cause;
      cause.kind = CauseKind::total_blank;
      cause.table = id_;
      cause.cells = cells_of(filled);
      cause.broken = failing_with(cause.cells);
      cause.repairs.push_back({std::move(filled), Words{u"按各项之和补填", u"filled in from the parts"}, 0});
      causes_.push_back(std::move(cause));
    }
    std::vector<int> left;
    std::copy_if(impossible.begin(), impossible.end(), std::back_inserter(left),
                 [&](int sum) { return !is_explained(sum); });
    if (!left.empty()) add_unexplained(std::move(left));
  }

  static std::vector<CellRef> cells_of(const std::vector<Proposal::Set>& sets) {
    std::vector<CellRef> cells;
    for (const auto& set : sets) cells.push_back(set.cell);
    return cells;
  }

  std::vector<int> failing_with(const std::vector<CellRef>& cells) const {
    std::vector<int> sums;
    for (std::size_t i = 0; i < identities_.size(); ++i)
      if (identities_[i].table == id_ && identities_[i].state == IdentityState::fails &&
          holds_any(identities_[i], cells))
        sums.push_back(static_cast<int>(i));
    return sums;
  }

  bool is_explained(int sum) const {
    return std::any_of(causes_.begin(), causes_.end(), [&](const Cause& cause) {
      return std::find(cause.broken.begin(), cause.broken.end(), sum) != cause.broken.end();
    });
  }

  // A total left blank whose parts come to nothing once repaired is not told as missing: its sum fails by the
  // repaired cells.
  void add_sums_of_blank_totals() {
    for (const auto& blank : table_.blanks) {
      const int sum = blank.defined_by;
      if (!still_fails(identity(sum)) || is_explained(sum)) continue;
      for (Cause& cause : causes_)
        if (!cause.repairs.empty() && holds_any(identity(sum), cells_set(cause.repairs.front())))
          cause.broken.push_back(sum);
    }
  }

  static bool holds_any(const Identity& sum, const std::vector<CellRef>& cells) {
    return std::any_of(sum.terms.begin(), sum.terms.end(), [&](const IdentityTerm& term) {
      return std::find(cells.begin(), cells.end(), term.cell) != cells.end();
    });
  }

  void complete(Cause& cause) const {
    sort_by(cause.repairs, by_cost);
    if (cause.repairs.size() > most_repairs) {
      cause.repairs.resize(most_repairs);
      cause.complete = false;
    }
    if (!cause.repairs.empty() && localisation::regroups_characters(report_, cause.repairs.front())) {
      cause.misread = true;
      if (cause.repairs.front().set.size() > 1)
        cause.repairs.front().reason = Words{u"同样的数字换一种分格", u"the same digits in other cells"};
      if (cause.kind == CauseKind::relation) cause.cells = cells_set(cause.repairs.front());
    }
    cause.near_unread = std::any_of(identities_.begin(), identities_.end(), [&](const Identity& sum) {
      return sum.table == id_ && sum.state == IdentityState::unchecked && holds_any(sum, cause.cells);
    });
  }

  const Report& report_;
  TableId id_;
  const std::vector<Identity>& identities_;
  std::span<const Claim> claims_;
  TableSystem table_{};
  std::vector<Cause> causes_;
};

bool fails(const std::vector<Identity>& identities, TableId table) {
  return std::any_of(identities.begin(), identities.end(),
                     [&](const Identity& i) { return i.table == table && i.state == IdentityState::fails; });
}

}  // namespace

Localisation localise(const Report& report, const Report* previous, std::span<const Claim> claims) {
  Localisation found;
  found.identities = identities(report);
  for (TableId table : {TableId::requests, TableId::proceedings}) {
    if (!fails(found.identities, table)) continue;
    const std::vector<Claim> all = with_last_year(report, previous, claims);
    for (Cause& cause : TableCauses(report, table, found.identities, all).find())
      found.causes.push_back(std::move(cause));
  }
  return found;
}

}  // namespace nianbao
