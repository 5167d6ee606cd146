"""Scales without an order: one of a list, several of a list, text."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, is_optional_text, to_tuple
from icluster.errors import InvalidValueError
from icluster.scales._base import AnswerValue, Fault, Parsed, Scale, refused
from icluster.scales._words import ENGLISH, ValueWords
from icluster.scales._written import written
from icluster.vocabularies import Other
from icluster.words import says_something


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


def to_options(given: object) -> Any:
    """Freeze options; a plain text is a key without a title."""
    items = to_tuple(given)
    if not isinstance(items, tuple):
        return items
    return tuple(Option(item) if isinstance(item, str) else item for item in items)


def are_told_apart(_: Any, attribute: Any, options: tuple[Option, ...]) -> None:
    """Refuse options of which two answer to one key or title."""
    names = [name for each in options for name in {each.key, each.name.casefold()}]
    if len(set(names)) != len(names):
        expected = "of keys and titles that differ"
        raise InvalidValueError(attribute.name, expected, options)


def find_option(options: tuple[Option, ...], text: str) -> str | None:
    """Return the key of the option that *text* names by key or title."""
    wanted = " ".join(text.split()).casefold()
    for option in options:
        if wanted in (option.key, option.name.casefold()):
            return option.key
    return None


def option_text(options: tuple[Option, ...], key: str | Other) -> str:
    """Write the option of that *key* for a reader."""
    if isinstance(key, Other):
        return key.text
    return next((each.name for each in options if each.key == key), key)


def _pick(options: tuple[Option, ...], is_open: bool, raw: object) -> Any:
    """Return a key, an `Other` where the list is open, or None."""
    if isinstance(raw, Other):
        return raw if is_open else None
    if not isinstance(raw, str) or not says_something(raw):
        return None
    key = find_option(options, raw)
    if key is None and is_open:
        return Other(" ".join(raw.split()))
    return key


def _listed(options: tuple[Option, ...]) -> str:
    return ", ".join(option.key for option in options)


def _check_filled(options: tuple[Option, ...], is_open: bool) -> None:
    if not options and not is_open:
        expected = "one or more, where the list is not open"
        raise InvalidValueError("options", expected, options)


@frozen
class Choice(Scale):
    """One of a list; an open list also takes other text.

    Other texts are compared as they are spelt: "A.C." and "AC" are two answers.

    Attributes:
        options: The list; an empty one must be open.
        is_open: Whether text that is not in the list is taken, as `Other`.

    Raises:
        InvalidValueError: Two options share a key or title, or a closed list is empty.

    Example:
        >>> force = Choice(["industry", "research", "public", "balanced"])
        >>> force.read("Industry"), force.faults("weather")[0].expected
        ('industry', 'one of industry, research, public, balanced')
        >>> Choice(is_open=True).read("A.C.")
        Other(text='A.C.')
    """

    options: tuple[Option, ...] = field(
        default=(), converter=to_options, validator=[all_of(Option), are_told_apart]
    )
    is_open: bool = field(default=False, validator=instance_of(bool), kw_only=True)

    def __attrs_post_init__(self) -> None:
        _check_filled(self.options, self.is_open)

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        if type(value) is Other:
            return self.is_open
        return any(value == option.key for option in self.options)

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the key that *raw* names, or None and what is wrong."""
        picked = _pick(self.options, self.is_open, raw)
        if picked is None:
            expected = "text" if self.is_open else f"one of {_listed(self.options)}"
            return refused(place, expected, raw)
        return picked, ()

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the option chosen."""
        return option_text(self.options, value)  # type: ignore[arg-type]


@frozen
class Several(Scale):
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

    options: tuple[Option, ...] = field(
        default=(), converter=to_options, validator=[all_of(Option), are_told_apart]
    )
    is_open: bool = field(default=False, validator=instance_of(bool), kw_only=True)

    def __attrs_post_init__(self) -> None:
        _check_filled(self.options, self.is_open)

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already: one answer or none."""
        if type(value) is not tuple or len(value) > 1:
            return False
        return all(type(each) is Other and self.is_open for each in value)

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the keys in the order of the list, then other texts by letter."""
        items = (raw,) if isinstance(raw, (str, Other)) else raw
        if not isinstance(items, (list, tuple, set, frozenset)):
            return refused(place, self._expected(), raw)
        ordered = (
            sorted(items, key=written) if isinstance(items, (set, frozenset)) else items
        )
        picked: list[str | Other] = []
        faults: list[Fault] = []
        for index, item in enumerate(ordered):
            key = _pick(self.options, self.is_open, item)
            if key is not None and key not in picked:
                picked.append(key)
                continue
            expected = "text" if self.is_open else f"one of {_listed(self.options)}"
            expected = expected if key is None else "named once"
            at, part = f"{place}[{index}]", f"item {index + 1}"
            faults.append(Fault(at, expected, written(item), part=part))
        return (None, tuple(faults)) if faults else (self._ordered(picked), ())

    def _expected(self) -> str:
        if not self.options:
            return "a text, or a list of texts"
        others = ", or other texts" if self.is_open else ""
        return f"a list of any of {_listed(self.options)}{others}"

    def _ordered(self, picked: list[str | Other]) -> tuple[str | Other, ...]:
        listed = [each.key for each in self.options if each.key in picked]
        texts = sorted(each.text for each in picked if isinstance(each, Other))
        return (*listed, *map(Other, texts))

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the options named, or that there are none."""
        keys: Any = value
        return "; ".join(option_text(self.options, key) for key in keys) or (
            words.none_of_list
        )


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

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return *raw* without outer space, or None and what is wrong."""
        if not isinstance(raw, str) or not says_something(raw):
            return refused(place, "text that is not blank", raw)
        return raw.strip(), ()

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Return the text itself."""
        return str(value)
