// What must hold for every input, whatever it is: said in words when it does not. For fuzzing and for tests
// with damaged files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check.h"

namespace nianbao::testing {

// Each returns the first broken promise, or an empty string.

// Ranges lie inside the text and on character borders; blocks and cells are in order.
std::string broken_in_document(const Document& document);
// Places of what was recognised; a cell's text stands at its place; its value and state go together.
std::string broken_in_report(const Report& report);
// Paragraphs in order, every unit with its place; all sentences together are the paragraph.
std::string broken_in_prose(const Report& report);
// Every identity's state follows from its cells; every repair makes all checked identities of its table hold.
std::string broken_in_localisation(const Report& report, const Localisation& found);
std::string broken_in_ledger(const Report& report, const Ledger& ledger);
// No finding speaks of an unread cell; places and cells are of this report.
std::string broken_in_results(const Report& report, const RuleResults& results);
// The JSON of one check: it parses, outcome, problems, findings and summary agree with each other.
std::string broken_in_json(std::string_view json);
// The other outputs of one check: CSV, SARIF, JUnit, text.
std::string broken_in_outputs(const CheckedReading& all, const Options& options);

// A whole check and the above. `everything`: also the outputs beside the JSON, and that a second check says
// the same.
std::string broken_in_check(std::string_view bytes, const Options& options,
                            std::optional<std::string_view> previous = std::nullopt, bool everything = true);

}  // namespace nianbao::testing
