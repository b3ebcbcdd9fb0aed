// nianbao-pdf: a PDF on standard input, its geometry (core/input/pdf_geometry.h) on standard output.
//
// A program of its own: a fault in the PDF library ends this process and not the checker, and its memory and time are
// bounded by the system. Exit status 0 whenever something was written that the core can read.
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <iostream>
#include <memory>
#include <string>

#include <poppler/Error.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>

#include "base/limits.h"
#include "input/pdf_geometry.h"

namespace {

using nianbao::limits::glyphs;
using nianbao::limits::pages;
using nianbao::limits::ruling_lines;

constexpr double thin = 3.0;       // points: a filled rectangle up to this width is a line
constexpr double longest_dash = 2.0;
constexpr rlim_t memory_bytes = 1u << 30;
constexpr rlim_t cpu_seconds = 20;

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

bool is_blank(unsigned c) { return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x3000 || c == 0xFEFF; }

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
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double originX, double originY, CharCode, int,
                const Unicode* text, int length) override {
    if (text == nullptr || length == 0 || ++glyph_count_ > glyphs) return;
    const Box box = glyph_box(state, x - originX, y - originY, dx, dy);
    for (int i = 0; i < length; ++i) {
      const double width = (box.right - box.left) / length;
      write_character({box.left + i * width, box.top, box.left + (i + 1) * width, box.bottom}, text[i]);
    }
  }

  void stroke(GfxState* state) override { each_segment(state); }
  void fill(GfxState* state) override { each_thin_rectangle(state); }
  void eoFill(GfxState* state) override { each_thin_rectangle(state); }

  void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) override { write_image(state); }
  void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override { write_image(state); }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {
    write_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                           bool) override {
    write_image(state);
  }

  const char* limit() const { return glyph_count_ > glyphs ? "glyphs" : line_count_ > ruling_lines ? "ruling lines" : nullptr; }
  std::string& out() { return out_; }

 private:
  void write_box(char record, const Box& box) {
    out_ += record;
    append_number(out_, box.left);
    append_number(out_, box.top);
    append_number(out_, box.right);
    append_number(out_, box.bottom);
  }

  void write_character(const Box& box, unsigned c) {
    if (is_blank(c) || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return;
    write_box('T', box);
    out_ += ' ';
    append_utf8(out_, c);
    out_ += '\n';
  }

  void write_line(const Box& line) {
    if (++line_count_ > ruling_lines) return;
    write_box('L', line);
    out_ += '\n';
  }

  // The cell of a character: its advance wide, ascent to descent high, whatever its direction.
  static Box glyph_box(GfxState* state, double x, double y, double dx, double dy) {
    double x1, y1, x2, y2;
    state->transform(x, y, &x1, &y1);
    state->transform(x + dx, y + dy, &x2, &y2);
    const auto& font = state->getFont();
    const double size = state->getTransformedFontSize();
    double ascent = font ? font->getAscent() : 0.8, descent = font ? font->getDescent() : -0.2;
    if (!(ascent > 0.3 && ascent < 1.1)) ascent = 0.85;
    if (!(descent < 0 && descent > -0.6)) descent = -0.2;
    const double baseline = std::max(y1, y2);
    return {std::min(x1, x2), baseline - ascent * size, std::max(x1, x2), baseline - descent * size};
  }

  void each_segment(GfxState* state) {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* sub = path->getSubpath(i);
      for (int j = 1; j < sub->getNumPoints(); ++j) {
        if (sub->getCurve(j)) continue;
        Box line;
        state->transform(sub->getX(j - 1), sub->getY(j - 1), &line.left, &line.top);
        state->transform(sub->getX(j), sub->getY(j), &line.right, &line.bottom);
        write_straight(line);
      }
    }
  }

  void write_straight(Box line) {
    if (line.left > line.right) std::swap(line.left, line.right);
    if (line.top > line.bottom) std::swap(line.top, line.bottom);
    const double width = line.right - line.left, height = line.bottom - line.top;
    const bool straight = width <= 0.5 || height <= 0.5;
    if (straight && std::max(width, height) > longest_dash) write_line(line);
  }

  void each_thin_rectangle(GfxState* state) {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* sub = path->getSubpath(i);
      if (sub->getNumPoints() < 4 || sub->getNumPoints() > 6) continue;
      Box box = bounds(state, *sub);
      const double width = box.right - box.left, height = box.bottom - box.top;
      if (width > thin && height > thin) write_edges(box);
      else if (width >= height) write_straight({box.left, (box.top + box.bottom) / 2, box.right, (box.top + box.bottom) / 2});
      else write_straight({(box.left + box.right) / 2, box.top, (box.left + box.right) / 2, box.bottom});
    }
  }

  // A filled cell background: its edges stand for the cell's borders where no line is drawn.
  void write_edges(const Box& box) {
    write_straight({box.left, box.top, box.right, box.top});
    write_straight({box.left, box.bottom, box.right, box.bottom});
    write_straight({box.left, box.top, box.left, box.bottom});
    write_straight({box.right, box.top, box.right, box.bottom});
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

  std::string out_;
  std::size_t glyph_count_ = 0, line_count_ = 0;
};

std::string failure(const char* what) { return std::string(nianbao::pdf_geometry_magic) + "E " + what + "\n"; }

std::string geometry(std::string& bytes) {
  globalParams = std::make_unique<GlobalParams>();
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
  auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc document(stream.release());
  if (!document.isOk()) return failure(document.getErrorCode() == errEncrypted ? "encrypted" : "damaged");
  if (document.getNumPages() > static_cast<int>(pages)) return failure("limit pages");
  GeometryWriter writer;
  constexpr double points_per_inch = 72;
  for (int page = 1; page <= document.getNumPages() && writer.limit() == nullptr; ++page)
    document.displayPage(&writer, page, points_per_inch, points_per_inch, 0, false, true, false);
  if (writer.limit() != nullptr) return failure((std::string("limit ") + writer.limit()).c_str());
  if (document.getNumPages() == 0) return failure("damaged");
  return std::string(nianbao::pdf_geometry_magic) + writer.out();
}

void bound_resources() {
  const rlimit memory{memory_bytes, memory_bytes}, time{cpu_seconds, cpu_seconds};
  setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_CPU, &time);
}

}  // namespace

int main() {
  bound_resources();
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  const std::string out = geometry(bytes);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
