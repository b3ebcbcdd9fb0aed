// Remarks in a web page. Everything put in is ASCII (other characters as &#x5E74;), so the page's encoding
// stays what it is, bears a key that the page does not hold, and is one of these forms, which strip() counts
// and knows again, byte for byte:
//   <mark class="nianbao-KEY …>   </mark><!--nianbao KEY-->   <!--nianbao:notes KEY marks
//                                                             hash-->…<!--/nianbao:notes KEY-->
//   <meta data-nianbao-KEY …>   data-nianbao-KEY- before an attribute
// The copy runs nothing and fetches nothing: its own content security policy stands in front of all else, and
// what a policy does not reach (refreshes, connections made ahead) is made an attribute without meaning.
#include <algorithm>
#include <map>

#include "annotate/annotate.h"
#include "annotate/record.h"
#include "base/encode.h"
#include "base/matching.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "input/html_charset.h"
#include "output/to_json.h"
#include "rules/text_patterns.h"

namespace nianbao {
namespace {

constexpr std::u16string_view record_begin = u"<!--nianbao:notes ", record_end = u"-->";

// What bears the key of one copy.
struct Marking {
  explicit Marking(const std::u16string& key)
      : mark_begin(u"<mark class=\"nianbao-" + key + u" "),
        mark_end(u"</mark><!--nianbao " + key + u"-->"),
        meta_begin(u"<meta data-nianbao-" + key + u" "),
        inert(u"data-nianbao-" + key + u"-"),
        notes_end(u"<!--/nianbao:notes " + key + u"-->") {}
  std::u16string mark_begin, mark_end, meta_begin, inert, notes_end;
};

// Nothing runs, nothing is fetched; styles and pictures that stand in the page itself are shown.
constexpr std::u16string_view policy =
    u"http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline';img-src "
    u"data:;font-src "
    u"data:;form-action 'none';base-uri 'none'\">";
constexpr std::u16string_view style =
    u"<style>mark.nianbao{color:inherit;background:#fff0b3;border-bottom:2px solid #b26a00}"
    u"mark.nianbao-error{background:#ffd9d6;border-color:#c62828}mark.nianbao-notice{background:#e3eefc;"
    u"border-color:#3367a8}"
    u"mark.nianbao::after{content:attr(data-nianbao);font:bold 11px "
    u"sans-serif;vertical-align:super;color:#c62828}"
    u".nianbao-notes{all:initial;display:block;margin:2em;padding:1em 1.5em;border:2px solid "
    u"#c62828;background:#fff;color:#222;"
    u"font:15px/1.7 sans-serif}.nianbao-notes *{all:revert}</style>";

std::u16string to_ascii(std::u16string_view text) {
  constexpr std::u16string_view hex = u"0123456789ABCDEF";
  std::u16string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size())
      c = ((c - 0xD800) << 10) + (text[++i] - 0xDC00) + 0x10000;
    if (c >= 0x20 && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '-') {
      out.push_back(static_cast<char16_t>(c));
      continue;
    }
    std::u16string digits;
    for (; c != 0; c >>= 4) digits.insert(digits.begin(), hex[c & 15]);
    out += u"&#x" + digits + u";";
  }
  return out;
}

std::u16string decimal(std::size_t n) {
  const std::string digits = std::to_string(n);
  return std::u16string(digits.begin(), digits.end());
}

// Stretches of the page's text that the places cover, cut where remarks begin or end so that marks do not
// overlap.
class Marks {
 public:
  Marks(const std::u16string& page, const Document& document, const std::vector<Remark>& remarks,
        const Marking& marking)
      : page_(page), document_(document), remarks_(remarks), marking_(marking) {
    for (std::size_t i = 0; i < remarks.size(); ++i)
      for (const Range& place : remarks[i].places) add(place, i);
  }

  // What to put in, by place in the page.
  std::map<std::uint32_t, std::u16string> insertions() const {
    std::map<std::uint32_t, std::u16string> out;
    for (const auto& [at, numbers] : points_) out[at] += open(numbers) + marking_.mark_end;
    std::vector<std::uint32_t> cuts;
    for (const auto& s : stretches_) cuts.insert(cuts.end(), {s.page.begin, s.page.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const std::vector<std::size_t> numbers = covering({cuts[i], cuts[i + 1]});
      if (numbers.empty()) continue;
      out[cuts[i]] += open(numbers);
      out[cuts[i + 1]].insert(0, marking_.mark_end);
    }
    return out;
  }

 private:
  struct Stretch {
    Range page;
    std::size_t remark;
  };

  void add(Range place, std::size_t remark) {
    const auto& anchors = document_.anchors;
    auto next = std::upper_bound(anchors.begin(), anchors.end(), place.begin,
                                 [](std::uint32_t at, const Anchor& a) { return at < a.text; });
    if (next != anchors.begin()) --next;
    bool found = false;
    for (; next != anchors.end() && next->text < place.end; ++next) {
      const std::uint32_t stop =
          next + 1 == anchors.end() ? place.end : std::min(place.end, (next + 1)->text);
      found |= add_stretch(*next, std::max(place.begin, next->text), stop, remark);
    }
    if (!found) add_point(place, remark);
  }

  // As far as page and document agree: what was made by the reader, and character references, end a stretch.
  bool add_stretch(const Anchor& anchor, std::uint32_t begin, std::uint32_t end, std::size_t remark) {
    const std::uint32_t from = anchor.source + (begin - anchor.text);
    std::uint32_t n = 0;
    while (begin + n < end && from + n < page_.size() && same(document_.text[begin + n], page_[from + n]))
      ++n;
    if (n == 0) return false;
    stretches_.push_back({{from, from + n}, remark});
    return true;
  }

  static bool same(char16_t text, char16_t page) {
    return text == page ? text != u'<' && text != u'&' : is_space(text) && is_space(page);
  }

  // A blank cell, or text that cannot be marked: a number alone.
  void add_point(Range place, std::size_t remark) {
    for (const Table& table : document_.tables) {
      if (place.begin < table.range.begin || place.begin > table.range.end) continue;
      const auto cell = std::lower_bound(table.cells.begin(), table.cells.end(), place.begin,
                                         [](const Cell& c, std::uint32_t p) { return c.range.begin < p; });
      if (cell == table.cells.end() || cell->range.begin != place.begin || cell->source == no_source)
        continue;
      points_[cell->source].push_back(remark);
      return;
    }
    const auto& anchors = document_.anchors;
    const auto next = std::lower_bound(anchors.begin(), anchors.end(), place.begin,
                                       [](const Anchor& a, std::uint32_t at) { return a.text < at; });
    if (next != anchors.end()) points_[next->source].push_back(remark);
    else if (!anchors.empty()) points_[anchors.back().source].push_back(remark);
  }

  std::vector<std::size_t> covering(Range page) const {
    std::vector<std::size_t> out;
    for (const Stretch& s : stretches_)
      if (s.page.begin <= page.begin && s.page.end >= page.end &&
          std::count(out.begin(), out.end(), s.remark) == 0)
        out.push_back(s.remark);
    return out;
  }

  std::u16string open(const std::vector<std::size_t>& numbers) const {
    constexpr std::u16string_view classes[] = {u"error", u"warning", u"notice"};
    Severity worst = Severity::notice;
    std::u16string shown, title;
    for (std::size_t i : numbers) {
      worst = std::min(worst, remarks_[i].severity);
      shown += (shown.empty() ? u"[" : u",") + decimal(i + 1);
      title += (title.empty() ? u"" : u"&#xA;") + to_ascii(remarks_[i].lines.front());
    }
    return marking_.mark_begin + u"nianbao nianbao-" + std::u16string(classes[static_cast<int>(worst)]) +
           u"\" data-nianbao=\"" + shown + u"]\" title=\"" + title + u"\">";
  }

  const std::u16string& page_;
  const Document& document_;
  const std::vector<Remark>& remarks_;
  const Marking& marking_;
  std::vector<Stretch> stretches_;
  std::map<std::uint32_t, std::vector<std::size_t>> points_;
};

std::u16string notes(const std::vector<Remark>& remarks, const CopyRecord& record, const Marking& marking,
                     std::optional<Date> date) {
  std::u16string out = std::u16string(record_begin) + written(record) + std::u16string(record_end);
  out += style;
  out += u"<div class=\"nianbao-notes\"><p><b>" + to_ascii(annotator) + u"</b>";
  if (date) out += to_ascii(u"　" + in_words(*date).zh);
  out += u"</p><ol>";
  for (const Remark& remark : remarks) {
    out += u"<li>";
    for (std::size_t i = 0; i < remark.lines.size(); ++i)
      out += (i == 0 ? u"<b>" : u"<br>") + to_ascii(remark.lines[i]) + (i == 0 ? u"</b>" : u"");
    out += u"</li>";
  }
  return out + u"</ol></div>" + marking.notes_end;
}

std::u16string lower(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& c : out)
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c | 0x20);
  return out;
}

bool blank(char16_t c) { return one_of(c, u" \t\r\n\f"); }

// Where the policy stands: in front of everything that could run, behind declarations, in <head> where that
// comes first.
std::size_t place_for_policy(const std::u16string& page) {
  std::size_t at = 0, best = 0;
  while (at < page.size()) {
    while (at < page.size() && blank(page[at])) ++at;
    if (at >= page.size() || page[at] != u'<') return best;
    const std::u16string name = lower(std::u16string_view(page).substr(at, 6));
    const bool comment = name.substr(0, 4) == u"<!--";
    const std::size_t end = comment ? page.find(u"-->", at) : page.find(u'>', at);
    if (end == std::u16string::npos) return best;
    const std::size_t behind = end + (comment ? 3 : 1);
    const bool head =
        name.substr(0, 5) == u"<head" && name.size() == 6 && (name[5] == u'>' || blank(name[5]));
    const bool html = name.substr(0, 5) == u"<html";
    if (!comment && !head && !html && name[1] != u'!' && name[1] != u'?') return best;
    at = behind;
    if (!html) best = behind;
    if (head) return best;
  }
  return best;
}

// Where an attribute begins that must lose its meaning: http-equiv of a refresh, rel of a connection made
// ahead.
std::vector<std::size_t> harmful_attributes(const std::u16string& page) {
  constexpr std::size_t longest_tag = 2000;  // looked at, so that tags without end cost no more
  const std::u16string low = lower(page);
  std::vector<std::size_t> out;
  const auto look = [&](std::u16string_view tag, std::u16string_view attribute,
                        std::initializer_list<std::u16string_view> values) {
    for (std::size_t at = low.find(tag); at != std::u16string::npos; at = low.find(tag, at + 1)) {
      const std::u16string_view near = std::u16string_view(low).substr(at, longest_tag);
      const std::u16string_view inside = near.substr(0, near.find(u'>'));
      const bool meant = std::any_of(values.begin(), values.end(), [&](std::u16string_view value) {
        return inside.find(value) != std::u16string_view::npos;
      });
      if (!meant) continue;
      for (std::size_t a = inside.find(attribute); a != std::u16string_view::npos;
           a = inside.find(attribute, a + 1))
        if (one_of(inside[a - 1], u" \t\r\n\f/\"'")) out.push_back(at + a);
    }
  };
  look(u"<meta", u"http-equiv", {u"refresh", u"&#"});
  look(u"<link", u"rel", {u"dns-prefetch", u"preconnect", u"prerender", u"&#"});
  return out;
}

// In front of the last </body>, else at the end.
std::size_t end_of_body(const std::u16string& page) {
  for (std::size_t at = page.rfind(u"</"); at != std::u16string::npos && at > 0;
       at = page.rfind(u"</", at - 1)) {
    std::u16string name = page.substr(at + 2, 4);
    for (char16_t& c : name) c |= 0x20;
    if (name == u"body") return at;
  }
  return page.size();
}

// Marks of a copy in what is put in, or in the whole: those of places, of attributes, and the policy (which
// is two).
std::size_t marks_in(std::u16string_view text, const Marking& marking) {
  return count_of(text, marking.mark_begin) + count_of(text, marking.inert) +
         count_of(text, marking.meta_begin) / 2;
}

// Takes [from, to] out of `bytes` wherever it stands; how often.
int take_out(std::string& bytes, const std::string& from, const std::string& to) {
  int count = 0;
  std::string out;
  std::size_t at = 0;
  for (std::size_t begin = bytes.find(from); begin != std::string::npos; begin = bytes.find(from, at)) {
    const std::size_t end = to.empty() ? begin + from.size() : bytes.find(to, begin + from.size());
    if (end == std::string::npos) break;
    out.append(bytes, at, begin - at);
    at = end + to.size();
    ++count;
  }
  bytes = out.append(bytes, at, std::string::npos);
  return count;
}

}  // namespace

std::string annotate_html(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks, std::optional<Date> date) {
  const Result<Decoded> decoded = decode(bytes, {}, document.encoding);
  if (!decoded) return {};
  if (remarks.empty()) return std::string(bytes);
  const std::u16string& page = decoded.value().text;
  const std::vector<std::uint32_t> offsets = byte_offsets(bytes, document.encoding);
  if (offsets.size() != page.size() + 1) return {};
  CopyRecord record = new_record(bytes, page);
  const Marking marking(record.key);
  std::map<std::uint32_t, std::u16string> insertions = Marks(page, document, remarks, marking).insertions();
  for (const std::size_t at : harmful_attributes(page))
    insertions[static_cast<std::uint32_t>(at)] += marking.inert;
  for (const auto& [at, text] : insertions) record.marks += marks_in(text, marking);
  record.marks += 1;  // the policy
  insertions[static_cast<std::uint32_t>(place_for_policy(page))].insert(
      0, marking.meta_begin + u"charset=\"" + from_utf8(document.encoding) + u"\">" + marking.meta_begin +
             std::u16string(policy));
  insertions[static_cast<std::uint32_t>(end_of_body(page))] += notes(remarks, record, marking, date);
  std::string out;
  std::size_t at = 0;
  for (const auto& [place, text] : insertions) {
    const std::size_t byte = offsets[std::min<std::size_t>(place, page.size())];
    out.append(bytes, at, byte - at);
    out += encode(text, document.encoding).value_or(std::string());
    at = byte;
  }
  return out.append(bytes.substr(at));
}

Copy strip_html(std::string_view bytes) {
  Copy out{std::string(bytes), {}, 0, {}};
  const Result<Decoded> decoded = decode(bytes, declared_html_charset(bytes));
  if (!decoded) return {{}, problem_text(decoded.error()), 0, {}};
  const std::u16string& page = decoded.value().text;
  const auto coded = [&](std::u16string_view text) {
    return encode(text, decoded.value().encoding).value_or(std::string());
  };
  std::size_t from = 0;
  while (const auto record = find_record(page, record_begin, record_end, from)) {
    const Marking marking(record->key);
    const std::size_t found = marks_in(page, marking), ends = count_of(page, marking.mark_end);
    if (found != record->marks || ends != count_of(page, marking.mark_begin) ||
        count_of(page, marking.notes_end) != 1)
      return {{}, marks_lost(record->marks, found), 0, {}};
    const std::u16string head = std::u16string(record_begin) + written(*record) + std::u16string(record_end);
    take_out(out.bytes, coded(head), coded(marking.notes_end));
    take_out(out.bytes, coded(marking.mark_begin), coded(u">"));
    take_out(out.bytes, coded(marking.meta_begin), coded(u">"));
    take_out(out.bytes, coded(marking.mark_end), {});
    take_out(out.bytes, coded(marking.inert), {});
    out.remarks += static_cast<int>(std::max<std::size_t>(ends, 1));
    if (sha256(out.bytes) != record->sha256) out.note = edited_since();
  }
  return out;
}

}  // namespace nianbao
