"""Lines of a table that could not be taken as they stand, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.errors import Fault, FaultCode, InvalidValueError
from icluster.vocabularies import Vocabulary
from icluster.words import Quoted, Sentence, Worded, say

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


_DATED = say("a row that ends in one day written YYYY/MM/DD")
_POINTS = say("a row that ends in its points")

_FAULTS: Mapping[Vocabulary, tuple[FaultCode, Sentence]] = MappingProxyType(
    {
        RegisterRejection.NO_DATE: ("syntax", _DATED),
        RegisterRejection.CUT: ("syntax", _DATED),
        RegisterRejection.IMPOSSIBLE_DATE: ("value", say("a row with a day there is")),
        RegisterRejection.SECOND_ENTRY: ("repeated", _DATED),
        RegisterRejection.NO_NAME: ("value", say("a row that begins with a name")),
        RegisterRejection.UNKNOWN_PORTFOLIO: (
            "reference",
            say("a row with a known portfolio before the date"),
        ),
        RegisterRejection.SECOND_PORTFOLIO: ("repeated", say("a row of one portfolio")),
        RegisterRejection.UNKNOWN_COUNTRY: (
            "reference",
            say("a row with a known country before the date"),
        ),
        RegisterRejection.AMBIGUOUS_COUNTRY: (
            "value",
            say("a row with one country, apart from the name"),
        ),
        RegisterRejection.UNKNOWN_HEADING: (
            "reference",
            say("below a heading that names a known portfolio"),
        ),
        RegisterRejection.NO_HEADING: (
            "reference",
            say("below a heading that names a known portfolio"),
        ),
        RegisterRejection.OUTSIDE: ("reference", say("below column headings")),
        MaturityRejection.NO_TABLE: ("missing", say("a maturity table")),
        MaturityRejection.NO_SUBJECT: ("missing", say("who was scored")),
        MaturityRejection.SECOND_TABLE: ("repeated", say("the one table")),
        MaturityRejection.REPEATED: ("repeated", say("there once")),
        MaturityRejection.UNKNOWN_ROW: ("reference", say("a known row")),
        MaturityRejection.NO_POINTS: ("syntax", _POINTS),
        MaturityRejection.OTHER_POINTS: ("value", _POINTS),
        MaturityRejection.SECOND_LEVEL: ("repeated", say("the one level")),
        MaturityRejection.NO_LEVEL: ("missing", say("one of its levels")),
        MaturityRejection.NO_TOTAL: ("missing", say("a readable total")),
        MaturityRejection.TOTAL_DIFFERS: ("value", say("the sum of the points")),
    }
)


def _to_titles(titles: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return to_tuple(titles)


@frozen
class RejectedLine(Worded):
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
    text: str = field(validator=instance_of(str))
    reason: RegisterRejection | MaturityRejection = field(
        validator=instance_of(RegisterRejection, MaturityRejection)
    )
    wanted: str = field(default="", validator=instance_of(str), kw_only=True)
    known: tuple[str, ...] = field(
        default=(),
        converter=_to_titles,
        validator=all_of(str),
        kw_only=True,
        repr=False,
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
            plain = title.casefold()
            if _most_similar(ending, plain) <= best:
                continue  # as are nearly all; to compare letter by letter is slow
            ratio = SequenceMatcher(None, ending, plain).ratio()
            if ratio > best:
                best, closest = ratio, title
        return closest

    @property
    def fault(self) -> Fault:
        """What is wrong with the line, its place counted from 0.

        Example:
            >>> line = RejectedLine(7, "Cluster A ICT", RegisterRejection.NO_DATE)
            >>> line.fault.place, line.fault.code
            (('lines', 6), 'syntax')
            >>> print(line.fault.expected)
            a row that ends in one day written YYYY/MM/DD
        """
        code, expected = _FAULTS[self.reason]
        closest = self.closest
        if closest is not None:
            expected = say("{} (the closest is {})", expected, Quoted(closest))
        return Fault(("lines", self.number - 1), code, expected, self.text)

    def said(self) -> Sentence:
        """Return the line's number and why it was rejected, as a sentence."""
        if self.reason is MaturityRejection.NO_LEVEL:
            # This one is no line: its text is the heading that was not found.
            return say("line {}: {}: {}", self.number, self.reason, self.text)
        closest = self.closest
        if closest is None:
            return say("line {}: {}", self.number, self.reason)
        hint = "line {}: {}; the closest is {}"
        return say(hint, self.number, self.reason, Quoted(closest))


def _most_similar(one: str, two: str) -> float:
    """Return how similar two texts are at most, by length and letters alone."""
    lacking = max(len(set(one) - set(two)), len(one) - len(two))
    return 2 * (len(one) - lacking) / (len(one) + len(two) or 1)


def to_rejected(lines: Iterable[RejectedLine]) -> tuple[RejectedLine, ...]:
    """Keep rejected lines as a tuple."""
    return to_tuple(lines)
