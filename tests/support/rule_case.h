// Rule cases: short Markdown files, tests/rules/<family>/<name>.md, one for each rule. A case patches a base
// report and says what the rule reports about it, and that nothing else is reported.
//
//   ## 违规：少报一件结转                         a case that breaks the rule; 合规：one that keeps it
//   requests.carried_forward.total = 1
//   期望：requests/balance 在 requests.carried_forward.total：“…the whole message…”
//
// The full list of lines is in CONTRIBUTING.md, "A new rule in five minutes". Text is UTF-8 here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::tests {

enum class EditKind {
  set_cell,        // what: cell id, `*` for any row or column; with: the text
  remove_row,      // what: "requests.refused_state_secret"
  remove_column,   // what: "requests.legal_service_providers"
  remove_table,    // what: "proceedings"
  remove_section,  // what: "5", with heading, text and table
  empty_section,   // what: "5", all but the heading
  swap_sections,   // what: "2", with: "3"
  replace,         // what -> with; `what` must occur exactly once
  replace_all,     // what -> with; `what` must occur
  insert_after,    // with, behind `what`
  insert_before,   // with, in front of `what`
  title,           // with
  signature,       // with: the date; empty: no signature at all
};

struct Edit {
  EditKind kind;
  std::string what;
  std::string with;
};

enum class Shape { text, markdown, html };

// How one document of a case comes about.
struct Recipe {
  std::string base = "2021";  // base_<base>.txt
  int year = 0;               // moves every year of the base; 0: as it is
  std::vector<Edit> edits;
  std::optional<std::string> whole_text;  // instead of a base
  std::string file;                       // instead of a base: a file beside the case file
  Shape shape = Shape::text;
};

struct Expected {
  std::vector<std::string> cells;  // exactly these
  std::string quoted;              // the first place covers it
  std::string message;
  std::string english;  // empty: not compared; likewise below
  std::string advice;
  std::string severity;
  std::string equation;
  std::vector<std::string> violates;
  std::string repair;  // "cell = value、cell = value", the first repair
};

struct RuleCase {
  std::string rule;
  std::string name;  // the heading
  int line = 0;
  bool violation = false;
  Recipe recipe;
  std::optional<Recipe> last_year;
  // reports of other bodies checked along, by label
  std::vector<std::pair<std::string, Recipe>> others_along;
  bool last_year_is_base = false;      // last year's report is this year's base moved by a year
  std::string options;                 // JSON
  std::vector<Expected> expected;      // of this rule, all of them
  std::vector<std::string> others;     // rules whose findings come along
  std::optional<std::string> skipped;  // the rule could not check; the reason, or "" for any
  std::optional<int> passed;           // count of relations that hold
};

struct CaseFile {
  std::vector<RuleCase> cases;
  std::vector<std::string> errors;  // "12: what is wrong with this line"
};

CaseFile parse_cases(std::string_view rule, std::string_view text);

// The document of a recipe as bytes. `folder`: tests/rules. `error` is set when an edit does not fit the
// base.
struct Composed {
  std::string bytes;
  std::string error;
};
Composed compose(const Recipe& recipe, const std::string& folder);
// The base report of the 2021 form with these edits, as text; a year other than 0 moves its years.
std::string base_of_year(int year, std::vector<Edit> edits);
std::string base_with(std::vector<Edit> edits);

// What differs between the case's expectation and the checker's findings; empty when all is as expected.
std::string run_case(const RuleCase& rule_case, const std::string& folder);

std::string rules_folder();  // tests/rules of the source tree
std::string read_text_file(const std::string& path, bool* ok = nullptr);
// Rule id -> its case file's text, from the folder; sorted by id.
std::vector<std::pair<std::string, std::string>> case_files();

}  // namespace nianbao::tests
