// The objects of an OFD page (GB/T 33190-2016, 7 to 12) as the geometry that PDF pages come in, too.
#pragma once

#include <string>
#include <vector>

#include "input/ofd_resources.h"
#include "input/pdf_page.h"

namespace nianbao {

// Budgets that all pages share.
struct OfdBudget {
  std::size_t objects = 0, glyphs = 0, lines = 0;
  bool objects_exceeded = false, nesting_exceeded = false, content_exceeded = false;
};

class OfdPage {
 public:
  // `area`: the page's physical box, in millimetres.
  OfdPage(const Box& area, const OfdResources& resources, OfdBudget& budget);

  // Objects of a page's or template's Content. May be called again for what lies behind or before it. Cost:
  // linear in the objects, those of composites once for each use.
  void draw(pugi::xml_node content);

  // Appends what a person takes for the page to the text of input/pdf_geometry.h: without watermarks, seals
  // and what cannot be seen.
  struct Content {
    std::size_t glyphs = 0,
                meaningless = 0;  // characters; those for private use, which mean nothing without their font
    std::size_t images = 0;
    std::string picture;       // the resource of the one that covers most of the page, half of it at least
    std::size_t outlines = 0;  // filled shapes with curves: text may be drawn by them
  };
  Content write(std::string& geometry) const;

 private:
  struct State {
    OfdMatrix matrix;  // to points
    Box clip;          // in points
    OfdPaint paint;
    double alpha = 1;
    int depth = 0;  // of composites
  };
  struct Frame {
    pugi::xml_node next;
    State state;
  };
  struct Glyph {
    Box box;
    char32_t character;
    bool slanting;  // turned by an angle that is no quarter
    std::uint32_t colour;
  };
  struct Painted {  // a straight stroke or a filled rectangle
    Box box;
    std::uint32_t colour;
  };

  void object(pugi::xml_node node, const State& state, std::vector<Frame>& stack);
  bool enter(pugi::xml_node node, State& state) const;
  void composite(pugi::xml_node node, const State& state, std::vector<Frame>& stack);
  void text(pugi::xml_node node, const State& state);
  void text_code(pugi::xml_node code, const State& state, std::uint32_t ink, double size, double stretch,
                 int turn);
  void path(pugi::xml_node node, const State& state);
  void seal(const OfdRun& run, const State& state);
  void stroke(const OfdRun& run, const State& state, std::uint32_t colour);
  void fill(const OfdRun& run, const State& state, std::uint32_t colour);
  void image(pugi::xml_node node, const State& state);
  bool is_apart(const Glyph& glyph) const;

  const OfdResources& resources_;
  OfdBudget& budget_;
  OfdMatrix to_points_;
  double width_, height_;  // in points
  std::vector<Glyph> glyphs_;
  std::vector<Painted> strokes_, fills_;
  struct Image {
    Box box;
    std::string resource;
  };
  std::vector<Image> images_;
  std::vector<Box> seals_;
  std::size_t outlines_ = 0;
  double x_ = 0, y_ = 0;  // of the last TextCode that said where it begins
};

}  // namespace nianbao
