"""Texts of recommendations as data: templates in one language.

Templates are those of `string.Template` (``$title``): they can be filled in, but
cannot reach into objects. Whoever advises in other words, or in another language,
passes a table of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Any

from attrs import field, frozen

from icluster._fields import is_text
from icluster.errors import InvalidValueError

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
    _check_template(attribute.name, value)


def _check_template(name: str, text: str) -> None:
    template = Template(text)
    if not template.is_valid():
        raise InvalidValueError(name, "a template; write $$ for a dollar sign", text)
    unknown = [each for each in template.get_identifiers() if each not in PLACEHOLDERS]
    if unknown:
        names = ", ".join(f"${name}" for name in PLACEHOLDERS)
        raise InvalidValueError(name, f"made with {names}", f"${unknown[0]}")


def _to_texts(given: Any) -> Any:
    if not isinstance(given, (Mapping, list, tuple)):
        return given
    pairs = given.items() if isinstance(given, Mapping) else given
    return tuple(tuple(pair) for pair in pairs)


def _are_texts(_: Any, attribute: Any, value: Any) -> None:
    sound = isinstance(value, tuple) and all(
        len(pair) == 2 and all(isinstance(part, str) and part for part in pair)
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
        serves_none: Added where none is.
        actions: What to do, by key of an indicator or number of a quality
            indicator; added where there is one.
        titles: Titles in this language, by key or number; those of the
            structure where there is none.

    Raises:
        InvalidValueError: A template asks for what there is not.

    Example:
        >>> texts = AdviceTexts(
        ...     language="en",
        ...     weakest_quarter="$title: $value, in the weakest quarter of $size.",
        ...     weaker_half="$title: $value, in the weaker half of $size.",
        ...     not_strongest="$title: $value, not in the strongest quarter of $size.",
        ...     threshold="$title: $points points, but $least are needed.",
        ...     serves="Serves $serves.",
        ...     serves_none="Serves no quality indicator.",
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
        default=(), converter=_to_texts, validator=_are_texts
    )
    titles: tuple[tuple[str, str], ...] = field(
        default=(), converter=_to_texts, validator=_are_texts
    )

    def __attrs_post_init__(self) -> None:
        for key, text in self.actions:
            _check_template(f"actions[{key!r}]", text)

    def fill(self, template: str, **values: str) -> str:
        """Return *template* with *values* filled in; the rest stays empty."""
        blank = dict.fromkeys(PLACEHOLDERS, "")
        return Template(template).substitute(blank, **values)
