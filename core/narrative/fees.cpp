// What the report says about 信息处理费.
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

}  // namespace

void find_fees(const Counted& counted, Ledger& ledger) {
  const Sentence& sentence = counted.sentence;
  FeeStatement statement;
  bool about_fee = false, denied = false;
  std::uint32_t denial = 0;
  for (const Hit& hit : sentence.hits) {
    about_fee = about_fee || (hit.senses & fee);
    if ((hit.senses & negation) && !denied) {
      denied = true;
      denial = hit.clause;
    }
    if ((hit.senses & notice) && denied && hit.clause == denial) statement.no_notice = true;
    if ((hit.senses & fee) && !(hit.senses & notice) && denied && hit.clause == denial) statement.none = true;
  }
  if (!about_fee) return;
  for (std::uint32_t id : counted.figure) {
    if (id == Counted::none) continue;
    const Figure& f = ledger.figures[id];
    if (f.measure.count == Count::fee_amount && !statement.amount) statement.amount = id;
    if (f.measure.count == Count::fee_cases && !statement.cases) statement.cases = id;
  }
  statement.range = sentence.passage->back(sentence.begin, sentence.end);
  ledger.fees.push_back(statement);
}

}  // namespace nianbao::prose
