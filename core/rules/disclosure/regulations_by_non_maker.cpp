#include "base/matching.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::disclosure {
namespace {

// Who may make 规章: departments of the State Council, provinces, cities with districts. A city's own
// government is left
// alone: its name does not tell whether it has districts. 自治区 and 新区 are not districts of a city, 自治州
// is a maker.
bool is_government(std::u16string_view name) {
  return name.ends_with(u"人民政府") || name.ends_with(u"人民政府办公室") ||
         name.ends_with(u"人民政府办公厅");
}

bool below_the_city(std::u16string_view name) {
  for (std::u16string_view level : {u"县", u"旗", u"乡", u"镇", u"街道"})
    if (contains(name, level)) return true;
  const auto district = name.find(u'区');
  return district != std::u16string_view::npos && !contains(name, u"自治区") && !contains(name, u"新区");
}

bool is_city_department(std::u16string_view name) {
  return (contains(name, u"市") || contains(name, u"自治州")) &&
         (name.ends_with(u"局") || name.ends_with(u"委员会") || name.ends_with(u"中心"));
}

bool may_not_make(const Report& report) {
  if (report.agency.empty()) return false;
  if (report.agency_kind == AgencyKind::township || below_the_city(report.agency)) return true;
  return !is_government(report.agency) && is_city_department(report.agency);
}

std::vector<CellRef> filled_cells(const Report& report) {
  const int row = row_index(report.form->table(TableId::disclosure), "regulations");
  return cells_where(report, TableId::disclosure, [&](CellRef ref, const ReportCell& cell) {
    return ref.row == row && cell.value && *cell.value > Decimal(0);
  });
}

}  // namespace

extern constexpr Rule regulations_by_non_maker = {
    .severity = Severity::warning,
    .title = {u"无规章制定权却填报规章", u"Rules reported by a body that makes none"},
    .basis_kind = BasisKind::law,
    .basis = {u"《立法法》：规章由国务院部门、省级政府和设区的市、自治州政府制定",
              u"Legislation Law: rules (\"规章\") are made by departments of the State Council, provinces, "
              u"cities with districts and autonomous prefectures"},
    .advice = {u"规范性文件请填在“行政规范性文件”行，“规章”行改填0。",
               u"Enter normative documents in their own row, and 0 in the row \"规章\"."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (!usable(report, TableId::disclosure))
            return out.unable(why_unusable(report, TableId::disclosure));
          if (report.agency.empty())
            return out.unable(Words{u"不知道机关名称", u"the agency's name is not known"});
          const auto cells = filled_cells(report);
          if (cells.empty() || !may_not_make(report)) return out.passed();
          std::vector<Text> values;
          for (CellRef ref : cells)
            values.push_back(
                join(english(report.form->table(ref.table).rows[ref.row].columns[ref.column].label,
                             report.form->table(ref.table).rows[ref.row].columns[ref.column].english),
                     join(Words{u"", u" "}, *report.cell(ref).value)));
          out.add(say(u"表二“规章”行填了数（{0}），{1}没有规章制定权。",
                      u"Table 2, row \"rules\" has numbers ({0}), but {1} makes no rules.",
                      {listed(values), join(Words{u"", u"\""}, join(report.agency, Words{u"", u"\""}))}))
              .cells = cells;
        },
};

}  // namespace nianbao::rules::disclosure
