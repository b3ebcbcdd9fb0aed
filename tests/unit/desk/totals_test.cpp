#include "desk/totals.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "desk/desk.h"

namespace nianbao {
namespace {

constexpr std::size_t licences = 6, fresh = 10;  // 行政许可; 自然人 of 本年新收

Handed report(std::u16string agency, int licensed, int requested, const Form& form = form_2021()) {
  Handed out;
  out.file = to_utf8(agency) + ".txt";
  out.agency = std::move(agency);
  out.year = 2024;
  out.form = &form;
  out.whole = true;
  out.figures.assign(form_cells(form).size(), Decimal(0));
  out.figures[licences] = Decimal(licensed);
  out.figures[fresh] = Decimal(requested);
  return out;
}

Desk desk_of(std::vector<Handed> reports, const std::string& names = "县教育局\n县民政局\n县水利局\n") {
  const Roster list = read_roster(names);
  std::optional<std::size_t> parent;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (reports[i].agency == u"青禾县人民政府") parent = i;
  return make_desk(&list, std::move(reports), parent);
}

// The lines on the totals.
std::string told(const Desk& desk, std::u16string Text::*language = &Text::zh) {
  std::string out;
  for (const DeskLine& line : desk_lines(desk))
    if (line.topic >= LineTopic::totals) out += to_utf8(line.text.*language) + "\n";
  return out;
}
std::string in_english(const Desk& desk) { return told(desk, &Text::en); }

std::vector<Handed> three() {
  return {report(u"青禾县教育局", 5, 20), report(u"青禾县民政局", 7, 30), report(u"青禾县水利局", 0, 4)};
}

TEST(Totals, AreTheSums) {
  const Desk desk = desk_of(three());
  ASSERT_EQ(desk.totals.size(), 1u);
  EXPECT_EQ(desk.totals[0].totals[licences].sum, Decimal(12));
  EXPECT_EQ(desk.totals[0].totals[fresh].sum, Decimal(54));
  EXPECT_EQ(told(desk), "合计（国办公开办函〔2021〕30号的格式）：3 个单位。\n");
}

TEST(Totals, WithACellThatWasNotReadAreNoNumber) {
  auto reports = three();
  reports[1].figures[fresh].reset();
  reports.push_back(report(u"青禾县人民政府", 12, 24));
  const Desk desk = desk_of(reports);
  EXPECT_FALSE(desk.totals[0].totals[fresh].complete());
  EXPECT_EQ(
      told(desk),
      "合计（国办公开办函〔2021〕30号的格式）：3 个单位，其中 1 格有单位没有读到，合计不全。\n"
      "合计与青禾县人民政府的年报（青禾县人民政府.txt）核对了 199 格，都相同；1 格合计不全，没有核对。\n");
  EXPECT_EQ(to_utf8(incomplete_words(desk, desk.totals[0], desk.totals[0].totals[fresh]).zh),
            "1 个单位没有读到（青禾县民政局），其余 2 个单位合计 24");
  EXPECT_EQ(to_utf8(incomplete_words(desk, desk.totals[0], desk.totals[0].totals[fresh]).en),
            "bodies of which it was not read 1 (青禾县民政局), total of the other 2: 24");
  EXPECT_EQ(
      in_english(desk),
      "Totals (form of 国办公开办函〔2021〕30号): bodies 3; "
      "cells that were not read of every body, so that their totals are not complete: 1.\n"
      "The totals were held against the report of 青禾县人民政府 (青禾县人民政府.txt): cells compared 199, "
      "all the same; without a complete total and not compared 1.\n");
  Reading back;
  read_report(sheet_html(total_page(desk, desk.totals[0])), {}, back);
  EXPECT_EQ(to_utf8(back.report.cell(desk.totals[0].cells[fresh]).text), "（不全）");
  EXPECT_EQ(to_utf8(back.report.cell(desk.totals[0].cells[licences]).text), "12");
}

TEST(Totals, OfTwoFormsAreTwo) {
  auto reports = three();
  reports[2] = report(u"青禾县水利局", 9, 9, form_2019());
  const Desk desk = desk_of(reports);
  ASSERT_EQ(desk.totals.size(), 2u);
  EXPECT_EQ(desk.totals[0].form->key, 2021);
  EXPECT_EQ(desk.totals[0].totals[licences].sum, Decimal(12));
  EXPECT_EQ(desk.totals[1].reports.size(), 1u);
}

TEST(Totals, NameTheCellThatDiffers) {
  auto reports = three();
  reports.push_back(report(u"青禾县人民政府", 13, 54));
  EXPECT_EQ(told(desk_of(reports)),
            "合计（国办公开办函〔2021〕30号的格式）：3 个单位。\n"
            "合计与青禾县人民政府的年报（青禾县人民政府.txt）核对了 200 格，1 格不同。\n"
            "  表二“行政许可”行“本年处理决定数量”列：年报 13，3 个单位合计 12，年报多 1。\n");
}

TEST(Totals, NameTheBodyThatWasLeftOut) {
  auto reports = three();
  reports.push_back(report(u"青禾县人民政府", 5, 24));
  EXPECT_EQ(told(desk_of(reports)),
            "合计（国办公开办函〔2021〕30号的格式）：3 个单位。\n"
            "合计与青禾县人民政府的年报（青禾县人民政府.txt）核对了 200 格，2 格不同。\n"
            "  表二“行政许可”行“本年处理决定数量”列：年报 5，3 个单位合计 12，年报少 7。\n"
            "  表三“一、本年新收政府信息公开申请数量”行“自然人”列：年报 24，3 个单位合计 54，年报少 30。\n"
            "  表二少的正好是“青禾县民政局”（青禾县民政局.txt）的数字，可能漏加了它。\n"
            "  表三少的正好是“青禾县民政局”（青禾县民政局.txt）的数字，可能漏加了它。\n");
}

TEST(Totals, TwoBodiesThatFitAreNoExplanation) {
  auto reports = three();
  reports[0].figures[licences] = Decimal(7);
  reports.push_back(report(u"青禾县人民政府", 7, 54));
  const Desk desk = desk_of(reports);
  EXPECT_EQ(desk.against->differences.size(), 1u);
  EXPECT_TRUE(desk.against->reasons.empty());
}

TEST(Totals, NameTheOtherCopyAndTheUnlisted) {
  auto reports = three();
  reports.push_back(report(u"青禾县民政局", 8, 30));  // taken: the later
  reports.push_back(report(u"青禾县气象局", 0, 3));
  reports.push_back(report(u"青禾县人民政府", 12, 57));
  EXPECT_EQ(told(desk_of(reports)),
            "合计（国办公开办函〔2021〕30号的格式）：3 个单位。\n"
            "合计与青禾县人民政府的年报（青禾县人民政府.txt）核对了 200 格，2 格不同。\n"
            "  表二“行政许可”行“本年处理决定数量”列：年报 12，3 个单位合计 13，年报少 1。\n"
            "  表三“一、本年新收政府信息公开申请数量”行“自然人”列：年报 57，3 个单位合计 54，年报多 3。\n"
            "  表二的差正好是换成“青禾县民政局”（青禾县民政局.txt）的数字，可能加的是这一份。\n"
            "  表三多的正好是“青禾县气象局”（青禾县气象局.txt）的数字，合计里没有它。\n");
}

TEST(Totals, OfBodiesThatAreMissingSaySo) {
  auto reports = three();
  reports.pop_back();
  reports.push_back(report(u"青禾县人民政府", 12, 54));
  EXPECT_EQ(told(desk_of(reports)),
            "合计（国办公开办函〔2021〕30号的格式）：2 个单位。\n"
            "合计与青禾县人民政府的年报（青禾县人民政府.txt）核对了 200 格，1 格不同。\n"
            "  表三“一、本年新收政府信息公开申请数量”行“自然人”列：年报 54，2 个单位合计 50，年报多 4。\n"
            "  合计里没有县水利局，差也可能在这里。\n");
}

TEST(Totals, OfAnotherFormAreNotHeldAgainstTheCounty) {
  auto reports = three();
  reports.push_back(report(u"青禾县人民政府", 12, 54, form_2019()));
  EXPECT_EQ(told(desk_of(reports)),
            "合计（国办公开办函〔2021〕30号的格式）：3 个单位。\n"
            "合计没有与青禾县人民政府的年报（青禾县人民政府.txt）核对：没有单位用它那一版格式。\n");
}

TEST(Totals, TooLargeForADecimalAreNoNumber) {
  auto reports = three();
  for (Handed& report : reports) report.figures[fresh] = Decimal(4'000'000'000'000'000'000);
  const Desk desk = desk_of(reports);
  EXPECT_TRUE(desk.totals[0].totals[fresh].overflow);
  EXPECT_EQ(to_utf8(incomplete_words(desk, desk.totals[0], desk.totals[0].totals[fresh]).zh),
            "数字太大，没有相加");
  EXPECT_EQ(to_utf8(incomplete_words(desk, desk.totals[0], desk.totals[0].totals[fresh]).en),
            "numbers too large to be added up");
}

TEST(Totals, AndTheirDifferencesInEnglish) {
  auto reports = three();
  reports.push_back(report(u"青禾县民政局", 8, 30));  // taken: the later
  reports.push_back(report(u"青禾县气象局", 0, 3));
  reports.push_back(report(u"青禾县人民政府", 12, 57));
  EXPECT_EQ(
      in_english(desk_of(reports)),
      "Totals (form of 国办公开办函〔2021〕30号): bodies 3.\n"
      "The totals were held against the report of 青禾县人民政府 (青禾县人民政府.txt): cells compared 200, "
      "different 2.\n"
      "  Table 2, row \"administrative licensing\", column \"decisions this year\": report 12, total of the "
      "bodies (3) 13, the report has 1 too little.\n"
      "  Table 3, row \"1. requests newly received this year\", column \"natural persons\": report 57, total "
      "of the bodies (3) 54, "
      "the report has 3 too much.\n"
      "  Table 2 differs as if the figures of 青禾县民政局 (青禾县民政局.txt) were taken, which may be what "
      "was "
      "added.\n"
      "  Table 3 has just the figures of 青禾县气象局 (青禾县气象局.txt) too much, which is not in the "
      "totals.\n");
}

TEST(Totals, ABodyLeftOutOrAddedTwiceInEnglish) {
  auto reports = three();
  reports.pop_back();
  reports.push_back(report(u"青禾县人民政府", 5, 80));
  reports.back().figures[0].reset();
  EXPECT_EQ(
      in_english(desk_of(reports)),
      "Totals (form of 国办公开办函〔2021〕30号): bodies 2.\n"
      "The totals were held against the report of 青禾县人民政府 (青禾县人民政府.txt): cells compared 199, "
      "different 2; not read in it and not compared 1.\n"
      "  Table 2, row \"administrative licensing\", column \"decisions this year\": report 5, total of the "
      "bodies (2) 12, the report has 7 too little.\n"
      "  Table 3, row \"1. requests newly received this year\", column \"natural persons\": report 80, total "
      "of the bodies (2) 50, "
      "the report has 30 too much.\n"
      "  Table 2 lacks just the figures of 青禾县民政局 (青禾县民政局.txt), which may have been left out.\n"
      "  Table 3 has just the figures of 青禾县民政局 (青禾县民政局.txt) too much, which may have been added "
      "twice.\n"
      "  Not in the totals, which may be why they differ: 县水利局.\n");
}

TEST(Totals, NameTheErrorThatMakesTheDifferenceInBothLanguages) {
  auto reports = three();
  reports[1].found.slips.push_back({fresh, Decimal(29)});
  reports.push_back(report(u"青禾县人民政府", 12, 53));
  const Desk desk = desk_of(reports);
  const Text words = difference_words(desk, desk.against->differences.at(0));
  EXPECT_EQ(to_utf8(words.zh),
            "表三“一、本年新收政府信息公开申请数量”行“自然人”列：年报 53，3 个单位合计 54，年报少 1，"
            "差正好是青禾县民政局这一格的错（应为 29）");
  EXPECT_EQ(to_utf8(words.en),
            "Table 3, row \"1. requests newly received this year\", column \"natural persons\": report 53, "
            "total of the bodies (3) 54, the "
            "report has 1 too little, which is just the error of 青禾县民政局 in this cell (should be 29)");
}

TEST(Totals, WhatIsNotShownIsCountedInBothLanguages) {
  auto reports = three();
  reports.push_back(report(u"青禾县人民政府", 12, 54));
  for (std::size_t i = 100; i < 122; ++i) reports.back().figures[i] = Decimal(1);
  const std::vector<DeskLine> lines = desk_lines(desk_of(reports));
  EXPECT_EQ(to_utf8(lines.back().text.zh), "  其余 2 格见工作簿的“合计”。");
  EXPECT_EQ(to_utf8(lines.back().text.en), "  The other 2 cells are in the workbook, sheet \"合计\".");
}

TEST(Totals, OfAnotherFormInEnglish) {
  auto reports = three();
  reports.push_back(report(u"青禾县人民政府", 12, 54, form_2019()));
  EXPECT_EQ(
      in_english(desk_of(reports)),
      "Totals (form of 国办公开办函〔2021〕30号): bodies 3.\n"
      "The totals were not held against the report of 青禾县人民政府 (青禾县人民政府.txt): no body uses its "
      "form.\n");
}

}  // namespace
}  // namespace nianbao
