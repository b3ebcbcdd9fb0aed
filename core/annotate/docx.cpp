#include <algorithm>
#include <set>
#include <utility>

#include "annotate/annotate.h"
#include "annotate/docx_comments.h"
#include "annotate/docx_record.h"
#include "annotate/xml_tags.h"
#include "base/sha256.h"
#include "input/docx_package.h"
#include "output/package_copy.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view relation_id = "rIdNianbaoComments";
void take_out(std::string& xml, const std::string& what) {
  if (const std::size_t at = xml.find(what); at != std::string::npos) xml.erase(at, what.size());
}

// The empty part for comments that a package without one gets, and what announces it.
struct NewPart {
  std::string name, relations, content_type, relation;

  NewPart(const ZipFile& zip, const std::string& main, std::string_view main_xml)
      : relations(name_in(zip, relationships_part(main))) {
    const bool taken = zip.find(resolved_part(main, "comments.xml")) != nullptr;
    const std::string file = taken ? "nianbao-comments.xml" : "comments.xml";
    name = resolved_part(main, file);
    content_type =
        "<Override PartName=\"/" + name + "\" ContentType=\"" + std::string(comments_type) + "\"/>";
    const bool strict =
        main_xml.find("http://purl.oclc.org/ooxml/wordprocessingml/main") != std::string_view::npos;
    const std::string base = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    relation = "<Relationship Id=\"" + std::string(relation_id) + "\" Type=\"" + base +
               "comments\" Target=\"" + file + "\"/>";
  }

  bool announce(PackageCopy& package) const {
    std::string types = package.part(types_part), relations_xml = package.part(relations);
    if (relations_xml.empty()) relations_xml = empty_relations;
    if (!insert_at_end(types, content_type) || !insert_at_end(relations_xml, relation)) return false;
    package.put(types_part, std::move(types));
    package.put(relations, std::move(relations_xml));
    return true;
  }
};

// The comments of all remarks, in order: where each stands and what it says.
struct Spoken {
  explicit Spoken(const DocxPlaces& in) : places(in) {}

  void add(const Remark& remark) {
    std::set<std::pair<std::size_t, std::size_t>> taken;  // places without words of their own may be one
    const std::size_t count = std::min(remark.places.size(), most_spoken_places);
    for (std::size_t i = 0; i < count; ++i) {
      const DocxSpan span = places.span(remark.places[i]);
      if (!taken.emplace(span.begin.at, span.end.at).second) continue;
      spans.push_back(span);
      texts.push_back(i == 0 ? remark.lines : remark.again);
    }
    if (!remark.rest.empty()) texts.back().push_back(remark.rest);
  }

  const DocxPlaces& places;
  std::vector<DocxSpan> spans;
  std::vector<std::vector<std::u16string>> texts;
};

// Takes out our own part, its relationship and its content type. False, and nothing done, when the part is
// not ours.
bool withdraw(PackageCopy& package, const ZipFile& zip, const std::string& main,
              const std::string& comments) {
  const std::string relations = name_in(zip, relationships_part(main));
  std::string relations_xml = package.part(relations), types = package.part(types_part);
  const std::size_t id = relations_xml.find(relation_id);
  if (id == std::string::npos) return false;
  const std::size_t begin = relations_xml.rfind('<', id), end = relations_xml.find('>', id);
  if (begin == std::string::npos || end == std::string::npos) return false;
  relations_xml.erase(begin, end + 1 - begin);
  take_out(types,
           "<Override PartName=\"/" + comments + "\" ContentType=\"" + std::string(comments_type) + "\"/>");
  package.remove(comments);
  if (relations_xml == empty_relations) package.remove(relations);
  else package.put(relations, std::move(relations_xml));
  package.put(types_part, std::move(types));
  return true;
}

// What is left of remarks whose file was written by another program in between.
Text written_anew(bool undone) {
  const Text saved = Words{u"这份副本批注后改过或另存过，去掉批注后与当初的文件写法不同。",
                           u"This copy was edited or saved anew after it was annotated: without the remarks "
                           u"it is not the file it was made of."};
  if (undone) return saved;
  return join(saved,
              Words{u"当初为批注断开的文字没有接回去，不影响显示。",
                    u" Runs of text that were divided for remarks stay divided, which does not show."});
}

}  // namespace

std::string annotate_docx(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks, std::optional<Date> date) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return {};
  if (remarks.empty()) return std::string(bytes);
  PackageCopy package(zip.value());
  const std::string main = name_in(zip.value(), docx_main_part(zip.value()));
  const std::string xml = package.part(main);
  const DocxPlaces places(xml, document);
  if (places.empty()) return {};
  const PackageParts parts = package_parts(zip.value(), main);
  const auto known = parts.find("comments");
  const std::string old_name = known == parts.end() ? std::string() : name_in(zip.value(), known->second);
  const std::string old = old_name.empty() ? std::string() : package.part(old_name);

  Spoken spoken(places);
  for (const Remark& remark : remarks) spoken.add(remark);
  const int first = std::max(highest_id(old), highest_id(xml)) + 1;
  std::string kinds;
  package.put(main, with_markers(xml, places, spoken.spans, first, kinds));
  if (!add_record(package, name_in(zip.value(), relationships_part(main)), {kinds, sha256(xml)})) return {};
  if (!old.empty()) {
    package.put(old_name, with_comments(old, spoken.texts, first, xml, date));
    return package.write();
  }
  const NewPart part(zip.value(), main, xml);
  if (!part.announce(package)) return {};
  package.put(part.name, with_comments({}, spoken.texts, first, xml, date));
  return package.write();
}

Copy strip_docx(std::string_view bytes) {
  Copy out{std::string(bytes), {}, 0, {}};
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return {{}, problem_text(zip.error()), 0, {}};
  PackageCopy package(zip.value());
  const std::string main = name_in(zip.value(), docx_main_part(zip.value()));
  const PackageParts parts = package_parts(zip.value(), main);
  const auto known = parts.find("comments");
  if (known == parts.end()) return out;
  const std::string name = name_in(zip.value(), known->second);
  const std::string comments = package.part(name);
  const auto ids = own_comments(comments);
  if (ids.empty()) return out;
  const std::string rest = without_comments(comments);
  const auto record = take_record(package, zip.value(), name_in(zip.value(), relationships_part(main)));
  bool undone = false;
  std::string text = without_markers(package.part(main), ids, record ? record->kinds : std::string(), undone);
  if (!undone || sha256(text) != record->main_sha256) out.note = written_anew(undone);
  package.put(main, std::move(text));
  if (highest_id(rest) >= 0 || !withdraw(package, zip.value(), main, name)) package.put(name, rest);
  out.bytes = package.write();
  out.remarks = static_cast<int>(ids.size());
  if (out.bytes.empty()) out.refusal = problem_text({ErrorCode::damaged});
  return out;
}

}  // namespace nianbao
