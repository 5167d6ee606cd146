"""How facts came about: when, from where, and by which decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

from icluster._faults import to_text
from icluster._fields import all_of, to_tuple
from icluster._texts import is_optional_text
from icluster.conditions import Value
from icluster.dates import Turn
from icluster.sources import Citation
from icluster.words import Sentence, Shown, Worded, say

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Decision", "Provenance", "ReadFact", "SetAside"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Decision(Worded):
    """A question that the documents leave open, and what a reading decided.

    Example:
        >>> str(Decision("a regional policy counts", "no"))
        'a regional policy counts: no'
    """

    question: str | Sentence = field(converter=to_text)
    choice: str | Sentence = field(converter=to_text)

    def said(self) -> Sentence:
        """Return the question and what was decided as a sentence."""
        return say("{}: {}", _in_words(self.question), _in_words(self.choice))


@frozen
class SetAside(Worded):
    """Something recorded that was not counted, and why.

    Example:
        >>> str(SetAside("Strategic plan", "begins after 2012-09-30"))
        'Strategic plan: begins after 2012-09-30'
    """

    subject: str
    reason: str | Sentence = field(converter=to_text)

    def said(self) -> Sentence:
        """Return what was not counted, and why, as a sentence."""
        return say("{}: {}", self.subject, _in_words(self.reason))


def _in_words(text: str | Sentence) -> Sentence:
    # Texts are templates without parts, and may have a translation.
    return say(text) if isinstance(text, str) else text


def _to_values(values: Iterable[Value]) -> frozenset[Value]:
    return frozenset(values)


def _to_read_in(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))


def _to_dated(turns: Iterable[tuple[Value, Turn]]) -> tuple[tuple[Value, Turn], ...]:
    return to_tuple(turns)


def _to_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return to_tuple(decisions)


def _to_reading(reading: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return to_tuple(reading)


@frozen
class ReadFact(Shown):
    """What one fact may be, and from where that is known.

    Attributes:
        values: The values still possible.
        citations: Where they were read, each once.
        turns: Later values that time alone will bring, and when.
        decisions: What was decided where the record leaves it open.

    Example:
        >>> ReadFact([True]).citations
        ()
    """

    values: frozenset[Value] = field(converter=_to_values)
    citations: tuple[Citation, ...] = field(
        default=(), converter=_to_read_in, validator=all_of(Citation)
    )
    turns: tuple[tuple[Value, Turn], ...] = field(default=(), converter=_to_dated)
    decisions: tuple[Decision, ...] = field(
        default=(), converter=_to_decisions, validator=all_of(Decision)
    )


_Read: TypeAlias = tuple[str, tuple[Citation, ...]]
_Turned: TypeAlias = tuple[str, Value, Turn]


def _to_citations(citations: Iterable[_Read]) -> tuple[_Read, ...]:
    return to_tuple(citations)


def _to_set_aside(set_aside: Iterable[SetAside]) -> tuple[SetAside, ...]:
    return to_tuple(set_aside)


def _to_turns(turns: Iterable[_Turned]) -> tuple[_Turned, ...]:
    return to_tuple(turns)


@frozen(kw_only=True)
class Provenance(Shown):
    """How facts came about: when, from where, and by which decisions.

    Attributes:
        subject: Whose facts they are, as headlines name it; empty where nobody said.
        on: The day on which the facts were several.
        edition: Key of the edition that they were read by; empty where none was.
        reading: The answer to each question of the edition, by their keys.
        citations: For each fact by name, where it was read.
        decisions: What was decided about what the documents leave open.
        set_aside: What was recorded but not counted.
        turns: For a fact by name and a later value, when time alone brings it.
        closed: Whether what was not recorded was taken not to exist; None where the
            facts were not read off records.

    Example:
        >>> Provenance().citations_of("monitoring")
        ()
    """

    subject: str = field(default="", validator=is_optional_text)
    on: date | None = None
    edition: str = ""
    reading: tuple[tuple[str, str], ...] = field(default=(), converter=_to_reading)
    citations: tuple[tuple[str, tuple[Citation, ...]], ...] = field(
        default=(), converter=_to_citations
    )
    decisions: tuple[Decision, ...] = field(default=(), converter=_to_decisions)
    set_aside: tuple[SetAside, ...] = field(default=(), converter=_to_set_aside)
    turns: tuple[tuple[str, Value, Turn], ...] = field(default=(), converter=_to_turns)
    closed: bool | None = None

    def citations_of(self, fact: str) -> tuple[Citation, ...]:
        """Return where the fact was read; nothing where that is not recorded."""
        return dict(self.citations).get(fact, ())

    def turn_of(self, fact: str, value: Value) -> Turn | None:
        """Return when time alone gives the fact that value, if it is recorded."""
        for name, later, turn in self.turns:
            if name == fact and later == value:
                return turn
        return None

    def telling(self, accounts: Mapping[str, ReadFact]) -> Self:
        """Return it with what accounts of facts by name tell besides their values."""
        several = tuple(accounts.items())
        return evolve(
            self,
            citations=(
                *self.citations,
                *((name, account.citations) for name, account in several),
            ),
            decisions=(
                *self.decisions,
                *(decision for _, account in several for decision in account.decisions),
            ),
            turns=(
                *self.turns,
                *((name, *turn) for name, account in several for turn in account.turns),
            ),
        )

    def without(self, names: Iterable[str]) -> Self:
        """Return it without what it says of some facts, which are stated anew."""
        stated = frozenset(names)
        if not (self.citations or self.turns):
            return self
        return evolve(
            self,
            citations=tuple(row for row in self.citations if row[0] not in stated),
            turns=tuple(row for row in self.turns if row[0] not in stated),
        )
