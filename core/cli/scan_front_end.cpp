#include "cli/scan_front_end.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/helper.h"
#include "cli/ordered_work.h"
#include "input/ofd_pictures.h"
#include "input/pdf_geometry.h"
#include "scan/picture_pages.h"
#include "scan/read_page.h"

namespace nianbao {
namespace {

constexpr std::size_t most_pictures = 20;  // pages of a report; the longest seen has 14

// --- pictures ----------------------------------------------------------------------------------------------

std::size_t number_at(std::string_view bytes, std::size_t& at) {
  std::size_t value = 0;
  while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9')
    value = value * 10 + static_cast<std::size_t>(bytes[at++] - '0');
  ++at;
  return value;
}

// Our own binary PPM: "P6\nWIDTH HEIGHT\n255\n".
std::optional<scan::Picture> parse_picture(std::string_view ppm) {
  std::size_t at = 3;
  if (!ppm.starts_with("P6\n")) return std::nullopt;
  const std::size_t width = number_at(ppm, at), height = number_at(ppm, at);
  number_at(ppm, at);
  if (width == 0 || height == 0 || at > ppm.size() || ppm.size() - at != 3 * width * height)
    return std::nullopt;
  return scan::Picture{static_cast<int>(width),
                       static_cast<int>(height),
                       {ppm.begin() + static_cast<std::ptrdiff_t>(at), ppm.end()}};
}

std::optional<scan::Picture> picture_of(const std::string& file, std::size_t page) {
  const auto program = helper("nianbao-pdf");
  if (!program) return std::nullopt;
  HelperProcess reader(*program, {"picture", std::to_string(page)});
  return reader.started() ? parse_picture(reader.exchange(file)) : std::nullopt;
}

// --- reading -----------------------------------------------------------------------------------------------

void append_32(std::string& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}

// "text<TAB>certainty<TAB>number<TAB>certainty<TAB>second number"
scan::Reading parse_reading(std::string_view line) {
  const auto field = [&line] {
    const std::string_view out = line.substr(0, line.find('\t'));
    line.remove_prefix(std::min(out.size() + 1, line.size()));
    return std::string(out);
  };
  scan::Reading out;
  out.text = field();
  out.certainty = std::strtod(field().c_str(), nullptr);
  out.number = field();
  out.number_certainty = std::strtod(field().c_str(), nullptr);
  out.second = field();
  return out;
}

// Fewer readings than crops when the program died.
std::vector<scan::Reading> recognised(HelperProcess& recogniser, const std::vector<scan::Grey>& crops) {
  std::string request;
  append_32(request, crops.size());
  for (const scan::Grey& crop : crops) {
    append_32(request, static_cast<std::size_t>(crop.width));
    request.append(reinterpret_cast<const char*>(crop.bytes.data()), crop.bytes.size());
  }
  const std::string answer = recogniser.ask(request, crops.size());
  std::vector<scan::Reading> out;
  for (std::size_t at = 0; at < answer.size();) {
    const std::size_t end = answer.find('\n', at);
    if (end == std::string::npos) break;
    out.push_back(parse_reading(std::string_view(answer).substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

// The page's records; nothing when it could not be read.
std::string read_page(HelperProcess& recogniser, scan::Picture picture, double width) {
  scan::PageReader reader(std::move(picture), width);
  while (!reader.wanted().empty()) {
    const std::vector<scan::Reading> readings = recognised(recogniser, reader.wanted());
    if (readings.size() != reader.wanted().size()) return {};
    reader.give(readings);
  }
  return reader.geometry();
}

void tell_progress(std::size_t done, std::size_t all) {
  if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "已识别图片 %zu/%zu 页\n", done, all);
}

// A page has a recogniser of its own, which uses one core: pages are read side by side.
std::string read_picture(std::optional<scan::Picture> picture, double width, const std::string& program) {
  HelperProcess recogniser(program, {});
  if (!picture || !recogniser.started()) return {};
  return read_page(recogniser, std::move(*picture), width);
}

// The picture of a page, from 0.
using PictureOf = std::function<std::optional<scan::Picture>(std::size_t page)>;

// Nothing, where there is nothing to read or to read it with.
std::string read_pictures(const std::string& geometry, const PictureOf& picture_of_page) {
  const std::vector<scan::GeometryPage> pages = scan::pages_of(geometry);
  std::size_t pictures = 0;
  for (const scan::GeometryPage& page : pages) pictures += page.picture;
  const auto program = helper("nianbao-ocr");
  if (pictures == 0 || pictures > most_pictures || !program) return {};
  std::string out =
      geometry.substr(0, static_cast<std::size_t>(pages.front().records.data() - geometry.data()));
  std::size_t done = 0;
  const auto make = [&](std::size_t i) {
    const std::string records =
        pages[i].picture ? read_picture(picture_of_page(i), pages[i].width, *program) : std::string();
    return records.empty() ? std::string(pages[i].records) : records;
  };
  in_order<std::string>(pages.size(), std::thread::hardware_concurrency(), make,
                        [&](std::size_t i, const std::string& records) {
                          out += records;
                          if (pages[i].picture) tell_progress(++done, pictures);
                        });
  return out;
}

}  // namespace

std::string with_pictures_read(std::string geometry, const std::string& file) {
  std::string out = read_pictures(geometry, [&](std::size_t page) { return picture_of(file, page + 1); });
  if (out.empty()) return geometry;
  return out;
}

std::string ofd_pictures_read(const std::string& file) {
  if (!helper("nianbao-ocr")) return {};
  const OfdPictures pages = ofd_pictures(file);
  return read_pictures(pages.geometry, [&](std::size_t page) { return picture_of(pages.pictures[page], 1); });
}

std::string picture_geometry(const std::string& file) {
  const auto program = helper("nianbao-ocr");
  if (!program) return file;
  constexpr double a4_width = 595;  // points: what a picture does not tell
  const std::string records = read_picture(picture_of(file, 1), a4_width, *program);
  return records.empty() ? file : std::string(pdf_geometry_magic) + records;
}

}  // namespace nianbao
