#include "input/ofd_values.h"

#include <algorithm>
#include <cmath>

namespace nianbao {
namespace {

constexpr std::size_t most_numbers = 1'000'000;

bool is_gap(char c) { return c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r'; }

void skip_gaps(std::string_view& text) {
  while (!text.empty() && is_gap(text[0])) text.remove_prefix(1);
}

bool is_digit_of(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

// Takes a number off the begin of `text`. Written out, because the locale must not matter. Beyond a thousand
// kilometres nothing is on a page.
bool take_number(std::string_view& text, double& out) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  double value = 0, unit = 1;
  bool any = false;
  for (; is_digit_of(rest); rest.remove_prefix(1), any = true) value = value * 10 + (rest[0] - '0');
  if (rest.starts_with('.'))
    for (rest.remove_prefix(1); is_digit_of(rest); rest.remove_prefix(1), any = true)
      value += (rest[0] - '0') * (unit /= 10);
  if (!any) return false;
  if (rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') &&
      (is_digit_of(rest.substr(1)) || is_digit_of(rest.substr(std::min<std::size_t>(2, rest.size()))))) {
    rest.remove_prefix(1);
    const bool small = rest[0] == '-';
    if (small || rest[0] == '+') rest.remove_prefix(1);
    int power = 0;
    for (; is_digit_of(rest); rest.remove_prefix(1)) power = std::min(power * 10 + (rest[0] - '0'), 40);
    for (; power > 0; --power) value = small ? value / 10 : value * 10;
  }
  value = std::min(value, 1e9);
  out = negative ? -value : value;
  text = rest;
  return true;
}

std::uint32_t channel(double value) { return static_cast<std::uint32_t>(std::clamp(value, 0.0, 255.0)); }

// "255 0 0", "#FF #0 #0"
std::vector<double> channels(std::string_view text) {
  if (text.find('#') == std::string_view::npos) return ofd_numbers(text);
  std::vector<double> out;
  for (char c : text) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (c == '#' && out.size() < 8) out.push_back(0);
    else if (digit >= 0 && !out.empty()) out.back() = out.back() * 16 + digit;
  }
  return out;
}

class PathReader {
 public:
  explicit PathReader(std::string_view data) : rest_(data) {}

  std::vector<OfdRun> read() {
    while (next_operator()) {
      switch (operator_) {
        case 'S':
        case 'M': begin(); break;
        case 'L': add(2, false); break;
        case 'Q': add(4, true); break;
        case 'B': add(6, true); break;
        case 'A': add(7, true); break;
        case 'C': close(); break;
        default: break;
      }
      if (points_ > most_numbers) break;
    }
    return std::move(runs_);
  }

 private:
  bool next_operator() {
    while (!rest_.empty()) {
      const char c = rest_[0];
      if (c >= 'A' && c <= 'Z') {
        operator_ = c;
        rest_.remove_prefix(1);
        return true;
      }
      rest_.remove_prefix(1);
    }
    return false;
  }

  bool take(double* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      skip_gaps(rest_);
      if (!take_number(rest_, out[i])) return false;
    }
    return true;
  }

  void begin() {
    double at[2];
    if (!take(at, 2)) return;
    if (!runs_.empty() && runs_.back().points.size() == 1) runs_.pop_back();  // S, then M
    runs_.emplace_back().points.push_back({at[0], at[1]});
    ++points_;
  }

  // The last two numbers are where the pen arrives.
  void add(std::size_t count, bool curved) {
    double at[7];
    if (!take(at, count) || runs_.empty()) return;
    if (runs_.back().closed) {  // goes on where it was closed
      const OfdPoint start = runs_.back().points.front();
      runs_.emplace_back().points.push_back(start);
    }
    runs_.back().points.push_back({at[count - 2], at[count - 1]});
    runs_.back().curved |= curved;
    ++points_;
  }

  void close() {
    if (!runs_.empty()) runs_.back().closed = true;
  }

  std::string_view rest_;
  char operator_ = 0;
  std::vector<OfdRun> runs_;
  std::size_t points_ = 0;
};

}  // namespace

double ofd_number(std::string_view text, double fallback) {
  skip_gaps(text);
  double value = 0;
  return take_number(text, value) ? value : fallback;
}

std::vector<double> ofd_numbers(std::string_view text) {
  std::vector<double> out;
  double value = 0;
  for (skip_gaps(text); out.size() < most_numbers && take_number(text, value); skip_gaps(text))
    out.push_back(value);
  return out;
}

std::vector<double> ofd_deltas(std::string_view text, std::size_t most) {
  std::vector<double> out;
  for (skip_gaps(text); !text.empty() && out.size() < most; skip_gaps(text)) {
    double count = 1, value = 0;
    if (text[0] == 'g') {
      text.remove_prefix(1);
      skip_gaps(text);
      if (!take_number(text, count)) break;
      skip_gaps(text);
    }
    if (!take_number(text, value)) break;
    const std::size_t room = most - out.size();
    out.insert(out.end(),
               count < 0                           ? 0
               : count < static_cast<double>(room) ? static_cast<std::size_t>(count)
                                                   : room,
               value);
  }
  return out;
}

OfdMatrix inside(const OfdMatrix& o, const OfdMatrix& i) {
  return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
          o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

OfdMatrix moved(double x, double y) { return {1, 0, 0, 1, x, y}; }

OfdMatrix ofd_matrix(std::string_view ctm) {
  const std::vector<double> n = ofd_numbers(ctm);
  return n.size() == 6 ? OfdMatrix{n[0], n[1], n[2], n[3], n[4], n[5]} : OfdMatrix();
}

Box ofd_box(std::string_view text) {
  const std::vector<double> n = ofd_numbers(text);
  return n.size() == 4 ? Box{n[0], n[1], n[0] + n[2], n[1] + n[3]} : Box();
}

Box bounds(const OfdMatrix& matrix, const Box& box) {
  const OfdPoint corners[] = {matrix({box.left, box.top}), matrix({box.right, box.top}),
                              matrix({box.left, box.bottom}), matrix({box.right, box.bottom})};
  Box out{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const OfdPoint& p : corners)
    out = {std::min(out.left, p.x), std::min(out.top, p.y), std::max(out.right, p.x),
           std::max(out.bottom, p.y)};
  return out;
}

OfdColour ofd_colour(pugi::xml_node node) {
  OfdColour out;
  out.alpha = std::clamp(ofd_number(attribute(node, "Alpha"), 255) / 255, 0.0, 1.0);
  const std::vector<double> n = channels(attribute(node, "Value"));
  if (n.size() == 3) out.rgb = channel(n[0]) << 16 | channel(n[1]) << 8 | channel(n[2]);
  else if (n.size() == 1) out.rgb = channel(n[0]) * 0x10101;
  else if (n.size() == 4)
    out.rgb = channel(255 - n[0] - n[3]) << 16 | channel(255 - n[1] - n[3]) << 8 | channel(255 - n[2] - n[3]);
  else if (node.first_child()) out.rgb = 0x808080;
  return out;
}

std::uint32_t on_white(const OfdColour& colour, double alpha) {
  std::uint32_t out = 0;
  for (int shift = 16; shift >= 0; shift -= 8)
    out |= channel(255 - (255 - static_cast<double>(colour.rgb >> shift & 255)) * colour.alpha * alpha)
           << shift;
  return out;
}

int darkest(std::uint32_t rgb) {
  return static_cast<int>(std::min({rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}));
}

std::vector<OfdRun> ofd_path(std::string_view data) { return PathReader(data).read(); }

}  // namespace nianbao
