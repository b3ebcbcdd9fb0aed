"""Invented places and bodies."""
from dataclasses import dataclass

FIRST = "青云永安临清泰和宁庆丰兴嘉怀望昌文武南北东西新长定平阳旌棠芦苇枫桂柏榆桐杉"
SECOND = "川河山溪湖原岭泉桥源城阳宁昌江浦坪屏麓渡店坝寨圩岗涧"
DEPARTMENTS = ("教育局", "水利局", "农业农村局", "民政局", "财政局", "审计局", "司法局", "卫生健康局", "自然资源局", "市场监督管理局",
               "交通运输局", "文化和旅游局", "应急管理局", "统计局", "发展和改革局", "住房和城乡建设局", "人力资源和社会保障局", "城市管理局",
               "林业局", "退役军人事务局", "医疗保障局", "行政审批服务局", "科学技术局", "商务局", "乡村振兴局")


@dataclass(frozen=True)
class Body:
    name: str        # full name
    place: str       # 青川县
    kind: str        # department, township, government
    own: str         # how it calls itself: 我局
    scope: str       # 全县 for a government, otherwise empty
    maker: bool      # may make 规章
    code: str        # area code of its telephone


def place_name(rng):
    while True:
        a, b = rng.choice(FIRST), rng.choice(SECOND)
        if a != b:
            return a + b


def body(rng, kind=None, place=None):
    kind = kind or rng.choices(("department", "township", "government"), (70, 20, 10))[0]
    unit = rng.choices(("县", "区", "市"), (55, 25, 20))[0]
    place = place or place_name(rng) + unit
    unit = place[-1]
    code = f"08{rng.randint(10, 99)}"
    if kind == "department":
        department = rng.choice(DEPARTMENTS + ("人民政府办公室",))
        return Body(place + department, place, kind, "我办" if department.endswith("办公室") else "我局", "", False, code)
    if kind == "township":
        name, ending, own = rng.choice((("镇", "镇人民政府", "我镇"), ("乡", "乡人民政府", "我乡"), ("街道", "街道办事处", "街道")))
        return Body(place + place_name(rng) + ending, place, kind, own, "", False, code)
    return Body(place + "人民政府", place, kind, "我" + unit, "全" + unit, False, code)
