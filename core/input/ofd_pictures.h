// OFD whose pages are pictures: what is drawn on them, and the files of the pictures, for whoever can read
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct OfdPictures {
  std::string geometry;  // of all pages, see input/pdf_geometry.h
  // by page: JPEG, PNG or another format; empty where no picture covers half of it
  std::vector<std::string> pictures;
};

// No pages where the bytes are no OFD, or where the geometry alone would not tell of all: parts that are
// missing, text in characters without a meaning.
OfdPictures ofd_pictures(std::string_view bytes);

}  // namespace nianbao
