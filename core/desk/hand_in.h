// Who has handed in, twice, another year's, or not at all: the roster held against what the reports say of
// themselves.
//
// Nobody is accused on a doubt: a report that may be another name of a body, or whose body was not read,
// makes a question of it. Cost: n log n, and names alike only among those that are left over.
#pragma once

#include <optional>
#include <vector>

#include "desk/handed.h"
#include "desk/roster.h"

namespace nianbao {

enum class HandInState : std::uint8_t {
  handed_in,
  twice,       // several of the year; one of them is taken
  other_year,  // another year's only
  asked,       // a report may be its own; see `candidates`
  unread,      // a person says that a file is its own, and no report was found in it
  missing,     // no report was found
};

// How several reports of one body and year differ.
enum class Copies : std::uint8_t {
  same,         // figures and text
  same_tables,  // the text differs
  other_tables,
};

struct BodyState {
  std::u16string name;  // as the roster has it; without a roster as the report has it
  HandInState state = HandInState::missing;
  std::optional<std::size_t> taken;      // index of the report that counts
  std::vector<std::size_t> reports;      // of the year, by index
  std::vector<std::size_t> other_years;  // and of others
  std::vector<std::size_t> candidates;   // of an asked one: reports that may be its own
  std::vector<std::size_t> unread;       // files that a person says are its own
  Copies copies = Copies::same;          // of `twice`
};

// Why a report is no listed body's.
enum class Stray : std::uint8_t {
  none,        // it is, or it is the county's own
  asked,       // it may be one's, see the body
  unlisted,    // of a body that is not in the roster
  government,  // without a roster: of the place that the others are of, so that it may have their figures
               // already
  nameless,    // its body was not read
  unreadable,  // no report was found in it
};

struct HandIn {
  int year = 0;                   // expected; 0 when no report says one
  std::vector<BodyState> bodies;  // in the order of the roster, without the parent's own
  std::vector<Stray> strays;      // by report
  std::optional<std::size_t> parent;
};

// What a person has said where the reports leave a doubt. What it does not fit is passed over.
struct Answer {
  std::u16string body;  // as the roster has it
  std::size_t report;
  bool same;  // the report is this body's, and of the year where it says none
};
struct Choices {
  std::vector<Answer> answers;
  std::vector<std::size_t> taken;  // reports that count, of bodies that have several
};

// `roster` may be null: then every body that has handed in is listed, in the order of its name. The year is
// the parent's; otherwise the one that most reports are of.
HandIn hand_in(const Roster* roster, const std::vector<Handed>& reports, std::optional<std::size_t> parent,
               const Choices& choices = {});

}  // namespace nianbao
