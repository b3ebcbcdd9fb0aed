// Where text of a document stands on its pages: of formats that only know where glyphs stand (PDF, OFD).
//
//   const PagePlaces places(drawing, document);   // the document was read of this drawing
//   for (const PagePlace& place : places.of(range)) …
//
// A place is a box around characters beside each other on one line. A blank cell is where its row and its
// column meet; what has no characters otherwise is at the one before it. Cost: linear in the characters once,
// then in the place; a blank cell in the cells of its table.
#pragma once

#include <vector>

#include "input/pdf_page.h"

namespace nianbao {

struct PagePlace {
  std::size_t page = 0;  // from 0
  Box box;               // on the page as it is shown
};

class PagePlaces {
 public:
  PagePlaces(const Drawing& drawing, const Document& document);
  std::vector<PagePlace> of(Range place) const;

 private:
  struct Character {
    std::size_t page;
    const Glyph* glyph;
  };
  const Character* at(std::uint32_t offset) const;  // null for white space and what was made up
  std::vector<PagePlace> of_characters(Range place) const;
  std::vector<PagePlace> of_blank(std::uint32_t offset) const;
  std::vector<PagePlace> beside(std::uint32_t offset) const;

  const Document& document_;
  std::vector<Character> characters_;  // by their number in the geometry
};

}  // namespace nianbao
