#include "output/to_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "output/comparison.h"
#include "output/conclusion.h"
#include "output/finding_text.h"
#include "output/to_json.h"
#include "rules/families.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

// A file's name and its text are a stranger's: a terminal takes control characters as commands, and marks of
// writing direction make it show other words than stand there.
bool commands_terminal(char16_t c) {
  return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

class Page {
 public:
  Page(const Reading& reading, const Options& options)
      : reading_(reading),
        english_(options.language == Language::english),
        options_(options),
        lines_(reading.document.text) {}

  std::string write(const CheckedReading& all) {
    heading();
    problems();
    const Conclusion conclusion = conclude(all, options_);
    if (!all.checked) {
      line(say(u"结论：{0}，没有检查。", u"Verdict: {0}; not checked.", {conclusion.title}));
      return shown();
    }
    line(say(u"结论：{0}（{1}）。", u"Verdict: {0} ({1}).",
             {conclusion.title, counts_words(count_findings(all))}));
    line(conclusion.next, 2);
    if (last_year_of(all)) line(last_year_words(all), 2);
    for (Severity severity : {Severity::error, Severity::warning, Severity::notice})
      group(all.checked->rules, severity);
    set_aside(all.checked->rules);
    closing(all.checked->rules);
    if (last_year_of(all) == LastYear::compared)
      out_.append(u"\n").append(words(comparison_text(reading_.report, *all.previous())));
    return shown();
  }

 private:
  std::string shown() {
    std::replace_if(out_.begin(), out_.end(), commands_terminal, u'\uFFFD');
    return to_utf8(out_);
  }

  const std::u16string& words(const Text& text) const { return english_ ? text.en : text.zh; }

  void line(const Text& text, int indent = 0) {
    out_.append(static_cast<std::size_t>(indent), u' ').append(words(text)).push_back(u'\n');
  }

  void heading() {
    const Report& report = reading_.report;
    Text name(from_utf8(options_.name));
    if (reading_.found && !report.title.empty()) name = say(u"{0}：{1}", u"{0}: {1}", {name, report.title});
    line(name);
    if (!reading_.found) return;
    const Text year = report.year == 0 ? Text(Words{u"年度不明", u"report year unknown"})
                                       : say(u"{0}年度", u"report year {0}", {report.year});
    line(say(u"{0}，{1}年格式", u"{0}, form of {1}", {year, report.form->key}), 2);
  }

  void problems() {
    for (const Error& error : all_problems(reading_))
      line(say(u"没有读全：{0}", u"Not read: {0}", {problem_text(error)}), 2);
  }

  void group(const RuleResults& results, Severity severity) {
    bool first = true;
    for (const Finding& finding : results.findings) {
      if (finding.severity != severity || !is_open(finding)) continue;
      if (first) out_ += u'\n';
      first = false;
      line(say(u"{0}. {1}：{2}", u"{0}. {1}: {2}",
               {finding.number, severity_words(severity), finding.message}));
      details(finding);
    }
  }

  void set_aside(const RuleResults& results) {
    bool first = true;
    for (const Finding& finding : results.findings) {
      if (is_open(finding)) continue;
      if (first) out_ += u'\n';
      first = false;
      line(say(u"已标为不是问题：{0}：{1}", u"marked as no problem: {0}: {1}",
               {severity_words(finding.severity), finding.message}));
      if (!finding.dismissed->empty()) line(say(u"理由：{0}", u"reason: {0}", {Text(*finding.dismissed)}), 4);
    }
  }

  void details(const Finding& finding) {
    const Rule& rule = find_rule(finding.rule)->rule;
    if (const Text place = place_text(reading_, lines_, finding); !place.empty())
      line(say(u"位置：{0}", u"place: {0}", {place}), 4);
    if (!finding.equation.empty()) line(say(u"算式：{0}", u"figures: {0}", {equation_words(finding)}), 4);
    line(say(u"依据：{0}", u"basis: {0}", {rule.basis}), 4);
    line(say(u"建议：{0}", u"advice: {0}", {finding.advice}), 4);
    for (const Repair& repair : finding.repairs)
      line(say(u"可改：{0}", u"repair: {0}", {repair_text(*reading_.report.form, repair)}), 4);
    Text id(std::u16string(finding.rule.begin(), finding.rule.end()));
    if (finding.severity != finding.own_severity)
      id = say(u"{0}（原为{1}，按使用者的设定显示）", u"{0} (rated {1} unless chosen otherwise)",
               {id, severity_words(finding.own_severity)});
    line(say(u"规则：{0}", u"rule: {0}", {id}), 4);
  }

  void closing(const RuleResults& results) {
    int passed = 0;
    for (const auto& entry : results.passed) passed += entry.count;
    out_ += u'\n';
    line(say(u"核对无误：{0}处。", u"Checked and right: {0} places.", {passed}));
    for (const auto& skipped : results.skipped)
      line(say(u"没有检查：{0}（{1}）", u"not checked: {0} ({1})",
               {Text(std::u16string(skipped.rule.begin(), skipped.rule.end())), skipped.reason}),
           2);
  }

  const Reading& reading_;
  const bool english_;
  const Options& options_;
  const LineIndex lines_;
  std::u16string out_;
};

std::string plain(const Words& words, Language language) {
  return to_utf8(language == Language::english ? words.en : words.zh);
}

void append_table(const FormTable& table, Language language, std::string& out) {
  out += "  " + to_utf8(table.name) + " " + to_utf8(table.title) + "\n";
  for (const FormRow& row : table.rows) {
    const bool english = language == Language::english;
    std::string columns;
    for (const FormColumn& column : row.columns)
      columns.append(columns.empty() ? ""
                     : english       ? ", "
                                     : "、")
          .append(english ? std::string(column.english) : to_utf8(column.label));
    out += "    " + (english ? std::string(row.english) : to_utf8(row.label)) + (english ? ": " : "：") +
           columns + "\n";
  }
}

bool is_of(const RegisteredRule& rule, const Family& family) {
  return rule.id.size() > family.id.size() && rule.id[family.id.size()] == '/' &&
         rule.id.substr(0, family.id.size()) == family.id;
}

std::string family_markdown(const Family& family) {
  constexpr Words kinds[] = {{u"法规", u"law"}, {u"格式", u"form"}, {u"惯例", u"practice"}};
  std::string out;
  for (const RegisteredRule& rule : all_rules()) {
    if (!is_of(rule, family)) continue;
    out.append("| ")
        .append(rule.id)
        .append(" | ")
        .append(to_utf8(severity_words(rule.rule.severity).zh))
        .append(" | ");
    out.append(to_utf8(rule.rule.title.zh))
        .append(" | ")
        .append(to_utf8(kinds[static_cast<int>(rule.rule.basis_kind)].zh))
        .append(" |\n");
  }
  return out.empty() ? out
                     : "\n## " + to_utf8(family.name.zh) +
                           "\n\n| 规则 | 级别 | 查什么 | 依据 |\n|---|---|---|---|\n" + out;
}

}  // namespace

std::string to_text(const CheckedReading& all, const Options& options) {
  return Page(all.reading, options).write(all);
}

std::string rules_text(Language language) {
  std::string out;
  for (const RegisteredRule& rule : all_rules())
    out.append(rule.id)
        .append("\t")
        .append(plain(severity_words(rule.rule.severity), language))
        .append("\t")
        .append(plain(rule.rule.title, language))
        .append("\t")
        .append(plain(rule.rule.basis, language))
        .append("\n");
  return out;
}

std::string forms_text(Language language) {
  std::string out;
  for (const Form* form : {&form_2019(), &form_2021()}) {
    out += std::to_string(form->key) + " " + to_utf8(form->citation) + "\n";
    for (const FormSection& section : form->sections)
      out += "  " + to_utf8(section.numeral) + "、" + to_utf8(section.title) + "\n";
    for (const FormTable& table : form->tables) append_table(table, language, out);
  }
  return out;
}

std::string rules_markdown() {
  std::string out =
      "# 规则一览\n\n共 " + std::to_string(all_rules().size()) +
      " 条。错误：肯定不对；疑似：很可能不对，由人判断；提示：值得看一眼。\n"
      "依据全文和改法见 `nianbao rules --format json` 或页面上的规则表。本页由 `scripts/goldens` 生成。\n";
  for (const Family& family : all_families()) out += family_markdown(family);
  return out;
}

}  // namespace nianbao
