#include "base/limits.h"
#include "input/reader.h"

namespace nianbao {

Result<Document> read(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > limits::input_bytes) return Error{ErrorCode::limit, {}, u"文件不超过 100 MB"};
  switch (sniff(bytes)) {
    case Kind::empty: return Error{ErrorCode::empty};
    case Kind::text: return read_text(bytes, options);
    case Kind::html: return read_html(bytes, options);
    case Kind::mht: return read_mht(bytes, options);
    case Kind::docx: return read_docx(bytes, options);
    case Kind::ole: return read_ole_word(bytes, options);
    case Kind::rtf: return read_rtf(bytes, options);
    case Kind::odt: return read_odt(bytes, options);
    case Kind::fodt: return read_flat_odt(bytes, options);
    case Kind::pdf: return Error{ErrorCode::pdf_reader_missing};
    case Kind::pdf_geometry: return read_pdf_geometry(bytes, options);
    case Kind::xlsx: return read_xlsx(bytes, options);
    case Kind::ofd: return read_ofd(bytes, options);
    case Kind::zip: return Error{ErrorCode::unsupported, {}, u"压缩包，请先解压"};
    case Kind::image: return Error{ErrorCode::image};
    case Kind::unsupported: return Error{ErrorCode::unsupported};
    case Kind::binary: break;
  }
  return Error{ErrorCode::binary};
}

}  // namespace nianbao
