#include "cli/check_command.h"

#include <unistd.h>

#include "cli/batch.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/input_bytes.h"

namespace nianbao {
namespace {

// The parent among the files, added where it is not there yet. Nothing when none was named.
std::optional<std::size_t> find_parent(const std::string& name, std::vector<Source>& files) {
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].name == name || (files[i].member == nullptr && is_same_file(files[i].file, name))) return i;
  for (Source& source : expand({name})) files.push_back(std::move(source));
  return files.size() - 1;
}

}  // namespace

int check_command(const std::vector<std::string>& words) {
  Arguments args = parse_arguments(Command::check, words);
  if (!args.error.empty()) return usage_error(args.error);
  if (const std::string wrong = read_dismissals(args); !wrong.empty()) return complain(wrong);
  if (args.format == OutputFormat::xlsx && isatty(STDOUT_FILENO) != 0)
    return usage_error("xlsx 是二进制文件，请加 > 文件.xlsx 存下来");
  if (!args.names.empty()) {
    const auto names = read_names(args.names);
    if (!names) return usage_error("打不开名单 " + args.names);
    args.files.insert(args.files.end(), names->begin(), names->end());
  }
  std::vector<Source> files = expand(args.files);
  if (files.empty()) return usage_error("没有找到要检查的文件");
  const auto parent = find_parent(args.parent, files);
  args.together |= parent.has_value();
  return Batch(args, std::move(files), expand(args.previous), parent).run();
}

}  // namespace nianbao
