// One report, laid out as printers and mail programs do: the same is found whatever the width of the lines
// and with page lines between them.
#include <gtest/gtest.h>

#include "base/unicode.h"
#include "check.h"
#include "output/to_json.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

// The running text broken after `width` characters, tables as they are; a page line after every `page` lines
// (0: none).
std::string laid_out(const std::string& report, std::size_t width, std::size_t page, bool blanks) {
  std::u16string out;
  std::size_t lines = 0, number = 0;
  const std::u16string text = from_utf8(report);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', begin), text.size());
    std::u16string_view line = std::u16string_view(text).substr(begin, end - begin);
    const bool table = line.find(u'\t') != line.npos;
    do {
      const std::u16string_view piece = table ? line : line.substr(0, width);
      line.remove_prefix(piece.size());
      out.append(piece).push_back(u'\n');
      if (blanks && !table) out.push_back(u'\n');
      if (page > 0 && !table && !line.empty() && ++lines % page == 0) {
        const std::u16string n = from_utf8(std::to_string(++number));
        out += number % 2 == 0 ? u"— " + n + u" —\n" : u"第 " + n + u" 页 共 9 页\n";
      }
    } while (!line.empty());
    begin = end + 1;
  }
  return to_utf8(out);
}

// Facts, findings and figures without their places.
std::string findings(const std::string& bytes) {
  CheckedReading checked;
  read_and_check(bytes, {}, std::nullopt, checked);
  const Report& report = checked.reading.report;
  std::string out = std::string(outcome_name(checked.reading)) + "\n" + to_utf8(report.title) + " " +
                    to_utf8(report.agency) + " " + std::to_string(report.year) +
                    (report.period.given ? " period\n" : "\n");
  if (!checked.checked) return out;
  for (const Finding& finding : checked.checked->rules.findings) out += std::string(finding.rule) + "\n";
  for (const Figure& figure : checked.checked->analysis.ledger.figures) {
    out += to_utf8(figure.quantity.value.to_string()) + to_utf8(figure.unit) + " " +
           std::string(count_name(figure.measure.count)) + " " + std::string(class_name(figure.cls)) + "\n";
  }
  return out;
}

// With three faults of the text: a figure, a wrong year, a doubled word.
std::string report() {
  std::string text = read_text_file(rules_folder() + "/base_2021.txt");
  const auto change = [&](const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  };
  [&] {
    change("全年新收政府信息公开申请31件", "全年新收政府信息公开申请29件");
    change("2024年，我局未收取", "2023年，我局未收取");
  }();
  return text;
}

TEST(Layouts, TheSameIsFoundAtEveryWidth) {
  const std::string text = report(), wanted = findings(text);
  EXPECT_NE(wanted.find("narrative/"), std::string::npos) << wanted;
  for (std::size_t width = 10; width <= 45; ++width)
    EXPECT_EQ(findings(laid_out(text, width, 0, false)), wanted) << width;
}

TEST(Layouts, WithPageLines) {
  const std::string text = report(), wanted = findings(text);
  for (std::size_t width = 10; width <= 45; ++width)
    EXPECT_EQ(findings(laid_out(text, width, 5, false)), wanted) << width;
}

TEST(Layouts, WithBlankLinesBetween) {
  const std::string text = report(), wanted = findings(text);
  for (std::size_t width = 10; width <= 45; ++width)
    EXPECT_EQ(findings(laid_out(text, width, 7, true)), wanted) << width;
}

}  // namespace
}  // namespace nianbao::tests
