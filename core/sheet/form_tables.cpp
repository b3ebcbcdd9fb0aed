#include "sheet/form_tables.h"

namespace nianbao {
namespace {

using Row = std::vector<SheetCell>;

SheetCell label(std::u16string_view text, int rows = 1, int columns = 1) {
  return {std::u16string(text), rows, columns, true, false};
}
SheetCell value(const ReportCell& cell, int columns = 1) {
  return {shown_cell(cell), 1, columns, false, false};
}

class Tables {
 public:
  explicit Tables(const Report& report) : report_(report) {}

  // A band for each 项 of 第二十条; its columns share the width of three.
  SheetTable disclosure() const {
    SheetTable out{{340, 220, 220, 220}, 0, {}};
    const FormTable& form = report_.form->table(TableId::disclosure);
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      const FormRow& row = form.rows[r];
      if (r == 0 || row.group != form.rows[r - 1].group) {
        out.rows.push_back({label(row.group, 1, 4)});
        Row names{label(u"信息内容")};
        for (std::size_t c = 0; c < row.columns.size(); ++c)
          names.push_back(label(row.columns[c].label, 1, width(row, c)));
        out.rows.push_back(std::move(names));
      }
      Row cells{label(row.label)};
      for (std::size_t c = 0; c < row.columns.size(); ++c)
        cells.push_back(value(cell(TableId::disclosure, r, c), width(row, c)));
      out.rows.push_back(std::move(cells));
    }
    return out;
  }

  SheetTable requests() const {
    SheetTable out{{80, 110, 285, 75, 75, 75, 75, 75, 75, 75}, 3, {}};
    const FormTable& form = report_.form->table(TableId::requests);
    applicants(form.rows[0], out);
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      Row cells = row_labels(form, r);
      for (std::size_t c = 0; c < form.rows[r].columns.size(); ++c)
        cells.push_back(value(cell(TableId::requests, r, c)));
      out.rows.push_back(std::move(cells));
    }
    return out;
  }

  // One line of figures: every row of the form is a band of columns.
  SheetTable proceedings() const {
    const FormTable& form = report_.form->table(TableId::proceedings);
    SheetTable out{{}, 3, {{}, {}, {}, {}}};
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      const FormRow& row = form.rows[r];
      const int columns = static_cast<int>(row.columns.size());
      if (row.group.empty()) out.rows[0].push_back(label(row.label, 2, columns));
      else out.rows[1].push_back(label(row.label, 1, columns));
      if (!row.group.empty() && row.group != form.rows[r - 1].group)
        out.rows[0].push_back(label(row.group, 1, width_of_group(form, r)));
      for (std::size_t c = 0; c < row.columns.size(); ++c) {
        out.rows[2].push_back(label(row.columns[c].label));
        out.rows[3].push_back(value(cell(TableId::proceedings, r, c)));
        out.widths.push_back(66);
      }
    }
    return out;
  }

 private:
  const ReportCell& cell(TableId table, std::size_t row, std::size_t column) const {
    return report_.cell({table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)});
  }

  static int width(const FormRow& row, std::size_t column) {
    return column + 1 == row.columns.size() ? 4 - static_cast<int>(row.columns.size()) : 1;
  }

  static int width_of_group(const FormTable& form, std::size_t first) {
    int columns = 0;
    for (std::size_t r = first; r < form.rows.size() && form.rows[r].group == form.rows[first].group; ++r)
      columns += static_cast<int>(form.rows[r].columns.size());
    return columns;
  }

  static void applicants(const FormRow& row, SheetTable& out) {
    const int all = static_cast<int>(row.columns.size());
    Row first{label(u"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
              label(u"申请人情况", 1, all)},
        second, third;
    int grouped = 0;
    for (const FormColumn& column : row.columns) grouped += column.group.empty() ? 0 : 1;
    bool group_written = false;
    for (const FormColumn& column : row.columns) {
      if (column.group.empty()) {
        second.push_back(label(column.label, 2));
        continue;
      }
      if (!group_written) second.push_back(label(column.group, 1, grouped));
      group_written = true;
      third.push_back(label(column.label));
    }
    out.rows.insert(out.rows.end(), {std::move(first), std::move(second), std::move(third)});
  }

  // 三、本年度办理结果 stands before all rows of a group; groups inside it before theirs.
  static Row row_labels(const FormTable& form, std::size_t r) {
    const FormRow& row = form.rows[r];
    if (row.group.empty()) return {label(row.label, 1, 3)};
    const auto grouped = [&](std::size_t i) { return i < form.rows.size() && !form.rows[i].group.empty(); };
    Row out;
    if (r == 0 || form.rows[r - 1].group.empty()) {
      int rows = 0;
      while (grouped(r + static_cast<std::size_t>(rows))) ++rows;
      out.push_back(label(row.group, rows));
    }
    if (row.group.front() != u'（') {
      out.push_back(label(row.label, 1, 2));
      return out;
    }
    if (form.rows[r - 1].group != row.group) {
      int rows = 0;
      while (r + static_cast<std::size_t>(rows) < form.rows.size() &&
             form.rows[r + static_cast<std::size_t>(rows)].group == row.group)
        ++rows;
      out.push_back(label(row.group, rows));
    }
    out.push_back(label(row.label));
    return out;
  }

  const Report& report_;
};

}  // namespace

std::u16string shown_cell(const ReportCell& cell) {
  if (cell.state == CellState::unread) return u"（没有读到）";
  constexpr std::uint16_t as_written =
      style_unit | style_change_word | style_approximate | style_percent | style_yuan;
  if (cell.state != CellState::number || (cell.style & as_written) != 0) return cell.text;
  return Text(*cell.value).zh;
}

Sheet form_tables(const Reading& reading) {
  const Report& report = reading.report;
  Sheet out;
  out.title = report.title.empty() ? std::u16string(u"政府信息公开工作年度报告统计表") : report.title;
  out.add(SheetBlock::title, out.title);
  const Tables tables(report);
  const SheetTable all[] = {tables.disclosure(), tables.requests(), tables.proceedings()};
  for (int i = 0; i < table_count; ++i) {
    const FormSection& section = report.form->sections[static_cast<std::size_t>(i) + 1];
    out.add(SheetBlock::heading, std::u16string(section.numeral) + u"、" + std::u16string(section.title));
    out.add(all[i]);
  }
  return out;
}

}  // namespace nianbao
