#include "rules/families.h"

namespace nianbao {
namespace {

constexpr Family families[] = {
    {"structure", {u"结构", u"Structure"}},
    {"form", {u"表样", u"Form"}},
    {"title", {u"标题", u"Title"}},
    {"dates", {u"日期", u"Dates"}},
    {"cells", {u"表格填写", u"Cells"}},
    {"disclosure", {u"表二", u"Table 2"}, true},
    {"requests", {u"表三", u"Table 3"}, true},
    {"proceedings", {u"表四", u"Table 4"}, true},
    {"narrative", {u"正文数字", u"Figures in the text"}, true},
    {"history", {u"与上年衔接", u"Last year"}, true},
    {"rollup", {u"上下级汇总", u"Roll-up"}, true},
    {"fees", {u"信息处理费", u"Processing fees"}, true},
    {"content", {u"内容", u"Content"}},
    {"privacy", {u"个人信息", u"Personal data"}},
    {"residue", {u"残留痕迹", u"Residue"}},
    {"wording", {u"用语", u"Wording"}},
};

}  // namespace

std::span<const Family> all_families() { return families; }

}  // namespace nianbao
