#include "input/html_content.h"

#include <algorithm>

namespace nianbao {
namespace {

int count_bits(unsigned bits) {
  int n = 0;
  for (; bits != 0; bits &= bits - 1) ++n;
  return n;
}

// Parts of class names and ids that content systems give to what surrounds an article.
constexpr std::string_view furniture_names[] = {
    "nav",    "navbar",  "navigation", "menu",      "breadcrumb", "breadcrumbs",      "crumb",
    "crumbs", "footer",  "foot",       "copyright", "share",      "bdsharebuttonbox", "bdshare",
    "print",  "printer", "toolbar",    "sidebar",   "pager",      "pagination",       "qrcode",
    "ewm",    "erweima", "related",    "prevnext",  "banner",     "position"};

bool is_furniture_name(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') {
      word.push_back(lower);
      continue;
    }
    if (std::find(std::begin(furniture_names), std::end(furniture_names), word) != std::end(furniture_names))
      return true;
    word.clear();
  }
  return false;
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree) : tree_(tree) {}

  HtmlContent run() {
    read_lines(false);
    if (count_bits(content_.evidence[body_]) < 3) {
      const auto shown = content_.evidence[body_];
      read_lines(true);
      content_.hidden_shown = count_bits(content_.evidence[body_]) >= 3;
      if (!content_.hidden_shown && shown != content_.evidence[body_]) read_lines(false);
    }
    choose_root();
    find_title();
    skip_furniture();
    return std::move(content_);
  }

 private:
  void read_lines(bool with_hidden) {
    body_ = tree_.body();
    lines_ = lines_of(tree_, with_hidden);
    count_lines();
    content_.evidence.assign(tree_.size(), 0);
    for (const HtmlLine& line : lines_) {
      if (line.evidence & sections_mask) spread(tree_[line.node].parent, line.evidence & sections_mask);
      if (line.evidence & tables_mask) {
        const std::uint32_t table = tree_.ancestor(line.node, GUMBO_TAG_TABLE);
        spread(table == tree_.size() ? tree_[line.node].parent : table, line.evidence & tables_mask);
      }
    }
  }

  void spread(std::uint32_t i, unsigned bits) {
    while ((content_.evidence[i] & bits) != bits) {
      content_.evidence[i] = static_cast<std::uint16_t>(content_.evidence[i] | bits);
      i = tree_[i].parent;
    }
  }

  // The smallest element that holds everything, then up while nothing but more of the report is added.
  void choose_root() {
    content_.root = body_;
    const auto all = content_.evidence[body_];
    content_.whole_page = count_bits(all) < 3;
    if (content_.whole_page) return;
    std::uint32_t root = body_;
    for (std::uint32_t i = root + 1; i < tree_[root].end;) {
      if (content_.evidence[i] == all && !is_furniture_element(i)) {
        root = i;
        ++i;
      } else {
        i = tree_[i].end;
      }
    }
    while (root != body_ && !is_block(tree_.tag(root))) root = tree_[root].parent;
    while (root != body_ && only_adds_report(root, tree_[root].parent)) root = tree_[root].parent;
    content_.root = root;
  }

  std::size_t line_at(std::uint32_t node) const {  // the first line that begins at or behind it
    const auto found = std::lower_bound(lines_.begin(), lines_.end(), node,
                                        [](const HtmlLine& line, std::uint32_t n) { return line.node < n; });
    return static_cast<std::size_t>(found - lines_.begin());
  }

  // Counts over the lines of nodes [begin, end).
  struct Counts {
    std::size_t units = 0, linked = 0, links = 0, titles = 0, foreign = 0, furniture = 0;
  };

  void count_lines() {
    sums_.assign(1, Counts());
    for (const HtmlLine& line : lines_) {
      Counts c = sums_.back();
      c.units += line.units;
      c.linked += line.linked;
      c.links += line.linked > 0 ? 1 : 0;
      c.titles += is_title(line) ? 1 : 0;
      c.foreign += may_be_report(line) ? 0 : 1;
      c.furniture += is_furniture(line) ? 1 : 0;
      sums_.push_back(c);
    }
  }

  Counts counts(std::uint32_t begin, std::uint32_t end) const {
    const Counts& a = sums_[line_at(begin)];
    const Counts& b = sums_[line_at(end)];
    return {b.units - a.units,   b.linked - a.linked,   b.links - a.links,
            b.titles - a.titles, b.foreign - a.foreign, b.furniture - a.furniture};
  }

  bool only_adds_report(std::uint32_t inner, std::uint32_t outer) const {
    return counts(outer, inner).foreign == 0 && counts(tree_[inner].end, tree_[outer].end).foreign == 0;
  }

  std::uint32_t block_of(std::uint32_t node) const {
    std::uint32_t i = tree_[node].parent;
    while (!is_block(tree_.tag(i)) && tree_[i].parent != i) i = tree_[i].parent;
    for (std::uint32_t up = i; tree_[up].parent != up; up = tree_[up].parent)
      if (is_heading(tree_.tag(up))) return up;
    return i;
  }

  bool in_heading(const HtmlLine& line) const { return is_heading(tree_.tag(block_of(line.node))); }

  // A title that stands outside the root: a heading rather than other text, the last one before the report.
  void find_title() {
    if (content_.whole_page || content_.root == body_) return;
    const std::size_t first = line_at(content_.root);
    for (std::size_t i = first; i < lines_.size() && lines_[i].evidence == 0; ++i)
      if (is_title(lines_[i])) return;
    std::size_t title = first;
    for (std::size_t i = first; i-- > 0;) {
      if (!is_title(lines_[i])) continue;
      if (title == first) title = i;
      if (!in_heading(lines_[i])) continue;
      title = i;
      break;
    }
    if (title == first) return;
    if (title > 0 && is_agency(lines_[title - 1])) add_before(lines_[title - 1]);
    add_before(lines_[title]);
    for (std::size_t i = title + 1; i < first; ++i)
      if (is_prose(lines_[i])) add_before(lines_[i]);
  }

  void add_before(const HtmlLine& line) {
    const std::uint32_t block = block_of(line.node);
    if (!content_.before.empty() && block < tree_[content_.before.back()].end) return;
    if (tree_[block].end <= content_.root) content_.before.push_back(block);
  }

  bool is_furniture_element(std::uint32_t i) const {
    switch (tree_.tag(i)) {
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_FOOTER: return content_.evidence[i] == 0;
      default: break;
    }
    if (content_.evidence[i] != 0) return false;
    const std::string_view title = tree_.attribute(i, "title");
    if (tree_.tag(i) == GUMBO_TAG_DIV && (title == "header" || title == "footer"))
      return true;  // LibreOffice's page head and foot
    if (tree_.style_has(i, "mso-element:header") || tree_.style_has(i, "mso-element:footer")) return true;
    if (tree_.attribute(i, "role") == "navigation") return true;
    return is_block(tree_.tag(i)) &&
           (is_furniture_name(tree_.attribute(i, "class")) || is_furniture_name(tree_.attribute(i, "id")));
  }

  // Three links and more, and little beside them.
  bool is_link_list(std::uint32_t i) const {
    const GumboTag tag = tree_.tag(i);
    if (tag != GUMBO_TAG_UL && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_DL)
      return false;
    const Counts inside = counts(i, tree_[i].end);
    return inside.links >= 3 && inside.linked * 10 > inside.units * 7;
  }

  // 索引号, 发文日期, ... in front of the report; it may repeat the title.
  bool is_publication_table(std::uint32_t i) const {
    if (tree_.tag(i) != GUMBO_TAG_TABLE || counts(i, tree_[i].end).furniture == 0) return false;
    const std::size_t titles = counts(i, tree_[i].end).titles;
    return titles == 0 || counts(content_.root, tree_[content_.root].end).titles > titles;
  }

  void skip_furniture() {
    content_.skipped.assign(tree_.size(), 0);
    const std::uint32_t root = content_.root;
    for (std::uint32_t i = root + 1; i < tree_[root].end; ++i) {
      if (!tree_.is_element(i) || content_.evidence[i] != 0) continue;
      const bool furniture = is_furniture_element(i) || is_link_list(i);
      if (!furniture && (content_.whole_page || !is_publication_table(i))) continue;
      if (!furniture || counts(i, tree_[i].end).titles == 0) content_.skipped[i] = 1;
      i = tree_[i].end - 1;
    }
    skip_furniture_lines();
  }

  // Before the first and behind the last evidence the root may still hold publication data and footers in
  // plain lines.
  void skip_furniture_lines() {
    std::size_t first = line_at(content_.root), last = line_at(tree_[content_.root].end);
    const std::size_t begin = first, end = last;
    while (first < end && lines_[first].evidence == 0) ++first;
    while (last > begin && lines_[last - 1].evidence == 0) --last;
    for (std::size_t i = begin; i < end; ++i)
      if ((i < first || i >= last) && is_furniture(lines_[i]) && !content_.whole_page) skip_line(lines_[i]);
  }

  void skip_line(const HtmlLine& line) {
    for (std::uint32_t i = line.node; i <= line.last; ++i)
      if (tree_.is_text(i)) content_.skipped[i] = 1;
  }

  const HtmlTree& tree_;
  std::uint32_t body_ = 0;
  std::vector<HtmlLine> lines_;
  std::vector<Counts> sums_;  // over the lines before each
  HtmlContent content_;
};

}  // namespace

HtmlContent find_content(const HtmlTree& tree) { return Finder(tree).run(); }

}  // namespace nianbao
