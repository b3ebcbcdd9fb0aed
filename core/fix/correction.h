// Corrections as values, apart from the document: what the page stores, what the command line hands on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/edit.h"
#include "rules/rule.h"
#include "stages.h"

namespace nianbao {

struct Correction {
  Range range{};  // in the document as read, without edits
  std::u16string old_text, new_text;
  std::u16string why;  // the finding, in the user's language; empty where the user typed it
  std::string rule;    // empty where the user typed it
};

struct Corrections {
  std::string sha256;  // of the file; empty: not said
  std::vector<Correction> all;
};

// {"schema": "nianbao-corrections-1", "sha256": "…", "corrections": [{"range": [b, e], "old", "new", "why",
//   "rule"}]}
// "sha256", "why" and "rule" may be missing. Nothing when it is no such file.
std::optional<Corrections> parse_corrections(std::string_view json);

// A cure by the name with which it is accepted: "wording/until:1", counted over all cures of the rule.
struct NamedCure {
  std::string id;
  const Finding* finding;
  const Cure* cure;
  bool first;  // the best one of its finding
};
std::vector<NamedCure> named_cures(const std::vector<Finding>& findings);

std::vector<Correction> corrections_of(const Document& document, const NamedCure& named, Language language);

// What was chosen: the certain cures, and those named: "wording/until" (the best cure of each of its
// findings) or "wording/until:2". Corrections that several cures ask for are made once.
struct Choice {
  bool certain = false;
  std::vector<std::string> accepted;
};
struct Chosen {
  Corrections corrections;
  Text refusal;  // a name that names no cure
};
Chosen choose(const Document& document, const std::vector<Finding>& findings, const Choice& choice,
              Language language);

// Of corrections that do not say why: the cure that they are, where it is one of these.
void explain(Corrections& corrections, const Document& document, const std::vector<Finding>& findings,
             Language language);

// The JSON above with all cures beside it: "cures": [{"id", "label", "certain", "finding", "corrections"}].
std::string corrections_json(const Document& document, const std::vector<Finding>& findings,
                             const Corrections& chosen, Language language);

// Takes the word "certain" from cures that do not stand the test: made in the document, the finding must be
// gone and no rule may find more than before, each by itself and all of them together. Cost: some checks,
// none where nothing is certain.
void try_cures(CheckedReading& all, const Options& options);

}  // namespace nianbao
