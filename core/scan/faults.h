// Why a page could not be read, or not whole: what the readings are like decides whether something is wrong,
// what the picture is like decides what.
#pragma once

#include <vector>

#include "input/picture_fault.h"
#include "scan/page.h"

namespace nianbao::scan {

struct Reading;

// Nothing that was read is text: what there is of it is noise.
bool nothing_read(const std::vector<Reading>& readings);

// Of a page and the readings of its crops. An empty page has no fault.
std::vector<PictureFault> faults_of(const CutPage& page, const std::vector<Reading>& readings);

}  // namespace nianbao::scan
