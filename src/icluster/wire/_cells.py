"""Cells of a spreadsheet, read as the field they belong to wants them.

A reader turns a cell into what `from_dict` takes, or into `Unread` with the
reason; `EMPTY` says that the field is left out. Whether the value is a good one is
not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

from attrs import frozen

from icluster._hints import field_hints, is_vocabulary, members_of, name_of
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.regions import Country, Region
from icluster.vocabularies import Other, Vocabulary
from icluster.wire._days import is_count_of_days, unread_days
from icluster.wire._naming import by_spelling, labels_in
from icluster.wire._refusals import Unread
from icluster.wire._remade import form_of
from icluster.wire._shapes import (
    LIST,
    TEXT_FORMS,
    Alternative,
    alternatives,
    expected_of,
    is_exchanged_class,
    of_part,
)
from icluster.words import (
    Language,
    Quoted,
    Sentence,
    closest,
    either,
    is_blank,
    say,
)

Read = Callable[[Any], Any]
ReadText = Callable[[str], Any]

EMPTY = Unread(say("filled"), None)
"""What a reader gives for an empty cell."""

_NOT_MINE = Unread(say("something else"), None)
"""What the reader of one type gives for text of another."""


@frozen
class Manner:
    """How cells are to be read.

    Attributes:
        read_day: Makes a day as text of a date in the order told, or None.
        comma: Whether a comma separates decimals.
        words: What certain texts stand for, as `from_dict` takes it.
        names: For each class what names stand for, as `from_dict` takes it.
        languages: Besides English, in which vocabularies may be labelled.
        month_ends: Whether a month in a field of whole days is its last day.
        orders: In which dates are written besides, as faults name them.
    """

    read_day: Callable[[str], str | None] | None
    comma: bool
    words: Mapping[str, Any]
    names: Mapping[type, Mapping[str, Any]] = MappingProxyType({})
    languages: tuple[Language, ...] = ()
    month_ends: bool = False
    orders: tuple[str, ...] = ()


def cell_reader(
    possible: tuple[Alternative, ...], manner: Manner, separator: str | None
) -> Read:
    """Return what reads cells for a field.

    Args:
        possible: What the field may hold.
        manner: How cells are to be read.
        separator: What stands between several values in a cell; None where a cell
            holds one.
    """
    lists = [kind for kind in possible if kind.shape == LIST]
    if separator is None or not lists:
        return _one(possible, manner)
    read_one = _one(alternatives(get_args(lists[0].hint)[0]), manner)

    def read(cell: Any) -> Any:
        if type(cell) is not str:
            return read_one(cell) if is_blank(cell) else cell
        text = cell.strip()
        if text in manner.words or not text:
            return read_one(text)
        parts = (part.strip() for part in text.split(separator))
        return [read_one(part) for part in parts if part]

    return read


def _one(possible: tuple[Alternative, ...], manner: Manner) -> Read:
    read_text = _text_reader(possible, manner)
    expected = _expected(possible, manner)
    named = [kind for kind in possible if _is_named(kind.hint, manner)]
    read_name = _text_reader(tuple(named), manner)
    words = {text: _meant(value, read_name) for text, value in manner.words.items()}

    def read(cell: Any) -> Any:
        if type(cell) is str:
            text = cell.strip()
            if text in words:
                return words[text]
            return read_text(text) if text else EMPTY
        if is_blank(cell):
            return words.get("", EMPTY)
        return _read_typed(cell, possible, expected)

    return read


def _is_named(hint: Any, manner: Manner) -> bool:
    """Tell whether what a field holds is told by labels or names."""
    return is_vocabulary(hint) or hint in manner.names


def _meant(value: Any, read_name: ReadText) -> Any:
    """Return what a word stands for, which may be told by a label or a name."""
    if value is None:
        return EMPTY
    meant = read_name(value) if type(value) is str else value
    return value if isinstance(meant, Unread) else meant


# --- texts ------------------------------------------------------------------------


def _text_reader(possible: tuple[Alternative, ...], manner: Manner) -> ReadText:
    # Any text is a text: that is asked last.
    readers = [
        (reader, kind.tag)
        for kind in sorted(possible, key=lambda kind: kind.hint is str)
        if (reader := _reader_of(kind.hint, manner)) is not None
    ]
    expected = _expected(possible, manner)
    labels = [
        label
        for kind in possible
        if is_vocabulary(kind.hint)
        for member in members_of(kind.hint)
        for label in _labels_of(member, manner.languages)
    ]
    titles = [
        _labels_of(member, manner.languages)[-1]
        for kind in possible
        if is_vocabulary(kind.hint) and not kind.tag
        for member in members_of(kind.hint)
    ]
    labels += [name for kind in possible for name, _ in _names_of(kind.hint, manner)]
    titles += [name for kind in possible for name in manner.names.get(kind.hint, ())]
    days = _holds_days(possible)
    numbers = any(kind.hint in _NUMBERS for kind in possible)

    def read(text: str) -> Any:
        for reader, tag in readers:
            value = reader(text)
            if value is not _NOT_MINE:
                return {tag: value} if tag else value
        if days and is_count_of_days(text):
            return unread_days(expected, text)
        similar = closest(text, labels) if labels else None
        if similar is not None:
            closer = say("{} (the closest is {})", expected, Quoted(similar))
            return Unread(closer, text)
        if numbers and not manner.comma and _has_comma(text):
            return Unread(say("{} (decimal=',' reads a comma)", expected), text)
        few = _as_listed(titles)
        return Unread(say("{}: {}", expected, either(few)) if few else expected, text)

    return read


def _as_listed(titles: list[str]) -> tuple[str | Quoted, ...]:
    """Return titles as they are listed, quoted if one has a comma; many not at all."""
    as_listed = Quoted if "," in "".join(titles) else str
    return tuple(map(as_listed, titles)) if len(titles) <= _FEW else ()


_FEW = 15  # labels that are told where none is close
_NUMBERS = (Decimal, Fraction)
_has_comma = re.compile(r"-?\d+,\d+", re.ASCII).fullmatch


def _expected(possible: tuple[Alternative, ...], manner: Manner) -> Sentence:
    """Return what a cell of a field must say, in words."""
    for kind in possible:
        if kind.hint in manner.names and kind.hint not in TEXT_FORMS:
            return say("the title of a {}", name_of(kind.hint))
    plain = [kind.hint for kind in possible if not kind.tag]
    expected = say("{}", either(_expected_of(hint, manner) for hint in plain))
    if manner.orders and _holds_days(possible):
        return say("{}, or written {}", expected, either(manner.orders))
    return expected


def _expected_of(hint: Any, manner: Manner) -> Sentence:
    if get_origin(hint) is tuple:
        return say("several values, split as told")
    if is_vocabulary(hint):
        return say("a key or label of {}", name_of(hint))
    if is_exchanged_class(hint):
        apart = say("{}, a column each", expected_of(hint))
        is_titled = "title" in field_hints(form_of(hint))
        return (
            say("{}, or one of those handed over as names", apart)
            if is_titled
            else apart
        )
    if hint in _NUMBERS and manner.comma:
        return say("a decimal number such as '0,5', thousands not set apart")
    expected = say("empty") if hint is NoneType else expected_of(hint)
    if hint in (Country, Region) and hint not in manner.names:
        return say("{}, or one of those handed over as names", expected)
    return expected


def _holds_days(possible: tuple[Alternative, ...]) -> bool:
    return any(kind.hint in (date, PartialDate) for kind in possible)


def _reader_of(hint: Any, manner: Manner) -> ReadText | None:
    """Return what reads texts as one type, or None where no text says it."""
    if hint in manner.names:
        return _name_reader(hint, manner)
    if hint in _NUMBERS:
        return _number_reader(hint, manner.comma)
    if hint in TEXT_FORMS:
        return _form_reader(hint, manner)
    if is_vocabulary(hint):
        return _label_reader(hint, manner.languages)
    return _PLAIN_READERS.get(hint)


_whole = re.compile(r"-?\d{1,18}", re.ASCII).fullmatch


def _read_whole(text: str) -> Any:
    return int(text) if _whole(text) else _NOT_MINE


def _read_truth(text: str) -> Any:
    lowered = text.lower()
    return lowered == "true" if lowered in ("true", "false") else _NOT_MINE


def _read_other(text: str) -> Any:
    head, colon, rest = text.partition(":")
    is_other = colon and head.strip().lower() == "other" and rest.strip()
    return rest.strip() if is_other else _NOT_MINE


_PLAIN_READERS: Mapping[Any, ReadText] = MappingProxyType(
    {str: str, bool: _read_truth, int: _read_whole, Other: _read_other}
)


def _name_reader(hint: Any, manner: Manner) -> ReadText:
    look_up = by_spelling(_names_of(hint, manner))
    read_code = _form_reader(hint, manner) if hint in TEXT_FORMS else None

    def read(text: str) -> Any:
        code = read_code(text) if read_code is not None else _NOT_MINE
        return look_up(text, _NOT_MINE) if code is _NOT_MINE else code

    return read


def _names_of(hint: Any, manner: Manner) -> Iterator[tuple[str, Any]]:
    """Yield what cells may name a thing by, each with the thing."""
    for name, value in manner.names.get(hint, {}).items():
        for label in labels_in(name, hint.__name__, manner.languages):
            yield label, value


def _labels_of(member: Any, languages: tuple[Language, ...]) -> tuple[str, ...]:
    title = str(getattr(member, "title", member.value))
    return labels_in(title, type(member).__name__, languages)


def _label_reader(kind: Any, languages: tuple[Language, ...]) -> ReadText:
    members = members_of(kind)
    keys = {member.value: member.value for member in members}
    look_up = by_spelling(
        (label, member.value)
        for member in members
        if isinstance(member, Vocabulary)
        for label in _labels_of(member, languages)
    )

    def read(text: str) -> Any:
        key = keys.get(text)
        return look_up(text, _NOT_MINE) if key is None else key

    return read


def _number_reader(kind: Any, comma: bool) -> ReadText:
    mark = "," if comma else r"\."
    number = re.compile(rf"-?\d{{1,80}}({mark}\d{{1,80}})?", re.ASCII)
    ratio = re.compile(TEXT_FORMS[Fraction].pattern, re.ASCII)

    def read(text: str) -> Any:
        if number.fullmatch(text):
            plain = text.replace(",", ".")
            return plain if kind is Decimal else str(Fraction(plain))
        return text if kind is Fraction and ratio.fullmatch(text) else _NOT_MINE

    return read


def _form_reader(kind: Any, manner: Manner) -> ReadText:
    matches = re.compile(TEXT_FORMS[kind].pattern, re.ASCII).fullmatch
    read_day = manner.read_day if kind in (date, PartialDate) else None

    def read(text: str) -> Any:
        day = read_day(text) if read_day is not None else None
        if day is not None:
            return _whole_day(day, manner.month_ends) if kind is date else day
        return text if matches(text) else _NOT_MINE

    return read


_MONTH = len("YYYY-MM")


def _whole_day(text: str, month_ends: bool) -> Any:
    """Return a day, the last of its month where that is told; or why it is none."""
    try:
        partial = PartialDate.parse(text)
    except InvalidValueError as error:
        return Unread(of_part(error.faults[0]), text)
    return partial.last_day.isoformat() if month_ends and len(text) == _MONTH else text


# --- cells that a spreadsheet or a data frame has typed ------------------------------


def _read_typed(
    cell: Any, possible: tuple[Alternative, ...], expected: Sentence
) -> Any:
    if type(cell) in (bool, list, dict):
        return cell
    for kind, value in _meanings(cell):
        for alternative in possible:
            if alternative.hint is kind:
                written = TEXT_FORMS[kind].write(value) if kind is not int else value
                return {alternative.tag: written} if alternative.tag else written
    if _holds_days(possible) and is_count_of_days(str(cell)):
        return unread_days(expected, cell)
    return Unread(expected, cell)


def _meanings(cell: Any) -> Iterator[tuple[type, Any]]:
    """Yield what a typed cell may say without loss, by type."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime):
        # A spreadsheet keeps a day as its midnight; any other time is no day.
        cell = cell.date() if cell.isoformat().endswith("T00:00:00") else None
    if isinstance(cell, int):
        yield int, int(cell)
        if 1 <= cell <= 9999:
            yield PartialDate, PartialDate(int(cell))
    if isinstance(cell, date):
        yield date, cell
        yield PartialDate, PartialDate.of(cell)
    if isinstance(cell, Fraction):
        yield Fraction, cell
    if isinstance(cell, (int, Decimal)) and Decimal(cell).is_finite():
        yield Decimal, Decimal(cell)
        yield Fraction, Fraction(cell)
