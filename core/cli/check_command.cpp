#include "cli/check_command.h"

#include <unistd.h>

#include <iostream>

#include "base/printable.h"
#include "cli/batch.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/result_writer.h"
#include "desk/desk_workbook.h"

namespace nianbao {
namespace {

void tell_progress(const Batch& batch, std::size_t source, std::size_t number) {
  if (batch.count() > 1)
    std::cerr << "[" << number << "/" << batch.count() << "] " << printable(batch.source(source).name)
              << "\n";
}

// The desk's workbook without a roster.
int answer_as_workbook(Batch& batch, std::optional<std::size_t> parent) {
  struct Made {
    DeskRows rows;
    Handed report;
  };
  DeskBook book;
  std::vector<Handed> reports;
  batch.each<Made>(
      [](const Batch::Item& item) {
        Made made{rows_of(item.all, item.options), handed(item.all.reading, printable(item.options.name))};
        made.report.found = found_in(item.all);
        return made;
      },
      [&](std::size_t source, std::size_t number, Made& made) {
        book.add(made.rows);
        reports.push_back(std::move(made.report));
        tell_progress(batch, source, number);
      });
  std::cout << book.finish(make_desk(nullptr, std::move(reports), parent)) << std::flush;
  return batch.worst();
}

// Results to standard output, progress to standard error, in the order of the files. Returns the exit status.
int answer(Batch& batch, ResultWriter& writer) {
  std::cout << writer.begin();
  batch.each<std::string>([&](const Batch::Item& item) { return writer.make(item.all, item.options); },
                          [&](std::size_t source, std::size_t number, std::string& made) {
                            std::cout << writer.place(std::move(made));
                            tell_progress(batch, source, number);
                          });
  std::cout << writer.end() << std::flush;
  return batch.worst();
}

}  // namespace

int check_command(Arguments& args) {
  if (args.format == OutputFormat::xlsx && isatty(STDOUT_FILENO) != 0)
    return usage_error("xlsx 是二进制文件，请加 > 文件.xlsx 存下来", "check");
  if (!args.names.empty()) {
    const auto names = read_names(args.names);
    if (!names) return usage_error("打不开名单 " + args.names, "check");
    args.files.insert(args.files.end(), names->begin(), names->end());
  }
  std::vector<Source> files = expand(args.files);
  if (files.empty()) return usage_error("没有找到要检查的文件", "check");
  const auto parent = find_or_add(args.parent, files);
  args.together |= parent.has_value();
  Batch batch(args, std::move(files), expand(args.previous));
  if (!batch.read_all()) return exit_unread;
  batch.relate(parent);
  if (args.format == OutputFormat::xlsx) return answer_as_workbook(batch, parent);
  return answer(batch, *make_result_writer(args.format, args.options.language));
}

}  // namespace nianbao
