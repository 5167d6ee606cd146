"""What rule functions yield: statements about their subject, text not yet built.

And how they speak of days, of which it is often known in part which comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve, field, fields_dict, frozen, has

from icluster import words
from icluster._fields import check_each
from icluster.dates import DateBound, PartialDate
from icluster.errors import InvalidValueError
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing
from icluster.words import Key, Sentence, Shown, Steps, parts_named

__all__ = [
    "Cited",
    "Said",
    "Statement",
    "Unchecked",
    "check_returned",
    "check_steps",
    "needs",
    "not_said",
    "say",
    "surely_before",
    "when",
]

Cited: TypeAlias = tuple[object, str] | Citation | Iterable[Citation]
"""Who says so: a noun that carries citations and the path of a field of it, or the
citations themselves."""


@frozen
class Statement(Shown):
    """Something that a rule has to say: a sentence, a place, and who says so.

    Attributes:
        sentence: The sentence, in no language yet.
        about: The part of the subject that it is about, or a tuple of parts that it
            is about together; None for the subject itself.
        at: Steps from there to the place: names of fields, positions, keys.
        sides: Citations, one tuple for each statement that is held against
            another.

    Example:
        >>> statement = say("{} is after {}", 2020, 2019, at="history.begins")
        >>> statement.message, statement.at
        ('2020 is after 2019', ('history', 'begins'))
    """

    sentence: Sentence
    about: object = field(default=None, eq=False)
    at: Steps = ()
    sides: tuple[tuple[Citation, ...], ...] = ()

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.sentence.text()


@frozen
class Unchecked(Shown):
    """A rule could not look: what it needs is not at hand; see `needs`.

    Attributes:
        why: What is needed.

    Example:
        >>> print(needs("the text of {}", "eccp_mx").why)
        the text of eccp_mx
    """

    why: Sentence


Said: TypeAlias = Statement | Unchecked
"""What a rule function yields."""


def say(
    template: str,
    *parts: object,
    about: object = None,
    at: str | int | Steps = (),
    cites: Iterable[Cited] = (),
) -> Statement:
    """Make a statement; nothing is put into words before somebody asks.

    Args:
        template: The words, with ``{}`` for each part: see `icluster.words.say`.
        parts: The parts, as they stand in the data.
        about: The part of the subject that it is about, as it stands in the subject,
            or a list of several that it is about together; left out for the subject
            itself. A part that stands there several times has all these places.
        at: Steps from there to the place; a text may be a dotted path, with positions
            as in ``"awards.0.holder"``.
        cites: Who says each of the statements that are held against another: a noun
            that carries citations and the path of its field, or citations.

    Raises:
        InvalidValueError: The template does not name the parts, a step is neither
            a name nor a position, or what is cited is no citation.

    Example:
        >>> say("{} has no end", "The plan", at="policies.history").at
        ('policies', 'history')
        >>> say("{} has no end", "The plan", at=("policies", 0, "history")).message
        'The plan has no end'
    """
    sides = (_side(cited) for cited in cites)
    things = tuple(about) if isinstance(about, list) else about
    return Statement(
        _sentence(template, parts), things, _steps(at), tuple(filter(None, sides))
    )


def needs(template: str, *parts: object) -> Unchecked:
    """Say what a rule would need to look at its subject, and does not have.

    Example:
        >>> needs("the text of {}", "eccp_mx").why.parts
        ('eccp_mx',)
    """
    return Unchecked(_sentence(template, parts))


def _sentence(template: str, parts: tuple[object, ...]) -> Sentence:
    if parts and parts_named(template) != set(range(len(parts))):
        expected = words.say("words that name {} {0?part|parts}", len(parts))
        raise InvalidValueError("template", expected, template)
    # Frozen, as all values are.
    kept = tuple(tuple(part) if isinstance(part, list) else part for part in parts)
    return Sentence(template, kept)


def _side(cited: Cited) -> tuple[Citation, ...]:
    if isinstance(cited, Citation):
        return (cited,)
    if isinstance(cited, tuple) and len(cited) == 2:
        noun, path = cited
        if isinstance(path, str):
            check_steps("cites", noun, tuple(path.split(".")))
            return citations_of(noun, path)
    return check_each("cites", cited, Citation)


def _steps(at: str | int | Steps) -> Steps:
    if isinstance(at, str):
        written = at.split(".")
        positions = (int(step) if step.isdecimal() else step for step in written)
        return (at,) if isinstance(at, Key) else tuple(positions)
    steps = at if isinstance(at, tuple) else (at,)
    for step in steps:
        if not isinstance(step, (str, int)):
            raise InvalidValueError("at", "names of fields and positions", step)
    return steps


def check_returned(said: Any) -> Iterable[Any]:
    """Refuse what a rule returns where that is no row of statements."""
    if isinstance(said, str) or not hasattr(said, "__iter__"):
        raise not_said("returns", said)
    statements: Iterable[Any] = said
    return statements


def not_said(does: str, value: object) -> InvalidValueError:
    """Return what is to be raised where a rule *does*, returns or yields, no such."""
    expected = "statements: yield say(...), or needs(...) where it cannot look"
    return InvalidValueError(f"what it {does}", expected, value)


def check_steps(place: str, thing: Any, at: Steps) -> None:
    """Refuse a place that names a field which the thing does not have."""
    for step in at:
        if isinstance(step, Key):
            return
        if isinstance(thing, tuple) and place == "at":
            if type(step) is not int or not 0 <= step < len(thing):
                expected = words.say("a position below {}", len(thing))
                raise InvalidValueError(place, expected, step)
            thing = thing[step]
            continue
        if not has(type(thing)) or not isinstance(step, str):
            return
        if not hasattr(thing, step):
            kind = type(thing)
            names = tuple(fields_dict(kind))
            expected = words.say("a field of {}, one of {}", kind.__name__, names)
            raise InvalidValueError(place, expected, step)
        thing = getattr(thing, step)


def surely_before(
    left: PartialDate | date | Missing, right: PartialDate | date | Missing
) -> bool:
    """Tell whether *left* is certainly before *right*; what is missing is not."""
    if isinstance(left, Missing) or isinstance(right, Missing):
        return False
    last = left.last_day if isinstance(left, PartialDate) else left
    first = right.first_day if isinstance(right, PartialDate) else right
    return last < first


def when(day: PartialDate | date | Missing) -> Sentence:
    """Speak of a day as a sentence does: in a year, on a day, by one."""
    exact = day.is_exact if isinstance(day, PartialDate) else isinstance(day, date)
    if isinstance(day, PartialDate):
        if day.latest is not None:
            earliest = evolve(day, latest=None)
            text = "between {} and {}"
            return words.say(text, earliest, day.latest, context="day")
        if day.bound is not DateBound.WITHIN:
            written = evolve(day, bound=DateBound.WITHIN)
            return words.say(_BOUNDED[day.bound], written, context="day")
    return words.say("on {}" if exact else "in {}", day, context="day")


_BOUNDED = MappingProxyType(
    {
        DateBound.NOT_AFTER: "by {}",
        DateBound.NOT_BEFORE: "in or after {}",
        DateBound.ABOUT: "about {}",
    }
)
