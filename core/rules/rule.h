// All that a rule author needs. One rule is one source file, core/rules/<family>/<name>.cpp, and one case
// file, tests/rules/<family>/<name>.md. The path is the id: requests/row_total.cpp is "requests/row-total";
// dropping the file in registers it, removing it unregisters it.
//
//   namespace nianbao::rules::requests {
//   extern constexpr Rule balance = {
//       .severity = Severity::error,
//       .title = {u"勾稽关系不成立", u"The balance of the table does not hold"},
//       .basis_kind = BasisKind::form,
//       .basis = {u"表三表头注：…", u"Note in the head of table 3: …"},
//       .advice = {u"…", u"…"},
//       .run = [](const Context& context, Findings& out) { … },
//   };
//   }  // namespace nianbao::rules::requests
//
// A rule reports what is wrong (out.add), how many relations it checked and found right (out.passed), and why
// it could not check (out.skip). It is silent when its root cause is reported by another rule: a missing
// table is not also 25 missing rows. It never speaks of an unread cell.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "document/edit.h"
#include "report/report.h"

namespace nianbao {

struct Together;  // rules/units.h: reports of other bodies that are checked along
struct Analysis;  // rules/analysis.h: the minimal repair and the ledger of figures, made once before the
                  // rules run

enum class Severity : std::uint8_t {
  error,    // certainly wrong
  warning,  // very likely wrong, a person decides
  notice,   // worth a look
};

enum class BasisKind : std::uint8_t {
  law,       // an article: 违反
  form,      // the official form or its notes: 不符合
  practice,  // usage, circulars: 建议
};

struct Context {
  const Report& report;
  const Report* previous;  // last year's report of the same body, or null
  const Analysis& analysis;
  std::optional<Date> today;           // for deadline rules; the core has no clock
  const Together* together = nullptr;  // null when the report is checked alone
  bool previous_given = false;  // a file of last year was given; `previous` is null where no report is in it
};

struct Repair {
  struct Set {
    CellRef cell;
    Decimal value;
  };
  std::vector<Set> set;
  Text reason;
};

// A change of the document that puts right what a finding is about. Nothing is changed without an act of the
// user.
struct Cure {
  enum class Sure : std::uint8_t {
    by_finding,  // certain where it is the only cure of an error
    lossless,    // certain: nothing that the author wrote is lost
    never,       // a person decides
  };
  std::vector<Edit> edits;  // all of them together, sorted, in the document as read
  Text label;               // “截止” → “截至”; made from the edits where the rule says nothing
  Sure sure = Sure::by_finding;
  bool certain = false;  // filled in when the rule has run
};

struct Finding {
  std::string_view rule;
  Severity severity;
  Severity own_severity;  // before the user's choice
  Text title;             // what is wrong, in a few words; the rule's unless set
  Text message;           // what is wrong, with the numbers
  Text advice;            // what to do; the rule's unless set
  // the guilty cell where arithmetic names it, otherwise those of the broken relation
  std::vector<CellRef> cells;
  std::vector<Range> places;  // in Report::document; filled from `cells` when left empty
  std::u16string equation;    // "10 + 3 ≠ 12 + 0"
  // the sums of a table that fail because of it: indices into Localisation::identities
  std::vector<int> sums;
  std::vector<std::string_view> violates;  // relation rules that this one cause breaks
  std::vector<Repair> repairs;             // best first
  std::vector<Cure> cures;                 // best first; alternatives (rules/cures.h)
  std::string key;                         // what it is about, to be known again: rules/dismissals.h
  int number = 0;  // by which list, note, comments and exports call it; 0 for one set aside
  std::optional<std::u16string> dismissed;  // a person has called it no problem, for this reason
};

// Whether it is told as a problem.
inline bool is_open(const Finding& finding) { return !finding.dismissed; }

class Findings {
 public:
  // A finding of the running rule, to be completed by the caller. The reference holds until the next call.
  Finding& add(Text message);
  void passed(int count = 1) { passed_ += count; }
  // There is nothing here that the rule is about. Several reasons (a table each) are told together.
  void skip(Text reason) {
    skipped_ = skipped_.empty() ? std::move(reason) : join(join(skipped_, Words{u"；", u"; "}), reason);
  }
  // It is about something here, which could not be read.
  void unable(Text reason) {
    unable_ = true;
    skip(std::move(reason));
  }

 private:
  friend struct RuleRun;
  std::string_view rule_;
  Severity severity_ = Severity::notice;
  Text title_, advice_;
  std::vector<Finding> found_;
  bool cut_ = false;  // limits::findings_per_rule was reached
  int passed_ = 0;
  bool unable_ = false;
  Text skipped_;
};

// Constant data: nothing is built when the program starts.
struct Rule {
  Severity severity;
  Words title;  // what is wrong, in a few words
  BasisKind basis_kind;
  Words basis;   // law article, note of the form, or practice
  Words advice;  // the cure
  void (*run)(const Context& context, Findings& out);
};

struct RegisteredRule {
  std::string_view id;  // "requests/row-total"
  const Rule& rule;     // static
};

// Every rule, sorted by id; from the directory itself. Static.
std::span<const RegisteredRule> all_rules();
const RegisteredRule* find_rule(std::string_view id);

// Options of one run: rules switched off, severities lowered or raised by the user. The last choice that
// names a rule wins. A raised severity is for the rule's ordinary findings; those that the rule itself rated
// lower stay as they are.
struct RuleChoice {
  std::string id;                    // a rule or a family followed by "/*"
  std::optional<Severity> severity;  // none: switched off
};

enum class SkipKind : std::uint8_t {
  not_applicable,  // nothing that the rule is about
  unable,          // what it is about was not read
  switched_off,    // by the user
  limit,           // only the first findings are listed
};

struct RuleResults {
  std::vector<Finding> findings;  // by severity, then place in the document, then id
  struct Passed {
    std::string_view rule;
    int count;
  };
  std::vector<Passed> passed;
  struct Skipped {
    std::string_view rule;
    Text reason;
    SkipKind kind;
  };
  std::vector<Skipped> skipped;
};

// Ids among the choices that name no rule and no family.
std::vector<std::string> unknown_rules(std::span<const RuleChoice> choices);

RuleResults run_rules(const Context& context, std::span<const RuleChoice> choices);
RuleResults run_family(const Context& context, std::string_view family);  // "requests": its rules alone

}  // namespace nianbao
