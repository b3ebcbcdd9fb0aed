#include "cli/fix_command.h"

#include <iostream>

#include "base/sha256.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/input_bytes.h"
#include "fix/fix.h"

namespace nianbao {
namespace {

// What was changed, one line each, where results are not written to.
void tell(const Corrected& made, Language language) {
  for (const Correction& c : made.made.all) {
    const Text blank = Words{u"空白", u"blank"}, gone = Words{u"删去", u"deleted"};
    const Text before = c.old_text.empty() ? blank : Text(c.old_text),
               after = c.new_text.empty() ? gone : Text(c.new_text);
    const Text line = say(u"{0} → {1}　{2}", u"{0} → {1}  {2}", {before, after, Text(from_utf8(c.rule))});
    std::cerr << in_language(line, language) << "\n";
  }
}

// What was done, and where it is.
Text done(const Corrected& made, const std::string& written) {
  const int count = static_cast<int>(made.made.all.size());
  const Text output(from_utf8(written));
  if (made.list)
    return say(u"改正清单 {0} 条，写在 {1}。", u"{0} corrections listed, written to {1}.", {count, output});
  if (count == 0)
    return say(u"没有确定的改法，原样写在 {0}。", u"No cure is certain; written as it was to {0}.", {output});
  return say(u"改了 {0} 处，写在 {1}。", u"{0} corrections made, written to {1}.", {count, output});
}

int deliver(const Arguments& args, const Corrected& made) {
  const Language language = args.options.language;
  const std::string& name = args.files.front();
  if (!made.refusal.empty()) return complain(name + "：" + in_language(made.refusal, language));
  if (args.list) {
    std::cout << made.bytes << "\n";
    return exit_clean;
  }
  constexpr Words only_listed = {
      u"这种格式不能直接改，只能给出改正清单，输出文件的名字要以 .docx 结尾。",
      u"Files of this format cannot be changed, only listed: the name of the output must end in .docx."};
  if (made.list && !args.output.ends_with(".docx"))
    return complain(name + "：" + in_language(only_listed, language));
  if (!write_file(args.output, made.bytes)) return complain("写不进 " + args.output);
  tell(made, language);
  std::cerr << in_language(done(made, args.output), language) << "\n";
  return exit_clean;
}

}  // namespace

int fix_command(Arguments& args) {
  const std::string& name = args.files.front();
  std::optional<std::string> file = read_file(name);
  if (!file) return complain("打不开 " + name);
  args.correct.sha256 = sha256(*file);
  args.options.name = base_name(name);
  const std::string bytes = as_the_core_reads(std::move(*file), args.options);
  std::optional<std::string> previous;
  ReadingOptions last_year;
  if (!args.previous.empty() && !(previous = input_bytes(args.previous.front(), last_year)))
    return complain("打不开上年年报 " + args.previous.front());
  if (!args.corrections.empty()) {
    const auto corrections = read_file(args.corrections);
    if (!corrections || corrections->empty()) return complain("打不开改正清单 " + args.corrections);
    args.correct.corrections = *corrections;
  }
  if (args.list && args.correct.choice.accepted.empty()) args.correct.choice.certain = true;
  const auto last = previous ? std::optional<std::string_view>(*previous) : std::nullopt;
  return deliver(args, args.list ? list_of_cures(bytes, args.options, last, args.correct)
                                 : corrected_copy(bytes, args.options, last, args.correct));
}

}  // namespace nianbao
