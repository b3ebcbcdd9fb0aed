#include "desk/desk_json.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "input/reader.h"
#include "support/base_report.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

Handed read_base() {
  CheckedReading all;
  read_and_check(tests::base_with({}), {}, std::nullopt, all);
  Handed out = handed(all.reading, "a.txt");
  out.found = found_in(all);
  return out;
}

TEST(DeskJson, AReportComesBackAsItWas) {
  Handed report = read_base();
  report.figures[3] = std::nullopt;
  report.figures[4] = Decimal::parse(u"481.5");
  report.found.slips.push_back({4, Decimal(480)});
  report.found.counts.open = {1, 2, 3};
  const Handed back = handed_from_json(nlohmann::json::parse(handed_json(report).dump()));
  EXPECT_EQ(handed_json(back).dump(), handed_json(report).dump());
  EXPECT_EQ(back.form, report.form);
  EXPECT_TRUE(back.figures == report.figures);
  EXPECT_EQ(back.found.slips.at(0).cell, 4u);
  EXPECT_EQ(back.found.counts.open, report.found.counts.open);
}

TEST(DeskJson, AFileThatWasNotReadIsItsName) {
  const Handed none = handed_from_json(nlohmann::json{{"file", "a.pdf"}});
  EXPECT_EQ(none.file, "a.pdf");
  EXPECT_EQ(none.form, nullptr);
  EXPECT_EQ(handed_json(none).dump(), "{\"file\":\"a.pdf\"}");
}

// Whatever stands in a file that a user opens.
TEST(DeskJson, WhatDoesNotFitIsPassedOver) {
  const std::string odd =
      R"({"reports":[null,{"file":7},{"file":"a","form":"2021","figures":["x",1,"1e9"],"slips":[[900,"1"],[0],7]}],)"
      R"("digests":[{}],"roster":{"names":[1,"县教育局"]},"parent":9,"choices":{"answers":[{"report":8},7],"taken":[-1]}})";
  EXPECT_EQ(desk_from_json(odd)->reports.size(), 3u);
  EXPECT_NE(desk_json(odd), "");
  EXPECT_EQ(desk_json("[]"), "");
  EXPECT_EQ(desk_json("{"), "");
}

TEST(DeskJson, TheRosterIsReadWithItsProblem) {
  EXPECT_EQ(roster_json("1.县教育局\n2.县民政局\n以上\n", Language::chinese),
            R"({"names":["县教育局","县民政局"],"unused":["以上"],"problem":""})");
  EXPECT_EQ(roster_json("没有", Language::english),
            R"({"names":[],"unused":[],"problem":"no name of a body in the list"})");
}

TEST(DeskJson, SpeaksEnglishWhereAsked) {
  Handed other = read_base();
  other.file = "b.txt";
  Handed county = read_base();
  county.agency = u"青禾县人民政府";
  county.file = "p.txt";
  county.figures[6] = *county.figures[6] + Decimal(1);
  const nlohmann::ordered_json request{
      {"reports", {handed_json(read_base()), handed_json(other), handed_json(county)}},
      {"parent", 2},
      {"language", "en"}};
  const auto told = nlohmann::json::parse(desk_json(request.dump()));
  EXPECT_EQ(told["lines"][0]["text"], "2024: bodies 1, handed in 1.");
  EXPECT_EQ(told["bodies"][0]["words"], "more than one handed in");
  EXPECT_EQ(told["bodies"][0]["remark"], "a.txt, b.txt: the same content; the totals take b.txt");
  const auto& difference = told["against"]["differences"][0];
  EXPECT_EQ(difference["name"], "Table 2, row \"administrative licensing\", column \"decisions this year\"");
  EXPECT_EQ(difference["words"], difference["name"].get<std::string>() +
                                     ": report 87, total of the bodies (1) 86, the report has 1 too much");
  EXPECT_EQ(told["against"]["reasons"].size(), 0u);
}

TEST(DeskJson, TheWorkbookIsThatOfTheCommandLine) {
  const std::string report = tests::base_with({});
  Options options;
  options.name = "a.txt";
  CheckedReading all;
  read_and_check(report, options, std::nullopt, all);
  DeskBook book;
  book.add(rows_of(all, options));
  const std::string file = book.finish(make_desk(nullptr, {read_base()}, std::nullopt));
  DeskJsonBook made;
  made.add(rows_json(report, options, std::nullopt));
  const std::string request = nlohmann::ordered_json{{"reports", {handed_json(read_base())}}}.dump();
  EXPECT_EQ(made.finish(request), file);
}

}  // namespace
}  // namespace nianbao
