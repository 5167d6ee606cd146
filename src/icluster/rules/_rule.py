"""A rule: a function, and what must be known of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from inspect import cleandoc
from typing import Any, TypeAlias

from attrs import Factory, field, fields_dict, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_key,
    is_text,
    matches,
    to_tuple,
)
from icluster.contexts import Context
from icluster.errors import UnknownNameError
from icluster.rules._findings import Finding, Severity
from icluster.rules._statements import Said, Statement

RuleFunction: TypeAlias = Callable[[Any, date, Context], Iterator[Said]]
"""Looks at one thing on a day and yields what is to be said of it."""

HEADINGS = ("Why it matters", "Fires on", "How to settle it")
"""What the docstring of a rule says, in this order."""


def _document(made: Any) -> str:
    return cleandoc(made.function.__doc__ or "")


def _summary(made: Any) -> str:
    return _document(made).partition("\n")[0]


def _why(made: Any) -> str:
    return _section(_document(made), HEADINGS[0])


def _fires_on(made: Any) -> str:
    return _section(_document(made), HEADINGS[1])


def _remedy(made: Any) -> str:
    return _section(_document(made), HEADINGS[2])


def _section(document: str, heading: str) -> str:
    found = re.search(rf"^{heading}:\n((?:    .*\n?|\n)+)", document, re.MULTILINE)
    return " ".join(found[1].split()) if found else ""


def _to_kinds(given: Any) -> Any:
    return (given,) if isinstance(given, type) else to_tuple(given)


@frozen(kw_only=True, repr=False)
class Rule:
    """A named, coded, documented question about one kind of thing.

    Two rules of the same code, name and function are the same. Calling a rule
    looks at one thing and leaves its parts alone.

    Attributes:
        code: Three capital letters and three digits; never given twice.
        name: Some words joined by hyphens.
        severity: How much its findings weigh.
        family: Key of the family it belongs to.
        about: The classes of the things it looks at; one may be given alone.
        since: The version it came with.
        sources: Where it comes from: keys of sources with places in them. None
            where it follows from the data alone.
        needs: Fields of the `Context` that it cannot do without.
        function: What it does; its docstring is its page in the manual.
        summary: The first line of the docstring.
        why: What it says under *Why it matters*.
        fires_on: What it says under *Fires on*.
        remedy: What it says under *How to settle it*.

    Example:
        >>> from icluster.policies import Budget
        >>> from icluster.rules import say
        >>> note = rule(
        ...     "XMP001",
        ...     "no-funding",
        ...     Severity.NOTE,
        ...     about=Budget,
        ...     family="example",
        ...     since="1",
        ... )
        >>> @note
        ... def no_funding(budget, on, context):
        ...     '''No source of funding is stated.'''
        ...     if budget.funding == ():
        ...         yield say("no funding is stated", at="funding")
        >>> [
        ...     str(each)
        ...     for each in no_funding(
        ...         Budget(funding=()), on=date(2022, 9, 30), context=Context()
        ...     )
        ... ]
        ['XMP001 note: funding: no funding is stated']
    """

    code: str = field(
        validator=matches(r"[A-Z]{3}\d{3}", "three letters and three digits")
    )
    name: str = field(validator=matches(r"[a-z]+(-[a-z]+)+", "words with hyphens"))
    severity: Severity = field(validator=instance_of(Severity))
    family: str = field(validator=is_key)
    about: tuple[type, ...] = field(converter=_to_kinds, validator=all_of(type))
    since: str = field(validator=is_text)
    sources: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=all_of(str)
    )
    needs: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=all_of(str)
    )
    function: RuleFunction = field(repr=False)
    summary: str = field(
        init=False, eq=False, repr=False, default=Factory(_summary, takes_self=True)
    )
    why: str = field(
        init=False, eq=False, repr=False, default=Factory(_why, takes_self=True)
    )
    fires_on: str = field(
        init=False, eq=False, repr=False, default=Factory(_fires_on, takes_self=True)
    )
    remedy: str = field(
        init=False, eq=False, repr=False, default=Factory(_remedy, takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        known = tuple(fields_dict(Context))
        for need in self.needs:
            if need not in known:
                raise UnknownNameError("field of Context", need, known)

    def __call__(
        self, thing: object, *, on: date, context: Context
    ) -> tuple[Finding, ...]:
        """Look at one thing; what the rule could not check is left out."""
        check_day("on", on)
        check_type("context", context, Context)
        check_type("thing", thing, *self.about)
        return tuple(
            self.finding(said, ())
            for said in self.function(thing, on, context)
            if isinstance(said, Statement)
        )

    def finding(self, said: Statement, steps: tuple[Any, ...]) -> Finding:
        """Stamp a statement about what lies behind *steps*.

        Example:
            >>> from icluster.rules import labels, say
            >>> print(labels.label_lapsed.finding(say("ended"), ("awards", 3)))
            LAB001 note: awards[3]: ended
        """
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            steps=steps + said.at,
            text=said.text,
            parts=said.parts,
            sides=said.sides,
            remedy=self.remedy,
        )

    def __repr__(self) -> str:
        # Short: the rules stand in the signature of `check`.
        return f"<{self.code} {self.name}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # Its function goes by the name of the rule, so pickle cannot find it.
        return _rule_called, (self.function.__module__, self.function.__qualname__)


def _rule_called(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    about: type | tuple[type, ...],
    family: str,
    since: str,
    sources: Iterable[str] = (),
    needs: Iterable[str] = (),
) -> Callable[[RuleFunction], Rule]:
    """Turn a function into a `Rule`; nothing is registered anywhere.

    Example:
        >>> from icluster.rules import labels
        >>> labels.label_lapsed.code, labels.label_lapsed.family
        ('LAB001', 'labels')
    """

    def wrap(function: RuleFunction) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            family=family,
            about=about,
            since=since,
            sources=sources,
            needs=needs,
            function=function,
        )

    return wrap
