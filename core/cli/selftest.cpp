#include "cli/selftest.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "cli/random_tables.h"
#include "localise/localise.h"
#include "rules/analysis.h"
#include "rules/rule.h"

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
  int unique = 0;          // the true repair is the only one
  int among = 0;           // the true repair is one of them
  int first = 0;           // and the first
  long candidates = 0;
  long findings = 0;
  int left_over = 0;       // findings after the first proposal was applied

  double share(int n) const { return tables == 0 ? 0 : 100.0 * n / tables; }
  double each(long n) const { return tables == 0 ? 0 : static_cast<double>(n) / tables; }
};

// The causes propose the true changes and nothing else.
bool all_named(const Localisation& found, const Truth& truth) {
  std::size_t named = 0;
  for (const Cause& cause : found.causes) {
    if (cause.repairs.size() != 1) return false;
    for (const auto& set : cause.repairs.front().set) {
      const auto is_true = [&](const Change& change) { return set.cell == change.cell && set.value == Decimal(change.right); };
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
    const CellRef a = random_cell(random, report, TableId::requests), b = random_cell(random, report, TableId::requests);
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
    count(report, {{done.from, value_at(report, done.from) + done.items}, {done.to, value_at(report, done.to) - done.items}}, tally);
  }
  return tally;
}

bool line(bool good, const char* text) {
  std::printf("%s  %s\n", good ? "ok  " : "FAIL", text);
  return good;
}

template <typename... Values>
bool report_line(bool good, const char* format, Values... values) {
  char text[300];
  std::snprintf(text, sizeof text, format, values...);
  return line(good, text);
}

int localise_selftest(int tables, std::uint64_t seed) {
  const std::clock_t begin = std::clock();
  Random random(seed);
  const Tally three = one_wrong_cell(random, tables, TableId::requests);
  const Tally four = one_wrong_cell(random, tables, TableId::proceedings);
  const Tally two = two_wrong_cells(random, tables);
  const Tally filed = misfiled(random, tables);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  bool good = true;
  good &= report_line(three.unique == tables, "表三错一格：%d 张表，唯一且正确 %.2f %%（要求 100 %%）", tables, three.share(three.unique));
  good &= report_line(three.findings == tables && three.left_over == 0, "表三错一格：每处错误 %.2f 条结果（要求 1.00），按建议改后剩 %d 条（要求 0）",
                      three.each(three.findings), three.left_over);
  good &= report_line(four.among == tables && four.each(four.candidates) <= 3.6,
                      "表四错一格：真值在候选中 %.2f %%（要求 100 %%），平均 %.2f 个候选（要求 3.6 以内），排第一 %.2f %%", four.share(four.among),
                      four.each(four.candidates), four.share(four.first));
  good &= report_line(four.findings == tables && four.left_over == 0, "表四错一格：每处错误 %.2f 条结果（要求 1.00），按建议改后剩 %d 条（要求 0）",
                      four.each(four.findings), four.left_over);
  good &= report_line(two.share(two.unique) >= 98.8, "表三错两格：%d 张表，唯一且正确 %.2f %%（要求 98.8 %%）", two.tables, two.share(two.unique));
  good &= report_line(filed.among == tables && filed.each(filed.candidates) <= 5.1,
                      "表三填错行或列：真值在候选中 %.2f %%（要求 100 %%），平均 %.2f 个候选（要求 5.1 以内），排第一 %.2f %%",
                      filed.share(filed.among), filed.each(filed.candidates), filed.share(filed.first));
  good &= report_line(seconds < 5, "处理器用时 %.2f 秒（要求 5 秒以内）", seconds);
  return good ? 0 : 1;
}

}  // namespace

int selftest_command(const std::vector<std::string>& args) {
  int tables = 5000;
  std::uint64_t seed = 1;
  bool good = !args.empty() && args[0] == "localise";
  for (std::size_t i = 1; good && i + 1 < args.size(); i += 2) {
    const long value = std::strtol(args[i + 1].c_str(), nullptr, 10);
    if (args[i] == "--random" && value > 0) tables = static_cast<int>(value);
    else if (args[i] == "--seed") seed = static_cast<std::uint64_t>(value);
    else good = false;
  }
  if (!good || args.size() % 2 == 0) {
    std::fputs("用法：nianbao selftest localise [--random N] [--seed S]\n", stderr);
    return 2;
  }
  return localise_selftest(tables, seed);
}

}  // namespace nianbao
