#include "note/note.h"

#include <map>

#include "base/unicode.h"
#include "note/place_words.h"
#include "output/check_names.h"
#include "output/conclusion.h"
#include "output/describe.h"
#include "output/finding_text.h"
#include "rules/figures.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

std::u16string decimal(std::size_t n) { return from_utf8(std::to_string(n)); }
std::u16string decimal(int n) { return decimal(static_cast<std::size_t>(n)); }

SheetCell head(std::u16string text) { return {std::move(text), 1, 1, true, false}; }
SheetCell left(std::u16string text) { return {std::move(text), 1, 1, false, true}; }
SheetCell centred(std::u16string text) { return {std::move(text), 1, 1, false, false}; }

class NoteWriter {
 public:
  NoteWriter(const CheckedReading& all, const Options& options, const FileFacts& facts)
      : all_(all),
        reading_(all.reading),
        checked_(all.checked ? &*all.checked : nullptr),
        options_(options),
        facts_(facts) {}

  Sheet write() {
    out_.page_numbers = true;
    out_.title = u"校核单 " + from_utf8(options_.name);
    out_.add(SheetBlock::title, u"政府信息公开工作年度报告校核单");
    facts();
    verdict();
    if (checked_ != nullptr) {
      findings();
      dismissed();
    }
    signatures();
    if (checked_ != nullptr) {
      relations();
      figures();
      checks();
    }
    out_.add(SheetBlock::small, from_utf8(note_line(all_, options_, facts_)));
    return std::move(out_);
  }

 private:
  void facts() {
    SheetTable table{{180, 820}, 0, {}};
    const auto fact = [&](std::u16string name, std::u16string value) {
      table.rows.push_back({head(std::move(name)), left(std::move(value))});
    };
    fact(u"文件", from_utf8(options_.name) + u"（" + decimal(facts_.bytes) + u" 字节）");
    fact(u"SHA-256", from_utf8(facts_.sha256));
    if (reading_.found) {
      const Report& report = reading_.report;
      fact(u"年报", report.title.empty() ? std::u16string(u"（没有标题）") : report.title);
      fact(u"年度、格式", (report.year == 0 ? std::u16string(u"年度不明") : decimal(report.year) + u"年度") +
                              u"，" + std::u16string(report.form->citation));
    }
    if (last_year_of(all_))
      fact(u"上年年报", last_year_words(all_).zh + u"SHA-256 " + from_utf8(facts_.previous_sha256));
    fact(u"校核日期", options_.today
                          ? decimal(options_.today->year) + u"年" + decimal(options_.today->month) + u"月" +
                                decimal(options_.today->day) + u"日"
                          : std::u16string(u"（未填写）"));
    fact(u"程序、规则", u"年报体检 " + from_utf8(version) + u"；规则 " + decimal(all_rules().size()) +
                            u" 条，版本 " + from_utf8(rules_digest()));
    if (!options_.rules.empty()) fact(u"使用者的设定", choices());
    if (!options_.edits.empty())
      fact(u"试改", u"结果包含页面上试改的 " + decimal(options_.edits.size()) + u" 处，与文件本身不同");
    out_.add(std::move(table));
  }

  std::u16string choices() const {
    std::u16string out;
    for (const RuleChoice& choice : options_.rules) {
      out += (out.empty() ? u"" : u"；") + chosen(choice.id);
      out += choice.severity ? u" 改为" + std::u16string(severity_words(*choice.severity).zh)
                             : std::u16string(u" 关闭");
    }
    return out;
  }

  // A rule by its title; a family ("wording/*") has none.
  static std::u16string chosen(std::string_view id) {
    return find_rule(id) == nullptr ? from_utf8(id) : u"“" + rule_title(id) + u"”";
  }
  static std::u16string rule_title(std::string_view id) {
    return std::u16string(find_rule(id)->rule.title.zh);
  }

  void verdict() {
    const Conclusion conclusion = conclude(all_, options_);
    out_.add(SheetBlock::heading, u"结论");
    if (checked_ == nullptr) {
      out_.add(SheetBlock::line, conclusion.title.zh + u"，没有检查。");
    } else {
      out_.add(SheetBlock::line,
               conclusion.title.zh + u"（" + counts_words(count_findings(all_)).zh + u"）。");
      out_.add(SheetBlock::line, conclusion.next.zh);
    }
    for (const Error& problem : all_problems(reading_))
      out_.add(SheetBlock::line, u"没有读全：" + problem_text(problem).zh);
  }

  void findings() {
    bool first = true;
    for (const Finding& f : checked_->rules.findings) {
      if (!is_open(f)) continue;
      if (first) out_.add(SheetBlock::heading, u"问题");
      first = false;
      std::vector<Text> told = finding_lines(reading_, f);
      told.pop_back();  // the rule's id stands in the annex
      told.front() = f.message;
      out_.add(SheetBlock::line, decimal(f.number) + u". " + std::u16string(severity_words(f.severity).zh) +
                                     u"：" + f.title.zh);
      if (const std::u16string place = place_words(reading_, f); !place.empty())
        out_.add(SheetBlock::item, u"位置：" + place);
      for (const Text& words : told) out_.add(SheetBlock::item, words.zh);
      out_.add(SheetBlock::item, u"处理：□ 已改正　□ 不是问题　□ 待核实　说明：＿＿＿＿＿＿＿＿＿＿");
    }
  }

  void dismissed() {
    bool first = true;
    for (const Finding& f : checked_->rules.findings) {
      if (is_open(f)) continue;
      if (first) out_.add(SheetBlock::heading, u"已标为不是问题");
      first = false;
      out_.add(SheetBlock::line, std::u16string(severity_words(f.severity).zh) + u"：" + f.message.zh);
      out_.add(SheetBlock::item,
               u"理由：" + (f.dismissed->empty() ? std::u16string(u"（没有写）") : *f.dismissed));
    }
  }

  void signatures() {
    out_.add(SheetBlock::heading, u"签字");
    out_.add(SheetBlock::line, u"校核人：＿＿＿＿＿＿　　复核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿");
  }

  void relations() {
    const auto& all = checked_->analysis.localisation.identities;
    if (all.empty()) return;
    out_.add(SheetBlock::heading, u"附一　表格中逐条核对的关系");
    SheetTable table{{500, 400, 100}, 1, {{head(u"关系"), head(u"数字"), head(u"结果")}}};
    for (const Identity& identity : all) {
      const bool holds = identity.state == IdentityState::holds,
                 unchecked = identity.state == IdentityState::unchecked;
      std::u16string sum = u"—";
      if (holds) sum = side(reading_.report, identity, 1) + u" = " + side(reading_.report, identity, -1);
      else if (!unchecked) sum = equation(reading_.report, identity);
      table.rows.push_back({left(identity_name(*reading_.report.form, identity).zh), left(std::move(sum)),
                            centred(unchecked ? u"不能核对"
                                    : holds   ? u"相等"
                                              : u"不等")});
    }
    out_.add(std::move(table));
  }

  void figures() {
    const Ledger& ledger = checked_->analysis.ledger;
    SheetTable table{{130, 370, 500}, 1, {{head(u"正文数字"), head(u"原文"), head(u"核对")}}};
    for (const Figure& figure : ledger.figures) {
      if (figure.cls == FigureClass::not_about_tables || figure.cls == FigureClass::not_understood) continue;
      table.rows.push_back({centred(quote(reading_.document, figure.range, 20).zh),
                            left(quote(reading_.document, figure.clause, 30).zh),
                            left(explain(reading_.report, ledger, figure).zh)});
    }
    if (table.rows.size() == 1) return;
    out_.add(SheetBlock::heading, u"附二　正文中核对过的数字");
    out_.add(std::move(table));
  }

  // What every rule came to; ids for whoever looks one up.
  void checks() {
    SheetTable table{{420, 260, 320}, 1, {{head(u"核对内容"), head(u"规则编号"), head(u"结果")}}};
    for (const auto& [id, outcome] : outcomes())
      table.rows.push_back({left(std::u16string(check_name(id)->zh)), left(from_utf8(id)), left(outcome)});
    out_.add(SheetBlock::heading, u"附三　核对的规则");
    out_.add(std::move(table));
  }

  // By rule, in the order of their ids.
  std::map<std::string_view, std::u16string> outcomes() const {
    std::map<std::string_view, std::u16string> out;
    const auto add = [&](std::string_view rule, const std::u16string& words) {
      std::u16string& told = out[rule];
      told += (told.empty() ? u"" : u"；") + words;
    };
    std::map<std::string_view, int> found;
    for (const Finding& f : checked_->rules.findings) ++found[f.rule];
    for (const auto& [rule, count] : found) add(rule, u"发现" + decimal(count) + u"处");
    for (const auto& p : checked_->rules.passed)
      if (p.count > 0) add(p.rule, decimal(p.count) + u"项无误");
    for (const auto& s : checked_->rules.skipped) add(s.rule, u"没有查：" + s.reason.zh);
    return out;
  }

  const CheckedReading& all_;
  const Reading& reading_;
  const Checked* checked_;
  const Options& options_;
  const FileFacts& facts_;
  Sheet out_;
};

}  // namespace

Sheet check_note(const CheckedReading& all, const Options& options, const FileFacts& facts) {
  return NoteWriter(all, options, facts).write();
}

}  // namespace nianbao
