// nianbao-pdf: a PDF on standard input, its geometry (core/input/pdf_geometry.h) on standard output.
// nianbao-pdf picture N: page N of a PDF, or a PNG or JPEG as it is, as a picture (PPM).
//
// A program of its own: a fault in the PDF library ends this process and not the checker, and its memory and
// time are bounded by the system. Exit status 0 whenever something was written that the core can read.
#include <fcntl.h>
#include <poppler/Error.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <iterator>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "base/limits.h"
#include "input/pdf_geometry.h"
#include "pdf_helper/picture.h"

namespace {

using nianbao::limits::glyphs;
using nianbao::limits::pages;
using nianbao::limits::ruling_lines;

constexpr double straight = 0.5;       // points by which a level line may rise
constexpr double shortest = 0.2;       // points of a stroke
constexpr double widest_stroke = 6.0;  // points: wider ones are filled areas
constexpr double least_opacity = 0.02;
constexpr double above_baseline = 0.88;  // of the size of a character, as in Chinese fonts
constexpr unsigned unknown_character = 0xFFFD;
struct Bounds {
  rlim_t memory_bytes, cpu_seconds;
};
constexpr Bounds geometry_bounds{256u << 20, 2};
constexpr Bounds picture_bounds{768u << 20, 20};  // a page at 300 dpi has 26 MB and takes half a second

void append_number(std::string& out, double value) {
  char text[32];
  std::snprintf(text, sizeof text, " %.2f", std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0.0);
  out += text;
}

void append_utf8(std::string& out, unsigned c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_blank(unsigned c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x3000 || c == 0xFEFF;
}

struct Box {
  double left, top, right, bottom;
};

class GeometryWriter : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    out_ += 'P';
    append_number(out_, state->getPageWidth());
    append_number(out_, state->getPageHeight());
    out_ += '\n';
    turns_ = 0;
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode, int, const Unicode* text, int length) override {
    if (++glyph_count_ > glyphs) return;
    int turns = 0;
    const Box box = glyph_box(state, x - originX, y - originY, dx, dy, turns);
    if (in_actual_text_) {
      replaced_.push_back({box, turns});
      return;
    }
    if (text == nullptr || length == 0) return write_character(box, turns, unknown_character);
    for (int i = 0; i < length; ++i)
      write_character(part(box, turns, i, length), turns,
                      length == 1 && is_half(box, turns) ? half_width(text[i]) : text[i]);
  }

  // What the writer of the file says stands there, in place of what its fonts say.
  void beginActualText(GfxState*, const GooString* text) override {
    in_actual_text_ = true;
    replaced_.clear();
    Unicode* characters = nullptr;
    const int length = TextStringToUCS4(text->toStr(), &characters);
    actual_text_.assign(characters, characters + std::max(length, 0));
    gfree(characters);
  }

  void endActualText(GfxState*) override {
    in_actual_text_ = false;
    const std::size_t length = actual_text_.size();
    for (std::size_t i = 0; i < length && !replaced_.empty(); ++i) {
      const bool one_each = length == replaced_.size();
      const Placed& glyph = replaced_[one_each ? i : 0];
      const Box whole{glyph.box.left, glyph.box.top, replaced_.back().box.right, glyph.box.bottom};
      const Box box = one_each ? glyph.box : part(whole, 0, static_cast<int>(i), static_cast<int>(length));
      write_character(box, glyph.turns, actual_text_[i]);
    }
  }

  void stroke(GfxState* state) override {
    if (state->getStrokeOpacity() >= least_opacity) each_segment(state);
  }
  void fill(GfxState* state) override {
    if (state->getFillOpacity() >= least_opacity) each_rectangle(state);
  }
  void eoFill(GfxState* state) override { fill(state); }

  void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*,
                 bool) override {
    write_image(state);
  }
  void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override {
    write_image(state);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    write_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                           int, GfxImageColorMap*, bool) override {
    write_image(state);
  }

  const char* limit() const {
    return glyph_count_ > glyphs ? "glyphs" : line_count_ > ruling_lines ? "ruling lines" : nullptr;
  }
  std::string& out() { return out_; }

 private:
  void write_box(char record, const Box& box) {
    out_ += record;
    append_number(out_, box.left);
    append_number(out_, box.top);
    append_number(out_, box.right);
    append_number(out_, box.bottom);
  }

  void write_character(const Box& box, int turns, unsigned c) {
    if (is_blank(c)) return;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = unknown_character;
    if (turns != turns_) out_ += "Q " + std::to_string(turns_ = turns) + '\n';
    write_box('T', box);
    out_ += ' ';
    append_utf8(out_, c);
    out_ += '\n';
  }

  void write_painted(char record, const Box& box, const GfxRGB& rgb) {
    if (++line_count_ > ruling_lines) return;
    write_box(record, box);
    char colour[8];
    std::snprintf(colour, sizeof colour, " %02x%02x%02x", colToByte(rgb.r), colToByte(rgb.g),
                  colToByte(rgb.b));
    if (std::strcmp(colour, " 000000") != 0) out_ += colour;
    out_ += '\n';
  }

  // The i-th of so many equal parts along the line of text.
  static Box part(const Box& box, int turns, int i, int parts) {
    if (turns % 2 == 1) {
      const double height = (box.bottom - box.top) / parts;
      const double top = turns == 1 ? box.top + i * height : box.bottom - (i + 1) * height;
      return {box.left, top, box.right, top + height};
    }
    const double width = (box.right - box.left) / parts;
    const double left = turns == 2 ? box.right - (i + 1) * width : box.left + i * width;
    return {left, box.top, left + width, box.bottom};
  }

  static bool is_half(const Box& box, int turns) {
    const double width = box.right - box.left, height = box.bottom - box.top;
    return turns % 2 == 1 ? height < 0.6 * width : width < 0.6 * height;
  }

  // poppler-data tells the full-width form of the Latin characters that Chinese fonts have half a character
  // wide.
  static unsigned half_width(unsigned c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

  // By how many quarters the text is turned clockwise as shown; 4 by another angle.
  static int turns_of(GfxState* state) {
    const double* text = state->getTextMat();
    double x, y;
    state->transformDelta(text[0], text[1], &x, &y);
    if (state->getFontSize() < 0) x = -x, y = -y;
    constexpr double quarter = M_PI / 2, tolerance = 0.2;
    const double turns = std::atan2(y, x) / quarter;
    const double nearest = std::round(turns);
    return std::abs(turns - nearest) > tolerance ? 4 : (static_cast<int>(nearest) + 4) % 4;
  }

  // The place of a character: its advance wide and its size high; written downwards it is as wide as its
  // size.
  static Box glyph_box(GfxState* state, double x, double y, double dx, double dy, int& turns) {
    turns = turns_of(state);
    const auto& font = state->getFont();
    double x1, y1, x2, y2;
    state->transform(x, y, &x1, &y1);
    state->transform(x + dx, y + dy, &x2, &y2);
    const double size = state->getTransformedFontSize();
    const double advance = font && font->getWMode() != 0 ? size : std::hypot(x2 - x1, y2 - y1);
    const double up = above_baseline * size, down = size - up;
    switch (turns) {
      case 1: return {x1 - down, y1, x1 + up, y1 + advance};
      case 2: return {x1 - advance, y1 - down, x1, y1 + up};
      case 3: return {x1 - up, y1 - advance, x1 + down, y1};
      default: return {x1, y1 - up, x1 + advance, y1 + down};
    }
  }

  void each_segment(GfxState* state) {
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    const double width = state->getTransformedLineWidth();
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* sub = path->getSubpath(i);
      for (int j = 1; j < sub->getNumPoints(); ++j) {
        if (sub->getCurve(j)) continue;
        Box line;
        state->transform(sub->getX(j - 1), sub->getY(j - 1), &line.left, &line.top);
        state->transform(sub->getX(j), sub->getY(j), &line.right, &line.bottom);
        write_segment(line, width, colour);
      }
    }
  }

  void write_segment(Box line, double stroke_width, const GfxRGB& colour) {
    if (line.left > line.right) std::swap(line.left, line.right);
    if (line.top > line.bottom) std::swap(line.top, line.bottom);
    const double width = line.right - line.left, height = line.bottom - line.top;
    if (std::min(width, height) > straight || std::max(width, height) < shortest) return;
    if (stroke_width <= widest_stroke) return write_painted('L', line, colour);
    const double half = stroke_width / 2;
    if (width >= height)
      write_painted('R', {line.left, line.top - half, line.right, line.bottom + half}, colour);
    else write_painted('R', {line.left - half, line.top, line.right + half, line.bottom}, colour);
  }

  void each_rectangle(GfxState* state) {
    GfxRGB colour;
    state->getFillRGB(&colour);
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* sub = path->getSubpath(i);
      if (sub->getNumPoints() >= 4 && sub->getNumPoints() <= 6)
        write_painted('R', bounds(state, *sub), colour);
    }
  }

  static Box bounds(GfxState* state, const GfxSubpath& sub) {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (int j = 0; j < sub.getNumPoints(); ++j) {
      double x, y;
      state->transform(sub.getX(j), sub.getY(j), &x, &y);
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
    }
    return box;
  }

  void write_image(GfxState* state) {
    double x1, y1, x2, y2;
    state->transform(0, 0, &x1, &y1);
    state->transform(1, 1, &x2, &y2);
    write_box('I', {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2)});
    out_ += '\n';
  }

  struct Placed {
    Box box;
    int turns;
  };

  std::string out_;
  std::size_t glyph_count_ = 0, line_count_ = 0;
  int turns_ = 0;  // of the characters written last
  bool in_actual_text_ = false;
  std::vector<Unicode> actual_text_;
  std::vector<Placed> replaced_;
};

std::string failure(const char* what) {
  return std::string(nianbao::pdf_geometry_magic) + "E " + what + "\n";
}

bool maps_missing = false;  // poppler said that a font needs poppler-data, which is not installed

void note_error(ErrorCategory, Goffset, const char* message) {
  maps_missing |=
      std::strstr(message, "language pack") != nullptr || std::strstr(message, "CMap file") != nullptr;
}

std::string geometry(std::string& bytes) {
  globalParams = std::make_unique<GlobalParams>();
  setErrorCallback(note_error);
  auto stream =
      std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc document(stream.release());
  if (!document.isOk()) return failure(document.getErrorCode() == errEncrypted ? "encrypted" : "damaged");
  if (document.getNumPages() > static_cast<int>(pages)) return failure("limit pages");
  GeometryWriter writer;
  constexpr double points_per_inch = 72;
  for (int page = 1; page <= document.getNumPages() && writer.limit() == nullptr; ++page)
    document.displayPage(&writer, page, points_per_inch, points_per_inch, 0, false, true, false);
  if (writer.limit() != nullptr) return failure((std::string("limit ") + writer.limit()).c_str());
  if (document.getNumPages() == 0) return failure("damaged");
  return std::string(nianbao::pdf_geometry_magic) + (maps_missing ? "M\n" : "") + writer.out();
}

// Nothing was written yet when one of these comes.
[[noreturn]] void end_with(const char* message) {
  const ssize_t written = write(STDOUT_FILENO, message, std::strlen(message));
  _exit(written > 0 ? 0 : 1);
}
[[noreturn]] void end_of_time(int) { end_with("NBPDF1\nE limit time\n"); }
[[noreturn]] void end_of_memory() { end_with("NBPDF1\nE limit memory\n"); }

// poppler says on standard error that memory is used up, and aborts.
void bound_resources(const Bounds& bounds) {
  std::signal(SIGXCPU, end_of_time);
  std::signal(SIGABRT, [](int) { end_of_memory(); });
  std::set_new_handler(end_of_memory);
  const rlimit memory{bounds.memory_bytes, bounds.memory_bytes},
      time{bounds.cpu_seconds, bounds.cpu_seconds + 1};
  setrlimit(RLIMIT_DATA, &memory);
  setrlimit(RLIMIT_CPU, &time);
}

}  // namespace

int main(int count, char** arguments) {
  if (const int nowhere = open("/dev/null", O_WRONLY); nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  const bool picture = count == 3 && std::strcmp(arguments[1], "picture") == 0;
  bound_resources(picture ? picture_bounds : geometry_bounds);
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  const std::string out = picture ? nianbao::page_picture(bytes, std::atoi(arguments[2])) : geometry(bytes);
  std::signal(SIGXCPU, SIG_IGN);
  return !out.empty() && std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
