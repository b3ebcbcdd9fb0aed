// The command line: files in, results out. The only place of the program that opens files.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "check.h"
#include "cli/pdf_front_end.h"
#include "input/reader.h"

namespace nianbao {
namespace {

constexpr int exit_clean = 0, exit_errors = 1, exit_unreadable = 2;

std::optional<std::string> read_file(const std::string& name) {
  if (name == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream file(name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

int check_command(const std::vector<std::string>& args) {
  Options options;
  int worst = exit_clean;
  std::vector<std::string> files;
  std::string previous;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--format") ++i;
    else if (args[i] == "--previous") previous = args[++i];
    else if (args[i] == "--with-text") options.with_text = true;
    else files.push_back(args[i]);
  }
  for (const std::string& name : files) {
    auto bytes = read_file(name);
    if (!bytes) {
      std::cerr << "nianbao: " << name << ": 打不开这个文件\n";
      worst = exit_unreadable;
      continue;
    }
    options.name = base_name(name);
    options.source_bytes = bytes->size();
    if (sniff(*bytes) == Kind::pdf) bytes = pdf_geometry(*bytes);
    const auto last = previous.empty() ? std::nullopt : read_file(previous);
    std::cout << check(*bytes, options, last ? std::optional<std::string_view>(*last) : std::nullopt) << "\n";
  }
  return worst;
}

int run(const std::vector<std::string>& args) {
  if (!args.empty() && args[0] == "check") return check_command({args.begin() + 1, args.end()});
  if (!args.empty() && (args[0] == "rules" || args[0] == "forms")) {
    std::cout << describe() << "\n";
    return exit_clean;
  }
  std::cerr << "用法：nianbao check [--format text|json|jsonl|sarif|csv] FILE...\n";
  return exit_unreadable;
}

}  // namespace
}  // namespace nianbao

int main(int argc, char** argv) { return nianbao::run({argv + 1, argv + argc}); }
