#include "input/reader.h"

namespace nianbao {

Result<Document> read_html(std::string_view, const ReadOptions&) { return Error{ErrorCode::unsupported}; }

}  // namespace nianbao
