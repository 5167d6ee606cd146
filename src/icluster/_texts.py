"""Validators of texts: names and titles on one line, prose, words in lists."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from attrs import frozen

from icluster._fields import (
    Named,
    Validator,
    all_of,
    faults_after,
    is_among,
    or_one_of_these,
    refused,
)
from icluster.errors import Fault, InvalidValueError
from icluster.words import Sentence, say, says_something

__all__ = [
    "IsText",
    "NOT_IN_NAMES",
    "NOT_IN_PROSE",
    "all_texts",
    "is_anything_said",
    "is_optional_prose",
    "is_optional_text",
    "is_prose",
    "is_text",
    "text_or",
]

# What a name has not: control characters, breaks of lines, marks that turn the
# direction of writing, halves of characters. Prose has breaks of lines, and may quote
# what is written from right to left.
NOT_IN_NAMES = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
NOT_IN_PROSE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_WITHOUT_CONTROLS = "text without control characters"
_ON_ONE_LINE = (
    "text on one line, without control characters and marks of the direction of writing"
)


@frozen
class IsText:
    """Refuses what is no text, and text of spaces and invisible marks alone.

    Attributes:
        odd: What it must not hold, if anything.
        or_empty: Whether it may be left empty.
        or_one_of: What may stand instead of it.
    """

    odd: re.Pattern[str] | None = NOT_IN_NAMES
    or_empty: bool = False
    or_one_of: tuple[Enum | None, ...] = ()

    def __call__(self, noun: Any, attribute: Named, value: Any) -> None:
        """Refuse a *value* that says nothing, or says what nobody sees."""
        # Most texts are of letters and begin with one, and are asked for each noun.
        if type(value) is str and value.isprintable() and value[:1].isalnum():
            return
        expected = self.expected_of(value)
        if expected is not None:
            raise refused(noun, attribute, expected, value)

    def expected_of(self, value: Any) -> Sentence | None:
        """Return what a *value* must be, or None where it is that."""
        if isinstance(value, str) and (self.or_empty or says_something(value)):
            # Fast, and true of most.
            if value.isprintable() or self.odd is None or not self.odd.search(value):
                return None
            is_prose = self.odd is NOT_IN_PROSE
            expected = say(_WITHOUT_CONTROLS if is_prose else _ON_ONE_LINE)
        elif is_among(value, self.or_one_of):
            return None
        else:
            expected = say("text" if self.or_empty else "text that is not blank")
        return or_one_of_these(expected, self.or_one_of)


is_text = IsText()
"""Refuses what is no name and no title: not text, blank, or of several lines."""

is_optional_text = IsText(or_empty=True)
"""Refuses what is neither a name or title nor empty text."""

is_prose = IsText(NOT_IN_PROSE)
"""Refuses what is not text, and text that says nothing; it may have several lines."""

is_optional_prose = IsText(NOT_IN_PROSE, or_empty=True)
"""Refuses what is neither prose nor empty text."""

is_anything_said = IsText(None)
"""Refuses what is not text, and text that says nothing: it may be a page as it is."""


def text_or(*members: Enum | None) -> Validator:
    """Make a validator of text that is not blank, or one of *members*."""
    return IsText(or_one_of=members)


def all_texts(
    *, or_one_of: tuple[Enum | None, ...] = (), or_empty: bool = False
) -> Validator:
    """Make a validator of tuples of names and titles, each of which says something.

    Instead of a tuple, each of *or_one_of* is taken as well.
    """
    are_texts = all_of(str, or_one_of=or_one_of)
    is_item = IsText(or_empty=or_empty)

    def check(noun: Any, attribute: Named, value: Any) -> None:
        are_texts(noun, attribute, value)
        if not isinstance(value, tuple):
            return
        faults = [
            Fault((attribute.name, index), "value", expected, item)
            for index, item in enumerate(value)
            if (expected := is_item.expected_of(item)) is not None
        ]
        if faults:
            faults += faults_after(noun, attribute.name)
            raise InvalidValueError.of(faults)

    return check
