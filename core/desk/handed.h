// What the desk keeps of a report that was handed in: its figures, no text; about 6 KB.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/conclusion.h"
#include "stages.h"

namespace nianbao {

// A cell as far as it can be added up: blanks and nil marks count as 0, as everywhere. Nothing where the
// cell was not read, is not there, or says something else than a number (约20, 251000元 where 万元 are asked
// for).
using CellFigure = std::optional<Decimal>;

// A figure that an error's one repair puts right: so a sum that differs by it is explained.
struct Slip {
  std::size_t cell;  // index into Handed::figures
  Decimal right;
};

struct FoundIn {
  FindingCounts counts;
  std::vector<Slip> slips;
};
FoundIn found_in(const CheckedReading& all);

struct Handed {
  std::string file;
  std::u16string agency;            // folded; empty when it was not read
  int year = 0;                     // 0: not read
  const Form* form = nullptr;       // null: no report was found
  bool whole = false;               // everything was read
  std::vector<CellFigure> figures;  // in the order of form_cells()
  std::string words;                // digest of the running text; equal for a report in two formats
  FoundIn found;                    // set once it was checked
};

std::vector<CellRef> form_cells(const Form& form);

Handed handed(const Reading& reading, std::string file);

}  // namespace nianbao
