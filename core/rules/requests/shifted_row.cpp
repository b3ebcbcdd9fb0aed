#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule shifted_row = {
    .severity = Severity::warning,
    .title = {u"整行数据疑似错位", u"A row seems to be shifted"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表三：各列对应表头的申请人类别",
              u"Form of table 3: each figure belongs under its kind of applicant"},
    .advice = {u"对照表头核对这一行各格的位置。",
               u"Check the places of the row's figures against the head of the table."},
    .run = [](const Context& context,
              Findings& out) { report_causes(context, out, CauseKind::shifted_row, TableId::requests); },
};

}  // namespace nianbao::rules::requests
