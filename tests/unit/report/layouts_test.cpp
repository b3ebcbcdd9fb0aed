// The tables of both forms in dresses that nobody drew for this program: how cells are kept apart says nothing about what they are.
// A wrong value is never right; a row in doubt is unread.
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "input/reader.h"
#include "report/bind.h"

namespace nianbao {
namespace {

struct Item {
  std::u16string text;
  int columns = 1, rows = 1;
};
using Rows = std::vector<std::vector<Item>>;
using Value = std::function<std::u16string(CellRef)>;

std::u16string number(CellRef ref) { return Decimal((static_cast<int>(ref.table) * 7 + ref.row * 31 + ref.column * 17) % 997).to_string(); }

Rows disclosure(const Form& form, const Value& value) {
  Rows out;
  std::u16string_view block;
  const auto& rows = form.table(TableId::disclosure).rows;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto spans = [&](std::size_t c) { return c + 1 == rows[r].columns.size() ? 4 - static_cast<int>(rows[r].columns.size()) : 1; };
    if (block != rows[r].group) {
      block = rows[r].group;
      out.push_back({{std::u16string(block), 4}});
      out.push_back({{u"信息内容"}});
      for (std::size_t c = 0; c < rows[r].columns.size(); ++c) out.back().push_back({std::u16string(rows[r].columns[c].label), spans(c)});
    }
    out.push_back({{std::u16string(rows[r].label)}});
    for (std::size_t c = 0; c < rows[r].columns.size(); ++c)
      out.back().push_back({value({TableId::disclosure, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)}), spans(c)});
  }
  return out;
}

Rows requests(const Form& form, const Value& value) {
  const auto& rows = form.table(TableId::requests).rows;
  Rows out = {{{u"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3}, {u"申请人情况", 7}}, {{u"自然人", 1, 2}, {u"法人或其他组织", 5}, {u"总计", 1, 2}}, {}};
  for (std::size_t c = 1; c < 6; ++c) out.back().push_back({std::u16string(rows[0].columns[c].label)});
  const auto count = [&](auto test) { return static_cast<int>(std::count_if(rows.begin(), rows.end(), test)); };
  std::u16string_view group;
  bool results = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out.emplace_back();
    const std::u16string_view own = rows[r].group;
    const bool inner = !own.empty() && own != u"三、本年度办理结果";
    if (!own.empty() && !results) out.back().push_back({u"三、本年度办理结果", 1, count([](const FormRow& row) { return !row.group.empty(); })}), results = true;
    if (inner && own != group) out.back().push_back({std::u16string(own), 1, count([&](const FormRow& row) { return row.group == own; })});
    group = own;
    out.back().push_back({std::u16string(rows[r].label), own.empty() ? 3 : inner ? 1 : 2});
    for (std::size_t c = 0; c < rows[r].columns.size(); ++c) out.back().push_back({value({TableId::requests, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)})});
  }
  return out;
}

Rows proceedings(const Form& form, const Value& value) {
  const auto& rows = form.table(TableId::proceedings).rows;
  Rows out = {{{u"行政复议", 5}, {u"行政诉讼", 10}}, {}, {}, {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r > 0) out[1].push_back({std::u16string(rows[r].label), 5});
    for (std::size_t c = 0; c < rows[r].columns.size(); ++c) {
      out[r == 0 ? 1 : 2].push_back({std::u16string(rows[r].columns[c].label), 1, r == 0 ? 2 : 1});
      out[3].push_back({value({TableId::proceedings, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)})});
    }
  }
  return out;
}

// Every place of the grid; what a cell covers is blank, or says the same again.
std::vector<std::vector<std::u16string>> places(const Rows& rows, bool again) {
  std::size_t width = 0;
  for (const Item& item : rows[0]) width += static_cast<std::size_t>(item.columns);
  std::vector<std::vector<std::u16string>> out(rows.size(), std::vector<std::u16string>(width));
  std::vector<std::vector<bool>> taken(rows.size(), std::vector<bool>(width, false));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t c = 0;
    for (const Item& item : rows[r]) {
      while (taken[r][c]) ++c;
      for (std::size_t y = r; y < r + static_cast<std::size_t>(item.rows); ++y)
        for (std::size_t x = c; x < c + static_cast<std::size_t>(item.columns); ++x) taken[y][x] = true, out[y][x] = again || (y == r && x == c) ? item.text : u"";
    }
  }
  return out;
}

using Dress = std::function<std::u16string(const Rows&)>;

// The cells of each row that are not covered, each between `before` and `behind`; `end` behind the row.
Dress given(std::u16string before, std::u16string behind, std::u16string end) {
  return [=](const Rows& rows) {
    std::u16string out;
    for (const auto& row : rows) {
      for (const Item& item : row) out.append(before).append(item.text).append(behind);
      out.append(end);
    }
    return out;
  };
}

Dress full(std::u16string first, std::u16string between, std::u16string last, bool again = false) {
  return [=](const Rows& rows) {
    std::u16string out;
    for (const auto& row : places(rows, again)) {
      out.append(first);
      for (std::size_t c = 0; c < row.size(); ++c) out.append(c > 0 ? between : u"").append(row[c]);
      out.append(last).append(u"\n");
    }
    return out;
  };
}

// Rows filled up with empty cells at their ends.
Dress padded(std::u16string first) {
  return [=](const Rows& rows) {
    const std::size_t width = places(rows, false)[0].size();
    std::u16string out;
    for (const auto& row : rows) {
      out.append(first);
      for (const Item& item : row) out.append(item.text).append(u" | ");
      out.append(width - std::min(width, row.size()), u'|').append(u"\n");
    }
    return out;
  };
}

std::u16string html(const Rows& rows) {
  std::u16string out = u"<html><body><table border=\"1\">";
  for (const auto& row : rows) {
    out.append(u"<tr>");
    for (const Item& item : row)
      out.append(u"<td colspan=\"").append(Decimal(item.columns).to_string()).append(u"\" rowspan=").append(Decimal(item.rows).to_string()).append(u">").append(item.text).append(u"</td>");
    out.append(u"</tr>");
  }
  return out.append(u"</table></body></html>\n");
}

// Walls as wide as if every character were narrow: no bar stands under another.
std::u16string box_out_of_line(const Rows& rows) {
  const auto grid = places(rows, false);
  std::vector<std::size_t> widths(grid[0].size(), 3);
  for (const auto& row : grid)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], row[c].size() + 2);
  std::u16string rule = u"+", out;
  for (std::size_t width : widths) rule.append(width, u'-').append(u"+");
  rule.append(u"\n");
  for (const auto& row : grid) {
    out.append(rule).append(u"|");
    for (std::size_t c = 0; c < row.size(); ++c) out.append(u" ").append(row[c]).append(widths[c] - 1 - row[c].size(), u' ').append(u"|");
    out.append(u"\n");
  }
  return out.append(rule);
}

// A bar on a line of its own between two cells.
std::u16string bars_alone(const Rows& rows) {
  std::u16string out;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) out.append(row[i].text).append(i + 1 < row.size() ? u"\n\n| \n\n" : u"  \n  \n");
  return out;
}

// Labels and numbers of a row run together, numbers apart from each other.
std::u16string glued(const Rows& rows) {
  std::u16string out;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool numbers = i > 0 && !row[i - 1].text.empty() && is_digit(row[i - 1].text.back()) && !row[i].text.empty() && is_digit(row[i].text[0]);
      out.append(numbers ? u" " : u"").append(row[i].text);
    }
  return out.append(u"\n");
}

struct Named {
  const char* name;
  Dress dress;
  bool keeps_blanks;
};

const std::vector<Named>& dresses() {
  static const std::vector<Named> all = {
      {"word paste", given(u"", u"\t", u"\n"), true},
      {"tabs", full(u"", u"\t", u""), true},
      {"tabs, covered cells again", full(u"", u"\t", u"", true), true},
      {"one line", [](const Rows& rows) { return given(u"", u" ", u"")(rows) + u"\n"; }, false},
      {"one line of tabs", [](const Rows& rows) { return given(u"", u"\t", u"")(rows) + u"\n"; }, true},
      {"one line of bars, covered cells again", [](const Rows& rows) {
         std::u16string out;
         for (const auto& row : places(rows, true)) for (const auto& text : row) out.append(text).append(u" |");
         return out + u"\n";
       }, false},
      {"glued", glued, false},
      {"commas", full(u"", u",", u""), true},
      {"commas, covered cells again", full(u"", u",", u"", true), true},
      {"quotation marks", full(u"\"", u"\",\"", u"\""), true},
      {"semicolons", full(u"", u";", u""), true},
      {"bars", full(u"| ", u" | ", u" |"), true},
      {"bars, bold", full(u"| **", u"** | **", u"** |"), false},
      {"bars, covered cells left out", given(u"|", u"", u"|\n"), true},
      {"bars, rows filled up", padded(u""), true},
      {"bars in front, rows filled up", padded(u"| "), true},
      {"full-width bars", full(u"｜", u"｜", u"｜"), true},
      {"walls without rules", full(u"│ ", u" │ ", u" │"), true},
      {"bars alone", bars_alone, false},
      {"a cell a line, bar behind", given(u"", u" |\n", u""), true},
      {"a cell a line, bar in front", given(u"| ", u"\n", u"|-\n"), true},
      {"a cell a line", given(u"", u"\n", u""), false},
      {"a cell a line, rows apart", given(u"", u"\n", u"\n"), false},
      {"html", html, true},
      {"box out of line", box_out_of_line, true},
  };
  return all;
}

std::u16string report(const Form& form, const Dress& dress, const Value& value) {
  const std::u16string year = Decimal(form.key == 2019 ? 2020 : 2023).to_string();
  return u"某县某局" + year + u"年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度各项工作有序开展。\n\n二、主动公开政府信息情况\n\n" + dress(disclosure(form, value)) +
         u"\n三、收到和处理政府信息公开申请情况\n\n" + dress(requests(form, value)) + u"\n四、政府信息公开行政复议、行政诉讼情况\n\n" + dress(proceedings(form, value)) +
         u"\n五、存在的主要问题及改进情况\n\n内容还不够丰富，今后加强培训。\n\n六、其他需要报告的事项\n\n无。\n";
}

struct Read {
  int right = 0, unread = 0, wrong = 0;
  std::string first;
};

Read read_dress(const Form& form, const Named& dress, const Value& value) {
  const Result<Document> document = read_text(to_utf8(report(form, dress.dress, value)), {});
  EXPECT_TRUE(document);
  const Report bound = bind(document.value());
  EXPECT_EQ(bound.form, &form) << dress.name;
  Read out;
  for (const FormTable& table : form.tables)
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
        const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
        const ReportCell& cell = bound.cell(ref);
        if (cell.state == CellState::absent || cell.state == CellState::unread) ++out.unread;
        else if (cell.text == value(ref)) ++out.right;
        else if (++out.wrong == 1) out.first = cell_id(form, ref) + ": \"" + to_utf8(cell.text) + "\" for \"" + to_utf8(value(ref)) + "\"";
      }
  return out;
}

TEST(Layouts, EveryDressOfBothForms) {
  for (const Form* form : forms())
    for (const Named& dress : dresses()) {
      const Read read = read_dress(*form, dress, number);
      EXPECT_EQ(read.wrong, 0) << dress.name << " " << form->key << ", " << read.first;
      EXPECT_EQ(read.unread, 0) << dress.name << " " << form->key;
    }
}

TEST(Layouts, BlanksAndMarksAreNeverTakenForOneAnother) {
  const std::pair<const char*, Value> styles[] = {
      {"blanks", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string() : number(ref); }},
      {"dashes", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string(u"—") : number(ref); }},
      {"hyphens", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string(u"-") : number(ref); }},
      {"slashes", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string(u"/") : number(ref); }},
      {"thousands", [](CellRef ref) { return u"1," + std::u16string(3 - number(ref).size(), u'0') + number(ref); }},
      {"remarks", [](CellRef ref) { return number(ref) + u"（其中简易程序1件）"; }},
  };
  for (const auto& [style, value] : styles)
    for (const Form* form : forms())
      for (const Named& dress : dresses()) {
        const Read read = read_dress(*form, dress, value);
        EXPECT_EQ(read.wrong, 0) << dress.name << " " << style << " " << form->key << ", " << read.first;
      }
}

TEST(Layouts, LabelsInShort) {
  const auto value = [](CellRef ref) { return number(ref); };
  std::u16string text = report(form_2021(), dresses()[0].dress, value);
  const std::pair<std::u16string_view, std::u16string_view> shorter[] = {
      {u"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", u"1.逾期不补正"},
      {u"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", u"2.逾期不缴费"},
      {u"（区分处理的，只计这一情形，不计其他情形）", u""},
  };
  for (const auto& [whole, part] : shorter) text.replace(text.find(whole), whole.size(), part);
  const Result<Document> document = read_text(to_utf8(text), {});
  const Report bound = bind(document.value());
  const BoundTable& table = bound.table(TableId::requests);
  EXPECT_EQ(std::count(table.row_present.begin(), table.row_present.end(), true), static_cast<std::ptrdiff_t>(table.row_present.size()));
  EXPECT_TRUE(table.altered_labels.empty());
  EXPECT_TRUE(bound.problems.empty());
}

TEST(Layouts, NumbersThatCannotBeToldApartAreNotRead) {
  const Dress runs = [](const Rows& rows) { return given(u"", u"", u"\n")(rows); };
  const Read read = read_dress(form_2021(), {"digits run together", runs, false}, [](CellRef ref) { return Decimal(ref.row % 10).to_string(); });
  EXPECT_EQ(read.wrong, 0) << read.first;
  EXPECT_EQ(read.right, 4);  // rows of 表二 with one number
}

}  // namespace
}  // namespace nianbao
