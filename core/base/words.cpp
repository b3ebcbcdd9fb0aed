#include "base/words.h"

namespace nianbao {
namespace {

std::u16string fill(std::u16string_view pattern, std::initializer_list<Text> args,
                    std::u16string Text::*language) {
  std::u16string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == u'{' && i + 2 < pattern.size() && pattern[i + 2] == u'}';
    const std::size_t index = place ? static_cast<std::size_t>(pattern[i + 1] - u'0') : args.size();
    if (index >= args.size()) {
      out.push_back(pattern[i]);
      continue;
    }
    out.append((args.begin() + index)->*language);
    i += 2;
  }
  return out;
}

}  // namespace

Text say(std::u16string_view zh, std::u16string_view en, std::initializer_list<Text> args) {
  return {fill(zh, args, &Text::zh), fill(en, args, &Text::en)};
}

Text join(const Text& a, const Text& b) { return {a.zh + b.zh, a.en + b.en}; }

Text list(std::initializer_list<Text> items) {
  Text out;
  for (const Text& item : items) {
    if (!out.empty()) out = join(out, Words{u"、", u", "});
    out = join(out, item);
  }
  return out;
}

}  // namespace nianbao
