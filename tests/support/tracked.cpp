#include "support/tracked.h"

#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "input/zip.h"
#include "output/zip_writer.h"

namespace nianbao::testing {
namespace {

constexpr const char* author = "年报体检";

std::string local(pugi::xml_node node) {
  const std::string name = node.name();
  return name.substr(name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
}

std::string attribute(pugi::xml_node node, const std::string& name) {
  for (pugi::xml_attribute a : node.attributes()) {
    const std::string full = a.name();
    if (full.substr(full.find(':') + 1) == name) return a.value();
  }
  return {};
}

template <typename Visit>
void for_each(pugi::xml_node node, const Visit& visit) {
  for (pugi::xml_node child = node.first_child(), next; child; child = next) {
    next = child.next_sibling();
    for_each(child, visit);
    visit(child);
  }
}

void unwrap(pugi::xml_node node) {
  while (pugi::xml_node child = node.first_child()) node.parent().insert_move_before(child, node);
  node.parent().remove_child(node);
}

void settle_docx(pugi::xml_node root, bool accept) {
  for_each(root, [&](pugi::xml_node node) {
    const std::string name = local(node);
    if ((name != "ins" && name != "del") || attribute(node, "author") != author) return;
    if ((name == "ins") != accept) {
      node.parent().remove_child(node);
      return;
    }
    for_each(node, [](pugi::xml_node inner) {
      const std::string full = inner.name();
      if (local(inner) == "delText") inner.set_name((full.substr(0, full.find(':') + 1) + "t").c_str());
    });
    unwrap(node);
  });
}

void settle_odt(pugi::xml_node root, bool accept) {
  std::map<std::string, pugi::xml_node> regions;  // ours
  for_each(root, [&](pugi::xml_node node) {
    if (local(node) != "changed-region") return;
    bool ours = false;
    for_each(node, [&](pugi::xml_node inner) {
      ours |= local(inner) == "creator" && inner.text().get() == std::string(author);
    });
    if (ours) regions[attribute(node, "id")] = node;
  });
  bool between = false;
  std::vector<pugi::xml_node> gone;
  for_each(root, [&](pugi::xml_node node) {
    const std::string name = local(node);
    if (between && !accept && name != "change-end") gone.push_back(node);
    if (name != "change" && name != "change-start" && name != "change-end") return;
    const auto region = regions.find(attribute(node, "change-id"));
    if (region == regions.end()) return;
    between = name == "change-start";
    if (name == "change" && !accept)
      for (pugi::xml_node p : region->second.first_child().children())
        if (local(p) == "p")
          for (pugi::xml_node piece : p.children()) node.parent().insert_copy_before(piece, node);
    gone.push_back(node);
  });
  for (pugi::xml_node node : gone) node.parent().remove_child(node);
  for (auto& [id, region] : regions) region.parent().remove_child(region);
}

std::string settled_xml(const std::string& xml, Format format, bool accept) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(), pugi::parse_full | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  format == Format::docx ? settle_docx(document, accept) : settle_odt(document, accept);
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

// Whole elements, or their tags alone.
std::string settled_html(std::string page, bool accept) {
  for (const char* name : {"ins", "del"}) {
    const bool keep = (std::string(name) == "ins") == accept;
    const std::string open = "<" + std::string(name) + " title=\"", close = "</" + std::string(name) + ">";
    for (std::size_t at; (at = page.find(open)) != std::string::npos;) {
      const std::size_t inside = page.find('>', at) + 1, end = page.find(close, inside);
      if (end == std::string::npos) break;
      page.replace(at, end + close.size() - at, keep ? page.substr(inside, end - inside) : std::string());
    }
  }
  return page;
}

std::string settled(const std::string& bytes, Format format, bool accept) {
  if (format == Format::html) return settled_html(bytes, accept);
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (bytes.substr(0, 2) != "PK" || !zip) return settled_xml(bytes, format, accept);
  ZipWriter out;
  for (const ZipFile::Entry& entry : zip.value().entries()) {
    const std::string& name = entry.name;
    const bool text =
        name == "content.xml" ||
        (name.find("word/") == 0 &&
         (name.find("document") != std::string::npos || name.find("notes.xml") != std::string::npos) &&
         name.find(".rels") == std::string::npos);
    if (text) out.replace(entry, settled_xml(zip.value().read(entry).value(), format, accept));
    else out.copy(zip.value(), entry);
  }
  return out.finish();
}

}  // namespace

std::string accepted(const std::string& bytes, Format format) { return settled(bytes, format, true); }
std::string rejected(const std::string& bytes, Format format) { return settled(bytes, format, false); }

}  // namespace nianbao::testing
