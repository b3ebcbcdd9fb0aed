// What was asked for on the command line.
#pragma once

#include <string>
#include <vector>

#include "check.h"

namespace nianbao {

enum class OutputFormat { text, json, jsonl, sarif, csv, cells, xlsx, svg, junit, markdown };

struct CheckArguments {
  Options options;
  OutputFormat format = OutputFormat::text;
  std::vector<std::string> previous;  // earlier reports of the same body, any order
  std::string names;               // file with the names of further files, "-" for standard input, or empty
  bool together = false;           // hold the files against each other: copies, roll-up
  std::string parent;              // the report that the others add up to, or empty
  unsigned jobs = 0;               // threads; 0: one a core
  std::vector<std::string> files;
  std::string error;               // empty when all is well
};
CheckArguments parse_check_arguments(const std::vector<std::string>& args);

struct ListArguments {             // of `rules` and `forms`
  OutputFormat format = OutputFormat::text;
  Language language = Language::chinese;
  std::string error;
};
ListArguments parse_list_arguments(const std::vector<std::string>& args);

struct OutputArguments {           // of commands that make one file of one file: -o FILE
  CheckArguments check;            // `files` holds exactly one
  std::string output;
  bool replace = false;            // --force: `output` may be there already
  std::string dismissals;          // file of dismissed findings, for the note; or empty
};
OutputArguments parse_output_arguments(const std::vector<std::string>& args);
// Why the result must not be written there (cli/files.h): the report, last year's and the dismissals are inputs. Or empty.
std::string refuses_output(const OutputArguments& args);

extern const char* const usage;
int usage_error(const std::string& what);  // says it, with `usage`, on standard error; the exit status

}  // namespace nianbao
