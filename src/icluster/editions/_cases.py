"""What a reader is given, and the logic by which it joins what records say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from attrs import evolve, frozen

from icluster.conditions import Value
from icluster.dates import PartialPeriod
from icluster.editions._questions import Reading
from icluster.errors import InvalidValueError, ReaderError, UnknownNameError
from icluster.facts import Fact, Stated
from icluster.provenance import ReadFact
from icluster.sources import citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import Quoted, Sentence, Shown, closest, say

__all__ = [
    "Answer",
    "Case",
    "Recorded",
    "all_of",
    "any_of",
    "cited",
    "listed",
    "name_of",
]

R = TypeVar("R")
T = TypeVar("T")

Answer: TypeAlias = bool | Verdict | ReadFact | Literal[Missing.UNKNOWN]
"""What a record says of a yes-or-no fact, with or without its sources."""


def name_of(record: Any) -> str:
    """Return what a record is called: its name, or that of its organization.

    Example:
        >>> from icluster import Organization
        >>> name_of(Organization(name="Claut"))
        'Claut'
    """
    named = getattr(record, "organization", record)
    name = getattr(named, "name", None)
    return name if isinstance(name, str) else f"<{type(record).__name__}>"


def called(
    edition: str,
    reader: str,
    records: Iterable[Any],
    function: Callable[[], Any],
    checked: Callable[[Any], T],
) -> T:
    """Return what a function of an edition answers, once it is *checked*.

    Of what it raises, or returns instead, the error says where it came from.
    """
    try:
        answer = function()
    except ReaderError:
        raise
    except Exception as error:
        problem = _unasked(error) or say(
            "raised {}: {}", type(error).__name__, str(error)
        )
        names = tuple(map(name_of, records))
        raise ReaderError(edition, reader, names, problem) from error
    try:
        return checked(answer)
    except InvalidValueError as error:
        problem = say("returned no answer: {}", error)
        names = tuple(map(name_of, records))
        raise ReaderError(edition, reader, names, problem) from error


def _unasked(error: Exception) -> Sentence | None:
    """Say that a question was asked unannounced, where that is what was raised."""
    if not isinstance(error, UnknownNameError) or error.kind != "question":
        return None
    key = error.name
    if not isinstance(key, str) or closest(key, error.known):
        return None
    text = "asks {} without saying so: put it in Asking(..., [{}])"
    return say(text, Quoted(key), Quoted(key))


@frozen
class Recorded(Shown, Generic[R]):
    """A record, and how it stands on the day.

    Attributes:
        record: The record itself.
        period: Since when, and until when it holds.
        begun: Whether it has begun.
        current: Whether it holds on the day.
        past: Whether it ended before, and counts as past.

    Example:
        >>> yes, no = Verdict.YES, Verdict.NO
        >>> Recorded("a", PartialPeriod(), begun=yes, current=yes, past=no).current
        <Verdict.YES: 'yes'>
    """

    record: R
    period: PartialPeriod
    begun: Verdict
    current: Verdict
    past: Verdict


@frozen(kw_only=True)
class Case(Shown, Generic[R]):
    """The records that a fact is read off, on a day and by a reading.

    Attributes:
        fact: The fact.
        recorded: Those that count, each with how it stands on the day: one that may
            have ended, or may not have begun, counts both ways.
        on: The day.
        reading: How the questions that the reader asks are answered.
        edition: Key of the edition.

    Example:
        >>> from datetime import date
        >>> from icluster import Fact
        >>> case = Case(
        ...     fact=Fact.boolean("funded"),
        ...     recorded=(),
        ...     on=date(2022, 9, 30),
        ...     reading=Reading(()),
        ... )
        >>> case.any_of(lambda policy: True).values
        frozenset({False})
    """

    fact: Fact
    recorded: tuple[Recorded[R], ...]
    on: date
    reading: Reading
    edition: str = ""

    @property
    def record(self) -> R:
        """The only record, for an edition that reads one at a time.

        Raises:
            InvalidValueError: There are several, or none that counts.
        """
        if len(self.recorded) != 1:
            names = tuple(name_of(entry.record) for entry in self.recorded)
            raise InvalidValueError("records", "one that counts", names)
        return self.recorded[0].record

    def any_of(
        self,
        says: Callable[[R], Answer],
        *paths: str,
        past: Callable[[R], Answer] | None = None,
    ) -> ReadFact:
        """Tell whether one record at least says so; the records that decide are cited.

        Args:
            says: What a record says if it holds on the day.
            paths: The fields in which it says so, for their citations; an account has
                its own.
            past: What it says if it ended before; without, nothing.
        """
        return any_of(self._answers(says, paths, past, Verdict.NO))

    def all_of(self, says: Callable[[R], Answer], *paths: str) -> ReadFact:
        """Tell whether every record that holds on the day says so.

        Args:
            says: What a record says.
            paths: The fields in which it says so, for their citations.
        """
        return all_of(self._answers(says, paths, None, Verdict.YES))

    def _answers(
        self,
        says: Callable[[R], Answer],
        paths: tuple[str, ...],
        past: Callable[[R], Answer] | None,
        silent: Verdict,
    ) -> Iterator[ReadFact]:
        for entry in self.recorded:
            possible = []
            if entry.current is not Verdict.NO:
                possible.append(self.ask(says, entry.record, *paths))
            if entry.past is not Verdict.NO and past is not None:
                possible.append(self.ask(past, entry.record, *paths))
            may_be_neither = entry.begun is not Verdict.YES or entry.past is Verdict.NO
            if entry.current is not Verdict.YES and (past is None or may_be_neither):
                possible.append(ReadFact(silent.possible))
            yield _either(possible)

    def ask(self, says: Callable[[R], Answer], record: R, *paths: str) -> ReadFact:
        """Return what one record says, as an account that cites *paths* of it.

        Args:
            says: What a record says.
            record: The record.
            paths: The fields in which it says so; an account has its own citations.
        """

        def checked(answer: Answer) -> ReadFact:
            account = to_account(answer, (False, True))
            to_verdict(account)
            return account

        answer = called(
            self.edition, self.fact.name, [record], lambda: says(record), checked
        )
        return answer if answer.citations else cited(answer, record, *paths)


def cited(answer: Stated, record: Any, *paths: str) -> ReadFact:
    """Return an answer with the citations of the fields of a record that give it.

    Args:
        answer: What the record says. Of a fact that is not yes or no give the values
            that are still possible, never `Missing.UNKNOWN`.
        record: The record; one that carries no citations is taken as well.
        paths: The fields, for example ``"history.begins"``.

    Example:
        >>> from icluster.reference import mexico
        >>> account = cited(True, mexico.NUEVO_LEON_2022, "history.begins")
        >>> account.values, [str(citation) for citation in account.citations]
        (frozenset({True}), ['eccp_mx, chapter 1, table, History: "2015"'])
    """
    account = to_account(answer, (False, True))
    if not hasattr(record, "citations"):
        return account
    read_in = chain.from_iterable(citations_of(record, path) for path in paths)
    return evolve(account, citations=(*account.citations, *read_in))


def listed(items: Iterable[T] | Missing, says: Callable[[T], Answer]) -> Verdict:
    """Tell whether one of what a field lists says so; what it lists is all there is.

    Args:
        items: What the field lists; where it is unknown, the answer is open.
        says: What one of them says.

    Example:
        >>> listed((1, 2), lambda number: number > 1), listed(Missing.UNKNOWN, bool)
        (<Verdict.YES: 'yes'>, <Verdict.OPEN: 'open'>)
    """
    if items is Missing.UNKNOWN:
        return Verdict.OPEN
    several = () if isinstance(items, Missing) else items
    return Verdict.any_of(
        to_verdict(to_account(says(item), (False, True))) for item in several
    )


def any_of(answers: Iterable[Answer]) -> ReadFact:
    """Tell whether one answer at least is yes, with the sources of those that decide.

    One that says yes is enough, and is cited with its like alone.

    Example:
        >>> any_of([False, Verdict.OPEN]).values == {False, True}
        True
    """
    return _joined(answers, Verdict.any_of)


def all_of(answers: Iterable[Answer]) -> ReadFact:
    """Tell whether every answer is yes, with the sources of those that decide.

    Example:
        >>> all_of([True, Verdict.OPEN, False]).values
        frozenset({False})
    """
    return _joined(answers, Verdict.all_of)


def to_account(answer: Any, domain: tuple[Value, ...]) -> ReadFact:
    """Return an account of what a reader may return; refuse all else."""
    if isinstance(answer, ReadFact):
        return answer
    if answer is Missing.UNKNOWN:
        return ReadFact(domain)
    if isinstance(answer, Verdict):
        return ReadFact(answer.possible)
    if isinstance(answer, (set, frozenset)):
        return ReadFact(answer)
    if isinstance(answer, (bool, int, str)):
        return ReadFact((answer,))
    expected = "a value, a set of values, a Verdict, Missing.UNKNOWN or a ReadFact"
    raise InvalidValueError("answer", expected, answer)


def to_verdict(account: ReadFact) -> Verdict:
    """Return an account of a yes-or-no fact as a verdict; refuse another."""
    if not account.values <= {False, True} or not account.values:
        expected = "yes, no or open"
        raise InvalidValueError("answer", expected, tuple(account.values))
    return Verdict.among(map(bool, account.values))


def _either(possible: list[ReadFact]) -> ReadFact:
    """Join what a record says in each way in which it may stand on the day."""
    if len(possible) == 1:
        return possible[0]
    return ReadFact(
        chain.from_iterable(account.values for account in possible),
        chain.from_iterable(account.citations for account in possible),
        (),
        dict.fromkeys(chain.from_iterable(account.decisions for account in possible)),
    )


def _joined(
    answers: Iterable[Answer], join: Callable[[Iterable[Verdict]], Verdict]
) -> ReadFact:
    accounts = [to_account(answer, (False, True)) for answer in answers]
    verdicts = list(map(to_verdict, accounts))
    verdict = join(verdicts)
    deciding = [
        account
        for account, answer in zip(accounts, verdicts, strict=True)
        if answer is verdict
    ]
    return ReadFact(
        verdict.possible,
        chain.from_iterable(account.citations for account in deciding),
        (),
        dict.fromkeys(chain.from_iterable(account.decisions for account in deciding)),
    )
