// What keeps a page that is a picture from being read whole. Each has its sentence in
// output/problem_text.cpp, with what helps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

enum class PictureFault : std::uint8_t {
  dark,       // of many characters no telling which they are, in a dark picture
  blurred,    // the same, and the edges of their strokes are not sharp
  illegible,  // the same, and the picture does not tell why: handwriting, faint print
  no_text,    // nothing in it is a line of text
  cut,        // rules or lines of text run into the edge of the picture
};

std::string_view name_of(PictureFault fault);
std::optional<PictureFault> picture_fault(std::string_view name);

// A fault and the pages that have it, "第2、3页": as the detail of an Error image or from_picture,
// "blurred 第2、3页".
struct PoorPages {
  PictureFault fault;
  std::u16string pages;
};
std::u16string as_detail(const PoorPages& poor);
std::optional<PoorPages> poor_pages(std::u16string_view detail);

}  // namespace nianbao
