#include "report/bind.h"

namespace nianbao {

void bind_grid_tables(const Document&, Report&) {}

}  // namespace nianbao
