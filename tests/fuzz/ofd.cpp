// page 0x1E resources 0x1E template 0x1E document: the parts of an OFD, whose packing is sound.
#include "support/make_zip.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = nianbao::fuzz::pieces(nianbao::fuzz::view(data, size), 4);
  constexpr const char* document =
      "<Document><CommonData><PublicRes>R.xml</PublicRes><TemplatePage ID=\"30\" "
      "BaseLoc=\"T.xml\"/></CommonData><Pages><Page "
      "BaseLoc=\"P.xml\"/></Pages></Document>";
  const nianbao::testing::ZipParts zip{{"OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"},
                                       {"D.xml", parts[3].empty() ? document : std::string(parts[3])},
                                       {"P.xml", std::string(parts[0])},
                                       {"R.xml", std::string(parts[1])},
                                       {"T.xml", std::string(parts[2])}};
  nianbao::fuzz::try_reader(nianbao::read_ofd, nianbao::testing::make_zip(zip));
  return 0;
}
