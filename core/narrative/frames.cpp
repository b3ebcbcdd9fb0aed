#include "narrative/frames.h"

#include <algorithm>
#include <optional>

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr Senses any_verb = take_new | take | accept | process | conclude | reply | pending;
constexpr Senses heads = objects | outcome | applicant | result | direct | after;

// A word belongs to a class when it has one of the senses and none of the others.
struct WordClass {
  std::string_view name;
  Senses any, none;
  int weight;  // how much a frame asks for by naming it
};
constexpr WordClass classes[] = {
    {"V", any_verb, 0, 1},       {"NEW", take_new, 0, 3},
    {"TAKE", take, 0, 3},        {"ACCEPT", accept, 0, 3},
    {"WORK", process, 0, 3},     {"DONE", conclude, 0, 3},
    {"REPLY", reply, 0, 3},      {"PEND", pending, 0, 3},
    {"CARRY", carry, 0, 3},      {"REQ", request, foreign, 3},
    {"APP", application, 0, 3},  {"OUT", outcome, 0, 3},
    {"WHO", applicant, 0, 3},    {"REV", review, 0, 3},
    {"SUIT", suit, 0, 3},        {"CASE", review | suit | direct | after, 0, 3},
    {"RES", result, 0, 3},       {"DOC", document | regulation, foreign, 3},
    {"ISSUE", issue, 0, 3},      {"REPEAL", repeal, 0, 3},
    {"FORCE", in_force, 0, 3},   {"PUB", publish, 0, 3},
    {"DEC", decision, 0, 3},     {"OTHER", foreign, 0, 3},
    {"KIND", attribute, 0, 3},   {"THESE", these, aside, 3},
    {"SUM", sense::total, 0, 0}, {"ADD", added, 0, 3},
};

constexpr Frame frames[] = {
#include "narrative/frames.inc"
};

// A frame taken apart, once.
struct Compiled {
  const Frame* frame = nullptr;
  std::vector<const WordClass*> lead, tail;  // outwards from the number
  const WordClass* topic = nullptr;          // @REQ
  const WordClass* passage = nullptr;        // ~CASE
  int asks = 0;
};

const WordClass* class_of(std::string_view name) {
  for (const WordClass& c : classes)
    if (c.name == name) return &c;
  return nullptr;
}

Compiled compiled(const Frame& frame) {
  Compiled out;
  out.frame = &frame;
  bool behind = false;
  for (std::size_t at = 0; at < frame.pattern.size();) {
    const std::size_t end = std::min(frame.pattern.find(' ', at), frame.pattern.size());
    std::string_view name = frame.pattern.substr(at, end - at);
    at = end + 1;
    if (name == "#") {
      behind = true;
    } else if (name[0] == '@' || name[0] == '~') {
      (name[0] == '@' ? out.topic : out.passage) = class_of(name.substr(1));
      ++out.asks;
    } else {
      const WordClass* named = class_of(name);
      if (behind) out.tail.push_back(named);
      else out.lead.insert(out.lead.begin(), named);
      out.asks += named->weight;
    }
  }
  return out;
}

const std::vector<Compiled>& table() {
  static const std::vector<Compiled> instance = [] {
    std::vector<Compiled> out;
    for (const Frame& frame : frames) out.push_back(compiled(frame));
    return out;
  }();
  return instance;
}

bool belongs(Senses word, const WordClass& c) { return (word & c.any) != 0 && (word & c.none) == 0; }

// Verbs behind which a thing named after the number is no longer theirs: 办结5件，…
constexpr Senses closing = carry | conclude | reply | issue | repeal | in_force | pending;

enum class Heads : std::uint8_t {
  first_is_asked_for,  // the first thing named must be one that the frame asks for
  until_found,         // the same, up to where all words of the frame are found
  ignored,
};

// Whether the classes stand in this order, outwards from the number; `head` becomes the thing that is named.
template <typename Iterator>
bool fits(Iterator word, Iterator end, const std::vector<const WordClass*>& wanted, Heads rule,
          const Hit*& head) {
  auto next = wanted.begin();
  bool looking = rule != Heads::ignored;
  for (; word != end && (next != wanted.end() || looking); ++word) {
    const bool matched = next != wanted.end() && belongs(word->senses, **next);
    if (looking && (word->senses & heads)) {
      if (!matched) return false;
      looking = false;
      head = &*word;
    }
    if (matched) ++next;
    if (next == wanted.end() && rule == Heads::until_found) break;
  }
  return next == wanted.end();
}

bool names_a_thing(const std::vector<const WordClass*>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [](const WordClass* c) { return (c->any & heads) != 0; });
}

std::optional<Fit> fit(const Compiled& c, const Around& around, const Before& before) {
  if (c.topic != nullptr && !belongs(before.topic, *c.topic)) return {};
  if (c.passage != nullptr && !belongs(before.proceedings, *c.passage)) return {};
  const bool ahead = names_a_thing(c.lead), behind = names_a_thing(c.tail);
  const bool open_tail = ahead || (!behind && (around.lead_senses & closing));
  const Hit *head = nullptr, *tail_head = nullptr;
  const Heads in_lead = behind && !c.lead.empty() ? Heads::until_found : Heads::first_is_asked_for;
  if (!fits(around.lead.rbegin(), around.lead.rend(), c.lead, in_lead, head)) return {};
  // 46件办结件中部分公开27件: what stands behind 中 is another matter.
  const bool whole = c.tail.size() == 1 && (c.tail.front()->any & these);
  const Heads in_tail = open_tail ? Heads::ignored : whole ? Heads::until_found : Heads::first_is_asked_for;
  if (!fits(around.tail.begin(), around.tail.end(), c.tail, in_tail, tail_head)) return {};
  return Fit{c.frame, head != nullptr ? head : tail_head, head == nullptr && tail_head != nullptr};
}

}  // namespace

std::vector<Fit> best_frames(const Around& around, const Before& before) {
  std::vector<Fit> best;
  int most = 0;
  for (const Compiled& c : table()) {
    if (c.asks < most) continue;
    const auto found = fit(c, around, before);
    if (!found) continue;
    if (c.asks > most) best.clear();
    most = c.asks;
    best.push_back(*found);
  }
  return best;
}

std::vector<const Frame*> all_frames() {
  std::vector<const Frame*> out;
  for (const Frame& frame : frames) out.push_back(&frame);
  return out;
}

}  // namespace nianbao::prose
