#include "rules/analysis.h"

namespace nianbao {

Analysis analyse(const Report& report, const Report* previous) {
  Analysis analysis;
  analysis.ledger = read_figures(report);
  analysis.localisation = localise(report, previous, analysis.ledger);
  return analysis;
}

}  // namespace nianbao
