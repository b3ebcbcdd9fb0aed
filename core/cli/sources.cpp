#include "cli/sources.h"

#include <algorithm>
#include <filesystem>

#include "base/matching.h"
#include "cli/complaint.h"
#include "cli/files.h"
#include "cli/platform.h"
#include "input/member_names.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

// The documents below a folder. Links are not followed: they may lead out of what was given, or in circles.
struct Below {
  std::vector<std::string> files, unreadable;
};
Below below(const std::string& folder) {
  Below out;
  std::vector<std::string> folders = {folder};
  while (!folders.empty()) {
    const std::string here = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    const fs::directory_iterator end;
    for (fs::directory_iterator at(path_of(here), error); !error && at != end; at.increment(error)) {
      const std::string path = name_of(at->path());
      const MemberKind kind = member_kind(name_of(at->path().filename()));
      std::error_code none;
      if (is_link(at->path())) {
        if (fs::is_directory(at->path(), none) || kind == MemberKind::document)
          complain(path + " 是链接，没有查");
      } else if (at->is_directory(none)) {
        folders.push_back(path);
      } else if (at->is_regular_file(none) && kind == MemberKind::document) {
        out.files.push_back(path);
      }
    }
    if (error) out.unreadable.push_back(here);
  }
  std::sort(out.files.begin(), out.files.end());
  return out;
}

Source single(const std::string& name) { return {name, base_name(name), name, nullptr, std::nullopt}; }

// A docx is a zip too: names of documents are not opened to see whether they are archives of reports.
bool may_be_archive(const std::string& name) {
  const std::string ending = name_of(path_of(name).extension());
  return name != "-" && !one_of(ending, {".docx", ".docm", ".odt", ".xlsx", ".ofd"}) &&
         read_part(name, 0, 4) == "PK\x03\x04";
}

void report_others(const std::string& archive, const std::vector<std::string>& others) {
  constexpr std::size_t named = 5;
  if (others.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < std::min(others.size(), named); ++i)
    list.append(i == 0 ? "" : "、").append(others[i]);
  complain(archive + " 里有 " + std::to_string(others.size()) + " 个文件不是文档，没有查：" + list +
           (others.size() > named ? "等" : ""));
}

void add_members(const std::string& name, const std::string& bytes, std::vector<Source>& out) {
  Result<ArchiveListing> listing = list_archive(bytes);
  Source source = single(name);
  if (!listing) source.failure = listing.error();
  else if (listing.value().members.empty())
    source.failure = Error{ErrorCode::unsupported, {}, u"压缩包里没有 Word、WPS、PDF、网页或文本文件"};
  if (source.failure) return out.push_back(std::move(source));
  report_others(name, listing.value().others);
  for (ArchiveMember& member : listing.value().members) {
    const std::string inside = "/" + member.name;
    out.push_back({name + inside, base_name(name) + inside, name,
                   std::make_shared<const ArchiveMember>(std::move(member)), std::nullopt});
  }
}

void add_file(const std::string& name, std::vector<Source>& out) {
  if (may_be_archive(name))
    if (const auto bytes = read_file(name); bytes && is_archive(*bytes))
      return add_members(name, *bytes, out);
  out.push_back(single(name));
}

// A folder that cannot be opened has its line and its exit status, as a file has.
void add_folder(const std::string& name, std::vector<Source>& out) {
  const Below found = below(name);
  for (const std::string& file : found.files) add_file(file, out);
  for (const std::string& folder : found.unreadable) {
    complain("打不开文件夹 " + folder + "，里面的文件没有查");
    Source source = single(folder);
    source.failure = Error{ErrorCode::not_found};
    out.push_back(std::move(source));
  }
}

}  // namespace

std::vector<Source> expand(const std::vector<std::string>& names) {
  std::vector<Source> out;
  for (const std::string& name : names) {
    std::error_code error;
    if (name == "-" || !fs::is_directory(path_of(name), error)) add_file(name, out);
    else add_folder(name, out);
  }
  return out;
}

std::optional<std::size_t> find_or_add(const std::string& name, std::vector<Source>& files) {
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].name == name || (files[i].member == nullptr && is_same_file(files[i].file, name))) return i;
  for (Source& source : expand({name})) files.push_back(std::move(source));
  return files.size() - 1;
}

Result<std::string> read_source(const Source& source) {
  if (source.failure) return *source.failure;
  if (source.member == nullptr) {
    auto bytes = read_file(source.file);
    if (!bytes) return Error{ErrorCode::not_found};
    return *std::move(bytes);
  }
  const auto packed = read_part(source.file, source.member->packed.begin, source.member->packed.size());
  if (!packed) return Error{ErrorCode::not_found};
  return unpack(*packed, *source.member);
}

std::optional<std::vector<std::string>> read_names(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) return std::nullopt;
  const char separator = bytes->find('\0') != std::string::npos ? '\0' : '\n';
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < bytes->size();) {
    const std::size_t end = std::min(bytes->find(separator, begin), bytes->size());
    std::string name = bytes->substr(begin, end - begin);
    if (separator == '\n' && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) out.push_back(with_slashes(std::move(name)));
    begin = end + 1;
  }
  return out;
}

}  // namespace nianbao
