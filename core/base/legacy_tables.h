// The tables of GB18030 and Big5, packed in the program: 170 kB unpacked, for converter.cpp alone. A program
// that does not read these encodings defines this function itself, and the tables stay out of it.
#pragma once

namespace nianbao {

bool load_legacy_tables();  // the first time; afterwards ICU knows both encodings. False: the program has
                            // none

}  // namespace nianbao
