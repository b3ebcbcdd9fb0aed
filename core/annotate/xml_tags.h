// The tags of an XML text where they stand: for changes that leave every other byte as it is.
#pragma once

#include <string>
#include <string_view>

#include "prose/date.h"

namespace nianbao {

struct XmlTag {
  std::size_t begin = 0, end = 0;  // from '<' to behind '>'
  std::string_view prefix;         // "w:" with its colon, or empty
  std::string_view name;           // without prefix
  bool closing = false;            // </w:p>
  bool empty = false;              // <w:p/>
};

// Well-formed text as the readers accept it; comments, CDATA, instructions and declarations are passed over.
class XmlTags {
 public:
  explicit XmlTags(std::string_view text, std::size_t from = 0) : text_(text), at_(from) {}
  bool next(XmlTag& tag);

 private:
  std::string_view text_;
  std::size_t at_;
};

// The raw value of an attribute, whatever its prefix; empty when there is none.
std::string_view attribute_in(std::string_view text, const XmlTag& tag, std::string_view name);

// Character data with its references resolved.
std::u16string xml_text(std::string_view raw);
// How many bytes of `raw` the first `units` units take.
std::size_t xml_bytes(std::string_view raw, std::size_t units);

std::string xml_date_time(Date date);  // "2026-01-15T00:00:00"

}  // namespace nianbao
