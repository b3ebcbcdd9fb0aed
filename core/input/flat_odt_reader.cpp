#include "input/reader.h"

namespace nianbao {

Result<Document> read_flat_odt(std::string_view, const ReadOptions&) { return Error{ErrorCode::unsupported}; }

}  // namespace nianbao
