#include "base/unicode.h"

namespace nianbao {

Result<Decoded> decode(std::string_view bytes, std::string_view, std::string_view) {
  return Decoded{from_utf8(bytes), "UTF-8", "valid", 0};
}

}  // namespace nianbao
