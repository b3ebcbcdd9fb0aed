#include <algorithm>
#include <map>

#include "base/sorting.h"
#include "fix/correction.h"

namespace nianbao {
namespace {

using Counts = std::map<std::string_view, std::size_t>;  // findings by rule

Counts counts_of(const std::vector<Finding>& findings) {
  Counts out;
  for (const Finding& finding : findings) ++out[finding.rule];
  return out;
}

struct Candidate {
  Finding* finding;
  Cure* cure;
};

class Trial {
 public:
  Trial(const CheckedReading& all, const Options& options)
      : all_(all), options_(options), before_(counts_of(all.checked->rules.findings)) {
    options_.together.clear();  // what is found among reports can only become less
  }

  // Whether the findings of all these are gone and no rule finds more than before.
  bool stands(const std::vector<Candidate>& candidates) const {
    CheckedReading changed;
    changed.reading.document = all_.reading.document;
    if (!apply_edits(edits_of(candidates), changed.reading.document)) return false;
    bind_document(options_, changed.reading);
    check_along({all_.last_year}, options_, changed);
    if (!changed.checked) return false;
    const Counts after = counts_of(changed.checked->rules.findings);
    Counts most = before_;
    for (const Candidate& c : candidates) --most[c.finding->rule];
    return std::all_of(after.begin(), after.end(), [&](const auto& rule) {
      const auto allowed = most.find(rule.first);
      return allowed != most.end() && rule.second <= allowed->second;
    });
  }

 private:
  static std::vector<Edit> edits_of(const std::vector<Candidate>& candidates) {
    std::vector<Edit> edits;
    for (const Candidate& c : candidates)
      edits.insert(edits.end(), c.cure->edits.begin(), c.cure->edits.end());
    sort_by(edits, [](const Edit& a, const Edit& b) { return a.range < b.range; });
    edits.erase(
        std::unique(edits.begin(), edits.end(),
                    [](const Edit& a, const Edit& b) { return a.range == b.range && a.text == b.text; }),
        edits.end());
    return edits;
  }

  const CheckedReading& all_;
  Options options_;
  const Counts before_;
};

}  // namespace

void try_cures(CheckedReading& all, const Options& options) {
  constexpr std::size_t most_trials = 100;
  if (!all.checked) return;
  std::vector<Candidate> candidates, standing;
  for (Finding& finding : all.checked->rules.findings)
    for (Cure& cure : finding.cures)
      if (cure.certain) candidates.push_back({&finding, &cure});
  if (candidates.empty()) return;
  const Trial trial(all, options);
  if (trial.stands(candidates)) return;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    standing.push_back(candidates[i]);
    if (i < most_trials && trial.stands(standing)) continue;
    standing.pop_back();
    candidates[i].cure->certain = false;
  }
}

}  // namespace nianbao
