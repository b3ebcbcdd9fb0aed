// The body of a docx: paragraphs, runs, tables, marks, written in reading order into a DocumentBuilder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "input/document_builder.h"
#include "input/docx_styles.h"

namespace nianbao {

class DocxBody {
 public:
  DocxBody(DocumentBuilder& build, const DocxStyles& styles, DocxNumbering& numbering) : build_(build), styles_(styles), numbering_(numbering) {}

  void comments(pugi::xml_node comments);     // before read()
  void read(pugi::xml_node body, bool anchored);
  void read_notes(pugi::xml_node notes);      // footnotes or endnotes, as paragraphs

 private:
  struct Field {
    std::u16string code;
    bool in_code = true;
    std::uint32_t begin = 0;
  };

  void walk(pugi::xml_node root);
  bool enter(pugi::xml_node node);   // true: its children are to be visited, and leave() called after them
  void leave(pugi::xml_node node);
  bool enter_run_content(std::string_view name, pugi::xml_node node);
  void begin_paragraph(pugi::xml_node node);
  void number_paragraph(const DocxStyle& style);
  bool begin_row(pugi::xml_node row);
  bool begin_cell(pugi::xml_node cell);
  void field_character(pugi::xml_node node);
  void text(std::u16string_view text, std::uint32_t source);
  void extend_mark(MarkKind kind, std::uint32_t begin, std::uint32_t end, std::u16string_view detail);
  void begin_comment(std::string_view id);
  void end_comment(std::string_view id);
  bool hidden() const { return hidden_run_; }

  DocumentBuilder& build_;
  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  bool anchored_ = false;
  int deleted_ = 0, inserted_ = 0;        // open w:del, w:ins
  bool hidden_paragraph_ = false, hidden_run_ = false;
  bool join_next_ = false;                // the paragraph mark before was deleted
  DocxStyle paragraph_style_;
  std::vector<Field> fields_;
  std::vector<pugi::xml_node> text_boxes_; // met inside a paragraph, written after it
  std::map<std::string, std::u16string> comment_texts_;
  std::map<std::string, std::uint32_t> open_comments_;
  std::set<std::string> placed_comments_;
  struct Open {
    MarkKind kind;
    std::uint32_t begin = 0, end = 0;
    std::u16string detail;
    bool set = false;
  } open_mark_{MarkKind::hidden, 0, 0, {}, false};
  void flush_mark();
};

}  // namespace nianbao
