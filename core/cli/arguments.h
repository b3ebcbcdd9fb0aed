// What was asked for on the command line.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "check.h"
#include "fix/fix.h"

namespace nianbao {

enum class OutputFormat { text, json, jsonl, sarif, csv, cells, xlsx, svg, junit, markdown };

// Those that read reports.
enum class Command { check, annotate, note, tables, strip, verify, fix, desk };

struct Arguments {
  Options options;
  OutputFormat format = OutputFormat::text;
  std::vector<std::string> previous;  // earlier reports of the same body, any order; but for `check` one at most
  std::string names;               // file with the names of further files, "-" for standard input, or empty
  bool together = false;           // hold the files against each other: copies, roll-up
  std::string parent;              // the report that the others add up to, or empty
  unsigned jobs = 0;               // threads; 0: one a core
  std::string roster;              // of `desk`: the list of bodies
  std::vector<std::string> files;  // `desk`: the folder; `verify`: two; one for those that make a file
  std::string output;              // of those that make a file: where it goes; of `desk` a folder
  bool replace = false;            // --force: `output` may be there already
  std::string dismissals;          // file of dismissed findings, or empty
  CorrectionRequest correct;       // of `fix`: what is accepted, and how it is written
  std::string corrections;         // of `fix`: file of accepted corrections, or empty
  bool list = false;               // of `fix`: say what could be corrected
  std::string error;               // empty when all is well
};
// An option that the command does not use is an error.
Arguments parse_arguments(Command command, const std::vector<std::string>& args);
// Why the result must not be written there (cli/files.h): the report, last year's and the dismissals are inputs. Or empty.
std::string refuses_output(const Arguments& args);

struct ListArguments {             // of `rules` and `forms`
  OutputFormat format = OutputFormat::text;
  Language language = Language::chinese;
  std::string error;
};
ListArguments parse_list_arguments(const std::vector<std::string>& args, std::initializer_list<OutputFormat> formats);

extern const char* const usage;
int usage_error(const std::string& what);  // says it, with `usage`, on standard error; the exit status

}  // namespace nianbao
