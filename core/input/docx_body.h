// Writes word/document.xml into a DocumentBuilder: the text as if all changes were accepted, and what was
// changed, hidden or remarked as marks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/document_builder.h"
#include "input/docx_numbering.h"
#include "input/docx_styles.h"

namespace nianbao {

struct DocxParts {
  DocxStyles styles;
  DocxNumbering numbering;
  std::map<std::string, std::u16string, std::less<>> comments;  // by id
};

std::u16string docx_text(pugi::xml_node node);  // of a subtree, without field codes

class DocxBody {
 public:
  DocxBody(DocxParts& parts, DocumentBuilder& build) : parts_(parts), build_(build) {}

  void write(pugi::xml_node body);  // w:body
  void write_notes(pugi::xml_node note,
                   std::size_t offset);  // of another part, whose bytes count from `offset` on
  bool enter(pugi::xml_node node);
  void leave(pugi::xml_node node);

 private:
  struct Field {
    std::uint32_t begin;
    std::u16string code;
    bool in_code = true;
  };
  struct Paragraph {
    bool hidden = false;        // by its style
    bool mark_deleted = false;  // runs on into the next paragraph
    bool seen = false;          // has text
    std::u16string hidden_text;
    std::optional<NumberingRef> numbering;  // until the number is written
    std::vector<pugi::xml_node> boxes;      // text boxes anchored in it
  };

  bool enter_content(pugi::xml_node node, std::string_view name);
  bool enter_table(pugi::xml_node node, std::string_view name);
  bool enter_run_content(pugi::xml_node node, std::string_view name);
  bool enter_cell(pugi::xml_node cell);
  void enter_paragraph(pugi::xml_node node);
  void leave_paragraph();
  void enter_run(pugi::xml_node run);
  void text(std::u16string_view text, std::uint32_t source = DocumentBuilder::no_source);
  void write_text(pugi::xml_node node);
  std::uint32_t place_of(pugi::xml_node node) const;
  void line_break();
  bool in_code() const;
  bool shown() const { return !run_hidden_ && deletions_ == 0 && !in_code(); }
  void before_text();
  void flush_hidden();
  void take_out(MarkKind kind, std::u16string text);
  void field_char(pugi::xml_node node);
  void end_field();
  void comment(pugi::xml_node node, bool at_end);

  DocxParts& parts_;
  DocumentBuilder& build_;
  Paragraph paragraph_;
  bool runs_on_ = false;  // the next paragraph continues the last one
  bool run_hidden_ = false;
  int deletions_ = 0;  // open w:del and w:moveFrom
  std::u16string deleted_;
  std::vector<std::uint32_t> insertions_;
  std::vector<Field> fields_;
  std::map<std::string, std::uint32_t, std::less<>> comment_begins_;
  std::vector<std::uint32_t> inserted_rows_;
  std::u16string image_text_;  // of the drawing whose picture is still to come
  int box_depth_ = 0;
  std::size_t offset_ = 0;  // of the part that is being written
  int page_ = 0;
};

}  // namespace nianbao
