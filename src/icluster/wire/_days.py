"""Days in cells: in the orders told, and as the numbers that spreadsheets keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from icluster.errors import InvalidValueError
from icluster.wire._refusals import Unread
from icluster.words import Sentence, say

_PARTS = (
    ("YYYY", r"(?P<y>\d{4})"),
    ("MM", r"(?P<m>\d{1,2})"),
    ("DD", r"(?P<d>\d{1,2})"),
)


def date_reader(*orders: str) -> Callable[[str], str | None] | None:
    """Return what reads dates in *orders* such as ``DD/MM/YYYY`` or ``MM/YYYY``.

    Raises:
        InvalidValueError: An order does not name year and month once each, and the day
            at most once.
    """
    if orders == ("YYYY-MM-DD",):
        return None
    matchers = [re.compile(_pattern_of(order), re.ASCII).fullmatch for order in orders]

    def read(text: str) -> str | None:
        parts = (match.groupdict() for matcher in matchers if (match := matcher(text)))
        date_parts = next(parts, None)
        if date_parts is None:
            return None
        year, *rest = (date_parts[key] for key in "ymd" if key in date_parts)
        return "-".join([year, *(f"{part:>02}" for part in rest)])

    return read


def _pattern_of(order: str) -> str:
    pattern = re.escape(order)
    for part, digits in _PARTS:
        if order.count(part) != 1 and (part != "DD" or part in order):
            expected = "made of YYYY, MM and DD, such as 'DD/MM/YYYY'"
            raise InvalidValueError("dates", expected, order)
        pattern = pattern.replace(part, digits)
    return pattern


_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, from 1 March 1900 on
is_count_of_days = re.compile(r"[1-9]\d{4}(\.0)?", re.ASCII).fullmatch


def unread_days(expected: Sentence, cell: Any) -> Unread:
    """Return why the number that a spreadsheet has for a day is no date."""
    day = _EPOCH + timedelta(int(float(cell)))
    return Unread(
        say("{} (the number is what Excel keeps for {})", expected, day), cell
    )
