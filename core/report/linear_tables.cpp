#include "report/bind.h"

namespace nianbao {

void bind_linear_tables(const Document&, Report&) {}

}  // namespace nianbao
