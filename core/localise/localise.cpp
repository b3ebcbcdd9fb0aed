#include "localise/localise.h"

namespace nianbao {

Localisation localise(const Report&, const Report*, const Ledger&) { return {}; }

}  // namespace nianbao
