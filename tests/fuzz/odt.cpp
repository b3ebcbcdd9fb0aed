// content 0x1E styles 0x1E meta: the parts of an odt, whose packing is sound.
#include "support/make_zip.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = nianbao::fuzz::pieces(nianbao::fuzz::view(data, size), 3);
  nianbao::testing::ZipParts zip{{"content.xml", std::string(parts[0])}};
  if (!parts[1].empty()) zip.emplace_back("styles.xml", std::string(parts[1]));
  if (!parts[2].empty()) zip.emplace_back("meta.xml", std::string(parts[2]));
  nianbao::fuzz::try_reader(nianbao::read_odt, nianbao::testing::make_zip(zip));
  return 0;
}
