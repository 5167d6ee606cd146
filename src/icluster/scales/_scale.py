"""What every kind of scale does: read, compare, name, count and check answers.

A kind of scale is one class in one file. It says how an answer is read
(`Scale.read`) and named (`Scale.sentence`); how answers of a group are compared
(`comparable`, `lines`, `frequencies`), how two of one body differ (`difference`,
`differences`, `rise`), and what can be computed from them (`unit`, `categories`).
What it leaves unsaid it does not do: the base has an answer to each question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, ClassVar, NoReturn

from icluster.errors import Fault, FaultCode, InvalidValueError
from icluster.money import Money
from icluster.scales._answers import (
    AnswerValue,
    Comparable,
    Composition,
    Frequency,
    Line,
    Option,
    Unit,
)
from icluster.vocabularies import Missing, Other, Vocabulary
from icluster.words import (
    ENGLISH,
    Language,
    Sentence,
    Shown,
    Steps,
    in_a_row,
    say,
    steps,
)


class Direction(Vocabulary):
    """Which way along a scale is better.

    Example:
        >>> Direction.LESS.title
        'less is better'
    """

    MORE = "more", "more is better"
    LESS = "less", "less is better"
    NEITHER = "neither", "neither is better"


class Scale(Shown):
    """Base of the scales: a new kind fills in what its answers can do.

    Attributes:
        of_large_groups: What only a large group gives, in words: the boundaries
            of quartiles, or frequencies; empty where nothing is.
        ranks_frequencies: Whether the frequencies stand in an order that places
            an answer, though it has no distances.

    Example:
        >>> from icluster.scales import Measure, Unit
        >>> share = Measure(Unit.SHARE)
        >>> isinstance(share, Scale), share.read("35 %")
        (True, Decimal('0.35'))
    """

    __slots__ = ()

    of_large_groups: ClassVar[str] = ""
    ranks_frequencies: ClassVar[bool] = False

    # --- reading ------------------------------------------------------------------

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the value that *raw* states; what has been read is read again.

        Args:
            place: Where it stands, for the faults.

        Raises:
            InvalidValueError: It states none; every fault is named.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> Measure(Unit.COUNT).read("12")
            12
        """
        raise NotImplementedError

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already; if not, read it.

        It is what makes large groups cheap: only what is not known is read.

        Example:
            >>> from icluster.scales import Text
            >>> Text().knows("founded by six firms"), Text().knows(" six ")
            (True, False)
        """
        raise NotImplementedError

    def faults(self, raw: object, *, place: str | Steps = "value") -> tuple[Fault, ...]:
        """Name everything that is wrong with *raw*; nothing where it is sound.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> print(*Measure(Unit.SHARE).faults("1.2", place="concentration"))
            concentration must be from 0 to 1, got '1.2'
        """
        try:
            self.read(raw, place=place)
        except InvalidValueError as error:
            return error.faults
        return ()

    def judge(self, answers: Sequence[Any]) -> Sequence[Any]:
        """Return the *answers* of a group as they are read.

        What is missing stays so; for what is refused stands its first fault.

        Example:
            >>> from icluster.scales import Ordinal
            >>> [str(answer) for answer in Ordinal(5).judge([4, 9])]
            ['4', 'value must be a step from 0 to 4, got 9']
        """
        return [
            answer
            if type(answer) is Missing or self.knows(answer)
            else self._judged(answer)
            for answer in answers
        ]

    def _judged(self, answer: object) -> AnswerValue | Fault:
        try:
            return self.read(answer)
        except InvalidValueError as error:
            return error.faults[0]

    # --- naming -------------------------------------------------------------------

    def sentence(self, value: Any) -> Sentence:
        """Return a *value* of the scale for a reader, not yet put into a language.

        Example:
            >>> from icluster.scales import Ordinal
            >>> Ordinal(5).sentence(3)
            Sentence(template='{} of {}', parts=(3, 4), context='')
        """
        raise NotImplementedError

    @property
    def legend(self) -> Sentence | None:
        """What numbers mean that have no words beside them; None elsewhere.

        Example:
            >>> from icluster.scales import Ordinal
            >>> Ordinal(["none", "adopted"]).legend is None
            True
            >>> print(Ordinal(5).legend)
            Steps run from 0, the weakest, to 4, the strongest; they have no titles.
        """
        return None

    def text(self, value: AnswerValue, *, language: Language = ENGLISH) -> str:
        """Write a *value* of the scale for a reader.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> Measure(Unit.MONTHS).text(18)
            '18 months'
        """
        return self.sentence(value).text(language)

    def boundaries(self, numbers: Sequence[Fraction], own: Any) -> Sentence:
        """Return boundaries between answers for a reader, their unit once.

        Args:
            numbers: The boundaries.
            own: The answer that is placed between them.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> print(Measure(Unit.FTE).boundaries([Fraction(1), Fraction(2)], 2))
            1 | 2 full-time equivalents
        """
        return in_a_row(numbers, " | ")

    def named_difference(self, difference: Fraction) -> Sentence:
        """Return how much something rose for a reader.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> print(Measure(Unit.SHARE).named_difference(Fraction(1, 10)))
            10 percentage points
        """
        return say("{}", difference)

    # --- comparing ----------------------------------------------------------------

    @property
    def better(self) -> Direction:
        """Which way is better; neither, unless the scale says so."""
        return Direction.NEITHER

    def has_distances(self, value: object) -> bool:
        """Tell whether answers lie at distances from *value*, so that quartiles do.

        Example:
            >>> from icluster.scales import Measure, Ordinal, Unit
            >>> Measure(Unit.COUNT).has_distances(3), Ordinal(5).has_distances(3)
            (True, False)
        """
        return False

    def rise(self, before: Any, after: Any) -> Fraction | None:
        """Return a number above zero where *after* is more; None without an order.

        Example:
            >>> from icluster.scales import Ordinal, Text
            >>> Ordinal(5).rise(1, 3), Text().rise("a", "b")
            (Fraction(2, 1), None)
        """
        return self.difference(before, after)

    def can_compare(self, before: Any, after: Any) -> bool:
        """Tell whether two values can be compared at all.

        Example:
            >>> from icluster.scales import Amount
            >>> first, last = (Amount().read(f"5 EUR {year}") for year in (2014, 2015))
            >>> Amount().can_compare(first, last)
            False
        """
        return True

    def difference(self, before: Any, after: Any) -> Fraction | None:
        """Return how much *after* is more, exactly; None where no distance is told.

        Example:
            >>> from icluster.scales import Measure, Ordinal, Unit
            >>> Measure(Unit.COUNT).difference(1, 3), Ordinal(5).difference(1, 3)
            (Fraction(2, 1), None)
        """
        return None

    def differences(self, before: Any, after: Any) -> tuple[tuple[str, Fraction], ...]:
        """Return how much each category rose; empty where there are none.

        Example:
            >>> from icluster.scales import Counts
            >>> types = Counts(["sme", "large"])
            >>> few, more = (types.read({"sme": n, "large": 1}) for n in (3, 5))
            >>> types.differences(few, more)
            (('sme', Fraction(2, 1)), ('large', Fraction(0, 1)))
        """
        return ()

    # --- placing and counting -----------------------------------------------------

    def comparable(self, own: Any, answers: tuple[Any, ...]) -> Comparable:
        """Return those *answers* of a group that can be compared with the *own* one.

        Example:
            >>> from icluster.scales import Text
            >>> Text().comparable("a", ("a", "b")).incomparable
            0
        """
        return Comparable(answers)

    def lines(self, own: Any, answers: tuple[Any, ...]) -> Iterable[Line]:
        """Return the lines along which *answers* lie at distances.

        Args:
            own: The answer to be placed, or None.
            answers: Those that can be compared.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> [line.numbers for line in Measure(Unit.COUNT).lines(2, (1, 3))]
            [(1, 3)]
        """
        return ()

    def frequencies(self, own: Any, answers: tuple[Any, ...]) -> Sequence[Frequency]:
        """Return how many gave each answer; empty where that is not counted.

        Example:
            >>> from icluster.scales import Choice
            >>> choice = Choice(["yes", "no"])
            >>> [f.count for f in choice.frequencies("no", ("no", "no"))]
            [0, 2]
        """
        return ()

    # --- what can be computed -----------------------------------------------------

    @property
    def unit(self) -> Unit | Other | None:
        """What its numbers count; None where answers are no numbers to divide."""
        return None

    @property
    def categories(self) -> tuple[Option, ...]:
        """The parts of a whole; empty where answers have none."""
        return ()

    @property
    def part(self) -> Scale | None:
        """The scale of each part of a whole; None where answers have none."""
        return None

    def holds_fractions(self) -> Callable[[Fraction], bool]:
        """Return what tells whether a computed number lies on the scale.

        Example:
            >>> from icluster.scales import Measure, Text, Unit
            >>> holds = Measure(Unit.SHARE).holds_fractions()
            >>> holds(Fraction(1, 3)), holds(Fraction(4, 3))
            (True, False)
            >>> Text().holds_fractions()(Fraction(1))
            False
        """
        return lambda _: False


# --- for the kinds of scale ------------------------------------------------------


def refuse(place: str | Steps, expected: str | Sentence, raw: object) -> NoReturn:
    """Refuse all of what came at *place*."""
    raise InvalidValueError.of([refused(place, expected, raw)])


def refused(
    place: str | Steps,
    expected: str | Sentence,
    raw: object,
    *below: str | int,
    code: FaultCode = "value",
) -> Fault:
    """Return the fault of what came at *place*, or of a part *below* it."""
    start = steps(place) if isinstance(place, str) else place
    return Fault((*start, *below), code, expected, _plain(raw))


def _plain(raw: object) -> object:
    """Return what came as it would be written down: texts for classes of our own."""
    if isinstance(raw, Other):
        return raw.text
    if isinstance(raw, Money):
        return str(raw)
    if isinstance(raw, Composition):
        return dict(raw.parts)
    if isinstance(raw, tuple):
        return [item.text if isinstance(item, Other) else item for item in raw]
    return raw
