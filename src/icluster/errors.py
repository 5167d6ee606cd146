"""Every exception that icluster raises on purpose.

One root, `IClusterError`; each error has a built-in as second parent, so that
code which knows nothing of icluster still catches it, and carries its parts as
attributes. The message is built from the parts: *what must be, what came*.
"""

from __future__ import annotations

__all__ = [
    "DecodeError",
    "HoleError",
    "IClusterError",
    "InvalidValueError",
    "InvalidValuesError",
    "NotInForceError",
    "RubricError",
    "TooLargeError",
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


class InvalidValueError(IClusterError, ValueError):
    """A value breaks a rule of the field it was given to.

    Attributes:
        field: Name of the field or argument.
        expected: What the value must be, in words.
        got: The value that came.

    Example:
        >>> print(InvalidValueError("month", "from 1 to 12", 13))
        month must be from 1 to 12, got 13
    """

    def __init__(self, field: str, expected: str, got: object) -> None:
        super().__init__(field, expected, got)
        self.field = field
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        return f"{self.field} must be {self.expected}, got {_shortened(self.got)}"


class InvalidValuesError(InvalidValueError):
    """Several values break the rules of the fields they were given to.

    Attributes:
        problems: Field, what its value must be and the value that came, for each.
        field: The first field.
        expected: What its value must be, in words.
        got: The value that came for it.

    Example:
        >>> wrong = (("month", "from 1 to 12", 13), ("day", "from 1 to 31", 32))
        >>> print(InvalidValuesError(wrong))
        month must be from 1 to 12, got 13; day must be from 1 to 31, got 32
    """

    def __init__(self, problems: tuple[tuple[str, str, object], ...]) -> None:
        super().__init__(*problems[0])
        # What an error is pickled by: all that it was made of.
        Exception.__init__(self, problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(str(InvalidValueError(*problem)) for problem in self.problems)


class UnknownNameError(IClusterError, LookupError):
    """A name was used that nothing of that kind carries.

    Attributes:
        kind: What was looked for, for example ``"fact"``.
        name: The name that came; a tuple where several came at once.
        known: The names that exist.

    Example:
        >>> print(UnknownNameError("fact", "monitored", ("monitoring",)))
        no fact is called 'monitored'; known: monitoring
    """

    def __init__(self, kind: str, name: object, known: tuple[str, ...]) -> None:
        super().__init__(kind, name, known)
        self.kind = kind
        self.name = name
        self.known = known

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        came = self.name if isinstance(self.name, tuple) and self.name else (self.name,)
        more = f" or {len(came) - 50} more" if len(came) > 50 else ""
        names = " or ".join(map(_shortened, came[:50])) + more
        return f"no {self.kind} is called {names}; known: {known}"


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

    def __str__(self) -> str:
        text = f"{self.vocabulary} has no label {_shortened(self.label)}"
        return (
            text if self.closest is None else f"{text}; the closest is {self.closest!r}"
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

    def __str__(self) -> str:
        return f"{self.what} cannot be told on {self.on}: it begins {self.begins}"


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

    def __str__(self) -> str:
        return f"{self.left} and {self.right} cannot be put in order with certainty"


class DecodeError(IClusterError, ValueError):
    """A document does not describe what it was said to describe.

    Attributes:
        problems: Everything that is wrong with it, each with its path.

    Example:
        >>> print(DecodeError(("name is missing", "year must be from 1 to 9999")))
        name is missing; year must be from 1 to 9999
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(self.problems)


class RubricError(IClusterError, ValueError):
    """A rubric, a schema or an edition contradicts itself.

    Attributes:
        place: Path of the offending part, for example
            ``criteria['scope'].levels[1].condition``.
        problem: What is wrong there.

    Example:
        >>> print(RubricError("criteria['scope']", "has no levels"))
        criteria['scope'] has no levels
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(place, problem)
        self.place = place
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.place} {self.problem}"


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

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.values)
        return f"{self.criterion} has no level for {facts}, and no gap is declared"


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

    def __str__(self) -> str:
        names = ", ".join(self.parts)
        return f"{self.size} {self.what} of {names} exceed the limit of {self.limit}"


class UndeterminedError(IClusterError, LookupError):
    """One answer was asked for, but the facts allow several.

    Attributes:
        what: What was asked for, for example ``"total"``.
        allowed: The answers that the facts allow, as text; none where they are
            not bounded.
        facts: Names of the facts that would settle it, and only those.
        gaps: The declared gaps of the rubric that would have to be decided.

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
    ) -> None:
        super().__init__(what, allowed, facts, gaps)
        self.what = what
        self.allowed = allowed
        self.facts = facts
        self.gaps = gaps

    def __str__(self) -> str:
        wanted = ", ".join((*self.facts, *(f"the gap {gap}" for gap in self.gaps)))
        answers = f": {' or '.join(self.allowed)}" if self.allowed else ""
        return f"{self.what} is not determined{answers}; settle {wanted}"


def _shortened(value: object) -> str:
    """Quote *value*, cut where a hostile one would flood the message."""
    try:
        text = repr(value)
    except ValueError:  # a whole number of thousands of digits
        text = f"something of type {type(value).__name__} that is too long to write"
    return text if len(text) <= 200 else f"{text[:197]}..."
