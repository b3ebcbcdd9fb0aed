"""docs/trust.md from a score."""

LAYOUTS = {
    "tabs": "制表符分栏", "pipes": "竖线分栏，合并格重复", "markdown": "Markdown 表格", "blanks": "空格对齐", "torn": "一格一行",
    "clean": "规整", "word": "Word 另存网页（GB18030）", "wps": "WPS 另存网页", "cms": "网站系统页面", "xhtml": "XHTML", "gbk": "GBK，有声明",
    "gbk-undeclared": "GBK，无声明", "utf16": "UTF-16", "utf8-undeclared": "UTF-8，无声明", "saved": "浏览器存档", "merged": "gridSpan、vMerge",
    "continue": "vMerge continue", "hmerge": "hMerge", "split": "表三拆成两张", "controls": "内容控件", "numbering": "自动编号", "bold": "数字加粗",
    "plain": "压缩包", "spans": "压缩包，文字分段", "flat": "单个 XML", "unicode": "\\u 转义", "code-page": "代码页 936", "ruled": "有表格线，跨页",
    "LibreOffice": "LibreOffice 转存",
}
HEADS = ("form", "year", "agency", "title", "sections")

INTRO = """# 可信度

本页由 `scripts/trust` 写成，不手改。生成器在 `tests/trust`：按种子造年报，自己写各种格式的文件，不用读取器和规则的任何代码。
地名、机关、数字都是编的。每份年报要么全对（其中一部分放进容易误判的写法），要么只放一处错；哪一格该读出什么、哪条规则该在哪里说话，
造的时候就记下。`scripts/test` 每次跑其中固定的一部分，任何一个数比记录的差就不通过。
"""

LIMITS = """## 已知的局限

- 生成的年报只有我们想得到的写法。真实年报会有想不到的，五份真实年报另有逐条核对过的结果（`tests/corpus`）。
- 新旧两版表样混用的年报只能按其中一版读，另一版独有的单元格不读。
- 空格对齐的文本里，行末的空格丢了就无法知道空的是哪一格：这一行不读，不猜。
- 一格一行的文本里，表二某行唯一的数写成了文字（如“多件”单独一行），这一行不读，直接说明。
- `dates/wrong-year-in-text` 是“错误”级，只在没有别的解释时说话：同一段里出现过本年、或写的是“截至上年某日”的，不报。
- `narrative/*` 允许同一个词有几种通行的口径（办结含不含上年结转、现行有效是清理前还是清理后），只有哪种都不符才报。
- `wording/typo` 只认不会误伤的搭配，`narrative/unit-missing` 只看顿号列举，漏报比误报多。
- 空白单元格很多时，勾稽关系按 0 计算；空白本身另报一条。
- PDF 里表三的表头被分页断开、又看不出各列先后时，这张表不读，直接说明。
- 扫描件和照片按图认字：认不准的不读，认出来的在人核对以前只报疑似，见 `docs/scan.md`。
"""


def percent(part, whole):
    if not whole:
        return "–"
    return "100%" if part == whole else f"{min(100 * part / whole, 99.99):.2f}%"


def totals(score):
    out = {}
    for name in ("documents", "right", "wrong", "unread", "clean", "alarms", "notices", "faults", "found", "placed", "loud"):
        out[name] = sum(getattr(marks, name) for marks in score.layouts.values())
    return out


def summary(score):
    t = totals(score)
    cells = t["right"] + t["wrong"] + t["unread"]
    return (f"{t['documents']} documents, {cells} cells: wrong {t['wrong']}, unread {t['unread']}; faults found {t['found']}/{t['faults']}, "
            f"placed {t['placed']}; false alarms {t['alarms']} on {t['clean']} clean and {t['documents'] - t['clean']} faulty documents")


def overview(score, seed):
    t = totals(score)
    cells = t["right"] + t["wrong"] + t["unread"]
    return f"""## 一览

| 量 | 值 |
| --- | ---: |
| 年报 | {t['documents']} 份（种子 {seed}） |
| 单元格 | {cells} 个 |
| 读对 | {percent(t['right'], cells)} |
| 读错 | {t['wrong']} 个 |
| 没读出（已说明） | {t['unread']} 个 |
| 放进的错 | {t['faults']} 处 |
| 找到 | {percent(t['found'], t['faults'])} |
| 位置也对 | {percent(t['placed'], t['faults'])} |
| 无错的年报 | {t['clean']} 份 |
| 误报（错误、疑似） | {t['alarms']} 条，每份 {t['alarms'] / t['documents']:.4f} |
| 一处错报出的条数（错误、疑似） | {t['loud'] / max(1, t['faults']):.2f} |
"""


def cells_table(score):
    lines = ["## 单元格，按格式和版式", "", "“题头”是表样、年份、机关、标题、各部分五项都读对的比例。", "",
             "| 格式 | 版式 | 份 | 读对 | 读错 | 没读出 | 题头 | 误报 |", "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for (name, layout), m in sorted(score.layouts.items()):
        cells = m.right + m.wrong + m.unread
        heads = percent(sum(m.heads[head] for head in HEADS), len(HEADS) * m.documents)
        lines.append(f"| {name} | {LAYOUTS[layout]} | {m.documents} | {percent(m.right, cells)} | {m.wrong} | {m.unread} | {heads} | {m.alarms} |")
    return "\n".join(lines) + "\n"


def rules_table(score, rules):
    lines = ["## 规则", "", "召回：放进的错找到几成（由这条规则，或由说同一件事的另一条规则）。定位：指到那一格、那句话的比例。"
             "精确：这条规则报的错误和疑似里有根据的比例，“–”表示没有报过这两级。", "",
             "| 规则 | 查什么 | 放进 | 召回 | 定位 | 精确 |", "| --- | --- | ---: | ---: | ---: | ---: |"]
    for rule in rules:
        c = score.rules.get(rule["id"])
        if c is None or not (c["faults"] or c["said"]):
            continue
        lines.append(f"| {rule['id']} | {rule['title']} | {c['faults'] or '–'} | {percent(c['found'], c['faults'])} | {percent(c['placed'], c['faults'])} | "
                     f"{percent(c['said'] - c['false'], c['said'])} |")
    silent = [rule["id"] for rule in rules if not score.rules.get(rule["id"], {}).get("faults")]
    if silent:
        lines += ["", f"没有放进错的规则（{len(silent)} 条）：{'、'.join(silent)}。它们只由 `tests/rules` 的案例检验。"]
    return "\n".join(lines) + "\n"


def prose_table(measure):
    c = measure.counts
    compared, untouched = c["right"] + c["silent"] + c["wrong"], c["alone"] + c["touched"]
    told, claims = c["told"] + c["hinted"] + c["untold"], c["claims told"] + c["claims untold"]
    return f"""## 正文里的数，按人工标注

`tests/prose/reports` 里的 {measure.reports} 份整篇年报由没有看过读取器、也没有运行过它的人写成并逐个数标注：等于表里哪一格，还是表里没有。
标注在先，读取在后；读得不对的句子只用来改读取器，标注不改。每个数再单独改错一次，看说没说。

| 量 | 值 |
| --- | ---: |
| 与表比对的数，比对的格正确 | {c["right"]}/{compared}（{percent(c["right"], compared)}） |
| 比对到别的格 | {c["wrong"]} |
| 表里没有的数，没有去比 | {c["alone"]}/{untouched}（{percent(c["alone"], untouched)}） |
| 改错一个数，报了错误或疑似 | {c["told"]}/{told}（{percent(c["told"], told)}），只有提示的 {c["hinted"]} |
| 写“没有”而表里有，报了 | {c["claims told"]}/{claims}（{percent(c["claims told"], claims)}） |
| 误报：没有改动的年报 | {c["false"]} 条 |
| 误报：改动的是表里没有的数 | {c["false on change"]} 条（{c["false on change"] + c["quiet on change"]} 次改动） |
"""


def write(score, prose, catalogue, seed):
    rules = catalogue["rules"]
    for rule in rules:
        if isinstance(rule["title"], dict):
            rule["title"] = rule["title"]["zh"]
    return "\n".join((INTRO, overview(score, seed), prose_table(prose), cells_table(score), rules_table(score, rules), LIMITS))
