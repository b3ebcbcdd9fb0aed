// What stands in a cell of a picture against the labels of the forms.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::scan {

// The label that is printed in the forms and as good as the text; the text as it is where none is, or more
// than one. A recogniser takes one character for another here and there, and labels only say which row and
// column a number stands in. Cost: linear in the labels, which are some two hundred.
std::u16string as_printed(std::u16string_view text);

}  // namespace nianbao::scan
