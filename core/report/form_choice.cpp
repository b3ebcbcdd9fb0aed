#include "report/bind.h"

namespace nianbao {

void choose_form(const Document&, Report& report) { report.form = &form_for_year(report.year); }

}  // namespace nianbao
