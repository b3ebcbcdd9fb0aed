// The geometry of a PDF, checked and annotated: the remarks are JSON, and every box has a page of the
// geometry.
#include <nlohmann/json.hpp>

#include "fix/fix.h"
#include "target.h"

using namespace nianbao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string geometry = "NBPDF1\n" + std::string(fuzz::view(data, size));
  CorrectionRequest certain;
  certain.choice.certain = true;
  const Copy copy = remarks_on_pages(geometry, {}, std::nullopt, certain);
  if (copy.refusal.empty() == copy.bytes.empty()) fuzz::must_hold("remarks and a refusal, or neither");
  if (copy.bytes.empty()) return 0;
  const auto remarks = nlohmann::json::parse(copy.bytes, nullptr, false);
  if (!remarks.is_array()) fuzz::must_hold("no list of remarks");
  std::size_t pages = 0;
  for (std::size_t at = geometry.find("\nP "); at != std::string::npos; at = geometry.find("\nP ", at + 1))
    ++pages;
  for (const auto& remark : remarks)
    if (remark["page"].get<std::size_t>() >= pages || remark["boxes"].empty())
      fuzz::must_hold("a remark beside the pages");
  return 0;
}
