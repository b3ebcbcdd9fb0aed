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

// What the page keeps of a report.
nlohmann::json kept(const std::string& bytes, const std::string& name) {
  Options options;
  options.name = name;
  const nlohmann::json result = nlohmann::json::parse(check(bytes, options));
  nlohmann::json out = {{"name", name}, {"agency", nullptr}, {"year", nullptr}, {"form", nullptr}, {"outcome", result["outcome"]}};
  if (!result["report"].is_object()) return out;
  for (const char* key : {"agency", "year", "form", "cells"}) out[key] = result["report"][key];
  out.update(result["summary"]);
  return out;
}

std::string file_of(const nlohmann::json& reports) { return *xlsx_from_json(reports.dump()); }

// The cell of this id in a row.
std::string cell_in(std::string row, const std::string& id) {
  const auto ids = cell_column_ids();
  std::size_t left = 8 + static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
  std::size_t at = row.find("<c");
  for (; left > 0; --left) at = row.find("<c", at + 1);
  return row.substr(at, std::min(row.find("<c", at + 1), row.find("</row>", at)) - at);
}

TEST(Xlsx, TellsNumbersBlanksMarksAndWhatIsMissingApart) {
  const std::string sheet = sheet_of(file_of(nlohmann::json::array({kept(report(), "a&b.txt")})));
  const std::string made = sheet.substr(sheet.rfind("<row>"));
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
  const nlohmann::json reports = nlohmann::json::array({kept(report(), "a.txt"), kept("今天天气很好。", "b.txt")});
  const std::string file = file_of(reports), sheet = sheet_of(file);
  EXPECT_EQ(count(sheet, "<row>"), 4u);
  EXPECT_NE(sheet.find("<t xml:space=\"preserve\">requests.new_requests.total</t>"), std::string::npos);
  EXPECT_NE(sheet.find("<t xml:space=\"preserve\">没有读到年报</t></is></c></row>"), std::string::npos);
  EXPECT_EQ(file_of(reports), file);
}

TEST(Xlsx, IsOfAnArrayAlone) { EXPECT_FALSE(xlsx_from_json("{}").has_value()); }

}  // namespace
}  // namespace nianbao
