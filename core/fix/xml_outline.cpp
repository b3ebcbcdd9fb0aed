#include "fix/xml_outline.h"

#include <algorithm>

#include "base/sorting.h"
#include "base/unicode.h"

namespace nianbao {

XmlOutline::XmlOutline(std::string_view xml) : xml_(xml) {
  XmlTag tag;
  int open = XmlElement::none;
  std::size_t from = xml.size();  // nothing before the root
  const auto text_between = [&](std::size_t end) {
    const std::size_t stop = std::min(xml.find('<', from), end);  // a comment ends it
    if (from < stop && open != XmlElement::none)
      characters_.push_back({from, stop, open, xml_text(xml.substr(from, stop - from))});
  };
  for (XmlTags tags(xml); tags.next(tag);) {
    text_between(tag.begin);
    from = tag.end;
    if (!tag.closing) {
      elements_.push_back({open, tag.begin, tag.end, tag.end, tag.end, tag.prefix, tag.name, tag.empty});
      if (!tag.empty) open = static_cast<int>(elements_.size()) - 1;
    } else if (open != XmlElement::none) {
      XmlElement& element = elements_[static_cast<std::size_t>(open)];
      element.close = tag.begin;
      element.end = tag.end;
      open = element.parent;
    }
  }
}

int XmlOutline::ancestor(int element, std::string_view name) const {
  while (element != XmlElement::none && (*this)[element].name != name) element = (*this)[element].parent;
  return element;
}

int XmlOutline::child(int parent, std::string_view name) const {
  for (std::size_t i = static_cast<std::size_t>(parent) + 1;
       i < elements_.size() && elements_[i].begin < (*this)[parent].end; ++i)
    if (elements_[i].parent == parent && elements_[i].name == name) return static_cast<int>(i);
  return XmlElement::none;
}

int XmlOutline::first(std::string_view name) const {
  for (std::size_t i = 0; i < elements_.size(); ++i)
    if (elements_[i].name == name) return static_cast<int>(i);
  return XmlElement::none;
}

int XmlOutline::at(std::size_t byte) const {
  const auto next = std::upper_bound(elements_.begin(), elements_.end(), byte,
                                     [](std::size_t b, const XmlElement& e) { return b < e.begin; });
  if (next == elements_.begin() || byte >= (next - 1)->inside) return XmlElement::none;
  return static_cast<int>(next - elements_.begin()) - 1;
}

int XmlOutline::characters_at(std::size_t byte) const {
  const auto next = std::upper_bound(characters_.begin(), characters_.end(), byte,
                                     [](std::size_t b, const XmlCharacters& c) { return b < c.begin; });
  if (next == characters_.begin() || byte >= (next - 1)->end) return XmlElement::none;
  return static_cast<int>(next - characters_.begin()) - 1;
}

// An anchor's text follows its source as far as both agree: generated numbers have no place of their own.
XmlSources::XmlSources(std::vector<const XmlOutline*> parts, const Document& document)
    : parts_(std::move(parts)) {
  const auto& anchors = document.anchors;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const Place from = place(anchors[i].source);
    if (from.part >= parts_.size()) continue;
    const int found = parts_[from.part]->characters_at(from.byte);
    if (found == XmlElement::none) continue;
    const auto index = static_cast<std::size_t>(found);
    const XmlCharacters& characters = parts_[from.part]->characters()[index];
    const std::size_t unit = from.byte - characters.begin;
    const std::size_t next = i + 1 < anchors.size() ? anchors[i + 1].text : document.text.size();
    std::size_t n = 0;
    while (anchors[i].text + n < next && unit + n < characters.text.size()) {
      const char16_t here = document.text[anchors[i].text + n], there = characters.text[unit + n];
      if (here != there && !(is_space(here) && is_space(there) && here != u'\n' && here != u'\t')) break;
      ++n;
    }
    if (n > 0)
      segments_.push_back(
          {{anchors[i].text, anchors[i].text + static_cast<std::uint32_t>(n)}, from.part, index, unit});
  }
}

XmlSources::Place XmlSources::place(std::uint32_t source) const {
  Place out{0, source};
  while (out.part < parts_.size() && out.byte >= parts_[out.part]->xml().size())
    out.byte -= parts_[out.part++]->xml().size();
  return out;
}

std::vector<XmlSegment> XmlSources::segments(Range place) const {
  std::vector<XmlSegment> out;
  auto s = std::upper_bound(segments_.begin(), segments_.end(), place.begin,
                            [](std::uint32_t at, const XmlSegment& x) { return at < x.text.end; });
  for (; s != segments_.end() && s->text.begin < place.end; ++s) {
    XmlSegment cut = *s;
    cut.text = {std::max(place.begin, s->text.begin), std::min(place.end, s->text.end)};
    cut.unit += cut.text.begin - s->text.begin;
    out.push_back(cut);
  }
  return out;
}

const XmlSegment* XmlSources::beside(std::uint32_t at) const {
  const auto s = std::lower_bound(segments_.begin(), segments_.end(), at,
                                  [](const XmlSegment& x, std::uint32_t p) { return x.text.end < p; });
  return s != segments_.end() && s->text.begin <= at ? &*s : nullptr;
}

std::size_t XmlSources::byte(const XmlSegment& segment, std::size_t unit) const {
  const XmlOutline& part = *parts_[segment.part];
  const XmlCharacters& characters = part.characters()[segment.characters];
  return characters.begin +
         xml_bytes(part.xml().substr(characters.begin, characters.end - characters.begin), unit);
}

std::uint32_t blank_cell_at(const Document& document, std::uint32_t at) {
  for (const Table& table : document.tables) {
    if (at < table.range.begin || at > table.range.end) continue;
    auto cell = std::lower_bound(table.cells.begin(), table.cells.end(), at,
                                 [](const Cell& c, std::uint32_t p) { return c.range.begin < p; });
    for (; cell != table.cells.end() && cell->range.begin == at; ++cell)
      if (cell->range.empty()) return cell->source;
  }
  return no_source;
}

bool ByteEdits::apply(std::string_view bytes, std::string& out) {
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  out.clear();
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    if (edit.begin < at || edit.end > bytes.size()) return false;
    out.append(bytes, at, edit.begin - at);
    out += edit.with;
    at = edit.end;
  }
  out.append(bytes.substr(at));
  return true;
}

}  // namespace nianbao
