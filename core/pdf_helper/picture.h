// Pages as pictures, for core/scan.
#pragma once

#include <string>

namespace nianbao {

// As binary PPM: page `number` of a PDF at the resolution of its own picture; PNG and JPEG as they are.
// Empty: there is none.
std::string page_picture(std::string& bytes, int number);

}  // namespace nianbao
