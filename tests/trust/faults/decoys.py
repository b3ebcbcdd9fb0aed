"""What looks like a fault and is none: nothing may be said of it. A decoy is a function decoy(report, rng) like a fault."""
from faults.base import insert

SENTENCES = {
    "last year for comparison": "主动公开信息比{last}年增加120条。",
    "last year's figure": "信息公开数量较{last}年有所增长。",
    "hotline figures": "全年办理12345热线工单5218件，办结率99.6%，群众满意率98.5%。",
    "proposals": "办理人大代表建议8件、政协提案11件，均按期答复。",
    "complaints": "受理群众投诉举报36件，均已办结。",
    "permits published": "公开行政许可信息4541条、行政处罚信息212条。",
    "licence items": "梳理行政许可事项126项，编制办事指南1609项。",
    "parts that add up": "全年公开公告13条，其中招标公告8条、征集公告5条。",
    "open list": "全年发布信息50条，其中会议信息20条、培训信息10条等。",
    "each counted twice": "意见征集及结果反馈各19条。",
    "rounded share": "办理咨询1615次，其中电话咨询1028次，占63.7%。",
    "right growth": "网站访问量由100万次增至120万次，增长20%。",
    "growth above a hundred": "短视频播放量增长230%。",
    "masked mobile": "申请人（138****8000）对答复表示满意。",
    "office telephone": "咨询电话：0899-3221806。",
    "long number": "网站标识码6212340001，备案号12345678号-1。",
    "leap day": "2024年2月29日举办培训班。",
    "next year's plan": "{next}年将继续加强业务培训。",
    "law of another year": "学习《中华人民共和国行政复议法》（2023年修订）。",
    "reduplication": "认认真真抓好每一件申请的办理，逐条逐项核对。",
    "city bureau": "会同运城市城市管理局开展检查。",
    "worker": "加强政府信息公开工作工作人员培训。",
    "office and office": "县人民政府政府网站设有专栏。",
    "quotation marks": "落实“谁公开、谁审查”原则（含二级单位），做到“应公开尽公开”。",
    "a comparison of others": "借鉴先进地区经验做法。",
    "letters": "回复局长信箱来信45封，回复率100%。",
    "numbers with units": "投入资金120万元，改造专栏3个。",
    "no fee for copies": "提供纸质文件查阅服务，未向群众收取费用。",
    "until": "培训报名截止后及时公布名单。",
    "secret": "严格保密审查，未发生失泄密事件。",
    "no overdue": "未发生超期答复情况。",
    "no lost case": "无因答复不当引起的行政复议被纠正情况。",
    "pilot": "完成政务公开标准化试点2个。",
    "multiplication": "推送政策“明白纸”2次×500份。",
    "ranges": "每月更新3—5条，平均每周1次。",
    "version": "专栏升级为2.0版，支持IPv6访问。",
    "time": "工作日9:00—17:30接受现场咨询。",
    "another order number": "落实《公共企事业单位信息公开规定制定办法》（国办发〔2020〕50号）。",
    "party congress": "深入学习贯彻党的十九届六中全会精神。",
}


def sentence(text):
    def decoy(report, rng):
        if ("六中全会" in text and not 2021 <= report.year <= 2022) or ("2月29日" in text and report.year != 2024):
            return False
        return insert(report, rng, text.format(last=report.year - 1, next=report.year + 1, year=report.year)) or None
    return decoy


def signed_on_the_last_day(report, rng):
    day = "1月31日" if report.body.kind != "government" else "3月31日"
    report.signature = [report.body.name, f"{report.year + 1}年{day}"]


def heading_with_blank(report, rng):
    section = rng.choice(report.sections)
    section.heading = section.heading.replace("、", "、 ", 1)


def big_numbers(report, rng):
    report.cells["disclosure.licences.decisions"] = 11_398_889
    report.printed["disclosure.licences.decisions"] = "11398889"


def label_variants(report, rng):
    """Brackets, quotes and marks of labels in the other width."""
    report.extras["labels"] = rng.choice(({"（": "(", "）": ")"}, {"“": '"', "”": '"'}, {".": "．"}, {".": "、"}, {"商业企业": "商业\n企业"}))


DECOYS = {**{name: sentence(text) for name, text in SENTENCES.items()}, "signed on the last day": signed_on_the_last_day,
          "heading with a blank": heading_with_blank, "big numbers": big_numbers, "labels in another width": label_variants}
