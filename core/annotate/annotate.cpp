#include "annotate/annotate.h"

#include "input/reader.h"
#include "output/finding_text.h"

namespace nianbao {
namespace {

// Where a finding without a place of its own is told: the title, else the first line.
Range head_of(const Reading& reading) {
  if (!reading.report.title_range.empty()) return reading.report.title_range;
  return reading.document.blocks.empty() ? Range{} : reading.document.blocks.front().range;
}

Text same_elsewhere() {
  return Words{u"这是同一个问题的另一处，依据和改法见它的第一条批注。",
               u"Another place of the same problem; its first comment tells the basis and the cure."};
}

Text not_spoken_of(std::size_t places) {
  return say(u"同一个问题还有 {0} 处，不再逐处批注。",
             u"{0} further places of the same problem have no comment.",
             {Decimal(static_cast<std::int64_t>(places))});
}

}  // namespace

std::vector<Remark> remarks_of(const CheckedReading& all, Language language) {
  std::vector<Remark> out;
  const Reading& reading = all.reading;
  for (const Finding& finding : all.checked->rules.findings) {
    if (!is_open(finding)) continue;
    Remark remark{finding.places, finding.severity, {}};
    if (remark.places.empty()) remark.places.push_back(head_of(reading));
    const auto words = [&](const Text& text) { return language == Language::english ? text.en : text.zh; };
    for (const Text& line : finding_lines(reading, finding)) remark.lines.push_back(words(line));
    remark.again = {remark.lines.front(), words(same_elsewhere())};
    if (remark.places.size() > most_spoken_places)
      remark.rest = words(not_spoken_of(remark.places.size() - most_spoken_places));
    out.push_back(std::move(remark));
  }
  return out;
}

Text no_annotated_copy() {
  return say(
      u"批注副本只能做成 docx、网页（html）和文本（txt、md）。这份文件请另存为 docx "
      u"再批注，或者用校核单带走结果。",
      u"Annotated copies can be made of docx, web pages (html) and text (txt, md). Please save this file as "
      u"docx, or take the result along as a check note.");
}

bool can_be_annotated(Format format) {
  return format == Format::docx || format == Format::html || format == Format::txt ||
         format == Format::markdown;
}

Copy annotate(std::string_view bytes, const CheckedReading& all, Language language,
              std::optional<Date> date) {
  return with_remarks(bytes, all.reading.document, remarks_of(all, language), date);
}

Copy with_remarks(std::string_view bytes, const Document& document, const std::vector<Remark>& remarks,
                  std::optional<Date> date) {
  Copy out;
  if (!can_be_annotated(document.format)) {
    out.refusal = no_annotated_copy();
    return out;
  }
  if (document.format == Format::docx) out.bytes = annotate_docx(bytes, document, remarks, date);
  else if (document.format == Format::html) out.bytes = annotate_html(bytes, document, remarks, date);
  else out.bytes = annotate_text(bytes, document, remarks, date);
  if (out.bytes.empty()) out.refusal = problem_text({ErrorCode::damaged});
  out.remarks = static_cast<int>(remarks.size());
  return out;
}

Copy strip(std::string_view bytes) {
  switch (sniff(bytes)) {
    case Kind::docx: return strip_docx(bytes);
    case Kind::html: return strip_html(bytes);
    case Kind::text: return strip_text(bytes);
    default: return {{}, no_annotated_copy(), 0, {}};
  }
}

Copy annotated_copy(std::string_view bytes, const Options& options,
                    std::optional<std::string_view> previous) {
  Copy bare = strip(bytes);
  if (!bare.refusal.empty()) return bare;
  Options own = options;
  own.edits.clear();  // what-if changes are not in the user's file
  CheckedReading all;
  read_and_check(bare.bytes, own, previous, all);
  if (!all.checked) return {{}, problem_text(all_problems(all.reading).front()), 0, {}};
  return annotate(bare.bytes, all, own.language, own.today);
}

}  // namespace nianbao
