#include "annotate/docx_record.h"

#include <vector>

#include "annotate/xml_tags.h"
#include "input/docx_package.h"

namespace nianbao {
namespace {

constexpr std::string_view record_namespace = "urn:nianbao:annotations:1";
constexpr std::string_view item = "customXml/itemNianbao.xml", props = "customXml/itemPropsNianbao.xml",
                           item_relations = "customXml/_rels/itemNianbao.xml.rels";
constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::size_t longest_record = 1 << 20;

std::string override_of(std::string_view part, std::string_view type) {
  return "<Override PartName=\"/" + std::string(part) + "\" ContentType=\"" + std::string(type) + "\"/>";
}

// Takes out the empty element whose attribute has this value, or ends in it.
bool take_out(std::string& xml, std::string_view element, std::string_view attribute,
              std::string_view value) {
  XmlTag tag;
  for (XmlTags tags(xml); tags.next(tag);) {
    const std::string_view has = attribute_in(xml, tag, attribute);
    if (tag.name != element || !tag.empty || has.size() < value.size() ||
        has.substr(has.size() - value.size()) != value)
      continue;
    xml.erase(tag.begin, tag.end - tag.begin);
    return true;
  }
  return false;
}

}  // namespace

bool insert_at_end(std::string& xml, const std::string& what) {
  const std::size_t close = xml.rfind("</");
  if (close == std::string::npos) return false;
  xml.insert(close, what);
  return true;
}

bool add_record(PackageCopy& package, const std::string& relations, const DocxRecord& record) {
  std::string types = package.part(types_part), relations_xml = package.part(relations);
  if (relations_xml.empty()) relations_xml = empty_relations;
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/";
  if (!insert_at_end(
          types,
          override_of(item, "application/xml") +
              override_of(props, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")) ||
      !insert_at_end(relations_xml, "<Relationship Id=\"rIdNianbaoRecord\" Type=\"" + base +
                                        "relationships/customXml\" Target=\"/" + std::string(item) + "\"/>"))
    return false;
  package.put(types_part, std::move(types));
  package.put(relations, std::move(relations_xml));
  package.put(item, head + "<record xmlns=\"" + std::string(record_namespace) + "\" kinds=\"" + record.kinds +
                        "\" main=\"" + record.main_sha256 + "\"/>");
  package.put(
      props, head + "<ds:datastoreItem ds:itemID=\"{6E69616E-6261-4F00-8000-000000000001}\" xmlns:ds=\"" +
                 base + "customXml\"><ds:schemaRefs><ds:schemaRef ds:uri=\"" + std::string(record_namespace) +
                 "\"/></ds:schemaRefs></ds:datastoreItem>");
  package.put(item_relations,
              head +
                  "<Relationships "
                  "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                  "Id=\"rId1\" Type=\"" +
                  base + "relationships/customXmlProps\" Target=\"itemPropsNianbao.xml\"/></Relationships>");
  return true;
}

std::optional<DocxRecord> take_record(PackageCopy& package, const ZipFile& zip,
                                      const std::string& relations) {
  for (const ZipFile::Entry& entry : zip.entries()) {
    if (entry.name.rfind("customXml/", 0) != 0 || entry.size > longest_record ||
        entry.name.find(".rels") != std::string::npos)
      continue;
    const std::string xml = package.part(entry.name);
    XmlTag tag;
    bool found = false;
    for (XmlTags tags(xml); !found && tags.next(tag);)
      found = tag.name == "record" && xml.find(record_namespace) != std::string::npos;
    if (!found) continue;
    DocxRecord out{std::string(attribute_in(xml, tag, "kinds")), std::string(attribute_in(xml, tag, "main"))};
    std::string types = package.part(types_part), relations_xml = package.part(relations);
    const std::string own_relations = name_in(zip, relationships_part(entry.name));
    const PackageParts known = package_parts(zip, entry.name);
    std::vector<std::string> parts{entry.name};
    if (const auto of = known.find("customXmlProps"); of != known.end())
      parts.push_back(name_in(zip, of->second));
    for (const std::string& part : parts) {
      take_out(types, "Override", "PartName", "/" + part);
      package.remove(part);
    }
    package.remove(own_relations);
    take_out(relations_xml, "Relationship", "Target", entry.name);
    if (relations_xml == empty_relations) package.remove(relations);
    else package.put(relations, std::move(relations_xml));
    package.put(types_part, std::move(types));
    return out;
  }
  return std::nullopt;
}

}  // namespace nianbao
