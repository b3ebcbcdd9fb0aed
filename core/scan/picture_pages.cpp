#include "scan/picture_pages.h"

#include "input/pdf_page.h"

namespace nianbao::scan {
namespace {

bool is_picture(const PageDrawing& page) {
  constexpr std::size_t few = 5;  // characters: a page number, a stamp
  constexpr double most = 0.5;    // of the page
  double covered = 0;
  for (const Box& image : page.images) covered += image.width() * image.height();
  return page.glyphs.size() <= few && covered >= most * page.width * page.height;
}

}  // namespace

std::vector<GeometryPage> pages_of(std::string_view geometry) {
  const Result<Drawing> drawing = parse_pdf_geometry(geometry);
  std::vector<GeometryPage> out;
  if (!drawing) return out;
  for (std::size_t at = geometry.find("\nP "); at != std::string_view::npos;) {
    const std::size_t next = geometry.find("\nP ", at + 1);
    const PageDrawing& page = drawing.value().pages[out.size()];
    out.push_back({geometry.substr(at + 1, next == std::string_view::npos ? next : next - at), page.width,
                   is_picture(page)});
    at = next;
  }
  return out;
}

}  // namespace nianbao::scan
