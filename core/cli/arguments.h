// What was asked for on the command line. The tables of commands and options are in option_table.cpp.
#pragma once

#include <string>
#include <vector>

#include "check.h"
#include "fix/fix.h"

namespace nianbao {

enum class OutputFormat { text, json, jsonl, sarif, csv, cells, xlsx, svg, junit, markdown };

enum class Command {
  check,
  desk,
  annotate,
  note,
  tables,
  strip,
  fix,
  verify,  // these read reports
  rules,
  forms,
  completion,
  help
};

struct Arguments {
  Command command = Command::check;
  Options options;
  OutputFormat format = OutputFormat::text;
  std::vector<std::string> previous;  // earlier reports of the same body; but for `check` one at most
  std::string names;               // file with the names of further files, "-" for standard input, or empty
  bool together = false;           // hold the files against each other: copies, roll-up
  std::string parent;              // the report that the others add up to, or empty
  unsigned jobs = 0;               // threads; 0: one a core
  std::string roster;              // of `desk`: the list of bodies
  std::vector<std::string> files;  // what is no option. `desk`: the folder; `verify`: two; `help`: a command
  std::string output;              // of those that make a file: where it goes; of `desk` a folder
  bool replace = false;            // --force: `output` may be there already
  std::string dismissals;          // file of dismissed findings, or empty
  CorrectionRequest correct;       // of `fix`: what is accepted, and how it is written
  std::string corrections;         // of `fix`: file of accepted corrections, or empty
  bool list = false;               // of `fix`: say what could be corrected
  bool help = false;               // to say how the command is used, and nothing else
  std::string error;               // empty when all is well
};
// An option that the command does not use is an error. What stands behind --help is not read.
Arguments parse_arguments(Command command, const std::vector<std::string>& args);
std::string unknown_command(const std::string& name);  // that there is none of this name; empty when there is

// Why the result must not be written there (cli/files.h); the report, last year's and the dismissals are
// inputs. Empty when it may.
std::string refuses_output(const Arguments& args);

}  // namespace nianbao
