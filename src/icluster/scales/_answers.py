"""What answers are made of, and those of a group: how often each was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._exact import exact_sum, is_exact
from icluster._faults import to_sentence
from icluster._fields import instance_of, is_key, to_tuple
from icluster._texts import is_optional_text
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.money import Money
from icluster.vocabularies import Other, Vocabulary
from icluster.words import Sentence, Shown, say


class Unit(Vocabulary):
    """What a measure counts.

    Example:
        >>> Unit.FTE.title
        'full-time equivalents'
    """

    COUNT = "count", "count"
    SHARE = "share", "share"
    RATIO = "ratio", "ratio"
    YEARS = "years", "years"
    MONTHS = "months", "months"
    FTE = "fte", "full-time equivalents"
    DAYS_PER_PERSON_AND_YEAR = "days_per_person_and_year", "days per person and year"


@frozen
class Option(Shown):
    """One of the answers, or categories, of a list.

    Example:
        >>> Option("sme", "small and medium-sized enterprises").name
        'small and medium-sized enterprises'
    """

    key: str = field(validator=is_key)
    title: str = field(default="", validator=is_optional_text)

    @property
    def name(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


Options: TypeAlias = list[Option | str] | tuple[Option | str, ...]


def to_options(options: Options) -> tuple[Option, ...]:
    """Freeze options; a plain text is a key without a title."""
    items: Any = to_tuple(options)
    if not isinstance(items, tuple):
        return items  # type: ignore[no-any-return]  # the validator refuses it
    return tuple(Option(item) if isinstance(item, str) else item for item in items)


def are_told_apart(_: Any, attribute: Any, options: tuple[Option, ...]) -> None:
    """Refuse options of which two answer to one key or title."""
    names = [
        name for option in options for name in {option.key, option.name.casefold()}
    ]
    if len(set(names)) != len(names):
        expected = "of keys and titles that differ"
        raise InvalidValueError(attribute.name, expected, options)


def find_option(options: tuple[Option, ...], text: str) -> str | None:
    """Return the key of the option that *text* names by key or title."""
    name = " ".join(text.split()).casefold()
    for option in options:
        if name in (option.key, option.name.casefold()):
            return option.key
    return None


def named_option(options: tuple[Option, ...], key: str | Other) -> Sentence:
    """Return the option of that *key* for a reader; other text as it stands."""
    if isinstance(key, Other):
        return say("{}", key.text)
    name = next((option.name for option in options if option.key == key), key)
    return Sentence(name)


def keys_of(options: tuple[Option, ...]) -> tuple[str, ...]:
    """Return the keys of *options*."""
    return tuple(option.key for option in options)


def _to_parts(
    parts: Mapping[str, int | Decimal | Fraction]
    | Sequence[tuple[str, int | Decimal | Fraction]],
) -> tuple[tuple[str, int | Decimal | Fraction], ...]:
    pairs: Any = parts.items() if isinstance(parts, Mapping) else parts
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise InvalidValueError("parts", "numbers by category", parts)
    return tuple(tuple(pair) for pair in pairs)


def _are_parts(_: Any, __: Any, parts: tuple[Any, ...]) -> None:
    for part in parts:
        if len(part) != 2 or not isinstance(part[0], str) or not is_exact(part[1]):
            raise InvalidValueError("parts", "exact numbers by category", part)
    keys = [key for key, _ in parts]
    if len(set(keys)) != len(keys):
        raise InvalidValueError("parts", "one number a category", keys)


@frozen
class Composition(Shown):
    """What a whole is made of: a count or a share for each category.

    Attributes:
        parts: Pairs of category and number; a mapping is taken as well.

    Raises:
        InvalidValueError: A number is not exact, or a category stands twice.

    Example:
        >>> members = Composition({"sme": 30, "large": 10})
        >>> members.total, members.share("sme")
        (Fraction(40, 1), Fraction(3, 4))
    """

    parts: tuple[tuple[str, int | Decimal | Fraction], ...] = field(
        converter=_to_parts, validator=_are_parts
    )

    def __getitem__(self, category: str) -> int | Decimal | Fraction:
        for key, number in self.parts:
            if key == category:
                return number
        raise UnknownNameError("category", category, self.categories)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories, in the order given."""
        return tuple(key for key, _ in self.parts)

    @property
    def numbers(self) -> tuple[int | Decimal | Fraction, ...]:
        """The numbers, in the order given."""
        return tuple([number for _, number in self.parts])

    @property
    def total(self) -> Fraction:
        """The sum of the numbers."""
        return Fraction(exact_sum(self.numbers))

    def share(self, category: str) -> Fraction | None:
        """Return the share of *category* in the whole; None where all is zero.

        Example:
            >>> print(Composition({"sme": 0}).share("sme"))
            None
        """
        total = self.total
        return Fraction(self[category]) / total if total else None


Number: TypeAlias = int | Decimal | Fraction


AnswerValue: TypeAlias = (
    int
    | Decimal
    | Fraction
    | Money
    | Composition
    | str
    | Other
    | tuple[str | Other, ...]
)
"""What an answer may hold once it is read: exact, frozen, hashable."""


def _is_count(_: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidValueError(attribute.name, "a number of answers", value)


@frozen
class Frequency(Shown):
    """How many gave one answer.

    Attributes:
        answer: The option, step or other text, for a reader.
        count: How many gave it.
        is_own: Whether the record that is placed gave it too.

    Example:
        >>> print(Frequency("industry", 7, is_own=True).answer)
        industry
    """

    answer: Sentence = field(converter=to_sentence, validator=instance_of(Sentence))
    count: int = field(validator=_is_count)
    is_own: bool = field(default=False, validator=instance_of(bool), kw_only=True)


@frozen
class Comparable(Shown):
    """The answers of a group that can be compared with one answer.

    Attributes:
        answers: Those that can.
        incomparable: How many cannot: amounts of another currency or year.
        not_applicable: How many have nothing to compare: parts of nothing.

    Example:
        >>> Comparable((3, 4), incomparable=1).answers
        (3, 4)
    """

    answers: tuple[AnswerValue, ...]
    incomparable: int = 0
    not_applicable: int = 0


@frozen(kw_only=True)
class Line(Shown):
    """Numbers of a group with distances between them, and the own one among them.

    Attributes:
        numbers: One an answer, in any order.
        totals: What each number is divided by; empty where it stands for itself.
        own: The number to be placed; None where there is none.
        category: Which part of a composition it is about; empty for the whole.

    Example:
        >>> Line(numbers=(3, 4), own=3).category
        ''
    """

    numbers: tuple[Number, ...]
    totals: tuple[Number, ...] = ()
    own: Number | None = None
    category: str = ""
