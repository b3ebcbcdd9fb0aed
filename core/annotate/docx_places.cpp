#include "annotate/docx_places.h"

#include <algorithm>

#include "annotate/xml_tags.h"
#include "base/unicode.h"

namespace nianbao {

// One pass over the tags of the main part.
class DocxPlaces::Index {
 public:
  Index(DocxPlaces& out, std::string_view xml) : out_(out), xml_(xml) {}

  void run() {
    XmlTag tag;
    for (XmlTags tags(xml_); tags.next(tag);) {
      if (out_.prefix_.empty() && tag.name == "body") main_ = out_.prefix_ = std::string(tag.prefix);
      if (tag.name == "txbxContent") box(tag);
      else if (tag.prefix == main_ && !tag.closing) open(tag);
      else if (tag.prefix == main_) close(tag);
    }
  }

 private:
  struct Level {  // of text boxes
    std::size_t paragraph = none, run = none;
    int runs_open = 0;
  };

  void box(const XmlTag& tag) {
    if (tag.empty) return;
    if (!tag.closing) levels_.emplace_back();
    else if (levels_.size() > 1) levels_.pop_back();
  }

  Level& level() { return levels_.back(); }

  void open(const XmlTag& tag) {
    if (tag.name == "p") open_paragraph(tag);
    else if (tag.name == "pPr" && level().paragraph != none && level().run == none)
      properties(tag, out_.paragraphs_[level().paragraph].inside);
    else if (tag.name == "r" && !tag.empty) open_run(tag);
    else if (tag.name == "rPr" && level().run != none && level().runs_open == 1) run_properties(tag);
    else if (tag.name == "t" && !tag.empty) open_text(tag);
  }

  void open_paragraph(const XmlTag& tag) {
    const std::size_t index = out_.paragraphs_.size();
    std::size_t outer = index;
    for (const Level& l : levels_)
      if (&l != &levels_.back() && l.paragraph != none && outer == index) outer = l.paragraph;
    out_.paragraphs_.push_back({tag.begin, tag.empty ? tag.end - 2 : tag.end, tag.end, outer, tag.empty});
    if (!tag.empty) level() = {index, none, 0};
  }

  // Only what directly follows the paragraph's tag; a pPr inside w:pPrChange lies within the first.
  void properties(const XmlTag& tag, std::size_t& inside) {
    if (tag.begin != inside) return;
    inside = tag.empty ? tag.end : behind(tag);
  }

  // Behind the element that `tag` opens.
  std::size_t behind(const XmlTag& tag) const {
    XmlTag inner;
    int depth = 1;
    for (XmlTags tags(xml_, tag.end); tags.next(inner);) {
      if (inner.name != tag.name || inner.empty) continue;
      depth += inner.closing ? -1 : 1;
      if (depth == 0) return inner.end;
    }
    return tag.end;
  }

  void open_run(const XmlTag& tag) {
    if (level().runs_open++ > 0 || level().paragraph == none) return;
    level().run = out_.runs_.size();
    out_.runs_.push_back({tag.begin, tag.end, level().paragraph, levels_.size() > 1,
                          std::string(xml_.substr(tag.begin, tag.end - tag.begin))});
  }

  void run_properties(const XmlTag& tag) {
    Run& run = out_.runs_[level().run];
    if (tag.begin != run.begin + run.open.size()) return;
    run.open += xml_.substr(tag.begin, (tag.empty ? tag.end : behind(tag)) - tag.begin);
  }

  void open_text(const XmlTag& tag) {
    const std::size_t end = std::min(xml_.find('<', tag.end), xml_.size());
    const std::string_view raw = xml_.substr(tag.end, end - tag.end);
    const bool whole = xml_.substr(end, 2) == "</" && level().runs_open == 1;
    out_.nodes_.push_back({tag.end, end, level().run,
                           whole ? std::string(xml_.substr(tag.begin, tag.end - tag.begin)) : std::string(),
                           xml_text(raw)});
  }

  void close(const XmlTag& tag) {
    if (tag.name == "p" && level().paragraph != none) {
      out_.paragraphs_[level().paragraph].close = tag.begin;
      level() = Level();
    } else if (tag.name == "r" && level().runs_open > 0 && --level().runs_open == 0 && level().run != none) {
      out_.runs_[level().run].end = tag.end;
      level().run = none;
    }
  }

  DocxPlaces& out_;
  std::string_view xml_;
  std::string main_;
  std::vector<Level> levels_{1};
};

DocxPlaces::DocxPlaces(std::string_view xml, const Document& document) : xml_(xml), document_(document) {
  Index(*this, xml).run();
  match(document);
}

// A node's text follows its anchor as far as both agree: generated numbers and other parts' text have no
// place of their own.
void DocxPlaces::match(const Document& document) {
  for (std::size_t i = 0; i < document.anchors.size(); ++i) {
    const Anchor& anchor = document.anchors[i];
    const std::size_t next =
        i + 1 < document.anchors.size() ? document.anchors[i + 1].text : document.text.size();
    auto node = std::upper_bound(nodes_.begin(), nodes_.end(), anchor.source,
                                 [](std::size_t at, const TextNode& n) { return at < n.begin; });
    if (node == nodes_.begin()) continue;
    --node;
    const std::size_t unit = anchor.source - node->begin;
    std::size_t n = 0;
    while (anchor.text + n < next && unit + n < node->text.size()) {
      const char16_t here = document.text[anchor.text + n];
      if (here != node->text[unit + n] && !(is_space(here) && here != u'\n' && here != u'\t')) break;
      ++n;
    }
    if (n == 0) continue;
    segments_.push_back({{anchor.text, anchor.text + static_cast<std::uint32_t>(n)},
                         static_cast<std::size_t>(node - nodes_.begin()),
                         unit});
  }
}

DocxSpan DocxPlaces::around(std::size_t index) const {
  const Paragraph& p = paragraphs_[paragraphs_[index].outer];
  if (p.empty) return {{p.inside, DocxSpot::empty_paragraph, {}}, {p.inside, DocxSpot::empty_paragraph, {}}};
  return {{p.inside, DocxSpot::between, {}}, {p.close, DocxSpot::between, {}}};
}

// A run is divided inside its text only, and not beside a blank, which would be lost there.
DocxSpot DocxPlaces::spot(const TextNode& node, std::size_t unit, bool as_end) const {
  const Run& run = runs_[node.run];
  if (node.tag.find("preserve") == std::string::npos) {
    const auto blank = [&](std::size_t at) { return node.text[at] == u' '; };
    while (unit > 0 && unit < node.text.size() && (blank(unit) || blank(unit - 1))) as_end ? ++unit : --unit;
  }
  if (unit == 0) return {run.begin, DocxSpot::between, {}};
  if (unit >= node.text.size() || node.tag.empty())
    return {as_end ? run.end : run.begin, DocxSpot::between, {}};
  const std::size_t at = node.begin + xml_bytes(xml_.substr(node.begin, node.end - node.begin), unit);
  return {at, DocxSpot::in_text, run.open + node.tag};
}

DocxSpan DocxPlaces::words(const Segment& first, const Segment& last, Range place) const {
  const std::size_t from = first.unit + (std::max(place.begin, first.text.begin) - first.text.begin);
  const std::size_t to = last.unit + (std::min(place.end, last.text.end) - last.text.begin);
  return {spot(nodes_[first.node], from, false), spot(nodes_[last.node], to, true)};
}

// The paragraph of a blank cell; none when there is no such cell.
std::size_t DocxPlaces::blank_cell(std::uint32_t at) const {
  for (const Table& table : document_.tables) {
    if (at < table.range.begin || at > table.range.end) continue;
    auto cell = std::lower_bound(table.cells.begin(), table.cells.end(), at,
                                 [](const Cell& c, std::uint32_t p) { return c.range.begin < p; });
    while (cell != table.cells.end() && cell->range.begin == at && !cell->range.empty()) ++cell;
    if (cell == table.cells.end() || cell->range.begin != at || cell->source == no_source) continue;
    const auto inside = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), cell->source,
                                         [](std::size_t p, const Paragraph& q) { return p < q.begin; });
    if (inside != paragraphs_.end()) return static_cast<std::size_t>(inside - paragraphs_.begin());
  }
  return none;
}

DocxSpan DocxPlaces::span(Range place) const {
  auto s = std::upper_bound(segments_.begin(), segments_.end(), place.begin,
                            [](std::uint32_t at, const Segment& x) { return at < x.text.end; });
  std::size_t before = 0;
  if (s != segments_.begin() && nodes_[(s - 1)->node].run != none)
    before = runs_[nodes_[(s - 1)->node].run].paragraph;
  const Segment *first = nullptr, *last = nullptr;
  for (; s != segments_.end() && s->text.begin < place.end; ++s) {
    const std::size_t run = nodes_[s->node].run;
    if (run == none) continue;
    if (runs_[run].in_box) return around(runs_[run].paragraph);
    if (first == nullptr || nodes_[s->node].begin < nodes_[first->node].begin) first = &*s;
    if (last == nullptr || nodes_[s->node].begin >= nodes_[last->node].begin) last = &*s;
  }
  if (first != nullptr) return words(*first, *last, place);
  const std::size_t cell = blank_cell(place.begin);
  return around(cell != none ? cell : before);
}

}  // namespace nianbao
