#include <algorithm>
#include <cstdlib>

#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

using std::string;
using std::string_view;

bool take(string_view& line, string_view prefix) {
  if (line.substr(0, prefix.size()) != prefix) return false;
  line.remove_prefix(prefix.size());
  return true;
}

string_view trimmed(string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

void append_utf8(string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// \n, \t and \uXXXX in quoted text.
string unescaped(string_view s) {
  string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char next = s[i] == '\\' && i + 1 < s.size() ? s[i + 1] : '\0';
    if (next == 'n' || next == 't') {
      out += next == 'n' ? '\n' : '\t';
      ++i;
    } else if (next == 'u' && i + 5 < s.size()) {
      append_utf8(out, static_cast<unsigned>(std::strtoul(string(s.substr(i + 2, 4)).c_str(), nullptr, 16)));
      i += 5;
    } else {
      out += s[i];
    }
  }
  return out;
}

// “…”: everything up to the last closing quote of the line.
std::optional<string> quoted(string_view s) {
  s = trimmed(s);
  constexpr string_view open = "“", close = "”";
  if (!take(s, open)) return std::nullopt;
  const auto end = s.rfind(close);
  if (end == string_view::npos || end + close.size() != s.size()) return std::nullopt;
  return string(s.substr(0, end));
}

std::vector<string> split(string_view s, string_view separator) {
  std::vector<string> out;
  while (true) {
    const auto at = s.find(separator);
    const string_view piece = trimmed(s.substr(0, at));
    if (!piece.empty()) out.emplace_back(piece);
    if (at == string_view::npos) return out;
    s.remove_prefix(at + separator.size());
  }
}

// 把“A”改为“B” and its relatives: what stands between the outer quotes, divided at the first `middle`.
std::optional<Edit> two_quotes(string_view line, EditKind kind, string_view middle) {
  const auto whole = quoted(line);
  if (!whole) return std::nullopt;
  const auto at = whole->find(middle);
  if (at == string::npos) return std::nullopt;
  return Edit{kind, unescaped(string_view(*whole).substr(0, at)),
              unescaped(string_view(*whole).substr(at + middle.size()))};
}

bool looks_like_cell(string_view s) {
  return std::count(s.begin(), s.end(), '.') == 2 && s.find(' ') == string_view::npos &&
         static_cast<unsigned char>(s[0]) < 0x80;
}

std::optional<Edit> text_edit(string_view line) {
  if (take(line, "全部把")) return two_quotes(line, EditKind::replace_all, "”改为“");
  if (take(line, "把")) return two_quotes(line, EditKind::replace, "”改为“");
  if (take(line, "删去")) {
    const auto what = quoted(line);
    return what ? std::optional<Edit>(Edit{EditKind::replace, unescaped(*what), ""}) : std::nullopt;
  }
  if (take(line, "在")) {
    auto after = two_quotes(line, EditKind::insert_after, "”后加“");
    return after ? after : two_quotes(line, EditKind::insert_before, "”前加“");
  }
  return std::nullopt;
}

std::optional<Edit> edit(string_view line) {
  if (take(line, "删行 ")) return Edit{EditKind::remove_row, string(line), ""};
  if (take(line, "删列 ")) return Edit{EditKind::remove_column, string(line), ""};
  if (take(line, "删表 ")) return Edit{EditKind::remove_table, string(line), ""};
  if (take(line, "删节 ")) return Edit{EditKind::remove_section, string(line), ""};
  if (take(line, "空节 ")) return Edit{EditKind::empty_section, string(line), ""};
  if (take(line, "换节 "))
    return Edit{EditKind::swap_sections, string(line.substr(0, 1)), string(trimmed(line.substr(1)))};
  if (take(line, "标题：")) return Edit{EditKind::title, "", string(line)};
  if (take(line, "落款：")) return Edit{EditKind::signature, "", string(line)};
  const auto equals = line.find(" = ");
  if (equals != string_view::npos && looks_like_cell(line.substr(0, equals))) {
    const string_view value = trimmed(line.substr(equals + 3));
    return Edit{EditKind::set_cell, string(line.substr(0, equals)), value == "空" ? "" : unescaped(value)};
  }
  return text_edit(line);
}

bool recipe_line(string_view line, Recipe& recipe) {
  if (take(line, "底稿：")) {
    recipe.base = line;
  } else if (take(line, "年份：")) {
    recipe.year = std::atoi(string(line).c_str());
    return recipe.year > 2000;
  } else if (take(line, "文件：")) {
    recipe.file = line;
  } else if (take(line, "格式：")) {
    recipe.shape = line == "html" ? Shape::html : line == "markdown" ? Shape::markdown : Shape::text;
    return recipe.shape != Shape::text || line == "text";
  } else {
    const auto made = edit(line);
    if (made) recipe.edits.push_back(*made);
    return made.has_value();
  }
  return true;
}

// requests/balance 在 cell、cell：“message”
bool expectation(string_view line, RuleCase& out) {
  if (line == "无") return true;
  Expected expected;
  if (!take(line, out.rule)) return false;
  if (take(line, " 在 ")) {
    const auto end = line.find("：“", line.substr(0, 3) == "“" ? line.find("”：“") : 0);
    if (end == string_view::npos) return false;
    const string_view where = line.substr(0, end);
    if (const auto piece = quoted(where)) expected.quoted = unescaped(*piece);
    else expected.cells = split(where, "、");
    line.remove_prefix(end);
  }
  if (!take(line, "：")) return false;
  const auto message = quoted(line);
  if (!message || message->empty()) return false;
  expected.message = *message;
  out.expected.push_back(std::move(expected));
  return true;
}

// Lines that say more about the expectation above them.
std::optional<bool> more_expectation(string_view line, RuleCase& out) {
  const auto text = [&](string_view prefix, string Expected::*field) -> std::optional<bool> {
    if (!take(line, prefix)) return std::nullopt;
    const auto value = quoted(line);
    if (!value || out.expected.empty()) return false;
    out.expected.back().*field = *value;
    return true;
  };
  if (auto done = text("英文：", &Expected::english)) return done;
  if (auto done = text("建议：", &Expected::advice)) return done;
  if (auto done = text("等式：", &Expected::equation)) return done;
  if (out.expected.empty()) return std::nullopt;
  if (take(line, "级别：")) out.expected.back().severity = line;
  else if (take(line, "牵连：")) out.expected.back().violates = split(line, "、");
  else if (take(line, "修正：")) out.expected.back().repair = line;
  else return std::nullopt;
  return true;
}

bool last_year_line(string_view line, RuleCase& out) {
  if (!out.last_year) out.last_year.emplace();
  line = trimmed(line);
  if (line.empty()) return true;
  if (line == "底稿：本年") {
    out.last_year_is_base = true;
    return true;
  }
  return recipe_line(line, *out.last_year);
}

// 另一份 甲 …: a line of the recipe of a report that is checked along.
bool along_line(string_view line, RuleCase& out) {
  const auto end = std::min(line.find(' '), line.size());
  const string label(line.substr(0, end));
  auto found = std::find_if(out.others_along.begin(), out.others_along.end(),
                            [&](const auto& other) { return other.first == label; });
  if (found == out.others_along.end()) found = out.others_along.insert(found, {label, Recipe{}});
  line = trimmed(line.substr(end));
  return !label.empty() && (line.empty() || recipe_line(line, found->second));
}

bool case_line(string_view line, RuleCase& out) {
  if (take(line, "另一份 ")) return along_line(line, out);
  if (take(line, "上年")) return last_year_line(line, out);
  if (take(line, "期望：")) return expectation(line, out);
  if (take(line, "选项：")) {
    out.options = line;
    return true;
  }
  if (take(line, "另有：")) {
    out.others = split(line, "、");
    return !out.others.empty();
  }
  if (take(line, "跳过")) {
    out.skipped = take(line, "：") ? quoted(line) : string();
    return out.skipped.has_value();
  }
  if (take(line, "通过：")) {
    out.passed = std::atoi(string(line).c_str());
    return true;
  }
  if (const auto done = more_expectation(line, out)) return *done;
  return recipe_line(line, out.recipe);
}

class Parser {
 public:
  explicit Parser(string_view rule) : rule_(rule) {}

  CaseFile parse(string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      ++number_;
      line(text.substr(0, end));
      text.remove_prefix(end == string_view::npos ? text.size() : end + 1);
    }
    if (fence_) error("a fence is not closed");
    check_all();
    return std::move(file_);
  }

 private:
  void line(string_view raw) {
    if (fence_) {
      fenced(raw);
      return;
    }
    string_view line = trimmed(raw);
    if (take(line, "## ")) {
      heading(line);
    } else if (line.empty() || line[0] == '#' || line[0] == '>' || line.substr(0, 4) == "<!--") {
      return;
    } else if (file_.cases.empty()) {
      error("a line before the first case");
    } else if (line == "```") {
      open_fence();
    } else if (line == "全文：" || line == "上年 全文：") {
      awaiting_ = line == "全文：" ? &file_.cases.back().recipe : &last_year();
    } else if (!case_line(line, file_.cases.back())) {
      error("not understood: " + string(line));
    }
  }

  Recipe& last_year() {
    auto& recipe = file_.cases.back().last_year;
    if (!recipe) recipe.emplace();
    return *recipe;
  }

  void heading(string_view line) {
    RuleCase next;
    next.rule = rule_;
    next.name = line;
    next.line = number_;
    next.violation = take(line, "违规：");
    if (!next.violation && !take(line, "合规：")) error("a heading is “## 违规：…” or “## 合规：…”");
    for (const RuleCase& other : file_.cases)
      if (other.name == next.name) error("this heading was used before");
    file_.cases.push_back(std::move(next));
  }

  void open_fence() {
    if (awaiting_ == nullptr) return error("a fence without 全文：");
    awaiting_->whole_text = "";
    fence_ = true;
  }

  void fenced(string_view raw) {
    if (raw == "```") {
      fence_ = false;
      awaiting_ = nullptr;
    } else {
      awaiting_->whole_text->append(raw).append("\n");
    }
  }

  void check_all() {
    for (const RuleCase& one : file_.cases) {
      number_ = one.line;
      if (one.violation && one.expected.empty()) error("违规 without 期望");
      if (!one.violation && !one.expected.empty()) error("合规 with a finding expected");
    }
  }

  void error(string what) { file_.errors.push_back(std::to_string(number_) + ": " + std::move(what)); }

  string rule_;
  CaseFile file_;
  int number_ = 0;
  bool fence_ = false;
  Recipe* awaiting_ = nullptr;
};

}  // namespace

CaseFile parse_cases(string_view rule, string_view text) { return Parser(rule).parse(text); }

}  // namespace nianbao::tests
