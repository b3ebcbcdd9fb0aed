#include "narrative/vocabulary.h"

#include <algorithm>
#include <bitset>
#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/sorting.h"

namespace nianbao::prose {
namespace {

// Words of one meaning, separated by blanks. Where two words begin at the same place the longer one is taken,
// so an exception is just a longer word with another meaning.
struct Group {
  Senses senses;
  std::string_view key;
  std::u16string_view words;
};

using namespace sense;  // NOLINT(google-build-using-namespace): the table below is nothing but senses

// Words made of a stem and an ending, each with each: 依申请公开 + 件, 事项, 申请; a stem may stand alone
// where `alone` says so.
struct Formation {
  Senses senses;
  bool alone;
  std::u16string_view stems, endings;
};

constexpr std::u16string_view request_nouns =
    u"申请 申请件 申请案件 申请办件 的申请事项 申请事项 申请办理事项 的申请 相关申请 请求 的请求 诉求 信件 "
    u"函件 来函 申请信件 申请函件 申请信函";

constexpr Formation formations[] = {
    {request | disclosure, false,
     u"政府信息公开 信息公开 政务信息公开 政务公开 公开政府信息 公开信息 政府信息 获取政府信息 获取信息 "
     u"查阅政府信息",
     request_nouns},
    {request | disclosure, true,
     u"依申请公开 依申请公开政府信息 依申请公开的政府信息 依申请公开信息 依申请公开的信息 依申请公开政务信息 "
     u"依申请信息 依申请政府信息公开 依申请信息公开 政府信息公开依申请 政府信息依申请公开 信息依申请公开 "
     u"政府信息依申请 依申请需要公开 申请公开 申请公开政府信息 申请公开信息 申请政府信息公开 申请信息公开 "
     u"申请政府信息 申请公开的政府信息 申请的政府信息 申请获取政府信息 申请获取的政府信息",
     u"件 案件 办件 来件 信件 函件 来函 工单 事项 办理事项 事务 事宜 申请 申请件 申请案件 申请事项 的申请 "
     u"请求 的请求 诉求"},
    {carry | last_year, false, u"上年 上年度 上一年 上一年度 去年",
     u"结转 接转 转入 转来 转至 转至今年 转到今年 转入今年 转至本年 转结 遗留 遗留待办 遗留、待办 延续 "
     u"未办结 未办完 剩余 顺延 结余 未办结顺延 未办完顺延"},
    {carry | last_year, false, u"年初 期初 以前年度 往年 上年末 以往年度",
     u"结转 转入 在办 在办件 未办结 接转"},
    {carry | next_year, false, u"年末 期末 年底", u"结转 转出 在办 在办件 未办结 尚未办结"},
    {suit | after, false,
     u"经复议 经行政复议 经复议后 经行政复议后 复议后 行政复议后 不服复议决定 不服行政复议决定 不服复议结果 "
     u"对复议决定不服 对行政复议决定不服",
     u"起诉 起诉的 提起诉讼 提起诉讼的 提起行政诉讼 提起行政诉讼的 诉讼 行政诉讼 再起诉 又起诉 再提起诉讼 "
     u"又提起诉讼 向人民法院起诉 向人民法院提起诉讼 被起诉 被提起诉讼 被提起行政诉讼"},
    {suit | direct, false, u"未经复议 未经行政复议 不经复议 未申请复议 未申请行政复议",
     u"起诉 起诉的 直接起诉 直接起诉的 提起诉讼 直接提起诉讼 提起行政诉讼 直接提起行政诉讼 诉讼 直接诉讼 "
     u"直接行政诉讼 直接向人民法院起诉 直接向人民法院提起诉讼"},
    {wide, false, u"全市 全县 全区 全省 全州 全旗 全盟",
     u"各行政机关 行政机关 各级行政机关 各单位 各部门 各级各部门 各部门各单位 各镇街 各有关单位 政府部门"},
    {including, false,
     u"从受理层级 从层级 从渠道 从申请渠道 从申请方式 从申请人 从申请主体 从申请内容 从内容 从类型 从来源 "
     u"从类别 从申请类型 从受理渠道 从提交方式 从办理结果 从答复结果",
     u"看 来看 上看 分 统计"},
    {including, false,
     u"按申请内容 按申请事项 按申请类型 按主题 按照主题 按照内容 按照申请内容 按信息主题 按领域 按内容类别 "
     u"按受理层级 按受理单位 按单位 按部门 按受理部门 按层级 按渠道 按申请渠道 按申请方式 按申请人 "
     u"按申请主体 按申请人类型 按内容 按类型 按来源 按类别 按信息类别 按公开渠道 按结果 按办理结果 "
     u"按答复结果",
     u"分 划分 分类 统计 区分 来分 看 分为 分别为"},
    {channel, false,
     u"网上 线上 线下 信函 信件 当面 邮寄 邮递 信息公开平台 邮件 电子邮件 传真 现场 网络 网络平台 网站 "
     u"网站平台 在线 书面 来信 来函 平台 互联网 微信 电话 口头 邮政 快递 其他 其它",
     u"申请 申请的 提交 提交的 提交申请 提交申请的 提出 提出的 提出申请 渠道申请 方式申请 平台申请 申请件 "
     u"申请方式 受理 接收"},
};

constexpr Group groups[] = {
    // --- requests ------------------------------------------------------------------------------------------
    {request, "",
     u"公民、法人和其他组织的申请 公民、法人或其他组织的申请 公民、法人或者其他组织的申请 "
     u"公民、法人及其他组织的申请"},
    {request, "",
     u"公民、法人和其他组织申请 公民、法人或者其他组织申请 公民、法人和其他组织提出的申请 社会公众的申请"},
    {request, "", u"依申请件"},
    {request | disclosure, "",
     u"公民、法人和其他组织申请公开政府信息 公民、法人或者其他组织申请公开政府信息 "
     u"公民、法人或其他组织申请公开政府信息 公民、法人和其他组织申请公开信息"},
    {request | disclosure | sense::take, "", u"收政府信息公开申请 收信息公开申请 收依申请公开申请"},
    {application, "", u"申请 申请件 申请案件 申请事项 申请书 申请数量 申请量"},
    {these, "", u"上述 以上 这些 所收到的"},
    {these | conclude, "",
     u"办结件中 办结申请中 已办结申请中 办结的申请中 办结件当中 已答复申请中 答复件中 办结事项中"},
    {these, "", u"申请中 新收申请中 新收申请当中 收到的申请中 受理的申请中 申请当中 申请件中 申请事项中"},
    {request | these, "", u"上述申请 以上申请 上述申请件 以上申请件 上述申请事项 所有申请"},
    {request | these, "",
     u"依申请公开件中 依申请公开申请中 依申请公开事项中 政府信息公开申请中 信息公开申请中 依申请件中"},
    {glue, "",
     u"申请人 申请人的 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 "
     u"公民、法人及其他组织"},
    {glue, "",
     u"自然人、法人和其他组织 自然人、法人或者其他组织 自然人、法人或其他组织 社会公众 任何单位和个人 "
     u"单位和个人 群众"},
    {application | soft, "", u"提交申请 递交申请"},
    {none, "",
     u"申请渠道 申请方式 申请条件 申请理由 申请内容 可申请 可以申请 提出申请 申请办理 申请流程 申请人民法院"},
    {foreign | cases, "",
     u"办事申请 许可申请 业务申请 补贴申请 登记申请 备案申请 申请材料 申请表 救助申请 行政许可申请 服务申请"},
    {foreign, "",
     u"依申请事项 依申请类事项 依申请六类事项 依申请政务服务事项 依申请类政务服务事项 依申请权力事项"},
    // --- what is done with them ----------------------------------------------------------------------------
    {take_new | application, "", u"新增申请 新增依申请公开申请 新增公开申请"},
    {take_new, "", u"新收 新收到 新接收 新接到 新受理 新收办 新收取"},
    {take, "", u"需办理 需要办理 登记 收到 接收 接收到 接到 收到过 接到过 接收过"},
    {accept, "", u"受理 收办 承办 共受理 受理了 接办"},
    {process, "", u"应办 应办理 应办件 牵头办理 办理 处理 处置 实际处理 实际办理 共办理"},
    {conclude, "",
     u"在办结 在办结的 在已办结的 已办结的 办结 审结 审结答复 实办 实际办结 办毕 办复 已办复 办理结果总计 "
     u"办理结果共计 办理结果合计 已办结 办理完毕 办理完结 办理完成 处理完毕 处理完成 办结完成 办理答复完成 "
     u"答复完成 完成办理答复 办理答复完毕 答复办结 按期办结 按时办结 依法办结 完成办理"},
    {reply, "",
     u"答复 回复 予以答复 作出答复 已答复 进行答复 予以回复 出具答复 给予答复 完成答复 依法答复 书面答复 "
     u"书面回复 进行书面答复 进行书面回复"},
    {carry, "", u"结转 转办至 顺延 结转到 结转至 结转办理 转结 结转的 接转 转入 递延至 延续至 延期至"},
    {carry | next_year, "",
     u"转接下年 转接下年度 转接下年度办理 转结下年度 转结下年 下年继续办理 下年度继续办理 下一年继续办理 "
     u"下一年度继续办理 次年继续办理 明年继续办理 转下年继续办理 转下年 转下年度 转入下年 转入下年度 "
     u"转至下年 转至下年度 结转下年 结转下年度 结转下一年 结转下一年度"},
    {carry | next_year, "",
     u"结转至下年 结转至下年度 结转至下一年度 结转到下年 结转到下年度 结转到下一年度 结转次年 转次年 "
     u"结转明年 下年度结转 下年结转 下一年度结转 下一年结转 次年结转 跨年办理"},
    {carry | next_year, "",
     u"转入下一年 转入下一年度 转至下一年 转至下一年度 转到下年 转到下年度 转到下一年 转到下一年度 转下一年 "
     u"转下一年度 转入次年 转至次年 转到次年"},
    {carry | next_year, "",
     u"移至下年 移至下年度 移至下一年度 延至下年 延至下年度 延至下一年度 留待下年 留待下年度 留待下一年度 "
     u"留待次年 跨年度办理 跨年度继续办理"},
    {carry | last_year, "", u"结转上年 结转上年度 结转上一年 往年结转 结转上年的"},
    {last_year, "",
     u"上年 上年度 上一年 上一年度 去年 前一年 上年末 上年同期 去年同期 上年度同期 以往年度 往年"},
    {last_year | than, "",
     u"较上年同期 较去年同期 比上年同期 比去年同期 较上年 较去年 比上年 比去年 较上年度 较上一年 比上年度 "
     u"比上一年 与上年相比 与去年相比 同上年相比"},
    {next_year, "", u"下年 下年度 下一年 下一年度 次年 翌年 来年 明年"},
    {pending, "",
     u"正在办理 正在办理中 尚在办理 未办结 尚未办结 在办 正在处理 尚未答复 办理中 仍在办理 仍在办理中 "
     u"尚在办理中 尚在法定期限内 尚在办理期限内 尚在法定办理期限内 尚在法定时限内 尚在办理时限内 "
     u"尚在答复期限内 仍在法定期限内 仍在法定办理期限内 仍在办理期限内 仍在法定时限内 仍在办理时限内 "
     u"处于办理期限内 未到答复期限 尚未办理 未办理 尚未办理完毕 尚有 还有 仍有 尚余 尚剩"},
    {outcome, "disclosed", u"予以公开 同意公开 准予公开 决定公开 予以全部公开 全部公开 全文公开"},
    {outcome, "disclosed", u"全部或"},  // 全部或部分公开
    {outcome, "partly_disclosed",
     u"部分公开 予以部分公开 部分予以公开 部分准予公开 部分同意公开 同意部分公开 准予部分公开 区分处理"},
    {outcome | soft, "partly_disclosed", u"部分内容可公开 部分内容公开 可部分公开"},
    {outcome, "refused", u"不予公开 决定不予公开"},
    {outcome, "unavailable", u"无法提供 不能提供 信息无法提供 无法提供信息"},
    {outcome, "unprocessed", u"不予处理"},
    {outcome | soft, "unprocessed_petition",
     u"不作为政府信息公开申请处理 不作为信息公开申请处理 不按政府信息公开申请处理"},
    {outcome, "other", u"其他处理 作其他处理 作出其他处理 其他方式处理"},
    {outcome | soft, "other", u"其他情况 其他情形 其他答复"},
    {outcome, "refused_state_secret", u"属于国家秘密 涉及国家秘密"},
    {outcome, "refused_prohibited_by_law",
     u"其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开"},
    {outcome, "refused_security_and_stability", u"三安全一稳定 危及\"三安全一稳定\" 危及三安全一稳定"},
    {outcome, "refused_third_party_rights", u"保护第三方合法权益 第三方合法权益"},
    {outcome, "refused_internal_affairs", u"三类内部事务信息 属于三类内部事务信息 内部事务信息"},
    {outcome, "refused_process_information", u"四类过程性信息 属于四类过程性信息 过程性信息"},
    {outcome, "refused_enforcement_file", u"行政执法案卷 属于行政执法案卷 行政执法案卷信息"},
    {outcome, "refused_administrative_inquiry", u"行政查询事项 属于行政查询事项"},
    {outcome, "unavailable_not_held",
     u"不掌握相关政府信息 本机关不掌握相关政府信息 不掌握该信息 不掌握相关信息 本机关不掌握"},
    {outcome | soft, "unavailable_not_held",
     u"信息不存在 政府信息不存在 不存在该信息 非本机关负责公开 不属于本机关 不属于本机关公开 "
     u"不属于本机关负责 不属于本机关负责公开 不属于本行政机关 不属于本行政机关公开 不属于本行政机关负责公开 "
     u"非本行政机关 非本机关 非本机关掌握 非本部门掌握 非本单位掌握 非本机关公开 不属于本单位 不属于本部门 "
     u"不属于我局 不属于本机关职责范围 不属于本机关公开范围 不属于本机关公开职责"},
    {outcome, "unavailable_requires_creation",
     u"没有现成信息需要另行制作 没有现成信息 另行制作 需要另行制作 需另行制作"},
    {outcome, "unavailable_still_unclear",
     u"补正后申请内容仍不明确 申请内容仍不明确 补正后仍不明确 内容不明确"},
    {outcome, "unprocessed_petition",
     u"信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类 信访投诉举报类申请"},
    {outcome, "unprocessed_repeated", u"重复申请 不再重复处理 不予重复处理 不重复处理 不重复答复"},
    {outcome, "unprocessed_publication", u"要求提供公开出版物 公开出版物"},
    {outcome, "unprocessed_excessive", u"无正当理由大量反复申请 大量反复申请"},
    {outcome, "unprocessed_reconfirmation",
     u"要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息"},
    {outcome, "other_uncorrected",
     u"逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 "
     u"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 逾期不补正、行政机关不再处理 "
     u"逾期不补正不再处理"},
    {outcome, "other_fee_unpaid",
     u"逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 "
     u"逾期未缴费 逾期未缴纳费用 逾期未缴纳 逾期未缴 未按期缴费 逾期不缴纳"},
    {outcome | soft, "other_remaining",
     u"撤回申请 主动撤回 撤回 撤件 撤销申请 主动撤件 主动撤回申请 申请人撤销 申请人主动撤销 主动撤销申请 "
     u"自愿撤回 自愿撤回申请"},
    {none, "", u"登记为 不属于政府信息 非政府信息 告知其他途径 告知获取途径 告知查询途径 告知相关途径"},
    {glue, "",
     u"申请人主动撤回申请 告知 告知申请人 决定 答复决定 告知书 因 原因 作出 出具 认定 认定为 认定属于 连同 "
     u"加上 不服 人民法院 法院 判决"},
    {none, "", u"予以公开的理由 不予公开的理由 信息公开办理结果 办理结果 处理决定"},
    // --- who asked -----------------------------------------------------------------------------------------
    {applicant, "individuals", u"自然人 自然人申请 自然人提交"},
    {applicant | soft, "individuals", u"公民 个人 个人申请 公民申请"},
    {applicant, "individuals", u"公民个人 公民个人申请"},
    {applicant | organisation, "",
     u"法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人或其他组织申请 法人、其他组织 "
     u"法人和其他组织申请"},
    {applicant | soft | organisation, "", u"法人"},
    {applicant | soft, "other_organisations", u"其他组织"},
    {applicant, "businesses", u"商业企业 商业企业申请"},
    {applicant, "research_institutions", u"科研机构 科研机构申请"},
    {applicant, "public_interest_organisations", u"社会公益组织 社会公益组织申请"},
    {applicant, "legal_service_providers", u"法律服务机构 法律服务机构申请"},
    // --- review and litigation -----------------------------------------------------------------------------
    {disclosure, "",
     u"信息公开事项 政府信息公开事项 信息公开事宜 政府信息公开事宜 信息公开问题 政府信息公开问题 "
     u"信息公开答复 政府信息公开答复 信息公开行为"},
    {disclosure, "",
     u"政府信息公开事务 信息公开事务 政府信息公开 信息公开 政务公开 信息公开类 信息公开领域 政府信息公开工作 "
     u"政务信息公开 政府信息公开类"},
    {review, "",
     u"行政复议 行政复议案件 行政复议申请 复议 复议案件 复议申请 行政复议案 被申请行政复议 行政复议件 "
     u"申请行政复议 申请复议 提起复议 提起行政复议 复议案"},
    {review | suit, "",
     u"复议诉讼 复议诉讼案件 复议应诉案件 行政复议诉讼案件 复议、诉讼 复议、诉讼案件 行政争议 行政争议案件 "
     u"行政复议诉讼 行政复议及诉讼"},
    {suit, "",
     u"行政诉讼 行政诉讼案件 行政诉讼案 诉讼 诉讼案件 起诉案件 起诉 被提起行政诉讼 提起行政诉讼 提起诉讼 "
     u"行政诉讼件 被诉案件 官司"},
    {suit | soft, "", u"行政应诉 应诉案件 应诉 行政应诉案件 出庭应诉 涉诉 涉诉案件 被诉讼"},
    {as_body, "",
     u"行政复议机关 行政复议机构 复议机关 复议机构 作为行政复议机构 作为行政复议机关 作为复议机关 审理 代理 "
     u"不限于信息公开领域"},
    {as_body, "",
     u"除信息公开外 除政府信息公开外 除政务公开外 与信息公开无关 与政府信息公开无关 非信息公开类"},
    {glue, "", u"及责任追究 和责任追究 以及责任追究 、责任追究 及被责任追究 及追责"},
    {as_body, "",
     u"审理各类行政复议案件 各类行政复议案件 各类行政复议 受理行政复议 收到行政复议申请 行政复议应诉"},
    {filed, "", u"备案"},
    {as_body, "party", u"作为被申请人 作为被告 作为被申请人、被告 作为被申请人或被告"},
    {none, "", u"行政复议法 行政诉讼法 复议决定 行政复议决定 行政复议委员会 行政复议体制"},
    {suit | direct, "", u"直接诉讼 直接起诉 直接提起行政诉讼 直接提起诉讼"},
    {result, "upheld",
     u"结果维持 维持 予以维持 被维持 维持原行政行为 维持原决定 获维持 结果均为维持 维持结果 维持原判"},
    {result, "corrected", u"结果纠正 纠正 被纠正 予以纠正"},
    {review | result, "corrected", u"被复议机关纠正 复议机关纠正 被复议机关纠错 复议机关纠错"},
    {review | result, "corrected",
     u"被复议机关撤销 复议机关撤销 被复议机关责令 被复议机关确认违法 被上级复议机关纠正"},
    {suit | result | soft, "corrected",
     u"被法院纠正 被法院撤销 被法院判决败诉 被法院判败诉 被人民法院撤销 被人民法院纠正 被法院确认违法 "
     u"被判决败诉 被判败诉"},
    {glue, "", u"由市政府审理 由县政府审理 由区政府审理 由省政府审理 由上级审理 由法院审理 由人民法院审理"},
    {result, "corrected",
     u"撤销 责令履行 确认违法 被撤销 责令重作 变更 责令重新答复 责令重新作出答复 被责令重新答复 "
     u"责令限期答复"},
    {result, "other", u"其他结果"},
    {result | soft, "other",
     u"撤销复议申请 撤回复议申请 撤回结案 申请人撤回结案 主动撤回复议申请 驳回 终止 调解 和解 撤诉 撤回起诉 "
     u"驳回诉请 "
     u"主动撤回起诉 撤回申请结案 不予受理 终止审理"},
    {result, "pending", u"尚未审结 未审结 仍未审结 尚未办结的复议"},
    {result, "pending", u"正在审理 正在审理中 审理中 正在复议 尚在审理 正在审查 复议中 尚在审理中"},
    {limiting, "",
     u"答复不当 不当 败诉 违法 纠错 被纠错 超期 逾期 不及时 不规范 不满 错误 泄密 失泄密 工作失误 办理不当 "
     u"处理不当 履职不到位 导致的败诉"},
    {limiting, "", u"未经 未按 未及时 未依法 未在 引发败诉 责任追究 追责"},
    // --- documents -----------------------------------------------------------------------------------------
    {document, "", u"行政规范性文件 规范性文件 行政规范文件 政府规范性文件 规范性文件数量"},
    {regulation, "", u"规章 政府规章 部门规章 地方政府规章 市政府规章"},
    {foreign, "",
     u"规章制度 党内规范性文件 政策文件 规范性文件解读 规范性文件审查 规范性文件备案 规范性文件合法性审核"},
    {issue, "",
     u"制发 制定 制定发布 制定印发 新制定 新制发 制定出台 出台 印发 新制作 本年制发 新出台 新印发 共制发 "
     u"制发了 公开制发 新发布 制作 共制作 印制 新出台的 制定公开"},
    {repeal, "", u"废止 清理废止 宣布废止 已废止 本年废止"},
    {repeal | soft, "", u"失效 宣布失效 清理失效 废止失效 废止和失效 自然失效 到期失效"},
    {in_force, "", u"现行有效文件 继续有效文件 有效文件"},
    {repeal, "", u"废止文件 清理废止文件"},
    {repeal | soft, "", u"失效文件 清理失效文件"},
    {issue | soft, "", u"修改 修订 修正 制发文件 印发文件 制定文件"},
    {in_force, "", u"现行有效 继续有效 有效 保留 现行 继续保留 继续执行"},
    {attribute, "", u"公文 公文公开属性 公开属性 公文属性"},
    {publish, "", u"主动公开 集中公开 发布 公布 公开发布 转载 上传 发放 刊登"},
    {publish, "disclosed", u"公开"},
    {document | foreign, "cleared",
     u"清理规范性文件 清理行政规范性文件 清理税务规范性文件 规范性文件清理 行政规范性文件清理"},
    {document | foreign, "", u"审查规范性文件 审核规范性文件 备案规范性文件 解读规范性文件 报备规范性文件"},
    {decision | soft, "licences", u"行政许可 行政许可案件"},
    {decision | soft, "penalties", u"行政处罚 行政处罚案件"},
    {decision | soft, "coercive_measures", u"行政强制 行政强制措施"},
    {decision | soft, "fees", u"行政事业性收费 行政事业性收费收入"},
    {decision, "licences", u"许可决定 作出许可决定 行政许可决定 作出行政许可 行政许可处理决定"},
    {decision, "penalties", u"处罚决定 作出处罚决定 行政处罚决定 作出行政处罚 实施行政处罚 行政处罚处理决定"},
    {decision, "coercive_measures",
     u"行政强制决定 作出行政强制 实施行政强制 采取行政强制 采取行政强制措施 行政强制处理决定"},
    // --- fees ----------------------------------------------------------------------------------------------
    {fee, "", u"信息处理费 政府信息公开信息处理费 依申请公开信息处理费 信息公开处理费 政府信息处理费 处理费"},
    {fee | notice, "", u"收费通知 收费通知书 缴费通知 信息处理费缴费通知"},
    {glue, "", u"发出 金额 总金额"},
    {charge, "", u"收取 收费 费用 实际收取 缴纳 收取费用 收费情况 收费事项 相关费用"},
    // --- relations -----------------------------------------------------------------------------------------
    {among, "", u"其中 其中: 当中"},
    {including, "", u"包括 包含 含 分别为 分别是 涵盖 分为"},
    {share, "", u"占 占比 占比为 占总 所占比例 比例 比重 占比约"},
    {base, "", u"总数 总量 总件数 办结总数 申请总数 总数的 总量的 全部申请"},
    {rise, "",
     u"增长 增加 上升 提高 提升 增幅 增长率 上涨 增多 增至 增加到 上升到 提高到 增加至 上升至 增长到 增加了"},
    {added, "", u"新增"},
    {fall, "", u"下降 减少 降低 降幅 下降率 回落 降至 减少到 下降到 减少至 下降至 减少了"},
    {than, "", u"同比 环比 较 相比 比较 比 与上年持平"},
    {each, "", u"各"},
    {none, "", u"各部门 各单位 各科室 各处室 各乡镇 各镇 各街道 各县区 各区县"},
    {none, "", u"各类 各项 各级 各种 各方面 各地 各领域 各平台 各有关"},
    {average, "", u"日均 月均 平均 人均 年均 每月 每周 每日 每天 每年 每季度 每半年 每次 每件 每条 每人"},
    {open_list, "", u"等 其他 以及其他"},
    {aside | these, "", u"其余 剩余 余下 其余的 剩下"},
    {aside, "", u"另 另有 另外 同时 此外"},
    {total, "", u"共 共计 总计 合计 累计 总共 共有 共计有 总数为 数量共计"},
    {since, "", u"以来 历年 近三年 三年来 近五年 截至目前累计 开通以来 成立以来 历年来"},
    {partial, "", u"上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 季度"},
    {channel, "",
     u"网上 线上 线下 信函 当面 邮寄 邮递 传真 电子邮件 邮件 现场 窗口申请 网络 在线 书面 来函 互联网 邮政 "
     u"快递 口头 网络平台 网络渠道"},
    // --- whose ---------------------------------------------------------------------------------------------
    {own, "",
     u"本机关 本行政机关 本单位 本部门 本局 本办 本委 本厅 本院 本中心 本街道 本镇 本乡 本级 我局 我委 我办 "
     u"我厅 我院 "
     u"我中心 我部 我单位 我机关"},
    {own, "",
     u"我镇 我乡 我街道 我处 我队 我会 我所 我站 街道 全局 全镇 全乡 全街道 管理区 我场 我管委会 全委 全办"},
    {wide, "",
     u"政府系统 全县政府系统 全市政府系统 全区政府系统 全省政府系统 全市 全县 全区 全省 全州 全盟 全旗 "
     u"全系统 各级行政机关 各级政府 各地各部门 全市各级 全县各级 全区各级 全市行政机关 我市各级"},
    {own | wide, "", u"我县 我区 我市 我省 我州 我旗"},
    {unit, "",
     u"省本级 省政府本级 州本级 州政府本级 旗本级 旗政府本级 盟本级 市本级 县本级 区本级 市政府本级 "
     u"县政府本级 区政府本级 政府本级 市政府办公室 县政府办公室 区政府办公室 市政府办 县政府办 区政府办"},
    {unit, "",
     u"下属单位 下级单位 所属单位 下属部门 所属事业单位 下属事业单位 事业单位 二级单位 直属单位 局属单位"},
    {unit, "",
     u"市政府办公厅 政府办公室 政府办 市政府 县政府 区政府 省政府 州政府 市直部门 县直部门 区直部门 市各部门 "
     u"市各有关部门 各乡镇街道"},
    // --- whether it is so ----------------------------------------------------------------------------------
    {negation, "",
     u"无人 没有人 无一人 没有一人 无一例 无一件 无一起 未见 未 无 没有 未曾 不存在 尚无 暂无 未有 从未 暂未 "
     u"尚未 并未 均未 均无 零 没"},
    {none, "", u"未到期 未到期限 未到办理期限 未到法定期限 未到法定办理期限 未到法定答复期限 未届期 未届满"},
    {none, "",
     u"未来 未成年 无障碍 无关 无法 无需 无偿 无正当理由 无缝 无误 无遗漏 无纸化 无证 无差别 无条件 无锡 "
     u"无为 无感 无线 无人机 未成年人 无偿提供"},
    // words that begin or end like the short ones above
    {none, "",
     u"公共 公共服务 公共法律服务 共同 共享 共建 共治 中共 共产党 共青团 共识 共赢 总体 总结 总局 总书记 "
     u"总则 总工会 较好 较大 较多 较少 较快 较高 较强 较低 较为"},
    {none, "",
     u"对比 比如 比赛 比武 评比 占用 占地 抢占 含义 等级 等候 平等 同等 等待 另行 即将 将来 各界 各自 各地区 "
     u"都要 都能 为了 成为 作为 行为 认为 为主 无论 无数 其中之一"},
    {none, "",
     u"零距离 零跑腿 零跑动 零接触 零散 零售 零星 零容忍 零门槛 零差错 零延误 没收 无疑 无小事 无忧"},
    {all, "", u"全部 均 都 已全部 全数 悉数 均已 均获 均按 均在 均被 全都"},
    {plan, "", u"将 计划 力争 拟 预计 争取 确保 目标 应当 必须 不得 不少于 下一步 今后 下步"},
    {none, "", u"将军 都市 首都 成都 都江堰 都匀 均衡 均等 平均值"},
    // --- says nothing --------------------------------------------------------------------------------------
    {glue, "",
     u"数量 数量为 数 数为 为 达 达到 有 约 了 的 案件 件数 件 个 分别 是 总 计 近 超过 逾 实际 依法 已 已经 "
     u"按时 按期 按规定 及时 规范 涉 只有 仅有 仅 只 梳理 全面梳理 全文"},
    {this_year | glue, "", u"全年"},
    {glue, "",
     u"年度 全 继续 依法依规 在规定时限内 法定期限内 规定期限内 相关 有关 涉及 情形 类 类型 方面 问题 情况 "
     u"产生 发生 引发 引起 出现 被申请 被提起 提出 提出过 提交 提交过 关于 由 从 到 在 内 于 并 和 与 及 "
     u"以及"},
    {glue, "",
     u"依规 依照 按照 按 根据 依据 严格 严格按照 严格按 认真 妥善 妥善完成 完成 进行 开展 做好 做到 予以 "
     u"给予 办理答复 时限 期限 法定 法定时限 法定时限内"},
    {glue, "",
     u"规定时间 规定时间内 规定时限 规定期限 时间 时间内 时限内 期限内 有关规定 相关规定 规定 条例 程序 规程 "
     u"格式 流程 方式 途径 渠道 形式 任何形式 各种形式"},
    {glue, "",
     u"通过 以 向 对 就 把 被 让 使 与此 之 其 该 此 每 件次 起 宗 份 条 项 例 属于 属 系 即 也 还 又 仍 "
     u"并且 而 且 或 或者 主要"},
    {glue, "",
     u"历年文件 历年规范性文件 任何 任何有关 亦 名义 实施 经清理 清理后 不再 进入 办公厅 理由 理由以 居多 "
     u"为主 之内 人民政府办公室"},
    {glue, "",
     u"目前 截至 截止 截至目前 年底 年末 年内 期间 本报告期 报告期 报告期内 统计 经统计 据统计 经 月底 "
     u"一年来 一年 一年中 当前 现 至 年 月 日 起至 期内 当年度 全年度"},
    {glue, "",
     u"公民、法人 公民法人 个人、法人或者其他组织 个人、法人或其他组织 组织或个人 公众 群众个人 单位或个人 "
     u"任何单位或个人 任何单位或者个人 任何个人"},
    {glue, "",
     u"来自 提交的 提出的 涉及的 引发的 引起的 产生的 发生的 作出的 有关的 相关的 申请数 件数为 总数量 "
     u"受理数 所 中 里 上 下 后 前"},
    {glue, "",
     u"除 除去 外 之外 以外 底 末 瑕疵 程序瑕疵 被申请人 被告 尚有 尚 工作 文字 要求 提起 牵头 负责 统一 "
     u"积极 针对 内容 "
     u"答复内容 答复材料 申请者 沟通 "
     u"同意 协商 经协商 管委会 管理委员会 办公室 一是 二是 三是 四是 五是 六是 七是 一方面 按要求 按照要求 "
     u"按有关要求 公开属性分 经说明 当面说明 总共收到 稳妥 有序 高效 扎实 切实 依法有序 限时 不断 持续 "
     u"以及时 主动 正常 顺利 到期 需 需要 需办理 确定 确认 确 力 进行清理 清理 结果为 答复结果 处理结果 "
     u"办理结果 答复结果为 处理结果为 办理结果为 最终 首次 正式 具体 具体为 制 执行 继续执行 职能 职能部门 "
     u"做 做出 予 均予 办完 已经全部 已全 所有 整体 本 我 全部按期"},
    {this_year | glue, "", u"今年 当年 本年 本年度"},
    // --- not in any table ----------------------------------------------------------------------------------
    {foreign | cases, "",
     u"热线 热线工单 工单 来电 来信 来访 信访 留言 咨询 投诉 举报 信箱 信件 邮箱 建议 提案 议案 办件 办事 "
     u"办事指南 服务指南 事项 服务事项 督办 诉求"},
    {foreign | cases, "",
     u"网民 市民 网友 网民留言 群众来信 来信来电 转办 转办事项 交办件 民生实事 民意 心愿 问政 互动 交流"},
    {foreign, "",
     u"信息 政府信息 政务信息 各类信息 动态 公告 公示 双公示 文件 政策 解读 图解 稿件 新闻 发布会 访谈 征集 "
     u"意见 调查 问卷 简报 公报 文章 快讯 资讯 报道"},
    {foreign, "",
     u"培训 会议 专题会 讲座 检查 督查 通报 考核 自查 巡查 抽查 测评 评估 演练 调研 座谈会 推进会 例会 "
     u"工作会 学习 学习会 培训班 业务培训 研讨 整改 活动"},
    {foreign | limiting, "", u"指导 督促 协助 帮助 配合"},
    {foreign, "",
     u"门户网站 政府网站 政府门户网站 县政府门户网站 市政府门户网站 区政府门户网站 县政府网站 市政府网站 "
     u"区政府网站 镇政府网站"},
    {foreign, "",
     u"栏目 专栏 专题 目录 网站 网页 平台 账号 公众号 微信 微博 抖音 视频 短视频 粉丝 关注 浏览 访问 点击 "
     u"阅读 转发 推送 更新 点赞 评论 用户 客户端 频道 版块 板块"},
    {foreign, "",
     u"公开栏 电子屏 显示屏 查阅 查阅点 场所 公开专区 专区 服务点 服务站 自助终端 终端 设备 电脑 二维码 海报 "
     u"横幅 宣传 宣传册 手册 资料 标语 宣传单 明白纸 传单 展板 宣传栏"},
    {foreign, "",
     u"人员 工作人员 专职 兼职 干部 职工 党员 监督员 领导 局长 负责人 代表 委员 专家 志愿者 联络员 信息员 "
     u"审核员 居民 村民 学生 教师 游客"},
    {foreign, "",
     u"企业 项目 资金 预算 决算 采购 招标 合同 处罚 许可 强制 执法 检测 抽检 办证 证照 证明 材料 审批 审查 "
     u"备案件 不动产登记 婚姻登记 注册登记 户籍登记 备案登记 登记备案 登记注册 失业登记 收养登记 登记簿 "
     u"登记信息 登记公告 登记公示 交易 不动产 工程 工地 合格"},
    {foreign, "",
     u"学校 医院 村 社区 乡镇 部门 单位 窗口 科室 站所 机构 村(社区) 市场主体 门店 户籍 企事业单位 成员单位 "
     u"街道办 镇街 股室 委办局 县区"},
    {foreign, "",
     u"错敏 错敏词 错别字 链接 错链 死链 数据 接口 系统 电话 档案 台账 清单 标准 制度 办法 方案 领域 指南 "
     u"规划 清单事项 好差评 评价 差评 好评 满意 隐患 漏洞"},
    {foreign, "",
     u"任务 指标 措施 要点 重点 经验 做法 案例 品牌 奖 荣誉 名 频次 课题 次数 场次 期数 就业 补贴 救助 低保 "
     u"贷款 税收 收入 支出 投资 产值 总值 面积 公里 农户 人口 听证 主题 步骤"},
    {foreign, "",
     u"重大项目 行政许可事项 行政处罚结果 行政强制结果 行政处罚事项 行政许可信息 行政处罚信息 行政强制事项 "
     u"财政信息 工作动态 公告公示 权责清单 行政许可结果 行政事业性收费项目 行政事业性收费标准 公共资源 "
     u"权力事项 政务服务 便民 推文 图文 直播 网办 通办 一件事"},
};

// Short words that mean a row or a column only where what they are part of was named before:
// 不予公开39件，具体为第三方权益8件; 自然人139件，企业5件; 行政复议22件，维持15件，其他7件. `within`: the key
// or the sense of what was named last.
struct Detail {
  std::string_view within;
  Senses senses;
  std::string_view key;
  std::u16string_view words;
};

constexpr Detail details[] = {
    {"refused", outcome, "refused_state_secret", u"国家秘密 涉密 涉及秘密"},
    {"refused", outcome, "refused_prohibited_by_law",
     u"法律法规禁止 法律法规禁止公开 法律禁止 法律禁止公开 法律、法规禁止 法律、法规禁止公开 "
     u"其他法律行政法规禁止 法律行政法规禁止 法规禁止公开 其他法律法规禁止公开"},
    {"refused", outcome, "refused_security_and_stability", u"影响社会稳定 危及国家安全"},
    {"refused", outcome, "refused_third_party_rights",
     u"第三方权益 第三方合法权益 第三方利益 涉第三方 涉及第三方 涉第三方权益 涉及第三方权益 涉第三方合法权益 "
     u"涉及第三方合法权益 保护第三方权益 保护第三方 第三方不同意"},
    {"refused", outcome, "refused_internal_affairs",
     u"内部事务 内部管理信息 内部信息 三类内部事务 内部管理 涉内部事务"},
    {"refused", outcome, "refused_process_information",
     u"过程性 过程信息 四类过程性 过程类信息 过程性文件 涉过程性信息"},
    {"refused", outcome, "refused_enforcement_file",
     u"执法案卷 案卷 案卷信息 执法案卷信息 涉执法案卷 行政执法案卷类 涉行政执法案卷"},
    {"refused", outcome, "refused_administrative_inquiry",
     u"行政查询 查询事项 行政查询类 行政查询类事项 登记查询"},
    {"unavailable", outcome, "unavailable_not_held",
     u"不掌握 不掌握信息 不掌握的 确不掌握 未掌握 没有掌握 本机关不掌握信息 本机关未掌握 不掌握相应信息 "
     u"不掌握所申请信息"},
    {"unavailable", outcome, "unavailable_requires_creation",
     u"需加工 需要加工 需另行加工 需加工分析 需汇总加工 需要汇总加工 需制作 没有现成"},
    {"unavailable", outcome, "unavailable_still_unclear",
     u"仍不明确 不明确 指向不明 指向不明确 仍指向不明 内容仍不明确 补正后不明确 补正后仍不明 补正仍不明确 "
     u"经补正仍不明确 补正后内容仍不明确 申请内容不明确 仍不清晰"},
    {"unprocessed", outcome, "unprocessed_petition",
     u"信访 信访类 信访举报 信访投诉 举报投诉 投诉举报 信访举报投诉 信访、举报、投诉 信访投诉举报 投诉举报类 "
     u"信访类申请"},
    {"unprocessed", outcome, "unprocessed_repeated", u"重复 重复提出 属重复申请"},
    {"unprocessed", outcome, "unprocessed_publication", u"出版物 要求提供出版物"},
    {"unprocessed", outcome, "unprocessed_excessive", u"反复申请 大量申请 大量反复 无正当理由反复申请"},
    {"unprocessed", outcome, "unprocessed_reconfirmation",
     u"重新出具 要求重新出具 要求确认 确认或重新出具 要求确认或重新出具 确认信息"},
    {"other", outcome, "other_uncorrected", u"未补正 不补正 逾期没有补正 补正逾期 逾期未予补正"},
    {"other", outcome, "other_fee_unpaid", u"未缴费 未缴纳费用 逾期未缴 逾期不缴费 未按时缴费"},
    {"other", outcome | soft, "other_remaining", u"申请人撤回 自行撤回 主动撤销"},
    // What is left when the other answers were told.
    {"outcome", outcome | soft | open_list, "other", u"其他 其它"},
    {"outcome", outcome, "refused", u"不公开"},
    {"outcome", outcome, "unavailable_not_held", u"不掌握 不掌握信息 本机关不掌握 未掌握 没有掌握"},
    {"outcome", outcome | soft, "unavailable_not_held", u"不存在"},
    {"outcome", outcome | soft, "unavailable_still_unclear", u"不明确 申请内容不明确 内容不明确"},
    {"outcome", outcome, "refused_enforcement_file", u"属于行政执法案卷 执法案卷"},
    {"outcome", outcome, "unavailable_requires_creation",
     u"需加工 需另行加工 需另行加工制作 需要加工 需制作"},
    {"outcome", outcome, "other_uncorrected", u"逾期不补正不再处理 未补正"},
    {"applicants", applicant, "businesses", u"企业 公司 商业公司 各类企业"},
    {"applicants", applicant | organisation, "",
     u"企业及其他组织 企业和其他组织 企业及组织 单位 组织 法人单位 法人组织 企事业单位 企业法人 企业、组织 "
     u"法人或组织 法人及组织 法人和组织 企业等组织"},
    {"applicants", applicant, "research_institutions", u"科研院所 科研单位 高校 高等院校"},
    {"applicants", applicant, "public_interest_organisations", u"公益组织 社会组织 公益性组织 社会团体"},
    {"applicants", applicant, "legal_service_providers", u"律师事务所 律所 法律服务所 法律服务组织 法律服务"},
    {"applicants", applicant | soft | open_list, "other_organisations",
     u"其他 其它 其他机构 其他法人 以及其他组织 及其他组织"},
    {"proceedings", result, "closed",
     u"审结 已审结 已审结的 已经审结 已结案 结案 已判 已判决 判决 已作出判决 已审理终结 审理终结 "
     u"做了复议决定 做出复议决定 作出复议决定 已作出复议决定 已做出复议决定 做出判决 作出判决 法院做出判决 "
     u"法院作出判决 法院已判决 法院判决"},
    {"proceedings", result, "pending",
     u"未结 未结案 尚未结案 一审中 正在一审 正在一审中 二审中 在审 在审理 尚在复议 未审理完毕 未审理终结 "
     u"尚无结果 未出结果 待审 待审理 待判 未判决 尚未判决 尚未判 未宣判"},
    {"proceedings", result | soft, "upheld", u"胜诉 驳回诉讼请求 驳回原告诉讼请求 判决驳回 确认合法"},
    {"proceedings", result, "corrected", u"纠错 被纠错"},
    {"proceedings", result | soft, "corrected",
     u"责令重新答复 责令重新作出 责令重新处理 责令限期答复 责令公开 责令改正 撤销原答复 败诉"},
    {"proceedings", result | soft, "other",
     u"申请人撤回 撤回 主动撤回 撤回申请 申请人主动撤回 自行撤回 申请人撤回申请 主动撤回申请"},
    {"proceedings", result | open_list, "other",
     u"其他 其它 其他情形 其他情况 以其他方式结案 其他方式结案 其他处理"},
    {"proceedings", suit | direct, "", u"未经复议 未经行政复议 未经过复议 直接起诉的 直接诉讼的"},
    {"proceedings", suit | after, "", u"经过复议 经复议 经行政复议 复议后 经过行政复议"},
};

struct Index {
  std::vector<Word> words;
  // a stretch of `words`, longest first
  std::unordered_map<char16_t, std::pair<std::uint32_t, std::uint32_t>> by_first;
  std::bitset<0x10000> begins;  // whether any word begins with the character

  Index() {
    for (const Group& group : groups)
      each_word(group.words, [&](std::u16string_view word) {
        words.push_back({word, group.senses, group.key});
      });
    for (const Formation& formation : formations) form(formation);
    sort_by(words, [](const Word& a, const Word& b) {
      if (a.text[0] != b.text[0]) return a.text[0] < b.text[0];
      return a.text.size() > b.text.size();
    });
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      auto& stretch = by_first.try_emplace(words[i].text[0], i, i).first->second;
      stretch.second = i + 1;
      begins.set(words[i].text[0]);
    }
  }

  template <typename Take>
  static void each_word(std::u16string_view list, Take take) {
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(u' ', begin), list.size());
      take(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void form(const Formation& formation) {
    each_word(formation.stems, [&](std::u16string_view stem) {
      if (formation.alone) words.push_back({stem, formation.senses, ""});
      each_word(formation.endings, [&](std::u16string_view ending) {
        formed.push_back(std::u16string(stem).append(ending));
        words.push_back({formed.back(), formation.senses, ""});
      });
    });
  }

  std::deque<std::u16string> formed;
};

// The words of `details` by their first character, with what they are part of.
struct DetailWord {
  std::string_view within;
  Word word;
};
using DetailWords = std::unordered_map<char16_t, std::vector<DetailWord>>;

const DetailWords& detail_words() {
  static const DetailWords instance = [] {
    DetailWords out;
    for (const Detail& d : details)
      Index::each_word(d.words, [&](std::u16string_view word) {
        out[word[0]].push_back({d.within, {word, d.senses, d.key}});
      });
    return out;
  }();
  return instance;
}

const Index& index() {
  static const Index instance;
  return instance;
}

constexpr Unit units[] = {
    {u"件", UnitKind::count},          {u"件次", UnitKind::count, u"件"}, {u"宗", UnitKind::count},
    {u"条", UnitKind::count},          {u"条次", UnitKind::count, u"条"}, {u"份", UnitKind::count},
    {u"个", UnitKind::count},          {u"封", UnitKind::count},          {u"项", UnitKind::count},
    {u"起", UnitKind::count},          {u"次", UnitKind::count},          {u"篇", UnitKind::count},
    {u"篇次", UnitKind::count, u"篇"}, {u"例", UnitKind::count},          {u"笔", UnitKind::count},
    {u"批", UnitKind::count},          {u"期", UnitKind::count},          {u"场", UnitKind::count},
    {u"场次", UnitKind::count, u"场"}, {u"部", UnitKind::count},          {u"则", UnitKind::count},
    {u"幅", UnitKind::count},          {u"张", UnitKind::count},          {u"本", UnitKind::count},
    {u"册", UnitKind::count},          {u"套", UnitKind::count},          {u"台", UnitKind::count},
    {u"处", UnitKind::count},          {u"块", UnitKind::count},          {u"类", UnitKind::count},
    {u"种", UnitKind::count},          {u"轮", UnitKind::count},          {u"家", UnitKind::count},
    {u"家次", UnitKind::count, u"家"}, {u"通", UnitKind::count},          {u"支", UnitKind::count},
    {u"辆", UnitKind::count},          {u"所", UnitKind::count},          {u"组", UnitKind::count},
    {u"页", UnitKind::count},          {u"版", UnitKind::count},          {u"字", UnitKind::count},
    {u"部门", UnitKind::count},        {u"案", UnitKind::count, u"件"},   {u"户次", UnitKind::people},
    {u"卷", UnitKind::count},          {u"点", UnitKind::count},          {u"座", UnitKind::count},
    {u"集", UnitKind::count},          {u"堂", UnitKind::count},          {u"节", UnitKind::count},
    {u"面", UnitKind::count},          {u"句", UnitKind::count},          {u"票", UnitKind::count},
    {u"单", UnitKind::count},          {u"班", UnitKind::count},          {u"枚", UnitKind::count},
    {u"步", UnitKind::count},          {u"层", UnitKind::count},          {u"间", UnitKind::count},
    {u"道", UnitKind::count},          {u"门", UnitKind::count},          {u"片", UnitKind::count},
    {u"人", UnitKind::people},         {u"人次", UnitKind::people},       {u"名", UnitKind::people},
    {u"位", UnitKind::people},         {u"户", UnitKind::people},         {u"元", UnitKind::money},
    {u"角", UnitKind::money},          {u"分", UnitKind::measure},        {u"个百分点", UnitKind::points},
    {u"百分点", UnitKind::points},     {u"年", UnitKind::time},           {u"年度", UnitKind::time},
    {u"月", UnitKind::time},           {u"月份", UnitKind::time},         {u"日", UnitKind::time},
    {u"天", UnitKind::time},           {u"小时", UnitKind::time},         {u"个小时", UnitKind::time},
    {u"分钟", UnitKind::time},         {u"秒", UnitKind::time},           {u"周", UnitKind::time},
    {u"周年", UnitKind::time},         {u"季度", UnitKind::time},         {u"个季度", UnitKind::time},
    {u"个工作日", UnitKind::time},     {u"工作日", UnitKind::time},       {u"个自然日", UnitKind::time},
    {u"个月", UnitKind::time},         {u"时", UnitKind::time},           {u"个星期", UnitKind::time},
    {u"点钟", UnitKind::time},         {u"岁", UnitKind::time},           {u"倍", UnitKind::measure},
    {u"公里", UnitKind::measure},      {u"千米", UnitKind::measure},      {u"米", UnitKind::measure},
    {u"平方米", UnitKind::measure},    {u"平方公里", UnitKind::measure},  {u"亩", UnitKind::measure},
    {u"吨", UnitKind::measure},        {u"公斤", UnitKind::measure},      {u"级", UnitKind::measure},
    {u"成", UnitKind::measure},        {u"届", UnitKind::time},           {u"号", UnitKind::time},
    {u"章", UnitKind::time},           {u"栏", UnitKind::count},          {u"站", UnitKind::count},
    {u"行", UnitKind::count},          {u"款", UnitKind::count},          {u"头", UnitKind::count},
    {u"方", UnitKind::count},          {u"网", UnitKind::none},
};

}  // namespace

const Word* word_at(std::u16string_view text, std::size_t at) {
  const Index& all_words = index();
  if (!all_words.begins.test(text[at])) return nullptr;
  const auto stretch = all_words.by_first.find(text[at]);
  if (stretch == all_words.by_first.end()) return nullptr;
  for (std::uint32_t i = stretch->second.first; i < stretch->second.second; ++i) {
    const Word& word = all_words.words[i];
    if (text.substr(at, word.text.size()) == word.text) return &word;
  }
  return nullptr;
}

const Word* detail_at(std::u16string_view text, std::size_t at, std::string_view within) {
  const auto words = detail_words().find(text[at]);
  if (words == detail_words().end()) return nullptr;
  const Word* best = nullptr;
  for (const DetailWord& d : words->second) {
    if (d.within != within || text.substr(at, d.word.text.size()) != d.word.text) continue;
    if (best == nullptr || d.word.text.size() > best->text.size()) best = &d.word;
  }
  return best;
}

Unit unit_at(std::u16string_view text, std::size_t at) {
  Unit best;
  if (at >= text.size()) return best;
  for (const Unit& unit : units)
    if (unit.text.size() > best.text.size() && text[at] == unit.text[0] &&
        text.substr(at, unit.text.size()) == unit.text)
      best = unit;
  return best;
}

}  // namespace nianbao::prose
