#include <algorithm>

#include "base/unicode.h"
#include "input/pdf_geometry.h"
#include "input/reader.h"
#include "input/sniff_markup.h"
#include "input/zip_names.h"

namespace nianbao {
namespace {

constexpr std::size_t head_bytes = 64u << 10;

bool is_image(std::string_view bytes) {
  for (std::string_view mark : {"\x89PNG\r\n", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "AT&TFORM", "8BPS"})
    if (bytes.starts_with(mark)) return true;
  if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)))
    return true;
  if (bytes.starts_with("BM") && bytes.size() > 26 && bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4))
    return true;
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return true;
  if (bytes.size() <= 12 || bytes.substr(4, 4) != "ftyp") return false;
  const std::string_view brand = bytes.substr(8, 4);
  return brand == "heic" || brand == "heix" || brand == "mif1" || brand == "avif" || brand == "msf1";
}

bool is_archive(std::string_view bytes) {
  for (std::string_view mark :
       {"Rar!\x1A\x07", "7z\xBC\xAF\x27\x1C", "\x1F\x8B\x08", "BZh9", "\3757zXZ", "PK\x05\x06"})
    if (bytes.starts_with(mark)) return true;
  return bytes.size() > 262 && bytes.substr(257, 5) == "ustar";
}

// In small letters, parts separated by '/', without one at the begin: programs differ.
std::string plain_name(std::string_view raw) {
  std::string name(raw);
  for (char& c : name) c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const std::size_t begin = std::min(name.find_first_not_of("./"), name.size());
  return name.substr(begin);
}

Kind zip_kind(std::string_view bytes) {
  const std::string_view mimetype = zip_mimetype(bytes);
  if (mimetype.starts_with("application/vnd.oasis.opendocument.text")) return Kind::odt;
  if (mimetype.starts_with("application/vnd.oasis.opendocument") || mimetype.starts_with("application/epub"))
    return Kind::unsupported;
  bool word = false, workbook = false, other_office = false, content = false, manifest = false, ofd = false;
  for (std::string_view raw : zip_names(bytes)) {
    const std::string name = plain_name(raw);
    word |= name.starts_with("word/document");
    workbook |= name.starts_with("xl/worksheets/") || name.starts_with("xl/workbook") ||
                name.starts_with("worksheets/sheet");
    other_office |= name.starts_with("ppt/") || name.starts_with("visio/");
    content |= name == "content.xml";
    manifest |= name == "meta-inf/manifest.xml";
    ofd |= name == "ofd.xml";
  }
  if (word) return Kind::docx;
  if (workbook) return Kind::xlsx;
  if (ofd) return Kind::ofd;
  if (other_office) return Kind::unsupported;
  return content && manifest ? Kind::odt : Kind::zip;
}

bool is_control(unsigned char c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\v' && c != '\f' && c != 0x1B;
}

// Control characters that no text has: more than one in five hundred bytes, or a good deal of bytes that no
// encoding knows.
bool is_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(),
                                      [](char c) { return is_control(static_cast<unsigned char>(c)); });
  if (static_cast<std::size_t>(controls) * 500 > head.size()) return true;
  const auto decoded = decode(head);
  return !decoded || decoded.value().replaced * 10 > head.size();
}

bool is_blank(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

// UTF-16 and UTF-32 as UTF-8, so that one set of marks serves all; everything else as it is.
std::string markup_head(std::string_view bytes, std::string_view pattern) {
  const std::string_view head = bytes.substr(0, head_bytes);
  const bool wide = !pattern.empty() || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!wide) return std::string(head);
  const auto decoded = decode(head);
  return decoded ? to_utf8(decoded.value().text) : std::string(head);
}

}  // namespace

Kind sniff(std::string_view bytes) {
  if (is_blank(bytes)) return Kind::empty;
  if (bytes.starts_with(pdf_geometry_magic)) return Kind::pdf_geometry;
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Kind::pdf;
  if (bytes.starts_with("PK\x03\x04")) return zip_kind(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Kind::ole;
  if (is_image(bytes)) return Kind::image;
  if (is_archive(bytes)) return Kind::zip;
  if (bytes.starts_with("Founder CEB") || bytes.starts_with("CAJ") || bytes.starts_with("KDH"))
    return Kind::unsupported;

  const std::string_view pattern = utf16_pattern(bytes);
  const std::string head = markup_head(bytes, pattern);
  const Kind markup = sniff_markup(head);
  if (markup != Kind::text) return markup;
  const bool wide = !pattern.empty() || head.size() != std::min(bytes.size(), head_bytes) ||
                    bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (wide) return is_blank(head) ? Kind::empty : Kind::text;
  return is_binary(head) ? Kind::binary : Kind::text;
}

}  // namespace nianbao
