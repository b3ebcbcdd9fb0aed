// Pages that are pictures, read natively: the program nianbao-pdf makes pixels of them, nianbao-ocr reads
// what core/scan cuts out. Both lie beside this program.
#pragma once

#include <string>

namespace nianbao {

// The geometry with what was read of its pages that are pictures. `file`: the PDF that it is of. As it is,
// where there are no such pages, where nianbao-ocr is missing, and of pages that could not be read.
std::string with_pictures_read(std::string geometry, const std::string& file);

// The geometry of an OFD with what was read of its pages that are pictures; nothing under the same
// circumstances.
std::string ofd_pictures_read(const std::string& file);

// The geometry of a PNG or JPEG; the file as it is, where nianbao-ocr is missing or its pixels cannot be had.
std::string picture_geometry(const std::string& file);

}  // namespace nianbao
