#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/base_report.h"
#include "support/rule_case.h"
#include "support/shapes.h"

namespace nianbao::tests {
namespace {

using std::string;

std::size_t count(const string& text, const string& what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != string::npos && !what.empty(); at = text.find(what, at + what.size()))
    ++n;
  return n;
}

string replaced(string text, const string& what, const string& with) {
  for (auto at = text.find(what); at != string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

bool on_structure(EditKind kind) { return kind < EditKind::replace || kind >= EditKind::title; }

bool edit_structure(const Edit& edit, BaseReport& base) {
  switch (edit.kind) {
    case EditKind::set_cell: return base.set_cell(edit.what, edit.with);
    case EditKind::remove_row: return base.remove_row(edit.what);
    case EditKind::remove_column: return base.remove_column(edit.what);
    case EditKind::remove_table: return base.remove_table(edit.what);
    case EditKind::remove_section: return base.remove_section(std::atoi(edit.what.c_str()));
    case EditKind::empty_section: return base.empty_section(std::atoi(edit.what.c_str()));
    case EditKind::swap_sections:
      return base.swap_sections(std::atoi(edit.what.c_str()), std::atoi(edit.with.c_str()));
    case EditKind::title: base.set_title(edit.with); break;
    case EditKind::signature: base.set_signature(edit.with); break;
    default: break;
  }
  return true;
}

string edit_text(const Edit& edit, string& text) {
  const std::size_t found = count(text, edit.what);
  const bool all = edit.kind == EditKind::replace_all;
  if (found == 0) return "not in the base: " + edit.what;
  if (found > 1 && !all) return std::to_string(found) + " times in the base: " + edit.what;
  string with = edit.with;
  if (edit.kind == EditKind::insert_after) with = edit.what + edit.with;
  if (edit.kind == EditKind::insert_before) with = edit.with + edit.what;
  text = replaced(std::move(text), edit.what, with);
  return {};
}

string dressed(string text, Shape shape) {
  if (shape == Shape::html) return as_html(text);
  if (shape == Shape::markdown) return as_markdown(text);
  return text;
}

Composed compose_base(const Recipe& recipe, const string& folder) {
  bool ok = false;
  const string text = read_text_file(folder + "/base_" + recipe.base + ".txt", &ok);
  if (!ok) return {{}, "no such base: " + recipe.base};
  BaseReport base(text, recipe.base.rfind("2019", 0) == 0 ? form_2019() : form_2021());
  if (recipe.year != 0) base.move_years(recipe.year - base.report_year());
  for (const bool cells : {true, false})  // cells while all of them are there
    for (const Edit& edit : recipe.edits)
      if (on_structure(edit.kind) && (edit.kind == EditKind::set_cell) == cells &&
          !edit_structure(edit, base))
        return {{}, "the base has no " + edit.what};
  string out = base.text();
  for (const Edit& edit : recipe.edits) {
    if (on_structure(edit.kind)) continue;
    if (string error = edit_text(edit, out); !error.empty()) return {{}, error};
  }
  return {dressed(std::move(out), recipe.shape), {}};
}

}  // namespace

Composed compose(const Recipe& recipe, const string& folder) {
  if (recipe.whole_text) return {*recipe.whole_text, {}};
  if (recipe.file.empty()) return compose_base(recipe, folder);
  bool ok = false;
  string bytes = read_text_file(folder + "/" + recipe.file, &ok);
  return {std::move(bytes), ok ? "" : "no such file: " + recipe.file};
}

string base_of_year(int year, std::vector<Edit> edits) {
  Recipe recipe;
  recipe.edits = std::move(edits);
  recipe.year = year;
  return compose(recipe, rules_folder()).bytes;
}

string base_with(std::vector<Edit> edits) { return base_of_year(0, std::move(edits)); }

string rules_folder() { return NIANBAO_SOURCE_DIR "/tests/rules"; }

string read_text_file(const string& path, bool* ok) {
  std::ifstream file(path, std::ios::binary);
  if (ok != nullptr) *ok = file.good();
  return string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::pair<string, string>> case_files() {
  std::vector<std::pair<string, string>> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(rules_folder())) {
    if (entry.path().extension() != ".md") continue;
    string id = entry.path().parent_path().filename().string() + "/" + entry.path().stem().string();
    for (char& c : id)
      if (c == '_') c = '-';
    out.emplace_back(std::move(id), read_text_file(entry.path().string()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace nianbao::tests
