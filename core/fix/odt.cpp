// Tracked changes in an ODF text: what is corrected goes into a region of <text:tracked-changes>, with a mark
// at its place; what stands there then lies between two marks.
#include <algorithm>
#include <map>

#include "base/matching.h"
#include "base/unicode.h"
#include "base/xml_escape.h"
#include "fix/fix.h"
#include "fix/xml_outline.h"
#include "output/package_copy.h"

namespace nianbao {
namespace {

constexpr int none = XmlElement::none;

class Changes {
 public:
  Changes(const XmlOutline& outline, const Document& document, const FixOptions& options)
      : part_(outline), document_(document), options_(options), sources_({&outline}, document) {
    body_ = part_.first("text");
    for (std::size_t i = 0; i < part_.elements().size(); ++i)  // office:text, not a text:… of that name
      if (part_.elements()[i].name == "text" && part_.elements()[i].parent != none &&
          part_[part_.elements()[i].parent].name == "body") {
        body_ = static_cast<int>(i);
        break;
      }
    while (part_.xml().find(id_) != std::string_view::npos) id_ += "x";
  }

  bool make(const Correction& c) {
    if (body_ == none) return false;
    if (c.range.empty()) return insert(c);
    const std::vector<XmlSegment> pieces = sources_.segments(c.range);
    std::uint32_t at = c.range.begin;
    for (const XmlSegment& piece : pieces) {
      if (piece.text.begin != at || !changeable(piece)) return false;
      at = piece.text.end;
    }
    if (at != c.range.end) return false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::size_t from = sources_.byte(pieces[i], pieces[i].unit),
                        to = sources_.byte(pieces[i], pieces[i].unit + pieces[i].text.size());
      const bool last = i + 1 == pieces.size();
      std::string with;
      if (!options_.plain) with = deletion(pieces[i], part_.xml().substr(from, to - from));
      if (last && !c.new_text.empty()) with += inserted(prefix(pieces[i]), c.new_text);
      edits_.replace(from, to, std::move(with));
    }
    as_text_cell(part_.characters()[pieces.front().characters].element);
    return true;
  }

  bool write(std::string& out) {
    if (!regions_.empty()) announce();
    return edits_.apply(part_.xml(), out);
  }

 private:
  std::string prefix(const XmlSegment& s) const {
    return std::string(part_[paragraph_of(part_.characters()[s.characters].element)].prefix);
  }

  int paragraph_of(int element) const {
    while (element != none && part_[element].name != "p" && part_[element].name != "h")
      element = part_[element].parent;
    return element;
  }

  // Plain text of a paragraph: no field, remark or deleted text, and not protected or repeated.
  bool changeable(const XmlSegment& s) const {
    const int element = part_.characters()[s.characters].element;
    return one_of(part_[element].name, {"p", "h", "span", "a", "meta"}) && paragraph_of(element) != none &&
           !guarded(element);
  }

  bool guarded(int element) const {
    for (; element != none; element = part_[element].parent) {
      const std::string_view name = part_[element].name, tag = part_.tag(element);
      if (one_of(name, {"annotation", "tracked-changes", "ruby-text"})) return true;
      if (one_of(name, {"section", "table-cell", "table"}) &&
          tag.find("protected=\"true\"") != std::string_view::npos)
        return true;
      if (one_of(name, {"table-cell", "table-row"}) &&
          (repeats(tag, "number-columns-repeated") || repeats(tag, "number-rows-repeated")))
        return true;
    }
    return false;
  }

  static bool repeats(std::string_view tag, std::string_view attribute) {
    const std::size_t at = tag.find(attribute);
    return at != std::string_view::npos && tag.substr(at + attribute.size(), 4) != "=\"1\"";
  }

  // --- words -----------------------------------------------------------------------------------------------

  // Blanks in a row, tabs and line ends are elements.
  static std::string content(const std::string& prefix, std::u16string_view text) {
    std::string out;
    std::u16string plain;
    const auto flush = [&] {
      out += xml_escaped(to_utf8(plain));
      plain.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool blank = text[i] == u' ' && (i == 0 || i + 1 == text.size() || text[i - 1] == u' ');
      if (!blank && !one_of(text[i], u"\t\n\u2028")) {
        plain.push_back(text[i]);
        continue;
      }
      flush();
      out += "<" + prefix + (blank ? "s/>" : text[i] == u'\t' ? "tab/>" : "line-break/>");
    }
    flush();
    return out;
  }

  std::string inserted(const std::string& prefix, std::u16string_view text) {
    if (options_.plain) return content(prefix, text);
    const std::string id = region(prefix, "insertion", {});
    return "<" + prefix + "change-start " + prefix + "change-id=\"" + id + "\"/>" + content(prefix, text) +
           "<" + prefix + "change-end " + prefix + "change-id=\"" + id + "\"/>";
  }

  // The words as they stand, in the spans that give them their look, for those who reject the change.
  std::string deletion(const XmlSegment& s, std::string_view raw) {
    std::string before, behind;
    const int paragraph = paragraph_of(part_.characters()[s.characters].element);
    for (int e = part_.characters()[s.characters].element; e != paragraph; e = part_[e].parent) {
      if (part_[e].name != "span") continue;
      before = std::string(part_.tag(e)) + before;
      behind += "</" + std::string(part_[e].prefix) + "span>";
    }
    const std::string p(part_[paragraph].prefix);
    const std::string_view style = attribute(paragraph, "style-name");
    std::string open = "<" + p + "p";
    if (!style.empty()) open += " " + p + "style-name=\"" + std::string(style) + "\"";
    const std::string id =
        region(p, "deletion", open + ">" + before + std::string(raw) + behind + "</" + p + "p>");
    return "<" + p + "change " + p + "change-id=\"" + id + "\"/>";
  }

  std::string_view attribute(int element, std::string_view name) const {
    XmlTag tag;
    XmlTags(part_.xml(), part_[element].begin).next(tag);
    return attribute_in(part_.xml(), tag, name);
  }

  std::string region(const std::string& p, const char* kind, const std::string& deleted) {
    const std::string id = id_ + std::to_string(++count_), office(part_[body_].prefix);
    // The format wants a date, and LibreOffice knows no change without one. This is what it writes itself
    // where no date is told.
    const std::string date =
        "<dc:date>" + (options_.date ? change_date(options_) : "1970-01-01T00:00:00") + "</dc:date>";
    regions_ += "<" + p + "changed-region xml:id=\"" + id + "\" " + p + "id=\"" + id + "\"><" + p + kind +
                "><" + office + "change-info xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>" +
                to_utf8(corrector) + "</dc:creator>" + date + "</" + office + "change-info>" + deleted +
                "</" + p + kind + "></" + p + "changed-region>";
    text_prefix_ = p;
    return id;
  }

  // The regions, where the schema has them: behind the forms, before declarations and text.
  void announce() {
    const int known = part_.child(body_, "tracked-changes");
    if (known != none && !part_[known].empty) return edits_.insert(part_[known].close, regions_);
    const std::string all = "<" + text_prefix_ + "tracked-changes " + text_prefix_ +
                            "track-changes=\"false\">" + regions_ + "</" + text_prefix_ + "tracked-changes>";
    if (known != none) return edits_.replace(part_[known].begin, part_[known].end, all);
    const int forms = part_.child(body_, "forms");
    edits_.insert(forms == none ? part_[body_].inside : part_[forms].end, all);
  }

  // --- inserting -------------------------------------------------------------------------------------------

  bool insert(const Correction& c) {
    if (const std::uint32_t cell = blank_cell_at(document_, c.range.begin); cell != no_source)
      return insert_into_cell(cell, c.new_text);
    const XmlSegment* found = sources_.beside(c.range.begin);
    if (found == nullptr || !changeable(*found)) return false;
    edits_.insert(sources_.byte(*found, found->unit + (c.range.begin - found->text.begin)),
                  inserted(prefix(*found), c.new_text));
    as_text_cell(part_.characters()[found->characters].element);
    return true;
  }

  bool insert_into_cell(std::uint32_t source, const std::u16string& text) {
    const int cell = part_.at(source);
    if (cell == none || part_[cell].name != "table-cell" || part_[cell].empty || guarded(cell)) return false;
    for (std::size_t i = static_cast<std::size_t>(cell) + 1;
         i < part_.elements().size() && part_.elements()[i].begin < part_[cell].end; ++i) {
      const XmlElement& p = part_.elements()[i];
      if (p.name != "p" || part_.ancestor(static_cast<int>(i), "table-cell") != cell) continue;
      const std::string prefix(p.prefix), with = inserted(prefix, text);
      if (p.empty) edits_.replace(p.inside - 2, p.inside, ">" + with + "</" + prefix + "p>");
      else if (const int span = part_.child(static_cast<int>(i), "span"); span != none && !part_[span].empty)
        edits_.insert(part_[span].inside, with);
      else edits_.insert(p.close, with);
      as_text_cell(static_cast<int>(i));
      return true;
    }
    return false;
  }

  // A cell that repeats its number as a value would show that value again.
  void as_text_cell(int element) {
    const int cell = part_.ancestor(element, "table-cell");
    if (cell == none || part_.tag(cell).find("value") == std::string_view::npos ||
        !text_cells_.emplace(cell, true).second)
      return;
    const std::string_view tag = part_.tag(cell);
    for (std::size_t at = tag.find(' '); at != std::string_view::npos;) {
      const std::size_t equals = tag.find('=', at);
      if (equals == std::string_view::npos) break;
      const std::size_t quote = tag.find_first_of("\"'", equals);
      const std::size_t end = quote == std::string_view::npos ? quote : tag.find(tag[quote], quote + 1);
      if (end == std::string_view::npos) break;
      std::string_view name = tag.substr(at + 1, equals - at - 1);
      name.remove_prefix(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
      if (one_of(name, {"value", "value-type", "string-value", "formula"}))
        edits_.replace(part_[cell].begin + at, part_[cell].begin + end + 1, {});
      at = tag.find(' ', end);
    }
  }

  const XmlOutline& part_;
  const Document& document_;
  const FixOptions& options_;
  const XmlSources sources_;
  ByteEdits edits_;
  std::map<int, bool> text_cells_;
  std::string regions_, text_prefix_, id_ = "nianbao";
  int body_ = none, count_ = 0;
};

}  // namespace

Text odt_forbids_change(std::string_view bytes) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  return zip && zip.value().find("META-INF/documentsignatures.xml") != nullptr ? file_is_signed() : Text();
}

Fixed fix_odt(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
              const FixOptions& options) {
  const bool packed = bytes.substr(0, 2) == "PK";
  const Result<ZipFile> zip = packed ? ZipFile::open(bytes) : Result<ZipFile>(Error{ErrorCode::damaged});
  std::string xml(bytes);
  if (packed) {
    if (!zip) return {};
    xml = PackageCopy(zip.value()).part("content.xml");
  }
  const XmlOutline outline(xml);
  Changes changes(outline, document, options);
  for (const Correction& c : all)
    if (!changes.make(c)) return {{}, cannot_stand_there(c)};
  std::string changed;
  if (!changes.write(changed)) return {};
  if (!packed) return {std::move(changed), {}};
  PackageCopy package(zip.value());
  package.put(name_in(zip.value(), "content.xml"), std::move(changed));
  return {package.write(), {}};
}

}  // namespace nianbao
