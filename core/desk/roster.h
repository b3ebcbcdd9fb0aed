// The list of the bodies that are expected to hand in a report: pasted names, txt, csv, xlsx, or a Word file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "desk/body_name.h"

namespace nianbao {

struct RosterEntry {
  std::u16string written;  // without white space and number
  BodyName name;
};

struct Roster {
  std::vector<RosterEntry> entries;    // each body once, in the order of the list
  std::vector<std::u16string> unused;  // lines or fields of the column of names that are no name of a body
  Text problem;                        // why there is no list; empty when there is one
};

// Names are taken from the first column most of which are names of bodies; several may stand in one field,
// with 、 between.
Roster read_roster(std::string_view bytes);

}  // namespace nianbao
