#include "input/html_guard.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/limits.h"

namespace nianbao {
namespace {

constexpr std::size_t open_formatting =
    64;  // <b>, <font>, ... left open: each is opened again in every block behind it

// Tags by what leaving them open means to the parser.
enum class Class : std::uint8_t { plain, empty, formatting, item, row, cell, raw };

struct Tag {
  std::string_view name;
  Class kind;
};

constexpr Tag tags[] = {
    {"a", Class::formatting},      {"area", Class::empty},
    {"b", Class::formatting},      {"base", Class::empty},
    {"big", Class::formatting},    {"br", Class::empty},
    {"code", Class::formatting},   {"col", Class::empty},
    {"dd", Class::item},           {"dt", Class::item},
    {"em", Class::formatting},     {"embed", Class::empty},
    {"font", Class::formatting},   {"hr", Class::empty},
    {"i", Class::formatting},      {"iframe", Class::raw},
    {"img", Class::empty},         {"input", Class::empty},
    {"li", Class::item},           {"link", Class::empty},
    {"meta", Class::empty},        {"nobr", Class::formatting},
    {"noembed", Class::raw},       {"noframes", Class::raw},
    {"option", Class::item},       {"p", Class::item},
    {"param", Class::empty},       {"s", Class::formatting},
    {"script", Class::raw},        {"small", Class::formatting},
    {"source", Class::empty},      {"strike", Class::formatting},
    {"strong", Class::formatting}, {"style", Class::raw},
    {"tbody", Class::row},         {"td", Class::cell},
    {"textarea", Class::raw},      {"tfoot", Class::row},
    {"th", Class::cell},           {"thead", Class::row},
    {"title", Class::raw},         {"tr", Class::row},
    {"track", Class::empty},       {"tt", Class::formatting},
    {"u", Class::formatting},      {"wbr", Class::empty},
    {"xmp", Class::raw},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view text, std::string_view lower_name) {
  if (text.size() != lower_name.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (lower(text[i]) != lower_name[i]) return false;
  return true;
}

Class class_of(std::string_view name) {
  for (const Tag& tag : tags)
    if (same(name, tag.name)) return tag.kind;
  return Class::plain;
}

// Names as numbers: collisions only make two names count as one.
std::size_t slot(std::string_view name) {
  std::size_t hash = 0;
  for (char c : name) hash = hash * 31 + static_cast<unsigned char>(lower(c));
  return hash % 1024;
}

class Guard {
 public:
  explicit Guard(std::string& html) : html_(html) {}

  GuardedHtml run() {
    while ((at_ = html_.find('<', at_)) != std::string::npos) {
      if (++tags_ > limits::html_tags) {
        html_.resize(at_);
        found_.tags = true;
        break;
      }
      if (html_.compare(at_, 4, "<!--") == 0) skip_past("-->", 4);
      else if (at_ + 1 < html_.size() && letter(html_[at_ + 1])) open_tag();
      else if (at_ + 2 < html_.size() && html_[at_ + 1] == '/' && letter(html_[at_ + 2])) close_tag();
      else ++at_;
    }
    return found_;
  }

 private:
  void skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = html_.find(end, at_ + from);
    at_ = found == std::string::npos ? html_.size() : found + end.size();
  }

  std::string_view name_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < html_.size() && !space(html_[end]) && html_[end] != '>' && html_[end] != '/') ++end;
    return std::string_view(html_).substr(begin, end - begin);
  }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) html_[i] = ' ';
  }

  // Behind one attribute, value included.
  std::size_t attribute_end(std::size_t at) const {
    while (at < html_.size() && !space(html_[at]) && html_[at] != '>' && html_[at] != '=' && html_[at] != '/')
      ++at;
    std::size_t value = at;
    while (value < html_.size() && space(html_[value])) ++value;
    if (value >= html_.size() || html_[value] != '=') return at;
    ++value;
    while (value < html_.size() && space(html_[value])) ++value;
    if (value < html_.size() && (html_[value] == '"' || html_[value] == '\'')) {
      const std::size_t end = html_.find(html_[value], value + 1);
      return end == std::string::npos ? html_.size() : end + 1;
    }
    while (value < html_.size() && !space(html_[value]) && html_[value] != '>') ++value;
    return value;
  }

  // Behind the tag; attributes beyond the budget are blanked out.
  std::size_t tag_end(std::size_t at) {
    std::size_t count = 0;
    while (at < html_.size() && html_[at] != '>') {
      if (space(html_[at]) || html_[at] == '/') {
        ++at;
        continue;
      }
      ++tags_;
      std::size_t end = attribute_end(at);
      if (end == at) ++end;  // a stray '='
      if (++count > limits::attributes) {
        blank(at, end);
        found_.attributes = true;
      }
      at = end;
    }
    return at < html_.size() ? at + 1 : at;
  }

  void open_tag() {
    const std::size_t begin = at_;
    const std::string_view name = name_at(begin + 1);
    const std::size_t id = slot(name);
    const Class kind = class_of(name);
    const std::size_t behind_name = begin + 1 + name.size();
    const std::string raw_name(kind == Class::raw ? name : std::string_view());
    at_ = tag_end(behind_name);
    if (kind == Class::empty) return;
    if (kind == Class::raw) return skip_raw(raw_name);
    close_implied(kind, id);
    if (kind == Class::formatting && formatting_ >= open_formatting) return drop(begin, id);
    if (open_.size() >= limits::nesting) {
      found_.nesting = true;
      return drop(begin, id);
    }
    open_.push_back({static_cast<std::uint16_t>(id), kind});
    ++counts_[id];
    if (kind == Class::formatting) ++formatting_;
    if (kind == Class::cell) formatting_ = 0;  // cells keep open formatting out
  }

  void drop(std::size_t begin, std::size_t id) {
    blank(begin, at_);
    ++dropped_[id];
  }

  void skip_raw(std::string_view name) {
    while ((at_ = html_.find("</", at_)) != std::string::npos) {
      if (same(name_at(at_ + 2), name)) return;
      at_ += 2;
    }
    at_ = html_.size();
  }

  // A new item ends the open one of its kind, unless a block stands between them.
  void close_implied(Class kind, std::size_t id) {
    if (kind != Class::item && kind != Class::row && kind != Class::cell) return;
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Open& open = open_[i];
      if (open.kind == kind && (kind != Class::item || open.id == id)) return pop_to(i);
      if (kind == Class::item && open.kind != Class::formatting && open.kind != Class::item) return;
      if (kind != Class::item && open.kind == Class::plain && open.id == table_) return;
      if (kind == Class::cell && open.kind == Class::row) return pop_to(i + 1);
    }
  }

  void pop_to(std::size_t depth) {
    while (open_.size() > depth) {
      --counts_[open_.back().id];
      open_.pop_back();
    }
  }

  void close_tag() {
    const std::size_t begin = at_;
    const std::string_view name = name_at(begin + 2);
    const std::size_t id = slot(name);
    const Class kind = class_of(name);
    at_ = tag_end(begin + 2 + name.size());
    if (dropped_[id] > 0) {
      --dropped_[id];
      return blank(begin, at_);
    }
    if (kind == Class::formatting && formatting_ > 0) --formatting_;
    if (counts_[id] == 0) return;
    std::size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].id != id) --depth;
    if (depth > 0) pop_to(depth - 1);
  }

  struct Open {
    std::uint16_t id;
    Class kind;
  };

  std::string& html_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;  // tags, comments and attributes
  GuardedHtml found_;
  std::vector<Open> open_;
  std::array<std::uint32_t, 1024> counts_{};   // open elements by name
  std::array<std::uint32_t, 1024> dropped_{};  // blanked out open tags whose close tag is still to come
  std::size_t formatting_ = 0;                 // formatting elements that are not closed by name
  const std::size_t table_ = slot("table");
};

}  // namespace

GuardedHtml guard_html(std::string& html) { return Guard(html).run(); }

}  // namespace nianbao
