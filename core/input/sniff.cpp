#include "input/reader.h"

namespace nianbao {

Kind sniff(std::string_view bytes) { return bytes.empty() ? Kind::empty : Kind::text; }

}  // namespace nianbao
