#include "input/zip_names.h"

#include <cstdint>

#include "base/limits.h"

namespace nianbao {
namespace {

constexpr std::string_view local_mark("PK\x03\x04"), central_mark("PK\x01\x02"), end_mark("PK\x05\x06");
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

bool holds(std::string_view bytes, std::size_t at, std::string_view mark, std::size_t size) {
  return at <= bytes.size() && bytes.size() - at >= size && bytes.substr(at, mark.size()) == mark;
}

// Where the central directory begins; npos when there is none.
std::size_t directory(std::string_view bytes) {
  const std::size_t longest = end_size + 0xFFFF;  // the end record and the longest comment
  const std::string_view tail = bytes.substr(bytes.size() > longest ? bytes.size() - longest : 0);
  const auto end = tail.rfind(end_mark);
  if (end == std::string_view::npos || !holds(tail, end, end_mark, end_size)) return std::string_view::npos;
  const std::size_t at = number(tail, end + 16, 4);
  return holds(bytes, at, central_mark, central_size) ? at : std::string_view::npos;
}

void central_names(std::string_view bytes, std::size_t at, std::vector<std::string_view>& names) {
  while (names.size() < limits::zip_entries && holds(bytes, at, central_mark, central_size)) {
    const std::size_t name = number(bytes, at + 28, 2);
    names.push_back(bytes.substr(at + central_size, name));
    at += central_size + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
  }
}

void local_names(std::string_view bytes, std::vector<std::string_view>& names) {
  for (std::size_t at = bytes.find(local_mark);
       at != std::string_view::npos && names.size() < limits::zip_entries;
       at = bytes.find(local_mark, at + 1))
    if (holds(bytes, at, local_mark, local_size))
      names.push_back(bytes.substr(at + local_size, number(bytes, at + 26, 2)));
}

}  // namespace

std::vector<std::string_view> zip_names(std::string_view bytes) {
  std::vector<std::string_view> names;
  if (const std::size_t at = directory(bytes); at != std::string_view::npos) central_names(bytes, at, names);
  else local_names(bytes, names);
  return names;
}

std::string_view zip_mimetype(std::string_view bytes) {
  if (!holds(bytes, 0, local_mark, local_size) || number(bytes, 8, 2) != 0) return {};
  const std::size_t name = number(bytes, 26, 2), content = local_size + name + number(bytes, 28, 2);
  if (bytes.substr(local_size, name) != "mimetype" || content > bytes.size()) return {};
  return bytes.substr(content, number(bytes, 18, 4));
}

}  // namespace nianbao
