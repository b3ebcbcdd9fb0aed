#include "output/finding_text.h"

#include "rules/vocabulary.h"

namespace nianbao {
namespace {

const Section* section_at(const Report& report, std::uint32_t at) {
  for (const Section& section : report.sections)
    if (section.present() && (section.heading.contains(at) || section.body.contains(at))) return &section;
  return nullptr;
}

}  // namespace

Words severity_words(Severity severity) {
  constexpr Words words[] = {{u"错误", u"error"}, {u"疑似", u"to verify"}, {u"提示", u"notice"}};
  return words[static_cast<int>(severity)];
}

Text place_text(const Reading& reading, const LineIndex& lines, const Finding& finding) {
  std::vector<Text> parts;
  if (!finding.places.empty()) {
    const std::uint32_t at = finding.places.front().begin;
    if (const WorkbookCell* cell = sheet_cell_at(reading.document, at))
      parts.push_back(say(u"工作表“{0}”{1}", u"sheet \"{0}\" {1}",
                          {reading.document.sheets[cell->sheet], from_utf8(cell_address(*cell))}));
    else parts.push_back(say(u"第{0}行", u"line {0}", {lines.line(at)}));
    if (const Section* section = section_at(reading.report, at))
      parts.push_back(section_name(*reading.report.form, section->number));
  }
  if (!finding.cells.empty()) parts.push_back(cell_names(*reading.report.form, finding.cells, 1));
  Text out;
  for (const Text& part : parts) out = out.empty() ? part : join(join(out, Words{u"，", u", "}), part);
  return out;
}

Text repair_text(const Form& form, const Repair& repair) {
  std::vector<Text> sets;
  for (const Repair::Set& set : repair.set)
    sets.push_back(say(u"{0}改为{1}", u"{0} to {1}", {cell_label(form, set.cell), set.value}));
  return repair.reason.empty() ? listed(sets)
                               : say(u"{0}（{1}）", u"{0} ({1})", {listed(sets), repair.reason});
}

Text equation_words(const Finding& finding) {
  std::u16string english;
  for (char16_t c : finding.equation) english += c == u'；' ? std::u16string(u"; ") : std::u16string(1, c);
  return {finding.equation, std::move(english)};
}

Text identity_name(const Form& form, const Identity& identity) {
  const Text table = table_name(form, identity.table);
  if (identity.relation == Relation::row_total)
    return say(u"{0}{1}行各列之和＝总计", u"{0}, row {1}: the columns add up to the total",
               {table, row_name(form, identity.table, identity.at)});
  if (identity.relation == Relation::group_total)
    return say(u"{0}{1}四种结果之和＝总计", u"{0}, {1}: the four results add up to the total",
               {table, row_name(form, identity.table, identity.at)});
  const Text column = column_name(form, identity.terms.front().cell);
  if (identity.relation == Relation::balance)
    return say(u"{0}{1}列一＋二＝三（七）＋四",
               u"{0}, column {1}: new and carried over equal handled and carried forward", {table, column});
  return say(u"{0}{1}列各项结果之和＝（七）总计", u"{0}, column {1}: the outcomes add up to row (7)",
             {table, column});
}

std::vector<Text> finding_lines(const Reading& reading, const Finding& finding) {
  std::vector<Text> out{say(u"{0}. {1}：{2}", u"{0}. {1}: {2}",
                            {finding.number, severity_words(finding.severity), finding.message})};
  if (!finding.equation.empty()) out.push_back(say(u"算式：{0}", u"figures: {0}", {equation_words(finding)}));
  for (const Repair& repair : finding.repairs)
    out.push_back(say(u"可改：{0}", u"repair: {0}", {repair_text(*reading.report.form, repair)}));
  out.push_back(say(u"建议：{0}", u"advice: {0}", {finding.advice}));
  out.push_back(say(u"依据：{0}", u"basis: {0}", {find_rule(finding.rule)->rule.basis}));
  out.push_back(
      say(u"规则：{0}", u"rule: {0}", {Text(std::u16string(finding.rule.begin(), finding.rule.end()))}));
  return out;
}

}  // namespace nianbao
