// The form of 国办公开办函〔2021〕30号: report years 2021 and later, 200 cells. Data only.
#include "form/form.h"
#include "form/shared_parts.h"

namespace nianbao {
namespace {

constexpr FormColumn disclosure_1[] = {
    {"issued", u"本年制发件数", "issued this year"},
    {"repealed", u"本年废止件数", "repealed this year"},
    {"in_force", u"现行有效件数", "in force"},
};
constexpr FormColumn disclosure_2[] = {
    {"decisions", u"本年处理决定数量", "decisions this year"},
};
constexpr FormColumn disclosure_3[] = {
    {"decisions", u"本年处理决定数量", "decisions this year"},
};
constexpr FormColumn disclosure_4[] = {
    {"amount", u"本年收费金额（单位：万元）", "amount collected (10,000 yuan)"},
};

constexpr FormRow disclosure_rows[] = {
    {.key = "regulations", .label = u"规章", .english = "rules", .group = u"第二十条第（一）项", .columns = disclosure_1},
    {.key = "normative_documents", .label = u"行政规范性文件", .english = "administrative normative documents", .group = u"第二十条第（一）项", .columns = disclosure_1},
    {.key = "licences", .label = u"行政许可", .english = "administrative licensing", .group = u"第二十条第（五）项", .columns = disclosure_2},
    {.key = "penalties", .label = u"行政处罚", .english = "administrative penalties", .group = u"第二十条第（六）项", .columns = disclosure_3},
    {.key = "coercive_measures", .label = u"行政强制", .english = "administrative compulsion", .group = u"第二十条第（六）项", .columns = disclosure_3},
    {.key = "fees", .label = u"行政事业性收费", .english = "administrative and institutional charges", .group = u"第二十条第（八）项", .columns = disclosure_4},
};

// Short forms seen in reports.
constexpr std::u16string_view uncorrected_also[] = {u"逾期不补正", u"逾期未补正", u"申请人逾期不补正", u"申请人无正当理由逾期不补正"};
constexpr std::u16string_view fee_unpaid_also[] = {u"逾期不缴费", u"逾期未缴费", u"逾期不缴纳费用", u"申请人逾期未缴费",
                                                   u"申请人逾期未按收费通知要求缴纳费用"};

constexpr FormRow requests_rows[] = {
    {.key = "new_requests", .label = u"一、本年新收政府信息公开申请数量", .english = "1. requests newly received this year", .columns = applicant_columns},
    {.key = "carried_over", .label = u"二、上年结转政府信息公开申请数量", .english = "2. requests carried over from last year", .columns = applicant_columns},
    {.key = "disclosed", .label = u"（一）予以公开", .english = "(1) disclosed", .group = u"三、本年度办理结果", .columns = applicant_columns, .outcome = true},
    {.key = "partly_disclosed", .label = u"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", .english = "(2) partly disclosed", .group = u"三、本年度办理结果", .columns = applicant_columns, .outcome = true, .also = partly_disclosed_also},
    {.key = "refused_state_secret", .label = u"1.属于国家秘密", .english = "(3) 1. state secret", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_prohibited_by_law", .label = u"2.其他法律行政法规禁止公开", .english = "(3) 2. prohibited by other laws or administrative regulations", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_security_and_stability", .label = u"3.危及“三安全一稳定”", .english = "(3) 3. endangers security or stability", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_third_party_rights", .label = u"4.保护第三方合法权益", .english = "(3) 4. lawful rights of third parties", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_internal_affairs", .label = u"5.属于三类内部事务信息", .english = "(3) 5. internal affairs information", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_process_information", .label = u"6.属于四类过程性信息", .english = "(3) 6. process information", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_enforcement_file", .label = u"7.属于行政执法案卷", .english = "(3) 7. administrative enforcement file", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "refused_administrative_inquiry", .label = u"8.属于行政查询事项", .english = "(3) 8. matter for administrative inquiry", .group = u"（三）不予公开", .columns = applicant_columns, .outcome = true},
    {.key = "unavailable_not_held", .label = u"1.本机关不掌握相关政府信息", .english = "(4) 1. not held", .group = u"（四）无法提供", .columns = applicant_columns, .outcome = true},
    {.key = "unavailable_requires_creation", .label = u"2.没有现成信息需要另行制作", .english = "(4) 2. would have to be created", .group = u"（四）无法提供", .columns = applicant_columns, .outcome = true},
    {.key = "unavailable_still_unclear", .label = u"3.补正后申请内容仍不明确", .english = "(4) 3. still unclear after correction", .group = u"（四）无法提供", .columns = applicant_columns, .outcome = true},
    {.key = "unprocessed_petition", .label = u"1.信访举报投诉类申请", .english = "(5) 1. petition, report or complaint", .group = u"（五）不予处理", .columns = applicant_columns, .outcome = true},
    {.key = "unprocessed_repeated", .label = u"2.重复申请", .english = "(5) 2. repeated request", .group = u"（五）不予处理", .columns = applicant_columns, .outcome = true},
    {.key = "unprocessed_publication", .label = u"3.要求提供公开出版物", .english = "(5) 3. published material", .group = u"（五）不予处理", .columns = applicant_columns, .outcome = true},
    {.key = "unprocessed_excessive", .label = u"4.无正当理由大量反复申请", .english = "(5) 4. excessive without good reason", .group = u"（五）不予处理", .columns = applicant_columns, .outcome = true},
    {.key = "unprocessed_reconfirmation", .label = u"5.要求行政机关确认或重新出具已获取信息", .english = "(5) 5. confirm or reissue information already obtained", .group = u"（五）不予处理", .columns = applicant_columns, .outcome = true},
    {.key = "other_uncorrected", .label = u"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", .english = "(6) 1. not corrected in time", .group = u"（六）其他处理", .columns = applicant_columns, .outcome = true, .also = uncorrected_also},
    {.key = "other_fee_unpaid", .label = u"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", .english = "(6) 2. fee not paid in time", .group = u"（六）其他处理", .columns = applicant_columns, .outcome = true, .also = fee_unpaid_also},
    {.key = "other_remaining", .label = u"3.其他", .english = "(6) 3. other", .group = u"（六）其他处理", .columns = applicant_columns, .outcome = true},
    {.key = "outcome_total", .label = u"（七）总计", .english = "(7) total", .group = u"三、本年度办理结果", .columns = applicant_columns},
    {.key = "carried_forward", .label = u"四、结转下年度继续办理", .english = "4. carried forward to next year", .columns = applicant_columns},
};

constexpr std::u16string_view telltale[] = {u"制发件数", u"废止件数", u"现行有效件数", u"行政规范性文件", u"本年处理决定数量", u"本年收费金额", u"逾期未按收费通知要求"};

constexpr Form form = {
    .key = 2021,
    .citation = u"国办公开办函〔2021〕30号",
    .sections = sections,
    .tables = {{TableId::disclosure, "disclosure", u"表二", u"主动公开政府信息情况", disclosure_rows},
               {TableId::requests, "requests", u"表三", u"收到和处理政府信息公开申请情况", requests_rows, incoming, outgoing},
               {TableId::proceedings, "proceedings", u"表四", u"政府信息公开行政复议、行政诉讼情况", proceedings_rows}},
    .telltale = telltale,
};

}  // namespace

const Form& form_2021() { return form; }

}  // namespace nianbao
