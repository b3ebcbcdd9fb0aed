#include "pdf_helper/picture.h"

#include <jpeglib.h>
#include <png.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/Stream.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <memory>

namespace nianbao {
namespace {

constexpr std::size_t most_pixels = 60'000'000;  // a page of A3 at 400 dpi has 31 million

std::string head(std::size_t width, std::size_t height) {
  return "P6\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n";
}

// --- PDF ---------------------------------------------------------------------------------------------------

// The pixels an inch of the largest picture of a page.
class Density : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return false; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  void drawImage(GfxState* state, Object*, Stream*, int width, int, GfxImageColorMap*, bool, const int*,
                 bool) override {
    note(state, width);
  }
  void drawImageMask(GfxState* state, Object*, Stream*, int width, int, bool, bool, bool) override {
    note(state, width);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int, GfxImageColorMap*, bool, Stream*,
                       int, int, bool, bool) override {
    note(state, width);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override {
    note(state, width);
  }
  double dots_per_inch() const { return density_; }

 private:
  void note(GfxState* state, int width) {
    const double* m = state->getCTM();
    const double across = std::hypot(m[0], m[1]), area = std::abs(m[0] * m[3] - m[1] * m[2]);
    if (area <= largest_ || across <= 0) return;
    largest_ = area;
    density_ = 72 * width / across;
  }
  double largest_ = 0, density_ = 0;
};

std::string pdf_picture(std::string& bytes, int number) {
  globalParams = std::make_unique<GlobalParams>();
  auto stream =
      std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc document(stream.release());
  if (!document.isOk() || number < 1 || number > document.getNumPages()) return {};
  constexpr double points_per_inch = 72, least = 100, most = 300, usual = 200;
  Density density;
  document.displayPage(&density, number, points_per_inch, points_per_inch, 0, false, true, false);
  const double own = density.dots_per_inch() > 0 ? density.dots_per_inch() : usual;
  const double dpi = std::clamp(own, least, most);
  const double inches = document.getPageCropWidth(number) * document.getPageCropHeight(number) /
                        (points_per_inch * points_per_inch);
  if (inches * dpi * dpi > static_cast<double>(most_pixels)) return {};
  SplashColor white{255, 255, 255};
  constexpr int row_padding = 4;
  SplashOutputDev page(splashModeRGB8, row_padding, false, white);
  page.startDoc(&document);
  document.displayPage(&page, number, dpi, dpi, 0, false, true, false);
  SplashBitmap* bitmap = page.getBitmap();
  const auto width = static_cast<std::size_t>(bitmap->getWidth()),
             height = static_cast<std::size_t>(bitmap->getHeight());
  std::string out = head(width, height);
  for (std::size_t y = 0; y < height; ++y)
    out.append(reinterpret_cast<const char*>(bitmap->getDataPtr()) +
                   static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(),
               3 * width);
  return out;
}

// --- PNG, JPEG ---------------------------------------------------------------------------------------------

std::string png_picture(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return {};
  if (static_cast<std::size_t>(image.width) * image.height > most_pixels) {
    png_image_free(&image);
    return {};
  }
  image.format = PNG_FORMAT_RGB;
  std::string out = head(image.width, image.height);
  const std::size_t begin = out.size();
  out.resize(begin + PNG_IMAGE_SIZE(image));
  const png_color white{255, 255, 255};
  return png_image_finish_read(&image, &white, out.data() + begin, 0, nullptr) != 0 ? out : std::string();
}

struct JpegFailure {
  jpeg_error_mgr manager;
  std::jmp_buf back;
};

// False where the file is broken; what of it could be read is in `out` all the same.
bool read_jpeg(const std::string& bytes, std::string& out) {
  jpeg_decompress_struct jpeg{};
  JpegFailure failure{};
  jpeg.err = jpeg_std_error(&failure.manager);
  failure.manager.error_exit = [](j_common_ptr given) {
    std::longjmp(reinterpret_cast<JpegFailure*>(given->err)->back, 1);
  };
  if (setjmp(failure.back) != 0) {
    jpeg_destroy_decompress(&jpeg);
    return false;
  }
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()),
               static_cast<unsigned long>(bytes.size()));
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  if (static_cast<std::size_t>(jpeg.image_width) * jpeg.image_height <= most_pixels) {
    jpeg_start_decompress(&jpeg);
    out = head(jpeg.output_width, jpeg.output_height);
    const std::size_t begin = out.size(), row = std::size_t{3} * jpeg.output_width;
    out.resize(begin + row * jpeg.output_height);
    while (jpeg.output_scanline < jpeg.output_height) {
      auto* to = reinterpret_cast<unsigned char*>(out.data() + begin + row * jpeg.output_scanline);
      jpeg_read_scanlines(&jpeg, &to, 1);
    }
  }
  jpeg_destroy_decompress(&jpeg);
  return true;
}

std::string jpeg_picture(const std::string& bytes) {
  std::string out;
  return read_jpeg(bytes, out) ? out : std::string();
}

}  // namespace

std::string page_picture(std::string& bytes, int number) {
  if (bytes.compare(0, 4, "\x89PNG") == 0) return number == 1 ? png_picture(bytes) : std::string();
  if (bytes.compare(0, 3, "\xFF\xD8\xFF") == 0) return number == 1 ? jpeg_picture(bytes) : std::string();
  return pdf_picture(bytes, number);
}

}  // namespace nianbao
