// Remarks beside corrections: what is told is what the page shows, which has the corrections in it.
#include "annotate/page_remarks.h"
#include "base/sha256.h"
#include "fix/fix.h"
#include "input/reader.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

Copy refused(Text why) { return {{}, std::move(why), 0, {}}; }

// A file before and after its corrections.
struct Stages {
  Reading as_read;
  Corrections made;
  CheckedReading changed;
};

// Reads the file, and checks it with the corrections made; the refusal where that is not to be had.
Text prepare(std::string_view bytes, const std::string& sha256, const Options& options,
             std::optional<std::string_view> previous, const std::string& corrections, Stages& out) {
  Options own = options;
  own.edits.clear();
  read_report(bytes, own, out.as_read);
  if (out.as_read.failure) return problem_text(*out.as_read.failure);
  if (!corrections.empty()) {
    auto given = parse_corrections(corrections);
    if (!given)
      return say(u"改正清单不是本程序存下的 JSON。", u"The list of corrections is no JSON of this program.");
    out.made = std::move(*given);
    if (Text why = unfit(out.as_read.document, sha256, out.made); !why.empty()) return why;
  }
  for (const Correction& c : out.made.all) own.edits.push_back({c.range, c.new_text});
  read_and_check(bytes, own, previous, out.changed);
  return out.changed.checked ? Text() : problem_text(all_problems(out.changed.reading).front());
}

// What was accepted as a list, or chosen by name: JSON, empty where nothing is.
Text accepted_list(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
                   const CorrectionRequest& request, std::string& out) {
  out = request.corrections;
  if (!out.empty() || (!request.choice.certain && request.choice.accepted.empty())) return {};
  Corrected list = list_of_cures(bytes, options, previous, request);
  if (!list.made.all.empty()) out = std::move(list.bytes);
  return std::move(list.refusal);
}

std::vector<Remark> accepted_remarks(const Stages& stages, Language language) {
  const auto words = [&](const Text& text) { return language == Language::english ? text.en : text.zh; };
  const auto shown = [&](const std::u16string& text, Words none) {
    return text.empty() ? Text(none) : Text(text);
  };
  std::vector<Remark> out;
  for (const Correction& c : stages.made.all) {
    const Text change =
        say(u"已采纳的改法：{0} → {1}", u"Accepted correction: {0} → {1}",
            {shown(c.old_text, {u"空白", u"blank"}), shown(c.new_text, {u"删去", u"deleted"})});
    Remark remark{{c.range}, Severity::notice, {words(change)}};
    if (!c.why.empty()) remark.lines.push_back(c.why);
    out.push_back(std::move(remark));
  }
  return out;
}

}  // namespace

Copy annotated_and_corrected(std::string_view bytes, const Options& options,
                             std::optional<std::string_view> previous, const CorrectionRequest& request) {
  Copy bare = strip(bytes);
  if (!bare.refusal.empty()) return bare;
  CorrectionRequest named = request;
  if (named.sha256.empty()) named.sha256 = sha256(bytes);
  std::string list;
  if (Text why = accepted_list(bare.bytes, options, previous, named, list); !why.empty())
    return refused(std::move(why));
  if (list.empty()) return annotated_copy(bare.bytes, options, previous);
  Stages stages;
  if (Text why = prepare(bare.bytes, named.sha256, options, previous, list, stages); !why.empty())
    return refused(std::move(why));
  const std::optional<Date> date = request.options.date ? request.options.date : options.today;
  const Fixed fixed = fix(bare.bytes, stages.as_read.document, stages.made, {request.options.plain, date});
  if (!fixed.refusal.empty()) return refused(fixed.refusal);
  Options own = options;
  own.edits.clear();
  CheckedReading again;
  read_report(fixed.bytes, own, again.reading);
  const Document& document = again.reading.document;
  if (document.text == stages.changed.reading.document.text)
    return with_remarks(fixed.bytes, document, remarks_of(stages.changed, options.language), date);
  return annotated_copy(fixed.bytes, own, previous);
}

Copy remarks_on_pages(std::string_view geometry, const Options& options,
                      std::optional<std::string_view> previous, const CorrectionRequest& request) {
  CorrectionRequest named = request;
  if (named.sha256.empty()) named.sha256 = sha256(geometry);
  std::string list;
  if (Text why = accepted_list(geometry, options, previous, named, list); !why.empty())
    return refused(std::move(why));
  Stages stages;
  if (Text why = prepare(geometry, named.sha256, options, previous, list, stages); !why.empty())
    return refused(std::move(why));
  CheckedReading before;
  Options own = options;
  own.edits.clear();
  read_and_check(geometry, own, previous, before);
  if (before.checked)
    explain(stages.made, before.reading.document, before.checked->rules.findings, options.language);
  const RemarksIn found{stages.changed.reading.document, remarks_of(stages.changed, options.language)};
  const RemarksIn accepted{stages.as_read.document, accepted_remarks(stages, options.language)};
  Copy out{page_remarks_json(geometry, found, accepted), {}, 0, {}};
  out.remarks = static_cast<int>(found.remarks.size() + accepted.remarks.size());
  if (out.bytes.empty()) out.refusal = problem_text({ErrorCode::damaged});
  return out;
}

}  // namespace nianbao
