"""Spanish that hears what it is asked for, and what of English is left in a text."""

from __future__ import annotations

import re
from typing import ClassVar

from icluster.languages import es
from icluster.reference import inventory
from icluster.words import Language

# Spelt alike in both languages, or the names of lists of codes and their versions.
ALIKE = {"no", "Total", "error"} | {
    table.edition for table in inventory() if table.name.startswith("iso")
}
# Words that are none in Spanish; what has them was left in English.
ENGLISH = re.compile(
    r"(?<![\w.\[<'-])(all|and|are|at|be|but|by|each|for|from|is|it|its|less|more|must"
    r"|not|of|on|or|than|that|the|there|to|was|were|what|which|with|yes)(?![\w'-])"
)


class Listening(Language):
    """Spanish that writes down what it is asked for, and has no words for."""

    asked: ClassVar[set[str]] = set()

    def of(self, template: str, context: str = "") -> str:
        text = super().of(template, context)
        if text == template and any(map(str.isalpha, template)):
            self.asked.add(template)
        return text


SPANISH = Listening("es", es.SPANISH.name, es.SPANISH.entries)


def english_in(text: str, names: list[str]) -> list[str]:
    """Return the lines with English in them, what is printed or quoted left aside."""
    for _, label, translated in SPANISH.entries:
        if label and translated.startswith(f"{label} ["):
            text = text.replace(translated, "")
    for name in names:
        text = text.replace(name, "")
    text = re.sub(r"“[^”\n]*”", "", text)
    return [line.strip() for line in text.splitlines() if ENGLISH.search(line)]
