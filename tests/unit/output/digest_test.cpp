#include "output/digest.h"

#include <gtest/gtest.h>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_of_year;
using tests::Edit;
using tests::EditKind;
using Json = nlohmann::json;

Edit named(const char* agency) { return {EditKind::replace_all, "青禾县水利局", agency}; }

std::string county(int year) {
  return base_of_year(year,
                      {named("青禾县人民政府"),
                       {EditKind::replace, "全年新收政府信息公开申请31件", "全县新收政府信息公开申请31件"},
                       {EditKind::replace_all, "我局", "县政府"}});
}

Json digest(const std::string& report, const std::string& name) {
  return Json::parse(
      check(report, parse_options(Json{{"name", name}, {"withDigest", true}}.dump()).options))["digest"];
}

std::vector<std::string> rules(const Json& findings) {
  std::vector<std::string> out;
  for (const Json& finding : findings) out.push_back(finding["rule"]);
  return out;
}

TEST(Digest, ComesBackAsItWent) {
  const Json json = digest(base_of_year(2024, {}), "a.txt");
  EXPECT_EQ(json["agency"], "青禾县水利局");
  EXPECT_EQ(json["totals"], Json::parse("[31, 3, 32, 2]"));
  EXPECT_LT(json.dump().size(), 1500u);
  EXPECT_EQ(Json(digest_json(*unit_from_digest(json))), json);
}

TEST(Digest, AnythingElseIsNoDigest) {
  Json json = digest(base_of_year(2024, {}), "a.txt");
  EXPECT_FALSE(unit_from_digest(Json(nullptr)));
  json["sketch"] = "12";
  EXPECT_FALSE(unit_from_digest(json));
  json["sketch"] = std::string(1024, 'g');
  EXPECT_FALSE(unit_from_digest(json));
  json.erase("totals");
  EXPECT_FALSE(unit_from_digest(json));
  EXPECT_EQ(relations_json("[]"), "");
  EXPECT_EQ(relations_json("not json"), "");
  EXPECT_EQ(relations_json(R"({"reports": []})"), "[]");
  EXPECT_NE(parse_options(R"({"together": [{}]})").error, "");
}

TEST(Digest, YearsOfOneBodyFindEachOther) {
  const Json out = Json::parse(relations_json(Json{
      {"reports",
       {digest(base_of_year(2024, {}), "a"), nullptr, digest(base_of_year(2022, {}), "b"),
        digest(base_of_year(2023, {}), "c")}}}.dump()));
  ASSERT_EQ(out.size(), 4u);
  EXPECT_EQ(out[0]["previous"], 3);
  EXPECT_TRUE(out[1].is_null());
  EXPECT_TRUE(out[2]["previous"].is_null());
  EXPECT_EQ(out[3]["previous"], 2);
  EXPECT_TRUE(out[0]["findings"].empty());
}

TEST(Digest, WhatIsFoundAmongDigestsIsFoundWhenAReportIsOpened) {
  const std::string parent = county(2024);
  const Json reports = {digest(parent, "县"), digest(base_of_year(2024, {named("青禾县交通运输局")}), "甲"),
                        digest(base_of_year(2024, {named("青禾县教育局")}), "乙"),
                        digest(base_of_year(2023, {named("青禾县司法局")}), "丙")};
  const Json relation = Json::parse(relations_json(Json{{"reports", reports}}.dump()))[0];
  EXPECT_EQ(rules(relation["findings"]),
            (std::vector<std::string>{"rollup/applications", "rollup/duplicate-units"}));
  EXPECT_EQ(relation["findings"][0]["cells"][0], "requests.new_requests.total");

  Json together = Json::array({reports[0]});
  for (const Json& i : relation["related"]) together.push_back(reports[i.get<std::size_t>()]);
  const Json options = {{"name", "县"}, {"together", together}};
  const Json opened = Json::parse(check(parent, parse_options(options.dump()).options));
  std::vector<Json> messages;
  for (const Json& finding : opened["findings"])
    if (finding["rule"].get<std::string>().rfind("rollup/", 0) == 0) messages.push_back(finding["message"]);
  ASSERT_EQ(messages.size(), 2u);
  for (const Json& finding : relation["findings"])
    EXPECT_NE(std::find(messages.begin(), messages.end(), finding["message"]), messages.end())
        << finding << messages[0] << messages[1];
}

TEST(Digest, AChosenParentNeedsNoCommonName) {
  const Json reports = {
      digest(base_of_year(2024, {named("丹江区教育局")}), "甲"), digest(base_of_year(2024, {}), "乙"),
      digest(base_of_year(
                 2024, {named("江北市人民政府"), {EditKind::set_cell, "requests.new_requests.total", "60"}}),
             "市")};
  const auto related = [&](Json request) {
    return Json::parse(relations_json((request["reports"] = reports, request).dump()))[2];
  };
  EXPECT_EQ(rules(related(Json::object())["findings"]), std::vector<std::string>{"rollup/duplicate-units"});
  const Json chosen = related({{"parent", 2}, {"language", "en"}});
  EXPECT_EQ(chosen["findings"][0]["rule"], "rollup/applications");
  EXPECT_EQ(chosen["findings"][0]["message"].get<std::string>().substr(0, 81),
            "Table 3 is not the sum of the 2 reports below that were checked along: row \"1. re");
}

}  // namespace
}  // namespace nianbao
