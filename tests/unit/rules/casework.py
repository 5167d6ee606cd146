"""What the tables of silent and firing cases are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from attrs import evolve

from icluster.reference import CONTEXT
from icluster.rules import Gathered
from icluster.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from icluster.contexts import Context
    from icluster.policies import Factsheet, Policy
    from icluster.rules import Rule

THE_DAY = date(2022, 9, 30)
SOURCE = Source(key="made_up", title="An invented page", publisher="Nowhere")
HERE = SOURCE.at("page 1", "here")
THERE = SOURCE.at("page 2", "there")


PAGE_OF_A_RULE = """Something is odd.

Why it matters:
    It is made up.

Fires on:
    Whatever it likes.

How to settle it:
    Be glad.
"""


class Case(NamedTuple):
    """A thing, and what one rule says of it: nothing, or each place and message."""

    rule: Rule
    sentence: str
    thing: Any
    said: tuple[str, ...] = ()
    on: date = THE_DAY
    context: Context = CONTEXT


Mender: TypeAlias = "Callable[[Any, date, Context], Any]"
"""Takes the thing that a rule spoke of, the day and the context, and returns it as it
looks once somebody did what the finding asks for: the rule is then silent."""


def one_record_of(kind: type) -> Mender:
    """Keep one record and whatever is of another kind."""

    def mend(gathered: Gathered, on: date, context: Context) -> Gathered:
        first = gathered.of(kind)[:1]
        others = (each for each in gathered.items if not isinstance(each.thing, kind))
        return Gathered((*first, *others))

    return mend


def each_policy(change: Callable[[Policy, Factsheet], Policy]) -> Mender:
    return lambda f, _, __: evolve(f, policies=[change(p, f) for p in f.policies])
