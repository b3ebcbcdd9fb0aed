#include "input/pdf_geometry.h"

#include <cstdlib>
#include <string>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/pdf_page.h"

namespace nianbao {
namespace {

// Reads one record; numbers are written by ourselves as plain decimals.
class Record {
 public:
  explicit Record(std::string_view line) : rest_(line.substr(1)) {}

  bool number(double& out) {
    if (rest_.empty() || rest_[0] != ' ') return false;
    rest_.remove_prefix(1);
    const bool negative = !rest_.empty() && rest_[0] == '-';
    if (negative) rest_.remove_prefix(1);
    double value = 0, unit = 0;
    std::size_t used = 0;
    for (; used < rest_.size() && used < 16 && rest_[used] != ' '; ++used) {
      const char c = rest_[used];
      if (c == '.' && unit == 0) unit = 1;
      else if (c < '0' || c > '9') return false;
      else if (unit == 0) value = value * 10 + (c - '0');
      else value += (c - '0') * (unit /= 10);
    }
    rest_.remove_prefix(used);
    out = negative ? -value : value;
    return used > 0;
  }

  bool box(Box& out) { return number(out.left) && number(out.top) && number(out.right) && number(out.bottom); }
  std::string_view rest() const { return rest_.empty() ? rest_ : rest_.substr(1); }

 private:
  std::string_view rest_;
};

char32_t single_character(std::string_view utf8) {
  const std::u16string text = from_utf8(utf8);
  if (text.size() == 1) return text[0];
  if (text.size() != 2 || (text[0] & 0xFC00) != 0xD800) return 0;
  return 0x10000 + ((static_cast<char32_t>(text[0]) & 0x3FF) << 10) + (text[1] & 0x3FF);
}

Error failure(std::string_view what) {
  if (what == "encrypted") return {ErrorCode::encrypted};
  if (what == "limit pages") return {ErrorCode::limit, {}, u"页数不超过 2000"};
  if (what == "limit memory") return {ErrorCode::limit, {}, u"页面内容过多"};
  if (what.substr(0, 6) == "limit ") return {ErrorCode::limit, {}, std::u16string(limits::page_content_name)};
  return {ErrorCode::damaged};
}

bool read_record(std::string_view line, std::vector<PdfPage>& pages) {
  Record record(line);
  if (line[0] == 'P') {
    pages.emplace_back();
    return record.number(pages.back().width) && record.number(pages.back().height);
  }
  if (pages.empty()) return false;
  Box box;
  if (!record.box(box)) return false;
  if (line[0] == 'T') pages.back().glyphs.push_back({box, single_character(record.rest())});
  else if (line[0] == 'L') pages.back().lines.push_back(box);
  else if (line[0] == 'I') pages.back().images.push_back(box);
  return line[0] == 'T' || line[0] == 'L' || line[0] == 'I';
}

}  // namespace

Result<std::vector<PdfPage>> parse_pdf_geometry(std::string_view geometry) {
  if (geometry.substr(0, pdf_geometry_magic.size()) != pdf_geometry_magic) return Error{ErrorCode::damaged};
  geometry.remove_prefix(pdf_geometry_magic.size());
  std::vector<PdfPage> pages;
  std::size_t glyphs = 0, lines = 0;
  while (!geometry.empty()) {
    const std::string_view line = geometry.substr(0, geometry.find('\n'));
    geometry.remove_prefix(std::min(line.size() + 1, geometry.size()));
    if (line.empty()) continue;
    if (line[0] == 'E') return failure(line.substr(std::min<std::size_t>(2, line.size())));
    glyphs += line[0] == 'T';
    lines += line[0] == 'L';
    if (glyphs > limits::glyphs || lines > limits::ruling_lines || pages.size() > limits::pages) return failure("limit glyphs");
    if (!read_record(line, pages)) return Error{ErrorCode::damaged};
  }
  if (pages.empty()) return Error{ErrorCode::damaged};
  return pages;
}

}  // namespace nianbao
