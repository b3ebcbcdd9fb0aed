// Where the parts of an OFD package are. Paths are written in every way: from the package's root, from the
// file that names them, with back-slashes, in other letters than the entry has.
#pragma once

#include <map>
#include <string>

#include "input/zip.h"

namespace nianbao {

class OfdPackage {
 public:
  explicit OfdPackage(const ZipFile& zip);

  // The entry that `path` means when `from` names it; null when there is none.
  const ZipFile::Entry* find(std::string_view from, std::string_view path) const;
  const ZipFile& zip() const { return zip_; }
  bool has_encryption_list() const { return encrypted_; }  // GM/T 0099

 private:
  const ZipFile& zip_;
  std::map<std::string, const ZipFile::Entry*, std::less<>> entries_;  // by normal path
  bool encrypted_ = false;
};

}  // namespace nianbao
