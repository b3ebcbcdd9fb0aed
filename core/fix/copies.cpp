// What can be had of a file is told before it is asked for, with the reason that the copy itself would be
// refused with.
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "fix/fix.h"
#include "input/reader.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

Text no_annotation(std::string_view bytes, Format format) {
  if (format == Format::pdf) return {};  // its copy is made of the geometry: remarks_on_pages()
  if (!can_be_annotated(format)) return no_annotated_copy();
  return strip(bytes).refusal;
}

}  // namespace

std::string copies_json(std::string_view bytes, const Options& options) {
  const Result<Document> document = read(bytes, {.encoding = options.encoding});
  const auto told = [&](const Text& why) {
    return why.empty() ? Json(nullptr)
                       : Json(to_utf8(options.language == Language::english ? why.en : why.zh));
  };
  const Format format = document ? document.value().format : Format::txt;
  const Text unread = document ? Text() : problem_text(document.error());
  const Text corrected = document ? change_forbidden(bytes, format, {}) : unread;
  const Text annotated = document ? no_annotation(bytes, format) : unread;
  const Json out = {
      {"corrected", {{"list", document && !can_be_fixed(format)}, {"problem", told(corrected)}}},
      {"annotated", {{"problem", told(annotated)}}}};
  return out.dump();
}

}  // namespace nianbao
