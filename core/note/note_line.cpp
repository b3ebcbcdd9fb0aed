#include "base/sha256.h"
#include "base/unicode.h"
#include "note/note.h"
#include "output/describe.h"
#include "output/options.h"
#include "output/to_json.h"
#include "output/to_sarif.h"

namespace nianbao {
namespace {

constexpr std::string_view line_begin = "nianbao-note 1;";

std::string date_text(Date d) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(d.year) + "-" + two(d.month) + "-" + two(d.day);
}

void put(std::string& line, std::string_view name, const std::string& value) {
  if (!value.empty()) line.append(" ").append(name).append("=").append(value).append(";");
}

// What is found among reports: who verifies a note has the one report.
bool is_of_others(std::string_view rule) {
  return rule == "rollup/applications" || rule == "rollup/duplicate-units";
}

std::string result_digest(const CheckedReading& result) {
  const Reading& reading = result.reading;
  std::string all(outcome_name(reading));
  if (result.checked) {
    for (const Finding& f : result.checked->rules.findings) {
      if (is_of_others(f.rule)) continue;
      for (const std::string& part : {std::string(f.rule), std::string(severity_name(f.severity)),
                                      fingerprint(reading, f), to_utf8(f.message.zh), to_utf8(f.equation)})
        all += part + "|";
      all += "\n";
    }
    for (const auto& p : result.checked->rules.passed)
      if (!is_of_others(p.rule)) all += std::string(p.rule) + "=" + std::to_string(p.count) + "\n";
  }
  return sha256(all);
}

}  // namespace

// Worked out once, and never destroyed: a desk writes thousands of notes.
std::string rules_digest() {
  static const std::string& digest = *new std::string(sha256(describe_rules()).substr(0, 12));
  return digest;
}

std::string note_line(const CheckedReading& all, const Options& options, const FileFacts& facts) {
  std::string out(line_begin);
  put(out, "sha256", facts.sha256);
  put(out, "version", std::string(version));
  put(out, "rules", rules_digest());
  if (options.today) put(out, "today", date_text(*options.today));
  if (options.year != 0) put(out, "year", std::to_string(options.year));
  put(out, "encoding", options.encoding);
  for (const RuleChoice& choice : options.rules) {
    if (choice.severity) put(out, "severity", choice.id + ":" + std::string(severity_name(*choice.severity)));
    else put(out, "disable", choice.id);
  }
  put(out, "previous", facts.previous_sha256);
  put(out, "result", result_digest(all));
  return out;
}

NoteLine parse_note_line(std::u16string_view text) {
  NoteLine out;
  const std::size_t at = text.rfind(from_utf8(line_begin));
  if (at == std::u16string_view::npos) return out;
  out.found = true;
  const std::string line = to_utf8(text.substr(at, std::min(text.find(u'\n', at), text.size()) - at));
  for (std::size_t begin = line_begin.size(); begin < line.size();) {
    const std::size_t end = std::min(line.find(';', begin), line.size());
    const std::size_t name = std::min(line.find_first_not_of(' ', begin), end),
                      equals = std::min(line.find('=', name), end);
    if (equals < end) {
      std::string& value = out.fields[line.substr(name, equals - name)];
      value += (value.empty() ? "" : ",") + line.substr(equals + 1, end - equals - 1);
    }
    begin = end + 1;
  }
  return out;
}

std::string NoteLine::field(std::string_view name) const {
  const auto known = fields.find(name);
  return known == fields.end() ? std::string() : known->second;
}

Options NoteLine::options() const {
  Options out;
  const auto each = [](const std::string& list, auto visit) {
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      visit(list.substr(begin, end - begin));
      begin = end + 1;
    }
  };
  out.today = parse_date(field("today"));
  for (char c : field("year"))
    out.year = c >= '0' && c <= '9' && out.year < 1000 ? out.year * 10 + (c - '0') : out.year;
  out.encoding = field("encoding");
  each(field("disable"), [&](const std::string& id) { out.rules.push_back({id, std::nullopt}); });
  each(field("severity"), [&](const std::string& choice) {
    const std::size_t colon = choice.rfind(':');
    for (Severity severity : {Severity::error, Severity::warning, Severity::notice})
      if (colon != std::string::npos && choice.substr(colon + 1) == severity_name(severity))
        out.rules.push_back({choice.substr(0, colon), severity});
  });
  return out;
}

Verification verify_note(const NoteLine& line, const CheckedReading& all, const FileFacts& facts) {
  const auto text = [](std::string_view ascii) { return Text(from_utf8(ascii)); };
  if (!line.found)
    return {Verdict::no_note,
            say(u"这不是校核单：没有找到校验行。", u"This is no check note: it has no line to verify.")};
  if (line.field("sha256") != facts.sha256)
    return {Verdict::other_file,
            say(u"不是这份文件的校核单，或文件在校核后改过。校核单上的 SHA-256 是 {0}，这份文件是 {1}。",
                u"The note is of another file, or the file was changed since. The note's SHA-256 is {0}, the "
                u"file's is {1}.",
                {text(line.field("sha256")), text(facts.sha256)})};
  if (line.field("previous") != facts.previous_sha256)
    return {
        Verdict::other_previous,
        line.field("previous").empty()
            ? say(u"校核时没有用上年年报，请去掉 --previous 再验。",
                  u"The check was made without last year's report: please leave out --previous.")
            : say(u"校核时用了上年年报，请用 --previous 给出同一份。",
                  u"The check was made with last year's report: please give the same file with --previous.")};
  if (line.field("result") == result_digest(all))
    return {Verdict::same, say(u"是这份文件的校核单，重新检查结果相同。",
                               u"The note is of this file, and checking again gives the same result.")};
  if (line.field("version") != version || line.field("rules") != rules_digest())
    return {
        Verdict::other_result,
        say(u"是这份文件的校核单，但规则变了（当时版本 {0}、规则 {1}，现在版本 {2}、规则 "
            u"{3}），重新检查结果不同，请重新出具。",
            u"The note is of this file, but the rules have changed (then version {0}, rules {1}; now version "
            u"{2}, rules {3}) and the result differs: please make a new note.",
            {text(line.field("version")), text(line.field("rules")), text(version), text(rules_digest())})};
  return {Verdict::other_result, say(u"是这份文件的校核单，但重新检查结果不同，校核单可能改过。",
                                     u"The note is of this file, but checking again gives another result: "
                                     u"the note may have been changed.")};
}

}  // namespace nianbao
