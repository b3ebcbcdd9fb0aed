#include "cli/copy_command.h"

#include <iostream>

#include "annotate/annotate.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/input_bytes.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

int deliver(const Copy& copy, const Arguments& args, const Text& done) {
  const Language language = args.options.language;
  const std::string& name = args.files.front();
  if (!copy.refusal.empty()) return complain(name + "：" + in_language(copy.refusal, language));
  if (!write_file(args.output, copy.bytes)) return complain("写不进 " + args.output + "，原来的内容没有动");
  std::cerr << in_language(done, language) << "\n";
  if (!copy.note.empty()) std::cerr << in_language(copy.note, language) << "\n";
  return exit_clean;
}

Text file_name(const std::string& name) { return Text(from_utf8(name)); }

}  // namespace

int annotate_command(Arguments& args) {
  if (const std::string why = refuses_output(args); !why.empty()) return complain(why);
  const auto bytes = input_bytes(args.files.front(), args.options);
  if (!bytes) return complain("打不开 " + args.files.front());
  std::optional<std::string> previous;
  ReadingOptions last_year;
  if (!args.previous.empty() && !(previous = input_bytes(args.previous.front(), last_year)))
    return complain("打不开上年年报 " + args.previous.front());
  const Copy copy = annotated_copy(*bytes, args.options,
                                   previous ? std::optional<std::string_view>(*previous) : std::nullopt);
  return deliver(copy, args,
                 say(u"批注了 {0} 个问题，写在 {1}。", u"{0} findings annotated, written to {1}.",
                     {copy.remarks, file_name(args.output)}));
}

int strip_command(const Arguments& args) {
  if (const std::string why = refuses_output(args); !why.empty()) return complain(why);
  const auto bytes = read_file(args.files.front());
  if (!bytes) return complain("打不开 " + args.files.front());
  const Copy copy = strip(*bytes);
  const Text none = say(u"没有年报体检的批注，原样写在 {0}。",
                        u"No remarks of ours; written as it was to {0}.", {file_name(args.output)});
  return deliver(copy, args,
                 copy.remarks == 0 ? none
                                   : say(u"去掉批注 {0} 处，写在 {1}。",
                                         u"Remarks taken out in {0} places, written to {1}.",
                                         {copy.remarks, file_name(args.output)}));
}

}  // namespace nianbao
