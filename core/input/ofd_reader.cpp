// OFD, the state's format for laid-out documents (GB/T 33190-2016): the package, its documents, pages and
// templates. What is not part of the pages themselves stays out: annotations, seals, attachments, outlines.
#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/ofd_page.h"
#include "input/ofd_pictures.h"
#include "input/pdf_geometry.h"
#include "input/reader.h"

namespace nianbao {
namespace {

constexpr std::size_t drawn_text = 60;  // shapes with curves on a page without text: letters
constexpr Box a4{0, 0, 210, 297};

class OfdReader {
 public:
  explicit OfdReader(const ZipFile& zip) : package_(zip) {}

  Result<Document> read() {
    read_pages_of_all();
    tell_limits();
    if (const auto failure = failed()) return *failure;
    Result<Document> document = read_pdf_geometry(geometry_, {});
    if (!document) {
      Error error = document.error();
      if (error.code == ErrorCode::scan) error.detail = u"OFD";
      return error;
    }
    finish(document.value());
    return document;
  }

  OfdPictures pictures() {
    read_pages_of_all();
    OfdPictures out;
    tell_limits();
    if (!unreadable_.empty() || !problems_.empty()) return out;
    out.geometry = std::move(geometry_);
    for (const ZipFile::Entry* entry : pictures_) {
      const Result<std::string> file = entry == nullptr ? std::string() : package_.zip().read(*entry);
      out.pictures.push_back(file ? file.value() : std::string());
    }
    return out;
  }

 private:
  void read_pages_of_all() {
    pugi::xml_document xml;
    const pugi::xml_node root = load("", "OFD.xml", xml);
    for (pugi::xml_node body = root.first_child(); body; body = body.next_sibling())
      if (is(body, "DocBody")) read_body(body);
  }

  // --- parts -----------------------------------------------------------------------------------------------

  void problem(Error error) {
    for (const Error& told : problems_)
      if (told.code == error.code && told.detail == error.detail) return;
    problems_.push_back(std::move(error));
  }

  pugi::xml_node load(std::string_view from, std::string_view path, pugi::xml_document& into,
                      std::string* name = nullptr) {
    const ZipFile::Entry* entry = package_.find(from, path);
    if (entry == nullptr) {
      problem({ErrorCode::damaged, {}, u"缺少 " + from_utf8(path)});
      return {};
    }
    if (name != nullptr) *name = entry->name;
    const Result<std::string> text = package_.zip().read(*entry);
    if (!text) {
      problem(text.error());
      return {};
    }
    if (const Result<bool> parsed = parse_xml(into, text.value()); !parsed) problem(parsed.error());
    return into.document_element();
  }

  void read_body(pugi::xml_node body) {
    if (title_.empty())
      title_ = std::u16string(trim(from_utf8(child(child(body, "DocInfo"), "Title").child_value())));
    const std::string_view path = child(body, "DocRoot").child_value();
    if (path.empty()) return;
    pugi::xml_document xml;
    std::string name;
    const pugi::xml_node document = load("", path, xml, &name);
    const pugi::xml_node common = child(document, "CommonData");
    OfdResources resources;
    add_resources(common, name, resources);
    const Box area = area_of(child(common, "PageArea"), a4);
    const pugi::xml_node list = child(document, "Pages");
    for (pugi::xml_node page = list.first_child(); page; page = page.next_sibling()) {
      if (!is(page, "Page")) continue;
      if (pages_ >= limits::pages) return problem({ErrorCode::limit, {}, std::u16string(limits::pages_name)});
      read_page(page, common, name, area, resources);
    }
  }

  void add_resources(pugi::xml_node list, std::string_view from, OfdResources& resources) {
    for (pugi::xml_node part = list.first_child(); part; part = part.next_sibling()) {
      if (!is(part, "PublicRes") && !is(part, "DocumentRes") && !is(part, "PageRes")) continue;
      const ZipFile::Entry* entry = package_.find(from, trimmed(part.child_value()));
      if (entry == nullptr) continue;  // pages without colours and composites do not miss it
      if (const Result<bool> added = resources.add(package_, *entry); !added) problem(added.error());
    }
  }

  static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
  }

  static Box area_of(pugi::xml_node area, const Box& otherwise) {
    const Box box = ofd_box(child(area, "PhysicalBox").child_value());
    return box.width() > 0 && box.height() > 0 ? box : otherwise;
  }

  // --- pages -----------------------------------------------------------------------------------------------

  void read_page(pugi::xml_node entry, pugi::xml_node common, std::string_view from, const Box& usual,
                 OfdResources& resources) {
    pugi::xml_document xml;
    std::string name;
    const pugi::xml_node root = load(from, attribute(entry, "BaseLoc"), xml, &name);
    add_resources(root, name, resources);
    OfdPage page(area_of(child(root, "Area"), usual), resources, budget_);
    for (pugi::xml_node use = root.first_child(); use; use = use.next_sibling())
      if (is(use, "Template")) draw_template(attribute(use, "TemplateID"), common, from, page, resources);
    for (pugi::xml_node content = root.first_child(); content; content = content.next_sibling())
      if (is(content, "Content")) page.draw(content);
    take(page, resources);
  }

  void draw_template(std::string_view id, pugi::xml_node common, std::string_view from, OfdPage& page,
                     OfdResources& resources) {
    for (pugi::xml_node one = common.first_child(); one; one = one.next_sibling()) {
      if (!is(one, "TemplatePage") || attribute(one, "ID") != id) continue;
      pugi::xml_document xml;
      std::string name;
      const pugi::xml_node root = load(from, attribute(one, "BaseLoc"), xml, &name);
      add_resources(root, name, resources);
      page.draw(child(root, "Content"));
      return;
    }
  }

  void take(const OfdPage& page, const OfdResources& resources) {
    ++pages_;
    const OfdPage::Content content = page.write(geometry_);
    pictures_.push_back(resources.picture(content.picture));
    // A bullet or two come from a font of symbols.
    const bool coded = content.meaningless >= 10 && content.meaningless * 10 >= content.glyphs;
    const bool drawn = content.glyphs < 5 && content.images == 0 && content.outlines >= drawn_text;
    if (coded || drawn) unreadable_.push_back(pages_);
    readable_ += content.glyphs - content.meaningless;
    images_ += content.images;
  }

  // --- the whole -------------------------------------------------------------------------------------------

  void tell_limits() {
    if (budget_.objects_exceeded) problem({ErrorCode::limit, {}, std::u16string(limits::ofd_objects_name)});
    if (budget_.nesting_exceeded) problem({ErrorCode::limit, {}, std::u16string(limits::ofd_nesting_name)});
    if (budget_.content_exceeded) problem({ErrorCode::limit, {}, std::u16string(limits::page_content_name)});
  }

  std::optional<Error> failed() const {
    const auto locked = std::find_if(problems_.begin(), problems_.end(),
                                     [](const Error& e) { return e.code == ErrorCode::encrypted; });
    if (readable_ > 0) return std::nullopt;
    if (locked != problems_.end() || package_.has_encryption_list()) return Error{ErrorCode::encrypted};
    if (!unreadable_.empty()) return Error{ErrorCode::outlines, {}, u"这份 OFD"};
    if (pages_ == 0)
      return problems_.empty() ? Error{ErrorCode::damaged, {}, u"没有页面"} : problems_.front();
    if (images_ == 0) return problems_.empty() ? Error{ErrorCode::empty} : problems_.front();
    return std::nullopt;
  }

  void finish(Document& document) {
    document.format = Format::ofd;
    if (!unreadable_.empty()) problem({ErrorCode::outlines, {}, page_names()});
    add_marks(document,
              unreadable_marks(document.text, [](char16_t c) { return c >= 0xE000 && c <= 0xF8FF; }));
    document.title_hint = title_;
    document.encoding_reason = "declared";
    document.problems.insert(document.problems.end(), problems_.begin(), problems_.end());
  }

  std::u16string page_names() const {
    constexpr std::size_t named = 5;
    std::u16string out = u"第";
    for (std::size_t i = 0; i < std::min(unreadable_.size(), named); ++i)
      out += (i > 0 ? u"、" : u"") + from_utf8(std::to_string(unreadable_[i]));
    return out + (unreadable_.size() > named ? u"等页" : u"页");
  }

  OfdPackage package_;
  OfdBudget budget_;
  std::string geometry_{pdf_geometry_magic};
  std::size_t pages_ = 0;
  std::vector<Error> problems_;
  std::vector<const ZipFile::Entry*> pictures_;  // by page; null: no picture covers half of it
  std::vector<std::size_t> unreadable_;          // numbers of pages whose text has no meaning
  std::size_t readable_ = 0;                     // characters of all pages
  std::size_t images_ = 0;
  std::u16string title_;
};

}  // namespace

Result<Document> read_ofd(std::string_view bytes, const ReadOptions&) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error();
  return OfdReader(zip.value()).read();
}

OfdPictures ofd_pictures(std::string_view bytes) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  return zip ? OfdReader(zip.value()).pictures() : OfdPictures();
}

}  // namespace nianbao
