// The list of rules is the directory: the build writes rule_list.inc from the files it finds.
#include <algorithm>
#include <iterator>

#include "base/limits.h"
#include "base/sorting.h"
#include "rules/cures.h"
#include "rules/rule.h"

namespace nianbao {
namespace rules {
#define RULE(family, name, id) \
  namespace family {           \
  extern const Rule name;      \
  }
#include "rule_list.inc"
#undef RULE
}  // namespace rules

namespace {

constexpr RegisteredRule registered[] = {
#define RULE(family, name, id) {id, rules::family::name},
#include "rule_list.inc"
#undef RULE
};

bool matches(const RuleChoice& choice, std::string_view id) {
  const std::string_view pattern = choice.id;
  if (pattern.size() > 2 && pattern.substr(pattern.size() - 2) == "/*")
    return id.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
  return id == pattern;
}

Severity chosen(Severity finding, Severity rule, Severity choice) {
  if (choice >= rule) return std::max(finding, choice);  // lowered
  return finding == rule ? choice : finding;             // raised
}

const RuleChoice* choice_for(std::span<const RuleChoice> choices, std::string_view id) {
  const RuleChoice* found = nullptr;
  for (const RuleChoice& choice : choices)
    if (matches(choice, id)) found = &choice;
  return found;
}

void fill_places(const Report& report, Finding& finding) {
  if (!finding.places.empty()) return;
  for (CellRef ref : finding.cells) {
    const Range range = report.cell(ref).range;
    if (range.end != 0) finding.places.push_back(range);
  }
}

std::uint32_t first_place(const Finding& finding) {
  return finding.places.empty() ? 0 : finding.places.front().begin;
}

bool before(const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity < b.severity;
  if (first_place(a) != first_place(b)) return first_place(a) < first_place(b);
  return a.rule < b.rule;
}

}  // namespace

std::span<const RegisteredRule> all_rules() { return registered; }

const RegisteredRule* find_rule(std::string_view id) {
  for (const RegisteredRule& rule : registered)
    if (rule.id == id) return &rule;
  return nullptr;
}

std::vector<std::string> unknown_rules(std::span<const RuleChoice> choices) {
  std::vector<std::string> unknown;
  for (const RuleChoice& choice : choices)
    if (std::none_of(std::begin(registered), std::end(registered),
                     [&](const RegisteredRule& rule) { return matches(choice, rule.id); }))
      unknown.push_back(choice.id);
  return unknown;
}

Finding& Findings::add(Text message) {
  if (found_.size() >= limits::findings_per_rule) {
    cut_ = true;
    found_.resize(limits::findings_per_rule - 1);
  }
  Finding finding{.rule = rule_,
                  .severity = severity_,
                  .own_severity = severity_,
                  .title = title_,
                  .message = std::move(message),
                  .advice = advice_,
                  .cells = {},
                  .places = {},
                  .equation = {},
                  .sums = {},
                  .violates = {},
                  .repairs = {},
                  .cures = {},
                  .key = {},
                  .dismissed = {}};
  found_.push_back(std::move(finding));
  return found_.back();
}

// One rule over one report, its outcome added to the results.
struct RuleRun {
  const Context& context;
  RuleResults& results;

  void operator()(const RegisteredRule& registered_rule, const RuleChoice* choice) {
    const auto& [id, rule] = registered_rule;
    if (choice != nullptr && !choice->severity) {
      results.skipped.push_back(
          {id, Words{u"已由使用者关闭", u"switched off by the user"}, SkipKind::switched_off});
      return;
    }
    Findings out;
    out.rule_ = id;
    out.severity_ = rule.severity;
    out.title_ = rule.title;
    out.advice_ = rule.advice;
    rule.run(context, out);
    for (Finding& finding : out.found_) {
      finding.own_severity = finding.severity;
      if (choice != nullptr) finding.severity = chosen(finding.severity, rule.severity, *choice->severity);
      fill_places(context.report, finding);
      settle_cures(*context.report.document, finding);
      results.findings.push_back(std::move(finding));
    }
    if (out.passed_ > 0) results.passed.push_back({id, out.passed_});
    if (out.cut_)
      results.skipped.push_back({id,
                                 say(u"只列出前{0}处，其余同类问题未列", u"only the first {0} are listed",
                                     {Decimal(static_cast<std::int64_t>(limits::findings_per_rule))}),
                                 SkipKind::limit});
    if (!out.skipped_.empty())
      results.skipped.push_back(
          {id, std::move(out.skipped_), out.unable_ ? SkipKind::unable : SkipKind::not_applicable});
  }
};

RuleResults run_rules(const Context& context, std::span<const RuleChoice> choices) {
  RuleResults results;
  RuleRun run{context, results};
  for (const RegisteredRule& rule : registered) run(rule, choice_for(choices, rule.id));
  sort_by(results.findings, before);
  return results;
}

RuleResults run_family(const Context& context, std::string_view family) {
  RuleResults results;
  RuleRun run{context, results};
  for (const RegisteredRule& rule : registered)
    if (rule.id.substr(0, rule.id.find('/')) == family) run(rule, nullptr);
  sort_by(results.findings, before);
  return results;
}

}  // namespace nianbao
