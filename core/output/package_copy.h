// A copy of a package (docx, odt) with some of its parts written anew; all others as they lie in the file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "input/zip.h"

namespace nianbao {

class PackageCopy {
 public:
  explicit PackageCopy(const ZipFile& zip) : zip_(zip) {}  // kept by reference

  // As it stands in the copy; empty for a part that is not there or cannot be read.
  std::string part(std::string_view name) const;
  void put(std::string_view name, std::string text) { changed_[std::string(name)] = std::move(text); }
  void remove(std::string_view name) {
    changed_.erase(std::string(name));
    removed_.emplace(name);
  }
  std::string write();  // empty when a part is damaged; the copy is used up

 private:
  const ZipFile& zip_;
  std::map<std::string, std::string> changed_;
  std::set<std::string, std::less<>> removed_;
};

std::string name_in(const ZipFile& zip, std::string_view name);  // as the package spells it

}  // namespace nianbao
