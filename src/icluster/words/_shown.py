"""What nouns and results show of themselves: a line at a prompt, a table else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from reprlib import Repr
from typing import Any, Final

import attrs

from icluster.words._html import html_table
from icluster.words._languages import ENGLISH, number_text
from icluster.words._voice import Said, worded

LONGEST_LINE: Final = 200
_LONGEST_FIELD: Final = 48
_BY_ATTRS: Final = "<attrs generated"


class _Brief(Repr):
    """Writes a value as Python does, and not the end of what has none."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 2, 80, LONGEST_LINE
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = 4
        self.maxfrozenset = 4

    def repr1(self, x: Any, level: int) -> str:
        if isinstance(x, Enum):
            return f"{type(x).__name__}.{x.name}"
        if type(x) is int:
            return number_text(x, ENGLISH)
        return super().repr1(x, level)

    def repr_instance(self, x: Any, level: int) -> str:
        return x.__name__ if isinstance(x, type) else super().repr_instance(x, level)


class Shown:
    """What shows itself: ``repr`` is one short line, a notebook gets a table.

    A short noun is written as it is made, without what holds by default; a long one
    by its sentence, or by as many of its fields as fit. The line has at most 200
    characters.

    Example:
        >>> @attrs.frozen
        ... class Body(Shown):
        ...     name: str
        ...     sectors: tuple[str, ...] = ()
        >>> Body("A"), len(repr(Body("A", ("sector",) * 1000))) <= 200
        (Body(name='A'), True)
    """

    __slots__ = ()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        # What attrs writes has every field of every part; one written by hand stays.
        if cls.__repr__.__code__.co_filename.startswith(_BY_ATTRS):
            del cls.__repr__

    def __repr__(self) -> str:
        name = type(self).__name__
        fields = [f"{key}={_Brief().repr(value)}" for key, value in _stated(self)]
        text = f"{name}({', '.join(fields)})"
        if len(text) <= LONGEST_LINE:
            return text
        if hasattr(self, "said"):
            return clipped(f"<{name}: {worded(self)}>")
        fields = [f"{key}={_shorter(value)}" for key, value in _stated(self)]
        return clipped(f"{name}({', '.join(fields)})")

    def _repr_html_(self) -> str:
        stated = dict(_stated(self))
        sources = stated.pop("citations", ())
        rows = [(key, _listed(value)) for key, value in stated.items()]
        name = type(self).__name__
        words = worded(self) if hasattr(self, "said") else in_a_word(self)
        caption = f"{name}: {words}" if words else name
        several = sources if isinstance(sources, tuple) else (sources,)
        return html_table(caption, (), rows, numbered(map(worded, several)))


class Worded(Shown, Said):
    """What words itself: the text of such a value is its ``said()``, in English.

    Example:
        >>> from icluster.words import say
        >>> @attrs.frozen
        ... class Ended(Worded):
        ...     name: str
        ...
        ...     def said(self):
        ...         return say("{} ended", self.name)
        >>> print(Ended("Bronze"))
        Bronze ended
    """

    __slots__ = ()


def clipped(text: str, longest: int = LONGEST_LINE) -> str:
    """Cut *text* to one short line, the last letter of which is kept.

    Example:
        >>> clipped("<a>"), clipped(f"<{'a' * 1000}>")[-6:], len(clipped("a" * 1000))
        ('<a>', 'aa...>', 200)
    """
    if len(text) <= longest:
        return text
    return f"{text[: longest - 4]}...{text[-1]}"


def _stated(noun: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a noun, by name, that say more than holds by default."""
    for attribute in attrs.fields(type(noun)):
        value = getattr(noun, attribute.name, attrs.NOTHING)
        if attribute.repr and not _is_default(value, attribute.default):
            yield attribute.name, value


def _is_default(value: Any, default: Any) -> bool:
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = attrs.NOTHING if default.takes_self else default.factory()
    return value is default or (type(value) is type(default) and value == default)


def _shorter(value: Any) -> str:
    if isinstance(value, (tuple, frozenset)) and value:
        kinds = sorted({type(item).__name__ for item in value})
        return f"<{len(value)} {' or '.join(kinds)}>"
    text = _Brief().repr(value)
    if len(text) <= _LONGEST_FIELD:
        return text
    if isinstance(value, str):
        return clipped(text, _LONGEST_FIELD)
    return f"<{type(value).__name__}>"


# --- in a notebook -----------------------------------------------------------------


def in_a_word(noun: object) -> str:
    """Return what a thing is called; how it shows itself where it has no name.

    Example:
        >>> in_a_word(3), in_a_word(Shown)
        ('3', "<class 'icluster.words._shown.Shown'>")
    """
    if isinstance(noun, type) or hasattr(noun, "said") or not attrs.has(type(noun)):
        return worded(noun)
    names = (getattr(noun, field, None) for field in ("name", "title", "key"))
    return next((worded(name) for name in names if isinstance(name, str) and name), "")


def _listed(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, (tuple, frozenset)) else (value,)
    return tuple(in_a_word(item) or repr(item) for item in several)


def numbered(texts: Iterable[str]) -> list[str]:
    """Return each text once, with its number.

    Example:
        >>> numbered(["a", "b", "a"])
        ['[1] a', '[2] b']
    """
    return [f"[{number}] {text}" for number, text in enumerate(dict.fromkeys(texts), 1)]
