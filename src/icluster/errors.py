"""Every exception that icluster raises on purpose, and the faults they carry.

One root, `IClusterError`; each error has a built-in as second parent, so that
code which knows nothing of icluster still catches it, and carries its parts as
attributes. The message is a sentence made of the parts: *where, what must be, what
came*. It is English as text; ``error.said().text(language)`` gives it in another
language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from icluster._faults import CODES, Fault, FaultCode, to_sentence
from icluster.words import (
    Quoted,
    Sentence,
    Steps,
    closest,
    either,
    in_a_row,
    quoted,
    say,
    worded,
)

__all__ = [
    "CODES",
    "DecodeError",
    "Fault",
    "FaultCode",
    "HoleError",
    "IClusterError",
    "InvalidValueError",
    "MissingExtraError",
    "NotInForceError",
    "ReaderError",
    "RubricError",
    "TooLargeError",
    "TruthError",
    "UncertainOrderError",
    "UndeterminedError",
    "UnknownLabelError",
    "UnknownNameError",
]


def __dir__() -> list[str]:
    return __all__


class IClusterError(Exception):
    """Base of every exception that icluster raises on purpose.

    Example:
        >>> issubclass(InvalidValueError, IClusterError)
        True
    """

    def said(self) -> Sentence:
        """Return the message as a sentence, to be put into a language.

        Example:
            >>> InvalidValueError("month", "from 1 to 12", 13).said().template
            '{} must be {}, got {}'
        """
        return Sentence("{}", (Exception.__str__(self),))

    def __str__(self) -> str:
        return worded(self)

    def __repr__(self) -> str:
        # What came may be an integer of more digits than Python writes.
        return f"{type(self).__name__}({', '.join(map(quoted, self.args))})"


class InvalidValueError(IClusterError, ValueError):
    """Values break rules of the fields they were given to.

    Attributes:
        place: Where the first of them stands: the name of a field or argument, a path.
        expected: What it must be, as a sentence; plain words are taken as well.
        got: The value that came.
        faults: All of them, each a `Fault`.

    Example:
        >>> print(InvalidValueError("month", "from 1 to 12", 13))
        month must be from 1 to 12, got 13
    """

    def __init__(
        self, place: str | Steps, expected: str | Sentence, got: object, *more: Fault
    ) -> None:
        super().__init__(place, expected, got, *more)
        first = Fault(place, "value", expected, got)
        self.place: str = first.path
        self.expected: Sentence = first.expected
        self.got: object = got
        self.faults: tuple[Fault, ...] = (first, *more)

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> Self:
        """Make one error of several faults.

        Example:
            >>> wrong = [
            ...     Fault("month", "value", "from 1 to 12", 13),
            ...     Fault("day", "value", "from 1 to 31", 32),
            ... ]
            >>> print(InvalidValueError.of(wrong))
            month must be from 1 to 12, got 13; day must be from 1 to 31, got 32
        """
        several = tuple(faults)
        first, *more = several
        error = cls(first.place, first.expected, first.got, *more)
        error.faults = several  # the first keeps its code
        return error

    def said(self) -> Sentence:
        """Return the faults as one sentence."""
        return _all_of(self.faults)


def _all_of(faults: tuple[Fault, ...], *more: Sentence) -> Sentence:
    lines: list[object] = list(faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        lines.append(say("{} more", len(faults) - _MOST_FAULTS))
    lines += more
    return in_a_row(lines, "; ") if len(lines) > 1 else faults[0].said()


_MOST_FAULTS = 10


class UnknownNameError(IClusterError, LookupError):
    """A name was used that nothing of that kind carries.

    Attributes:
        kind: What was looked for, for example ``"fact"``, or a sentence that says it.
        name: The name that came; a tuple where several came at once.
        known: The names that exist.
        remedy: What to do besides using another name; empty for nothing.

    Example:
        >>> print(UnknownNameError("fact", "monitored", ("monitoring",)))
        no fact is called 'monitored'; did you mean 'monitoring'? known: monitoring
    """

    def __init__(
        self,
        kind: str | Sentence,
        name: object,
        known: tuple[str, ...],
        remedy: str | Sentence = "",
    ) -> None:
        super().__init__(kind, name, known, remedy)
        self.kind = kind
        self.name = name
        self.known = known
        self.remedy = remedy

    def said(self) -> Sentence:
        """Return what is called so, what there is, and the remedy, as a sentence."""
        if not self.remedy:
            return self._unknown
        remedy = say(self.remedy) if isinstance(self.remedy, str) else self.remedy
        return say("{}; {}", self._unknown, remedy)

    @property
    def _unknown(self) -> Sentence:
        came = self.name if isinstance(self.name, tuple) and self.name else (self.name,)
        names: list[object] = [Quoted(name) for name in came[:_MOST_NAMES]]
        if len(came) > _MOST_NAMES:
            names.append(say("{} more", len(came) - _MOST_NAMES))
        kind = say(self.kind) if isinstance(self.kind, str) else self.kind
        known = self.known or say("none")
        is_text = len(came) == 1 and isinstance(came[0], str)
        similar = closest(str(came[0]), self.known) if is_text else None
        if similar is None:
            return say("no {} is called {}; known: {}", kind, either(names), known)
        meant = say(
            "no {} is called {}; did you mean {}?", kind, names[0], Quoted(similar)
        )
        # Of many names the one that was meant is told alone.
        return (
            say("{} known: {}", meant, known)
            if len(self.known) <= _MOST_NAMES
            else meant
        )


_MOST_NAMES = 50


class UnknownLabelError(IClusterError, LookupError):
    """A printed label is not in the vocabulary it was looked up in.

    Attributes:
        vocabulary: Name of the vocabulary.
        label: The label that came.
        closest: The most similar label of the vocabulary, or None.

    Example:
        >>> print(UnknownLabelError("Beneficiary", "SME", "SMEs"))
        Beneficiary has no label 'SME'; the closest is 'SMEs'
    """

    def __init__(self, vocabulary: str, label: object, closest: str | None) -> None:
        super().__init__(vocabulary, label, closest)
        self.vocabulary = vocabulary
        self.label = label
        self.closest = closest

    def said(self) -> Sentence:
        """Return what is not a label, and the closest one, as a sentence."""
        label = Quoted(self.label)
        if self.closest is None:
            return say("{} has no label {}", self.vocabulary, label)
        return say(
            "{} has no label {}; the closest is {}",
            self.vocabulary,
            label,
            Quoted(self.closest),
        )


class NotInForceError(IClusterError, LookupError):
    """Something was asked about on a day before it began.

    Attributes:
        what: What was asked about.
        on: The day asked about, as text.
        begins: When it begins, as text.

    Example:
        >>> print(NotInForceError("an age", "2014-01-01", "2015"))
        an age cannot be told on 2014-01-01: it begins 2015
    """

    def __init__(self, what: str, on: str, begins: str) -> None:
        super().__init__(what, on, begins)
        self.what = what
        self.on = on
        self.begins = begins

    def said(self) -> Sentence:
        """Return what was asked about too early, as a sentence."""
        return say(
            "{} cannot be told on {}: it begins {}",
            say(self.what),
            self.on,
            self.begins,
        )


class UncertainOrderError(IClusterError, TypeError):
    """Two dates were compared, but what is known of them allows both orders.

    Attributes:
        left: The first date, as text.
        right: The second date, as text.

    Example:
        >>> print(UncertainOrderError("2015", "2015-04"))
        2015 and 2015-04 cannot be put in order with certainty
    """

    def __init__(self, left: str, right: str) -> None:
        super().__init__(left, right)
        self.left = left
        self.right = right

    def said(self) -> Sentence:
        """Return the two dates as a sentence."""
        return say(
            "{} and {} cannot be put in order with certainty", self.left, self.right
        )


class TruthError(IClusterError, TypeError):
    """A verdict was taken for true or false, but it may be open.

    Attributes:
        verdict: The verdict, by its name.

    Example:
        >>> print(TruthError("OPEN"))
        OPEN is neither true nor false: write `is Verdict.YES`
    """

    def __init__(self, verdict: str) -> None:
        super().__init__(verdict)
        self.verdict = verdict

    def said(self) -> Sentence:
        """Return what to write instead, as a sentence."""
        return say("{} is neither true nor false: write `is Verdict.YES`", self.verdict)


class MissingExtraError(IClusterError, ImportError):
    """A function was called that needs a package which is not installed.

    Attributes:
        extra: The extra of icluster that installs it.
        package: The package.

    Example:
        >>> print(MissingExtraError("frames", "narwhals"))
        narwhals is not installed; get it with: pip install 'icluster[frames]'
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra = extra
        self.package = package

    def said(self) -> Sentence:
        """Return what is missing and how to get it, as a sentence."""
        return say(
            "{} is not installed; get it with: pip install 'icluster[{}]'",
            self.package,
            self.extra,
        )


class DecodeError(IClusterError, ValueError):
    """A document does not describe what it was said to describe.

    Attributes:
        faults: What is wrong with it, each a `Fault` with its place.
        may_be_more: Whether reading stopped, as so many faults were found as were
            asked for, so that there may be more.

    Example:
        >>> wrong = [
        ...     Fault("name", "missing", "text"),
        ...     Fault("year", "value", say("from {} to {}", 1, 9999), 0),
        ... ]
        >>> print(DecodeError(wrong))
        name is missing: it must be text; year must be from 1 to 9999, got 0
        >>> DecodeError(wrong).faults[0].pointer
        '/name'
    """

    def __init__(self, faults: Iterable[Fault], may_be_more: bool = False) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.may_be_more: bool = may_be_more
        super().__init__(self.faults, may_be_more)

    def said(self) -> Sentence:
        """Return the first faults, and how many more there are, as one sentence."""
        more = [say("there may be more")] if self.may_be_more else []
        return _all_of(self.faults, *more)


class RubricError(IClusterError, ValueError):
    """A rubric, a schema or an edition contradicts itself.

    Attributes:
        place: Path of the offending part, for example
            ``criteria['scope'].levels[1].condition``.
        problem: What is wrong there, as a sentence; plain words are taken as well.
        more: What is wrong elsewhere: errors of one place each.

    Example:
        >>> print(RubricError("criteria['scope']", "has no levels"))
        criteria['scope'] has no levels
    """

    def __init__(self, place: str, problem: str | Sentence, *more: RubricError) -> None:
        super().__init__(place, problem, *more)
        self.place = place
        self.problem: Sentence = to_sentence(problem)
        self.more: tuple[RubricError, ...] = more

    def said(self) -> Sentence:
        """Return each place and what is wrong there as a sentence."""
        own = Sentence("{} {}", (self.place, self.problem))
        return in_a_row((own, *self.more), "; ") if self.more else own


class ReaderError(IClusterError, ValueError):
    """A reader of an edition returned what is no answer, or raised.

    Attributes:
        edition: Key of the edition.
        reader: Name of the fact that it reads, or of the part of the edition.
        records: Names of the records that it looked at.
        problem: What happened, as a sentence; plain words are taken as well.

    Example:
        >>> print(ReaderError("scheme", "staff", ("Club",), "raised KeyError: 'x'"))
        the reader of staff in the edition scheme, over Club, raised KeyError: 'x'
    """

    def __init__(
        self,
        edition: str,
        reader: str,
        records: tuple[str, ...],
        problem: str | Sentence,
    ) -> None:
        super().__init__(edition, reader, records, problem)
        self.edition: str = edition
        self.reader: str = reader
        self.records: tuple[str, ...] = records
        self.problem: Sentence = to_sentence(problem)

    def said(self) -> Sentence:
        """Return who read what, and what happened, as a sentence."""
        several = tuple(self.records[:_MOST_NAMES]) or say("no record")
        template = "the reader of {} in the edition {}, over {}, {}"
        return say(template, self.reader, self.edition, several, self.problem)


class HoleError(IClusterError, LookupError):
    """A score met facts that neither a level nor a declared gap covers.

    Attributes:
        criterion: Key of the criterion with the hole.
        values: Facts that fall into it, as pairs of name and value.

    Example:
        >>> print(HoleError("evidence", (("monitoring", False),)))
        evidence has no level for monitoring=False, and no gap is declared
    """

    def __init__(self, criterion: str, values: tuple[tuple[str, object], ...]) -> None:
        super().__init__(criterion, values)
        self.criterion = criterion
        self.values = values

    def said(self) -> Sentence:
        """Return the hole as a sentence."""
        facts = tuple(f"{name}={value!r}" for name, value in self.values)
        return say(
            "{} has no level for {}, and no gap is declared", self.criterion, facts
        )


class TooLargeError(IClusterError, OverflowError):
    """An exact answer would need more enumeration than icluster undertakes.

    Attributes:
        what: What was to be enumerated.
        parts: Names of the facts or criteria that hang together.
        size: How many combinations there are.
        limit: How many are undertaken at most.

    Example:
        >>> print(TooLargeError("completions", ("a", "b"), 2000000, 1048576))
        2000000 completions of a, b exceed the limit of 1048576
    """

    def __init__(
        self, what: str, parts: tuple[str, ...], size: int, limit: int
    ) -> None:
        super().__init__(what, parts, size, limit)
        self.what = what
        self.parts = parts
        self.size = size
        self.limit = limit

    def said(self) -> Sentence:
        """Return what is too large as a sentence."""
        return say(
            "{} {} of {} exceed the limit of {}",
            self.size,
            say(self.what),
            self.parts,
            self.limit,
        )


class UndeterminedError(IClusterError, LookupError):
    """One answer was asked for, but the facts allow several.

    Attributes:
        what: What was asked for, for example ``"total"``.
        allowed: The answers that the facts allow, as text; none where they are
            not bounded.
        facts: Names of the facts that would settle it, and only those.
        gaps: The declared gaps of the rubric that would have to be decided.
        titles: The facts in words, in their order, for the message; none where they
            go by their names.

    Example:
        >>> print(UndeterminedError("total", ("7.0", "8.0"), ("established",), ()))
        total is not determined: 7.0 or 8.0; settle established
    """

    def __init__(
        self,
        what: str,
        allowed: tuple[str, ...],
        facts: tuple[str, ...],
        gaps: tuple[str, ...],
        titles: tuple[str, ...] = (),
    ) -> None:
        super().__init__(what, allowed, facts, gaps, titles)
        self.what = what
        self.allowed = allowed
        self.facts = facts
        self.gaps = gaps
        self.titles = titles

    def said(self) -> Sentence:
        """Return what is open, and what would settle it, as a sentence."""
        what = say(self.what)
        facts = tuple(map(say, self.titles or self.facts))
        # Titles may hold commas of their own.
        link = "; " if any("," in title for title in self.titles) else ", "
        gaps = (say("the gap {}", gap) for gap in self.gaps)
        settle = in_a_row((*facts, *gaps), link)
        if not self.allowed:
            return say("{} is not determined; settle {}", what, settle)
        return say(
            "{} is not determined: {}; settle {}", what, either(self.allowed), settle
        )
