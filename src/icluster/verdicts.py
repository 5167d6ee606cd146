"""Yes, no and open: the one answer to a question that records may leave open.

Verdicts combine by the three-valued logic of Kleene: `&`, `|` and `~`, with `OPEN`
between `NO` and `YES`. A verdict is never taken for true or false by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from icluster.errors import TruthError
from icluster.vocabularies import Vocabulary

__all__ = ["Verdict"]


def __dir__() -> list[str]:
    return __all__


class Verdict(Vocabulary):
    """An answer to a question that what is known may leave open.

    Its truth value raises `TruthError`: write ``verdict is Verdict.YES``.

    Example:
        >>> Verdict.OPEN & Verdict.NO, Verdict.OPEN | Verdict.NO, ~Verdict.YES
        (<Verdict.NO: 'no'>, <Verdict.OPEN: 'open'>, <Verdict.NO: 'no'>)
        >>> if Verdict.OPEN:
        ...     print("open is not true")
        Traceback (most recent call last):
            ...
        icluster.errors.TruthError: OPEN is neither true nor false: write `is ...
    """

    YES = "yes", "yes"
    NO = "no", "no"
    OPEN = "open", "open"

    @classmethod
    def of(cls, answer: bool) -> Verdict:
        """Return the verdict of a plain *answer*.

        Example:
            >>> Verdict.of(2 > 1)
            <Verdict.YES: 'yes'>
        """
        return cls.YES if answer else cls.NO

    @classmethod
    def among(cls, answers: Iterable[bool]) -> Verdict:
        """Return the verdict where each of *answers* is still possible.

        Example:
            >>> Verdict.among([True, False]), Verdict.among([True])
            (<Verdict.OPEN: 'open'>, <Verdict.YES: 'yes'>)
        """
        possible = set(answers)
        return cls.OPEN if len(possible) != 1 else cls.of(possible.pop())

    @classmethod
    def all_of(cls, verdicts: Iterable[Verdict]) -> Verdict:
        """Return whether all hold; yes where there are none.

        Example:
            >>> Verdict.all_of([Verdict.YES, Verdict.OPEN])
            <Verdict.OPEN: 'open'>
        """
        distinct = set(verdicts)
        if cls.NO in distinct:
            return cls.NO
        return cls.OPEN if cls.OPEN in distinct else cls.YES

    @classmethod
    def any_of(cls, verdicts: Iterable[Verdict]) -> Verdict:
        """Return whether one holds at least; no where there are none.

        Example:
            >>> Verdict.any_of([Verdict.NO, Verdict.OPEN])
            <Verdict.OPEN: 'open'>
        """
        distinct = set(verdicts)
        if cls.YES in distinct:
            return cls.YES
        return cls.OPEN if cls.OPEN in distinct else cls.NO

    @property
    def possible(self) -> tuple[bool, ...]:
        """The plain answers that it leaves possible.

        Example:
            >>> Verdict.OPEN.possible, Verdict.NO.possible
            ((False, True), (False,))
        """
        return (False, True) if self is Verdict.OPEN else (self is Verdict.YES,)

    def __and__(self, other: Verdict) -> Verdict:
        return Verdict.all_of((self, other))

    def __or__(self, other: Verdict) -> Verdict:
        return Verdict.any_of((self, other))

    def __invert__(self) -> Verdict:
        if self is Verdict.OPEN:
            return self
        return Verdict.NO if self is Verdict.YES else Verdict.YES

    def __bool__(self) -> NoReturn:
        raise TruthError(self.name)
