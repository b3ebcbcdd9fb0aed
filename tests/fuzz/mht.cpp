#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nianbao::fuzz::try_reader(nianbao::read_mht, nianbao::fuzz::view(data, size));
  return 0;
}
