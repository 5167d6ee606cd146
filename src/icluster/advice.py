"""What to do, and titles, as the caller's data: by key of an indicator.

The sentences around them are those of `icluster.benchmarking.recommend`, in the
language asked for; whoever wants other words says so by ``language.but({...})``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from icluster._fields import check_each, to_pairs
from icluster.errors import InvalidValueError
from icluster.sources import Cited, are_cited, to_cited
from icluster.words import Key, Sentence, Shown, both, parts_named, say

__all__ = ["AdviceTexts"]


def __dir__() -> list[str]:
    return __all__


PARTS: tuple[str, ...] = ("number", "title", "value", "group", "size")
"""What an action can name, by its place in the row: ``{1}`` is the title."""

Texts: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]


def _to_texts(texts: Texts) -> tuple[tuple[str, str], ...]:
    return to_pairs(texts)


def _are_texts(_: Any, attribute: Any, value: Any) -> None:
    sound = isinstance(value, tuple) and all(
        isinstance(pair, tuple)
        and len(pair) == 2
        and all(isinstance(part, str) and part for part in pair)
        for pair in value
    )
    if not sound or len({key for key, _ in value}) != len(value):
        raise InvalidValueError(attribute.name, "one text for each key", value)


@frozen(kw_only=True)
class AdviceTexts(Shown):
    """What to do about an indicator, and what it is called, in one language.

    Attributes:
        actions: What to do, by key or number of an indicator, or by number of a
            quality indicator. An action may name the number of the indicator as
            ``{0}``, its title as ``{1}``, the value ``{2}``, the group ``{3}`` and
            its size ``{4}``.
        titles: What indicators are called, by key or number; as the structure says
            where there is none.
        citations: Where each field was read, or that it is but proposed.

    Raises:
        InvalidValueError: A key stands twice, or an action names a part that is
            not there.

    Example:
        >>> texts = AdviceTexts(
        ...     actions={"B7": "Escriba un plan: {2} no basta."},
        ...     titles={"B7": "estrategia y plan de acción"},
        ... )
        >>> texts.title("strategy", "B7", otherwise="strategy and action plan")
        'estrategia y plan de acción'
    """

    actions: tuple[tuple[str, str], ...] = field(
        default=(), converter=_to_texts, validator=_are_texts
    )
    titles: tuple[tuple[str, str], ...] = field(
        default=(), converter=_to_texts, validator=_are_texts
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        for key, action in self.actions:
            if not parts_named(action) <= set(range(len(PARTS))):
                expected = say("made with {} at most", both(_NAMED))
                raise InvalidValueError(("actions", Key(key)), expected, action)

    def title(self, *names: str, otherwise: str) -> str:
        """Return the title of what goes by one of *names*, else *otherwise*.

        Example:
            >>> AdviceTexts().title("strategy", otherwise="action plan")
            'action plan'
        """
        return next((t for name, t in self.titles if name in names), otherwise)

    def action(self, *names: str) -> str | None:
        """Return what to do about what goes by one of *names*, or None.

        Example:
            >>> AdviceTexts(actions={"B7": "Write a plan."}).action("strategy", "B7")
            'Write a plan.'
        """
        return next((text for name, text in self.actions if name in names), None)

    def only(self, names: Iterable[str]) -> AdviceTexts:
        """Return the texts without actions and titles for others than *names*.

        Texts for indicators that a structure does not have are refused when they
        are used: this leaves them out on purpose.

        Example:
            >>> from icluster.reference import advice
            >>> few = advice.ADVICE_EN.only(["participants", "strategy"])
            >>> [key for key, _ in few.actions]
            ['participants', 'strategy']
        """
        kept = frozenset(check_each("names", names, str))
        return evolve(
            self,
            actions=[pair for pair in self.actions if pair[0] in kept],
            titles=[pair for pair in self.titles if pair[0] in kept],
        )


_NAMED = tuple(Sentence(f"{{{place}}}") for place in range(len(PARTS)))
