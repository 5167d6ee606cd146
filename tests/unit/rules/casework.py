"""What the tables of silent and firing cases are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from icluster.reference import CONTEXT
from icluster.sources import Source

if TYPE_CHECKING:
    from icluster.contexts import Context
    from icluster.rules import Rule

THE_DAY = date(2022, 9, 30)
SOURCE = Source(key="made_up", title="An invented page", publisher="Nowhere")
HERE = SOURCE.at("page 1", "here")
THERE = SOURCE.at("page 2", "there")


class Case(NamedTuple):
    """A thing, and what one rule says of it: nothing, or each place and message."""

    rule: Rule
    sentence: str
    thing: Any
    said: tuple[str, ...] = ()
    on: date = THE_DAY
    context: Context = CONTEXT
