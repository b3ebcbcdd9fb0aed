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

  bool box(Box& out) {
    return number(out.left) && number(out.top) && number(out.right) && number(out.bottom);
  }

  // " c0c0c0", or nothing for black.
  bool colour(std::uint32_t& out) {
    if (rest_.empty()) return true;
    if (rest_.size() != 7) return false;
    for (char c : rest_.substr(1)) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit && (c < 'a' || c > 'f')) return false;
      out = out << 4 | static_cast<std::uint32_t>(digit ? c - '0' : c - 'a' + 10);
    }
    return true;
  }
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
  if (what == "limit memory") return {ErrorCode::limit, {}, u"读 PDF 要用的内存"};
  if (what == "limit time") return {ErrorCode::limit, {}, u"读 PDF 要用的时间"};
  if (what.substr(0, 6) == "limit ") return {ErrorCode::limit, {}, std::u16string(limits::page_content_name)};
  return {ErrorCode::damaged};
}

// Reads the records of a page one after the other.
class PageRecords {
 public:
  explicit PageRecords(std::vector<PageDrawing>& pages) : pages_(pages) {}

  bool read(std::string_view line) {
    Record record(line);
    if (line[0] == 'P') return begin(record);
    if (pages_.empty()) return false;
    if (line[0] == 'Q') return turn(record);
    if (line[0] == 'S') return recognise(record);
    if (line[0] == 'A') return doubt(record);
    Box box;
    if (!record.box(box)) return false;
    PageDrawing& page = pages_.back();
    switch (line[0]) {
      case 'V': page.confirmed.push_back(glyphs_); [[fallthrough]];
      case 'T': page.glyphs.push_back({box, single_character(record.rest()), turns_, glyphs_++}); return true;
      case 'L': return paint(page.strokes, box, record);
      case 'R': return paint(page.fills, box, record);
      case 'I': page.images.push_back(box); return true;
      default: return false;
    }
  }

 private:
  bool begin(Record& record) {
    turns_ = 0;
    pages_.emplace_back();
    return record.number(pages_.back().width) && record.number(pages_.back().height);
  }

  bool turn(Record& record) {
    double turns = 0;
    if (!record.number(turns) || turns < 0 || turns > Glyph::slanting) return false;
    turns_ = static_cast<std::uint8_t>(turns);
    return true;
  }

  bool recognise(Record& record) {
    double unconfirmed = 0;
    if (!record.number(unconfirmed) || unconfirmed < 0) return false;
    pages_.back().recognised = true;
    pages_.back().unconfirmed = static_cast<std::size_t>(unconfirmed);
    std::string_view faults = record.rest();
    while (!faults.empty()) {
      const std::string_view name = faults.substr(0, faults.find(' '));
      faults.remove_prefix(std::min(name.size() + 1, faults.size()));
      const auto fault = picture_fault(name);
      if (!fault) return false;
      pages_.back().faults.push_back(*fault);
    }
    return true;
  }

  bool doubt(Record& record) {
    double count = 0;
    if (!record.number(count) || count < 1 || count > glyphs_ || record.rest().empty()) return false;
    const auto characters = static_cast<std::uint32_t>(count);
    pages_.back().second_readings.push_back({glyphs_ - characters, characters, from_utf8(record.rest())});
    return true;
  }

  static bool paint(std::vector<Painted>& out, const Box& box, Record& record) {
    out.push_back({box, 0});
    return record.colour(out.back().colour);
  }

  std::vector<PageDrawing>& pages_;
  std::uint8_t turns_ = 0;
  std::uint32_t glyphs_ = 0;
};

}  // namespace

Result<Drawing> parse_pdf_geometry(std::string_view geometry) {
  if (geometry.substr(0, pdf_geometry_magic.size()) != pdf_geometry_magic) return Error{ErrorCode::damaged};
  geometry.remove_prefix(pdf_geometry_magic.size());
  Drawing drawing;
  PageRecords records(drawing.pages);
  std::size_t glyphs = 0, painted = 0;
  while (!geometry.empty()) {
    const std::string_view line = geometry.substr(0, geometry.find('\n'));
    geometry.remove_prefix(std::min(line.size() + 1, geometry.size()));
    if (line.empty()) continue;
    if (line[0] == 'E') return failure(line.substr(std::min<std::size_t>(2, line.size())));
    if (line == "M") {
      drawing.maps_missing = true;
      continue;
    }
    glyphs += line[0] == 'T' || line[0] == 'V';
    painted += line[0] == 'L' || line[0] == 'R';
    if (glyphs > limits::glyphs || painted > limits::ruling_lines) return failure("limit glyphs");
    if (drawing.pages.size() > limits::pages) return failure("limit pages");
    if (!records.read(line)) return Error{ErrorCode::damaged};
  }
  if (drawing.pages.empty()) return Error{ErrorCode::damaged};
  return drawing;
}

}  // namespace nianbao
