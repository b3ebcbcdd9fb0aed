// Every figure of the narrative, what it counts, and what it was held against.
//
//   2024年新收政府信息公开申请23件，上年结转1件；办结24件。
//     23件  new_requests     matches requests.new_requests.total
//     1件   carried_over     matches requests.carried_over.total
//     24件  concluded        matches requests.outcome_total.total
//
// Built once by read_figures() before the rules run; the rules of narrative/*, fees/* and
// rollup/narrative-breakdown only say what stands here. Indices are positions in the vectors of the same
// Ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "narrative/quantity.h"
#include "report/report.h"

namespace nianbao {

namespace prose {
struct Frame;
}

enum class FigureKind : std::uint8_t {
  count,       // 23件, 12人
  amount,      // 380元
  percentage,  // 37.7%
  points,      // 2.3个百分点
};

enum class FigureClass : std::uint8_t {
  matches,           // a cell, or a sum of cells, says the same
  contradicts,       // none of the cells it can stand for says the same
  part_of_sum,       // a part of a total in the text, or that total
  share_of,          // a share or a rate of other figures
  growth_of,         // a change against an earlier figure
  not_about_tables,  // counts what no table counts
  not_understood,    // what it counts is not clear
};

// What a number counts.
enum class Count : std::uint8_t {
  unknown,
  nothing,          // nothing that a table counts
  new_requests,     // 新收
  received,         // 收到
  accepted,         // 受理: new ones, or new ones and those carried over
  processed,        // 办理
  concluded,        // 办结
  replied,          // 答复
  carried_over,     // 上年结转
  carried_forward,  // 结转下年
  carried,          // 结转, either way
  outcome,          // 予以公开 …: keys are rows or groups of rows
  applicants,       // 自然人 …: keys are columns
  review,           // 行政复议; key is the result, none for all
  suits,            // 行政诉讼; the same
  documents,        // 行政规范性文件, 规章; key is the column, none for any of them
  decisions,        // 行政许可决定; key is the row
  fee_cases,        // applications that were charged
  fee_amount,       // 信息处理费
};

struct Measure {
  Count count = Count::unknown;
  std::vector<Count> also;             // 受理并办结: any of them will do
  std::vector<std::string_view> keys;  // see Count
  std::string_view row{};              // of documents: regulations or normative_documents
  std::string_view group{};            // of suits: direct_suits, suits_after_review, or none for both
  bool hard = true;                    // false: may agree with a cell but contradicts none
  bool leans = false;         // not hard by itself, but where the numbers beside it agree with their cells
  bool alternatives = false;  // keys are alternatives and not summands
  const prose::Frame* frame = nullptr;  // the line of the grammar that read it, static; null for a claim
};

enum class Scope : std::uint8_t {
  own,   // 本机关
  wide,  // 全市
  body,  // one body among several that is not the report's own
};

enum class Span : std::uint8_t {
  this_year,
  other_year,     // 2023年, 上年
  part_of_year,   // 上半年
  several_years,  // 累计, …以来
};

// Cells added up, some of them subtracted.
struct CellTerm {
  CellRef cell;
  int sign = 1;
};
struct Combination {
  std::vector<CellTerm> terms;
  std::optional<Decimal> value;  // nothing when a cell is absent, unread or blank
};

struct Figure {
  Quantity quantity;
  FigureKind kind = FigureKind::count;
  FigureClass cls = FigureClass::not_understood;
  std::u16string_view unit{};  // 件, static; empty when there is none
  Range range{};               // number and unit in the document
  Range clause{};              // the words around it up to the commas
  int section = 0;             // 1 to 6, 0 for the preamble
  int sentence = 0;            // number of its sentence in the narrative
  int depth = 0;               // in how many brackets
  bool change = false;         // an increase or a decrease, not a count
  bool word = false;           // no numeral: 未收到 says 0
  Measure measure;
  Range unknown{};  // the first word around it that the vocabulary does not know; length 0 when it knows all
  Scope scope = Scope::own;
  Span span = Span::this_year;
  std::vector<Combination> held;  // what it was held against: the first is what the words mean most plainly
  int fits = -1;                  // index of the one it agrees with
  std::vector<CellRef> columns;   // contradicts, but equals this column of the row
  std::vector<std::uint32_t> figures;  // other figures it was held against
  std::uint32_t clause_id = 0;         // numbers the clauses of the whole narrative
};

// A total in the text with its parts.
struct SumList {
  std::uint32_t total;
  std::vector<std::uint32_t> parts;
  std::vector<int> times;   // each part counts so often: 各19条 behind two names is 2
  Decimal low, high;        // what the parts add up to
  bool open = false;        // 等, 其他: not all parts are named
  bool units = false;       // the parts are bodies: 市政府349件、沭阳县477件
  bool exhaustive = false;  // 分别为, a list in brackets, two parts or more behind 其中
  bool fee = false;         // of 信息处理费
  bool complete = false;  // no part can be missing: 合计 behind them, 自然人 and 法人或其他组织, answered and
                          // carried forward
  Range range{};
};

// A share or a rate with the figures it comes from.
struct Share {
  std::uint32_t percentage;
  std::optional<std::uint32_t> part, base;  // figures; nothing when the base is a cell
  std::optional<CellRef> base_cell, part_cell;
  Decimal part_value, base_value;
  bool checked = false;  // part and base are evident
  bool right = true;
};

struct Growth {
  std::uint32_t stated;  // the percentage, or the figure of an increase
  std::uint32_t now;
  std::optional<std::uint32_t> then, change;
  bool rise = true;     // what the words say
  double expected = 0;  // percent, from the figures
  bool wrong_direction = false;
  bool right = true;
};

struct Balance {
  std::uint32_t received, carried_over, concluded, carried_forward;  // figures of one passage
  bool explained = false;  // each of them agrees with the tables all the same
};

// A claim without a number: 已全部办结, 均获维持.
struct Assertion {
  enum Kind : std::uint8_t { all_concluded, all_upheld, none_corrected, no_fee_notice } kind;
  Range range{};
  std::vector<CellRef> cells;  // should all be 0
  Decimal sum;                 // and are this together
  bool holds = true;
};

// 共主动公开条: a number is missing. 部分公开67，: a unit is missing.
struct Gap {
  enum Kind : std::uint8_t { number, unit } kind;
  Range range{};
  std::u16string expected;  // the unit of its neighbours
};

// A sentence about 信息处理费.
struct FeeStatement {
  Range range{};
  std::optional<std::uint32_t> amount, cases;  // figures
  bool none = false;                           // 未收取
  bool no_notice = false;                      // 未发出收费通知
};

// A number of the prose that says what one cell should hold, whether it does or not: evidence for finding a
// slip in a table.
struct TextClaim {
  CellRef cell;
  Decimal value;
  Range range;  // the figure in the document
};

struct Ledger {
  std::vector<Figure> figures;  // in reading order
  std::vector<SumList> sums;
  std::vector<Share> shares;
  std::vector<Growth> growths;
  std::vector<Balance> balances;
  std::vector<Assertion> assertions;
  std::vector<Gap> gaps;
  std::vector<FeeStatement> fees;
  std::vector<TextClaim> claims;
  bool fee_mentioned =
      false;  // 信息处理费 or a sentence about charging for requests occurs somewhere in the report
  bool cut = false;  // limits::figures was reached
};

// Cost: linear in the narrative.
Ledger read_figures(const Report& report);

std::string_view class_name(FigureClass cls);  // "matches", "part_of_sum", ...
std::string_view count_name(Count count);      // "new_requests", ...

}  // namespace nianbao
