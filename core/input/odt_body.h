// The text of an ODF document, written in reading order into a DocumentBuilder.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/document_builder.h"
#include "input/odt_styles.h"

namespace nianbao {

class OdtBody {
 public:
  OdtBody(DocumentBuilder& build, OdtStyles& styles) : build_(build), styles_(styles) {}
  void read(pugi::xml_node text);

 private:
  struct List {
    std::string style;
    bool item_begins = false;
  };
  void walk(pugi::xml_node root);
  bool enter(pugi::xml_node node);
  void leave(pugi::xml_node node);
  bool enter_inline(std::string_view name, pugi::xml_node node);
  bool enter_table(std::string_view name, pugi::xml_node node);
  void begin_paragraph(pugi::xml_node node, bool heading);
  void begin_list(pugi::xml_node node);
  void number(const std::string& list, int level);
  void change(std::string_view name, pugi::xml_node node);
  void read_changes(pugi::xml_node changes);
  void annotation(pugi::xml_node node);
  void characters(std::string_view utf8);
  void add(std::u16string_view text);

  DocumentBuilder& build_;
  OdtStyles& styles_;
  std::vector<List> lists_;
  int hidden_ = 0;                       // open spans and paragraphs that are hidden
  std::u16string hidden_text_;
  std::map<std::string, std::u16string> deletions_;        // by change id
  std::map<std::string, std::uint32_t> insertions_;        // begun, by change id
  std::map<std::string, std::pair<std::uint32_t, std::u16string>> annotations_;  // begun, by name
  std::vector<pugi::xml_node> later_;    // text boxes, to be written after their paragraph
  std::vector<pugi::xml_node> notes_;
  bool in_paragraph_ = false;
  bool last_space_ = true;
};

}  // namespace nianbao
