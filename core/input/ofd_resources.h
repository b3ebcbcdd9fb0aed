// What the objects of an OFD page refer to by number: drawing parameters, composite units and files of
// pictures (GB/T 33190-2016, 7.9 and 13).
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>

#include "input/ofd_package.h"
#include "input/ofd_values.h"
#include "input/xml.h"

namespace nianbao {

// The colours that a drawing parameter, a layer or an object sets; none where it leaves them to what is
// outside it.
struct OfdPaint {
  std::optional<OfdColour> fill, stroke;
};

class OfdResources {
 public:
  // Adds what the file at `entry` defines. Errors: as of reading and parsing; limit for all files together.
  Result<bool> add(const OfdPackage& package, const ZipFile::Entry& entry);

  // Colours of a drawing parameter, with those it is relative to.
  OfdPaint paint(std::string_view id) const;
  // The content of a composite unit; none when there is no such unit.
  pugi::xml_node composite(std::string_view id) const;
  // The file of a picture; null when there is no such picture.
  const ZipFile::Entry* picture(std::string_view id) const;

 private:
  using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;
  std::deque<pugi::xml_document> files_;
  std::size_t bytes_ = 0;
  Nodes parameters_, composites_;
  std::map<std::string, const ZipFile::Entry*, std::less<>> pictures_;
};

// What `node` itself says, by FillColor and StrokeColor.
OfdPaint own_paint(pugi::xml_node node);
// `inner` where it says something, else `outer`.
OfdPaint merged(const OfdPaint& inner, const OfdPaint& outer);

}  // namespace nianbao
