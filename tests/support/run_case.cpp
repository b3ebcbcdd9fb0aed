#include <algorithm>

#include "base/unicode.h"
#include "check.h"
#include "output/to_json.h"
#include "rules/units.h"
#include "support/language.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

using std::string;

std::vector<string> cell_ids(const Report& report, const Finding& finding) {
  std::vector<string> ids;
  for (CellRef ref : finding.cells) ids.push_back(cell_id(*report.form, ref));
  return ids;
}

string joined(const std::vector<string>& items) {
  string out;
  for (const string& item : items) out.append(out.empty() ? "" : "、").append(item);
  return out;
}

string place_text(const Report& report, const Finding& finding) {
  return finding.places.empty() ? string() : to_utf8(report.document->view(finding.places.front()));
}

string first_repair(const Report& report, const Finding& finding) {
  std::vector<string> set;
  if (!finding.repairs.empty())
    for (const Repair::Set& s : finding.repairs.front().set)
      set.push_back(cell_id(*report.form, s.cell) + " = " + to_utf8(s.value.to_string()));
  return joined(set);
}

std::vector<string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

// A finding as a line of a case file.
string shown(const Report& report, const Finding& finding) {
  string out = "期望：" + string(finding.rule) + " 在 ";
  out += finding.cells.empty() ? "“" + place_text(report, finding) + "”" : joined(cell_ids(report, finding));
  out += "：“" + to_utf8(finding.message.zh) + "”\n    英文：“" + to_utf8(finding.message.en) +
         "”\n    级别：" + string(severity_name(finding.severity));
  if (!finding.equation.empty()) out += "\n    等式：“" + to_utf8(finding.equation) + "”";
  if (!finding.violates.empty()) out += "\n    牵连：" + joined(strings(finding.violates));
  if (!finding.repairs.empty()) out += "\n    修正：" + first_repair(report, finding);
  return out;
}

bool either(const string& wanted, const string& got) { return wanted.empty() || wanted == got; }

bool meets(const Report& report, const Finding& finding, const Expected& expected) {
  if (to_utf8(finding.message.zh) != expected.message) return false;
  if (!expected.cells.empty() && cell_ids(report, finding) != expected.cells) return false;
  if (place_text(report, finding).find(expected.quoted) == string::npos) return false;
  if (!expected.violates.empty() && strings(finding.violates) != expected.violates) return false;
  return either(expected.english, to_utf8(finding.message.en)) &&
         either(expected.advice, to_utf8(finding.advice.zh)) &&
         either(expected.severity, string(severity_name(finding.severity))) &&
         either(expected.equation, to_utf8(finding.equation)) &&
         either(expected.repair, first_repair(report, finding));
}

class Comparison {
 public:
  Comparison(const RuleCase& rule_case, const Report& report, const RuleResults& results)
      : case_(rule_case), report_(report), results_(results) {}

  string differences() {
    own_findings();
    other_findings();
    skipped();
    passed();
    return std::move(out_);
  }

 private:
  void own_findings() {
    std::vector<const Finding*> own;
    for (const Finding& finding : results_.findings)
      if (finding.rule == case_.rule) own.push_back(&finding);
    for (const Finding* finding : own)
      for (const Text& text : {finding->message, finding->advice})
        if (text.zh.empty() || text.en.empty() || has_bare_chinese(text.en))
          say("not in English: " + to_utf8(text.en));
    for (const Expected& expected : case_.expected) {
      const auto found = std::find_if(own.begin(), own.end(),
                                      [&](const Finding* f) { return meets(report_, *f, expected); });
      if (found == own.end()) say("expected, but not found: " + expected.message);
      else own.erase(found);
    }
    for (const Finding* finding : own) say("found, but not expected:\n  " + shown(report_, *finding));
  }

  void other_findings() {
    for (const Finding& finding : results_.findings)
      if (finding.rule != case_.rule && !listed(finding.rule))
        say("another rule speaks:\n  " + shown(report_, finding));
    for (const string& rule : case_.others)
      if (std::none_of(results_.findings.begin(), results_.findings.end(),
                       [&](const Finding& f) { return f.rule == rule; }))
        say("另有 names " + rule + ", which is silent");
  }

  bool listed(std::string_view rule) const {
    return std::find(case_.others.begin(), case_.others.end(), rule) != case_.others.end();
  }

  void skipped() {
    if (!case_.skipped) return;
    for (const auto& skip : results_.skipped) {
      if (skip.rule != case_.rule) continue;
      if (!either(*case_.skipped, to_utf8(skip.reason.zh)))
        say("skipped for another reason: " + to_utf8(skip.reason.zh));
      return;
    }
    say("expected to be skipped, but was not");
  }

  void passed() {
    if (!case_.passed) return;
    int count = 0;
    for (const auto& entry : results_.passed)
      if (entry.rule == case_.rule) count = entry.count;
    if (count != *case_.passed)
      say("passed " + std::to_string(count) + " times, expected " + std::to_string(*case_.passed));
  }

  void say(const string& line) { out_ += line + "\n"; }

  const RuleCase& case_;
  const Report& report_;
  const RuleResults& results_;
  string out_;
};

Recipe last_year_recipe(const RuleCase& rule_case) {
  Recipe last = *rule_case.last_year;
  const Recipe& now = rule_case.recipe;
  if (last.whole_text || !last.file.empty() || last.base != "2021") return last;
  const int year = now.year != 0 ? now.year : now.base == "2019" ? 2020 : 2024;
  if (last.year == 0) last.year = year - 1;
  last.base = rule_case.last_year_is_base || now.base == "2019" ? now.base : "2021_last_year";
  return last;
}

// Adds the reports that are checked along to the company; what is wrong with one of them, or nothing.
string add_others(const RuleCase& rule_case, const string& folder, Company& company) {
  for (const auto& [label, recipe] : rule_case.others_along) {
    const Composed composed = compose(recipe, folder);
    if (!composed.error.empty()) return label + ": " + composed.error;
    Reading other;
    read_report(composed.bytes, Options{}, other);
    if (!other.found) return label + " is not recognised as a report";
    company.add(unit_of(other.report, label));
  }
  return {};
}

string unreadable(const Reading& reading, const char* which) {
  string out = string(which) + " is not recognised as a report";
  if (reading.failure) out += ": " + string(error_code_name(reading.failure->code));
  return out;
}

}  // namespace

string run_case(const RuleCase& rule_case, const string& folder) {
  const Composed composed = compose(rule_case.recipe, folder);
  if (!composed.error.empty()) return composed.error;
  const ParsedOptions options = parse_options(rule_case.options);
  if (!options.error.empty()) return options.error;
  Reading last_year;
  CheckedReading all;
  const Reading& reading = all.reading;
  read_report(composed.bytes, options.options, all.reading);
  if (!reading.found) return unreadable(reading, "the report");
  if (rule_case.last_year) {
    const Composed last = compose(last_year_recipe(rule_case), folder);
    if (!last.error.empty()) return "last year's report: " + last.error;
    read_last_year(last.bytes, options.options, last_year);
    if (!last_year.found) return unreadable(last_year, "last year's report");
  }
  Company company;
  company.add(unit_of(reading.report, "self"));
  if (string error = add_others(rule_case, folder, company); !error.empty()) return error;
  company.close();
  const Together together = company.together(0);
  check_along(
      {rule_case.last_year ? &last_year : nullptr, rule_case.others_along.empty() ? nullptr : &together},
      options.options, all);
  return Comparison(rule_case, reading.report, all.checked->rules).differences();
}

}  // namespace nianbao::tests
