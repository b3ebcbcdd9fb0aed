#include "base/sha256.h"
#include "fix/fix.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

std::string hash_of(std::string_view bytes, const CorrectionRequest& request) {
  return request.sha256.empty() ? sha256(bytes) : request.sha256;
}

// Reads the file and gathers what is to be corrected in it; says in `out` why nothing is.
bool gather(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
            const CorrectionRequest& request, CheckedReading& all, Corrected& out) {
  Options own = options;
  own.edits.clear();  // what-if changes are not in the user's file
  if (!request.corrections.empty()) {
    read_report(bytes, own, all.reading);
    if (all.reading.failure) return out.refusal = problem_text(*all.reading.failure), false;
    auto given = parse_corrections(request.corrections);
    if (!given)
      return out.refusal = say(u"改正清单不是本程序存下的 JSON。",
                               u"The list of corrections is no JSON of this program."),
             false;
    out.made = std::move(*given);
    if (can_be_fixed(all.reading.document.format)) return true;
    CheckedReading checked;  // a list says why
    read_and_check(bytes, own, previous, checked);
    if (checked.checked)
      explain(out.made, checked.reading.document, checked.checked->rules.findings, options.language);
    return true;
  }
  read_and_check(bytes, own, previous, all);
  if (!all.checked) return out.refusal = problem_text(all_problems(all.reading).front()), false;
  try_cures(all, own);
  Chosen chosen = choose(all.reading.document, all.checked->rules.findings, request.choice, options.language);
  out.made = std::move(chosen.corrections);
  out.made.sha256 = hash_of(bytes, request);
  out.refusal = std::move(chosen.refusal);
  return out.refusal.empty();
}

}  // namespace

Corrected corrected_copy(std::string_view bytes, const Options& options,
                         std::optional<std::string_view> previous, const CorrectionRequest& request) {
  Corrected out;
  CheckedReading all;
  if (!gather(bytes, options, previous, request, all, out)) return out;
  const Document& document = all.reading.document;
  out.list = !can_be_fixed(document.format);
  if (out.made.all.empty() && request.choice.certain) {  // nothing is certain: no mistake of the user
    out.bytes = out.list ? list_of_corrections(document, out.made, options.name, options.language)
                         : std::string(bytes);
    return out;
  }
  out.refusal = unfit(document, hash_of(bytes, request), out.made);
  if (!out.refusal.empty()) return out;
  if (out.list) {
    out.bytes = list_of_corrections(document, out.made, options.name, options.language);
    return out;
  }
  Fixed fixed = fix(bytes, document, out.made, request.options);
  out.bytes = std::move(fixed.bytes);
  out.refusal = std::move(fixed.refusal);
  return out;
}

Corrected list_of_cures(std::string_view bytes, const Options& options,
                        std::optional<std::string_view> previous, const CorrectionRequest& request) {
  Corrected out;
  CheckedReading all;
  if (!gather(bytes, options, previous, request, all, out)) return out;
  const std::vector<Finding> none;
  out.bytes = corrections_json(all.reading.document, all.checked ? all.checked->rules.findings : none,
                               out.made, options.language);
  return out;
}

}  // namespace nianbao
