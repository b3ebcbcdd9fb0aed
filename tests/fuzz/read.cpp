// Bytes of any kind: the kind is told, and the reader chosen by it holds its promises.
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nianbao::fuzz::try_reader(nianbao::read, nianbao::fuzz::view(data, size));
  return 0;
}
