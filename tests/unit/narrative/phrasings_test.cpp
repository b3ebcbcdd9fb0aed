// The ways in which reports say their numbers, each with the cell that it must meet.
#include <gtest/gtest.h>

#include "../../unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

struct Phrasing {
  const char16_t* text;
  Values cells;
  const char* want;  // a line a figure
  int year = 2024;
  const char16_t* agency = u"鹿鸣县财政局";
};

void expect(const Phrasing& p) {
  const NarrativeReport made(p.text, p.cells, p.year, p.agency);
  EXPECT_EQ(show(made), p.want) << to_utf8(p.text);
}

TEST(Phrasings, Received) {
  const Phrasing cases[] = {
      {u"全年新收政府信息公开申请数量3件，上年结转政府信息公开申请数量2件。",
       {{"new_requests", 3}, {"carried_over", 2}},
       "3件 new_requests matches new_requests\n2件 carried_over matches carried_over"},
      {u"2024年，本机关收到4件政府信息公开申请。",
       {{"new_requests", 4}},
       "4件 received matches new_requests"},
      {u"共收到信息公开申请7件，上年度结转1件；予以公开3件，无法提供4件，结转下年继续办理1件。",
       {{"new_requests", 7},
        {"carried_over", 1},
        {"disclosed", 3},
        {"unavailable_not_held", 4},
        {"outcome_total", 7},
        {"carried_forward", 1}},
       "7件 received matches new_requests\n1件 carried_over matches carried_over\n3件 outcome matches "
       "disclosed\n"
       "4件 outcome matches unavailable_not_held +unavailable_requires_creation +unavailable_still_unclear\n"
       "1件 carried_forward matches carried_forward"},
      {u"全市共收到依申请件927件，上年结转34件，办结930件，31件结转到2025年度继续办理。",
       {{"new_requests", 927}, {"carried_over", 34}, {"outcome_total", 930}, {"carried_forward", 31}},
       "927件 received matches new_requests\n34件 carried_over matches carried_over\n930件 concluded matches "
       "outcome_total\n"
       "31件 carried_forward matches carried_forward",
       2024,
       u"鹿鸣市人民政府"},
      {u"共收到政府信息公开申请5件，均在规定时限内完成答复。",
       {{"new_requests", 5}},
       "5件 received matches new_requests"},
      {u"我办共收到公开政府信息申请1件，已全部答复，办结率100%。",
       {{"new_requests", 1}},
       "1件 received matches new_requests\n100% nothing share_of"},
      {u"全年共收到政府信息依申请公开89件次，已经答复88件，1件结转下年度继续办理。",
       {{"new_requests", 89}, {"outcome_total", 88}, {"carried_forward", 1}},
       "89件次 received matches new_requests\n88件 replied matches outcome_total\n1件 carried_forward "
       "matches carried_forward"},
      {u"共收到公民、法人依申请公开事项55件，办结55件。",
       {{"new_requests", 55}, {"outcome_total", 55}},
       "55件 received matches new_requests\n55件 concluded matches outcome_total"},
      {u"累计收到政府信息公开申请27件，上年结转5件，17件结转下年办理。",
       {{"new_requests", 27}, {"carried_over", 5}, {"carried_forward", 17}},
       "27件 received matches new_requests\n5件 carried_over matches carried_over\n17件 carried_forward "
       "matches carried_forward"},
      {u"共收到政府信息公开申请31件，其中线上办理26件，线下办理5件。",
       {{"new_requests", 31}},
       "31件 received matches new_requests\n26件 nothing part_of_sum\n5件 nothing part_of_sum"},
      {u"共收到政府信息公开申请158件，较2024年增加31件，依法按时办结155件（含2024年结转办理3件），结转至2026"
       u"年办理6件。",
       {{"new_requests", 158}, {"carried_over", 3}, {"outcome_total", 155}, {"carried_forward", 6}},
       "158件 received matches new_requests\n31件 nothing growth_of\n155件 concluded matches outcome_total\n"
       "3件 carried_over matches carried_over\n6件 carried_forward matches carried_forward",
       2025},
      {u"共收到政府信息公开申请6件，上年结转1件，全年实际处理申请共计7件，均按时规范办结7件。",
       {{"new_requests", 6}, {"carried_over", 1}, {"outcome_total", 7}},
       "6件 received matches new_requests\n1件 carried_over matches carried_over\n7件 processed matches "
       "outcome_total\n"
       "7件 concluded matches outcome_total"},
      {u"全区共收到依申请公开件30件，上年度结转办理件1件，共办结24件，结转到2025年办理7件。",
       {{"new_requests", 30}, {"carried_over", 1}, {"outcome_total", 24}, {"carried_forward", 7}},
       "30件 received matches new_requests\n1件 carried_over matches carried_over\n24件 concluded matches "
       "outcome_total\n"
       "7件 carried_forward matches carried_forward",
       2024,
       u"鹿鸣区人民政府"},
      {u"全市全年新收政府信息公开申请1541件，加上上年结转的，除去本年度结转下年度办理的，共办理政府信息公开申"
       u"请1527件。",
       {{"new_requests", 1541}, {"outcome_total", 1527}},
       "1541件 new_requests matches new_requests\n1527件 processed matches outcome_total",
       2024,
       u"鹿鸣市人民政府"},
      {u"新收到依申请公开政府信息42件，答复依申请公开政府信息39件，结转下年度继续办理3件。",
       {{"new_requests", 42}, {"outcome_total", 39}, {"carried_forward", 3}},
       "42件 new_requests matches new_requests\n39件 replied matches outcome_total\n3件 carried_forward "
       "matches carried_forward"},
      {u"新收到依申请公开政府信息78件，结转上年度办理3件。其中，答复政府信息公开申请75件，结转下年度继续办理3"
       u"件。",
       {{"new_requests", 78}, {"carried_over", 3}, {"outcome_total", 78}, {"carried_forward", 3}},
       "78件 new_requests matches new_requests\n3件 carried_over matches carried_over\n75件 replied matches "
       "outcome_total -carried_over\n"
       "3件 carried_forward matches carried_forward",
       2025},
      {u"2025年，街道新收到依申请公开政府信息0件，上年结转申请0件。",
       {},
       "0件 new_requests matches new_requests\n0件 carried_over matches carried_over",
       2025},
      {u"收到依申请公开政府信息2件，已全部依法依规按时办结。上年结转申请0件，结转下年度继续办理0件。",
       {{"new_requests", 2}},
       "2件 received matches new_requests\n0件 carried_over matches carried_over\n0件 carried_forward "
       "matches carried_forward"},
      {u"收到政府信息公开申请3宗，已全部办结。", {{"new_requests", 3}}, "3宗 received matches new_requests"},
      {u"共接到依申请公开8个，均为个人申请，无律师代为申请。",
       {{"new_requests", 8}, {"requests.new_requests.individuals", 8}},
       "8个 received matches new_requests"},
      {u"我局在政府网站依申请公开系统中收到12封申请。",
       {{"new_requests", 12}},
       "12封 received matches new_requests"},
      {u"全年共收到依申请公开共9件。", {{"new_requests", 9}}, "9件 received matches new_requests"},
      {u"共接收政府信息公开申请0件。", {}, "0件 received matches new_requests"},
      {u"我局收到1件政府信息公开申请，结转至下一年度办理。",
       {{"new_requests", 1}, {"carried_forward", 1}},
       "1件 received matches new_requests\n结转至下一年度办理 carried_forward matches carried_forward"},
      {u"本年度共新收政府信息公开申请170件，上年结转15件。",
       {{"new_requests", 170}, {"carried_over", 15}},
       "170件 new_requests matches new_requests\n15件 carried_over matches carried_over"},
  };
  for (const Phrasing& p : cases) expect(p);
}

TEST(Phrasings, AcceptedAndHandled) {
  const Phrasing cases[] = {
      {u"共受理政府信息公开申请859件，答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请按照《条例"
       u"》顺延到下年度答复）。",
       {{"new_requests", 859}, {"carried_over", 18}, {"outcome_total", 805}, {"carried_forward", 72}},
       "859件 accepted matches new_requests\n805件 replied matches outcome_total\n18件 carried_over matches "
       "carried_over\n"
       "72件 carried_forward matches carried_forward"},
      {u"全市全年共收办政府信息公开申请案件3646件。",
       {{"new_requests", 3525}, {"carried_over", 121}},
       "3646件 accepted matches new_requests +carried_over",
       2024,
       u"鹿鸣市人民政府"},
      {u"全市全年共收办政府信息公开申请案件3607件（市政府349件、市各有关部门933件、沭阳县2325件）。",
       {{"new_requests", 3489}, {"carried_over", 118}},
       "3607件 accepted matches new_requests +carried_over\n349件 unknown part_of_sum\n933件 unknown "
       "part_of_sum\n2325件 unknown part_of_sum",
       2023,
       u"鹿鸣市人民政府"},
      {u"市政府本级、政府办办理政府信息公开申请61件，办结54件，结转下一年办理7件。",
       {{"new_requests", 58}, {"carried_over", 3}, {"outcome_total", 54}, {"carried_forward", 7}},
       "61件 processed matches new_requests +carried_over\n54件 concluded matches outcome_total\n7件 "
       "carried_forward matches carried_forward",
       2024,
       u"鹿鸣市人民政府办公室"},
      {u"全市各级行政机关共受理政府信息公开申请449件，结转下年度继续办理7件。",
       {{"new_requests", 449}, {"carried_forward", 7}},
       "449件 accepted matches new_requests\n7件 carried_forward matches carried_forward",
       2024,
       u"鹿鸣市人民政府"},
      {u"我市共受理群众政府信息公开申请54件，按时办结54件，办理上年结转2件。其中予以公开45件，结转下年度办理1"
       u"件。",
       {{"new_requests", 54},
        {"carried_over", 2},
        {"outcome_total", 55},
        {"disclosed", 45},
        {"carried_forward", 1}},
       "54件 accepted matches new_requests\n54件 concluded contradicts outcome_total\n2件 carried_over "
       "matches carried_over\n"
       "45件 outcome matches disclosed\n1件 carried_forward matches carried_forward",
       2024,
       u"鹿鸣市人民政府"},
      {u"全区共受理依申请公开案件430件，已全部按期办结。",
       {{"new_requests", 430}},
       "430件 accepted matches new_requests",
       2024,
       u"鹿鸣区人民政府"},
      {u"收到政府信息公开申请3件，不予公开（三类内部事务信息）3件。",
       {{"new_requests", 3}, {"refused_internal_affairs", 3}},
       "3件 received matches new_requests\n3件 outcome matches refused_internal_affairs"},
      {u"全区受理依申请公开件255件，办结255件，其中予以公开71件、部分公开5件、不予公开20件。",
       {{"new_requests", 250},
        {"carried_over", 6},
        {"outcome_total", 255},
        {"disclosed", 71},
        {"partly_disclosed", 5},
        {"refused_state_secret", 20}},
       "255件 accepted matches outcome_total\n255件 concluded matches outcome_total\n71件 outcome matches "
       "disclosed\n"
       "5件 outcome matches partly_disclosed\n20件 outcome matches refused_state_secret "
       "+refused_prohibited_by_law "
       "+refused_security_and_stability +refused_third_party_rights +refused_internal_affairs "
       "+refused_process_information "
       "+refused_enforcement_file +refused_administrative_inquiry",
       2024,
       u"鹿鸣区人民政府"},
      {u"全年共受理依申请公开事项133件。其中，予以公开46件，部分公开22件，不予处理0件，逾期未补正2件，其他处"
       u"理5件，结转下年度继续办理16件。",
       {{"new_requests", 133},
        {"disclosed", 46},
        {"partly_disclosed", 22},
        {"other_uncorrected", 2},
        {"other_remaining", 5},
        {"carried_forward", 16}},
       "133件 accepted matches new_requests\n46件 outcome matches disclosed\n22件 outcome matches "
       "partly_disclosed\n"
       "0件 outcome matches unprocessed_petition +unprocessed_repeated +unprocessed_publication "
       "+unprocessed_excessive +unprocessed_reconfirmation\n"
       "2件 outcome matches other_uncorrected\n5件 outcome matches other_fee_unpaid +other_remaining\n"
       "16件 carried_forward matches carried_forward"},
      {u"安镇街道共受理政府信息公开申请3件，均已按规定及时予以公开。",
       {{"new_requests", 3}, {"disclosed", 3}},
       "3件 accepted matches new_requests\n均已按规定及时予以公开 outcome matches disclosed",
       2025,
       u"鹿鸣区安镇街道办事处"},
      {u"共受理依申请公开21件，均已全部办结并予以答复。",
       {{"new_requests", 21}},
       "21件 accepted matches new_requests"},
      {u"区政府共收到依申请公开20件，19件已按照规定时限和程序答复，1件结转下年。",
       {{"new_requests", 20}, {"outcome_total", 19}, {"carried_forward", 1}},
       "20件 received matches new_requests\n19件 replied matches outcome_total\n1件 carried_forward matches "
       "carried_forward",
       2025,
       u"鹿鸣区人民政府"},
      {u"依法依规限时办结并公开来自信函、网络等渠道的政府信息公开申请23件。",
       {{"new_requests", 23}, {"outcome_total", 23}},
       "23件 concluded matches outcome_total"},
      {u"本年度，共受理政府信息公开申请2件，都在法定期限内予以答复。",
       {{"new_requests", 3}, {"outcome_total", 3}},
       "2件 accepted contradicts new_requests"},
  };
  for (const Phrasing& p : cases) expect(p);
}

TEST(Phrasings, None) {
  const Phrasing cases[] = {
      {u"2024年度我局共受理 0 件依申请公开。", {}, "0 件 accepted matches new_requests"},
      {u"2024年我局无依申请公开相关内容。", {}, "无依申请公开 new_requests matches new_requests"},
      {u"2024年未接收政府信息公开申请。", {}, "未接收政府信息公开申请 new_requests matches new_requests"},
      {u"全年未接到信息公开申请。", {}, "未接到信息公开申请 new_requests matches new_requests"},
      {u"管理区未收到任何单位和个人提出的政府信息公开申请。",
       {},
       "未收到任何单位和个人提出的政府信息公开申请 new_requests matches new_requests"},
      {u"全年未收到依申请公开件。", {}, "未收到依申请公开件 new_requests matches new_requests"},
      {u"未接收到政府信息公开申请。", {}, "未接收到政府信息公开申请 new_requests matches new_requests"},
      {u"全年没有收到依申请公开政府信息的申请。",
       {},
       "没有收到依申请公开政府信息的申请 new_requests matches new_requests"},
      {u"未收到依申请公开的政府信息。", {}, "未收到依申请公开的政府信息 new_requests matches new_requests"},
      {u"受理依申请公开政府信息数量共计0条。", {}, "0条 accepted matches new_requests"},
  };
  for (const Phrasing& p : cases) expect(p);
}

TEST(Phrasings, OutcomesAndApplicants) {
  const Phrasing cases[] = {
      {u"共收办政府信息公开申请3646件。予以公开1431件、部分公开471件、不予公开92件、无法提供941件、不予处理11"
       u"7件、作其他处理（含申请人主动撤回申请）469件、转下年度办理125件。",
       {{"new_requests", 3525},
        {"carried_over", 121},
        {"disclosed", 1431},
        {"partly_disclosed", 471},
        {"refused_state_secret", 92},
        {"unavailable_not_held", 941},
        {"unprocessed_petition", 117},
        {"other_remaining", 469},
        {"carried_forward", 125}},
       "3646件 accepted matches new_requests +carried_over\n1431件 outcome matches disclosed\n471件 outcome "
       "matches partly_disclosed\n"
       "92件 outcome matches refused_state_secret +refused_prohibited_by_law +refused_security_and_stability "
       "+refused_third_party_rights "
       "+refused_internal_affairs +refused_process_information +refused_enforcement_file "
       "+refused_administrative_inquiry\n"
       "941件 outcome matches unavailable_not_held +unavailable_requires_creation "
       "+unavailable_still_unclear\n"
       "117件 outcome matches unprocessed_petition +unprocessed_repeated +unprocessed_publication "
       "+unprocessed_excessive +unprocessed_reconfirmation\n"
       "469件 outcome matches other_uncorrected +other_fee_unpaid +other_remaining\n125件 carried_forward "
       "matches carried_forward"},
      {u"全年收到政府信息公开申请3607件。自然人申请3493件，法人或其他组织申请114件。",
       {{"new_requests", 3607},
        {"requests.new_requests.individuals", 3493},
        {"requests.new_requests.businesses", 100},
        {"requests.new_requests.other_organisations", 14}},
       "3607件 received matches new_requests\n3493件 applicants matches requests.new_requests.individuals\n"
       "114件 applicants matches requests.new_requests.businesses "
       "+requests.new_requests.research_institutions "
       "+requests.new_requests.public_interest_organisations +requests.new_requests.legal_service_providers "
       "+requests.new_requests.other_organisations",
       2023},
      {u"予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%"
       u"。",
       {{"disclosed", 258},
        {"partly_disclosed", 17},
        {"requests.disclosed.individuals", 258},
        {"refused_state_secret", 35},
        {"unavailable_not_held", 265},
        {"unavailable_still_unclear", 72},
        {"outcome_total", 805}},
       "258件 outcome contradicts disclosed +partly_disclosed\n33.9% nothing share_of\n"
       "35件 outcome matches refused_state_secret +refused_prohibited_by_law +refused_security_and_stability "
       "+refused_third_party_rights "
       "+refused_internal_affairs +refused_process_information +refused_enforcement_file "
       "+refused_administrative_inquiry\n"
       "4.34% nothing share_of\n265件 outcome matches unavailable_not_held\n32.9% nothing share_of"},
      {u"予以公开及部分公开18件，占100%。",
       {{"disclosed", 10}, {"partly_disclosed", 8}, {"outcome_total", 18}},
       "18件 outcome matches disclosed +partly_disclosed\n100% nothing share_of"},
      {u"其中予以公开或部分公开占58.5%、不予公开占7.3%、其他情况占5.2%。",
       {{"outcome_total", 1527}},
       "58.5% nothing share_of\n7.3% nothing share_of\n5.2% nothing share_of"},
      {u"其中，予以公开答复966件，占66.48%；部分公开67，占4.61%。",
       {{"disclosed", 966}, {"partly_disclosed", 67}, {"outcome_total", 1453}},
       "966件 outcome matches disclosed\n66.48% nothing share_of\n67 outcome matches partly_disclosed\n4.61% "
       "nothing share_of"},
  };
  for (const Phrasing& p : cases) expect(p);
}

TEST(Phrasings, ReviewAndLitigation) {
  const Values t4 = {{"proceedings.review.total", 7},
                     {"proceedings.review.upheld", 5},
                     {"proceedings.review.pending", 2},
                     {"proceedings.direct_suits.total", 4},
                     {"proceedings.suits_after_review.total", 5}};
  const char* both =
      "7件 review matches proceedings.review.total\n9件 suits matches proceedings.direct_suits.total "
      "+proceedings.suits_after_review.total";
  const Phrasing cases[] = {
      {u"信息公开类行政复议7件，诉讼9件，均获维持。", t4, both},
      {u"依申请公开工作平稳，行政复议7件，复议后起诉5件。", t4,
       "7件 review matches proceedings.review.total\n5件 suits matches proceedings.suits_after_review.total"},
      {u"因政府信息公开产生行政复议7件和行政诉讼9件。", t4, both},
      {u"政府信息公开行政复议案件5件，结果维持3件，结果纠正1件，正在复议1件；起诉案件1件，正在审理中；结转起"
       u"诉案件2件，结果维持。",
       {{"proceedings.review.total", 5},
        {"proceedings.review.upheld", 3},
        {"proceedings.review.corrected", 1},
        {"proceedings.review.pending", 1},
        {"proceedings.direct_suits.total", 1},
        {"proceedings.direct_suits.pending", 1}},
       "5件 review matches proceedings.review.total\n3件 review matches proceedings.review.upheld\n1件 "
       "review matches proceedings.review.corrected\n"
       "1件 review matches proceedings.review.pending\n"
       "1件 suits matches proceedings.direct_suits.total +proceedings.suits_after_review.total\n"
       "正在审理中 suits matches proceedings.direct_suits.pending +proceedings.suits_after_review.pending\n"
       "2件 suits not_about_tables\n结果维持 suits not_about_tables",
       2025},
      {u"信息公开行政复议案件3件，维持1件，纠正1件，撤销复议申请1件。",
       {{"proceedings.review.total", 3},
        {"proceedings.review.upheld", 1},
        {"proceedings.review.corrected", 1},
        {"proceedings.review.other", 1}},
       "3件 review matches proceedings.review.total\n1件 review matches proceedings.review.upheld\n1件 "
       "review matches proceedings.review.corrected\n"
       "1件 review matches proceedings.review.other",
       2025},
      {u"政府信息公开行政复议1件（申请人撤回结案）、行政诉讼0件。",
       {{"proceedings.review.total", 1}, {"proceedings.review.other", 1}},
       "1件 review matches proceedings.review.total\n申请人撤回结案 review matches proceedings.review.other\n"
       "0件 suits matches proceedings.direct_suits.total +proceedings.suits_after_review.total"},
      {u"全年因政府信息公开申请引起的行政复议93件，行政诉讼19件。",
       {{"proceedings.review.total", 93}, {"proceedings.direct_suits.total", 19}},
       "93件 review matches proceedings.review.total\n19件 suits matches proceedings.direct_suits.total "
       "+proceedings.suits_after_review.total"},
      {u"全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。",
       {{"proceedings.review.total", 170}, {"proceedings.direct_suits.total", 77}},
       "134件 nothing not_about_tables\n57件 nothing not_about_tables",
       2024,
       u"鹿鸣市人民政府"},
      {u"全年未因政府信息公开申请工作产生行政复议和行政诉讼问题。",
       {},
       "未因政府信息公开申请工作产生行政复议 review matches proceedings.review.total\n"
       "未因政府信息公开申请工作产生行政复议和行政诉讼 suits matches proceedings.direct_suits.total "
       "+proceedings.suits_after_review.total"},
      {u"未发生因政府信息公开引发的行政复议案和行政诉讼案件。",
       {},
       "未发生因政府信息公开引发的行政复议案 review matches proceedings.review.total\n"
       "未发生因政府信息公开引发的行政复议案和行政诉讼案件 suits matches proceedings.direct_suits.total "
       "+proceedings.suits_after_review.total"},
      {u"未出现因答复不当引起的行政复议。", {}, ""},
      {u"无政府信息公开申请行政复议、行政诉讼。",
       {},
       "无政府信息公开申请行政复议 review matches proceedings.review.total\n"
       "无政府信息公开申请行政复议、行政诉讼 suits matches proceedings.direct_suits.total "
       "+proceedings.suits_after_review.total"},
      {u"依申请公开办理规范，全年发生行政诉讼案件9件。", t4,
       "9件 suits matches proceedings.direct_suits.total +proceedings.suits_after_review.total"},
  };
  for (const Phrasing& p : cases) expect(p);
}

TEST(Phrasings, Documents) {
  const std::string norm = "disclosure.normative_documents.";
  const Phrasing cases[] = {
      {u"共制发行政规范性文件6个，废止行政规范性文件6个。",
       {{norm + "issued", 6}, {norm + "repealed", 6}},
       "6个 documents matches disclosure.normative_documents.issued\n6个 documents matches "
       "disclosure.normative_documents.repealed"},
      {u"制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。",
       {{norm + "issued", 4}, {norm + "in_force", 20}},
       "4件 documents matches disclosure.normative_documents.issued\n0件 documents matches "
       "disclosure.normative_documents.repealed\n"
       "20件 documents matches disclosure.normative_documents.in_force"},
      {u"全年新制发规章0件、行政规范性文件4件。",
       {{norm + "issued", 5}},
       "0件 documents matches disclosure.regulations.issued\n4件 documents contradicts "
       "disclosure.normative_documents.issued"},
      {u"清理区本级规范性文件0件，保留4件，新制发1件。",
       {{norm + "issued", 1}, {norm + "in_force", 5}},
       "0件 documents matches disclosure.normative_documents.repealed\n"
       "4件 documents matches disclosure.normative_documents.in_force "
       "-disclosure.normative_documents.issued\n"
       "1件 documents matches disclosure.normative_documents.issued",
       2025,
       u"鹿鸣区人民政府"},
      {u"制发行政规范性文件6个，清理失效文件4个，现行有效行政规范性文件18个。",
       {{norm + "issued", 6}, {norm + "repealed", 4}, {norm + "in_force", 18}},
       "6个 documents matches disclosure.normative_documents.issued\n4个 documents matches "
       "disclosure.normative_documents.repealed\n"
       "18个 documents matches disclosure.normative_documents.in_force",
       2025},
      {u"梳理出继续有效规范性文件25件，废止规范性文件4件。",
       {{norm + "in_force", 25}, {norm + "repealed", 4}},
       "25件 documents matches disclosure.normative_documents.in_force\n4件 documents matches "
       "disclosure.normative_documents.repealed",
       2025},
      {u"主动公开市政府规章13件（含新制定5件，修改4件，废止4件），主动公开市政府和市政府办公厅行政规范性文件4"
       u"2件。",
       {{"disclosure.regulations.issued", 5}, {"disclosure.regulations.repealed", 4}, {norm + "issued", 42}},
       "13件 documents part_of_sum\n5件 documents matches disclosure.regulations.issued\n4件 documents "
       "part_of_sum\n"
       "4件 documents matches disclosure.regulations.repealed\n42件 documents matches "
       "disclosure.normative_documents.issued",
       2022,
       u"鹿鸣市人民政府"},
      {u"2024年以来现行有效的行政规范性文件0件。",
       {},
       "0件 documents matches disclosure.normative_documents.in_force"},
  };
  for (const Phrasing& p : cases) expect(p);
}

}  // namespace
}  // namespace nianbao::testing
