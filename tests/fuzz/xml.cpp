#include "input/xml.h"

#include "target.h"

namespace {

struct Count {
  int inside = 0;
  bool enter(pugi::xml_node) { return ++inside > 0; }
  void leave(pugi::xml_node) { --inside; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (auto space : {nianbao::XmlSpace::around_text, nianbao::XmlSpace::everywhere}) {
    pugi::xml_document xml;
    nianbao::parse_xml(xml, nianbao::fuzz::view(data, size), space);
    Count count;
    nianbao::walk_xml(xml, count);
    if (count.inside != 0) nianbao::fuzz::must_hold("xml: entered and not left");
    if (nianbao::all_text(xml).size() > size) nianbao::fuzz::must_hold("xml: more text than bytes");
  }
  return 0;
}
