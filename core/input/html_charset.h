// What an HTML page says of its own encoding, and where the fragment of a clipboard page lies.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// <meta charset>, <meta http-equiv content="...charset=">, or the XML declaration, within the first 8 KB;
// clipboard pages are UTF-8 by definition. Empty when there is none.
std::string declared_html_charset(std::string_view bytes);

// A clipboard page (CF_HTML: "Version:0.9", "StartHTML:...", offsets in bytes) keeps its length but loses its
// header, and the text around its fragment, to spaces. Offsets that do not fit are ignored for the markers in
// the page. Other pages stay as they are.
void isolate_clipboard_fragment(std::string& html);

}  // namespace nianbao
