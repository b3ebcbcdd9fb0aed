// The elements and the character data of an XML part where they stand, with their parents: for changes that
// leave every other byte as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/xml_tags.h"
#include "document/document.h"

namespace nianbao {

struct XmlElement {
  static constexpr int none = -1;
  int parent = none;
  std::size_t begin = 0, inside = 0;  // its '<', behind its '>'
  std::size_t close = 0, end = 0;  // '<' of the closing tag, behind that; of an empty element: behind its '>'
  std::string_view prefix, name;
  bool empty = false;
};

struct XmlCharacters {
  std::size_t begin = 0, end = 0;  // bytes, not empty
  int element = XmlElement::none;
  std::u16string text;  // references resolved
};

class XmlOutline {
 public:
  explicit XmlOutline(std::string_view xml);  // kept by reference; well-formed as the readers accept it

  std::string_view xml() const { return xml_; }
  const std::vector<XmlElement>& elements() const { return elements_; }
  const std::vector<XmlCharacters>& characters() const { return characters_; }
  const XmlElement& operator[](int element) const { return elements_[static_cast<std::size_t>(element)]; }
  std::string_view tag(int element) const {  // its opening tag as written
    return xml_.substr((*this)[element].begin, (*this)[element].inside - (*this)[element].begin);
  }
  std::string_view whole(int element) const {
    return xml_.substr((*this)[element].begin, (*this)[element].end - (*this)[element].begin);
  }
  int ancestor(int element, std::string_view name) const;  // itself included; none
  int child(int element, std::string_view name) const;     // the first; none
  int first(std::string_view name) const;                  // in document order
  int at(std::size_t byte) const;             // the innermost element whose opening tag holds this byte; none
  int characters_at(std::size_t byte) const;  // index; none

 private:
  std::string_view xml_;
  std::vector<XmlElement> elements_;
  std::vector<XmlCharacters> characters_;
};

// Where a stretch of the document's text stands: units [unit, unit + text.size()) of the character data.
struct XmlSegment {
  Range text;
  std::size_t part = 0, characters = 0, unit = 0;
};

// Parts whose sources follow each other: an anchor counts from the begin of the first part on.
class XmlSources {
 public:
  XmlSources(std::vector<const XmlOutline*> parts, const Document& document);

  // In reading order; those that hold some of `place`, cut to it. Together they are not always all of it.
  std::vector<XmlSegment> segments(Range place) const;
  // The text beside which something can be put in at `at`: what ends there, else what begins there. Null when
  // neither does.
  const XmlSegment* beside(std::uint32_t at) const;
  std::size_t byte(const XmlSegment& segment, std::size_t unit) const;  // of a unit of its characters

  struct Place {
    std::size_t part, byte;
  };
  Place place(std::uint32_t source) const;

 private:
  std::vector<const XmlOutline*> parts_;
  std::vector<XmlSegment> segments_;
};

// The place where a blank cell of the document begins in its source; no_source when there is no such cell.
std::uint32_t blank_cell_at(const Document& document, std::uint32_t at);

// Pieces of text put into the place of others. Those of one place follow each other as they were added.
class ByteEdits {
 public:
  void replace(std::size_t begin, std::size_t end, std::string with) {
    edits_.push_back({begin, end, std::move(with)});
  }
  void insert(std::size_t at, std::string what) { replace(at, at, std::move(what)); }
  bool empty() const { return edits_.empty(); }
  // Nothing (false) when two overlap.
  [[nodiscard]] bool apply(std::string_view bytes, std::string& out);

 private:
  struct Edit {
    std::size_t begin, end;
    std::string with;
  };
  std::vector<Edit> edits_;
};

}  // namespace nianbao
