"""A language: what stands for each English template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

_MOST_DIGITS, _LARGEST_INT = 200, 10**60

Entry: TypeAlias = tuple[str, str, str]


def _to_entries(
    entries: Mapping[str, str | Mapping[str, str]] | Sequence[Entry],
) -> tuple[Entry, ...]:
    """Freeze translations: by template, or by context and then by template."""
    if not isinstance(entries, Mapping):
        return tuple(sorted(entries))
    rows: list[Entry] = []
    for key, value in entries.items():
        if isinstance(value, Mapping):
            rows += [(key, template, text) for template, text in value.items()]
        else:
            rows.append(("", key, value))
    for row in rows:
        if [*map(type, row)] != [str, str, str]:
            message = f"entries must be texts by template, got {row!r:.200}"
            raise ValueError(message)
    return tuple(sorted(rows))


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
    entries: tuple[Entry, ...] = field(default=(), converter=_to_entries, repr=False)

    def of(self, template: str, context: str = "") -> str:
        """Return what stands for *template*; the template itself where nothing does.

        An empty template of a context stands for whatever is said in that context.

        Example:
            >>> ENGLISH.of("{} ended {}")
            '{} ended {}'
        """
        text = self._translation(template, context)
        return template if text is None else text

    def _translation(self, template: str, context: str) -> str | None:
        """Return what stands for *template*, its *context* being the first choice."""
        meanings = (context, template), (context, ""), ("", template)
        for meaning in meanings if context else meanings[2:]:
            index = bisect_left(self.entries, (*meaning, ""))
            if index < len(self.entries):
                entry = self.entries[index]
                if entry[:2] == meaning:
                    return entry[2]
        return None

    def knows(self, template: str, context: str = "") -> bool:
        """Tell whether *template* has a translation of its own.

        Example:
            >>> ENGLISH.knows("{} ended {}")
            False
        """
        return self._translation(template, context) is not None

    def but(self, entries: Mapping[str, str | Mapping[str, str]]) -> Language:
        """Return the language with other words for some templates.

        Example:
            >>> from icluster.words import say
            >>> shouting = ENGLISH.but({"{} ended {}": "{} ENDED {}"})
            >>> say("{} ended {}", "It", 2018).text(shouting)
            'It ENDED 2018'
        """
        rows = {entry[:2]: entry for entry in (*self.entries, *_to_entries(entries))}
        return Language(self.code, self.name, tuple(rows.values()))


ENGLISH = Language("en", "English")
"""The source of every other language: its templates stand in the code."""


def number_text(number: int | Decimal | Fraction, language: Language) -> str:
    """Write a number, or a boolean; exact up to two places, else marked by ≈."""
    if isinstance(number, bool):
        return language.of("yes" if number else "no", "bool")
    if isinstance(number, Decimal):
        # No exponent, zeros kept as given; an exponent out of hand stays one.
        tame = number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS
        # Nothing has no sign.
        plain = number or number.copy_abs()
        return f"{plain:f}" if tame else str(plain)
    if not -_LARGEST_INT < number < _LARGEST_INT:
        return language.of("a number of too many digits")
    hundredths = round(number * 100)
    sign, rest = "-" * (hundredths < 0), abs(hundredths)
    digits = f"{sign}{rest // 100}.{rest % 100:02}".rstrip("0").rstrip(".")
    return digits if Fraction(hundredths, 100) == number else f"≈ {digits}"
