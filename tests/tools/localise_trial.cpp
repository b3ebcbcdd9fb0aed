// localise_trial [--random N] [--seed S]: measures on random tables how slips are localised, and fails below
// what was reached.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "localise/localise.h"
#include "rules/analysis.h"
#include "rules/rule.h"
#include "tools/random_tables.h"

namespace nianbao {
namespace {

struct Change {
  CellRef cell;
  std::int64_t right;
};
using Truth = std::vector<Change>;

bool sets(const Proposal& proposal, const Change& change) {
  for (const auto& set : proposal.set)
    if (set.cell == change.cell && set.value == Decimal(change.right)) return true;
  return false;
}

bool is(const Proposal& proposal, const Truth& truth) {
  if (proposal.set.size() != truth.size()) return false;
  for (const Change& change : truth)
    if (!sets(proposal, change)) return false;
  return true;
}

// What localise() makes of a report with known slips.
struct Tally {
  int tables = 0;
  int unique = 0;  // the true repair is the only one
  int among = 0;   // the true repair is one of them
  int first = 0;   // and the first
  long candidates = 0;
  long findings = 0;
  int left_over = 0;  // findings after the first proposal was applied

  double share(int n) const { return tables == 0 ? 0 : 100.0 * n / tables; }
  double each(long n) const { return tables == 0 ? 0 : static_cast<double>(n) / tables; }
};

// The causes propose the true changes and nothing else.
bool all_named(const Localisation& found, const Truth& truth) {
  std::size_t named = 0;
  for (const Cause& cause : found.causes) {
    if (cause.repairs.size() != 1) return false;
    for (const auto& set : cause.repairs.front().set) {
      const auto is_true = [&](const Change& change) {
        return set.cell == change.cell && set.value == Decimal(change.right);
      };
      if (std::none_of(truth.begin(), truth.end(), is_true)) return false;
      ++named;
    }
  }
  return named == truth.size();
}

void count(const Report& report, const Truth& truth, Tally& tally) {
  const Localisation found = localise(report, nullptr, {});
  ++tally.tables;
  if (all_named(found, truth)) ++tally.unique;
  if (found.causes.size() != 1) return;
  const Cause& cause = found.causes.front();
  tally.candidates += static_cast<long>(cause.repairs.size());
  for (const Proposal& proposal : cause.repairs) tally.among += is(proposal, truth) ? 1 : 0;
  tally.first += is(cause.repairs.front(), truth) ? 1 : 0;
}

std::size_t findings_of(const Report& report, std::vector<Finding>* out = nullptr) {
  const Analysis analysis = analyse(report, nullptr);
  const Context context{report, nullptr, analysis, {}};
  RuleResults requests = run_family(context, "requests"), proceedings = run_family(context, "proceedings");
  requests.findings.insert(requests.findings.end(), proceedings.findings.begin(), proceedings.findings.end());
  const std::size_t count = requests.findings.size();
  if (out != nullptr) *out = std::move(requests.findings);
  return count;
}

// Through the rules: how many findings, and how many are left once the first proposal of each is applied.
void count_findings(Report report, Tally& tally) {
  std::vector<Finding> findings;
  tally.findings += static_cast<long>(findings_of(report, &findings));
  for (const Finding& finding : findings)
    for (const auto& set : finding.repairs.front().set) set_value(report, set.cell, set.value.whole());
  tally.left_over += static_cast<int>(findings_of(report));
}

Tally one_wrong_cell(Random& random, int tables, TableId table) {
  Tally tally;
  for (int i = 0; i < tables; ++i) {
    Report report = random_report(random);
    const CellRef cell = random_cell(random, report, table);
    const std::int64_t right = value_at(report, cell);
    set_value(report, cell, slip_of(random, right));
    count(report, {{cell, right}}, tally);
    count_findings(std::move(report), tally);
  }
  return tally;
}

Tally two_wrong_cells(Random& random, int tables) {
  Tally tally;
  while (tally.tables < tables) {
    Report report = random_report(random);
    const CellRef a = random_cell(random, report, TableId::requests),
                  b = random_cell(random, report, TableId::requests);
    if (a == b) continue;
    const Truth truth{{a, value_at(report, a)}, {b, value_at(report, b)}};
    for (const Change& change : truth) set_value(report, change.cell, slip_of(random, change.right));
    count(report, truth, tally);
  }
  return tally;
}

Tally misfiled(Random& random, int tables) {
  Tally tally;
  while (tally.tables < tables) {
    Report report = random_report(random);
    Misfiling done;
    if (!misfile(random, report, done)) continue;
    const std::int64_t from = value_at(report, done.from), to = value_at(report, done.to);
    count(report, {{done.from, from + done.items}, {done.to, to - done.items}}, tally);
  }
  return tally;
}

template <typename... Values>
bool told(bool good, const char* format, Values... values) {
  char text[300];
  std::snprintf(text, sizeof text, format, values...);
  std::printf("%s  %s\n", good ? "ok  " : "FAIL", text);
  return good;
}

// One finding a slip, and none left once its proposal is taken.
bool one_finding_each(const Tally& tally, const char* which) {
  return told(tally.findings == tally.tables && tally.left_over == 0,
              "%s错一格：每处错误 %.2f 条结果（要求 1.00），按建议改后剩 %d 条（要求 0）", which,
              tally.each(tally.findings), tally.left_over);
}

bool truth_among_few(const Tally& tally, const char* which, double most) {
  return told(tally.among == tally.tables && tally.each(tally.candidates) <= most,
              "%s：真值在候选中 %.2f %%（要求 100 %%），平均 %.2f 个候选（要求 %.1f 以内），排第一 %.2f %%",
              which, tally.share(tally.among), tally.each(tally.candidates), most, tally.share(tally.first));
}

bool one_true_repair(const Tally& tally, const char* which, double least) {
  return told(tally.share(tally.unique) >= least, "%s：%d 张表，唯一且正确 %.2f %%（要求 %.1f %%）", which,
              tally.tables, tally.share(tally.unique), least);
}

bool trial(int tables, std::uint64_t seed) {
  Random random(seed);
  const Tally three = one_wrong_cell(random, tables, TableId::requests);
  const Tally four = one_wrong_cell(random, tables, TableId::proceedings);
  const Tally two = two_wrong_cells(random, tables);
  const Tally filed = misfiled(random, tables);
  const bool good[] = {
      one_true_repair(three, "表三错一格", 100), one_finding_each(three, "表三"),
      truth_among_few(four, "表四错一格", 3.6),  one_finding_each(four, "表四"),
      one_true_repair(two, "表三错两格", 98.8),  truth_among_few(filed, "表三填错行或列", 5.1)};
  return std::all_of(std::begin(good), std::end(good), [](bool each) { return each; });
}

}  // namespace
}  // namespace nianbao

int main(int argc, char** argv) {
  int tables = 5000;
  std::uint64_t seed = 1;
  bool good = argc % 2 == 1;
  for (int i = 1; good && i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    const long value = std::strtol(argv[i + 1], nullptr, 10);
    if (option == "--random" && value > 0) tables = static_cast<int>(value);
    else if (option == "--seed") seed = static_cast<std::uint64_t>(value);
    else good = false;
  }
  if (!good) {
    std::fputs("用法：localise_trial [--random N] [--seed S]\n", stderr);
    return 2;
  }
  return nianbao::trial(tables, seed) ? 0 : 1;
}
