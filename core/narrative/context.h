// What was spoken of before a number: topic, scope and time, gathered word by word.
#pragma once

#include "narrative/ledger.h"
#include "narrative/sentence.h"

namespace nianbao::prose {

// Which time is spoken of.
struct Timing {
  Span span = Span::this_year;
  bool this_year_said = false;
  void observe(const Hit& hit, Senses clause_senses, int report_year);
};

// What is known when a number is met: grows word by word, in reading order.
class Context {
 public:
  explicit Context(const Report& report) : report_(report) {}

  void begin_passage(Senses heading, int section);
  void begin_sentence();
  void begin_item();         // of the problems that section five lists: 二是…
  void begin_part();         // behind a ;: things spoken of by the way are over
  void at_depth(int depth);  // of brackets: what is spoken of inside one is forgotten behind it
  void observe(const Hit& hit, Senses clause_senses);
  void counted(const Measure& measure, Senses head);  // a number was understood
  void lose_topic() { topic_ = 0; }                   // 受理投标人异议9件: something else came in
  // 其中24件按期答复: what follows are parts as well, up to the end of the sentence
  void split() { split_ = true; }
  bool is_split() const { return split_; }
  // 其中市政府收到31件; 受理线上申请58件: what is done with those is told next, up to the end of the part
  void turn_to_some() { of_some_ = true; }
  bool is_of_some() const { return of_some_; }
  // 其中 stands before the next number
  bool splits_up() const { return splits_up_; }
  bool came_in() const { return came_in_; }  // the sentence told what came in altogether

  const Report& report() const { return report_; }
  Senses topic() const { return topic_; }
  bool tells_problems() const { return problems_; }  // section five
  // behind what is spoken of by the way
  Senses lasting_topic() const { return passing_topic_ ? lasting_topic_ : topic_; }
  // review or suit, which of them, whichever was spoken of last
  Senses proceedings() const { return proceedings_; }
  Senses guards() const { return guards_; }        // filed, as_body: up to the end of the sentence
  bool disclosure() const { return disclosure_; }  // the sentence speaks of information disclosure
  bool passage_disclosure() const { return passage_disclosure_; }
  Scope scope() const { return scope_; }
  Span span() const { return timing_.span; }
  const Timing& timing() const { return timing_; }
  // 上年结转510件，其中…: what is split up is that row of 表三
  std::string_view carried_row() const { return carried_row_; }
  bool soft_cases() const { return soft_cases_; }  // the cases spoken of last were not clear
  const std::vector<std::string_view>& last_outcome() const { return last_outcome_; }
  Scope scope_of(const Hit& hit, std::u16string_view text) const;
  Scope effective(Scope said) const;  // 全市 in a city's report is the report's own scope
  void say_scope(Scope scope);

 private:
  const Report& report_;
  Senses heading_ = 0, subject_ = 0, topic_ = 0, lasting_topic_ = 0, proceedings_ = 0, guards_ = 0;
  std::vector<Senses> outside_;  // the topic outside of each bracket that is open
  bool passing_topic_ = false;   // the topic is a plain foreign object: it lasts to the end of the sentence
  bool split_ = false, of_some_ = false, came_in_ = false, splits_up_ = false;
  bool disclosure_ = false, passage_disclosure_ = false, problems_ = false;
  Scope scope_ = Scope::own;
  Timing timing_;
  std::vector<std::string_view> last_outcome_;
  std::string_view carried_row_;
  bool soft_cases_ = false;
};

}  // namespace nianbao::prose
