#include "narrative/around.h"

#include <algorithm>

namespace nianbao::prose {

void add_hits(const Sentence& sentence, std::uint32_t clause, std::uint32_t from, std::uint32_t to,
              std::vector<Hit>& out) {
  auto hit = std::lower_bound(sentence.hits.begin(), sentence.hits.end(), from,
                              [](const Hit& h, std::uint32_t at) { return h.begin < at; });
  for (; hit != sentence.hits.end() && hit->begin < to; ++hit)
    if (hit->clause == clause) out.push_back(*hit);
}

bool has_numeral(const Sentence& sentence, std::uint32_t clause) {
  const Clause& c = sentence.clauses[clause];
  auto n = std::lower_bound(sentence.numerals.begin(), sentence.numerals.end(), c.begin,
                            [](const Numeral& numeral, std::uint32_t at) { return numeral.begin < at; });
  for (; n != sentence.numerals.end() && n->begin < c.end; ++n)
    if (n->clause == clause) return true;
  return false;
}

Senses senses_of(const std::vector<Hit>& hits) {
  Senses all_senses = 0;
  for (const Hit& hit : hits) all_senses |= hit.senses;
  return all_senses;
}

namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr int clauses_back = 2;  // 全年收到政府信息公开申请，经统计，共12件

class WordsAround {
 public:
  WordsAround(const Sentence& sentence, std::size_t numeral)
      : sentence_(sentence),
        index_(numeral),
        numeral_(sentence.numerals[numeral]),
        clause_(sentence.clauses[numeral_.clause]) {}

  Around gather() {
    const Numeral* before = neighbour(-1);
    const Numeral* behind = neighbour(1);
    out_.begin = before == nullptr ? clause_.begin : before->end;
    add_hits(sentence_, numeral_.clause, out_.begin, numeral_.begin, out_.lead);
    if (before == nullptr && !says_something_behind()) add_clauses_before();
    if (before == nullptr && clause_.opened_by == u'、') add_verb_of_list();
    out_.end = behind == nullptr ? clause_.end : says_something() ? numeral_.end : behind->begin;
    add_hits(sentence_, numeral_.clause, numeral_.end, out_.end, out_.tail);
    out_.lead_senses = senses_of(out_.lead);
    out_.tail_senses = senses_of(out_.tail);
    return std::move(out_);
  }

 private:
  // The next number of the same clause, before (-1) or behind (1); null when there is none.
  const Numeral* neighbour(int step) const {
    const auto count = static_cast<std::ptrdiff_t>(sentence_.numerals.size());
    for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(index_) + step; i >= 0 && i < count; i += step) {
      const Numeral& other = sentence_.numerals[static_cast<std::size_t>(i)];
      if (other.begin < clause_.begin || other.begin >= clause_.end) break;
      if (other.clause == numeral_.clause) return &other;
    }
    return nullptr;
  }

  bool says_something() const { return (senses_of(out_.lead) & (objects | verbs | among)) != 0; }

  bool says_something_behind() const {
    std::vector<Hit> behind;
    add_hits(sentence_, numeral_.clause, numeral_.end, clause_.end, behind);
    return (senses_of(behind) & (objects | verbs | these)) != 0;
  }

  // 新制发规章2件、行政规范性文件14件: the verb goes for the whole list.
  void add_verb_of_list() {
    constexpr Senses listed = document | regulation, done = issue | repeal | in_force;
    if (!(senses_of(out_.lead) & listed) || (senses_of(out_.lead) & (done | verbs | foreign))) return;
    std::vector<Hit> words;
    for (int at = clause_.before; at >= 0; at = sentence_.clauses[static_cast<std::size_t>(at)].before) {
      const auto index = static_cast<std::uint32_t>(at);
      const Clause& clause = sentence_.clauses[index];
      words.clear();
      add_hits(sentence_, index, clause.begin, clause.end, words);
      if (!has_numeral(sentence_, index) || !(senses_of(words) & listed)) return;
      if (clause.opened_by != u'、') break;
    }
    for (const Hit& hit : words)
      if (hit.senses & done) {
        out_.lead.insert(out_.lead.begin(), hit);
        return;
      }
  }

  void add_clauses_before() {
    if (clause_.opened_by != u',' && clause_.opened_by != u':') return;
    int earlier = clause_.before;
    for (int back = 0; back < clauses_back && earlier >= 0 && !says_something(); ++back) {
      const auto index = static_cast<std::uint32_t>(earlier);
      if (has_numeral(sentence_, index)) return;
      const Clause& clause = sentence_.clauses[index];
      std::vector<Hit> words;
      add_hits(sentence_, index, clause.begin, clause.end, words);
      if (!(senses_of(words) & negation)) out_.lead.insert(out_.lead.begin(), words.begin(), words.end());
      out_.begin = clause.begin;
      earlier = clause.before;
    }
  }

  const Sentence& sentence_;
  const std::size_t index_;
  const Numeral& numeral_;
  const Clause& clause_;
  Around out_;
};

}  // namespace

Around around(const Sentence& sentence, std::size_t numeral) {
  return WordsAround(sentence, numeral).gather();
}

}  // namespace nianbao::prose
