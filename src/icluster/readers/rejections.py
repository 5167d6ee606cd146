"""Lines of a table that could not be taken as they stand, and why."""

from __future__ import annotations

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_optional_text, to_tuple
from icluster.errors import InvalidValueError
from icluster.vocabularies import Vocabulary

__all__ = ["MaturityRejection", "RegisterRejection", "RejectedLine"]


def __dir__() -> list[str]:
    return __all__


# Below this, what is closest is too far off to be of help.
_SIMILAR = 0.75
_LONGEST_LOOK = 200


class RegisterRejection(Vocabulary):
    """Why a line of a register was not read as an award.

    Example:
        >>> RegisterRejection.IMPOSSIBLE_DATE.title
        'there is no such day'
    """

    NO_DATE = "no_date", "does not end in a day written YYYY/MM/DD"
    CUT = "cut", "the last line, without its day: cut, it seems"
    IMPOSSIBLE_DATE = "impossible_date", "there is no such day"
    SECOND_ENTRY = "second_entry", "more than one date: two entries in one line"
    NO_NAME = "no_name", "no name: it may belong to the line above"
    UNKNOWN_PORTFOLIO = "unknown_portfolio", "no known portfolio before the date"
    SECOND_PORTFOLIO = "second_portfolio", "another portfolio ends the name"
    UNKNOWN_COUNTRY = "unknown_country", "no known country before the date"
    AMBIGUOUS_COUNTRY = (
        "ambiguous_country",
        "the words before the country may make it another one",
    )
    UNKNOWN_HEADING = "unknown_heading", "the heading names no known portfolio"
    NO_HEADING = "no_heading", "no heading names its portfolio"
    OUTSIDE = "outside", "ends in a date, but no column headings stand above"


class MaturityRejection(Vocabulary):
    """Why a line of a maturity table was not taken at its word.

    Example:
        >>> MaturityRejection.TOTAL_DIFFERS.title
        'the total is not the sum of the points'
    """

    NO_TABLE = "no_table", "no maturity table begins in this text"
    NO_SUBJECT = "no_subject", "nothing says who was scored"
    SECOND_TABLE = "second_table", "a second table; only the first is read"
    REPEATED = "repeated", "the criterion or row stands twice"
    UNKNOWN_ROW = "unknown_row", "no known row begins like this"
    NO_POINTS = "no_points", "does not end in one or two numbers"
    OTHER_POINTS = "other_points", "the points are not those of this row"
    SECOND_LEVEL = "second_level", "a second level of the same criterion"
    NO_LEVEL = "no_level", "a criterion without a level"
    NO_TOTAL = "no_total", "no readable total"
    TOTAL_DIFFERS = "total_differs", "the total is not the sum of the points"


@frozen
class RejectedLine:
    """A line of a table that could not be taken as it stands.

    Attributes:
        number: Number of the line in the text, from 1.
        text: The line as it came.
        reason: Why it was rejected.
        wanted: What was looked up and not found, if that was the reason.
        known: Where it was looked up.

    Example:
        >>> line = RejectedLine(
        ...     7,
        ...     "A Food industri 2018/05/04",
        ...     RegisterRejection.UNKNOWN_PORTFOLIO,
        ...     wanted="A Food industri",
        ...     known=("Food industry", "ICT"),
        ... )
        >>> print(line)
        line 7: no known portfolio before the date; the closest is 'Food industry'
    """

    number: int = field(validator=instance_of(int))
    text: str = field(validator=is_optional_text)
    reason: RegisterRejection | MaturityRejection = field(
        validator=instance_of(RegisterRejection, MaturityRejection)
    )
    wanted: str = field(default="", validator=is_optional_text, kw_only=True)
    known: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=all_of(str), kw_only=True, repr=False
    )

    def __attrs_post_init__(self) -> None:
        if self.number < 1:
            raise InvalidValueError("number", "1 or more", self.number)

    @property
    def closest(self) -> str | None:
        """The known title most like the words at the end of what was looked up.

        It is a hint for a person; nothing is read by it. It is worked out when
        asked for, because it is slow beside reading.
        """
        # Imported late: only a failed look-up needs it, and it is slow to import.
        from difflib import SequenceMatcher

        words = self.wanted[-_LONGEST_LOOK:].casefold().split()
        best, closest = _SIMILAR, None
        for title in self.known:
            ending = " ".join(words[-len(title.split()) :])
            ratio = SequenceMatcher(None, ending, title.casefold()).ratio()
            if ratio > best:
                best, closest = ratio, title
        return closest

    def __str__(self) -> str:
        closest = self.closest
        hint = "" if closest is None else f"; the closest is {closest!r}"
        # This one is no line: its text is the heading that was not found.
        named = f": {self.text}" if self.reason is MaturityRejection.NO_LEVEL else ""
        return f"line {self.number}: {self.reason.title}{named}{hint}"
