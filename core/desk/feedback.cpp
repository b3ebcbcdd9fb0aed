#include "desk/feedback.h"

#include <map>
#include <set>

#include "base/printable.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

// A part of a path: no mark that a system gives a meaning to, no end that one drops, not too long with the
// rest.
std::u16string safe_part(std::u16string_view part) {
  constexpr std::size_t longest = 60;
  std::u16string out;
  for (char16_t c : part.substr(0, longest))
    out += c < 0x20 || std::u16string_view(u"\\/:*?\"<>|").find(c) != std::u16string_view::npos ? u'_' : c;
  while (!out.empty() && (out.back() == u'.' || out.back() == u' ')) out.pop_back();
  while (!out.empty() && out.front() == u' ') out.erase(0, 1);
  return out;
}

struct Path {
  std::u16string folder, stem;
};

Path split(const std::string& path) {
  const std::u16string text = from_utf8(printable(path));
  Path out;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(u'/', begin)) != std::u16string::npos; begin = end + 1)
    if (const std::u16string part = safe_part(std::u16string_view(text).substr(begin, end - begin));
        !part.empty())
      out.folder += part + u"/";
  const std::u16string_view name = std::u16string_view(text).substr(begin);
  out.stem = safe_part(name.substr(0, name.rfind(u'.')));
  if (out.stem.empty()) out.stem = u"年报";
  return out;
}

std::u16string small_letters(std::u16string text) {
  for (char16_t& c : text)
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c + (u'a' - u'A'));
  return text;
}

}  // namespace

std::vector<std::string> note_names(const std::vector<Handed>& reports,
                                    const std::vector<std::string>& paths) {
  std::vector<Path> all;
  std::map<std::u16string, std::size_t> of_body;
  const auto body_in = [&](std::size_t i) { return all[i].folder + safe_part(reports[i].agency); };
  for (std::size_t i = 0; i < paths.size(); ++i) {
    all.push_back(split(paths[i]));
    ++of_body[body_in(i)];
  }
  std::vector<std::string> out;
  std::set<std::u16string> taken;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::u16string body = safe_part(reports[i].agency);
    std::u16string name = all[i].folder + (body.empty() ? all[i].stem : body);
    if (!body.empty() && of_body[body_in(i)] > 1) name += u"（" + all[i].stem + u"）";
    name += u"校核单";
    std::u16string unique = name;
    for (int n = 2; !taken.insert(small_letters(unique)).second; ++n)
      unique = name + from_utf8(std::to_string(n));
    out.push_back(to_utf8(unique) + ".docx");
  }
  return out;
}

}  // namespace nianbao
