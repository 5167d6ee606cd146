"""What may be chosen: options with keys and titles, looked up by either."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._fields import is_key, is_optional_text, to_tuple
from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.words import Sentence, say


@frozen
class Option:
    """One of the answers, or categories, of a list.

    Example:
        >>> Option("sme", "small and medium-sized enterprises").name
        'small and medium-sized enterprises'
    """

    key: str = field(validator=is_key)
    title: str = field(default="", validator=is_optional_text)

    @property
    def name(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


Options: TypeAlias = list[Option | str] | tuple[Option | str, ...]


def to_options(options: Options) -> tuple[Option, ...]:
    """Freeze options; a plain text is a key without a title."""
    items: Any = to_tuple(options)
    if not isinstance(items, tuple):
        return items  # type: ignore[no-any-return]  # the validator refuses it
    return tuple(Option(item) if isinstance(item, str) else item for item in items)


def are_told_apart(_: Any, attribute: Any, options: tuple[Option, ...]) -> None:
    """Refuse options of which two answer to one key or title."""
    names = [
        name for option in options for name in {option.key, option.name.casefold()}
    ]
    if len(set(names)) != len(names):
        expected = "of keys and titles that differ"
        raise InvalidValueError(attribute.name, expected, options)


def find_option(options: tuple[Option, ...], text: str) -> str | None:
    """Return the key of the option that *text* names by key or title."""
    name = " ".join(text.split()).casefold()
    for option in options:
        if name in (option.key, option.name.casefold()):
            return option.key
    return None


def named_option(options: tuple[Option, ...], key: str | Other) -> Sentence:
    """Return the option of that *key* for a reader; other text as it stands."""
    if isinstance(key, Other):
        return say("{}", key.text)
    name = next((option.name for option in options if option.key == key), key)
    return Sentence(name)


def keys_of(options: tuple[Option, ...]) -> tuple[str, ...]:
    """Return the keys of *options*."""
    return tuple(option.key for option in options)
