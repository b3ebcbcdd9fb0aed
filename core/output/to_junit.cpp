#include "output/to_junit.h"

#include <map>

#include "base/unicode.h"
#include "base/xml_escape.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(xml_escaped(value)).append("\"");
}

struct Case {
  std::string failures, notes, skipped;
};

std::string case_xml(const std::string& suite, std::string_view rule, const Case& c) {
  std::string out = "    <testcase" + attribute("classname", suite) + attribute("name", rule) + ">";
  if (!c.failures.empty()) out += "<failure>" + xml_escaped(c.failures) + "</failure>";
  else if (!c.skipped.empty()) out += "<skipped" + attribute("message", c.skipped) + "/>";
  if (!c.notes.empty()) out += "<system-out>" + xml_escaped(c.notes) + "</system-out>";
  return out + "</testcase>\n";
}

}  // namespace

std::string junit_begin() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"nianbao\">\n";
}
std::string junit_end() { return "</testsuites>\n"; }

std::string junit_suite(const CheckedReading& all, const Options& options) {
  const Reading& reading = all.reading;
  const auto words = [&](const Text& text) {
    return to_utf8(options.language == Language::english ? text.en : text.zh);
  };
  std::map<std::string_view, Case> cases;
  std::string unread;
  for (const Error& error : all_problems(reading)) unread += words(problem_text(error)) + "\n";
  if (all.checked) {
    for (const RegisteredRule& rule : all_rules()) cases[rule.id];
    for (const auto& s : all.checked->rules.skipped) cases[s.rule].skipped = words(s.reason);
    for (const Finding& f : all.checked->rules.findings)
      if (is_open(f))
        (f.severity == Severity::notice ? cases[f.rule].notes : cases[f.rule].failures) +=
            words(f.message) + "\n";
  }
  int failures = 0, skipped = 0;
  std::string body;
  for (const auto& [rule, c] : cases) {
    failures += !c.failures.empty();
    skipped += c.failures.empty() && !c.skipped.empty();
    body += case_xml(options.name, rule, c);
  }
  const bool error = !unread.empty();
  if (error)
    body = "    <testcase" + attribute("classname", options.name) + " name=\"read\"><error>" +
           xml_escaped(unread) + "</error></testcase>\n" + body;
  return "  <testsuite" + attribute("name", options.name) +
         attribute("tests", std::to_string(cases.size() + error)) +
         attribute("failures", std::to_string(failures)) + attribute("errors", error ? "1" : "0") +
         attribute("skipped", std::to_string(skipped)) + ">\n" + body + "  </testsuite>\n";
}

}  // namespace nianbao
