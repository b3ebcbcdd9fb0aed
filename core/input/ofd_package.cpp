#include "input/ofd_package.h"

namespace nianbao {
namespace {

// In small letters, '/' between the parts, none in front, "." and ".." resolved.
std::string normal_path(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = path.find_first_of("/\\");
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
      continue;
    }
    if (!out.empty()) out += '/';
    for (char c : part) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

}  // namespace

OfdPackage::OfdPackage(const ZipFile& zip) : zip_(zip) {
  for (const ZipFile::Entry& entry : zip.entries()) {
    std::string path = normal_path(entry.name);
    encrypted_ |= path == "encryptions.xml";
    entries_.emplace(std::move(path), &entry);
  }
}

const ZipFile::Entry* OfdPackage::find(std::string_view from, std::string_view path) const {
  const bool absolute = path.starts_with('/') || path.starts_with('\\');
  const std::string near = normal_path(std::string(folder_of(from)) + std::string(path)),
                    far = normal_path(path);
  for (const std::string& name : {absolute ? far : near, absolute ? near : far})
    if (const auto found = entries_.find(name); found != entries_.end()) return found->second;
  return nullptr;
}

}  // namespace nianbao
