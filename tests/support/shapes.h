// The text of a composed report in other dresses: Markdown with pipe tables, simple HTML with spans.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::tests {

std::string as_markdown(std::string_view text);
std::string as_html(std::string_view text);

}  // namespace nianbao::tests
