// Results as JUnit XML: one suite a file, one case a rule that ran; an error or warning fails its rule's
// case.
#pragma once

#include <string>

#include "stages.h"

namespace nianbao {

std::string junit_begin();
std::string junit_suite(const CheckedReading& all, const Options& options);
std::string junit_end();

}  // namespace nianbao
