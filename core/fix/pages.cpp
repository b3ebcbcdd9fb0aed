// Corrections in web pages and plain text, whose places are units of the decoded file.
#include <algorithm>

#include "base/encode.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "base/xml_escape.h"
#include "fix/fix.h"
#include "fix/xml_outline.h"

namespace nianbao {
namespace {

// A stretch of the document's text and where it stands in the file: unit by unit, or one character for a
// whole reference.
struct Stretch {
  Range text, source;
  bool reference = false;
};

bool same(char16_t text, char16_t source, bool markup) {
  if (text == source) return !markup || (text != u'<' && text != u'&');
  return is_space(text) && is_space(source) && text != u'\n';
}

// "&nbsp;" at `at`; 0 where none stands.
std::uint32_t reference_at(std::u16string_view page, std::size_t at) {
  constexpr std::size_t longest = 40;
  if (at >= page.size() || page[at] != u'&') return 0;
  const std::size_t end = page.substr(at, longest).find(u';');
  return end == std::u16string_view::npos ? 0 : static_cast<std::uint32_t>(end + 1);
}

class File {
 public:
  File(std::string_view bytes, const Document& document, bool markup)
      : bytes_(bytes), document_(document), markup_(markup) {
    Result<Decoded> decoded = decode(bytes, {}, document.encoding);
    if (!decoded) return;
    text_ = std::move(decoded.value().text);
    offsets_ = byte_offsets(bytes, document.encoding);
    readable_ = offsets_.size() == text_.size() + 1;
    for (std::size_t i = 0; readable_ && i < document.anchors.size(); ++i) match(i);
  }

  bool readable() const { return readable_; }
  const std::u16string& text() const { return text_; }

  // The places of the text, those that follow each other joined; none where some of it has no place.
  std::vector<Range> sources(Range place) const {
    std::vector<Range> out;
    std::uint32_t at = place.begin;
    auto s = std::upper_bound(stretches_.begin(), stretches_.end(), place.begin,
                              [](std::uint32_t p, const Stretch& x) { return p < x.text.end; });
    for (; s != stretches_.end() && s->text.begin < place.end; ++s) {
      const Range cut{std::max(place.begin, s->text.begin), std::min(place.end, s->text.end)};
      if (cut.begin != at || (s->reference && cut != s->text)) return {};
      at = cut.end;
      const std::uint32_t from = s->source.begin + (cut.begin - s->text.begin);
      const Range source = s->reference ? s->source : Range{from, from + cut.size()};
      if (!out.empty() && out.back().end == source.begin) out.back().end = source.end;
      else out.push_back(source);
    }
    return at == place.end ? out : std::vector<Range>{};
  }

  // Where something can be put in at `at`; no_source where the text there has no place.
  std::uint32_t beside(std::uint32_t at) const {
    const auto s = std::lower_bound(stretches_.begin(), stretches_.end(), at,
                                    [](const Stretch& x, std::uint32_t p) { return x.text.end < p; });
    if (s == stretches_.end() || s->text.begin > at) return no_source;
    if (at == s->text.end) return s->source.end;
    return s->reference ? s->source.begin : s->source.begin + (at - s->text.begin);
  }

  void replace(Range source, std::string with) {
    edits_.replace(offsets_[source.begin], offsets_[source.end], std::move(with));
  }
  bool write(std::string& out) { return edits_.apply(bytes_, out); }

 private:
  void match(std::size_t i) {
    const auto& anchors = document_.anchors;
    const std::size_t next = i + 1 < anchors.size() ? anchors[i + 1].text : document_.text.size();
    std::uint32_t n = 0;
    while (anchors[i].text + n < next && anchors[i].source + n < text_.size() &&
           same(document_.text[anchors[i].text + n], text_[anchors[i].source + n], markup_))
      ++n;
    const std::uint32_t text = anchors[i].text + n, source = anchors[i].source + n;
    if (n > 0) stretches_.push_back({{anchors[i].text, text}, {anchors[i].source, source}});
    const std::uint32_t length = markup_ && text < next ? reference_at(text_, source) : 0;
    if (length == 0) return;
    const std::size_t end = text + ((document_.text[text] & 0xFC00) == 0xD800 ? 2 : 1);
    stretches_.push_back(
        {{text, static_cast<std::uint32_t>(std::min(next, end))}, {source, source + length}, true});
  }

  const std::string_view bytes_;
  const Document& document_;
  const bool markup_;
  bool readable_ = false;
  std::u16string text_;
  std::vector<std::uint32_t> offsets_;
  std::vector<Stretch> stretches_;
  ByteEdits edits_;
};

std::u16string reference(char32_t c) {
  constexpr std::u16string_view hex = u"0123456789ABCDEF";
  std::u16string digits;
  for (; c != 0; c >>= 4) digits.insert(digits.begin(), hex[c & 15]);
  return u"&#x" + digits + u";";
}

// Text for a page, in its encoding; what that does not have as references.
std::string markup(std::u16string_view text, const std::string& encoding) {
  std::u16string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool pair = (c & 0xFC00) == 0xD800 && i + 1 < text.size();
    if (pair) c = ((c - 0xD800) << 10) + (text[++i] - 0xDC00) + 0x10000;
    const std::u16string_view unit = text.substr(i - (pair ? 1 : 0), pair ? 2 : 1);
    if (c == u'\n' || c == 0x2028) safe += u"<br>";
    else if (c == u'<' || c == u'>' || c == u'&' || c == u'"' || !encode(unit, encoding))
      safe += reference(c);
    else safe += unit;
  }
  return encode(safe, encoding).value_or(std::string());
}

class Page {
 public:
  Page(File& file, const Document& document, const FixOptions& options)
      : file_(file), document_(document), options_(options) {}

  bool make(const Correction& c) {
    if (c.range.empty()) return insert(c);
    const std::vector<Range> sources = file_.sources(c.range);
    if (sources.empty()) return false;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const std::u16string_view old =
          std::u16string_view(file_.text()).substr(sources[i].begin, sources[i].size());
      std::string with;
      if (options_.plain) with = i == 0 ? in_page(c.new_text) : std::string();
      else
        with = mark(u"del") + encoded(old) + end(u"del") +
               (i + 1 == sources.size() ? inserted(c.new_text) : std::string());
      file_.replace(sources[i], std::move(with));
    }
    return true;
  }

 private:
  std::string encoded(std::u16string_view text) const {
    return encode(text, document_.encoding).value_or(std::string());
  }
  std::string in_page(std::u16string_view text) const { return markup(text, document_.encoding); }

  std::string mark(std::u16string_view name) const {
    std::string out = encoded(u"<" + std::u16string(name) + u" title=\"") + in_page(corrector);
    if (options_.date) out += encoded(u"\" datetime=\"" + from_utf8(change_date(options_).substr(0, 10)));
    return out + encoded(u"\">");
  }
  std::string end(std::u16string_view name) const { return encoded(u"</" + std::u16string(name) + u">"); }

  std::string inserted(std::u16string_view text) const {
    if (text.empty() || options_.plain) return in_page(text);
    return mark(u"ins") + in_page(text) + end(u"ins");
  }

  bool insert(const Correction& c) {
    std::uint32_t at = blank_cell_at(document_, c.range.begin);
    at = at == no_source ? file_.beside(c.range.begin) : inside(at);
    if (at == no_source) return false;
    file_.replace({at, at}, inserted(c.new_text));
    return true;
  }

  // Behind the tags that give a blank cell its look: <td>|<p><span>.
  std::uint32_t inside(std::uint32_t at) const {
    const std::u16string& page = file_.text();
    for (std::uint32_t here = at;;) {
      while (here < page.size() &&
             (page[here] == u' ' || page[here] == u'\t' || page[here] == u'\r' || page[here] == u'\n'))
        ++here;
      if (here >= page.size() || page[here] != u'<') return at;
      const std::size_t close = page.find(u'>', here);
      if (close == std::u16string::npos || page[close - 1] == u'/') return at;
      std::u16string name = page.substr(here + 1, page.find_first_of(u" \t\r\n>", here) - here - 1);
      for (char16_t& c : name)
        if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c | 0x20);
      if (!one_of(name, {u"p", u"span", u"font", u"b", u"strong", u"div", u"o:p", u"center"})) return at;
      at = here = static_cast<std::uint32_t>(close + 1);
    }
  }

  File& file_;
  const Document& document_;
  const FixOptions& options_;
};

}  // namespace

Fixed fix_html(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions& options) {
  File file(bytes, document, true);
  if (!file.readable()) return {};
  Page page(file, document, options);
  for (const Correction& c : all)
    if (!page.make(c)) return {{}, cannot_stand_there(c)};
  Fixed out;
  if (!file.write(out.bytes)) return {};
  return out;
}

Fixed fix_text(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions&) {
  File file(bytes, document, false);
  if (!file.readable()) return {};
  for (const Correction& c : all) {
    const auto text = encode(c.new_text, document.encoding);
    if (!text)
      return {{},
              say(u"文件的编码（{0}）里没有{1}中的字，没有改。",
                  u"The encoding of the file ({0}) lacks characters of {1}; nothing was changed.",
                  {Text(from_utf8(document.encoding)), Text(u"“" + c.new_text + u"”")})};
    const std::uint32_t at = c.range.empty() ? file.beside(c.range.begin) : no_source;
    std::vector<Range> sources = file.sources(c.range);
    if (at != no_source) sources = {{at, at}};
    if (sources.empty()) return {{}, cannot_stand_there(c)};
    for (std::size_t i = 0; i < sources.size(); ++i) file.replace(sources[i], i == 0 ? *text : std::string());
  }
  Fixed out;
  if (!file.write(out.bytes)) return {};
  return out;
}

}  // namespace nianbao
