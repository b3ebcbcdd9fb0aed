#include "annotate/page_remarks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "annotate/page_places.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::u16string>& lines) {
  std::string out;
  for (const std::u16string& line : lines) out += (out.empty() ? "" : "\n") + to_utf8(line);
  return out;
}

std::string_view kind_of(Severity severity) {
  constexpr std::string_view names[] = {"error", "warning", "notice"};
  return names[static_cast<int>(severity)];
}

// The lines of one page together.
void add_place(std::string_view kind, const std::string& text, const std::vector<PagePlace>& lines,
               Json& out) {
  std::size_t page = lines.front().page + 1;
  for (const PagePlace& line : lines) {
    const Box& box = line.box;
    if (line.page != page)
      out.push_back({{"kind", kind}, {"text", text}, {"page", line.page}, {"boxes", Json::array()}});
    page = line.page;
    out.back()["boxes"].push_back({box.left, box.top, box.right, box.bottom});
  }
}

void add(const Remark& remark, std::string_view kind, const PagePlaces& pages, Json& out) {
  const std::size_t count = std::min(remark.places.size(), most_spoken_places);
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = joined(i == 0 ? remark.lines : remark.again);
    if (i + 1 == count && !remark.rest.empty()) text += "\n" + to_utf8(remark.rest);
    if (const auto lines = pages.of(remark.places[i]); !lines.empty()) add_place(kind, text, lines, out);
  }
}

}  // namespace

std::string page_remarks_json(std::string_view geometry, const RemarksIn& found, const RemarksIn& accepted) {
  const Result<Drawing> drawing = parse_pdf_geometry(geometry);
  if (!drawing) return {};
  const PagePlaces pages(drawing.value(), found.document), as_read(drawing.value(), accepted.document);
  Json out = Json::array();
  for (const Remark& remark : accepted.remarks) add(remark, "accepted", as_read, out);
  for (const Remark& remark : found.remarks) add(remark, kind_of(remark.severity), pages, out);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao
