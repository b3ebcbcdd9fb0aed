#include "fix/fix.h"

#include <algorithm>

#include "annotate/xml_tags.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "output/to_json.h"
#include "rules/vocabulary.h"
#include "sheet/sheet.h"

namespace nianbao {
namespace {

Text other_file() {
  return say(u"文件与检查时的不是同一份（SHA-256 不符），没有改。请重新检查后再采纳。",
             u"The file is not the one that was checked (its SHA-256 differs); nothing was changed. Please "
             u"check it again.");
}

Text no_longer_there(const Correction& c, const Document& document) {
  const bool inside = c.range.begin <= c.range.end && c.range.end <= document.text.size();
  return say(u"要改的{0}在文件里的那个位置已经不是这几个字（现在是{1}），没有改。",
             u"{0}, which was to be changed, no longer stands at its place in the file (there is {1}); "
             u"nothing was changed.",
             {quote(c.old_text), inside ? quote(document, c.range) : Text(Words{u"文末以外", u"nothing"})});
}

Text overlapping(const Correction& a, const Correction& b) {
  return say(u"两处改动重叠（{0} 改为 {1}，{2} 改为 {3}），没有改。请只采纳其中一个。",
             u"Two corrections overlap ({0} to {1}, {2} to {3}); nothing was changed. Please accept one of "
             u"them only.",
             {quote(a.old_text), quote(a.new_text), quote(b.old_text), quote(b.new_text)});
}

bool is_trail(const std::u16string& text, std::uint32_t at) {
  return at < text.size() && (text[at] & 0xFC00) == 0xDC00;
}

Text misfit(const Document& document, const std::vector<Correction>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Range r = all[i].range;
    const bool inside = r.begin <= r.end && r.end <= document.text.size() &&
                        !is_trail(document.text, r.begin) && !is_trail(document.text, r.end);
    if (!inside || document.view(r) != all[i].old_text) return no_longer_there(all[i], document);
    if (i > 0 && (all[i - 1].range.end > r.begin || all[i - 1].range.begin == r.begin))
      return overlapping(all[i - 1], all[i]);
  }
  return {};
}

std::vector<Correction> sorted(std::vector<Correction> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Correction& a, const Correction& b) { return a.range < b.range; });
  return all;
}

// A long correction, such as a paragraph that was typed anew, without what stays at its ends; numbers are not
// divided.
Correction narrowed(Correction c) {
  constexpr std::size_t short_enough = 20;
  if (c.old_text.size() <= short_enough || c.new_text.empty()) return c;
  const std::u16string_view a = c.old_text, b = c.new_text;
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < most && a[front] == b[front]) ++front;
  while (front > 0 && (is_digit(a[front - 1]) || (a[front - 1] & 0xFC00) == 0xD800)) --front;
  while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  while (back > 0 && (is_digit(a[a.size() - back]) || (a[a.size() - back] & 0xFC00) == 0xDC00)) --back;
  c.range = {c.range.begin + static_cast<std::uint32_t>(front),
             c.range.end - static_cast<std::uint32_t>(back)};
  c.old_text = std::u16string(a.substr(front, a.size() - front - back));
  c.new_text = std::u16string(b.substr(front, b.size() - front - back));
  return c;
}

std::u16string without_spaces(std::u16string_view text) {
  std::u16string out;
  for (char16_t c : text)
    if (!is_space(c)) out.push_back(c);
  return out;
}

// Whether the copy, read again, says what the document says once it is corrected.
bool says(const std::string& copy, const Document& document, const std::vector<Correction>& all) {
  Document wanted = document;
  std::vector<Edit> edits;
  for (const Correction& c : all) edits.push_back({c.range, c.new_text});
  if (!apply_edits(edits, wanted)) return false;
  const bool text = document.format == Format::txt || document.format == Format::markdown;
  const Result<Document> again = read(copy, {.encoding = text ? document.encoding : std::string()});
  return again && without_spaces(again.value().text) == without_spaces(wanted.text);
}

Fixed written(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
              const FixOptions& options) {
  switch (document.format) {
    case Format::docx: return fix_docx(bytes, document, all, options);
    case Format::odt: return fix_odt(bytes, document, all, options);
    case Format::html: return fix_html(bytes, document, all, options);
    default: return fix_text(bytes, document, all, options);
  }
}

// 第3行，表格里第2行第4列 …: what a reader of the list finds the place by.
Text place_of(const LineIndex& lines, const Correction& c) {
  return say(u"第{0}行第{1}字", u"line {0}, character {1}",
             {lines.line(c.range.begin), lines.column(c.range.begin)});
}

}  // namespace

bool can_be_fixed(Format format) {
  switch (format) {
    case Format::docx:
    case Format::odt:
    case Format::html:
    case Format::txt:
    case Format::markdown: return true;
    default: return false;
  }
}

Text file_is_signed() {
  return say(u"文件有数字签名，改动会使签名失效，所以不改。请在未签名的文件上改，改好再签。",
             u"The file is signed, and a change would void the signature, so it is not changed. Please "
             u"correct the unsigned file.");
}

Text change_forbidden(std::string_view bytes, Format format, const FixOptions& options) {
  if (format == Format::docx) return docx_forbids_change(bytes, options);
  return format == Format::odt ? odt_forbids_change(bytes) : Text();
}

Text unfit(const Document& document, const std::string& sha256, const Corrections& corrections) {
  if (!corrections.sha256.empty() && corrections.sha256 != sha256) return other_file();
  if (corrections.all.empty())
    return say(u"没有采纳任何改法，没有要改的。", u"No cure was accepted; there is nothing to correct.");
  return misfit(document, sorted(corrections.all));
}

Fixed fix(std::string_view bytes, const Document& document, const Corrections& corrections,
          const FixOptions& options) {
  if (!can_be_fixed(document.format))
    return {{},
            say(u"这种格式的文件不能直接改，只能给出改正清单。",
                u"Files of this format cannot be changed; a list of corrections is all that can be had.")};
  const std::string hash = corrections.sha256.empty() ? std::string() : sha256(bytes);
  if (Text refusal = unfit(document, hash, corrections); !refusal.empty()) return {{}, std::move(refusal)};
  if (Text why = change_forbidden(bytes, document.format, options); !why.empty()) return {{}, std::move(why)};
  std::vector<Correction> all = sorted(corrections.all);
  for (Correction& c : all) c = narrowed(std::move(c));
  Fixed out = written(bytes, document, all, options);
  if (out.refusal.empty() && (out.bytes.empty() || !says(out.bytes, document, all)))
    return {{},
            say(u"改好的副本重新读出来与采纳的不一致，没有写出；请按清单在原文件里手工改。",
                u"The corrected copy does not read as accepted and was not written; please make the "
                u"corrections by hand.")};
  return out;
}

Text cannot_stand_there(const Correction& c) {
  return say(
      u"{0} → "
      u"{1}"
      u"：这里不是同一段里的普通文字（跨段、自动编号、绑定数据或锁定的内容），没有改。请去掉这一处，或在文件"
      u"里手工改。",
      u"{0} → {1}: this is no plain text of one paragraph (it runs over paragraphs, is numbered "
      u"automatically, bound to data or locked); nothing was changed. Please leave it out, or change it by "
      u"hand.",
      {quote(c.old_text), quote(c.new_text)});
}

std::string change_date(const FixOptions& options) {
  return options.date ? xml_date_time(*options.date) : std::string();
}

std::string list_of_corrections(const Document& document, const Corrections& corrections,
                                const std::string& name, Language language) {
  const auto words = [&](const Text& text) { return language == Language::english ? text.en : text.zh; };
  const LineIndex lines(document.text);
  Sheet sheet;
  sheet.title = words(Words{u"改正清单", u"Corrections"});
  sheet.add(SheetBlock::title, sheet.title);
  sheet.add(SheetBlock::line, from_utf8(name));
  if (!can_be_fixed(document.format))
    sheet.add(
        SheetBlock::line,
        words(Words{u"这种格式的文件不能逐字改动而不动其余，所以改正列在这里；用 Word 或 WPS 另存为 "
                    u"docx，就能得到带修订的副本。",
                    u"A file of this format cannot be changed without touching the rest, so the corrections "
                    u"are listed here; saved as docx by Word or WPS, it can be had with tracked changes."}));
  if (corrections.all.empty()) {
    sheet.add(SheetBlock::line, words(Words{u"没有要改的。", u"Nothing to correct."}));
    return sheet_docx(sheet);
  }
  SheetTable table;
  table.widths = {160, 240, 240, 360};
  table.head_rows = 1;
  const auto cell = [](std::u16string text, bool head = false) {
    return SheetCell{std::move(text), 1, 1, head, !head};
  };
  table.rows.push_back(
      {cell(words(Words{u"位置", u"Place"}), true), cell(words(Words{u"原文", u"Text"}), true),
       cell(words(Words{u"改为", u"Correction"}), true), cell(words(Words{u"为什么", u"Why"}), true)});
  const auto shown = [&](const std::u16string& text) {
    return text.empty() ? words(Words{u"（空白）", u"(blank)"}) : text;
  };
  for (const Correction& c : corrections.all)
    table.rows.push_back({cell(words(place_of(lines, c))), cell(shown(c.old_text)),
                          cell(c.new_text.empty() ? words(Words{u"（删去）", u"(deleted)"}) : c.new_text),
                          cell(c.why.empty() ? words(Words{u"手工改动", u"typed by the user"}) : c.why)});
  sheet.add(std::move(table));
  return sheet_docx(sheet);
}

}  // namespace nianbao
