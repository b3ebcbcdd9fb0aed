#include "support/linear_layouts.h"

#include <algorithm>
#include <vector>

#include "base/display_width.h"

namespace nianbao::testing {
namespace {

using Line = std::u16string;
using Row = std::vector<std::u16string>;

CellRef ref(TableId table, std::size_t row, std::size_t column) {
  return {table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
}

// --- one cell after another --------------------------------------------------------------------------------

// Writes cells one a line; a layout says what stands before and behind each, and what merged cells leave.
class CellWriter {
 public:
  CellWriter(const PrintedTables& tables, Printed layout, std::u16string_view page_break)
      : tables_(tables), layout_(layout), page_break_(page_break) {}

  std::u16string disclosure() {
    const FormTable& form = tables_.form->table(TableId::disclosure);
    std::u16string_view group;
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      if (!tables_.has(TableId::disclosure, static_cast<int>(r))) continue;
      const FormRow& row = form.rows[r];
      if (row.group != group) {
        group = row.group;
        cell(group), merged(3), end_row();
        cell(u"信息内容");
        for (const FormColumn& column : row.columns) cell(column.label);
        merged(3 - row.columns.size()), end_row();
      }
      cell(row.label);
      for (std::size_t c = 0; c < row.columns.size(); ++c) value(ref(TableId::disclosure, r, c));
      merged(3 - row.columns.size()), end_row();
    }
    return std::move(out_);
  }

  std::u16string requests() {
    const FormTable& form = tables_.form->table(TableId::requests);
    cell(u"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
    cell(u"申请人情况"), merged(8), end_row();
    covered(1), head(0), cell(u"法人或其他组织"), head(6), merged(4), end_row();
    covered(2);
    for (int c : {1, 2, 3, 4, 5}) head(c);
    end_row();
    std::u16string_view group;
    for (std::size_t r = 0; r < form.rows.size(); ++r)
      if (tables_.has(TableId::requests, static_cast<int>(r))) request_row(form.rows[r], r, group);
    return std::move(out_);
  }

  std::u16string proceedings() {
    const FormTable& form = tables_.form->table(TableId::proceedings);
    cell(u"行政复议"), cell(u"行政诉讼"), merged(13), end_row();
    for (const FormColumn& column : form.rows[0].columns) cell(column.label);
    cell(u"未经复议直接起诉"), cell(u"复议后起诉"), merged(8), end_row();
    covered(5);
    for (int i : {1, 2})
      for (const FormColumn& column : form.rows[static_cast<std::size_t>(i)].columns) cell(column.label);
    merged(5), end_row();
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 5; ++c) value(ref(TableId::proceedings, r, c));
    end_row();
    return std::move(out_);
  }

 private:
  void head(int column) {
    if (tables_.without_columns.count(column) == 0)
      cell(tables_.form->table(TableId::requests).rows[0].columns[static_cast<std::size_t>(column)].label);
  }

  void request_row(const FormRow& row, std::size_t r, std::u16string_view& group) {
    const bool inner = !row.group.empty() && row.group != u"三、本年度办理结果";
    if (row.group.empty()) {
      cell(row.label);
    } else if (inner) {
      covered(1);
      row.group != group ? cell(row.group) : covered(1);
      cell(row.label);
    } else {
      group.empty() ? cell(row.group) : covered(1);
      cell(row.label);
    }
    group = row.group;
    for (std::size_t c = 0; c < 7; ++c)
      if (tables_.without_columns.count(static_cast<int>(c)) == 0) value(ref(TableId::requests, r, c));
    merged(2), end_row();
    if (r % 9 == 4 && layout_ != Printed::led) out_ += page_break_;
  }

  void value(CellRef ref) { cell(tables_.value(ref)); }

  void cell(std::u16string_view text) {
    switch (layout_) {
      case Printed::bars: out_.append(text).append(text.empty() ? u"|\n" : u" |\n"); break;
      case Printed::led: out_.append(u"\t").append(text).append(u"\n"); break;
      case Printed::cell_lines: out_.append(text).append(u"\n"); break;
      default:
        if (!text.empty()) out_.append(u"      ").append(text).append(u"\n");
    }
  }

  // A cell that another one covers from above.
  void covered(int count) {
    for (; count > 0 && (layout_ == Printed::led || layout_ == Printed::cell_lines); --count) cell({});
  }

  // Cells that another one covers from the left.
  void merged(std::size_t count) {
    if (layout_ == Printed::bars && count > 1) out_.append(count, u'|').append(u"\n");
  }

  void end_row() {
    if (layout_ == Printed::led) out_.append(u"\n");
  }

  const PrintedTables& tables_;
  const Printed layout_;
  const std::u16string_view page_break_;
  std::u16string out_;
};

// --- lines -------------------------------------------------------------------------------------------------

std::vector<Line> broken(std::u16string_view label, std::size_t width) {
  std::vector<Line> lines;
  for (; label.size() > width; label.remove_prefix(width)) lines.emplace_back(label.substr(0, width));
  lines.emplace_back(label);
  return lines;
}

class LineWriter {
 public:
  LineWriter(const PrintedTables& tables, Printed layout, std::u16string_view page_break)
      : tables_(tables), aligned_(layout == Printed::aligned), page_break_(page_break) {}

  std::u16string disclosure() {
    std::u16string_view group;
    const FormTable& form = tables_.form->table(TableId::disclosure);
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      if (!tables_.has(TableId::disclosure, static_cast<int>(r))) continue;
      const FormRow& row = form.rows[r];
      Row heads, values;
      for (std::size_t c = 0; c < row.columns.size(); ++c) {
        heads.emplace_back(row.columns[c].label);
        values.push_back(tables_.value(ref(TableId::disclosure, r, c)));
      }
      if (row.group != group) {
        group = row.group;
        line(group, {});
        line(u"信息内容", heads);
      }
      line(row.label, values);
    }
    return std::move(out_);
  }

  std::u16string requests() {
    aligned_ ? aligned_head() : upright_head();
    const FormTable& form = tables_.form->table(TableId::requests);
    std::u16string_view group;
    bool upright = false;
    for (std::size_t r = 0; r < form.rows.size(); ++r) {
      if (!tables_.has(TableId::requests, static_cast<int>(r))) continue;
      const FormRow& row = form.rows[r];
      if (!aligned_ && !upright && !row.group.empty()) {
        for (char16_t c : std::u16string_view(u"三、本年度办理结果")) line(std::u16string(1, c), {});
        upright = true;
      }
      if (row.group != group && row.group != u"三、本年度办理结果" && !row.group.empty()) line(row.group, {});
      group = row.group;
      request_row(row.label, r);
      if (r % 9 == 4) out_ += page_break_;
    }
    return std::move(out_);
  }

  std::u16string proceedings() {
    if (aligned_) {
      wide({u"", u"", u"行政复议", u"", u"", u"", u"", u"", u"", u"行政诉讼"});
      wide({u"结果", u"结果", u"其他", u"尚未", u"总计", u"", u"", u"未经复议直接起诉", u"", u"", u"", u"",
            u"复议后起诉"});
      wide({u"维持", u"纠正", u"结果", u"审结", u"", u"结果", u"结果", u"其他", u"尚未", u"总计", u"结果",
            u"结果", u"其他", u"尚未", u"总计"});
      wide({u"", u"", u"", u"", u"", u"维持", u"纠正", u"结果", u"审结", u"", u"维持", u"纠正", u"结果",
            u"审结", u""});
    } else {
      line(u"行政复议 行政诉讼", {});
      const auto five = [&] {
        for (std::u16string_view word :
             {u"结果", u"维持", u"结果", u"纠正", u"其他", u"结果", u"尚未", u"审结", u"总", u"计"})
          line(word, {});
      };
      five(), line(u"未经复议直接起诉 复议后起诉", {}), five(), five();
    }
    Row values;
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 5; ++c) values.push_back(tables_.value(ref(TableId::proceedings, r, c)));
    if (aligned_) wide(values);
    else line({}, values);
    return std::move(out_);
  }

 private:
  void request_row(std::u16string_view label, std::size_t r) {
    Row values;
    for (std::size_t c = 0; c < 7; ++c)
      if (tables_.without_columns.count(static_cast<int>(c)) == 0)
        values.push_back(tables_.value(ref(TableId::requests, r, c)));
    std::vector<Line> lines = broken(label, aligned_ ? 20 : 21);
    const std::size_t middle =
        aligned_ ? (lines.size() - 1) / 2 : lines.size();  // the line that has the values
    if (!aligned_ && lines.size() == 1) return line(lines[0], values);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (aligned_ && i > 0 && i % 2 == 1)
        lines[i] = u"本  " + lines[i];  // a letter of the upright label at the left
      line(lines[i], i == middle ? values : Row{});
    }
    if (!aligned_) line({}, values);
  }

  void upright_head() {
    for (std::u16string_view word :
         {u"（本列数据的勾稽关系为：第一项加第二项之和，", u"等于第三项加第四项之和）", u"申请人情况",
          u"自然人", u"法人或其他组织"})
      line(word, {});
    std::vector<std::u16string> words;
    constexpr std::u16string_view parts[][3] = {{u"商业", u"企业"},
                                                {u"科研", u"机构"},
                                                {u"社会", u"公益", u"组织"},
                                                {u"法律", u"服务", u"机构"},
                                                {u"其他"}};
    for (int c = 1; c <= 5; ++c)
      for (std::u16string_view part : parts[c - 1])
        if (!part.empty() && tables_.without_columns.count(c) == 0) words.emplace_back(part);
    if (!words.empty()) words[0] = u"总计" + words[0];  // glued, as text extraction leaves it
    for (const std::u16string& word : words) line(word, {});
  }

  void aligned_head() {
    const auto columns = [&](Row words) {
      Row kept;
      for (std::size_t c = 0; c < 7; ++c)
        if (tables_.without_columns.count(static_cast<int>(c)) == 0) kept.push_back(words[c]);
      return kept;
    };
    line(u"（本列数据的勾稽关系为：第一项", {u"", u"", u"", u"申请人情况"});
    line(u"加第二项之和，等于第三项加第四项之和）",
         columns({u"自然", u"", u"", u"法人或其他组织", u"", u"", u"总计"}));
    line(u"", columns({u"人", u"商业", u"科研", u"社会", u"法律", u"其他", u""}));
    line(u"", columns({u"", u"企业", u"机构", u"公益", u"服务", u"", u""}));
    line(u"", columns({u"", u"", u"", u"组织", u"机构", u"", u""}));
  }

  void put_at(std::u16string& text, int column, std::u16string_view word) const {
    const int width = display_width(text);
    if (width < column) text.append(static_cast<std::size_t>(column - width), u' ');
    else if (!text.empty() && !word.empty()) text.append(u"  ");
    text.append(word);
  }

  // A label and values: behind each other, or in columns of ten.
  void line(std::u16string_view label, const Row& values) {
    std::u16string text(label);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i].empty()) continue;
      if (aligned_) put_at(text, 48 + 10 * static_cast<int>(i) - display_width(values[i]) / 2, values[i]);
      else text.append(text.empty() ? u"" : u" ").append(values[i]);
    }
    out_.append(text).append(aligned_ ? u"\n" : u"\n\n");
  }

  void wide(const Row& values) {
    std::u16string text;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!values[i].empty())
        put_at(text, 4 + 9 * static_cast<int>(i) - display_width(values[i]) / 2, values[i]);
    out_.append(text).append(u"\n");
  }

  const PrintedTables& tables_;
  const bool aligned_;
  const std::u16string_view page_break_;
  std::u16string out_;
};

template <typename Writer>
std::u16string print_all(const PrintedTables& tables, Printed layout, std::u16string_view page_break) {
  const int year = tables.form->key == 2021 ? 2023 : 2020;
  std::u16string text = u"某县教育局" + std::u16string(year == 2023 ? u"2023" : u"2020") +
                        u"年政府信息公开工作年度报告\n\n一、总体情况\n全年主动公开信息3条。\n";
  Writer writer(tables, layout, page_break);
  text += u"二、主动公开政府信息情况\n";
  if (tables.without_tables.count(TableId::disclosure) == 0) text += writer.disclosure();
  text += u"三、收到和处理政府信息公开申请情况\n";
  if (tables.without_tables.count(TableId::requests) == 0) text += writer.requests();
  text += u"四、政府信息公开行政复议、行政诉讼情况\n";
  if (tables.without_tables.count(TableId::proceedings) == 0) text += writer.proceedings();
  return text + u"五、存在的主要问题及改进情况\n公开不够及时，明年改进。\n六、其他需要报告的事项\n无。\n";
}

}  // namespace

const char* name(Printed layout) {
  constexpr const char* names[] = {"bars", "led", "cell lines", "filled lines", "PDF lines", "aligned"};
  return names[static_cast<int>(layout)];
}

bool keeps_blanks(Printed layout) { return layout != Printed::filled_lines && layout != Printed::pdf_lines; }

std::u16string print(const PrintedTables& tables, Printed layout, std::u16string_view page_break) {
  const bool lines = layout == Printed::pdf_lines || layout == Printed::aligned;
  return lines ? print_all<LineWriter>(tables, layout, page_break)
               : print_all<CellWriter>(tables, layout, page_break);
}

}  // namespace nianbao::testing
