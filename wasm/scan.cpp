// The boundary of the module that cuts pages that are pictures for a recogniser (core/scan), for the page.
// One document at a time is held here: its geometry, and of each page that was read what its geometry is made
// of.
//
//   begin(bytes) → pages; for each that is a picture: picture(page, …); while ((crops =
//   wanted()).widths.length) give(…); numbers(page); then, as often as a person says what stands somewhere:
//   confirm(page, crop, text); document()
#include <emscripten/bind.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "input/ofd_pictures.h"
#include "input/pdf_geometry.h"
#include "scan/geometry.h"
#include "scan/picture_pages.h"
#include "scan/read_page.h"

namespace {

using nianbao::scan::Crop;
using nianbao::scan::Taken;
using Json = nlohmann::json;

constexpr double a4_width = 595;  // points: what a picture does not tell

struct ReadPage {
  nianbao::scan::CutPage page;  // without its pixels
  std::vector<nianbao::scan::Reading> readings;
  double scale = 1;
};

struct Page {
  std::string records;
  double width = a4_width;
  bool picture = true;
  std::optional<ReadPage> read;
};

std::vector<Page> pages;
std::unique_ptr<nianbao::scan::PageReader> reader;
std::size_t reading = 0;  // index of the page that `reader` reads

emscripten::val copied(const std::uint8_t* bytes, std::size_t size) {
  return emscripten::val::global("Uint8Array")
      .new_(emscripten::val(emscripten::typed_memory_view(size, bytes)));
}

// {page, file}: from 0; the picture's own file, null where whoever asks has it.
emscripten::val picture_page(std::size_t page, const std::string* file) {
  emscripten::val out = emscripten::val::object();
  out.set("page", page);
  out.set("file", file == nullptr
                      ? emscripten::val::null()
                      : copied(reinterpret_cast<const std::uint8_t*>(file->data()), file->size()));
  return out;
}

// Geometry, an OFD, or a picture's own bytes. → the pages that are pictures.
emscripten::val begin(const std::string& bytes) {
  pages.clear();
  reader.reset();
  const bool is_geometry = bytes.starts_with(nianbao::pdf_geometry_magic);
  const auto ofd = is_geometry ? nianbao::OfdPictures() : nianbao::ofd_pictures(bytes);
  const bool is_ofd = !ofd.pictures.empty();
  if (!is_geometry && !is_ofd) pages.emplace_back();
  else
    for (const auto& page : nianbao::scan::pages_of(is_ofd ? ofd.geometry : bytes))
      pages.push_back({std::string(page.records), page.width, page.picture, std::nullopt});
  emscripten::val out = emscripten::val::array();
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i].picture) out.call<void>("push", picture_page(i, is_ofd ? &ofd.pictures[i] : nullptr));
  return out;
}

// `rgba`: four bytes a pixel, opaque.
void picture(unsigned page, const std::string& rgba, int width, int height) {
  nianbao::scan::Picture given{width, height, {}};
  given.rgb.reserve(rgba.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
    given.rgb.insert(given.rgb.end(), rgba.begin() + static_cast<std::ptrdiff_t>(i),
                     rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
  reading = page;
  reader = std::make_unique<nianbao::scan::PageReader>(std::move(given), pages[page].width);
}

// {widths, bytes}: grey pictures after one another, each crop_height high. None when the page is read.
emscripten::val wanted() {
  emscripten::val widths = emscripten::val::array();
  std::vector<std::uint8_t> bytes;
  for (const auto& crop : reader->wanted()) {
    widths.call<void>("push", crop.width);
    bytes.insert(bytes.end(), crop.bytes.begin(), crop.bytes.end());
  }
  emscripten::val out = emscripten::val::object();
  out.set("widths", widths);
  out.set("bytes", copied(bytes.data(), bytes.size()));
  return out;
}

// [[text, certainty, number, certainty, second number], …], one for each that was wanted.
void give(const std::string& readings) {
  std::vector<nianbao::scan::Reading> out;
  for (const Json& r : Json::parse(readings, nullptr, false))
    out.push_back({.text = r[0].get<std::string>(),
                   .number = r[2].get<std::string>(),
                   .certainty = r[1].get<double>(),
                   .number_certainty = r[3].get<double>(),
                   .second = r[4].get<std::string>()});
  reader->give(out);
}

// What stands around a crop on the level page, to be shown to a person: {crop, text, width, height, grey};
// `text` empty where it could not be read.
emscripten::val number_shown(const nianbao::scan::CutPage& page, std::size_t i, const Taken& taken) {
  const Crop& crop = page.crops[i];
  const int margin = static_cast<int>(crop.size);
  const int left = std::max(0, crop.place.left - margin),
            right = std::min(page.page.width, crop.place.right + margin);
  const int middle = crop.place.middle_y();
  const int top = std::max(0, middle - margin), bottom = std::min(page.page.height, middle + margin);
  std::vector<std::uint8_t> grey;
  for (int y = top; y < bottom; ++y)
    grey.insert(grey.end(), page.page.row(y) + left, page.page.row(y) + right);
  emscripten::val out = emscripten::val::object();
  out.set("crop", i);
  out.set("text", taken.text == u"\uFFFD" ? std::string() : nianbao::to_utf8(taken.text));
  out.set("width", right - left);
  out.set("height", bottom - top);
  out.set("grey", copied(grey.data(), grey.size()));
  return out;
}

// The page is read: the numbers of its tables, to be confirmed. Its pixels go.
emscripten::val numbers() {
  Page& page = pages[reading];
  const double pixels = reader->page().page.width;
  page.read = ReadPage{reader->page(), reader->readings(), page.width / std::max(1.0, pixels)};
  reader.reset();
  ReadPage& read = *page.read;
  const std::vector<Taken> taken = nianbao::scan::take(read.page, read.readings);
  emscripten::val out = emscripten::val::array();
  for (std::size_t i = 0; i < taken.size(); ++i)
    if (taken[i].number) out.call<void>("push", number_shown(read.page, i, taken[i]));
  read.page.page.bytes = {};
  for (Crop& crop : read.page.crops) crop.picture = {};
  return out;
}

// A person says what stands there; nothing at all is an empty text.
void confirm(unsigned page, unsigned crop, const std::string& text) {
  nianbao::scan::Reading& said = pages[page].read->readings[crop];
  said.text = text;
  said.confirmed = true;
}

std::size_t characters(const std::string& records) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < records.size(); at = records.find('\n', at) + 1) {
    count += records[at] == 'T' || records[at] == 'V';
    if (records.find('\n', at) == std::string::npos) break;
  }
  return count;
}

// {geometry, numbers}: the document with what was read, and flat [page, crop, first character among all of
//   it, …].
emscripten::val document() {
  std::string geometry(nianbao::pdf_geometry_magic);
  std::size_t before = 0;
  emscripten::val places = emscripten::val::array();
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::string records = pages[p].records;
    if (const auto& read = pages[p].read) {
      const std::vector<Taken> taken = nianbao::scan::take(read->page, read->readings);
      std::size_t at = before;
      for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i].number)
          for (std::size_t value : {p, i, at}) places.call<void>("push", value);
        at += static_cast<std::size_t>(
            std::count_if(taken[i].text.begin(), taken[i].text.end(), [](char16_t c) { return c != u' '; }));
      }
      records = nianbao::scan::page_geometry(read->page, taken, read->scale);
    }
    before += characters(records);
    geometry += records;
  }
  emscripten::val out = emscripten::val::object();
  out.set("geometry", copied(reinterpret_cast<const std::uint8_t*>(geometry.data()), geometry.size()));
  out.set("numbers", places);
  return out;
}

}  // namespace

EMSCRIPTEN_BINDINGS(nianbao_scan) {
  emscripten::function("begin", &begin);
  emscripten::function("picture", &picture);
  emscripten::function("wanted", &wanted);
  emscripten::function("give", &give);
  emscripten::function("numbers", &numbers);
  emscripten::function("confirm", &confirm);
  emscripten::function("document", &document);
}
