"""Facts read off records, as an edition reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from types import NoneType
from typing import Any, Generic, TypeVar

from attrs import evolve, field, frozen

from icluster._fields import check_day, check_type
from icluster.dates import PartialPeriod
from icluster.editions import Asking, Case, Edition, Reading, Recorded
from icluster.editions._cases import called, name_of, to_account
from icluster.editions._edition import to_asking
from icluster.errors import InvalidValueError
from icluster.facts import Facts
from icluster.policies import Policy
from icluster.provenance import Decision, Provenance, ReadFact, SetAside
from icluster.verdicts import Verdict
from icluster.words import Key, Sentence, say

__all__ = ["RecordReader", "read_facts", "to_records"]

R = TypeVar("R")
T = TypeVar("T")


def read_facts(
    records: Iterable[R],
    *,
    on: date,
    edition: Edition[R],
    reading: Reading | None = None,
    complete: bool = False,
    subject: str = "",
) -> Facts:
    """Read the facts of *edition* off records, as they stand on a day.

    A record counts unless the reading sets it aside, or it certainly begins after the
    day. One that certainly ended before the day is past. One that may have ended, or
    may not have begun, counts both ways.

    The record as a whole is closed, so that what it does not hold does not exist, where
    one that counts certainly holds on the day, or *complete* says so. Otherwise it is
    open, and every fact is unknown. The provenance says which of the two it was, and
    what was not counted, with the reason.

    Args:
        records: The records, in any order.
        on: The day on which the facts are told.
        edition: How facts are read, for example `icluster.reference.eccp.EDITION_2022`.
        reading: How open questions are answered; needed where the edition asks any.
        complete: Whether what is not recorded is known not to exist.
        subject: Whose facts they are, for headlines, such as ``"Mexico"``; by default
            the code of the country that policies are of.

    Raises:
        InvalidValueError: What was given are no records of the edition's kind, *on* is
            no day, policies are of several countries, or the reading does not answer
            the edition's questions.
        ReaderError: A reader returned what is no answer, or raised.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import eccp, mexico
        >>> facts = read_facts(
        ...     mexico.POLICIES_2022,
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING,
        ... )
        >>> facts["monitoring"], [str(aside) for aside in facts.provenance.set_aside]
        ((False,), ['Strategic Plan...: a regional cluster policy is not counted'])
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    check_type("reading", reading, Reading, NoneType)
    check_type("complete", complete, bool)
    check_type("subject", subject, str)
    several = to_records(records, edition)
    facts = RecordReader(several, on, edition, complete).facts(reading or Reading(()))
    if not subject:
        return facts
    return facts.with_provenance(evolve(facts.provenance, subject=subject))


def to_records(records: Iterable[R], edition: Edition[R], *place: str) -> tuple[R, ...]:
    """Freeze the records at a place; refuse one alone, and what is of another kind."""
    here = (*place[:1], *map(Key, place[1:])) or ("records",)
    kind = edition.kind
    if isinstance(records, kind) or not isinstance(records, Iterable):
        raise InvalidValueError(
            here, say("several records of type {}", kind.__name__), records
        )
    several = tuple(records)
    for index, record in enumerate(several):
        if not isinstance(record, kind):
            expected = say("of type {}", kind.__name__)
            raise InvalidValueError((*here, index), expected, record)
    policies = (record for record in several if isinstance(record, Policy))
    countries = sorted({policy.country.code for policy in policies})
    if len(countries) > 1:
        raise InvalidValueError(here, "of one country", countries)
    return several


_EVER = PartialPeriod()


@frozen(eq=False)
class RecordReader(Generic[R]):
    """Reads facts off the same records by one reading after another.

    What a reader gives hangs on the answers to its own questions, and on which records
    they leave: it is asked once for each combination of these.
    """

    records: tuple[R, ...]
    on: date
    edition: Edition[R]
    complete: bool
    _accounts: dict[tuple[object, ...], ReadFact] = field(init=False, factory=dict)
    _sorted: dict[Reading, _SortedOut[R]] = field(init=False, factory=dict)

    def facts(self, reading: Reading) -> Facts:
        """Return the facts by one reading."""
        edition = self.edition
        decisions = edition.decisions(reading)
        asking = edition.set_aside
        aside_by = reading.only(asking.questions)
        sorted_out = self._sorted.get(aside_by)
        if sorted_out is None:
            sorted_out = self._sort_out(asking, aside_by)
            self._sorted[aside_by] = sorted_out
        schema, counting = edition.rubric.facts, sorted_out.counting
        closed = self.complete or any(e.current is Verdict.YES for e in counting)
        countries = (r.country.code for r in self.records if isinstance(r, Policy))
        provenance = Provenance(
            subject=next(countries, ""),
            on=self.on,
            edition=edition.key,
            reading=reading.answers,
            decisions=(*decisions, *self._both_ways(counting)),
            set_aside=sorted_out.set_aside,
            closed=closed,
        )
        # decision 73: an open record says nothing of what it does not hold.
        accounts = {
            name: self._account(name, reader, reading, aside_by, counting)
            for name, reader in (edition.readers if closed else ())
        }
        bare = Facts.of(schema).with_provenance(provenance)
        return bare.but(accounts)

    def _sort_out(self, asking: Asking, reading: Reading) -> _SortedOut[R]:
        counting, set_aside = [], []
        for record in self.records:
            name = name_of(record)
            reason = self._called(
                "set_aside", record, _to_reason, asking.function, reading
            )
            if reason:
                set_aside.append(SetAside(name, reason))
                continue
            entry = self._recorded(record)
            if entry.begun is Verdict.NO:
                set_aside.append(SetAside(name, say("begins after {}", self.on)))
                continue
            if entry.current is Verdict.NO:
                ended = say("past, ended before {}", self.on)
                set_aside.append(SetAside(name, ended))
            counting.append(entry)
        return _SortedOut(tuple(counting), tuple(set_aside))

    def _recorded(self, record: R) -> Recorded[R]:
        edition, on = self.edition, self.on
        period = self._called("period", record, _to_period, edition.period)
        if period is None:
            return Recorded(record, _EVER, Verdict.YES, Verdict.YES, Verdict.NO)
        over = period.over(on)
        past = over
        if over is not Verdict.NO:
            counts = self._called("past", record, _to_past, edition.past, on)
            past = over if counts else Verdict.NO
        begun = Verdict.YES if over is Verdict.YES else period.begun(on)
        return Recorded(record, period, begun, period.covers(on), past)

    def _both_ways(self, counting: tuple[Recorded[R], ...]) -> Iterator[Decision]:
        """Say which records count both ways, as in force and as not."""
        for entry in counting:
            if entry.current is Verdict.OPEN:
                question = say("{} is in force on {}", name_of(entry.record), self.on)
                yield Decision(question, say("both ways, recorded is {}", entry.period))

    def _account(
        self,
        name: str,
        reader: Any,
        reading: Reading,
        aside_by: Reading,
        counting: tuple[Recorded[R], ...],
    ) -> ReadFact:
        fact = self.edition.rubric.facts[name]
        if not (isinstance(reader, Asking) or callable(reader)):
            return to_account(reader, fact.domain)
        asking = to_asking(reader)
        own = reading.only(asking.questions)
        key = (name, own, aside_by)
        if key not in self._accounts:
            case = Case(
                fact=fact,
                recorded=counting,
                on=self.on,
                reading=own,
                edition=self.edition.key,
            )
            records = tuple(entry.record for entry in counting)

            def checked(answer: Any) -> ReadFact:
                account = to_account(answer, fact.domain)
                for value in account.values:
                    fact.position(value)
                if not account.values:
                    expected = "left at least one value"
                    raise InvalidValueError(fact.name, expected, account.values)
                return account

            self._accounts[key] = called(
                self.edition.key, name, records, lambda: asking.function(case), checked
            )
        return self._accounts[key]

    def _called(
        self,
        part: str,
        record: R,
        checked: Callable[[Any], T],
        function: Callable[..., Any],
        *arguments: Any,
    ) -> T:
        """Ask a function of the edition about one record."""
        key = self.edition.key
        return called(
            key, part, [record], lambda: function(record, *arguments), checked
        )


def _to_reason(answer: Any) -> str | Sentence | None:
    if not (answer is None or isinstance(answer, (str, Sentence))):
        expected = "text that says why, empty where the record counts"
        raise InvalidValueError("set_aside", expected, answer)
    return answer


def _to_period(answer: Any) -> PartialPeriod | None:
    if not (answer is None or isinstance(answer, PartialPeriod)):
        expected = "a PartialPeriod, or None for every day"
        raise InvalidValueError("period", expected, answer)
    return answer


def _to_past(answer: Any) -> bool:
    if not isinstance(answer, bool):
        raise InvalidValueError("past", "true or false", answer)
    return answer


@frozen
class _SortedOut(Generic[R]):
    """Records by what becomes of them on the day."""

    counting: tuple[Recorded[R], ...]
    set_aside: tuple[SetAside, ...]
