// Names of the check notes that go back to the bodies, in one zip.
#pragma once

#include <string>
#include <vector>

#include "desk/handed.h"

namespace nianbao {

// For each report: its folder, as `paths` (below the folder that was given, with '/') have it, then the body
// and 校核单.docx; of several reports of a body in one folder with the file's name too. Every name once, also
// where large and small letters are alike, and one that every system can unpack.
std::vector<std::string> note_names(const std::vector<Handed>& reports,
                                    const std::vector<std::string>& paths);

}  // namespace nianbao
