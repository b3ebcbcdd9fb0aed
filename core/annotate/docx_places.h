// Where the text of a document stands in word/document.xml, and where comments may begin and end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nianbao {

// A place between the bytes of word/document.xml where the marker of a comment can stand.
struct DocxSpot {
  enum Kind : std::uint8_t {
    between,  // between two children of a paragraph
    in_text,  // inside a w:t: the run ends before the markers and begins again, as `reopen` says, behind them
    empty_paragraph,  // in the place of the "/>" of <w:p/>
  };
  std::size_t at = 0;
  Kind kind = between;
  std::string reopen;  // "<w:r><w:rPr>…</w:rPr><w:t>"
};

struct DocxSpan {
  DocxSpot begin, end;
};

class DocxPlaces {
 public:
  // Both are kept by reference. `document` is what the reader made of the file whose main part is `xml`.
  DocxPlaces(std::string_view xml, const Document& document);

  const std::string& prefix() const { return prefix_; }  // of WordprocessingML: "w:"
  bool empty() const { return paragraphs_.empty(); }     // no paragraph to put a comment into

  // The words of the place; an empty cell's paragraph; else the paragraph before the place. Comments do not
  // stand in text boxes: there the paragraph that holds the box is meant.
  DocxSpan span(Range place) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Paragraph {
    std::size_t begin, inside, close;  // '<', behind the properties, '<' of </w:p>
    std::size_t outer;                 // the paragraph whose text box holds it, or itself
    bool empty;
  };
  struct Run {
    std::size_t begin, end;
    std::size_t paragraph;
    bool in_box;
    std::string open;  // its tag and properties
  };
  struct TextNode {
    std::size_t begin, end;  // bytes of the text
    std::size_t run;         // none: not in a run of a paragraph
    std::string tag;         // empty: not to be divided
    std::u16string text;
  };
  struct Segment {  // text of the document that stands in a node
    Range text;
    std::size_t node, unit;  // and from which unit of it on
  };
  class Index;

  void match(const Document& document);
  std::size_t blank_cell(std::uint32_t at) const;
  DocxSpan around(std::size_t paragraph) const;
  DocxSpan words(const Segment& first, const Segment& last, Range place) const;
  DocxSpot spot(const TextNode& node, std::size_t unit, bool as_end) const;

  std::string_view xml_;
  const Document& document_;
  std::string prefix_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Run> runs_;
  std::vector<TextNode> nodes_;
  std::vector<Segment> segments_;
};

}  // namespace nianbao
