// Simple values of OFD: numbers, boxes, transformations, colours, the run-length form of deltas.
#pragma once

#include <string_view>
#include <vector>

#include "input/pdf_page.h"
#include "input/xml.h"

namespace nianbao {

constexpr double points_per_mm = 72 / 25.4;  // OFD measures in millimetres

double ofd_number(std::string_view text, double fallback);
// Separated by spaces or commas; what is no number ends the list. No more than a million.
std::vector<double> ofd_numbers(std::string_view text);
// "12 g 3 5.5 7" is 12 5.5 5.5 5.5 7; no more than `most`.
std::vector<double> ofd_deltas(std::string_view text, std::size_t most);

struct OfdPoint {
  double x = 0, y = 0;
};

// x' = a x + c y + e, y' = b x + d y + f.
struct OfdMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  OfdPoint operator()(OfdPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
};

OfdMatrix inside(const OfdMatrix& outer, const OfdMatrix& inner);  // inner first
OfdMatrix moved(double x, double y);
OfdMatrix ofd_matrix(std::string_view ctm);  // the identity when it is not six numbers
Box ofd_box(std::string_view text);          // x y width height; empty when it is not four numbers
Box bounds(const OfdMatrix& matrix, const Box& box);

struct OfdColour {
  std::uint32_t rgb = 0;
  double alpha = 1;
};

// `node`: FillColor or StrokeColor. A pattern or shading counts as grey.
OfdColour ofd_colour(pugi::xml_node node);
std::uint32_t on_white(const OfdColour& colour, double alpha);  // as it looks on paper
int darkest(std::uint32_t rgb);                                 // the smallest of red, green and blue

// One run of a path: straight from point to point, unless it is curved.
struct OfdRun {
  std::vector<OfdPoint> points;
  bool closed = false;
  bool curved = false;
};

// AbbreviatedData: S M L Q B A C. No more than a million points.
std::vector<OfdRun> ofd_path(std::string_view data);

}  // namespace nianbao
