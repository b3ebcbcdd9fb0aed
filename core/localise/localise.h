// Which cell is wrong when sums fail: the smallest sets of cells whose change to integers >= 0 satisfies
// every identity of tables 三 and 四 at once (error localisation after Fellegi and Holt, 1976), cut into
// independent causes.
//
//   const Localisation found = localise(report, previous, claims);
//   for (const Cause& cause : found.causes) …    // one finding each; rules/requests and rules/proceedings
//                                                   report them
//
// Unread and absent cells take no part: an identity with one is unchecked. Blank cells and nil marks count as
// 0. A blank total whose parts are not all 0 is filled in at no cost: it is missing, not misstated.
// Cost: microseconds where everything holds, about 20 µs for one slip, at most limits::repair_nodes search
// steps a table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/words.h"
#include "localise/identities.h"
#include "report/report.h"

namespace nianbao {

// Evidence from elsewhere that a cell should hold a value: a figure of the narrative, last year's report.
struct Claim {
  CellRef cell;
  Decimal value;
  Text source;  // in words that fit "与…一致" / "agrees with …": 正文“共收到申请12件”
};

// One way to set things right.
struct Proposal {
  struct Set {
    CellRef cell;
    Decimal value;
  };
  std::vector<Set> set;
  Text reason;   // why this one: 数字颠倒 (21 写成 12)
  int cost = 0;  // small: people often err like this, and other evidence agrees
};

enum class CauseKind : std::uint8_t {
  misstated,     // one cell, and no other set as small, explains everything it breaks
  total_blank,   // totals left blank
  shifted_row,   // rows that fit when moved by one column
  double_count,  // the outcomes exceed their total by exactly the partly disclosed ones
  relation,      // several sets of cells explain it equally well: the broken relations are reported
  unexplained,   // no small set of cells explains it, or none was found in time
};

struct Cause {
  CauseKind kind = CauseKind::relation;
  TableId table = TableId::requests;
  Relation relation = Relation::row_total;  // whose rule reports it where the kind has none of its own
  std::vector<int> broken;  // the identities that fail because of it: indices into Localisation::identities
  std::vector<CellRef> cells;     // the guilty ones; with kind relation all cells of the broken identities
  std::vector<Proposal> repairs;  // the smallest ones, best first
  bool complete = true;           // false: there may be further repairs as small
  bool misread = false;           // another reading of the same characters would satisfy everything
  bool near_unread = false;       // an identity through these cells could not be checked
};

struct Localisation {
  std::vector<Identity> identities;
  std::vector<Cause> causes;  // by table, then by place
};

// `previous` (may be null) and `claims` are further evidence for ranking; they never make a cause of their
// own.
Localisation localise(const Report& report, const Report* previous, std::span<const Claim> claims);

}  // namespace nianbao
