// How figures of the narrative are said: what they were held against, in words, and findings about those that
// contradict a table.
#pragma once

#include <string_view>

#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao {

// “72件”, or the words that stand for a number: “未收到政府信息公开申请”.
Text quote_figure(const Report& report, const Figure& figure);

// The sum of cells in words: 表三“…”行“总计”列是42; 表三“（三）不予公开”各项之和是35.
Text say_held(const Report& report, const Combination& combination);

// What became of a figure, in one line: 与表三“…”一致; 是2583条的一部分; 不是表格统计的数字.
Text explain(const Report& report, const Ledger& ledger, const Figure& figure);

// The rule that reports a figure; empty when the figure contradicts nothing or another finding covers it:
// that of another figure, or that of a misstated cell for which the figure gives the right value.
std::string_view rule_of(const Context& context, const Figure& figure);

// Reports every figure that contradicts the tables and belongs to this rule; counts those of `counts` that
// agree as passed.
void report_contradictions(const Context& context, Findings& out, std::string_view rule,
                           std::initializer_list<Count> counts);

// Why no figure could be held against this table, if it could not.
bool skip_without_table(const Context& context, Findings& out, TableId table);

Text number_of(Decimal value);
Text percent_of(double value, int digits);  // 99.65%, rounded half up

// The percentage with what the figures give, printed as exactly as it is: 33.76% → 33.83%. None for one that
// is about or in words.
void offer_percentage(const Report& report, const Figure& stated, Decimal part, Decimal base,
                      Finding& finding);

// A list that other findings cover: one of its figures contradicts a table, or all of them are the table's
// own.
bool settled(const Ledger& ledger, const SumList& list);
// 394 + 780 + 749
std::u16string sum_of_parts(const Ledger& ledger, const SumList& list);
Text say_sum(const Report& report, const Ledger& ledger, const SumList& list);
std::vector<Range> places_of(const Ledger& ledger, const SumList& list);

}  // namespace nianbao
