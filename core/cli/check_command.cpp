#include "cli/check_command.h"

#include <algorithm>
#include <iostream>

#include "cli/arguments.h"
#include "cli/files.h"
#include "cli/pdf_front_end.h"
#include "cli/result_writer.h"
#include "input/reader.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

void complain(const std::string& what) { std::cerr << "nianbao: " << what << "\n"; }

// A file's bytes as the core takes them: a PDF is read by its own front end first.
void read_bytes(std::string bytes, Options& options, Reading& out) {
  options.source_bytes = bytes.size();
  if (sniff(bytes) == Kind::pdf) bytes = pdf_geometry(bytes);
  read_report(bytes, options, out);
}

int status_of(const Reading& reading, const Checked* checked) {
  if (checked == nullptr || outcome_name(reading) != "checked") return exit_unread;
  const auto& findings = checked->rules.findings;
  const bool errors = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  return errors ? exit_errors : exit_clean;
}

class Batch {
 public:
  explicit Batch(const CheckArguments& args) : args_(args), writer_(make_result_writer(args.format, args.options.language)) {}

  int run() {
    if (!args_.previous.empty() && !read_previous()) return exit_unread;
    std::cout << writer_->begin();
    for (std::size_t i = 0; i < args_.files.size(); ++i) {
      if (args_.files.size() > 1) std::cerr << "[" << i + 1 << "/" << args_.files.size() << "] " << args_.files[i] << "\n";
      check_one(args_.files[i]);
    }
    std::cout << writer_->end();
    return worst_;
  }

 private:
  bool read_previous() {
    auto bytes = read_file(args_.previous);
    if (!bytes) {
      complain("打不开上年年报 " + args_.previous);
      return false;
    }
    Options options;
    read_bytes(std::move(*bytes), options, previous_);
    if (!previous_.found) {
      complain(args_.previous + " 里没有找到年报，没有与上年核对");
      worst_ = exit_unread;
    }
    return true;
  }

  void check_one(const std::string& name) {
    auto bytes = read_file(name);
    if (!bytes) {
      complain("打不开 " + name);
      worst_ = exit_unread;
      return;
    }
    Options options = args_.options;
    options.name = base_name(name);
    Reading reading;
    read_bytes(std::move(*bytes), options, reading);
    std::optional<Checked> checked;
    if (reading.found) checked = check_report(reading, previous_.found ? &previous_ : nullptr, options);
    std::cout << writer_->add(reading, checked ? &*checked : nullptr, options);
    worst_ = std::max(worst_, status_of(reading, checked ? &*checked : nullptr));
  }

  const CheckArguments& args_;
  Reading previous_;
  int worst_ = exit_clean;
  std::unique_ptr<ResultWriter> writer_;
};

}  // namespace

int check_command(const std::vector<std::string>& words) {
  const CheckArguments args = parse_check_arguments(words);
  if (args.error.empty()) return Batch(args).run();
  complain(args.error);
  std::cerr << usage;
  return exit_unread;
}

}  // namespace nianbao
