// The text of an ODF document, written in reading order into a DocumentBuilder: as if all changes were
// accepted, and what was changed, hidden or remarked as marks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/document_builder.h"
#include "input/odt_styles.h"

namespace nianbao {

class OdtBody {
 public:
  OdtBody(const OdtStyles& styles, DocumentBuilder& build) : styles_(styles), build_(build) {}
  void write(pugi::xml_node text);  // office:text

  bool enter(pugi::xml_node node);
  void leave(pugi::xml_node node);

 private:
  struct List {
    const ListLevels* levels;
    std::string counter;       // key of its counter
    bool number_next = false;  // the next paragraph is the first of an item
    int start = -1;            // start-value of that item
  };
  struct Comment {
    std::uint32_t begin;
    std::u16string text;
  };

  bool enter_table(pugi::xml_node node, std::string_view name);
  bool enter_list(pugi::xml_node node, std::string_view name);
  bool enter_inline(pugi::xml_node node, std::string_view name);
  void enter_paragraph(pugi::xml_node node, bool heading);
  void leave_paragraph();
  void repeat(pugi::xml_node node, const char* count);
  std::u16string next_number(bool heading, int outline_level);
  void hide(bool hidden) { hidden_.push_back(hidden); }
  bool is_hidden() const;
  void characters(std::u16string_view text, std::uint32_t source);
  void text(std::u16string_view text, std::uint32_t source = DocumentBuilder::no_source);
  void before_text();
  void flush_hidden();
  void take_out(MarkKind kind, std::u16string text);
  void read_changes(pugi::xml_node changes);
  void change(pugi::xml_node node, std::string_view name);
  void annotation(pugi::xml_node node);
  void annotation_end(pugi::xml_node node);

  const OdtStyles& styles_;
  DocumentBuilder& build_;
  std::vector<List> lists_;
  std::map<std::string, ListCounter, std::less<>> counters_;
  std::map<std::string, std::string, std::less<>> last_counter_;  // by list style
  int unnamed_lists_ = 0;
  bool in_paragraph_ = false;
  bool after_space_ = true;   // a space would follow on a space or the paragraph's begin
  std::u16string number_;     // of the paragraph, until it is written
  std::vector<bool> hidden_;  // by open paragraph, span and section
  std::u16string hidden_text_;
  std::map<std::string, std::u16string, std::less<>> deletions_;  // by change id
  std::map<std::string, std::uint32_t, std::less<>> insertions_;  // begun, by change id
  std::map<std::string, Comment, std::less<>> comments_;          // begun, by name
  std::vector<pugi::xml_node> boxes_;                             // to be written behind their paragraph
  std::vector<pugi::xml_node> notes_;                             // to be written behind the text
  std::vector<pugi::xml_node> repeating_;  // cells and rows that are being written again
  std::size_t repeats_ = 0;
  int box_depth_ = 0;
};

}  // namespace nianbao
