#include "output/package_copy.h"

#include "output/zip_writer.h"

namespace nianbao {

std::string PackageCopy::part(std::string_view name) const {
  if (const auto changed = changed_.find(std::string(name)); changed != changed_.end())
    return changed->second;
  if (removed_.count(name) > 0 || zip_.find(name) == nullptr) return {};
  Result<std::string> text = zip_.read(name);
  return text ? std::move(text.value()) : std::string();
}

std::string PackageCopy::write() {
  ZipWriter out;
  for (const ZipFile::Entry& entry : zip_.entries()) {
    if (const auto found = changed_.find(entry.name); found != changed_.end()) {
      out.replace(entry, found->second);
      changed_.erase(found);
    } else if (removed_.count(entry.name) == 0 && !out.copy(zip_, entry)) {
      return {};
    }
  }
  for (const auto& [name, text] : changed_) out.add(name, text);
  return out.finish();
}

std::string name_in(const ZipFile& zip, std::string_view name) {
  const ZipFile::Entry* entry = zip.find(name);
  return entry == nullptr ? std::string(name) : entry->name;
}

}  // namespace nianbao
