#include "annotate/docx_comments.h"

#include <algorithm>
#include <map>

#include "annotate/annotate.h"
#include "annotate/xml_tags.h"
#include "base/unicode.h"
#include "base/xml_escape.h"

namespace nianbao {
namespace {

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct Group {  // markers that stand at one place
  const DocxSpot* spot;
  std::vector<int> begins, ends;
};

class Markers {
 public:
  Markers(const std::string& prefix, const Group& group) : prefix_(prefix), group_(group) {}

  // What ends here, what is about this very place, what begins here.
  std::string write() const {
    std::string all;
    for (int id : group_.ends)
      if (!begins(id)) all += end(id);
    for (int id : group_.begins)
      if (std::count(group_.ends.begin(), group_.ends.end(), id) > 0)
        all += element("commentRangeStart", id) + end(id);
    for (int id : group_.begins)
      if (std::count(group_.ends.begin(), group_.ends.end(), id) == 0)
        all += element("commentRangeStart", id);
    switch (group_.spot->kind) {
      case DocxSpot::in_text: return "</" + prefix_ + "t></" + prefix_ + "r>" + all + group_.spot->reopen;
      case DocxSpot::empty_paragraph: return ">" + all + "</" + prefix_ + "p>";
      case DocxSpot::between: break;
    }
    return all;
  }

 private:
  bool begins(int id) const { return std::count(group_.begins.begin(), group_.begins.end(), id) > 0; }

  std::string end(int id) const {
    return element("commentRangeEnd", id) + "<" + prefix_ + "r>" + element("commentReference", id) + "</" +
           prefix_ + "r>";
  }

  std::string element(const char* name, int id) const {
    return "<" + prefix_ + name + " " + prefix_ + "id=\"" + std::to_string(id) + "\"/>";
  }

  const std::string& prefix_;
  const Group& group_;
};

std::string_view prefix_of(std::string_view xml, std::string_view root) {
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);)
    if (tag.name == root) return tag.prefix;
  return "w:";
}

std::string comment(const std::string& prefix, const std::vector<std::u16string>& lines, int id,
                    std::optional<Date> date) {
  const auto attribute = [&](const char* name, const std::string& value) {
    return " " + prefix + name + "=\"" + value + "\"";
  };
  std::string out = "<" + prefix + "comment" + attribute("id", std::to_string(id)) +
                    attribute("author", to_utf8(annotator)) + attribute("initials", to_utf8(u"年检")) +
                    (date ? attribute("date", xml_date_time(*date) + "Z") : std::string()) + ">";
  for (const std::u16string& line : lines)
    out += "<" + prefix + "p><" + prefix + "r><" + prefix + "t xml:space=\"preserve\">" +
           xml_escaped(to_utf8(line)) + "</" + prefix + "t></" + prefix + "r></" + prefix + "p>";
  return out + "</" + prefix + "comment>";
}

struct Cut {
  std::size_t begin, end;
  std::string_view put{};  // what stands there instead
};

bool is_marker(std::string_view name) {
  return name == "commentRangeStart" || name == "commentRangeEnd" || name == "commentReference";
}

// The markers as they stand, each reference with the run that holds nothing else.
std::vector<Cut> cuts_of(std::string_view xml, const std::set<std::string, std::less<>>& ids) {
  std::vector<Cut> cuts;
  std::size_t run = 0;          // begin of the open run
  std::size_t only_marker = 0;  // cuts before it
  bool other = false;           // the run holds something else
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);) {
    if (tag.name == "r" && !tag.empty && !tag.closing) {
      run = tag.begin;
      other = false;
      only_marker = cuts.size();
    } else if (tag.name == "r" && tag.closing) {
      if (!other && cuts.size() > only_marker && cuts[only_marker].begin > run) {
        cuts[only_marker].begin = run;
        cuts[only_marker].end = tag.end;
        cuts.resize(only_marker + 1);
      }
    } else if (is_marker(tag.name) && ids.count(std::string(attribute_in(xml, tag, "id"))) > 0) {
      if (!tag.closing) cuts.push_back({tag.begin, tag.end});
      else if (!cuts.empty()) cuts.back().end = tag.end;
    } else if (tag.name == "t" || tag.name == "tab" || tag.name == "br" || tag.name == "drawing" ||
               tag.name == "pict" || tag.name == "sym" || tag.name == "fldChar" || tag.name == "instrText" ||
               tag.name == "commentReference" || tag.name == "object") {
      other = true;
    }
  }
  return cuts;
}

std::vector<Cut> joined(const std::vector<Cut>& cuts) {
  std::vector<Cut> out;
  for (const Cut& cut : cuts) {
    if (!out.empty() && out.back().end == cut.begin) out.back().end = cut.end;
    else out.push_back(cut);
  }
  return out;
}

// "<w:r><w:rPr>…</w:rPr><w:t>": how the run begins whose text is closed at `text_close`.
std::string_view run_begin(std::string_view xml, std::size_t text_close) {
  XmlTag tag;
  const std::size_t text = xml.rfind('<', text_close - 1);
  if (text == std::string_view::npos || !XmlTags(xml, text).next(tag) || tag.name != "t") return {};
  const std::size_t end = tag.end;
  for (std::size_t at = text; at > 0 && (at = xml.rfind('<', at - 1)) != std::string_view::npos;) {
    XmlTags(xml, at).next(tag);
    if (tag.name == "r") return tag.closing ? std::string_view() : xml.substr(at, end - at);
    if (tag.name == "p") break;
  }
  return {};
}

// The same between the marker and the text behind it.
std::string_view run_again(std::string_view xml, std::size_t at) {
  XmlTag tag;
  XmlTags tags(xml, at);
  if (!tags.next(tag) || tag.begin != at || tag.name != "r" || tag.closing) return {};
  while (tags.next(tag) && tag.name != "p" && tag.name != "t") {
  }
  return tag.name == "t" && !tag.closing ? xml.substr(at, tag.end - at) : std::string_view();
}

bool begins_and_ends(std::string_view text, std::string_view with) {
  std::size_t front = 0, back = 0;
  while (front < text.size() && front < with.size() && text[front] == with[front]) ++front;
  while (back < text.size() && back < with.size() &&
         text[text.size() - 1 - back] == with[with.size() - 1 - back])
    ++back;
  return !with.empty() && front + back >= with.size() && text.size() >= with.size();
}

// A divided run grows together when its second half begins with the tags of the first.
void undo_division(std::string_view xml, Cut& cut) {
  const std::size_t run_close = xml.rfind('<', cut.begin - 1);
  const std::size_t text_close = run_close == std::string_view::npos || run_close == 0
                                     ? std::string_view::npos
                                     : xml.rfind('<', run_close - 1);
  if (text_close == std::string_view::npos || text_close == 0) return;
  XmlTag tag;
  XmlTags(xml, text_close).next(tag);
  if (!tag.closing || tag.name != "t" || tag.end != run_close) return;
  const std::string_view again = run_again(xml, cut.end);
  if (!begins_and_ends(run_begin(xml, text_close), again)) return;
  cut.begin = text_close;
  cut.end += again.size();
}

void undo_opening(std::string_view xml, Cut& cut) {
  XmlTag tag;
  XmlTags(xml, cut.end).next(tag);
  if (cut.begin == 0 || xml[cut.begin - 1] != '>' || !tag.closing || tag.name != "p" || tag.begin != cut.end)
    return;
  --cut.begin;
  cut.end = tag.end;
  cut.put = "/>";
}

std::string without(std::string_view xml, const std::vector<Cut>& cuts) {
  std::string out;
  std::size_t at = 0;
  for (const Cut& cut : cuts) {
    if (cut.begin < at) continue;
    out += xml.substr(at, cut.begin - at);
    out += cut.put;
    at = cut.end;
  }
  return out.append(xml.substr(at));
}

}  // namespace

std::string with_markers(std::string_view xml, const DocxPlaces& places, const std::vector<DocxSpan>& spans,
                         int first_id, std::string& kinds) {
  std::map<std::size_t, Group> groups;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const int id = first_id + static_cast<int>(i);
    groups.emplace(spans[i].begin.at, Group{&spans[i].begin, {}, {}}).first->second.begins.push_back(id);
    groups.emplace(spans[i].end.at, Group{&spans[i].end, {}, {}}).first->second.ends.push_back(id);
  }
  std::string out;
  std::size_t at = 0;
  for (const auto& [place, group] : groups) {
    out += xml.substr(at, place - at);
    out += Markers(places.prefix(), group).write();
    kinds.push_back(static_cast<char>('0' + group.spot->kind));
    at = place + (group.spot->kind == DocxSpot::empty_paragraph ? 2 : 0);  // "/>"
  }
  return out.append(xml.substr(at));
}

std::string without_markers(std::string_view xml, const std::set<std::string, std::less<>>& ids,
                            std::string_view kinds, bool& undone) {
  std::vector<Cut> cuts = joined(cuts_of(xml, ids));
  undone = cuts.size() == kinds.size();
  for (std::size_t i = 0; undone && i < cuts.size(); ++i) {
    if (kinds[i] - '0' == DocxSpot::in_text) undo_division(xml, cuts[i]);
    else if (kinds[i] - '0' == DocxSpot::empty_paragraph) undo_opening(xml, cuts[i]);
  }
  return without(xml, cuts);
}

std::string with_comments(std::string_view xml, const std::vector<std::vector<std::u16string>>& texts,
                          int first_id, std::string_view main_xml, std::optional<Date> date) {
  const std::string prefix(prefix_of(xml.empty() ? main_xml : xml, xml.empty() ? "document" : "comments"));
  std::string comments;
  for (std::size_t i = 0; i < texts.size(); ++i)
    comments += comment(prefix, texts[i], first_id + static_cast<int>(i), date);
  if (const std::size_t close = xml.rfind("</"); close != std::string_view::npos)
    return std::string(xml.substr(0, close)) + comments + std::string(xml.substr(close));
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
  std::string_view used = main_namespace;
  if (const std::size_t at = main_xml.find(declaration + "=\""); at != std::string_view::npos) {
    const std::size_t begin = at + declaration.size() + 2;
    used = main_xml.substr(begin, main_xml.find('"', begin) - begin);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + prefix + "comments " +
         declaration + "=\"" + std::string(used) + "\">" + comments + "</" + prefix + "comments>";
}

std::set<std::string, std::less<>> own_comments(std::string_view xml) {
  std::set<std::string, std::less<>> ids;
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);)
    if (tag.name == "comment" && !tag.closing && xml_text(attribute_in(xml, tag, "author")) == annotator)
      ids.emplace(attribute_in(xml, tag, "id"));
  return ids;
}

std::string without_comments(std::string_view xml) {
  std::vector<Cut> cuts;
  bool own = false;
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);) {
    if (tag.name != "comment") continue;
    if (!tag.closing) {
      own = xml_text(attribute_in(xml, tag, "author")) == annotator;
      if (own) cuts.push_back({tag.begin, tag.end});
    } else if (own) {
      cuts.back().end = tag.end;
    }
  }
  return without(xml, cuts);
}

int highest_id(std::string_view xml) {
  int highest = -1;
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);) {
    if (tag.name != "comment" && !is_marker(tag.name)) continue;
    int id = 0;
    for (char c : attribute_in(xml, tag, "id"))
      id = c >= '0' && c <= '9' ? std::min(id * 10 + (c - '0'), 100'000'000) : id;
    highest = std::max(highest, id);
  }
  return highest;
}

}  // namespace nianbao
