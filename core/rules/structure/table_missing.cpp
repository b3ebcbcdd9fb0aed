#include <algorithm>

#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

const Section& section_of(const Report& report, TableId table) { return report.section(static_cast<int>(table) + 2); }

constexpr int few_numbers = 9;  // a section that only tells of its figures in words has fewer

int count_numbers(std::u16string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
  return count;
}

// The words of the table's head, or a heap of numbers: the table is there, it only was not recognised as one.
bool looks_like_table(const Report& report, TableId table) {
  std::vector<std::u16string_view> labels;
  for (const FormRow& row : report.form->table(table).rows)
    for (const FormColumn& column : row.columns)
      if (column.label.size() >= 4 && std::find(labels.begin(), labels.end(), column.label) == labels.end()) labels.push_back(column.label);
  const std::u16string_view body = report.document->view(section_of(report, table).body);
  const std::u16string text = folded(body);
  const auto found = std::count_if(labels.begin(), labels.end(), [&](std::u16string_view label) {
    return text.find(folded(label)) != std::u16string::npos;
  });
  return found >= 2 || count_numbers(body) > few_numbers;
}

void report_missing(const Report& report, TableId table, Findings& out) {
  const Section& section = section_of(report, table);
  const Text name = table_name(*report.form, table), where = section_name(*report.form, section.number);
  const bool picture = report.table(table).image_instead;
  Finding& finding = out.add(
      picture ? say(u"{0}部分没有读到{1}，只有图片，表格疑似做成了图片。", u"Section {0} has a picture and no {1}; the table seems to be a picture.", {where, name})
              : say(u"{0}部分没有{1}。", u"Section {0} has no {1}.", {where, name}));
  if (picture) {
    finding.severity = Severity::warning;
    finding.advice = Words{u"换成可编辑的表格，图片里的数字无法核对，读屏软件也读不出。",
                           u"Use a real table: numbers in a picture cannot be checked, nor read aloud by a screen reader."};
  }
  finding.places = {section.heading.empty() ? section.body : section.heading};
}

}  // namespace

extern constexpr Rule table_missing = {
    .severity = Severity::error,
    .title = {u"缺少表格", u"A table is missing"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：第二、三、四部分各有一张表", u"The official form: sections 2, 3 and 4 each hold a table"},
    .advice = {u"补上规定的表格，没有发生的填0；如果原稿里有表，请检查粘贴或转换时是否丢失。",
               u"Supply the prescribed table, with 0 where nothing occurred. If the original has it, it was lost in pasting or conversion."},
    .run = [](const Context& context, Findings& out) {
      const Report& report = context.report;
      for (TableId table : all_tables) {
        if (report.table(table).present) out.passed();
        else if (!section_of(report, table).present()) continue;  // structure/section-missing
        else if (looks_like_table(report, table)) out.skip(say(u"{0}的文字在，但没有读成表格", u"the words of {0} are there, but were not read as a table", {table_name(*report.form, table)}));
        else report_missing(report, table, out);
      }
    },
};

}  // namespace nianbao::rules::structure
