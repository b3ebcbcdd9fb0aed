// What is to be checked: files, folders, archives and lists of names, made into one ordered list.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/archive.h"

namespace nianbao {

// One report to be read. Holds no bytes of it.
struct Source {
  std::string name;        // as named, or found: 文件夹/年报.docx, reports.zip/县A/年报.docx
  std::string short_name;  // without the folder of what was named
  std::string file;        // to open; "-" is standard input
  std::shared_ptr<const ArchiveMember> member;  // of `file`, when that is an archive
  std::optional<Error> failure;                 // why an archive could not be opened
};

// Folders give the documents below them, sorted by name; archives give their members, in the archive's order,
// also those found in folders. A name that does not exist stays, so that it gets its answer. Files that are
// no documents (.json, .png, ~$…) are left out of folders and archives, never of explicit names; those in
// archives are complained of. Links inside folders are not followed and complained of; a folder that cannot
// be opened is a source with its failure.
std::vector<Source> expand(const std::vector<std::string>& names);

// Which of the files this name is; it is added where it is not among them. Nothing for an empty name.
std::optional<std::size_t> find_or_add(const std::string& name, std::vector<Source>& files);

// Errors: not_found, and those of unpack().
Result<std::string> read_source(const Source& source);

// Names separated by NUL or, when there is none, by line ends. "-": from standard input. Nothing when it
// cannot be read.
std::optional<std::vector<std::string>> read_names(const std::string& file);

}  // namespace nianbao
