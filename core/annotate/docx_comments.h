// The parts of a docx that have to do with comments, changed in place: their bytes stay but for what is put
// in or taken out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/docx_places.h"
#include "prose/date.h"

namespace nianbao {

// word/document.xml with the markers of comments [first_id, first_id + spans.size()).
// `kinds` is what taking them out again needs to know: a digit for each place.
std::string with_markers(std::string_view xml, const DocxPlaces& places, const std::vector<DocxSpan>& spans,
                         int first_id, std::string& kinds);

// Without the markers of these comments; where one had divided a run, or opened an empty paragraph, that is
// undone: `undone` is false when the places are not those of `kinds`.
std::string without_markers(std::string_view xml, const std::set<std::string, std::less<>>& ids,
                            std::string_view kinds, bool& undone);

// One comment for each text, in order. An empty `xml` makes a new part, whose prefix and namespace are those
// of `main_xml`.
std::string with_comments(std::string_view xml, const std::vector<std::vector<std::u16string>>& texts,
                          int first_id, std::string_view main_xml, std::optional<Date> date);

// The ids of our comments, and the part without them.
std::set<std::string, std::less<>> own_comments(std::string_view xml);
std::string without_comments(std::string_view xml);

int highest_id(std::string_view xml);  // of comments and markers in a part; -1 for none

}  // namespace nianbao
