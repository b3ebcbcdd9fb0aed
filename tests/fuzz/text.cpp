// encoding 0x1E text: plain text and Markdown, decoded as the bytes say or as the user says.
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = nianbao::fuzz::view(data, size);
  const auto parts = nianbao::fuzz::pieces(bytes, 2);
  if (parts[1].empty()) nianbao::fuzz::try_reader(nianbao::read_text, bytes);
  else nianbao::fuzz::try_reader(nianbao::read_text, parts[1], parts[0]);
  return 0;
}
