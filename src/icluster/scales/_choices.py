"""Scales without an order: one of a list, several of a list, text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, ClassVar

from attrs import field, frozen

from icluster._fields import all_of, instance_of
from icluster._texts import is_text
from icluster.errors import Fault, InvalidValueError
from icluster.scales._answers import (
    AnswerValue,
    Frequency,
    Option,
    are_told_apart,
    find_option,
    keys_of,
    named_option,
    to_options,
)
from icluster.scales._scale import Scale, refuse, refused
from icluster.vocabularies import Other
from icluster.words import Sentence, Steps, in_a_row, quoted, say, says_something


@frozen
class _OfAList(Scale):
    """A list of options, open or closed, of which one or several are answered."""

    of_large_groups: ClassVar[str] = "frequencies"

    options: tuple[Option, ...] = field(
        default=(), converter=to_options, validator=[all_of(Option), are_told_apart]
    )
    is_open: bool = field(default=False, validator=instance_of(bool), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.options and not self.is_open:
            expected = "one or more, where the list is not open"
            raise InvalidValueError("options", expected, self.options)

    def _pick(self, raw: object) -> str | Other | None:
        """Return a key, an `Other` where the list is open, or None."""
        if isinstance(raw, Other):
            return raw if self.is_open else None
        if not isinstance(raw, str) or not says_something(raw):
            return None
        key, text = find_option(self.options, raw), " ".join(raw.split())
        if key is None and self.is_open and is_text.expected_of(text) is None:
            return Other(text)
        return key

    def _one_expected(self) -> Sentence:
        return say("text") if self.is_open else say("one of {}", keys_of(self.options))

    def _counted(
        self, own: tuple[str | Other, ...], answers: Iterable[str | Other]
    ) -> Sequence[Frequency]:
        """Count how many gave each answer: the list first, other texts by letter."""
        counts = Counter(answers)
        further = sorted(
            {key for key in (*counts, *own) if isinstance(key, Other)},
            key=lambda other: other.text,
        )
        keys: list[str | Other] = [*keys_of(self.options), *further]
        return [
            Frequency(named_option(self.options, key), counts[key], is_own=key in own)
            for key in keys
        ]


@frozen
class Choice(_OfAList):
    """One of a list; an open list also takes other text.

    Other texts are compared as they are spelt: "A.C." and "AC" are two answers.

    Attributes:
        options: The list; an empty one must be open.
        is_open: Whether text that is not in the list is taken, as `Other`.

    Raises:
        InvalidValueError: Two options share a key or title, or a closed list is empty.

    Example:
        >>> force = Choice(["industry", "research", "public", "balanced"])
        >>> force.read("Industry")
        'industry'
        >>> print(*force.faults("weather"))
        value must be one of industry, research, public, balanced, got 'weather'
        >>> Choice(is_open=True).read("A.C.")
        Other(text='A.C.')
    """

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        if type(value) is Other:
            return self.is_open
        return any(value == option.key for option in self.options)

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the key that *raw* names."""
        picked = self._pick(raw)
        if picked is None:
            expected = self._one_expected()
            refuse(place, expected, raw)
        return picked

    def sentence(self, value: Any) -> Sentence:
        """Return the option chosen."""
        return named_option(self.options, value)

    def frequencies(self, own: Any, answers: tuple[Any, ...]) -> Sequence[Frequency]:
        """Return how many chose each: the list first, other texts by letter."""
        return self._counted(() if own is None else (own,), answers)


@frozen
class Several(_OfAList):
    """Any number of a list; none of them is an answer too.

    An open list also takes other texts, compared as they are spelt. A single text is
    one answer, never a row to be cut at its commas.

    Attributes:
        options: The list; an empty one must be open.
        is_open: Whether texts that are not in the list are taken, as `Other`.

    Raises:
        InvalidValueError: Two options share a key or title, or a closed list is empty.

    Example:
        >>> Several(["energy", "water"]).read(["Water", "energy"])
        ('energy', 'water')
        >>> Several(is_open=True).read("digital, green")
        (Other(text='digital, green'),)
    """

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already: one answer or none."""
        if type(value) is not tuple or len(value) > 1:
            return False
        return all(type(item) is Other and self.is_open for item in value)

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the keys in the order of the list, then other texts by letter."""
        items = (raw,) if isinstance(raw, (str, Other)) else raw
        if not isinstance(items, (list, tuple, set, frozenset)):
            refuse(place, self._expected(), raw)
        # A set has no order of its own: what is wrong is named in that of writing.
        is_set = isinstance(items, (set, frozenset))
        picked: list[str | Other] = []
        faults: list[Fault] = []
        for index, item in enumerate(sorted(items, key=quoted) if is_set else items):
            key = self._pick(item)
            if key is None:
                expected = self._one_expected()
                faults.append(refused(place, expected, item, index))
            elif key in picked:
                expected = say("named once")
                faults.append(refused(place, expected, item, index, code="repeated"))
            else:
                picked.append(key)
        if faults:
            raise InvalidValueError.of(faults)
        return self._ordered(picked)

    def _expected(self) -> Sentence:
        if not self.options:
            return say("a text, or a list of texts")
        keys = keys_of(self.options)
        if self.is_open:
            return say("a list of any of {}, or other texts", keys)
        return say("a list of any of {}", keys)

    def _ordered(self, picked: list[str | Other]) -> tuple[str | Other, ...]:
        listed = [key for key in keys_of(self.options) if key in picked]
        texts = sorted(option.text for option in picked if isinstance(option, Other))
        return (*listed, *map(Other, texts))

    def sentence(self, value: Any) -> Sentence:
        """Return the options named, or that there are none."""
        if not value:
            return say("none", context="answer")
        return in_a_row((named_option(self.options, key) for key in value), "; ")

    def frequencies(self, own: Any, answers: tuple[Any, ...]) -> Sequence[Frequency]:
        """Return how many named each: the list first, other texts by letter."""
        return self._counted(own or (), chain.from_iterable(answers))


@frozen
class Text(Scale):
    """Free text that is not blank.

    Example:
        >>> Text().read(" founded by six firms ")
        'founded by six firms'
    """

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        return type(value) is str and value == value.strip() and says_something(value)

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return *raw* without outer space."""
        if not isinstance(raw, str) or not says_something(raw):
            refuse(place, "text that is not blank", raw)
        return raw.strip()

    def sentence(self, value: Any) -> Sentence:
        """Return the text itself."""
        return say("{}", value)
