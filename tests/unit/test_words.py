"""Words, with everything folded away that spellings differ in."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Literal, NoReturn

import pytest

from icluster.languages import es
from icluster.vocabularies import Missing
from icluster.words import (
    ENGLISH,
    Key,
    Language,
    Quoted,
    Sentence,
    Share,
    as_part,
    both,
    either,
    html_table,
    is_blank,
    normalized,
    path,
    pointer,
    quoted,
    say,
    squeezed,
    steps,
    trimmed,
    worded,
    words_of,
)

CASES = {
    "accents fall": ("Clúster León", "cluster leon"),
    "decomposed accents fall as well": ("Clu\u0301ster", "cluster"),
    "no-break and other spaces part words": ("a\u00a0b\u2003c\td", "a b c d"),
    "marks that nobody sees are dropped": (
        "clu\u00adster \u200btec\ufeff",
        "cluster tec",
    ),
    "so are marks of direction and control characters": (
        "clu\u200fster\u202a tec\x00no",
        "cluster tecno",
    ),
    "apostrophes join": (
        "Entrepreneur's Entrepreneur’s",
        "entrepreneurs entrepreneurs",
    ),
    "dotted acronyms are one word": ("C.I.T.I. de T.I.", "citi de ti"),
    "one letter with a dot is a word": ("J. Pérez", "j perez"),
    "a dot between words parts them": ("Queretaro.Tech", "queretaro tech"),
    "punctuation parts words": ("IT@Baja/Sur_Norte", "it baja sur norte"),
    "wide letters are plain ones": ("ＴＩＣ", "tic"),
    "ñ is n": ("España", "espana"),
    "ß is ss": ("Straße", "strasse"),
    "letters of other scripts stay": ("Кластер Ω", "кластер ω"),
    "letters made of parts stay whole": ("클러스터", "클러스터"),
    "their marks stay inside the word": ("हिन्दी समूह", "हिन्दी समूह"),
    "nothing but marks gives nothing": ("... -- !", ""),
    "an underscore alone gives nothing": ("_é_", "e"),
}


@pytest.mark.parametrize("sentence", CASES)
def test_words(sentence: str) -> None:
    text, expected = CASES[sentence]
    assert " ".join(words_of(text)) == expected


RUNS = {
    "marks above and below": "a" + "\u0301\u0316" * 400,
    "marks that are taken apart first": "k" + "\u0f73\u0344" * 300 + "e\u0301",
    "letters of many scripts": "éהּ클हि\u0301\u0316ﷺ" * 100,
    "marks upon the letters": "o" + "\u0301\u0338" * 300,
    "two runs with plain letters between": "\u0316\u0301" * 150 + "x" + "ü\u0323" * 150,
}


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("sentence", RUNS)
def test_long_runs_are_normalized_as_the_standard_says(
    sentence: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    text = RUNS[sentence]
    assert normalized(form, text) == unicodedata.normalize(form, text)


WORDED: dict[str, tuple[object, str]] = {
    "nothing is not a word": (None, ""),
    "truth is yes or no": ((True, False), "yes, no"),
    "decimals keep their zeros": (Decimal("1.50"), "1.50"),
    "decimals have no exponent": (Decimal("1E+3"), "1000"),
    "unless it is out of hand": (Decimal("1E+999"), "1E+999"),
    "what is no number stays so": (Decimal("NaN"), "NaN"),
    "fractions are exact to two places": (Fraction(1, 4), "0.25"),
    "else they are marked": (Fraction(-2, 3), "≈ -0.67"),
    "numbers of too many digits are not written": (
        (10**60, -(10**60)),
        "a number of too many digits, a number of too many digits",
    ),
    "sixty digits are written": (10**60 - 1, "9" * 60),
    "as many digits as a decimal may have": (Decimal("1E+200"), f"1{'0' * 200}"),
    "one more is out of hand": (Decimal("1E+201"), "1E+201"),
    "what cannot be sorted is told by its words": (frozenset({1, "a"}), "1, a"),
    "half of a hundredth would be rounded to nothing": (
        (Share(Fraction(1, 20_000)), Share(1 - Fraction(1, 20_000))),
        "< 0.01 %, > 99.99 %",
    ),
    "more is rounded": (Share(Fraction(1, 19_999)), "≈ 0.01 %"),
    "shares next to nothing and to all are not rounded to them": (
        (Share(Fraction(1, 10**5)), Share(1 - Fraction(1, 10**5))),
        "< 0.01 %, > 99.99 %",
    ),
    "shares are exact to two places": (
        (Share(Fraction(1, 10**4)), Share(1 - Fraction(1, 10**4)), Share(0), Share(1)),
        "0.01 %, 99.99 %, 0 %, 100 %",
    ),
    "days are those of ISO 8601": (date(2018, 5, 4), "2018-05-04"),
    "an enum is its title": (Missing.NOT_APPLICABLE, "not applicable"),
    "a set has an order": (frozenset("cab"), "a, b, c"),
    "a mapping is pairs": ({"a": 1, "b": None}, "a: 1, b: "),
    "a share is a percentage": (Share(Fraction(1, 8)), "12.5 %"),
    "one alternative is none": (either(["a"]), "a"),
    "no alternative is nothing": (either([]), ""),
    "what comes stands in quotes": (Quoted("a\n"), "'a\\n'"),
    "text is one line": ("a\nb", "a b"),
    "one thing is one": (say("{} {0?row|rows}", 1), "1 row"),
    "so is half of it not": (say("{} {0?row|rows}", Fraction(1, 2)), "0.5 rows"),
    "a list of one is one": (say("{} {0?row|rows}", both(["a"])), "a row"),
    "several are several": (say("{} {0?row|rows}", ("a", "b")), "a, b rows"),
    "a text is not one": (say("{} {0?row|rows}", "1"), "1 rows"),
    "a long part is cut": (say("{}!", "x" * 300), "x" * 197 + "...!"),
    "a list of parts is not": (
        say("{}!", ("x" * 150,) * 2),
        f"{'x' * 150}, {'x' * 150}!",
    ),
}


@pytest.mark.parametrize("sentence", WORDED)
def test_worded(sentence: str) -> None:
    value, expected = WORDED[sentence]
    assert worded(value) == expected
    assert worded(as_part(value)) == expected


def test_sentences_name_their_parts() -> None:
    for template, parts in (("{}", (1, 2)), ("{2}", (1,)), ("{} {}", (1,))):
        with pytest.raises(ValueError, match="must name"):
            say(template, *parts)


def test_a_template_that_names_other_parts_is_told() -> None:
    with pytest.raises(
        ValueError, match=r"^template must name 1 parts, got '\{\} \{\}'$"
    ):
        say("{} {}", 1)


def test_a_translation_that_names_other_parts_hides_nothing() -> None:
    spanish = es.SPANISH.but({"{} of {} ended": "{5}"})
    text = say("{} of {} ended", True, "Bronze").text(spanish)
    assert text == "{5} (sí, Bronze)"
    wrong = Language("xx", "X", {"{} ended": "{} {} {3}"})
    assert say("{} ended", "Bronze").text(wrong) == "{} {} {3} (Bronze)"


@pytest.mark.parametrize("entries", [{"a": 3}, {3: "a"}, {"A": {"b": None}}])
def test_a_translation_is_text(entries: Any) -> None:
    with pytest.raises(ValueError, match="entries must be texts by template, got"):
        Language("xx", "X", entries)
    with pytest.raises(ValueError, match=r"^entries must be texts by template, got \("):
        ENGLISH.but(entries)


def test_contexts_tell_meanings_apart() -> None:
    language = Language("xx", "X", {"open": "1", "Verdict": {"open": "2"}})
    assert language.of("open") == language.of("open", "Period") == "1"
    assert say("open", context="Verdict").text(language) == "2"
    assert language.knows("open", "Period")
    assert not language.knows("shut", "Verdict")
    assert ENGLISH.but({"open": "ajar"}).of("open") == "ajar"


PATHS: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "names, positions and keys": (
        "rows[3].name['a b']",
        ("rows", 3, "name", Key("a b")),
    ),
    "an escape that is none stays": (r"a['\xzz\U99999999']", ("a", r"\xzz\U99999999")),
    "a position out of hand is words": (f"a[{'9' * 30}]", (f"a[{'9' * 30}]",)),
    "a text is one step": ("the sum of 1.1", ("the sum of 1.1",)),
    "nothing is no step": ("", ()),
}


@pytest.mark.parametrize("sentence", PATHS)
def test_paths(sentence: str) -> None:
    text, place = PATHS[sentence]
    assert steps(text) == place


def test_keys_are_told_from_names() -> None:
    place: Any = ("scores", Key("A"), "total")
    assert path(place) == "scores['A'].total"
    assert isinstance(steps(path(place))[1], Key)
    assert pointer((*place, "a/~b")) == "/scores/A/total/a~1~0b"


def test_what_is_said_hides_nothing_of_what_fails() -> None:
    class Odd:
        def said(self) -> Sentence:
            raise RuntimeError

        def __repr__(self) -> str:
            raise RuntimeError

    assert worded(Odd()) == "<Odd that raises RuntimeError>"
    assert str(Quoted(Odd())).startswith("<Odd instance")


def test_what_came_is_equal_where_it_reads_alike() -> None:
    assert Quoted([1]) == Quoted([1]) != Quoted(["1"])
    assert hash(Quoted([1])) == hash(Quoted([1]))

    def raising(_: object) -> NoReturn:
        raise RuntimeError

    hidden = type("Hidden", (), {"__class__": property(raising)})
    assert worded(Quoted(hidden())) == "something of type Hidden"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (say("{}", Fraction(5, 2)), "2.5 rows"),
        (say("{}", 1), "1 row"),
        (say("{}", "Bronze"), "Bronze row"),
        (say("{} or {}", 1, 2), "1 or 2 rows"),
    ],
)
def test_a_number_that_stands_alone_is_counted_as_it_is(part: Any, text: str) -> None:
    assert say("{} {0?row|rows}", part).text() == text


@pytest.mark.parametrize(
    "text", ["S. A. de C.V.", "Ｓ.Ａ. de C.V.,", "sa\u200b de\u00a0cv;", "SADECV"]
)
def test_width_and_what_nobody_sees_do_not_matter_in_an_abbreviation(text: str) -> None:
    assert squeezed(text) == "sadecv"


def test_a_part_out_of_hand_is_cut() -> None:
    texts = [say("{}", "x" * length).text() for length in (200, 201)]
    assert texts == ["x" * 200, "x" * 197 + "..."]


def test_what_came_is_cut_where_it_is_long_or_deep() -> None:
    assert quoted([[[[[1]]]]]) == "[[[[...]]]]"
    long = quoted(["x" * 60] * 8)
    assert long == f"['{'x' * 60}', '{'x' * 60}', '{'x' * 60}', 'xxx..."
    assert len(long) == 200


def test_a_table_of_html_is_whole() -> None:
    rows: Any = [["x", ("1", "2")], ["<y>", "3"]]
    left, right = (f"text-align: {side}" for side in ("left", "right"))
    head = (
        f'<thead><tr><th scope="col" style="{left}">a</th>'
        f'<th scope="col" style="{right}">b</th></tr></thead>'
    )
    row = '<tr><th scope="row" style="{}">{}</th><td style="{}">{}</td></tr>'.format
    page = html_table(
        "C", ["a", "b"], rows, ["n 2018-05-04"], numeric=[False, True], fold=1
    )
    assert page == (
        '<div style="max-width: 100%; overflow-x: auto">'
        f'<table><caption style="{left}">C</caption>{head}'
        f"<tbody>{row(left, 'x', right, '1<br>2')}</tbody></table>"
        f"<details><summary>1 more</summary><table>{head}"
        f"<tbody>{row(left, '&lt;y&gt;', right, '3')}</tbody></table></details>"
        f'<p style="{left}">n <span style="white-space: nowrap">2018-05-04</span></p>'
        "</div>"
    )


def test_a_cell_of_many_things_folds_those_after_the_twelfth() -> None:
    page = html_table("C", (), [["x", tuple(map(str, range(14)))]])
    assert "<thead>" not in page
    assert ">0<br>" in page
    assert "<br>11<details><summary>2 more</summary>12<br>13</details></td>" in page


def test_a_boolean_is_said_in_every_language() -> None:
    assert [worded(value, es.SPANISH) for value in (True, False)] == ["sí", "no"]


def test_what_came_is_quoted_up_to_eight_things() -> None:
    listed = "0, 1, 2, 3, 4, 5, 6, 7, ..."
    nine = range(9)
    assert quoted(list(nine)) == f"[{listed}]"
    assert quoted(tuple(nine)) == f"({listed})"
    assert quoted(set(nine)) == f"{{{listed}}}"
    assert quoted(frozenset(nine)) == f"frozenset({{{listed}}})"
    assert quoted(dict.fromkeys(nine, "x")).endswith("7: 'x', ...}")


class Colour(Enum):
    RED = 1


def test_what_came_is_quoted_by_its_name() -> None:
    assert quoted(Colour.RED) == "RED"
    assert quoted(Missing.UNKNOWN) == Missing.UNKNOWN.title
    assert quoted(Colour) == "Colour"
    assert quoted(Fraction(1, 3)) == "1/3"
    assert quoted(Ellipsis) == "Ellipsis"


@pytest.mark.parametrize("spaces", [0, 1, 2, 3])
def test_what_nobody_sees_is_cut_off_both_ends(spaces: int) -> None:
    around = " \u200b "[:spaces]
    assert trimmed(f"{around}x y{around}") == "x y"
    assert trimmed(around) == ""


class Undecided:
    """What is compared in a way of its own."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def __ne__(self, other: object) -> bool:
        if isinstance(self.answer, Exception):
            raise self.answer
        return bool(self.answer)

    __hash__ = None  # type: ignore[assignment]


def test_a_cell_that_cannot_be_compared_is_blank_but_not_an_array() -> None:
    for error in (TypeError(), ArithmeticError()):
        assert is_blank(Undecided(error)) is True
    assert is_blank(Undecided(ValueError())) is False
    assert [is_blank(value) for value in ("\x00\x01", "-", "\u0301", 0, None)] == [
        *(True, False, False, False, True)
    ]


def test_a_context_is_asked_first() -> None:
    language = Language("xx", "X", {"bool": {"yes": "ja"}, "yes": "doch"})
    assert worded(True, language) == "ja"
    assert language.of("yes") == "doch"
    only = Language("xx", "X", {"bool": {"yes": "ja"}})
    assert (only.knows("yes", "bool"), only.knows("yes")) == (True, False)


def test_what_came_is_hashed_by_how_it_is_quoted() -> None:
    assert hash(Quoted("x")) == hash(Quoted("x"))
    assert len({hash(Quoted(value)) for value in ("x", "y", 1, 2)}) == 4
