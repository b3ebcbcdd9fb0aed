// What the parts of the boundary share. Bytes and JSON text go in, JSON text (or bytes) come out: plain data,
// no handles.
#pragma once

#include <emscripten/bind.h>

#include <optional>
#include <string>
#include <string_view>

#include "stages.h"

namespace nianbao {

inline Language language_of(const std::string& name) {
  return name == "en" ? Language::english : Language::chinese;
}

// `previous` is empty when there is no report of last year.
inline std::optional<std::string_view> last_year_of(const std::string& previous) {
  return previous.empty() ? std::nullopt : std::optional<std::string_view>(previous);
}

// A Uint8Array of its own.
inline emscripten::val copied(const std::string& bytes) {
  const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
  return emscripten::val::global("Uint8Array")
      .new_(emscripten::val(emscripten::typed_memory_view(bytes.size(), begin)));
}

}  // namespace nianbao
