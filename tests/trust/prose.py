"""Turns sentences with figures into text and remembers where each figure is said."""
import re
from decimal import ROUND_HALF_UP, Decimal

SPLIT = re.compile(r"[，。；、：（）]")


def share(part, whole, digits):
    value = Decimal(part) * 100 / Decimal(whole)
    text = str(value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
    return text


class Prose:
    """`figures` are what the text says; a fault changes them before the text is made.

    places[name] is the clause in which a figure stands, for the truth of a fault."""

    def __init__(self, rng, figures, avoid=()):
        self.rng, self.figures, self.places, self.used, self.avoid = rng, figures, {}, set(), set(avoid)

    def choose(self, sentences):
        fresh = [sentence for sentence in sentences if sentence not in self.used and sentence not in self.avoid]
        return self.rng.choice(fresh or [sentence for sentence in sentences if sentence not in self.used] or sentences)

    def say(self, sentences, **more):
        template = self.choose([sentences] if isinstance(sentences, str) else list(sentences))
        self.used.add(template)
        known = {**self.figures, **more}
        for clause in SPLIT.split(template):
            for name in re.findall(r"{(\w+)}", clause):
                self.places[name] = clause.format_map(known).strip()
        return template.format_map(known)

    def some(self, sentences, count, **more):
        return "".join(self.say(sentences, **more) for _ in range(count))
