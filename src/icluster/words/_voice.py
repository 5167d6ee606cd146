"""Sentences of a template and its parts, and every value that stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from reprlib import Repr
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster.words._folding import printable
from icluster.words._languages import ENGLISH, Language, number_text

_LONGEST_PART = 200

# "{}" is the next part, "{1}" the part of that number, "{1?row|rows}" the first word
# where that part is one, else the second.
_PART = re.compile(r"\{(\d*)(?:\?([^{}|]*)\|([^{}|]*))?\}", re.ASCII)


class Said:
    """What is written as its ``said()``, in English.

    Example:
        >>> isinstance(Share(Fraction(1, 8)), Said), str(Share(Fraction(1, 8)))
        (True, '12.5 %')
    """

    __slots__ = ()

    def __str__(self) -> str:
        return worded(self)


@frozen
class Sentence:
    """Words with parts, not yet put into a language.

    Attributes:
        template: The English words: ``{}`` is the next part, ``{0}`` the first part,
            ``{0?row|rows}`` the first word where the first part is one, else the
            second. Without parts the words stand as they are, braces too.
        parts: The parts, as they stand in the data.
        context: Which meaning of the words, where they have two.

    Example:
        >>> sentence = say("{} {0?row|rows} of {}", 1, "Bronze")
        >>> str(sentence), str(say("{} {0?row|rows}", 2))
        ('1 row of Bronze', '2 rows')
    """

    template: str
    parts: tuple[Any, ...] = ()
    context: str = ""

    def text(self, language: Language = ENGLISH) -> str:
        """Return the words in *language*, on one line and safe to print.

        Braces inside of parts mean nothing.

        Example:
            >>> say("{} ended", "{}").text()
            '{} ended'
        """
        template = language.of(self.template, self.context)
        text = _filled(template, self.parts, language) if self.parts else template
        return printable(text)

    def said(self) -> Sentence:
        """Return itself.

        Example:
            >>> say("ended").said()
            Sentence(template='ended', parts=(), context='')
        """
        return self

    def __str__(self) -> str:
        return self.text()


def say(template: str, *parts: object, context: str = "") -> Sentence:
    """Make a sentence of *template* and *parts*.

    Raises:
        ValueError: A part is not named in the template, or one is named that is
            not there.

    Example:
        >>> str(say("{} ended {}", "Bronze", date(2018, 5, 4)))
        'Bronze ended 2018-05-04'
    """
    count = len(parts)
    is_whole = _is_plain(template, count) or parts_named(template) == set(range(count))
    if parts and not is_whole:
        raise ValueError(f"template must name {count} parts, got {template!r}")
    return Sentence(template, parts, context)


def _is_plain(template: str, count: int) -> bool:
    # As nearly every template is; sentences are made, and read, by the thousand.
    braces = template.count("{"), template.count("}"), template.count("{}")
    return braces == (count, count, count)


def parts_named(template: str) -> set[int]:
    """Return the numbers of the parts that *template* names.

    Example:
        >>> parts_named("{} {0?row|rows} of {}")
        {0, 1}
    """
    positions = iter(range(len(template)))
    return {
        int(number) if number else next(positions)
        for number, _, _ in _PART.findall(template)
    }


def _filled(template: str, parts: tuple[Any, ...], language: Language) -> str:
    if _is_plain(template, len(parts)):
        return template.format(*[_part(part, language) for part in parts])
    positions = iter(range(len(parts)))

    def fill(match: re.Match[str]) -> str:
        number, one, several = match.groups()
        part = parts[int(number) if number else next(positions)]
        if one is None:
            return _part(part, language)
        return one if _is_one(part) else several

    try:
        return _PART.sub(fill, template)
    except (IndexError, StopIteration, RuntimeError):
        # A translation that names parts which are not there must hide nothing.
        return f"{template} ({', '.join(_part(part, language) for part in parts)})"


def _is_one(part: object) -> bool:
    if isinstance(part, (int, Decimal, Fraction)):
        return abs(part) == 1
    if isinstance(part, Sentence):
        # A number that stands alone is that number; all else that does is one thing.
        alone = part.parts[0] if part.template == "{}" else 0
        return _is_one(alone) if isinstance(alone, (int, Decimal, Fraction)) else True
    items = part.items if isinstance(part, Listed) else _items_of(part)
    return items is not None and len(items) == 1


def _part(part: object, language: Language) -> str:
    """Word a part of a sentence; a text out of hand is cut."""
    text = worded(part, language)
    whole = isinstance(part, (Sentence, Listed, Quoted, tuple, list))
    if whole or len(text) <= _LONGEST_PART:
        return text
    return f"{text[: _LONGEST_PART - 3]}..."


def _to_items(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(items)


@frozen
class Listed(Said):
    """Several things and what joins the last of them to the others.

    Example:
        >>> str(Listed((7, 8, 9), "{} or {}"))
        '7, 8 or 9'
    """

    items: tuple[Any, ...] = field(converter=_to_items)
    link: str

    def said(self) -> Sentence:
        """Return the things as one sentence.

        Example:
            >>> Listed((7, 8), "{} or {}").said().template
            '{} or {}'
        """
        if len(self.items) < 2:
            return Sentence("{}" if self.items else "", self.items)
        if len(self.items) == 2:
            return Sentence(self.link, self.items)
        return Sentence(self.link, (self.items[:-1], self.items[-1]))


def either(items: Iterable[object]) -> Listed:
    """Word *items* as alternatives.

    Example:
        >>> str(either(["7.0", "8.0"]))
        '7.0 or 8.0'
    """
    return Listed(items, "{} or {}")


def both(items: Iterable[object]) -> Listed:
    """Word *items* as things that all hold.

    Example:
        >>> str(both(["Bronze", "Silver", "Gold"]))
        'Bronze, Silver and Gold'
    """
    return Listed(items, "{} and {}")


_NEXT_TO_NOTHING = Fraction(1, 200)  # percent; it would be rounded to nothing


@frozen
class Share(Said):
    """A share of one, worded as a percentage.

    What is next to nothing, or next to the whole, is not rounded to it.

    Example:
        >>> str(Share(Fraction(1, 8))), str(Share(Fraction(1, 3)))
        ('12.5 %', '≈ 33.33 %')
        >>> str(Share(Fraction(1, 10**6))), str(Share(1 - Fraction(1, 10**6)))
        ('< 0.01 %', '> 99.99 %')
    """

    value: Fraction | Decimal | int

    def said(self) -> Sentence:
        """Return the percentage.

        Example:
            >>> Share(Fraction(1, 8)).said().parts
            (Fraction(25, 2),)
        """
        percent = Fraction(self.value) * 100
        if 0 < percent <= _NEXT_TO_NOTHING:
            return Sentence("< {} %", (Decimal("0.01"),))
        if 100 - _NEXT_TO_NOTHING <= percent < 100:
            return Sentence("> {} %", (Decimal("99.99"),))
        return Sentence("{} %", (percent,))


Part: TypeAlias = str | bool | int | Decimal | Fraction | date | Sentence | Share | None
"""What a part of a sentence, or a cell, comes down to, free of language."""


def in_a_row(parts: Iterable[object], link: str = ", ") -> Sentence:
    """Return *parts* one after another, as a sentence; none make an empty one.

    Example:
        >>> print(in_a_row([say("{} more", 3), 4], "; "))
        3 more; 4
    """
    several = tuple(parts)
    return Sentence(link.join(["{}"] * len(several)), several)


def as_part(value: Any) -> Part:
    """Return what *value* says, free of language and of classes of its own.

    Example:
        >>> as_part((7, "a")), as_part(Fraction(1, 3))
        (Sentence(template='{}, {}', parts=(7, 'a'), context=''), Fraction(1, 3))
    """
    plain: Part = value
    is_decimal = isinstance(value, Decimal)
    if type(value) in _PLAIN_PARTS and not is_decimal:  # by far the most
        return plain
    if (said := _said_by(value)) is not None:
        return Sentence(said.template, tuple(map(as_part, said.parts)), said.context)
    is_odd = value.is_snan() if is_decimal else isinstance(value, datetime)
    if isinstance(value, _PLAIN_PARTS) and not is_odd:
        return plain
    if (items := _items_of(value)) is None:
        return worded(value)
    return in_a_row(map(as_part, items)) if items else ""


_PLAIN_PARTS = (str, int, bool, type(None), Decimal, Fraction, date, Share)


def _said_by(value: Any) -> Sentence | None:
    """Return the sentence that *value* says of itself; None where it says none."""
    kind = type(value)
    if kind is str or kind is int:
        return None  # by far the most parts
    if isinstance(value, Enum):
        return Sentence(str(getattr(value, "title", value.value)), (), kind.__name__)
    if isinstance(value, type) or not hasattr(value, "said"):
        return None
    said: Sentence = value.said()
    return said


@frozen(eq=False)
class Quoted:
    """What came, quoted as it came: see `quoted`.

    Example:
        >>> str(Quoted("x"))
        "'x'"
    """

    value: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quoted) and quoted(self.value) == quoted(other.value)

    def __hash__(self) -> int:
        return hash(quoted(self.value))

    def __str__(self) -> str:
        return quoted(self.value)


def worded(value: object, language: Language = ENGLISH) -> str:
    """Write *value* as a person would read it, in *language*; never raise.

    Numbers are exact up to two places, else marked by ≈. None is nothing at all, a
    boolean yes or no, an enum its title, days are written after ISO 8601. Texts stand
    on one line, without what a terminal would obey.

    Example:
        >>> worded(True), worded(Fraction(1, 3)), worded((date(2018, 5, 4), "and more"))
        ('yes', '≈ 0.33', '2018-05-04, and more')
    """
    try:
        return _worded(value, language)
    except Exception as error:  # noqa: BLE001 (one part must not hide a report)
        return f"<{type(value).__name__} that raises {type(error).__name__}>"


def _worded(value: Any, language: Language) -> str:
    said = _said_by(value)
    if said is not None:
        return said.text(language)
    if value is None or isinstance(value, str):
        return printable(value) if value else ""
    if isinstance(value, (bool, int, Decimal, Fraction)):
        return number_text(value, language)
    if isinstance(value, date):
        return value.isoformat()
    items = _items_of(value)
    if items is None:
        return printable(str(value))
    return ", ".join([worded(item, language) for item in items])


def _items_of(value: Any) -> Sequence[Any] | None:
    """Return the things that a collection holds, in an order; None for all else."""
    if isinstance(value, (tuple, list)):
        return value
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=worded)
    if isinstance(value, Mapping):
        return [Sentence("{}: {}", pair) for pair in value.items()]
    return None


class _Quoting(Repr):
    """Quotes values without end: long, deep or huge ones are cut."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 3, 120, _LONGEST_PART
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = 8
        self.maxfrozenset = 8

    def repr1(self, x: Any, level: int) -> str:
        if isinstance(x, Enum):
            return str(getattr(x, "title", x.name))
        if isinstance(x, (int, Decimal, Fraction)) and not isinstance(x, bool):
            return number_text(x, ENGLISH) if not isinstance(x, Fraction) else str(x)
        if isinstance(x, date):
            return x.isoformat()
        return super().repr1(x, level)

    def repr_instance(self, x: Any, level: int) -> str:
        return x.__name__ if isinstance(x, type) else super().repr_instance(x, level)


def quoted(value: object) -> str:
    """Quote what came, whatever it is: short, on one line, never failing.

    Texts stand in quotes, exact numbers in digits; long, deep or huge values are cut.

    Example:
        >>> quoted("1.2"), quoted([1, Decimal("1.20")]), len(quoted("x" * 10_000))
        ("'1.2'", '[1, 1.20]', 120)
    """
    try:
        text = _Quoting().repr(value)
    except Exception:  # noqa: BLE001 (what came must not hide what is wrong with it)
        text = f"something of type {type(value).__name__}"
    return text if len(text) <= _LONGEST_PART else f"{text[: _LONGEST_PART - 3]}..."
