// Sentences of our own: what must not be held against a table although it looks like it, and what must be.
#include <gtest/gtest.h>

#include "../../unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

// 31 new, 3 carried over, 32 handled (14 disclosed, 4 in part, 4 refused, 5 not available, 3 not processed, 2
// otherwise), 2 carried on.
const Values table = {{"new_requests", 31},
                      {"requests.new_requests.individuals", 21},
                      {"requests.new_requests.businesses", 6},
                      {"requests.new_requests.other_organisations", 4},
                      {"carried_over", 3},
                      {"outcome_total", 32},
                      {"carried_forward", 2},
                      {"disclosed", 14},
                      {"partly_disclosed", 4},
                      {"refused_process_information", 2},
                      {"refused_internal_affairs", 2},
                      {"unavailable_not_held", 4},
                      {"unavailable_requires_creation", 1},
                      {"unprocessed_repeated", 2},
                      {"unprocessed_petition", 1},
                      {"other_uncorrected", 1},
                      {"other_remaining", 1},
                      {"proceedings.review.total", 5},
                      {"proceedings.review.upheld", 2},
                      {"proceedings.review.corrected", 1},
                      {"proceedings.review.other", 1},
                      {"proceedings.review.pending", 1},
                      {"proceedings.direct_suits.total", 1},
                      {"proceedings.suits_after_review.total", 2},
                      {"disclosure.normative_documents.issued", 3},
                      {"disclosure.normative_documents.repealed", 1},
                      {"disclosure.normative_documents.in_force", 12},
                      {"disclosure.licences.decisions", 86}};

// What is wrong with the text, in one word each; empty when nothing is.
std::string complaints(const NarrativeReport& made) {
  const Ledger ledger = read_figures(made.report);
  std::string out;
  const auto add = [&](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
  for (const Figure& f : ledger.figures)
    if (f.cls == FigureClass::contradicts)
      add(std::string(count_name(f.measure.count)) + "=" + to_utf8(f.quantity.value.to_string()));
  for (const Assertion& a : ledger.assertions)
    if (!a.holds) add("claim");
  for (const SumList& list : ledger.sums)
    if (list.parts.size() > 1 && list.low > ledger.figures[list.total].quantity.high) add("sum");
  for (const Share& share : ledger.shares)
    if (share.checked && !share.right) add("share");
  for (const Growth& growth : ledger.growths)
    if (!growth.right) add("growth");
  if (!ledger.balances.empty()) add("balance");
  if (!ledger.gaps.empty()) add("gap");
  return out;
}

std::string complaints(const char16_t* text) { return complaints(NarrativeReport(text, table)); }

TEST(Traps, NothingIsHeldAgainstATable) {
  constexpr const char16_t* cases[] = {
      // hotlines, letters, messages, proposals
      u"全年办理12345热线工单5218件，按期办结率99.91%。",
      u"承办12345政务服务便民热线转办件203件，办结203件，结转0件。",
      u"依申请公开之外，受理网民留言77条，答复77条。",
      u"收到市长信箱来信45封，均已答复。",
      u"全年收到群众来信来访128件次，办结126件，2件正在办理。",
      u"承办人大代表建议9件、政协提案6件，办结15件，办结率100%。",
      u"受理信访事项21件，按期办结21件。",
      u"接到投诉举报33件，已全部办结。",
      u"处理群众诉求1024件，结转下月12件。",
      u"答复群众咨询电话2千余次。",
      u"办理依申请类政务服务事项860件。",
      u"窗口受理办事申请530件，办结528件。",
      u"受理行政许可申请96件，作出行政许可决定86件。",
      u"收到补贴申请412份，审核通过398份。",
      u"办理行政处罚案件17件，结案15件。",
      u"公开答复建议提案15件。",
      u"受理政务服务“好差评”评价102226条，好评率100%。",
      u"办理政务服务办件26万余件，网办率97.5%。",
      u"收到意见建议181条，采纳36条。",
      u"12315平台接收消费投诉58件，办结58件。",
      // what was published
      u"双公示系统公示行政许可信息4541条、行政处罚信息12条。",
      u"全年主动公开政府信息6124条，其中政策文件106条。",
      u"主动公开行政规范性文件42件。",
      u"转载上级规范性文件27件。",
      u"发布政策解读25篇，召开新闻发布会4场。",
      u"对涉企政策信息予以公开，全年共305条。",
      u"公开行政许可事项清单86项、行政处罚事项清单120项。",
      u"公布依申请公开受理渠道4个。",
      u"更新依申请公开指南2次。",
      u"印发政府信息公开工作要点1份。",
      u"审查规范性文件18件，备案规范性文件6件。",
      u"清理政策文件93件，宣布失效12件。",
      u"制定规章制度5项。",
      u"参与起草地方性法规2部。",
      u"废止内部管理制度3件。",
      // training, meetings, people, channels
      u"举办政府信息公开申请办理培训班3期，参训120人次。",
      u"召开依申请公开工作会议2次。",
      u"组织依申请公开业务学习4场。",
      u"配备依申请公开专职人员2名。",
      u"设置依申请公开受理点7个。",
      u"编印依申请公开答复书模板12件。",
      u"印制政府信息公开申请表格500份。",
      u"我局依申请公开公开工作在全县排名第3位。",
      u"依申请公开平均办理时限缩短至9.5个工作日。",
      u"收到申请之日起20个工作日内予以答复。",
      // another year, part of the year, several years, plans
      u"2023年收到政府信息公开申请27件，办结25件。",
      u"上年收到政府信息公开申请27件。",
      u"去年同期收到政府信息公开申请18件。",
      u"上半年收到政府信息公开申请11件。",
      u"第一季度受理依申请公开5件。",
      u"近三年累计收到政府信息公开申请96件。",
      u"平台开通以来受理依申请公开140件。",
      u"2025年计划答复政府信息公开申请40件以上。",
      u"下一步，将依申请公开办理时限压缩5个工作日。",
      u"较2023年增加4件。",
      u"收到政府信息公开申请31件，比上年增加4件。",
      u"政府信息公开申请数量同比增长24.6%。",
      u"月均收到政府信息公开申请2.6件。",
      // one channel, one kind, about so many
      u"收到政府信息公开申请31件，其中网络申请20件、信函申请8件、当面申请3件。",
      u"通过网络渠道收到政府信息公开申请20件。",
      u"线上收到申请20件，线下收到申请11件。",
      u"收到政府信息公开申请约30件。",
      u"收到政府信息公开申请30余件。",
      u"收到政府信息公开申请近40件。",
      u"收到政府信息公开申请20件以上。",
      u"涉及征地补偿的政府信息公开申请9件。",
      // other bodies
      u"全县共收到政府信息公开申请407件，办结398件。",
      u"全市各级行政机关收到政府信息公开申请3607件。",
      u"县教育局收到政府信息公开申请12件。",
      u"柳林镇受理依申请公开3件。",
      u"县政府办公室办理政府信息公开申请61件。",
      u"指导乡镇办理政府信息公开申请14件。",
      // review and litigation that are not the agency's own
      u"作为行政复议机关，全年受理行政复议申请58件，审结52件。",
      u"办理行政复议案件19件，行政应诉案件11件。",
      u"备案政府信息公开领域行政复议案件134件，行政诉讼案件57件。",
      u"法律顾问代理行政诉讼案件8件。",
      u"负责人出庭应诉9次。",
      u"上年因政府信息公开被申请行政复议9件。",
      u"全县发生政府信息公开行政复议46件。",
      u"不服答复的，可以在60日内申请行政复议，也可以在6个月内提起行政诉讼。",
      // denials of something else
      u"未出现因答复不当引起的行政复议、行政诉讼。",
      u"未发生因政府信息公开败诉的行政诉讼案件。",
      u"未收到对政府信息公开工作的投诉举报。",
      u"未发生泄密事件，无责任追究情形。",
      u"未发生政府信息公开申请超期答复的情况。",
      u"无逾期未答复的政府信息公开申请。",
      u"未收取政府信息公开信息处理费。",
      u"未设立依申请公开专门窗口。",
      u"收到政府信息公开申请31件，无律师代为申请。",
      u"如未收到政府信息公开申请答复，可来电查询。",
      u"凡未按要求补正的，不再处理其政府信息公开申请。",
      u"2023年未收到政府信息公开申请。",
      u"全县未发生政府信息公开行政诉讼。",
      u"没有因公开不及时引发的行政复议。",
      u"政府信息公开申请答复零差错。",
      u"实现群众办事零跑腿。",
      u"未按期答复的政府信息公开申请0件。",
      // true ones in other words
      u"新收政府信息公开申请三十一件，上年结转三件。",
      u"共受理政府信息公开申请34件（含上年结转3件）。",
      u"办结32件，其中予以公开或部分公开18件，占办结总数的56.25%。",
      u"收到政府信息公开申请31件，上年结转3件；办结32件，结转下年度2件。",
      u"政府信息公开行政复议5件、行政诉讼3件。",
      u"因政府信息公开引发行政复议、行政诉讼案件共8件。",
      u"收到依申请公开31件，自然人申请21件，法人或其他组织申请10件。",
      u"依申请公开：新收31件，上年结转3件，办结32件，结转下年2件。",
      u"全年制发规范性文件3个，废止1个，现行有效12个。",
      // shares, sums and growth that are right, or cannot be checked
      u"发布信息64条，其中重点领域信息23条，占35.9%。",
      u"即办件1615项，完成1028项，即办率为63.6%。",
      u"接听来电31.27万件，接通29.29万件，接通率93.68%。",
      u"网站类35件，占比待核；新媒体类158件，占19.6%。",
      u"工作信息类占75%，民生事项类占10%，政策文件类占15%。",
      u"办理工单5218件，回访1200件，满意率98%。",
      u"受理工单100件，办结60件，按时办结率100%。",
      u"完成年度任务的120%。",
      u"由100件增至120件，增长20%。",
      u"发布信息22050条，较上年增加3722条，增长20.31%。",
      u"粉丝数达31万，较上年增长2.5万。",
      u"发布信息79603条，其中会议信息220条，政策文件3302件，意见征集799件，建议提案2768件，其他信息72514条。",
      u"公开信息116条，其中通知78条，意见征集及结果反馈各19条。",
      u"收到来信50件，其中咨询30件（含电话咨询12件）、建议20件。",
      u"共10条，其中公告8条、动态2条，另转载5条。",
      u"发布信息100条，其中网站60条、公众号40条，收到留言55条。",
      u"公开60条，其中社会保险12条、住房保障12条、公共法律服务12条、社区事务24条。",
      // numbers that are none
      u"按照国办公开办函〔2021〕30号文件要求编制。",
      u"统计期限为2024年1月1日至12月31日。",
      u"联系电话：0899-3221806，邮编332005。",
      u"落实《法治政府建设实施纲要（2021—2025年）》。",
      u"自助查询区7×24小时开放。",
      u"依据《条例》第三十六条第（五）项答复。",
      u"落实“一件事一次办”，推行一窗受理。",
      u"坚持一事一申请，做到件件有回应。",
      u"十四五规划、二十届三中全会精神、三类内部事务信息。",
  };
  int count = 0;
  for (const char16_t* text : cases) {
    EXPECT_EQ(complaints(text), "") << to_utf8(text) << "\n" << show(NarrativeReport(text, table));
    ++count;
  }
  EXPECT_GE(count, 120);
}

struct Wrong {
  const char16_t* text;
  const char* want;
};

TEST(Traps, ContradictionsAreSeen) {
  constexpr Wrong cases[] = {
      {u"全年新收政府信息公开申请13件。", "new_requests=13"},
      {u"共受理政府信息公开申请30件。", "accepted=30"},
      {u"本机关收到４件政府信息公开申请。", "received=4"},
      {u"共接收依申请公开事项二十件。", "received=20"},
      {u"我局2024年共收到 公民、法人和其他组织的申请 29 件。", "received=29"},
      {u"受理依申请公开政府信息数量共计7条。", "accepted=7"},
      {u"我局认真做好政府信息公开工作，全年收到信息公开申请3\n5件。", "received=35"},
      {u"我局认真做好政府信息公开工作，全年收到政府信息公开申\n请28件。", "received=28"},
      {u"新收政府信息公开申请1,031件。", "new_requests=1031"},
      {u"上年结转政府信息公开申请5件。", "carried_over=5"},
      {u"2023年结转政府信息公开申请4件。", "carried_over=4"},
      {u"结转上年度政府信息公开申请办理1件。", "carried_over=1"},
      {u"政府信息公开申请结转下年度继续办理7件。", "carried_forward=7"},
      {u"有9件政府信息公开申请结转到2025年办理。", "carried_forward=9"},
      {u"另有1件申请按照《条例》顺延到下年度答复。", "carried_forward=1"},
      {u"办结政府信息公开申请23件。", "concluded=23"},
      {u"全年答复政府信息公开申请40件。", "replied=40"},
      {u"收到政府信息公开申请31件，已经答复20件。", "replied=20"},
      {u"依申请公开方面，予以公开15件。", "outcome=15"},
      {u"作出予以公开决定的13件，部分公开的6件。", "outcome=13 outcome=6"},
      {u"予以公开及部分公开21件。", "outcome=21"},
      {u"不予公开40件。", "outcome=40"},
      {u"无法提供（本机关不掌握等）8件。", "outcome=8"},
      {u"因本机关不掌握相关政府信息告知申请人的9件。", "outcome=9"},
      {u"重复申请6件，信访举报投诉类申请4件。", "outcome=6 outcome=4"},
      {u"收到依申请公开31件，自然人申请26件。", "applicants=26"},
      {u"未收到政府信息公开申请。", "new_requests=0"},
      {u"无依申请公开相关内容。", "new_requests=0"},
      {u"没有收到公民、法人和其他组织的申请。", "new_requests=0"},
      {u"全年未接到一件政府信息公开申请。", "new_requests=0"},
      {u"未受理依申请公开事项。", "new_requests=0"},
      {u"收到政府信息公开申请0件。", "received=0"},
      {u"政府信息公开申请、行政复议、行政诉讼均为0件。", "suits=0 new_requests=0"},
      {u"政府信息公开行政复议为零。", "review=0"},
      {u"无上年结转申请。", "carried_over=0"},
      {u"未发生因政府信息公开引发的行政复议。", "review=0"},
      {u"无政府信息公开行政诉讼。", "suits=0"},
      {u"没有发生举报、投诉、行政复议、行政诉讼。", "review=0 suits=0"},
      {u"政府信息公开行政复议15件。", "review=15"},
      {u"政府信息公开行政复议5件，其中结果维持4件、尚未审结1件。", "review=4"},
      {u"因政府信息公开被提起行政诉讼29件。", "suits=29"},
      {u"政府信息公开诉讼未经复议直接起诉2件，复议后起诉2件。", "suits=2"},
      {u"政府信息公开行政复议和行政诉讼共9件。", "suits=9"},
      {u"信息公开类行政复议5件，均获维持。", "claim"},
      {u"政府信息公开行政复议5件，零纠错。", "claim"},
      {u"收到政府信息公开申请31件，已全部办结。", "claim"},
      {u"收到政府信息公开申请31件，均在法定期限内答复。", "claim"},
      {u"制发行政规范性文件6件，废止2件，现行有效20件。", "documents=6 documents=2 documents=20"},
      {u"发布信息420条，其中政策文件63条、工作动态294条、公示公告90条。", "sum"},
      {u"共10条，其中公告8条、动态5条。", "sum"},
      {u"承办热线工单2310件，按期办结2302件，按期办结率98.95%。", "share"},
      {u"发布信息64条，其中重点领域信息23条，占38.9%。", "share"},
      {u"办结32件，予以公开14件，占办结总数的33.76%。", "share"},
      {u"由100件增至120件，增长12%。", "growth"},
      {u"由120件降至150件，下降25%。", "growth"},
      {u"在政府网上共主动公开条。", "gap"},
      {u"予以公开14件、部分公开4，不予公开4件。", "gap"},
      {u"依申请公开中新收31件，上年结转3件，办结29件，结转下年2件。", "balance"},
  };
  int count = 0;
  for (const Wrong& c : cases) {
    EXPECT_EQ(complaints(c.text), c.want) << to_utf8(c.text) << "\n" << show(NarrativeReport(c.text, table));
    ++count;
  }
  EXPECT_GE(count, 50);
}

TEST(Traps, AWholeCountyReportOwnsTheCountysFigures) {
  const Values county = {{"new_requests", 407}, {"outcome_total", 407}};
  const auto held = [&](const char16_t* text) {
    return complaints(NarrativeReport(text, county, 2024, u"鹿鸣县人民政府"));
  };
  EXPECT_EQ(held(u"全县共收到政府信息公开申请407件。"), "");
  EXPECT_EQ(held(u"全县共收到政府信息公开申请470件。"), "received=470");
  EXPECT_EQ(held(u"我县收到政府信息公开申请470件。"), "received=470");
  // The office's own share beside it is no contradiction.
  EXPECT_EQ(held(u"全县共收到政府信息公开申请407件。县政府办公室收到政府信息公开申请61件。"), "");
}

TEST(Traps, BlanksAndUnreadCellsContradictNothing) {
  NarrativeReport made(u"收到政府信息公开申请5件。", {});
  const auto ref = *made.report.ref("requests", "new_requests", "total");
  ReportCell& cell = made.report.tables[1].cells[ref.row][ref.column];
  for (CellState state : {CellState::blank, CellState::unread, CellState::absent, CellState::text}) {
    cell.state = state;
    cell.value.reset();
    EXPECT_EQ(complaints(made), "");
  }
  cell.state = CellState::dash;
  EXPECT_EQ(complaints(made), "received=5");
}

TEST(Traps, ExactFiguresClaimACell) {
  const NarrativeReport made(u"新收政府信息公开申请13件，上年结转3件，约办结40件，办结32件。", table);
  std::string claims;
  for (const TextClaim& claim : read_figures(made.report).claims)
    claims += cell_id(*made.report.form, claim.cell) + "=" + to_utf8(claim.value.to_string()) + " ";
  // 办结 may or may not count those carried over, so it claims nothing while there are some.
  EXPECT_EQ(claims, "requests.new_requests.total=13 requests.carried_over.total=3 ");
}

}  // namespace
}  // namespace nianbao::testing
