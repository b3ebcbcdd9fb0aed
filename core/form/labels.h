// Labels as a reader compares them: brackets, quotes, spaces, line breaks and enumerators do not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// Han characters, letters and digits of the label, without the enumerators in front, 一、 （三） 1. ②:
// "(三) 1. 属于 国家秘密" -> "属于国家秘密", "三" -> "", "3.危及“三安全一稳定”" -> "危及三安全一稳定".
// Cost: linear.
std::u16string label_key(std::u16string_view text);

// Han characters, letters and digits alone; of a title, for comparison. Cost: linear.
std::u16string letters(std::u16string_view text);

// Number of inserted, dropped or changed characters between the two, at most limit + 1. Cost: product of the
// lengths.
int edit_distance(std::u16string_view a, std::u16string_view b, int limit);

// Whether `key` is `standard` with a small slip: a quarter of its length at most, never in labels under four
// characters.
bool is_close(std::u16string_view key, std::u16string_view standard);

}  // namespace nianbao
