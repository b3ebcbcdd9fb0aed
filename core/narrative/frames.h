// The grammar of figures as data: which words before and behind a number say what it counts.
//
//   "TAKE REQ #"   收到政府信息公开申请4件        what was received
//   "TAKE # REQ"   收到4件政府信息公开申请
//   "@REQ DONE #"  …申请5件，办结5件              requests were spoken of before
//
// A pattern is a row of word classes (frames.cpp lists them) with # for the number; other words may stand
// between. The word nearest to the number that names a thing must be one of the pattern's, before the number
// and behind it. Of the frames that fit, the one that asks for most is taken. A new phrasing is a new line;
// its example is its test.
#pragma once

#include <string_view>
#include <vector>

#include "narrative/around.h"

namespace nianbao::prose {

// How the words that a frame found become a measure.
enum class Reads : std::uint8_t {
  nothing,        // a thing that no table counts
  by_verb,        // 收到, 受理, 办结 … of requests; without a verb 办理
  incoming,       // 新收和上年结转, together
  incoming_sum,   // 共计, behind those carried over
  carried,        // 结转, by its direction
  outcome,        // 予以公开
  applicants,     // 自然人
  cases,          // 行政复议, 行政诉讼
  carried_cases,  // those of the years before
  documents,      // 规范性文件
  decisions,      // 行政许可决定
};

// How far what a frame reads is believed. A new one starts on trial; tests/trust says which of them reports
// by others, labelled before the reader saw them, have shown right.
enum class Standing : std::uint8_t {
  agrees,  // may only agree with a cell
  trial,   // contradicts one in a notice, which is no part of the verdict
  proven,  // contradicts one
};

struct Frame {
  std::string_view pattern;
  Reads reads;
  Standing standing;
  std::u16string_view example;
  std::u16string_view figure;  // the number in the example
  std::string_view count;      // count_name() of what it counts there
};

// What was spoken of before the number.
struct Before {
  Senses topic = 0;        // in this sentence, or lasting from the one before
  Senses proceedings = 0;  // review or suit, anywhere in the passage
};

// A frame with the words it found: `head` names the thing counted, null where the sentences before name it.
struct Fit {
  const Frame* frame = nullptr;
  const Hit* head = nullptr;
  bool head_behind = false;
};

// The frames that ask for most among those that fit: one, none, or several in a tie, which the tests forbid
// for the examples.
std::vector<Fit> best_frames(const Around& around, const Before& before);

std::vector<const Frame*> all_frames();

}  // namespace nianbao::prose
