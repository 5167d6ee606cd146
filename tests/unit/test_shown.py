"""What nouns and results show of themselves, at a prompt and in a notebook."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import attrs
import pytest

import icluster
from icluster import (
    Country,
    Facts,
    Organization,
    OrganizationKind,
    rules,
    scoring,
)
from icluster.reference import CONTEXT, eccp, esca, mexico
from icluster.words import Listed, Quoted, Sentence, Share, Shown, clipped
from icluster.words._shown import in_a_word

DAY = date(2022, 9, 30)
FACTS = scoring.read_facts(
    mexico.POLICIES_2022,
    on=DAY,
    edition=eccp.EDITION_2022,
    reading=eccp.PUBLISHED_READING,
)
SCORE = scoring.score(eccp.MATURITY_2022, FACTS)


def public_classes() -> set[type]:
    modules = [(import_module(f"icluster.{room}"), n) for room, n in icluster._ROOMS]
    things = [
        getattr(module, name)
        for module, nouns in modules
        for name in (*module.__all__, *nouns.split())
    ]
    return {
        thing for thing in things if isinstance(thing, type) and attrs.has(thing)
    } - {Listed, Quoted, Sentence, Share, icluster.words.Language}


def test_every_public_class_shows_itself() -> None:
    assert {kind for kind in public_classes() if not issubclass(kind, Shown)} == set()


@pytest.mark.parametrize(
    "thing",
    [
        FACTS,
        FACTS.provenance,
        SCORE,
        SCORE["evidence"],
        scoring.compare(mexico.PUBLISHED_2022, SCORE),
        scoring.next_steps(eccp.MATURITY_2022, FACTS),
        scoring.readings(mexico.POLICIES_2022, on=DAY, edition=eccp.EDITION_2022),
        scoring.rank({"Mexico": SCORE}),
        rules.check(mexico.BRONZE_LABELS, on=DAY, context=CONTEXT),
        mexico.BRONZE_LABELS,
        mexico.BRONZE_LABELS[0],
        mexico.BRONZE_LABELS.counts(on=DAY),
        mexico.POLICIES_2022[0],
        mexico.PUBLISHED_2022,
        eccp.EDITION_2022,
        esca.BENCHMARK_36,
        CONTEXT,
        rules.ALL,
        SCORE.table(),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_results_show_themselves(thing: Any) -> None:
    assert len(repr(thing)) <= 200
    assert repr(thing).isprintable()
    if attrs.has(type(thing)):
        assert thing._repr_html_().startswith("<div")


def test_what_is_short_is_written_as_it_is_made() -> None:
    body = Organization(
        name="A", kind=OrganizationKind.UNIVERSITY, country=Country("MX")
    )
    assert repr(body) == (
        "Organization(name='A', kind=OrganizationKind.UNIVERSITY, "
        "country=Country(code='MX'))"
    )


def test_what_is_long_says_what_it_is() -> None:
    assert repr(mexico.BRONZE_LABELS) == (
        "<LabelRegister: 35 awards, valid until 2014-10-15 to 2018-11-22>"
    )
    assert repr(mexico.PUBLISHED_2022).endswith("citations=<3 Cited>)")


def test_a_text_out_of_hand_is_cut() -> None:
    body = Organization(name="A" * 10_000, kind=OrganizationKind.UNIVERSITY)
    assert len(repr(body)) <= 200
    assert "AAA..." in repr(body)


def test_a_notebook_gets_the_fields_and_their_sources() -> None:
    page = mexico.POLICIES_2022[0]._repr_html_()
    assert "<caption" in page
    assert ">Policy: Course for an Industrial Policy<" in page
    assert "[1] " in page
    assert "<b>" not in page


def test_a_notebook_calls_parts_by_name() -> None:
    page = Organization(name="A", country=Country("MX"))._repr_html_()
    assert ">Organization: A</caption>" in page
    assert ">A</td>" in page
    assert ">Country(code=&#x27;MX&#x27;)</td>" in page


def test_a_notebook_folds_what_is_many() -> None:
    assert "<summary>23 more</summary>" in mexico.BRONZE_LABELS._repr_html_()


def test_a_headline_says_whose_score_it_is() -> None:
    assert str(SCORE).startswith("MX: 1.5 of 8 on 2022-09-30 (Maturity of cluster")
    assert max(map(len, str(SCORE).split("\n"))) <= 79
    facts = scoring.read_facts(
        mexico.POLICIES_2022,
        on=DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
        subject="Mexico",
    )
    named = scoring.score(eccp.MATURITY_2022, facts)
    assert str(named.said()) == "Mexico: 1.5 of 8 on 2022-09-30"
    unknown = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    assert str(unknown.said()) == "0 to 8 of 8"


def test_a_table_prints_as_wide_as_a_result() -> None:
    report = rules.check(mexico.BRONZE_LABELS, on=DAY, context=CONTEXT)
    printed = str(report.summary())
    assert max(map(len, printed.split("\n"))) <= 79
    assert max(map(len, report.summary().text().split("\n"))) > 79


@attrs.frozen
class Holding(Shown):
    """Something that may have a name, a title or a key."""

    name: str = ""
    title: str = ""
    key: str = ""
    things: tuple[Any, ...] = ()
    citations: Any = ()


def test_a_thing_is_called_by_the_first_name_it_has() -> None:
    assert in_a_word(Holding("n", "t", "k")) == "n"
    assert in_a_word(Holding(title="t", key="k")) == "t"
    assert in_a_word(Holding(key="k")) == "k"
    assert in_a_word(Holding()) == ""
    assert in_a_word(Share(1)) == "100 %"


def test_a_long_thing_tells_how_many_of_which_kinds_it_holds() -> None:
    holding = Holding("n" * 60, "t" * 60, "k" * 90, ("a" * 80, 1, 2))
    assert repr(holding).endswith("things=<3 int or str>)")


def test_a_line_holds_four_things_and_two_levels() -> None:
    assert repr(Holding(things=(1, 2, 3, 4, 5))) == "Holding(things=(1, 2, 3, 4, ...))"
    five = frozenset(range(5))
    assert (
        repr(Holding(citations=five))
        == "Holding(citations=frozenset({0, 1, 2, 3, ...}))"
    )
    assert repr(Holding(things=(((1,),),))) == "Holding(things=(((...),),))"
    assert repr(Holding(citations=int)) == "Holding(citations=int)"
    assert repr(Holding(citations=Ellipsis)) == "Holding(citations=Ellipsis)"


def test_a_line_of_two_hundred_letters_is_whole() -> None:
    rest = 200 - len(repr(Holding("a" * 70, "b" * 70, "c")))
    whole = repr(Holding("a" * 70, "b" * 70, "c" * (1 + rest)))
    assert len(whole) == 200
    assert whole.count("a") == 71  # and the one of "name"
    assert "a..." in repr(Holding("a" * 70, "b" * 70, "c" * (2 + rest)))


def test_a_notebook_heads_what_speaks_by_its_sentence() -> None:
    page = SCORE["scope"].reasons[0]._repr_html_()
    assert f">Reason: {SCORE['scope'].reasons[0]}</caption>" in page


def test_a_notebook_tells_one_source_as_it_tells_several() -> None:
    one, several = (
        Holding("A", citations=sources)._repr_html_() for sources in (7, (7, 8, 7))
    )
    assert ">[1] 7</p></div>" in one
    assert ">[1] 7</p>" in several
    assert ">[2] 8</p></div>" in several
    assert "citations" not in one
    assert "Holding: A" in one
    bare = Holding()._repr_html_()
    assert ">Holding</caption>" in bare
    assert "[1]" not in bare


def test_a_line_is_cut_from_its_first_letter_too_many() -> None:
    assert clipped("a" * 200) == "a" * 200
    assert clipped("a" * 200 + "b") == "a" * 196 + "...b"
