#!/usr/bin/env python3
"""char_ref.py CHAR_REF.RL OUT.C    gumbo's named character references from a sorted table instead of a state machine.

Ragel's machine for the 2231 names takes 177 kB of a WebAssembly module, the table 33 kB. Names and code points
come from gumbo's own grammar; all else of that file stays as it is.
"""
import re
import sys

SEARCH = """
// The end of the longest name that `p` begins with, before `pe`, or null.
static const char* find_named_ref(const char* p, const char* pe, OneOrTwoCodepoints* output) {
  int low = 0, high = kNameCount, found = -1;
  const char* end = 0;
  for (int depth = 0; low < high; ++depth) {
    if (kNames[kNameStarts[low] + depth] == 0) {
      found = low++;
      end = p + depth;
    }
    if (p + depth == pe) break;
    const unsigned char c = p[depth];
    int first = low, last = high;
    while (first < last) {
      const int middle = (first + last) / 2;
      if ((unsigned char) kNames[kNameStarts[middle] + depth] < c) first = middle + 1; else last = middle;
    }
    low = first;
    for (last = high; first < last;) {
      const int middle = (first + last) / 2;
      if ((unsigned char) kNames[kNameStarts[middle] + depth] <= c) first = middle + 1; else last = middle;
    }
    high = first;
  }
  if (found < 0) return 0;
  output->first = kFirst[found];
  for (int i = 0; i < kPairCount; ++i)
    if (kPairs[i][0] == found) output->second = kPairs[i][1];
  return end;
}
"""


def entries(grammar: str) -> list:
    """(name, first code point, second or None), sorted by name."""
    pattern = r"'([A-Za-z0-9]+;?)' => \{ output->first = (0x[0-9a-f]+);(?: output->second = (0x[0-9a-f]+);)? fbreak; \};"
    found = [(n, int(a, 16), int(b, 16) if b else None) for n, a, b in re.findall(pattern, grammar)]
    if len(found) != grammar.count("=>"):
        raise ValueError("a rule of the grammar was not understood")
    return sorted(found)


def array(kind: str, name: str, values: list) -> str:
    return f"static const {kind} {name}[] = {{{', '.join(map(str, values))}}};\n"


def tables(found: list) -> str:
    starts, at = [], 0
    for name, _, _ in found:
        starts.append(at)
        at += len(name) + 1
    names = "\n".join(f'  "{name}\\0"' for name, _, _ in found)
    pairs = [f"{{{i}, {second}}}" for i, (_, _, second) in enumerate(found) if second is not None]
    return (
        f"enum {{ kNameCount = {len(found)}, kPairCount = {len(pairs)} }};\n"
        + f"static const char kNames[] =\n{names};\n"
        + array("unsigned short", "kNameStarts", starts)
        + array("int", "kFirst", [first for _, first, _ in found])
        + f"static const unsigned short kPairs[][2] = {{{', '.join(pairs)}}};  // entry, second code point\n"
    )


def once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"{old!r} is there {text.count(old)} times")
    return text.replace(old, new)


with open(sys.argv[1], encoding="utf-8") as file:
    source = file.read()
grammar = re.search(r"^%%\{\n.*?^\}%%$", source, re.S | re.M).group(0)
source = once(source, grammar, "")
source = once(source, "%% write data noerror nofinal;", tables(entries(grammar)) + SEARCH)
source = once(source, "%% write init;", "")
source = once(source, "(void) char_ref_en_valid_named_ref;", "")
source = once(source, "%% write exec;", "te = find_named_ref(p, pe, output);")
source = once(source, "cs >= %%{ write first_final; }%%", "te")
with open(sys.argv[2], "w", encoding="utf-8") as file:
    file.write(source)
