#include "scan/faults.h"

#include <algorithm>

#include "base/unicode.h"
#include "scan/geometry.h"
#include "scan/read_page.h"

namespace nianbao::scan {
namespace {

constexpr double legible = 0.75;  // certainty of a line; those of good pages have 0.9 and more
constexpr double dark = 80;       // of paper; pages with 100 can be read
constexpr double sharp = 0.13;    // of a character: edges of good scans have 0.09 and less
constexpr std::size_t few = 5;    // lines

struct Count {
  std::size_t lines = 0, read = 0;
  std::size_t characters = 0;  // of words that were read
};

Count count(const CutPage& page, const std::vector<Reading>& readings) {
  Count out;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Reading& reading = readings[i];
    const bool number = page.crops[i].cell >= 0 && is_of_number(reading);
    const bool read = number ? accepted(reading, true) != u"\uFFFD" : reading.certainty >= legible;
    ++out.lines;
    out.read += read;
    if (read && !number) out.characters += from_utf8(reading.text).size();
  }
  return out;
}

// The most likely of what a better picture would help against.
PictureFault why(const CutPage& page, const Count& lines) {
  if (page.quality.light < dark) return PictureFault::dark;
  if (lines.lines < few) return PictureFault::no_text;
  const bool is_sharp = page.quality.edge > 0 && page.quality.edge <= sharp;
  return is_sharp ? PictureFault::illegible : PictureFault::blurred;
}

}  // namespace

bool nothing_read(const std::vector<Reading>& readings) {
  std::size_t characters = 0;
  for (const Reading& reading : readings)
    if (reading.certainty >= legible && !is_of_number(reading)) characters += from_utf8(reading.text).size();
  return characters < few;
}

std::vector<PictureFault> faults_of(const CutPage& page, const std::vector<Reading>& readings) {
  std::vector<PictureFault> out;
  const Count lines = count(page, readings);
  const bool poorly_read = lines.read * 5 < lines.lines * 4 || lines.characters < few;
  if (page.blank ? page.quality.light < dark : poorly_read) out.push_back(why(page, lines));
  if (page.quality.cut.any()) {
    // Halves of lines are not legible, and a corner of a page has few.
    std::erase_if(out,
                  [](PictureFault f) { return f == PictureFault::illegible || f == PictureFault::no_text; });
    out.push_back(PictureFault::cut);
  }
  return out;
}

}  // namespace nianbao::scan
