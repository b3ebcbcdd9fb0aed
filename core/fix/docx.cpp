// Tracked changes in a docx: what is corrected becomes <w:del>, what stands there then <w:ins>; a run that
// holds more than that is divided, and its pieces keep its properties.
#include <algorithm>
#include <set>

#include "base/matching.h"
#include "base/unicode.h"
#include "base/xml_escape.h"
#include "fix/fix.h"
#include "fix/xml_outline.h"
#include "input/docx_package.h"
#include "output/package_copy.h"

namespace nianbao {
namespace {

constexpr int none = XmlElement::none;

bool is_on(std::string_view value) {
  return value.empty() || value == "1" || value == "true" || value == "on";
}

struct DocxPart {
  std::string name, xml;
};

// In the order in which their bytes count in anchors.
std::vector<DocxPart> parts_with_text(const ZipFile& zip, const PackageCopy& package,
                                      const std::string& main) {
  std::vector<DocxPart> out{{main, package.part(main)}};
  const PackageParts known = package_parts(zip, main);
  for (const char* type : {"footnotes", "endnotes"}) {
    const auto found = known.find(type);
    const std::string name =
        name_in(zip, found != known.end() ? found->second : resolved_part(main, std::string(type) + ".xml"));
    out.push_back({name, package.part(name)});
  }
  return out;
}

// A number that no annotation has: w:id="17".
int highest_id_in(std::string_view xml) {
  constexpr std::string_view attribute = ":id=\"";
  int highest = 0;
  for (std::size_t at = xml.find(attribute); at != std::string_view::npos; at = xml.find(attribute, at + 1)) {
    std::int64_t id = 0;
    for (std::size_t i = at + attribute.size();
         i < xml.size() && xml[i] >= '0' && xml[i] <= '9' && id < 1'000'000'000; ++i)
      id = id * 10 + (xml[i] - '0');
    if (id < 1'000'000'000) highest = std::max(highest, static_cast<int>(id));
  }
  return highest;
}

class Changes {
 public:
  Changes(const std::vector<XmlOutline>& outlines, const Document& document, const FixOptions& options)
      : outlines_(outlines),
        document_(document),
        options_(options),
        sources_(pointers(outlines), document),
        edits_(outlines.size()),
        preserved_(outlines.size()) {
    const int body = outlines_.front().first("body");
    prefix_ = body == none ? std::string("w:") : std::string(outlines_.front()[body].prefix);
    for (const XmlOutline& outline : outlines_)
      next_id_ = std::max(next_id_, highest_id_in(outline.xml()) + 1);
  }

  bool make(const Correction& c) {
    if (c.range.empty()) return insert(c);
    const std::vector<XmlSegment> pieces = joined(sources_.segments(c.range));
    if (!covers(pieces, c.range)) return false;
    for (const XmlSegment& piece : pieces)
      if (piece.part != pieces.front().part || !changeable(piece)) return false;
    replace(pieces, c.new_text);
    if (const std::vector<XmlSegment> twin = twins(pieces); !twin.empty()) replace(twin, c.new_text);
    return true;
  }

  ByteEdits& edits(std::size_t part) { return edits_[part]; }

 private:
  // The text node, its run, and what the run stands in.
  struct Place {
    const XmlOutline& part;
    int text, run, parent;
    std::string open;  // the run's tag and properties
    bool first, last;  // nothing of the run stands before or behind the text node
    bool theirs;       // in an insertion of somebody else
  };

  static std::vector<const XmlOutline*> pointers(const std::vector<XmlOutline>& outlines) {
    std::vector<const XmlOutline*> out;
    for (const XmlOutline& outline : outlines) out.push_back(&outline);
    return out;
  }

  static std::vector<XmlSegment> joined(const std::vector<XmlSegment>& segments) {
    std::vector<XmlSegment> out;
    for (const XmlSegment& s : segments) {
      if (!out.empty() && out.back().part == s.part && out.back().characters == s.characters &&
          out.back().text.end == s.text.begin && out.back().unit + out.back().text.size() == s.unit)
        out.back().text.end = s.text.end;
      else out.push_back(s);
    }
    return out;
  }

  static bool covers(const std::vector<XmlSegment>& pieces, Range place) {
    std::uint32_t at = place.begin;
    for (const XmlSegment& piece : pieces) {
      if (piece.text.begin != at) return false;
      at = piece.text.end;
    }
    return at == place.end;
  }

  Place place(const XmlSegment& s) const {
    const XmlOutline& part = outlines_[s.part];
    const int text = part.characters()[s.characters].element, run = part[text].parent;
    const int properties = part.child(run, "rPr");
    const std::size_t content = properties == none ? part[run].inside : part[properties].end;
    const int parent = part[run].parent;
    return {part,
            text,
            run,
            parent,
            std::string(part.tag(run)) +
                (properties == none ? std::string() : std::string(part.whole(properties))),
            part[text].begin == content,
            part[text].end == part[run].close,
            parent != none && (part[parent].name == "ins" || part[parent].name == "moveTo")};
  }

  bool is_word(const XmlOutline& part, int element, std::string_view name) const {
    return element != none && part[element].name == name && part[element].prefix == prefix_;
  }

  // Plain text of a run that stands where runs may be inserted and deleted.
  bool changeable(const XmlSegment& s) const {
    const XmlOutline& part = outlines_[s.part];
    const XmlCharacters& characters = part.characters()[s.characters];
    const int text = characters.element;
    if (!is_word(part, text, "t") || !is_word(part, part[text].parent, "r")) return false;
    if (part[text].inside != characters.begin || part[text].close != characters.end)
      return false;  // a comment in the text
    const int parent = part[part[text].parent].parent;
    return parent != none &&
           one_of(part[parent].name, {"p", "hyperlink", "smartTag", "sdtContent", "fldSimple", "ins",
                                      "moveTo", "customXml", "dir", "bdo"}) &&
           !bound_or_locked(part, parent);
  }

  static bool bound_or_locked(const XmlOutline& part, int element) {
    for (; element != none; element = part[element].parent) {
      if (part[element].name != "sdt") continue;
      const int properties = part.child(element, "sdtPr");
      if (properties == none) continue;
      if (part.child(properties, "dataBinding") != none) return true;
      const int lock = part.child(properties, "lock");
      if (lock != none && part.tag(lock).find("ontentLocked") != std::string_view::npos) return true;
    }
    return false;
  }

  // --- words -----------------------------------------------------------------------------------------------

  std::string tag(const char* name) const { return "<" + prefix_ + name; }
  std::string closing(const char* name) const { return "</" + prefix_ + name + ">"; }
  std::string text_tag(const char* name) const { return tag(name) + " xml:space=\"preserve\">"; }

  std::string change(const char* name) {
    std::string out = tag(name) + " " + prefix_ + "id=\"" + std::to_string(next_id_++) + "\" " + prefix_ +
                      "author=\"" + to_utf8(corrector) + "\"";
    if (options_.date) out += " " + prefix_ + "date=\"" + change_date(options_) + "Z\"";
    return out + ">";
  }

  // The text as elements of a run: <w:t>…</w:t><w:br/>…
  std::string content(std::u16string_view text) const {
    std::string out;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(u"\t\n\u2028"), text.size());
      if (end > 0) out += text_tag("t") + xml_escaped(to_utf8(text.substr(0, end))) + closing("t");
      if (end < text.size()) out += tag(text[end] == u'\t' ? "tab" : "br") + "/>";
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }

  std::string inserted(const std::string& open, std::u16string_view text) {
    if (options_.plain) return open + content(text) + closing("r");
    return change("ins") + open + content(text) + closing("r") + closing("ins");
  }

  // An insertion of somebody else that goes on behind ours, under a number of its own.
  std::string reopened(const Place& at) {
    std::string out(at.part.tag(at.parent));
    const std::string attribute = prefix_ + "id=\"";
    if (const std::size_t id = out.find(attribute); id != std::string::npos) {
      const std::size_t begin = id + attribute.size(), end = out.find('"', begin);
      if (end != std::string::npos) out.replace(begin, end - begin, std::to_string(next_id_++));
    }
    return out;
  }
  std::string closed(const Place& at) const {
    return closing(at.part[at.parent].name == "ins" ? "ins" : "moveTo");
  }

  // --- replacing -------------------------------------------------------------------------------------------

  void replace(const std::vector<XmlSegment>& pieces, const std::u16string& text) {
    const std::string open = place(pieces.front()).open;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (options_.plain) replace_plainly(pieces[i], i == 0 ? text : std::u16string());
      else track(pieces[i], open, i + 1 == pieces.size() ? text : std::u16string());
    }
  }

  void replace_plainly(const XmlSegment& s, const std::u16string& text) {
    const Place at = place(s);
    std::string with;
    if (text.find_first_of(u"\t\n\u2028") == std::u16string::npos) with = xml_escaped(to_utf8(text));
    else with = closing("t") + content(text) + text_tag("t");
    if (!text.empty() && (is_space(text.front()) || is_space(text.back()))) preserve(s.part, at);
    edits_[s.part].replace(sources_.byte(s, s.unit), sources_.byte(s, s.unit + s.text.size()),
                           std::move(with));
  }

  // Blanks at the ends of a divided text would be lost otherwise.
  void preserve(std::size_t part, const Place& at) {
    if (at.part.tag(at.text).find("preserve") != std::string_view::npos ||
        !preserved_[part].insert(at.text).second)
      return;
    edits_[part].replace(at.part[at.text].begin, at.part[at.text].inside, text_tag("t"));
  }

  // `text` is put in behind what is deleted, in the look of `open`.
  void track(const XmlSegment& s, const std::string& open, const std::u16string& text) {
    const Place at = place(s);
    const XmlCharacters& characters = at.part.characters()[s.characters];
    const std::size_t from = sources_.byte(s, s.unit), to = sources_.byte(s, s.unit + s.text.size());
    const bool rest = s.unit + s.text.size() < characters.text.size();
    std::size_t begin = at.part[at.run].begin, end = at.part[at.run].end;
    std::string before, behind;
    if (s.unit > 0) {
      begin = from;
      before = closing("t") + closing("r");
      if (is_space(characters.text[s.unit - 1])) preserve(s.part, at);
    } else if (!at.first) {
      begin = at.part[at.text].begin;
      before = closing("r");
    }
    if (rest || !at.last) {
      end = rest ? to : at.part[at.text].end;
      behind = at.open + (rest ? text_tag("t") : std::string());
    }
    std::string with = before + change("del") + at.open + text_tag("delText") +
                       std::string(at.part.xml().substr(from, to - from)) + closing("delText") +
                       closing("r") + closing("del");
    if (at.theirs && !text.empty()) {
      with += closed(at) + inserted(open, text);
      if (behind.empty() && end == at.part[at.parent].close) end = at.part[at.parent].end;
      else with += reopened(at);
    } else if (!text.empty()) {
      with += inserted(open, text);
    }
    edits_[s.part].replace(begin, end, with + behind);
  }

  // --- inserting -------------------------------------------------------------------------------------------

  bool insert(const Correction& c) {
    const std::uint32_t cell = blank_cell_at(document_, c.range.begin);
    if (cell != no_source) return insert_into_cell(cell, c.new_text);
    const XmlSegment* found = sources_.beside(c.range.begin);
    if (found == nullptr) return false;
    XmlSegment s = *found;
    s.unit += c.range.begin - s.text.begin;
    s.text = c.range;
    if (!changeable(s)) return false;
    insert_beside(s, c.new_text);
    if (const std::vector<XmlSegment> twin = twins({s}); !twin.empty())
      insert_beside(twin.front(), c.new_text);
    return true;
  }

  void insert_beside(const XmlSegment& s, const std::u16string& text) {
    const Place at = place(s);
    const std::size_t size = at.part.characters()[s.characters].text.size();
    const bool at_begin = s.unit == 0 && at.first, at_end = s.unit == size && at.last;
    if (at_begin || at_end) {
      std::size_t byte = at_begin ? at.part[at.run].begin : at.part[at.run].end;
      std::string with = inserted(at.open, text);
      if (at.theirs && !options_.plain) {
        if (byte == at.part[at.parent].inside) byte = at.part[at.parent].begin;
        else if (byte == at.part[at.parent].close) byte = at.part[at.parent].end;
        else with = closed(at) + with + reopened(at);
      }
      edits_[s.part].insert(byte, std::move(with));
      return;
    }
    std::string with = inserted(at.open, text);
    if (at.theirs && !options_.plain) with = closed(at) + with + reopened(at);
    const auto& characters = at.part.characters()[s.characters];
    if (s.unit > 0 && is_space(characters.text[s.unit - 1])) preserve(s.part, at);
    edits_[s.part].insert(sources_.byte(s, s.unit),
                          closing("t") + closing("r") + with + at.open + text_tag("t"));
  }

  bool insert_into_cell(std::uint32_t source, const std::u16string& text) {
    const XmlSources::Place where = sources_.place(source);
    if (where.part >= outlines_.size()) return false;
    const XmlOutline& part = outlines_[where.part];
    const int cell = part.at(where.byte);
    if (!is_word(part, cell, "tc")) return false;
    int paragraph = none;
    for (std::size_t i = static_cast<std::size_t>(cell) + 1;
         i < part.elements().size() && part.elements()[i].begin < part[cell].end; ++i) {
      const int element = static_cast<int>(i);
      if (is_word(part, element, "p") && part.ancestor(element, "tc") == cell) {
        paragraph = element;
        break;
      }
    }
    if (paragraph == none || bound_or_locked(part, paragraph)) return false;
    const std::string with = inserted(tag("r") + ">" + run_properties(part, cell, paragraph), text);
    const XmlElement& p = part[paragraph];
    if (p.empty) edits_[where.part].replace(p.inside - 2, p.inside, ">" + with + closing("p"));
    else edits_[where.part].insert(p.close, with);
    return true;
  }

  // How the cell's characters look: as its paragraph mark says, else as its empty run or a number of its row
  // does.
  std::string run_properties(const XmlOutline& part, int cell, int paragraph) const {
    if (const int own = part.child(paragraph, "pPr"); own != none) {
      if (const int mark = part.child(own, "rPr"); mark != none && !part[mark].empty)
        return without_marks(part, mark);
    }
    if (const int run = part.child(paragraph, "r"); run != none) {
      const int properties = part.child(run, "rPr");
      if (properties != none) return std::string(part.whole(properties));
    }
    const int row = part.ancestor(cell, "tr");
    if (row == none) return {};
    for (const XmlCharacters& c : part.characters()) {
      if (c.begin < part[row].begin || c.text.empty() || !is_digit(c.text.front())) continue;
      if (c.begin >= part[row].end) break;
      const int run = part.ancestor(c.element, "r");
      const int properties = run == none ? none : part.child(run, "rPr");
      if (properties != none) return std::string(part.whole(properties));
    }
    return {};
  }

  // Of a paragraph mark: whether it was inserted or deleted is nothing that a run can have.
  std::string without_marks(const XmlOutline& part, int properties) const {
    std::string out(part.tag(properties));
    const XmlElement& all = part[properties];
    for (std::size_t i = static_cast<std::size_t>(properties) + 1;
         i < part.elements().size() && part.elements()[i].begin < all.close; ++i) {
      const XmlElement& e = part.elements()[i];
      if (e.parent == properties && !one_of(e.name, {"ins", "del", "moveFrom", "moveTo", "rPrChange"}))
        out += part.whole(static_cast<int>(i));
    }
    return out + std::string(part.xml().substr(all.close, all.end - all.close));
  }

  // --- the other branch of mc:AlternateContent: the same words, for programs that know no better -----------

  std::vector<XmlSegment> twins(const std::vector<XmlSegment>& pieces) const {
    const XmlOutline& part = outlines_[pieces.front().part];
    int branch = part.characters()[pieces.front().characters].element;
    while (branch != none &&
           (part[branch].parent == none || part[part[branch].parent].name != "AlternateContent"))
      branch = part[branch].parent;
    if (branch == none) return {};
    const int alternatives = part[branch].parent;
    int other = none;
    for (std::size_t i = static_cast<std::size_t>(alternatives) + 1;
         i < part.elements().size() && part.elements()[i].begin < part[alternatives].end; ++i)
      if (part.elements()[i].parent == alternatives && static_cast<int>(i) != branch)
        other = static_cast<int>(i);
    if (other == none) return {};
    const std::vector<std::size_t> mine = texts_in(part, branch), theirs = texts_in(part, other);
    if (mine.size() != theirs.size()) return {};
    std::vector<XmlSegment> out;
    for (XmlSegment piece : pieces) {
      const auto at = std::find(mine.begin(), mine.end(), piece.characters);
      if (at == mine.end()) return {};
      const std::size_t twin = theirs[static_cast<std::size_t>(at - mine.begin())];
      if (part.characters()[twin].text != part.characters()[piece.characters].text) return {};
      piece.characters = twin;
      if (!changeable(piece)) return {};
      out.push_back(piece);
    }
    return out;
  }

  static std::vector<std::size_t> texts_in(const XmlOutline& part, int element) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < part.characters().size(); ++i) {
      const XmlCharacters& c = part.characters()[i];
      if (c.begin >= part[element].begin && c.end <= part[element].end && part[c.element].name == "t")
        out.push_back(i);
    }
    return out;
  }

  const std::vector<XmlOutline>& outlines_;
  const Document& document_;
  const FixOptions& options_;
  const XmlSources sources_;
  std::vector<ByteEdits> edits_;          // by part
  std::vector<std::set<int>> preserved_;  // by part: text elements whose tag was written anew
  std::string prefix_;
  int next_id_ = 1;
};

}  // namespace

Text docx_forbids_change(std::string_view bytes, const FixOptions& options) {
  const Result<ZipFile> opened = ZipFile::open(bytes);
  if (!opened) return {};
  const ZipFile& zip = opened.value();
  for (const ZipFile::Entry& entry : zip.entries())
    if (entry.name.rfind("_xmlsignatures/", 0) == 0) return file_is_signed();
  const std::string main = name_in(zip, docx_main_part(zip));
  const PackageParts known = package_parts(zip, main);
  const auto found = known.find("settings");
  const std::string settings =
      PackageCopy(zip).part(found != known.end() ? found->second : resolved_part(main, "settings.xml"));
  XmlTag tag;
  for (XmlTags tags(settings); tags.next(tag);) {
    const bool protects =
        (tag.name == "documentProtection" && is_on(attribute_in(settings, tag, "enforcement")) &&
         settings.substr(tag.begin, tag.end - tag.begin).find("enforcement") != std::string::npos &&
         (options.plain || attribute_in(settings, tag, "edit") != "trackedChanges")) ||
        (tag.name == "writeProtection" &&
         !(attribute_in(settings, tag, "hash").empty() && attribute_in(settings, tag, "hashValue").empty()));
    if (protects)
      return say(u"文件设了限制编辑的保护，所以不改。请先在 Word 或 WPS 里停止保护。",
                 u"Editing of the file is restricted, so it is not changed. Please stop the protection in "
                 u"Word or WPS first.");
  }
  return {};
}

Fixed fix_docx(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions& options) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return {};
  PackageCopy package(zip.value());
  const std::string main = name_in(zip.value(), docx_main_part(zip.value()));
  const std::vector<DocxPart> parts = parts_with_text(zip.value(), package, main);
  std::vector<XmlOutline> outlines;
  for (const DocxPart& part : parts) outlines.emplace_back(part.xml);
  Changes changes(outlines, document, options);
  for (const Correction& c : all)
    if (!changes.make(c)) return {{}, cannot_stand_there(c)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (changes.edits(i).empty()) continue;
    std::string xml;
    if (!changes.edits(i).apply(parts[i].xml, xml)) return {};
    package.put(parts[i].name, std::move(xml));
  }
  return {package.write(), {}};
}

}  // namespace nianbao
