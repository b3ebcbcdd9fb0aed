#include "input/reader.h"

namespace nianbao {

Result<Document> read_pdf_geometry(std::string_view, const ReadOptions&) { return Error{ErrorCode::unsupported}; }

}  // namespace nianbao
