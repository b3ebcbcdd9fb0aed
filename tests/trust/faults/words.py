"""Faults of the words: sentences put in, phrases replaced, title, dates, fees, what an edit left behind."""
import re

from faults.base import add, clause_of, insert, replace


def sentence(rule, texts, marked=None, number=1, instead=(), also=(), years=range(2000, 2100)):
    """A fault that is one sentence put into section one. [ ] in a text mark where the finding should stand."""
    def fault(report, rng):
        if report.year not in years or (rule == "content/third-person" and report.body.name.endswith("人民政府")):
            return False
        text = rng.choice(texts).format(year=report.year, last=report.year - 1, next=report.year + 1, own=report.body.own, place=report.body.place,
                                        agency=report.body.name)
        spot = re.search(r"\[(.*?)\]", text)
        plain = text.replace("[", "").replace("]", "")
        if not insert(report, rng, plain, number):
            return False
        add(report, rule, text=spot.group(1) if spot else plain.rstrip("。"), instead=list(instead), also=list(also))
    return fault


def with_check_digit(rng, first17):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return first17 + "10X98765432"[sum(int(d) * w for d, w in zip(first17, weights)) % 11]


def id_number(report, rng):
    first = f"{rng.choice(('110105', '320106', '440305', '510104'))}{rng.randint(1950, 2003)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(0, 999):03}"
    number = with_check_digit(rng, first)
    if not insert(report, rng, f"答复申请人（身份证号{number}）提出的申请并送达。"):
        return False
    add(report, "privacy/id-number", text=number)


def luhn(digits):
    total = sum(sum(divmod(2 * int(d), 10)) if at % 2 == 0 else int(d) for at, d in enumerate(reversed(digits)))
    return str(-total % 10)


def bank_card(report, rng):
    digits = rng.choice(("622202", "621700", "622848", "621661")) + "".join(str(rng.randint(0, 9)) for _ in range(12))
    number = digits + luhn(digits)
    if rng.random() < 0.4:
        number = " ".join(number[at:at + 4] for at in range(0, len(number), 4))
    if not insert(report, rng, f"收费通过银行账户（卡号{number}）退还。"):
        return False
    add(report, "privacy/bank-card", text=number)


def mobile(rng):
    return f"1{rng.choice((38, 39, 50, 86, 77, 91))}{rng.randint(10_000_000, 99_999_999)}"


def mobile_number(report, rng):
    number = mobile(rng)
    if not insert(report, rng, rng.choice(("申请人王某（{}）对答复表示满意。", "申请人手机号{}，申请公开征地批复。", "由申请人李某{}领取答复书。")).format(number)):
        return False
    add(report, "privacy/mobile-number", text=number)


def masking(report, rng):
    number = mobile(rng)
    number = number[:8] + "*" + number[9:]
    if not insert(report, rng, f"申请人手机号{number}。"):
        return False
    add(report, "privacy/masking", text=number)


def missing_title(report, rng):
    report.title = []
    add(report, "title/missing", also=["title/no-agency", "residue/placeholder"])


def no_agency(report, rng):
    report.title = [f"{report.year}年政府信息公开工作年度报告"]
    add(report, "title/no-agency", text=report.title[0])


def title_wording(report, rng):
    form = rng.choice(("{}{}年政府信息公开年度报告", "{}{}年政务公开工作年度报告"))
    report.title = [form.format(report.body.name, report.year)]
    add(report, "title/wording", text=report.title[0])


def agency_mismatch(report, rng):
    other = report.body.name.replace("局", "管理局") if "局" in report.body.name and "管理局" not in report.body.name else ""
    if not report.signature or not other:
        return False
    report.signature[0] = other
    add(report, "title/agency-mismatch", text=other)


def cover_letter(report, rng):
    place = report.body.place
    number = f"{place[:1]}公开函〔{report.year + 1}〕{rng.randint(1, 30)}号"
    letter = rng.choice(([number, f"{place}人民政府办公室：", f"现将我单位{report.year}年政府信息公开工作年度报告报来，请审阅。"],
                         [number, f"关于报送{report.year}年政府信息公开工作年度报告的函", f"{place}政务公开办：", "现将年度报告报送贵办，请查收。"]))
    report.before_title = letter
    add(report, "title/cover-letter", also=["title/missing"])


def parts_count(report, rng):
    for old, new in (("六个部分组成", "五个部分组成"), ("报告共分六部分", "报告共分五部分"), ("等六项内容", "等七项内容")):
        if replace(report, old, new):
            add(report, "title/parts-count", text=new)
            return True
    return False


def parts_outdated(report, rng):
    text = rng.choice(("全文包括概述、主动公开政府信息情况、依申请公开政府信息情况、收费及减免情况、存在的主要问题及改进情况等内容。",
                       "本年报由概述、主动公开政府信息的情况、依申请公开政府信息和不予公开政府信息的情况、行政复议和行政诉讼情况等部分组成。"))
    if not report.preamble or any("部分" in line or "六项" in line for line in report.preamble):
        return False
    report.preamble[0] += text
    add(report, "title/parts-outdated", text=text.rstrip("。"), also=["title/parts-count"])


def stale_citation(report, rng):
    if report.year < 2021 or not replace(report, "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"):
        return False
    add(report, "form/stale-citation", text="国办公开办函〔2019〕60号", instead=["form/wrong-citation"])


def wrong_citation(report, rng):
    if rng.random() < 0.5:
        if report.year < 2021 or not replace(report, "国办公开办函〔2021〕30号", "国办发〔2021〕30号"):
            return False
        add(report, "form/wrong-citation", text="国办发〔2021〕30号")
    else:
        if not replace(report, "国务院令第711号", "国务院令第492号"):
            return False
        add(report, "form/wrong-citation", text="国务院令第492号", instead=["wording/law-name"])


def period(report, rng):
    year = report.year
    for old in (f"自{year}年1月1日起至", f"{year}年1月1日至{year}年12月31日", f"{year}年1月1日—"):
        if replace(report, old, old.replace(str(year), str(year - 1), 1)):
            add(report, "dates/period", text=old.replace(str(year), str(year - 1), 1))
            return True
    return False


def year_mismatch(report, rng):
    if not any("统计" in line for line in report.preamble) or not replace(report, f"{report.year}年1月1日", f"{report.year - 1}年1月1日"):
        return False
    text = report.preamble[0]
    at = text.index(f"{report.year - 1}年1月1日")
    report.preamble[0] = text[:at] + text[at:].replace(f"{report.year}年12月31日", f"{report.year - 1}年12月31日")
    # With the title, the opening and the text of this year, the period is what is wrong: both rules tell of
    # it.
    add(report, "dates/year-mismatch", instead=["dates/period"])


def signed(report, date):
    report.signature = [report.body.name, date]


def signed_early(report, rng):
    signed(report, f"{report.year}年12月{rng.randint(2, 30)}日")
    add(report, "dates/signed-early", text=report.signature[1], also=["dates/late"])


def late(report, rng):
    month = rng.randint(4, 8) if report.body.kind == "government" else rng.randint(2, 5) if report.body.kind == "department" else 0
    if month == 0:
        return False
    signed(report, f"{report.year + 1}年{month}月{rng.randint(2, 27)}日")
    add(report, "dates/late", text=report.signature[1])


def impossible(report, rng):
    day = rng.choice(("2月30日", "4月31日", "6月31日", "9月31日", "11月31日", "13月5日") + (("2月29日",) if report.year % 4 else ()))
    if not insert(report, rng, f"{report.year}年{day}召开专题会议，部署公开工作。"):
        return False
    add(report, "dates/impossible", text=f"{report.year}年{day}")


def fee_statement(report, rng):
    if report.year < 2021:
        return False
    for section in report.sections:
        for at, (kind, text) in enumerate(section.blocks):
            if kind == "p" and ("信息处理费" in text):
                section.blocks[at] = (kind, "无其他需要报告的事项。")
                if section.number != 6:
                    return False
    if any("收费情况" in block[1] for section in report.sections for block in section.blocks if block[0] == "p"):
        return False
    add(report, "fees/statement")


def fee_text(rule, texts, **more):
    """Section six says something wrong about the fee."""
    def fault(report, rng):
        section = report.section(6)
        if report.year < 2021 or section is None:
            return False
        text = rng.choice(texts).format(year=report.year, own=report.body.own)
        spot = re.search(r"\[(.*?)\]", text)
        section.blocks = [("p", text.replace("[", "").replace("]", ""))]
        add(report, rule, text=spot.group(1) if spot else "", **more)
    return fault


def fee_unpaid(report, rng):
    cell = "requests.other_fee_unpaid.total"
    if report.year < 2021 or not report.cells.get(cell):
        return False
    report.section(6).blocks = [("p", rng.choice(("{}年，{}未发出收费通知，未收取信息处理费。", "{}年{}没有发出信息处理费收费通知。")).format(report.year, report.body.own))]
    add(report, "fees/unpaid", cells=[cell])


def duplicate_paragraph(report, rng):
    texts = [(section, at) for section, at in report.paragraphs if len(section.blocks[at][1]) >= 60 and section.number == 1]
    if not texts:
        return False
    section, at = rng.choice(texts)
    text = section.blocks[at][1]
    section.blocks.append(("p", text))
    add(report, "residue/duplicate-paragraph", text=text)


def typo(report, rng):
    if not replace(report, "依申请公开", "已申请公开"):
        return False
    add(report, "wording/typo", text="已申请公开")


def template_label(report, rng):
    text = rng.choice(("填报说明：按实际情况填写。", "示例：某某局2021年度。"))
    report.section(rng.choice((1, 5))).blocks.append(("p", text))
    add(report, "residue/template-text", text=text, also=["residue/placeholder", "dates/wrong-year-in-text"])


FAULTS = dict(
    id_number=id_number, bank_card=bank_card, mobile_number=mobile_number, masking=masking, missing_title=missing_title, no_agency=no_agency,
    title_wording=title_wording, agency_mismatch=agency_mismatch, cover_letter=cover_letter, parts_count=parts_count, parts_outdated=parts_outdated,
    stale_citation=stale_citation, wrong_citation=wrong_citation, period=period, year_mismatch=year_mismatch, signed_early=signed_early, late=late,
    impossible=impossible, fee_statement=fee_statement, fee_unpaid=fee_unpaid, duplicate_paragraph=duplicate_paragraph, typo=typo,
    fee_incomplete=fee_text("fees/incomplete", ("{year}年，{own}收取信息处理费380元。", "{year}年，{own}对2件政府信息公开申请收取了信息处理费。")),
    fee_amount=fee_text("fees/amount", ("{year}年，{own}对3件申请收取信息处理费[375元]。", "{year}年，{own}对1件政府信息公开申请收取信息处理费[128元]。")),
    fee_sum=fee_text("fees/sum", ("{year}年，{own}对3件申请收取信息处理费2230元，其中1件880元、1件1080元、1件240元。",
                                  "{year}年共对5件政府信息公开申请收取信息处理费1500元，其中2件600元、2件700元。"), instead=["narrative/sum", "rollup/narrative-breakdown",
                                                                                                           "narrative/sum-incomplete"]),
    unit_breakdown=fee_text("rollup/narrative-breakdown", (
        "{year}年共对3件政府信息公开申请收取信息处理费2230元，其中青山县民政局1件880元、白河县财政局1件1080元、黄岭县教育局1件170元。",),
        instead=["fees/sum", "narrative/sum", "narrative/sum-incomplete"]),
    sum=sentence("narrative/sum", ("全年公开公告10条，其中[招标公告8条、征集公告5条]。", "发布政策解读材料20篇，其中[文字解读12篇、图文解读9篇、视频解读4篇]。")),
    sum_incomplete=sentence("narrative/sum-incomplete", ("全年公开公告10条，其中招标公告8条、征集公告1条。", "共举办活动20场，其中开放日12场、座谈会5场。"),
                            instead=["narrative/sum"]),
    percentage=sentence("narrative/percentage", ("全年办结网民留言200条，其中当日办结150条，[占85%]。", "共受理咨询50次，其中电话咨询10次，[占30%]。")),
    percentage_over_100=sentence("narrative/percentage-over-100", ("网民留言按时回复率达[108%]。", "热线工单办结率[120%]，群众满意。")),
    growth=sentence("narrative/growth", ("网站访问量由上年的100万次增至120万次，[增长12%]。", "发布信息由{last}年的400条增加到{year}年的500条，[增长35%]。")),
    number_missing=sentence("narrative/number-missing", ("全年在门户网站共主动公开信息条。", "累计发布公告条，解读文章及时推送。")),
    unit_missing=sentence("narrative/unit-missing", ("全年发布公告66件、通知40件、[简报12]、解读9件。",)),
    wrong_year=sentence("dates/wrong-year-in-text", ("{last}年，{own}共收到咨询信件3件。", "[{last}年]，{own}主动公开信息500条。", "截至{last}年12月31日，{own}共发布信息600条。")),
    future_work=sentence("dates/future-work", ("{next}年1月，{own}召开了业务培训会。", "{next}年2月10日，{own}组织了专题学习。")),
    anachronism=sentence("dates/anachronism", ("{year}年，{own}深入学习贯彻[党的二十届四中全会]精神。",), years=range(2021, 2025)),
    third_person=sentence("content/third-person", ("[部分地区]还通过在线平台受理申请。", "[一些地区]运用大数据推进公开。", "[多数部门]设立了公开专栏。")),
    field_code=sentence("residue/field-code", ("详见附表HYPERLINK \"http://www.example.gov.cn\"。", "具体见错误!未找到引用源。", "见PAGEREF _Toc1234 \\h。")),
    placeholder=sentence("residue/placeholder", ("[××局]按要求完成整改。", "全年培训[XX]次。", "会同[某某]单位开展检查，待补充。", "[20XX年]工作有序推进。")),
    template_text=sentence("residue/template-text", ("（请填写本单位情况）", "（此处填写培训次数）", "请按实际情况填写。")),
    template_label=template_label,
    markup=sentence("residue/markup", ("[**]重点工作[**]有序推进。", "工作有序推进。[<br>]继续努力。", "公开[&nbsp;]透明。")),
    doubled_word=sentence("wording/doubled-word", ("推进[政府信息公开公开]工作。", "群众[满意率满意率]较高。", "[加强加强]日常监督。", "做到[及时及时]答复。")),
    dropped=sentence("wording/dropped-character", ("定期通报[政府信息公开工情况]。", "完善[政府信公开]制度。", "规范[依申请开]工作。", "清理[行政规范文件]。")),
    punctuation=sentence("wording/punctuation", ("加强内容审查[。。]确保准确。", "完善制度[，。]强化落实。", "强化（含基层单位培训。")),
    until=sentence("wording/until", ("[截止]{year}年12月31日，专栏共更新30次。", "[截止]{year}年底，共培训3次。")),
    law_name=sentence("wording/law-name", ("认真学习[《中华人民共和国政府信息公开条列》]。", "宣传[《中华人民共和国信息公开条例》]。")),
    many_points=sentence("wording/typo", ("在[攻府]网站开设专栏。", "召开会议[布署]工作。", "[进下一步]完善机制。")),
)
