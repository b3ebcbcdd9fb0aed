#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

const Section& section_of(const Report& report, TableId table) {
  return report.section(static_cast<int>(table) + 2);
}

// The text stops in the table's section: the table may have been left behind.
bool is_behind_the_end(const Report& report, TableId table) {
  return report.stops_at && section_of(report, table).body.end >= *report.stops_at;
}

void report_missing(const Report& report, TableId table, Findings& out) {
  const Section& section = section_of(report, table);
  const Text name = table_name(*report.form, table), where = section_name(*report.form, section.number);
  const bool picture = report.table(table).image_instead;
  Finding& finding = out.add(
      picture ? say(u"{0}部分没有读到{1}，只有图片，表格疑似做成了图片。",
                    u"Section {0} has a picture and no {1}; the table seems to be a picture.", {where, name})
              : say(u"{0}部分没有{1}。", u"Section {0} has no {1}.", {where, name}));
  if (picture) {
    finding.severity = Severity::warning;
    finding.advice = Words{
        u"换成可编辑的表格，图片里的数字无法核对，读屏软件也读不出。",
        u"Use a real table: numbers in a picture cannot be checked, nor read aloud by a screen reader."};
  }
  finding.places = {section.heading.empty() ? section.body : section.heading};
}

}  // namespace

extern constexpr Rule table_missing = {
    .severity = Severity::error,
    .title = {u"缺少表格", u"A table is missing"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：第二、三、四部分各有一张表",
              u"The official form: sections 2, 3 and 4 each hold a table"},
    .advice = {u"补上规定的表格，没有发生的填0；如果原稿里有表，请检查粘贴或转换时是否丢失。",
               u"Supply the prescribed table, with 0 where nothing occurred. If the original has it, it was "
               u"lost in pasting or conversion."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for (TableId table : all_tables) {
            if (report.table(table).present) out.passed();
            else if (!section_of(report, table).present()) continue;  // structure/section-missing
            else if (report.table(table).lost || is_behind_the_end(report, table))
              out.unable(why_unusable(report, table));
            else report_missing(report, table, out);
          }
        },
};

}  // namespace nianbao::rules::structure
