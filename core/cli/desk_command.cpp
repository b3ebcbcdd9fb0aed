#include "cli/desk_command.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "base/printable.h"
#include "base/unicode.h"
#include "cli/batch.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/input_bytes.h"
#include "cli/platform.h"
#include "desk/desk_workbook.h"
#include "desk/feedback.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr const char* workbook_name = "年报工作簿.xlsx";
constexpr const char* notes_name = "校核单.zip";

// The files of the totals begin with this: those of the 2019 form stand beside those of 2021.
std::string totals_name(const Form& form) {
  return form.key == form_2021().key ? "合计" : "合计（2019年格式）";
}

class DeskCommand {
 public:
  explicit DeskCommand(const Arguments& args) : args_(args) {}

  int run() {
    if (const std::string why = prepare(); !why.empty()) return complain(why);
    std::vector<Source> files = expand(args_.files);
    std::erase_if(files, [&](const Source& source) { return is_same_file(source.file, args_.roster); });
    if (files.empty()) return complain(args_.files.front() + " 里没有年报");
    const auto parent = find_or_add(args_.parent, files);
    // What goes back to the bodies names no folder of this machine.
    for (Source& source : files) paths_.push_back(source.name = below_folder(source.name));
    Batch batch(args_, std::move(files), {}, true);
    std::vector<Handed> handed_in(paths_.size());
    const auto keep = [&](std::size_t i, const Reading& reading) {
      handed_in[i] = handed(reading, printable(paths_[i]));
    };
    if (!batch.read_all(keep)) return exit_unread;
    desk_ = make_desk(&roster_, std::move(handed_in), parent);
    batch.relate(std::nullopt, left_out_of_company(desk_));
    desk_.alike = groups_of_copies(batch.company(), paths_.size());
    if (const std::string why = check(batch); !why.empty()) return complain(why);
    if (const std::string why = write(); !why.empty()) return complain(why);
    tell();
    return batch.worst();
  }

 private:
  // The list is read and every file may be written, before the work begins.
  std::string prepare() {
    const auto list = read_file(args_.roster);
    if (!list) return "打不开名单 " + args_.roster;
    ReadingOptions options;
    roster_ = read_roster(as_the_core_reads(*list, options));
    if (!roster_.problem.empty()) return args_.roster + "：" + to_utf8(roster_.problem.zh);
    std::error_code error;
    const fs::path out = fs::weakly_canonical(path_of(args_.output), error),
                   in = fs::weakly_canonical(path_of(args_.files.front()), error);
    for (fs::path above = out; above.has_relative_path(); above = above.parent_path())
      if (above == in) return "--out 不能在放年报的文件夹里面，否则下次会被当作年报";
    fs::create_directories(out, error);
    if (!fs::is_directory(out, error)) return "写不进 " + args_.output;
    for (const std::string& name : {std::string(workbook_name), std::string(notes_name),
                                    totals_name(form_2021()) + ".docx", totals_name(form_2021()) + ".html",
                                    totals_name(form_2021()) + ".xlsx", totals_name(form_2019()) + ".docx",
                                    totals_name(form_2019()) + ".html", totals_name(form_2019()) + ".xlsx"})
      if (const std::string why = refuses_output(path(name), {args_.roster}, args_.replace); !why.empty())
        return why;
    return {};
  }

  std::string path(const std::string& name) const { return name_of(path_of(args_.output) / path_of(name)); }

  std::string below_folder(const std::string& name) const {
    std::string folder = args_.files.front();
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return name.starts_with(folder + "/") ? name.substr(folder.size() + 1) : base_name(name);
  }

  struct Made {
    DeskRows rows;
    std::string note;
    FoundIn found;
  };

  Made make(const Batch::Item& item) const {
    Options options = item.options;
    options.name = paths_[item.source];
    Made out;
    out.rows = rows_of(item.all, options);
    out.found = found_in(item.all);
    options.name = base_name(options.name);
    out.note = sheet_docx(check_note(item.all, options, item.facts));
    return out;
  }

  // Checks every report; its note goes into the zip, its rows into the workbook.
  std::string check(Batch& batch) {
    const std::vector<std::string> names = note_names(desk_.reports, paths_);
    const bool terminal = isatty(STDERR_FILENO) != 0;
    PieceFile file(path(notes_name));
    ZipWriter zip;
    bool written = true;
    batch.each<Made>([&](const Batch::Item& item) { return make(item); },
                     [&](std::size_t source, std::size_t number, Made& made) {
                       book_.add(made.rows);
                       desk_.reports[source].found = std::move(made.found);
                       zip.add(names[source], made.note);
                       written &= file.append(zip.take());
                       if (terminal) std::cerr << "\r已查 " << number << "/" << batch.count() << std::flush;
                     });
    if (terminal) std::cerr << "\n";
    written &= file.append(zip.finish());
    return written && file.commit() ? std::string() : "写不进 " + path(notes_name);
  }

  std::string write() {
    std::vector<std::pair<std::string, std::string>> files = {{workbook_name, book_.finish(desk_)}};
    for (const FormTotals& totals : desk_.totals) {
      const Sheet page = total_page(desk_, totals);
      const std::string name = totals_name(*totals.form);
      Workbook tables;
      tables.add_tables(page);
      files.insert(files.end(), {{name + ".docx", sheet_docx(page)},
                                 {name + ".html", sheet_html(page)},
                                 {name + ".xlsx", tables.finish()}});
    }
    for (const auto& [name, bytes] : files) {
      if (!write_file(path(name), bytes)) return "写不进 " + path(name);
      written_.push_back(name);
    }
    return {};
  }

  void tell() const {
    const bool english = args_.options.language == Language::english;
    const auto put = [&](const Text& words) { std::cout << to_utf8(english ? words.en : words.zh) << "\n"; };
    for (const DeskLine& line : desk_lines(desk_)) put(line.text);
    Text files = from_utf8(notes_name);
    for (const std::string& name : written_) files = join(files, say(u"、{0}", u", {0}", {from_utf8(name)}));
    put(say(u"写在 {0}：{1}", u"Written to {0}: {1}", {from_utf8(printable(args_.output)), files}));
  }

  const Arguments& args_;
  Roster roster_;
  std::vector<std::string> paths_;  // of the files, below the folder
  Desk desk_;
  DeskBook book_;
  std::vector<std::string> written_;  // names of files, but that of the notes
};

}  // namespace

int desk_command(Arguments& args) {
  args.together = true;
  return DeskCommand(args).run();
}

}  // namespace nianbao
