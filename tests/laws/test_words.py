"""Whatever is worded comes out as one line; parts, places and languages agree."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, NoReturn

from hypothesis import example, given
from hypothesis import strategies as st

from icluster.languages import es
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other
from icluster.words import (
    ENGLISH,
    Key,
    Language,
    Listed,
    Quoted,
    Sentence,
    Share,
    as_part,
    parts_named,
    path,
    printable,
    quoted,
    say,
    steps,
    worded,
)

LANGUAGES = [ENGLISH, es.SPANISH]
NASTY = st.text(
    st.sampled_from("ab {}01?|<'\"\\[].\n\r\t\x1b\x00\u2028\u202e\u200b漢é\u0301"),
    max_size=12,
)


class Hostile:
    """Raises wherever it is asked for anything."""

    def said(self) -> NoReturn:
        raise RuntimeError

    def __repr__(self) -> NoReturn:
        raise RuntimeError


class Shouting:
    """Says of itself what a terminal would obey."""

    def __str__(self) -> str:
        return "\x1b[31m\nred"


class Letter(Enum):
    """An enum without titles."""

    A = "a"


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(0, 500).map(lambda digits: 10**digits),
    st.decimals(),
    st.fractions(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    NASTY,
    st.text(),
    st.sampled_from([*Missing, *Verdict, Letter.A, Shouting(), Other("X")]),
)


def grown(inner: Any) -> Any:
    several = st.lists(inner, max_size=3)
    return st.one_of(
        several,
        several.map(tuple),
        st.lists(NASTY, max_size=3).map(frozenset),
        st.dictionaries(NASTY, inner, max_size=2),
        several.map(lambda items: Listed(items, "{} or {}")),
        inner.map(Quoted),
        st.fractions().map(Share),
        st.builds(say, st.just("{} of {1} {0?row|rows}"), inner, inner),
    )


VALUES = st.recursive(PLAIN, grown, max_leaves=8)


def is_one_line(text: str) -> bool:
    odd = {letter for letter in text if unicodedata.category(letter)[0] in "CZ"}
    return odd <= {" ", "\N{REPLACEMENT CHARACTER}"}


@given(VALUES | st.builds(Hostile), st.sampled_from(LANGUAGES))
def test_anything_is_worded_on_one_line(value: Any, language: Language) -> None:
    assert is_one_line(worded(value, language))
    assert is_one_line(quoted(value).replace("\xa0", " "))


@given(VALUES, st.sampled_from(LANGUAGES))
@example((("a",), 2), es.SPANISH)
def test_parts_say_what_their_values_say(value: Any, language: Language) -> None:
    part = as_part(value)
    assert worded(part, language) == worded(value, language)
    assert as_part(part) is part or as_part(part) == part or value != value


@given(VALUES)
@example([Decimal("sNaN")])  # its hash raises
def test_parts_can_be_exchanged_and_hashed(value: Any) -> None:
    def kinds(part: Any) -> set[type]:
        inner = part.parts if isinstance(part, Sentence) else ()
        return {type(part)}.union(*map(kinds, inner))

    part = as_part(value)
    hash(part)
    assert Enum not in {base for kind in kinds(part) for base in kind.__mro__}
    assert not kinds(part) & {datetime, list, tuple, dict, Listed, Quoted, Other}


NAMES = st.from_regex(r"[a-z_][a-z0-9_-]{0,3}|\$[a-z]", fullmatch=True)
STEPS = NAMES | st.integers(-9, 9) | NASTY.map(Key) | st.text().map(Key)


@given(st.lists(STEPS, max_size=4).map(tuple))
def test_a_path_leads_back_to_its_steps(place: tuple[str | int, ...]) -> None:
    assert steps(path(place)) == place


@given(NASTY | st.text())
def test_any_text_is_a_place(text: str) -> None:
    place = steps(text)
    assert all(isinstance(step, (str, int)) for step in place)
    assert path(steps(path(place))) == path(place)


@given(st.fractions(-1000, 1000))
def test_fractions_are_exact_or_marked(fraction: Fraction) -> None:
    text = worded(fraction)
    if text.startswith("≈ "):
        assert abs(Fraction(text[2:]) - fraction) <= Fraction(1, 200)
        assert (fraction * 100).denominator > 1
    else:
        assert Fraction(text) == fraction


def parts_shown(context: str, template: str, language: Language) -> set[str]:
    tokens = tuple(f"«{number}»" for number in range(len(parts_named(template))))
    text = Sentence(template, tokens, context).text(language)
    return {token for token in tokens if token in text}


def test_every_language_shows_the_same_parts() -> None:
    unlike = [
        template
        for context, template, _ in es.SPANISH.entries
        if parts_shown(context, template, es.SPANISH)
        != parts_shown(context, template, ENGLISH)
    ]
    assert unlike == []


@given(
    st.dictionaries(NASTY, NASTY, max_size=4),
    st.dictionaries(NASTY, NASTY, max_size=4),
    NASTY,
)
def test_the_last_word_on_a_template_holds(
    first: dict[str, str], second: dict[str, str], template: str
) -> None:
    language = Language("xx", "X", first).but(second)
    expected = (first | second).get(template, template)
    assert language.of(template) == language.of(template, "context") == expected
    assert language.knows(template) is (template in first | second)
    assert Language("xx", "X", language.entries) == language


@given(NASTY, st.dates())
def test_braces_in_parts_mean_nothing(text: str, day: date) -> None:
    assert str(say("{} on {}", text, day)) == f"{printable(text)} on {day}"
