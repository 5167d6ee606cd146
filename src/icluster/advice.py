"""Texts of recommendations as data: templates in one language.

Templates are those of `string.Template` (``$title``): they can be filled in, but
cannot reach into objects. Whoever advises in other words, or in another language,
passes a table of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import Template
from typing import Any

from attrs import evolve, field, frozen

from icluster._fields import check_each, check_type, instance_of, is_text, to_pairs
from icluster.errors import InvalidValueError
from icluster.scales import ValueWords
from icluster.scales._words import check_template

__all__ = ["AdviceTexts"]


def __dir__() -> list[str]:
    return __all__


PLACEHOLDERS: tuple[str, ...] = (
    "number",
    "title",
    "value",
    "group",
    "size",
    "serves",
    "points",
    "least",
)
"""What a template can ask for."""


def _is_template(_: Any, attribute: Any, value: Any) -> None:
    is_text(_, attribute, value)
    check_template(attribute.name, value, PLACEHOLDERS)


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
class AdviceTexts:
    """The words of recommendations in one language.

    Attributes:
        language: ISO 639 code, for example ``en``.
        weakest_quarter: For a position in the weakest quarter of its peers: the
            lowest where more is better, the highest where less is.
        weaker_half: For one in the weaker half, but not in the weakest quarter.
        not_strongest: For one in the better half, but not in the strongest quarter;
            said where three quarters count as weak.
        threshold: For points below a threshold.
        serves: Added where a quality indicator is served.
        serves_none: Added where no link to one is recorded.
        actions: What to do, by key of an indicator or number of a quality
            indicator; added where there is one.
        titles: Titles in this language, by key or number; those of the
            structure where there is none.
        words: The words around values: units, steps, why there is no value.

    Raises:
        InvalidValueError: A template asks for what there is not.

    Example:
        >>> texts = AdviceTexts(
        ...     language="en",
        ...     weakest_quarter="$title: $value, in the weakest quarter of $size.",
        ...     weaker_half="$title: $value, in the weaker half of $size.",
        ...     not_strongest="$title: $value, not in the strongest quarter of $size.",
        ...     threshold="$title: points given $points, needed $least.",
        ...     serves="Serves $serves.",
        ...     serves_none="No link to the label is recorded.",
        ... )
        >>> texts.fill(texts.weaker_half, title="cooperation", value="20 %", size="12")
        'cooperation: 20 %, in the weaker half of 12.'
    """

    language: str = field(validator=is_text)
    weakest_quarter: str = field(validator=_is_template)
    weaker_half: str = field(validator=_is_template)
    not_strongest: str = field(validator=_is_template)
    threshold: str = field(validator=_is_template)
    serves: str = field(validator=_is_template)
    serves_none: str = field(validator=_is_template)
    actions: tuple[tuple[str, str], ...] = field(
        default=(), converter=to_pairs, validator=_are_texts
    )
    titles: tuple[tuple[str, str], ...] = field(
        default=(), converter=to_pairs, validator=_are_texts
    )
    words: ValueWords = field(factory=ValueWords, validator=instance_of(ValueWords))

    def __attrs_post_init__(self) -> None:
        for key, text in self.actions:
            check_template(f"actions[{key!r}]", text, PLACEHOLDERS)

    def fill(self, template: str, **values: str) -> str:
        """Return *template* with *values* filled in; the rest stays empty."""
        check_type("template", template, str)
        blank = dict.fromkeys(PLACEHOLDERS, "")
        return Template(template).substitute(blank, **values)

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
        wanted = frozenset(check_each("names", names, str))
        return evolve(
            self,
            actions=[pair for pair in self.actions if pair[0] in wanted],
            titles=[pair for pair in self.titles if pair[0] in wanted],
        )
