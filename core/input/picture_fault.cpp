#include "input/picture_fault.h"

#include <algorithm>
#include <iterator>

#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::string_view names[] = {"dark", "blurred", "illegible", "no-text", "cut"};

}  // namespace

std::string_view name_of(PictureFault fault) { return names[static_cast<std::size_t>(fault)]; }

std::optional<PictureFault> picture_fault(std::string_view name) {
  const auto found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<PictureFault>(found - std::begin(names));
}

std::u16string as_detail(const PoorPages& poor) { return from_utf8(name_of(poor.fault)) + u' ' + poor.pages; }

std::optional<PoorPages> poor_pages(std::u16string_view detail) {
  const std::size_t space = detail.find(u' ');
  if (space == std::u16string_view::npos) return std::nullopt;
  const auto fault = picture_fault(to_utf8(detail.substr(0, space)));
  if (!fault) return std::nullopt;
  return PoorPages{*fault, std::u16string(detail.substr(space + 1))};
}

}  // namespace nianbao
