#include "scan/page.h"

#include "scan/blobs.h"
#include "scan/paper.h"
#include "scan/upright.h"

namespace nianbao::scan {

CutPage cut_page(const Picture& picture) {
  CutPage out;
  out.page = on_white_paper(picture);
  constexpr int ink = 140;  // grey level below which it is certain to be some
  out.character = character_size(find_blobs(out.page, ink).blobs, out.page.width);
  if (out.character == 0) return out;
  out.page = levelled(out.page, out.character);
  out.tables = find_tables(out.page, transposed(out.page), out.character);
  Grey unruled = out.page;
  erase_rules(unruled, out.tables);
  out.crops = cut_lines(unruled, out.tables, out.character);
  return out;
}

}  // namespace nianbao::scan
