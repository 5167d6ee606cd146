"""A language: what stands for each English template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


def _to_entries(given: Any) -> tuple[tuple[str, str, str], ...]:
    """Freeze translations: by template, or by context and then by template."""
    if not isinstance(given, Mapping):
        return tuple(sorted((str(c), str(t), str(text)) for c, t, text in given))
    entries = []
    for key, value in given.items():
        if isinstance(value, Mapping):
            entries += [(key, template, text) for template, text in value.items()]
        else:
            entries.append(("", key, value))
    return tuple(sorted(entries))


@frozen
class Language:
    """What stands for each English template in another language.

    Attributes:
        code: Its tag after BCP 47, for example ``"es"``.
        name: How it calls itself.
        entries: Context, English template and translation; a mapping of templates to
            translations, or of contexts to such mappings, is taken as well. A context
            tells two meanings of one word apart; that of an enum's title is the name
            of its class.

    Example:
        >>> from icluster.words import say
        >>> german = Language("de", "Deutsch", {"{} ended {}": "{} endete {}"})
        >>> say("{} ended {}", "Bronze", 2018).text(german)
        'Bronze endete 2018'
    """

    code: str
    name: str
    entries: tuple[tuple[str, str, str], ...] = field(
        default=(), converter=_to_entries, repr=False
    )

    def of(self, template: str, context: str = "") -> str:
        """Return what stands for *template*; the template itself where nothing does.

        Example:
            >>> ENGLISH.of("{} ended {}")
            '{} ended {}'
        """
        text = self._found(template, context)
        if text is None and context:
            text = self._found(template, "")
        return template if text is None else text

    def _found(self, template: str, context: str) -> str | None:
        index = bisect_left(self.entries, (context, template, ""))
        if index < len(self.entries):
            known_context, known, text = self.entries[index]
            if known == template and known_context == context:
                return text
        return None

    def knows(self, template: str, context: str = "") -> bool:
        """Tell whether *template* has a translation of its own.

        Example:
            >>> ENGLISH.knows("{} ended {}")
            False
        """
        contexts = {context, ""}
        return any(self._found(template, context) is not None for context in contexts)

    def but(self, entries: Mapping[str, str | Mapping[str, str]]) -> Language:
        """Return the language with other words for some templates.

        Example:
            >>> from icluster.words import say
        >>> shouting = ENGLISH.but({"{} ended {}": "{} ENDED {}"})
            >>> say("{} ended {}", "It", 2018).text(shouting)
            'It ENDED 2018'
        """
        merged = {(c, t): text for c, t, text in self.entries}
        merged |= {(c, t): text for c, t, text in _to_entries(entries)}
        rows = tuple((c, t, text) for (c, t), text in sorted(merged.items()))
        return Language(self.code, self.name, rows)


ENGLISH = Language("en", "English")
"""The source of every other language: its templates stand in the code."""
