"""A rule: a function, and what must be known of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from importlib import import_module
from inspect import cleandoc, signature
from types import SimpleNamespace, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from attrs import Factory, field, fields_dict, frozen, has

from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_key,
    matches,
    to_words,
)
from icluster._texts import is_text
from icluster.contexts import Context
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.rules._findings import Finding, Severity
from icluster.rules._identities import values_of
from icluster.rules._statements import (
    Said,
    Statement,
    Unchecked,
    check_returned,
    not_said,
)
from icluster.rules._walk import Found, Whereabouts
from icluster.words import Sentence, Shown, say

__all__ = [
    "HEADINGS",
    "SECTIONS",
    "STRIPPED",
    "Rule",
    "RuleFunction",
    "error",
    "note",
    "same_day",
    "warning",
]

RuleFunction: TypeAlias = Callable[..., Iterable[Said]]
"""Looks at one thing and yields what is to be said of it. Besides the thing it may ask
for the day by a parameter ``on`` and for what else is known by ``context``."""

HEADINGS = ("Why it matters", "Fires on", "How to settle it")
"""What the docstring of a rule says, in this order."""

SECTIONS = ("why", "fires_on", "remedy")
"""What a rule calls these."""

STRIPPED = "not at hand: Python runs with -OO, which strips the pages of rules"
"""What stands for each section of a page that is not there."""

_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}):$", re.MULTILINE)

_AT_HAND = ("on", "context")


def _name_of(rule: Rule) -> str:
    return rule.function.__name__.replace("_", "-")


def _kinds_of(rule: Rule) -> tuple[type, ...]:
    """Return the classes that the annotation of the first parameter names."""
    function = rule.function
    name, *_ = (*signature(function).parameters, "")
    annotated = {name: function.__annotations__.get(name)}
    # Only this one: the others may be imported for type checkers alone.
    alone = SimpleNamespace(__annotations__=annotated)
    hint: Any
    try:
        hint = get_type_hints(alone, function.__globals__)[name]
    except NameError as error:
        hint = error.name
    union = get_origin(hint) in (Union, UnionType)
    kinds = get_args(hint) if union else (hint,)
    if not all(kind is object or has(kind) for kind in kinds):
        expected = "annotated with the attrs class it is about, or a union of them"
        raise InvalidValueError(f"{function.__name__}({name})", expected, hint)
    return kinds


def _asks_for(rule: Rule) -> tuple[str, ...]:
    _, *asked = (*signature(rule.function).parameters, "")
    names = tuple(filter(None, asked))
    for name in names:
        if name not in _AT_HAND:
            place = f"{rule.function.__name__}({name})"
            raise InvalidValueError(place, "on or context, beside the thing", name)
    return names


def _sections_of(rule: Rule) -> tuple[str, ...]:
    """Return the summary and what stands under each heading; none without a page."""
    document = cleandoc(rule.function.__doc__ or "")
    summary, *rest = _HEADING.split(document)
    headings, texts = tuple(rest[::2]), [" ".join(text.split()) for text in rest[1::2]]
    # With python -OO nothing has a docstring, this function neither.
    if not document and _sections_of.__doc__ is None:
        return (STRIPPED,) * 4
    if headings != HEADINGS or not all((summary, *texts)):
        place = f"docstring of {rule.function.__name__}"
        expected = say("a summary, then the sections {}, none empty", HEADINGS)
        filled = zip(("summary", *headings), (summary, *texts), strict=True)
        said_there = tuple(name for name, text in filled if text)
        raise InvalidValueError(place, expected, said_there)
    return (summary.partition("\n")[0], *texts)


def _derived(make: Callable[[Rule], Any], **rest: Any) -> Any:
    default = Factory(make, takes_self=True)
    return field(init=False, eq=False, repr=False, default=default, **rest)


@frozen(kw_only=True, repr=False)
class Rule(Shown):
    """A named, coded, documented question about one kind of thing.

    Two rules of the same code and function are the same. Calling a rule looks at one
    thing and leaves its parts alone.

    Attributes:
        code: Three capital letters and three digits; never given twice.
        severity: How much its findings weigh.
        function: What it does; its docstring is its page in the manual.
        family: Key of the family it belongs to.
        since: The version it came with.
        sources: Where it comes from: keys of sources with places in them. None
            where it follows from the data alone.
        needs: Fields of the `Context` that it cannot do without.
        name: The name of the function, joined by hyphens.
        about: The classes of the things it looks at: the annotation of its first
            parameter, where a union is several classes.
        asks_for: What its function asks for besides the thing: on, context.

    Raises:
        InvalidValueError: The function's name is one word, it asks for something
            else, its thing is not annotated, or its docstring lacks a section.
        UnknownNameError: It needs what a `Context` does not have.

    Example:
        >>> from icluster.policies import Budget
        >>> from icluster.rules import note, say
        >>> @note("XMP001", since="1")
        ... def no_funding(budget: Budget):
        ...     '''No source of funding is stated.
        ...
        ...     Why it matters:
        ...         Somebody must pay.
        ...
        ...     Fires on:
        ...         A list of sources of funding that is empty.
        ...
        ...     How to settle it:
        ...         Ask who pays.
        ...     '''
        ...     if budget.funding == ():
        ...         yield say("no funding is stated", at="funding")
        >>> [finding] = no_funding(
        ...     Budget(funding=()), on=date(2022, 9, 30), context=Context()
        ... )
        >>> print(finding)
        XMP001 note: funding: no funding is stated
    """

    code: str = field(
        validator=matches(r"[A-Z]{3}\d{3}", "three letters and three digits")
    )
    severity: Severity = field(validator=instance_of(Severity))
    function: RuleFunction = field(repr=False)
    family: str = field(validator=is_key)
    since: str = field(default="26.1", validator=is_text)
    sources: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_of(str)
    )
    needs: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_of(str)
    )
    name: str = _derived(
        _name_of,
        validator=matches(
            r"[a-z]+(-[a-z]+)+", "of several words: name its function so"
        ),
    )
    about: tuple[type, ...] = _derived(_kinds_of)
    asks_for: tuple[str, ...] = _derived(_asks_for)
    _sections: tuple[str, ...] = _derived(_sections_of)

    def __attrs_post_init__(self) -> None:
        names = tuple(fields_dict(Context))
        for need in self.needs:
            if need not in names:
                raise UnknownNameError("field of Context", need, names)

    @property
    def summary(self) -> str:
        """The first line of the docstring."""
        return self._sections[0]

    @property
    def why(self) -> str:
        """What it says under *Why it matters*."""
        return self._sections[1]

    @property
    def fires_on(self) -> str:
        """What it says under *Fires on*."""
        return self._sections[2]

    @property
    def remedy(self) -> str:
        """What it says under *How to settle it*."""
        return self._sections[3]

    def section(self, name: str) -> Sentence:
        """Return a section of its page, to be put into a language.

        Args:
            name: One of summary, why, fires_on, remedy.

        Example:
            >>> from icluster.languages.es import SPANISH
            >>> from icluster.rules import labels
            >>> labels.label_twice.section("summary").text(SPANISH)
            'Una misma etiqueta aparece dos veces en el registro.'
        """
        return Sentence(getattr(self, name), (), f"{self.code} {self.name} {name}")

    def look(self, thing: Any, *, on: date, context: Context) -> Iterable[Said]:
        """Hand the function what it asks for; nothing is checked.

        Example:
            >>> from icluster.reference import CONTEXT, mexico
            >>> from icluster.rules import labels
            >>> day = date(2022, 9, 30)
            >>> said = labels.register_undated.look(
            ...     mexico.BRONZE_LABELS, on=day, context=CONTEXT
            ... )
            >>> [statement.at for statement in said]
            [('snapshot',)]
        """
        return self.function(thing, **self.at_hand(on=on, context=context))

    def at_hand(self, *, on: date, context: Context) -> dict[str, Any]:
        """Return what the function asks for besides the thing, by name.

        Example:
            >>> from icluster.rules import labels
            >>> labels.register_undated.at_hand(on=date(2022, 9, 30), context=Context())
            {}
        """
        at_hand = {"on": on, "context": context}
        return {name: at_hand[name] for name in self.asks_for}

    def __call__(
        self, thing: object, *, on: date, context: Context
    ) -> tuple[Finding, ...]:
        """Look at one thing; what the rule could not check is left out."""
        check_day("on", on)
        check_type("context", context, Context)
        check_type("thing", thing, *self.about)
        whereabouts = Whereabouts(thing, None, thing)
        day = same_day(on)
        said: Any = self.look(thing, on=day, context=context)
        statements = tuple(check_returned(said))
        for statement in statements:
            if not isinstance(statement, (Statement, Unchecked)):
                raise not_said("yields", statement)
        return tuple(
            self.finding(statement, whereabouts.found(statement), on=day)
            for statement in statements
            if isinstance(statement, Statement)
        )

    def finding(self, statement: Statement, found: Found, *, on: date) -> Finding:
        """Stamp a statement about something that was found."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            about=found.about,
            things=found.things,
            places=found.places,
            sentence=statement.sentence,
            values=values_of(statement.sentence, on),
            sides=statement.sides,
            remedy=self.remedy,
        )

    @staticmethod
    def _hint(value: object) -> Sentence | None:
        return say("write @rules.warning above it") if callable(value) else None

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # Its function goes by the name of the rule, so pickle cannot find it.
        return _rule_called, (self.function.__module__, self.function.__qualname__)


def _rule_called(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def same_day(on: date) -> date:
    """Return the day as an object of its own, so that it is told from equal ones."""
    return date(on.year, on.month, on.day)


def error(
    code: str,
    *,
    sources: list[str] | tuple[str, ...] = (),
    since: str = "26.1",
    needs: list[str] | tuple[str, ...] = (),
    family: str | None = None,
) -> Callable[[RuleFunction], Rule]:
    """Turn a function into a `Rule` whose findings cannot be true as recorded.

    Nothing is registered anywhere. The arguments are fields of `Rule`; the family is
    the module that the function stands in where no other is given.

    Example:
        >>> from icluster.rules import labels
        >>> labels.term_broken.severity.value, labels.term_broken.family
        ('error', 'labels')
    """
    check_type("code", code, str)
    makes = partial(_made, severity=Severity.ERROR, family=family)
    return partial(makes, code=code, sources=sources, since=since, needs=needs)


def warning(
    code: str,
    *,
    sources: list[str] | tuple[str, ...] = (),
    since: str = "26.1",
    needs: list[str] | tuple[str, ...] = (),
    family: str | None = None,
) -> Callable[[RuleFunction], Rule]:
    """Turn a function into a `Rule` whose findings are doubtful: see `error`.

    Example:
        >>> from icluster.rules import labels
        >>> labels.label_twice.severity.value, labels.label_twice.name
        ('warning', 'label-twice')
    """
    check_type("code", code, str)
    makes = partial(_made, severity=Severity.WARNING, family=family)
    return partial(makes, code=code, sources=sources, since=since, needs=needs)


def note(
    code: str,
    *,
    sources: list[str] | tuple[str, ...] = (),
    since: str = "26.1",
    needs: list[str] | tuple[str, ...] = (),
    family: str | None = None,
) -> Callable[[RuleFunction], Rule]:
    """Turn a function into a `Rule` whose findings are worth knowing: see `error`.

    Example:
        >>> from icluster.rules import labels
        >>> labels.label_lapsed.severity.value, labels.label_lapsed.about[0].__name__
        ('note', 'LabelRegister')
    """
    check_type("code", code, str)
    makes = partial(_made, severity=Severity.NOTE, family=family)
    return partial(makes, code=code, sources=sources, since=since, needs=needs)


def _made(function: RuleFunction, *, family: str | None, **stated: Any) -> Rule:
    # Rules of one family stand together: it goes by the name of their module.
    home = function.__module__.rpartition(".")[2].strip("_")
    return Rule(function=function, family=home if family is None else family, **stated)
