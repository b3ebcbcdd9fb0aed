// The page's desk, of what a user opens: a request, or a list of bodies. Answers are JSON, and what a report
// is kept as comes back as it was.
#include <nlohmann/json.hpp>

#include "desk/desk_json.h"
#include "target.h"

using namespace nianbao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view request = fuzz::view(data, size);
  const auto told = [](const std::string& json, bool any) {
    if (!(any && json.empty()) && nlohmann::json::parse(json, nullptr, false).is_discarded())
      fuzz::must_hold("an answer that is no JSON");
  };
  told(roster_json(request, Language::english), false);
  told(desk_json(request), true);
  told(years_json(request), true);
  for (const char* format : {"html", "xlsx"}) totals_file(request, "2021", format);
  const std::optional<Desk> desk = desk_from_json(request);
  if (!desk) return 0;
  for (const Handed& report : desk->reports) {
    const std::string kept =
        handed_json(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const Handed back = handed_from_json(nlohmann::json::parse(kept));
    if (handed_json(back).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) != kept)
      fuzz::must_hold("a report is not as it was");
  }
  return 0;
}
