#include "rules/slips.h"

namespace nianbao::rules::wording {
namespace {

// Only words that have no right use in such a report, or none beside the words named. 制定/制订, 权力/权利
// and 督查/督察 in running text are left alone: both are often right.
constexpr Slip slips[] = {
    {u"攻府", u"政府"},
    {u"政俯", u"政府"},
    {u"共合国", u"共和国"},
    {u"大和国", u"共和国", {}, {}, u"中华人民"},
    {u"中共人民共和国", u"中华人民共和国"},
    {u"秸杆", u"秸秆"},
    {u"已申请公开",
     u"依申请公开",
     u"人|曾|均|都|全部|其|所",
     u"的",
     {},
     u"办理|工作|流程|事项|情况|件|渠道|制度|程序|答复|政府信息|信息|受理|方面|栏目|0|1|2|3|4|5|6|7|8|9"},
    {u"以申请公开",
     u"依申请公开",
     u"可|得|加",
     u"的",
     {},
     u"办理|工作|流程|事项|情况|件|渠道|制度|程序|答复|政府信息|受理|方面|栏目"},
    {u"部门报道", u"部门报到", {}, {}, u"吹哨、|吹哨,|吹哨"},
    {u"进下一步", u"进一步"},
    {u"进一部",
     u"进一步",
     {},
     u"分|门|署",
     {},
     u"加强|完善|提高|提升|规范|推进|推动|健全|优化|强化|深化|增强|明确|加大|做好|细化|压实|拓宽|丰富|落实"},
    {u"做为", u"作为", u"当|看|叫|变|换|改|认", u"民|了|人|群众|企业|百姓|基层|老"},
    {u"布署", u"部署", u"公|发"},
    {u"准守", u"遵守", u"标|批|核|瞄|对|精", u"护|则|时|卫"},
    {u"帐号", u"账号"},
    {u"帐户", u"账户"},
    {u"登陆系统", u"登录系统"},
    {u"登陆网站", u"登录网站"},
    {u"登陆平台", u"登录平台"},
    {u"登陆账号", u"登录账号"},
    {u"反应问题", u"反映问题", u"连锁|化学|应激|快速|不良"},
    {u"反应的问题", u"反映的问题"},
    {u"反应诉求", u"反映诉求", u"快速"},
    {u"反应的诉求", u"反映的诉求"},
    {u"反应情况", u"反映情况", u"快速|应急|连锁|不良"},
    {u"按排", u"安排", {}, u"名|序|放|列|污|水|班|查|期|量|定|位|他|在|好|到"},
    {u"公部", u"公布", u"办|对|外|国|该|本|各|主", {}, u"社会|予以|及时|依法|向外|集中|统一", {}},
    {u"权利清单", u"权力清单", u"公民|群众|申请人|当事人|相对人"},
    {u"法制政府", u"法治政府"},
    {u"己经", u"已经", u"自|律|知", u"营|济|历|过|手"},
    {u"既使", u"即使", {}, u"用"},
    {u"一如继往", u"一如既往"},
    {u"再接再励", u"再接再厉"},
    {u"因地治宜", u"因地制宜"},
    {u"按步就班", u"按部就班"},
    {u"建立建全", u"建立健全"},
    {u"建全完善", u"健全完善"},
    {u"建全机制", u"健全机制", u"构|新|共|创"},
    {u"建全制度", u"健全制度", u"构|新|共|创"},
    {u"关健", u"关键", {}, u"身|康|全"},
    {u"松驰", u"松弛"},
    {u"负则人", u"负责人"},
    {u"防碍", u"妨碍"},
    {u"通迅", u"通讯", {}, u"速"},
    {u"渲泄", u"宣泄"},
    {u"凑和", u"凑合"},
    {u"座落", u"坐落"},
    {u"信息公幵", u"信息公开"},
    {u"信息功开", u"信息公开"},
    {u"信息公升", u"信息公开", {}, u"级"},
};

void run(const Context& context, Findings& out) { report_slips(context, slips, out); }

}  // namespace

extern constexpr Rule typo = {
    .severity = Severity::warning,
    .title = {u"常见错别字", u"A common misspelling"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：政府网站检查把错别字、特别是严重表述错误列为扣分项，公布前改正",
              u"Recommended: inspections of government websites count misspellings; correct them before "
              u"publication"},
    .advice = {u"改正；同样的写法在附件和往年报告里也查一下。",
               u"Correct it, and look for the same slip in attachments."},
    .run = run,
};

}  // namespace nianbao::rules::wording
