// What the fuzz targets share. Each states properties of one part, tests/support/promises.h has most of them;
// an input that breaks one is reported like a crash.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "input/reader.h"
#include "support/promises.h"

namespace nianbao::fuzz {

inline void must_hold(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The pieces between bytes 0x1E, which stands in no text: at least `least`, missing ones empty.
inline std::vector<std::string_view> pieces(std::string_view bytes, std::size_t least) {
  std::vector<std::string_view> out;
  for (std::size_t end; (end = bytes.find('\x1E')) != std::string_view::npos; bytes.remove_prefix(end + 1))
    out.push_back(bytes.substr(0, end));
  out.push_back(bytes);
  if (out.size() < least) out.resize(least);
  return out;
}

// A reader's promises: the document is valid, and for some inputs (all would cost half the inputs) that two
// runs agree.
template <typename Read>
void try_reader(Read read, std::string_view bytes, std::string_view encoding = {}) {
  const ReadOptions options{std::string(encoding)};
  const Result<Document> document = read(bytes, options);
  if (document) must_hold(testing::broken_in_document(document.value()));
  if (bytes.size() % 8 != 0) return;
  const Result<Document> again = read(bytes, options);
  if (again.ok() != document.ok()) must_hold("two runs differ");
  if (!document) return;
  const Document &a = document.value(), &b = again.value();
  if (a.text != b.text || a.blocks.size() != b.blocks.size() || a.tables.size() != b.tables.size() ||
      a.marks.size() != b.marks.size())
    must_hold("two runs differ");
}

}  // namespace nianbao::fuzz
