// Reads a PDF natively by the separate program nianbao-pdf, which lies beside this one.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// The geometry (core/input/pdf_geometry.h) of a PDF. When the reader is missing the bytes come back as they
// are, so that the core says so; when it runs out of its bounds the geometry names the limit, when it dies it
// says "damaged".
std::string pdf_geometry(const std::string& pdf);

}  // namespace nianbao
