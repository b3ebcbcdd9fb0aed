#include "rules/analysis.h"

namespace nianbao {
namespace {

std::vector<Claim> claims_of(const Ledger& ledger) {
  std::vector<Claim> claims;
  for (const TextClaim& claim : ledger.claims)
    claims.push_back({claim.cell, claim.value, say(u"正文中的 {0}", u"the {0} of the text", {claim.value})});
  return claims;
}

}  // namespace

Analysis analyse(const Report& report, const Report* previous) {
  Analysis analysis;
  analysis.ledger = read_figures(report);
  analysis.localisation = localise(report, previous, claims_of(analysis.ledger));
  return analysis;
}

}  // namespace nianbao
