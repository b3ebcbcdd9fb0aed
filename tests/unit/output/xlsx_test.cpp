#include "output/xlsx.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "check.h"
#include "input/zip.h"
#include "output/csv.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::EditKind;

std::string sheet_of(const std::string& file) {
  return ZipFile::open(file).value().read("xl/worksheets/sheet1.xml").value();
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

std::string report() {
  tests::Recipe recipe;
  recipe.edits = {{EditKind::set_cell, "requests.disclosed.individuals", ""},
                  {EditKind::set_cell, "requests.disclosed.businesses", "/"},
                  {EditKind::set_cell, "requests.disclosed.total", "=1+1"},
                  {EditKind::remove_row, "requests.partly_disclosed", ""}};
  return tests::compose(recipe, tests::rules_folder()).bytes;
}

std::string row(const std::string& bytes, const std::string& name) {
  Options options;
  options.name = name;
  CheckedReading all;
  read_and_check(bytes, options, std::nullopt, all);
  return sheet_row(all, options);
}

// The cell of this id in a row.
std::string cell_in(std::string row, const std::string& id) {
  const auto ids = cell_column_ids();
  std::size_t left = 8 + static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
  std::size_t at = row.find("<c");
  for (; left > 0; --left) at = row.find("<c", at + 1);
  return row.substr(at, std::min(row.find("<c", at + 1), row.find("</row>", at)) - at);
}

TEST(Xlsx, TellsNumbersBlanksMarksAndWhatIsMissingApart) {
  const std::string made = row(report(), "a&b.txt");
  EXPECT_EQ(made.substr(0, 79),
            "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">a&amp;b.txt</t></is></c><c t=");
  EXPECT_EQ(cell_in(made, "requests.new_requests.total"), "<c><v>31</v></c>");
  EXPECT_EQ(cell_in(made, "disclosure.fees.amount"), "<c><v>23.6</v></c>");
  EXPECT_EQ(cell_in(made, "requests.disclosed.individuals"), "<c/>");
  EXPECT_EQ(cell_in(made, "requests.disclosed.businesses"),
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">/</t></is></c>");
  EXPECT_EQ(cell_in(made, "requests.disclosed.total"),
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>");
  EXPECT_EQ(cell_in(made, "requests.partly_disclosed.total"),
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">缺</t></is></c>");
  const auto ids = cell_column_ids();
  EXPECT_EQ(cell_in(made, ids.back()), "<c s=\"2\"/>");  // of the 2019 form alone
}

TEST(Xlsx, HasTwoHeaderRowsAndARowAReport) {
  const std::string file = xlsx(row(report(), "a.txt") + row("今天天气很好。", "b.txt"));
  const std::string sheet = sheet_of(file);
  EXPECT_EQ(count(sheet, "<row>"), 4u);
  EXPECT_NE(sheet.find("<t xml:space=\"preserve\">requests.new_requests.total</t>"), std::string::npos);
  EXPECT_NE(sheet.find("<t xml:space=\"preserve\">没有读到年报</t></is></c></row>"), std::string::npos);
  EXPECT_EQ(xlsx(row(report(), "a.txt") + row("今天天气很好。", "b.txt")), file);
}

TEST(Xlsx, FromWhatThePageKeepsComesTheSameFile) {
  Options options;
  options.name = "a.txt";
  nlohmann::json result = nlohmann::json::parse(check(report(), options));
  nlohmann::json kept = {{"name", "a.txt"},
                         {"agency", result["report"]["agency"]},
                         {"year", result["report"]["year"]},
                         {"form", result["report"]["form"]},
                         {"outcome", result["outcome"]},
                         {"cells", result["report"]["cells"]}};
  kept.update(result["summary"]);
  const nlohmann::json unread = {{"name", "b.txt"},
                                 {"agency", nullptr},
                                 {"year", nullptr},
                                 {"form", nullptr},
                                 {"outcome", "unreadable"}};
  const std::string native = sheet_of(xlsx(row(report(), "a.txt")));
  EXPECT_EQ(sheet_of(*xlsx_from_json(nlohmann::json::array({kept}).dump())), native);
  EXPECT_TRUE(xlsx_from_json(nlohmann::json::array({unread}).dump()).has_value());
  EXPECT_FALSE(xlsx_from_json("{}").has_value());
}

}  // namespace
}  // namespace nianbao
