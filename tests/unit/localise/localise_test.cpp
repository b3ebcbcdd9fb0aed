#include "localise/localise.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"

namespace nianbao {
namespace {

// A report with tables 三 and 四 in which every identity holds; cells not named here are 0.
//                     自然人 商业企业 … 总计
//  新收                12      3    0 0 1 0  16
//  上年结转             1      0    0 0 0 0   1
//  予以公开             6      2    0 0 0 0   8
//  部分公开             2      0    0 0 0 0   2
//  本机关不掌握          4      1    0 0 1 0   6
//  （七）总计           12      3    0 0 1 0  16
//  结转下年度            1      0    0 0 0 0   1
class LocaliseTest : public testing::Test {
 protected:
  LocaliseTest() {
    report.form = &form_2021();
    clear_tables(report);
    for (BoundTable& table : report.tables) table.present = table.grid = true;
    for (TableId table : {TableId::requests, TableId::proceedings})
      for (auto& row : report.tables[static_cast<std::size_t>(table)].cells)
        for (ReportCell& cell : row) put(cell, 0);
    row("new_requests", {12, 3, 0, 0, 1, 0, 16});
    row("carried_over", {1, 0, 0, 0, 0, 0, 1});
    row("disclosed", {6, 2, 0, 0, 0, 0, 8});
    row("partly_disclosed", {2, 0, 0, 0, 0, 0, 2});
    row("unavailable_not_held", {4, 1, 0, 0, 1, 0, 6});
    row("outcome_total", {12, 3, 0, 0, 1, 0, 16});
    row("carried_forward", {1, 0, 0, 0, 0, 0, 1});
  }

  static void put(ReportCell& cell, std::int64_t value) {
    cell.state = CellState::number;
    cell.value = Decimal(value);
    cell.text = Decimal(value).to_string();
  }
  ReportCell& at(std::string_view id) {
    const CellRef ref = *cell(*report.form, id);
    return report.tables[static_cast<std::size_t>(ref.table)].cells[ref.row][ref.column];
  }
  void set(std::string_view id, std::int64_t value) { put(at(id), value); }
  void state(std::string_view id, CellState state) {
    at(id) = {};
    at(id).state = state;
  }
  void row(std::string_view key, std::vector<std::int64_t> values) {
    auto& cells = report.tables[1]
                      .cells[static_cast<std::size_t>(row_index(report.form->table(TableId::requests), key))];
    for (std::size_t c = 0; c < values.size(); ++c) put(cells[c], values[c]);
  }

  // "kind: cell = value (reason) | …" for every cause, the repairs best first.
  std::string found(std::span<const Claim> claims = {}, const Report* previous = nullptr) const {
    static const char* const kinds[] = {"misstated",    "total_blank", "shifted_row",
                                        "double_count", "relation",    "unexplained"};
    std::string out;
    for (const Cause& cause : localise(report, previous, claims).causes) {
      if (!out.empty()) out += "\n";
      out += kinds[static_cast<int>(cause.kind)];
      for (const Proposal& proposal : cause.repairs) {
        out += &proposal == &cause.repairs.front() ? ":" : " |";
        for (const auto& one : proposal.set)
          out += " " + cell_id(*report.form, one.cell) + " = " + to_utf8(one.value.to_string());
        if (!proposal.reason.empty()) out += " (" + to_utf8(proposal.reason.zh) + ")";
      }
      if (cause.misread) out += " misread";
      if (cause.near_unread) out += " near unread";
    }
    return out;
  }

  Report report;
};

TEST_F(LocaliseTest, IsSilentWhenEverythingHolds) {
  EXPECT_EQ(found(), "");
  EXPECT_EQ(localise(report, nullptr, {}).identities.size(), 25u + 7 + 7 + 3);
}

TEST_F(LocaliseTest, NamesTheWrongCellAtTheCrossing) {
  set("requests.disclosed.individuals", 9);
  EXPECT_EQ(found(), "misstated: requests.disclosed.individuals = 6");
  const Cause cause = localise(report, nullptr, {}).causes.front();
  EXPECT_EQ(cause.broken.size(), 2u);
}

TEST_F(LocaliseTest, NamesATotalThatBreaksThreeSums) {
  set("requests.outcome_total.individuals", 21);
  EXPECT_EQ(found(), "misstated: requests.outcome_total.individuals = 12 (数字颠倒：12 写成 21)");
  EXPECT_EQ(localise(report, nullptr, {}).causes.front().broken.size(), 3u);
}

TEST_F(LocaliseTest, CallsTwoIndependentSlipsTwoCauses) {
  set("requests.disclosed.individuals", 7);
  set("requests.new_requests.businesses", 30);
  EXPECT_EQ(found(),
            "misstated: requests.new_requests.businesses = 3 (多写一位：3 写成 30)\n"
            "misstated: requests.disclosed.individuals = 6");
}

TEST_F(LocaliseTest, CallsTwoSlipsInOneRowTwoCauses) {
  set("requests.disclosed.individuals", 7);
  set("requests.disclosed.businesses", 5);
  EXPECT_EQ(found(),
            "misstated: requests.disclosed.individuals = 6\n"
            "misstated: requests.disclosed.businesses = 2");
}

TEST_F(LocaliseTest, OffersBothCellsOfEachRowWhenTwoSlipsAreOfOneAmount) {
  set("requests.disclosed.individuals", 7);
  set("requests.unavailable_not_held.businesses", 2);
  EXPECT_EQ(found(),
            "relation: requests.disclosed.individuals = 6 | requests.disclosed.businesses = 1\n"
            "relation: requests.unavailable_not_held.businesses = 1 | "
            "requests.unavailable_not_held.individuals = 3");
}

TEST_F(LocaliseTest, OffersEveryRowForAnItemFiledUnderTheWrongApplicant) {
  set("requests.disclosed.individuals", 5);
  set("requests.disclosed.businesses", 3);
  EXPECT_EQ(
      found(),
      "relation: requests.disclosed.individuals = 6 requests.disclosed.businesses = 2 (1 件填错了申请人类别)"
      " | requests.unavailable_not_held.individuals = 5 requests.unavailable_not_held.businesses = 0 (1 "
      "件填错了申请人类别)");
}

TEST_F(LocaliseTest, ReportsABalanceThatNoSingleCellMends) {
  set("requests.new_requests.legal_service_providers", 2);
  set("requests.new_requests.total", 17);
  const Localisation all = localise(report, nullptr, {});
  ASSERT_EQ(all.causes.size(), 1u);
  EXPECT_EQ(all.causes[0].kind, CauseKind::relation);
  EXPECT_EQ(all.causes[0].relation, Relation::balance);
  EXPECT_EQ(all.causes[0].cells.size(), 8u);
  EXPECT_EQ(found(),
            "relation: requests.new_requests.legal_service_providers = 1 requests.new_requests.total = 16 "
            "(本行多计 1 件)"
            " | requests.carried_forward.legal_service_providers = 1 requests.carried_forward.total = 2 "
            "(本行少计 1 件)");
}

TEST_F(LocaliseTest, FillsABlankTotal) {
  state("requests.disclosed.total", CellState::blank);
  state("proceedings.review.total", CellState::blank);
  set("proceedings.review.upheld", 3);
  EXPECT_EQ(found(),
            "total_blank: requests.disclosed.total = 8 (按各项之和补填)\n"
            "total_blank: proceedings.review.total = 3 (按各项之和补填)");
}

TEST_F(LocaliseTest, FillsNoTotalWithLessThanNothing) {
  state("proceedings.review.total", CellState::blank);
  set("proceedings.review.upheld", -3);
  state("proceedings.direct_suits.total", CellState::blank);
  set("proceedings.direct_suits.upheld", 2);
  EXPECT_EQ(found(), "unexplained\ntotal_blank: proceedings.direct_suits.total = 2 (按各项之和补填)");
}

TEST_F(LocaliseTest, TakesBlankTotalsOfEmptyRowsForNothing) {
  for (std::string_view row : {"other_remaining", "other_fee_unpaid", "unprocessed_repeated"})
    for (const FormColumn& column : report.form->table(TableId::requests).rows[0].columns)
      state("requests." + std::string(row) + "." + std::string(column.key), CellState::blank);
  EXPECT_EQ(found(), "");
}

TEST_F(LocaliseTest, FillsAWholeColumnOfBlankTotalsBesideASlip) {
  for (const FormRow& row : report.form->table(TableId::requests).rows)
    state("requests." + std::string(row.key) + ".total", CellState::blank);
  set("requests.disclosed.individuals", 8);
  // Filled in so that they agree with the first repair, in which partly disclosed comes to 0.
  EXPECT_EQ(
      found(),
      "total_blank: requests.new_requests.total = 16 requests.carried_over.total = 1 "
      "requests.disclosed.total = 10"
      " requests.unavailable_not_held.total = 6 requests.outcome_total.total = 16 "
      "requests.carried_forward.total = 1"
      " (按各项之和补填)\n"
      "relation: requests.partly_disclosed.individuals = 0 (多填了 2) | requests.disclosed.individuals = 6"
      " | requests.unavailable_not_held.individuals = 2");
}

TEST_F(LocaliseTest, NamesPrintedSumsOnlyWhereATotalIsBlank) {
  state("requests.outcome_total.research_institutions", CellState::blank);
  set("requests.refused_state_secret.research_institutions", 12);
  const Localisation all = localise(report, nullptr, {});
  ASSERT_EQ(all.causes.size(), 1u);
  EXPECT_EQ(found(), "misstated: requests.refused_state_secret.research_institutions = 0 (多填了 12)");
  // The balance holds as printed: 0 + 0 = blank + 0.
  std::vector<Relation> broken;
  for (int i : all.causes[0].broken) broken.push_back(all.identities[static_cast<std::size_t>(i)].relation);
  EXPECT_EQ(broken, (std::vector{Relation::row_total, Relation::outcome_total}));
}

TEST_F(LocaliseTest, ProposesTheNumberForABlankThatMustHoldOne) {
  state("requests.disclosed.businesses", CellState::blank);
  EXPECT_EQ(found(), "misstated: requests.disclosed.businesses = 2 (漏填，应为2)");
}

TEST_F(LocaliseTest, LeavesOutSumsWithUnreadCells) {
  state("requests.disclosed.individuals", CellState::unread);
  EXPECT_EQ(found(), "");
  set("requests.disclosed.businesses", 5);
  // Only the column of businesses is left to say so; no other cell of it can lose three.
  EXPECT_EQ(found(), "misstated: requests.disclosed.businesses = 2 near unread");
}

TEST_F(LocaliseTest, RanksByTheProse) {
  set("proceedings.review.upheld", 1);
  set("proceedings.review.corrected", 1);
  set("proceedings.review.total", 5);
  const Claim claim{*cell(*report.form, "proceedings.review.upheld"), Decimal(4), Text(u"正文")};
  const std::string first = "relation: proceedings.review.upheld = 4 (与正文一致)";
  EXPECT_EQ(found({&claim, 1}).substr(0, first.size()), first);
}

TEST_F(LocaliseTest, RanksByLastYearsReport) {
  const Report last = report;
  set("requests.carried_over.individuals", 0);
  set("requests.carried_over.total", 0);
  const std::string first =
      "relation: requests.carried_over.individuals = 1 requests.carried_over.total = 1 (本行少计 1 "
      "件，与上年报告的结转下年度 1一致";
  EXPECT_EQ(found({}, &last).substr(0, first.size()), first);
}

TEST_F(LocaliseTest, SeesARowMovedByOneColumn) {
  row("unavailable_not_held", {1, 0, 0, 1, 0, 6, 0});
  EXPECT_EQ(found().substr(0, 12), "shifted_row:");
}

TEST_F(LocaliseTest, SeesPartlyDisclosedOnesCountedTwice) {
  row("partly_disclosed", {3, 1, 0, 0, 0, 0, 4});
  row("outcome_total", {12, 3, 0, 0, 1, 0, 16});
  row("disclosed", {8, 2, 0, 0, 0, 0, 10});
  const Localisation all = localise(report, nullptr, {});
  ASSERT_EQ(all.causes.size(), 1u);
  EXPECT_EQ(all.causes[0].kind, CauseKind::double_count);
}

TEST_F(LocaliseTest, DoubtsTheReadingWhereDigitsMayBelongToAnotherCell) {
  report.tables[1].grid = false;
  row("disclosed", {6, 20, 0, 0, 0, 0, 8});
  at("requests.disclosed.businesses").text = u"2 0";
  at("requests.disclosed.businesses").style = style_inner_space;
  EXPECT_EQ(found(), "misstated: requests.disclosed.businesses = 2 (多写一位：2 写成 20) misread");
}

TEST_F(LocaliseTest, DoubtsTheReadingWhereTwoCellsMayHaveRunTogether) {
  report.tables[1].grid = false;
  row("disclosed", {62, 0, 0, 0, 0, 0, 8});
  state("requests.disclosed.businesses", CellState::blank);
  const std::string expected =
      "relation: requests.disclosed.individuals = 6 requests.disclosed.businesses = 2 (同样的数字换一种分格)";
  EXPECT_EQ(found(), expected + " misread");
  report.tables[1].grid = true;  // the cells of a real table are what they are
  EXPECT_EQ(found(),
            "misstated: requests.disclosed.individuals = 6 (多写一位：6 写成 62)\n"
            "misstated: requests.disclosed.businesses = 2 (漏填，应为2)");
}

TEST_F(LocaliseTest, StillNamesManySlipsThatAreMoreThanTheSearchCanProve) {
  for (std::size_t r : {2u, 3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u}) {
    auto& row_cells = report.tables[1].cells[r];
    put(row_cells[r % 6], row_cells[r % 6].value->whole() + static_cast<std::int64_t>(1u << r));
  }
  const Localisation all = localise(report, nullptr, {});
  for (const Cause& cause : all.causes) {
    EXPECT_FALSE(cause.complete);
    EXPECT_NE(cause.kind, CauseKind::total_blank);
  }
  EXPECT_FALSE(all.causes.empty());
}

TEST_F(LocaliseTest, SaysWhenNoFewCellsExplainIt) {
  for (auto& row : report.tables[1].cells)
    for (std::size_t c = 0; c < row.size(); ++c)
      put(row[c], static_cast<std::int64_t>(7 * c * c + 3 * (&row - report.tables[1].cells.data())));
  const Localisation all = localise(report, nullptr, {});
  ASSERT_EQ(all.causes.size(), 1u);
  EXPECT_EQ(all.causes[0].kind, CauseKind::unexplained);
  EXPECT_FALSE(all.causes[0].complete);
  EXPECT_TRUE(all.causes[0].repairs.empty());
}

}  // namespace
}  // namespace nianbao
