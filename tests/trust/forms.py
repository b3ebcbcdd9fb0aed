"""The two forms as this generator prints them: rows, columns and their words. Written from the printed forms."""

NOTICES = {2019: "国办公开办函〔2019〕60号", 2021: "国办公开办函〔2021〕30号"}
NOTICE_NAMES = {2019: "关于政府信息公开工作年度报告有关事项的通知",
                2021: "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知"}

SECTIONS = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
            "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项")
NUMERALS = "一二三四五六七八九十"

# Table two: (block, [(column, words)], [(row, words)])
DISCLOSURE = {
    2021: [
        ("（一）", [("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
         [("regulations", "规章"), ("normative_documents", "行政规范性文件")]),
        ("（五）", [("decisions", "本年处理决定数量")], [("licences", "行政许可")]),
        ("（六）", [("decisions", "本年处理决定数量")],
         [("penalties", "行政处罚"), ("coercive_measures", "行政强制")]),
        ("（八）", [("amount", "本年收费金额（单位：万元）")], [("fees", "行政事业性收费")]),
    ],
    2019: [
        ("（一）", [("made", "本年新制作数量"), ("disclosed", "本年新公开数量"), ("public_total", "对外公开总数量")],
         [("regulations", "规章"), ("normative_documents", "规范性文件")]),
        ("（五）", [("previous_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("licences", "行政许可"), ("other_services", "其他对外管理服务事项")]),
        ("（六）", [("previous_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("penalties", "行政处罚"), ("coercive_measures", "行政强制")]),
        ("（八）", [("previous_items", "上一年项目数量"), ("change", "本年增/减")], [("fees", "行政事业性收费")]),
        ("（九）", [("items", "采购项目数量"), ("amount", "采购总金额")], [("procurement", "政府集中采购")]),
    ],
}

NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = [("individuals", "自然人"), ("businesses", "商业企业"), ("research_institutions", "科研机构"),
              ("public_interest_organisations", "社会公益组织"), ("legal_service_providers", "法律服务机构"),
              ("other_organisations", "其他"), ("total", "总计")]

# Outcomes of table three: (group words or None, [(row, words)])
OUTCOMES = [
    (None, [("disclosed", "（一）予以公开"),
            ("partly_disclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）")]),
    ("（三）不予公开", [
        ("refused_state_secret", "1.属于国家秘密"), ("refused_prohibited_by_law", "2.其他法律行政法规禁止公开"),
        ("refused_security_and_stability", "3.危及“三安全一稳定”"), ("refused_third_party_rights", "4.保护第三方合法权益"),
        ("refused_internal_affairs", "5.属于三类内部事务信息"), ("refused_process_information", "6.属于四类过程性信息"),
        ("refused_enforcement_file", "7.属于行政执法案卷"), ("refused_administrative_inquiry", "8.属于行政查询事项")]),
    ("（四）无法提供", [
        ("unavailable_not_held", "1.本机关不掌握相关政府信息"), ("unavailable_requires_creation", "2.没有现成信息需要另行制作"),
        ("unavailable_still_unclear", "3.补正后申请内容仍不明确")]),
    ("（五）不予处理", [
        ("unprocessed_petition", "1.信访举报投诉类申请"), ("unprocessed_repeated", "2.重复申请"),
        ("unprocessed_publication", "3.要求提供公开出版物"), ("unprocessed_excessive", "4.无正当理由大量反复申请"),
        ("unprocessed_reconfirmation", "5.要求行政机关确认或重新出具已获取信息")]),
]
OTHER_2021 = ("（六）其他处理", [
    ("other_uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other_remaining", "3.其他")])
OTHER_2019 = (None, [("other_handling", "（六）其他处理")])

RESULTS = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计")]
PROCEEDINGS = [("review", "行政复议"), ("direct_suits", "未经复议直接起诉"), ("suits_after_review", "复议后起诉")]


def outcome_groups(form):
    """Outcome rows in groups as printed, without （七）总计."""
    return OUTCOMES + [OTHER_2021 if form == 2021 else OTHER_2019]


def outcome_rows(form):
    return [row for _, rows in outcome_groups(form) for row, _ in rows]


def request_rows(form):
    return ["new_requests", "carried_over", *outcome_rows(form), "outcome_total", "carried_forward"]


def form_of_year(year):
    return 2021 if year >= 2021 else 2019


def cell_ids(form):
    """All cells of a form in printed order."""
    ids = [f"disclosure.{row}.{column}" for _, columns, rows in DISCLOSURE[form] for row, _ in rows for column, _ in columns]
    ids += [f"requests.{row}.{column}" for row in request_rows(form) for column, _ in APPLICANTS]
    ids += [f"proceedings.{row}.{column}" for row, _ in PROCEEDINGS for column, _ in RESULTS]
    return ids
