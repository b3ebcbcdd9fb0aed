#include "cli/product_command.h"

#include <algorithm>
#include <iostream>

#include "base/sha256.h"
#include "base/unicode.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/input_bytes.h"
#include "input/reader.h"
#include "note/note.h"
#include "note/products.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

// A file, its name in SHA-256 and what the core reads of it.
struct Input {
  std::string sha256;
  std::string bytes;
};

std::optional<Input> input(const std::string& name, ReadingOptions& options) {
  std::optional<std::string> file = read_file(name);
  if (!file) return std::nullopt;
  std::string digest = sha256(*file);
  return Input{std::move(digest), as_the_core_reads(std::move(*file), options)};
}

using Endings = std::initializer_list<std::string_view>;

std::string wrong_ending(const std::string& ending, Endings endings) {
  if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return {};
  std::string all;
  for (std::string_view e : endings) all.append(all.empty() ? "." : "、.").append(e);
  return "输出文件的名字要以 " + all + " 结尾";
}

int make(const std::string& kind, Endings endings, Arguments& args) {
  Options& options = args.options;
  const std::string& name = args.files.front();
  const std::string ending =
      args.output == "-" ? std::string("html") : args.output.substr(args.output.find_last_of('.') + 1);
  if (const std::string wrong = wrong_ending(ending, endings); !wrong.empty())
    return usage_error(wrong, kind);
  if (const std::string why = refuses_output(args); !why.empty()) return complain(why);
  ProductRequest request{kind + "." + ending};
  const auto file = input(name, options);
  if (!file) return complain("打不开 " + name);
  request.sha256 = file->sha256;
  options.name = base_name(name);
  ReadingOptions last_year;
  std::optional<Input> previous;
  if (!args.previous.empty()) {
    if (!(previous = input(args.previous.front(), last_year)))
      return complain("打不开上年年报 " + args.previous.front());
    request.previous_sha256 = previous->sha256;
  }
  const Product product =
      make_product(request, file->bytes, options,
                   previous ? std::optional<std::string_view>(previous->bytes) : std::nullopt);
  if (!product.refusal.empty()) return complain(name + "：" + in_language(product.refusal, options.language));
  if (!write_file(args.output, product.bytes))
    return complain("写不进 " + args.output + "，原来的内容没有动");
  return exit_clean;
}

}  // namespace

int note_command(Arguments& args) { return make("note", {"html", "docx"}, args); }
int tables_command(Arguments& args) { return make("tables", {"html", "docx", "json", "csv"}, args); }

int verify_command(const Arguments& given) {
  const auto note = read_file(given.files[0]);
  if (!note) return complain("打不开 " + given.files[0]);
  const Result<Document> text = read(*note, {});
  const NoteLine line = text ? parse_note_line(text.value().text) : NoteLine{};
  Options options = line.options();
  const auto file = input(given.files[1], options);
  if (!file) return complain("打不开 " + given.files[1]);
  ReadingOptions last_year;
  std::optional<Input> previous;
  if (!given.previous.empty() && !(previous = input(given.previous.front(), last_year)))
    return complain("打不开上年年报 " + given.previous.front());
  CheckedReading all;
  read_and_check(file->bytes, options,
                 previous ? std::optional<std::string_view>(previous->bytes) : std::nullopt, all);
  const Verification result =
      verify_note(line, all, {file->sha256, 0, previous ? previous->sha256 : std::string()});
  std::cout << in_language(result.words, given.options.language) << "\n";
  return result.verdict == Verdict::same      ? exit_clean
         : result.verdict == Verdict::no_note ? exit_unread
                                              : exit_errors;
}

}  // namespace nianbao
