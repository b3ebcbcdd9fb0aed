// Numbers recognised in a picture that may also be another number.
#pragma once

#include "report/report.h"

namespace nianbao {

// A cell with which sums fail, and with whose second reading (the detail of its mark `recognised`) all of its
// sums would hold, becomes unread: which of the two stands on the paper a person must say. Never is the
// second reading taken. Cost: linear in the marks and the identities.
void leave_doubtful_open(const Document& document, Report& report);

}  // namespace nianbao
