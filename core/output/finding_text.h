// A finding in words, as every output for people tells it.
#pragma once

#include "output/to_json.h"

namespace nianbao {

Words severity_words(Severity severity);  // 错误, 疑似, 提示: everywhere

// Line, section and cell of its first place; empty for a finding without place.
Text place_text(const Reading& reading, const LineIndex& lines, const Finding& finding);

// 表三“…”行“…”列改为3（…）
Text repair_text(const Form& form, const Repair& repair);

// 10 + 3 ≠ 12；1 + 2 ≠ 4, as the reader's language parts them; empty for a finding without figures.
Text equation_words(const Finding& finding);

// 表三“自然人”列一＋二＝三（七）＋四
Text identity_name(const Form& form, const Identity& identity);

// All of it in a few lines: number, severity and message, figures, basis, advice, repairs, the rule's id.
std::vector<Text> finding_lines(const Reading& reading, const Finding& finding);

}  // namespace nianbao
