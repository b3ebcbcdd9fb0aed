// What both forms share: the applicant columns of 表三, the whole of 表四, the six section titles.
#pragma once

#include "form/form.h"

namespace nianbao {

inline constexpr FormColumn applicant_columns[] = {
    {"individuals", u"自然人", "natural persons"},
    {"businesses", u"商业企业", "business enterprises", u"法人或其他组织"},
    {"research_institutions", u"科研机构", "research institutions", u"法人或其他组织"},
    {"public_interest_organisations", u"社会公益组织", "public-interest organisations", u"法人或其他组织"},
    {"legal_service_providers", u"法律服务机构", "legal-service bodies", u"法人或其他组织"},
    {"other_organisations", u"其他", "other", u"法人或其他组织"},
    {"total", u"总计", "total"},
};

inline constexpr std::u16string_view partly_disclosed_also[] = {u"部分公开"};
inline constexpr std::u16string_view new_requests_also[] = {u"一、本年新收申请数量", u"一、本年新收申请",
                                                            u"一、本年新收信息公开申请数量"};
inline constexpr std::u16string_view carried_over_also[] = {u"二、上年结转申请数量", u"二、上年结转申请",
                                                            u"二、上年结转信息公开申请数量"};

inline constexpr std::string_view incoming[] = {"new_requests", "carried_over"};
inline constexpr std::string_view outgoing[] = {"outcome_total", "carried_forward"};

inline constexpr FormColumn result_columns[] = {
    {"upheld", u"结果维持", "upheld"},
    {"corrected", u"结果纠正", "corrected"},
    {"other", u"其他结果", "other outcome"},
    {"pending", u"尚未审结", "pending"},
    {"total", u"总计", "total"},
};

inline constexpr FormRow proceedings_rows[] = {
    {.key = "review", .label = u"行政复议", .english = "administrative review", .columns = result_columns},
    {.key = "direct_suits",
     .label = u"未经复议直接起诉",
     .english = "litigation without prior review",
     .group = u"行政诉讼",
     .columns = result_columns},
    {.key = "suits_after_review",
     .label = u"复议后起诉",
     .english = "litigation after review",
     .group = u"行政诉讼",
     .columns = result_columns},
};

// Variants seen in reports, the wording of 《条例》第五十条 among them.
inline constexpr std::u16string_view accepted_1[] = {u"政务公开总体情况", u"政府信息公开总体情况",
                                                     u"政府信息公开工作总体情况"};
inline constexpr std::u16string_view wrong_1[] = {u"概述", u"工作概况", u"基本情况", u"工作情况"};
inline constexpr std::u16string_view accepted_2[] = {
    u"行政机关主动公开政府信息情况", u"行政机关主动公开政府信息的情况", u"主动公开政府信息的情况"};
inline constexpr std::u16string_view wrong_2[] = {u"主动公开情况", u"主动公开政府信息"};
inline constexpr std::u16string_view accepted_3[] = {
    u"行政机关收到和处理政府信息公开申请情况", u"行政机关收到和处理政府信息公开申请的情况",
    u"收到处理政府信息公开申请情况", u"收到和处理政府信息公开申请的情况"};
inline constexpr std::u16string_view wrong_3[] = {u"依申请公开政府信息情况", u"依申请公开信息情况",
                                                  u"依申请公开情况"};
inline constexpr std::u16string_view accepted_4[] = {
    u"因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    u"因政府信息公开工作被申请行政复议、提起行政诉讼的情况", u"政府信息公开行政复议、提起行政诉讼情况",
    u"政府信息公开行政复议及行政诉讼情况", u"政府信息公开行政复议和行政诉讼情况"};
inline constexpr std::u16string_view wrong_4[] = {u"行政复议和诉讼情况", u"行政复议、行政诉讼情况"};
inline constexpr std::u16string_view accepted_5[] = {u"政府信息公开工作存在的主要问题及改进情况",
                                                     u"存在的主要问题和改进情况", u"存在主要问题及改进情况"};
inline constexpr std::u16string_view wrong_5[] = {u"存在问题及改进措施",   u"存在的主要问题及改进措施",
                                                  u"存在的问题及改进措施", u"存在问题及改进情况",
                                                  u"工作不足及改进情况",   u"存在问题",
                                                  u"存在的问题",           u"存在的主要问题"};
inline constexpr std::u16string_view accepted_6[] = {u"其他需要报告事项", u"其他报告的事项",
                                                     u"其它需要报告的事项", u"需要报告的其他事项"};
inline constexpr std::u16string_view wrong_6[] = {u"下一步工作打算", u"下一步工作安排", u"下一步工作计划"};

inline constexpr FormSection sections[] = {
    {1, u"一", u"总体情况", accepted_1, wrong_1},
    {2, u"二", u"主动公开政府信息情况", accepted_2, wrong_2},
    {3, u"三", u"收到和处理政府信息公开申请情况", accepted_3, wrong_3},
    {4, u"四", u"政府信息公开行政复议、行政诉讼情况", accepted_4, wrong_4},
    {5, u"五", u"存在的主要问题及改进情况", accepted_5, wrong_5},
    {6, u"六", u"其他需要报告的事项", accepted_6, wrong_6},
};

}  // namespace nianbao
