from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import (
    CATALOGUE,
    SMALL,
    TERSE,
    TEXTS,
    make_gold,
    make_peers,
    make_record,
    make_scheme,
)

from icluster import Answer, Missing, Money, Organization, QualityScheme
from icluster.advice import AdviceTexts
from icluster.benchmarking import (
    PeerGroup,
    QualityDecision,
    QuantileMethod,
    ReadRecord,
    Trend,
    changes,
    choose,
    latest,
    position,
    quality,
    read_record,
    recommend,
    report,
    review,
    same_country,
    same_portfolio,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import IndicatorStatus
from icluster.languages import es
from icluster.quality_labels import QualityCatalogue, QualityIndicator
from icluster.reference import advice, ecei, esca
from icluster.scales import Composition, Ordinal
from icluster.tables import Table
from icluster.verdicts import Verdict
from icluster.words import ENGLISH, Language, worded

YES, NO, OPEN = Verdict.YES, Verdict.NO, Verdict.OPEN


def gold_points(total: str) -> dict[str, Any]:
    """Spread *total* points over the 31 indicators, full ones first, 1 at least."""
    scheme, rest = make_gold(), Decimal(total) - 31
    points = {}
    for number in ecei.GOLD_31.numbers:
        more = min(scheme.maximum_of(number) - 1, rest)
        points[number], rest = 1 + more, rest - more
    return points


GOLDEN: dict[str, tuple[str, Verdict]] = {
    "128 of 150 passes": ("128", YES),
    "120 of 150 passes exactly": ("120", YES),
    "119.9 does not": ("119.9", NO),
    "150 of 150 passes": ("150", YES),
}


@pytest.mark.parametrize(("total", "decision"), GOLDEN.values(), ids=GOLDEN)
def test_gold(total: str, decision: Verdict) -> None:
    found = quality(gold_points(total), make_gold())
    assert found.lowest == found.highest == Fraction(Decimal(total))
    assert found.decision is decision


def test_full_points_do_not_pass_with_one_threshold_missed() -> None:
    # All points there are, but for one indicator without points to its maximum.
    numbers = ecei.GOLD_31.numbers
    scheme = make_gold()
    points = gold_points("150") | {numbers[0]: Decimal("0.9")}
    found = quality(points, scheme)
    assert found.highest >= ecei.GOLD_31.required
    assert (found.decision, found.missed) == (NO, (numbers[0],))


CASES: dict[str, tuple[dict[str, Any], Verdict, tuple[str, ...]]] = {
    # Maxima 5, 3, 2; thresholds 3, 1, 0; 8 needed.
    "all known and enough": ({"1.1": 5, "1.2": 3, "2.1": 0}, YES, ()),
    "a threshold met at equality": ({"1.1": 3, "1.2": 3, "2.1": 2}, YES, ()),
    "a threshold missed": ({"1.1": "2.9", "1.2": 3, "2.1": 2}, NO, ()),
    "too little whatever comes": ({"1.1": 3, "1.2": 2}, NO, ()),
    "enough without what is unknown": ({"1.1": 5, "1.2": 3}, YES, ()),
    "the unknown has a threshold": ({"1.1": 5, "2.1": 2}, OPEN, ("1.2",)),
    "the unknown decides the total": ({"1.1": 4, "1.2": 3}, OPEN, ("2.1",)),
    "nothing is known": ({}, OPEN, ("1.1", "1.2", "2.1")),
    "unknown is said": ({"1.1": Missing.UNKNOWN, "1.2": 3, "2.1": 2}, OPEN, ("1.1",)),
}


@pytest.mark.parametrize(("points", "decision", "settles"), CASES.values(), ids=CASES)
def test_decision(
    points: dict[str, Any], decision: Verdict, settles: tuple[str, ...]
) -> None:
    found = quality(points, make_scheme())
    assert (found.decision, found.settles) == (decision, settles)


def rows_of(table: Table) -> list[tuple[Any, ...]]:
    return [tuple(record.values()) for record in table.records()]


def notes_of(table: Table) -> list[str]:
    return [str(note) for note in table.notes]


def shown(table: Table, language: Language = ENGLISH) -> list[tuple[str, ...]]:
    """Return the rows as a reader sees them."""
    return [tuple(worded(cell, language) for cell in row) for row in table.rows]


def as_pairs(table: Table) -> dict[str, str]:
    rows: list[Any] = shown(table)
    return dict(rows)


def test_what_cannot_turn_the_decision_does_not_settle_it() -> None:
    # With 1.1 and 1.2 at their thresholds the total is reached: 2.1 is idle.
    scheme = make_scheme(thresholds={"1.1": 5, "1.2": 3, "2.1": 0})
    assert quality({}, scheme).settles == ("1.1", "1.2")
    flat = make_scheme(
        maxima={"1.1": 6, "1.2": 4, "2.1": 0}, thresholds={"1.1": 0, "1.2": 0, "2.1": 0}
    )
    assert quality({}, flat).settles == ("1.1", "1.2")


def test_a_range_for_what_is_unknown() -> None:
    found = quality({"1.1": 4}, make_scheme())
    assert [found.lowest, found.highest, found.still_needed] == [4, 9, 4]
    assert found.points_of("1.2") is Missing.UNKNOWN
    assert str(found.table().title) == "Invented label: points"
    assert notes_of(found.table()) == [
        "Open: 4 to 9 points, 8 are needed.",
        "Points that would settle it: 1.2 plan, 2.1 press.",
    ]
    assert [row[1:] for row in rows_of(found.table())] == [
        (Decimal(4), 3, 5, "yes", None),
        (Missing.UNKNOWN, 1, 3, "open", True),
        (Missing.UNKNOWN, 0, 2, "yes", True),
    ]
    known = quality({"1.1": 4, "1.2": 3, "2.1": 1}, make_scheme())
    assert notes_of(known.table()) == ["Won: 8 points, 8 are needed."]
    lost = quality({"1.1": 2, "1.2": "0.5", "2.1": 2}, make_scheme())
    assert [row[4] for row in rows_of(lost.table())] == ["no", "no", "yes"]
    assert notes_of(lost.table()) == [
        "Not won: 4.5 points, 8 are needed.",
        "Below the threshold: 1.1 team, 1.2 plan.",
    ]


BAD_POINTS: dict[str, tuple[dict[str, Any], str]] = {
    "too many": ({"1.1": 6}, "points of 1.1 must be from 0 to 5"),
    "below zero": ({"1.1": -1}, "points of 1.1 must be from 0 to 5"),
    "a float": ({"1.1": 0.5}, "points of 1.1 must be a Decimal"),
    "another way of missing": (
        {"1.1": Missing.NOT_APPLICABLE},
        "points of 1.1 must be a Decimal",
    ),
    "for a stranger": ({"7.7": 1}, "no quality indicator is called '7.7'"),
}


@pytest.mark.parametrize(("points", "message"), BAD_POINTS.values(), ids=BAD_POINTS)
def test_refuses_points(points: dict[str, Any], message: str) -> None:
    with pytest.raises((InvalidValueError, UnknownNameError), match=message):
        quality(points, make_scheme())


def test_all_bad_points_are_named_at_once() -> None:
    points: Any = {"1.1": 6, "1.2": 0.5, "7.7": 1, "2.1": 1, "8.8": 2}
    with pytest.raises(InvalidValueError) as caught:
        quality(points, make_scheme())
    assert str(caught.value) == (
        "points of 1.1 must be from 0 to 5, got 6; "
        "points of 1.2 must be a Decimal, an int or a decimal text, got 0.5; "
        "points of 7.7 must be of an indicator of label, got 1; "
        "points of 8.8 must be of an indicator of label, got 2"
    )


BAD_DECISIONS: dict[str, tuple[Any, str]] = {
    "none": ((), "points must be given for each indicator in order"),
    "a number": (5, "points must be given for each indicator in order"),
    "another order": (
        (("1.2", Decimal(1)), ("1.1", Decimal(1)), ("2.1", Decimal(1))),
        "points must be given for each indicator in order",
    ),
    "a float": (
        (("1.1", Decimal(1)), ("1.2", 0.5), ("2.1", Decimal(1))),
        r"points of 1\.2 must be a Decimal or unknown",
    ),
    "another missing": (
        (
            ("1.1", Decimal(1)),
            ("1.2", Missing.NOT_ANSWERED),
            ("2.1", Decimal(1)),
        ),
        r"points of 1\.2 must be a Decimal or unknown",
    ),
}


@pytest.mark.parametrize(
    ("points", "message"), BAD_DECISIONS.values(), ids=BAD_DECISIONS
)
def test_refuses_a_decision_on_what_are_no_points(points: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        QualityDecision(scheme=make_scheme(), points=points)


def place(own: dict[str, Any], peers: list[Any]) -> Any:
    return position(make_record(own), peers=peers, structure=SMALL)


WEAK = place(
    {"members": 1, "plan": 0},
    [
        make_record({"members": n, "plan": n % 5, "staff": n}, f"P{n}")
        for n in range(1, 12)
    ],
)


def test_recommends_what_is_weak_in_the_callers_words() -> None:
    found = recommend(WEAK, texts=TEXTS)
    assert [each.advice.text(TERSE) for each in found] == [
        "weakest A1 Mitglieder 1 all peers 11 serves 1.1",
        "weakest B6 the plan 0 of 4 all peers 11 Write it. serves 1.2, 9.9",
    ]
    assert [each.gain.points for each in found] == [None, None]


def test_the_larger_gain_comes_first() -> None:
    points = {"1.1": 4, "1.2": 2, "2.1": 2}
    by_points = recommend(
        WEAK, quality({"1.1": 4, "1.2": 1, "2.1": 2}, make_scheme()), texts=TEXTS
    )
    assert [each.indicator.key for each in by_points if each.indicator] == [
        "plan",
        "members",
    ]
    assert [each.gain.points for each in by_points] == [2, 1]
    missed = quality(points | {"1.1": 2}, make_scheme())
    first = recommend(WEAK, missed, texts=TEXTS)[0]
    assert first.gain.thresholds == 1
    assert first.advice.text(TERSE).endswith("points 2 of 3 for team")


def test_the_report_shows_the_gain_by_which_advice_is_ordered() -> None:
    missed = quality({"1.1": 2, "1.2": "1.5", "2.1": 2}, make_scheme())
    made = report(WEAK, texts=TEXTS, quality=missed)
    table = made.tables()[-1]
    gains = ("thresholds", "points", "quarters")
    assert [tuple(row[key] for key in gains) for row in table.records()] == [
        (1, 3, 3),
        (None, Fraction(3, 2), 3),
    ]
    assert "Ordered by thresholds missed" in str(table.notes[1])
    unknown = report(WEAK, texts=TEXTS).tables()[-1]
    assert [row["points"] for row in unknown.records()] == [None, None]


def test_one_point_is_no_points() -> None:
    few = evolve(CATALOGUE, maximum=2, needed=Fraction(1, 2))
    scheme = QualityScheme(
        catalogue=few,
        maxima={"1.1": 1, "1.2": 1, "2.1": 0},
        thresholds={"1.1": 0, "1.2": 0, "2.1": 0},
    )
    found = quality({"1.1": 1, "1.2": 0, "2.1": 0}, scheme)
    assert notes_of(found.table()) == ["Won: 1 point, 1 is needed."]


def test_a_missed_threshold_is_weak_without_a_position() -> None:
    scheme = make_scheme(thresholds={"1.1": 3, "1.2": 1, "2.1": 1})
    alone = place({"members": 1}, [])
    found = recommend(
        alone, quality({"1.1": 2, "1.2": 3, "2.1": 0}, scheme), texts=TEXTS
    )
    # The first also serves 1.1 in the interview; no indicator of it serves 2.1.
    assert [each.serves for each in found] == [("1.1",), ("2.1",)]
    assert [each.gain.quarters for each in found] == [0, 0]
    assert (
        found[1].advice.text(TERSE) == "points 0 of 1 for press Call them. serves 2.1"
    )
    assert found[1].indicator is None


def test_the_lower_half_and_what_serves_none() -> None:
    # Of staff 1 to 11, 5 is below the median; nothing is served.
    peers = make_peers("staff", list(range(1, 12)))
    (one,) = recommend(place({"staff": 5}, peers), texts=TEXTS)
    assert one.advice.text(TERSE) == "weaker the staff serves none"
    assert one.gain.quarters == 2
    assert recommend(place({"staff": 5}, peers), texts=TEXTS, quarters=1) == ()


WORDS = {
    "the most of what should be little": ({"complaints": 4}, 1, "the weakest quarter"),
    "more than most of what should be little": (
        {"complaints": 2},
        2,
        "the weaker half",
    ),
    "the least of what should be much": ({"plan": 0}, 1, "the weakest quarter"),
    "less than most of what should be much": ({"plan": 1}, 2, "the weaker half"),
    "little, but not the least": ({"complaints": 1}, 3, "not in the strongest quarter"),
    "much, but not the most": ({"plan": 2}, 3, "not in the strongest quarter"),
}


@pytest.mark.parametrize(("own", "quarters", "words"), WORDS.values(), ids=WORDS)
def test_words_are_true_in_both_directions(
    own: dict[str, Any], quarters: int, words: str
) -> None:
    (key,) = own
    steps = [0, 1, 1, 2, 3] if key == "complaints" else [1, 1, 2, 2, 3]
    placed = place(own, make_peers(key, steps))
    (said,) = recommend(
        placed, texts=evolve(advice.ADVICE_EN, actions=()), quarters=quarters
    )
    assert words in str(said)
    assert "low" not in str(said)
    assert "below" not in str(said)


def test_unknown_points_are_no_gain() -> None:
    found = recommend(WEAK, quality({}, make_scheme()), texts=TEXTS)
    assert {each.gain.points for each in found} == {None}


def table_of(found: Any, title: str) -> Any:
    return next(table for table in found.tables() if str(table.title).startswith(title))


def test_numbers_name_indicators_in_texts_as_well() -> None:
    texts = evolve(
        TEXTS,
        actions={"B6": "Write it down.", "1.1": "Teach."},
        titles={"A1": "Mitglieder", "1.1": "Mannschaft"},
    )
    missed = quality({"1.1": 2, "1.2": 3, "2.1": 2}, make_scheme())
    found = recommend(WEAK, missed, texts=texts)
    assert [each.advice.text(TERSE) for each in found] == [
        "weakest A1 Mitglieder 1 all peers 11 serves 1.1 points 2 of 3 for Mannschaft",
        "weakest B6 the plan 0 of 4 all peers 11 Write it down. serves 1.2",
    ]


STRAY_TEXTS: dict[str, tuple[dict[str, Any], object]] = {
    "a typo": ({"actions": {"plam": "a", "plan": "b"}}, ("plam",)),
    "several at once": ({"titles": {"Z9": "a", "x": "b"}}, ("Z9", "x")),
    "a number that the label does not have": ({"titles": {"7.7": "a"}}, ("7.7",)),
    "key and number of one indicator": ({"titles": {"plan": "a", "B6": "b"}}, "B6"),
}


@pytest.mark.parametrize(("changes", "got"), STRAY_TEXTS.values(), ids=STRAY_TEXTS)
def test_texts_about_nothing_are_refused(changes: dict[str, Any], got: object) -> None:
    decision = quality({}, make_scheme())
    with pytest.raises(InvalidValueError) as caught:
        recommend(WEAK, decision, texts=evolve(TEXTS, **changes))
    assert caught.value.got == got


def test_texts_of_another_structure_are_left_out_on_purpose() -> None:
    with pytest.raises(
        InvalidValueError, match="actions must be about indicators that are there; see"
    ):
        recommend(WEAK, texts=advice.ADVICE_EN)
    assert recommend(WEAK, texts=advice.ADVICE_EN.only(SMALL.keys))


def test_only_what_the_catalogue_lists_is_served() -> None:
    own = QualityCatalogue(
        key="own",
        title="Label of one's own",
        indicators=[QualityIndicator(number="1.2", title="plan")],
        maximum=10,
        needed=1,
    )
    scheme = QualityScheme(catalogue=own, maxima={"1.2": 10}, thresholds={"1.2": 0})
    texts = TEXTS.only(["plan"])
    found = recommend(WEAK, quality({"1.2": 4}, scheme), texts=texts)
    assert [(each.serves, each.gain.points) for each in found] == [
        (("1.2",), 6),
        ((), None),
    ]
    assert found[0].advice.text(TERSE).endswith("serves 1.2")
    assert found[1].advice.text(TERSE).endswith("serves none")


SPANISH = es.SPANISH.but(
    {
        "{1}: {2} is in the weakest quarter of {4} peers ({3}).": (
            "{1}: {2}, el cuarto más débil ({3})."
        ),
        "{1}: points given {2}, but the label needs at least {3}.": "{1}: {2} de {3}.",
        "Serves {} of the quality label.": "Sirve a {}.",
        "No link to the quality label is recorded.": "No sirve a ninguno.",
        "the budget": "el presupuesto",
    }
)


def test_recommendations_are_said_in_the_language_asked_for() -> None:
    texts = evolve(
        TEXTS,
        actions=(),
        titles={"staff": "personal", "plan": "plan", "1.1": "equipo", "A1": "socios"},
    )
    euros = [Money(amount=n, currency="EUR", year=2015) for n in range(1, 6)]
    peers = [
        make_record({"staff": n, "plan": 4, "budget": euros[n - 1]}, f"P{n}")
        for n in range(1, 6)
    ]
    own = make_record(
        {
            "staff": Fraction(1, 3),
            "plan": 0,
            "budget": Money(amount=0, currency="EUR", year=2015),
        }
    )
    placed = position(own, peers=same_country(own, peers, title="MX"), structure=SMALL)
    missed = quality({"1.1": 1, "1.2": 3, "2.1": 2}, make_scheme())
    found = recommend(placed, missed, texts=texts)
    assert [each.said().text(SPANISH) for each in found] == [
        "Sirve a 1.1. equipo: 1 de 3.",
        "personal: ≈ 0.33 plazas de tiempo completo, el cuarto más débil (MX). "
        "No sirve a ninguno.",
        "el presupuesto: 0 EUR de 2015, el cuarto más débil (MX). No sirve a ninguno.",
        "plan: 0 de 4, el cuarto más débil (MX). Sirve a 1.2.",
    ]
    words = evolve(texts, actions={"members": "{0} {1}: {2}!"})
    advice_in_spanish = recommend(placed, missed, texts=words)[0].advice.text(SPANISH)
    assert "A1 socios: sin respuesta!" in advice_in_spanish


NOTHING: Any = None
NAME: Any = "small"
NUMBER: Any = 5
BAD_CALLS: dict[str, tuple[Any, str]] = {
    "review of nothing": (
        lambda: review(NOTHING, SMALL),
        "record must be of type BenchmarkRecord",
    ),
    "review without structure": (
        lambda: review(make_record(), NOTHING),
        "structure must be of type BenchmarkStructure",
    ),
    "judged with other faults": (
        lambda: ReadRecord.of(make_record(), SMALL, faults=NUMBER),
        "faults must be several Fault",
    ),
    "position of nothing": (
        lambda: position(NOTHING, peers=[], structure=SMALL),
        "record must be of type BenchmarkRecord",
    ),
    "position by name": (
        lambda: position(make_record(), peers=[], structure=NAME),
        "structure must be of type BenchmarkStructure",
    ),
    "position among a number": (
        lambda: position(make_record(), peers=NUMBER, structure=SMALL),
        "records must be a list or a tuple of BenchmarkRecord",
    ),
    "quality of nothing": (
        lambda: quality(NOTHING, make_scheme()),
        "points must be of type Mapping",
    ),
    "quality without scheme": (
        lambda: quality({}, NOTHING),
        "scheme must be of type QualityScheme",
    ),
    "recommend from nothing": (
        lambda: recommend(NOTHING, texts=TEXTS),
        "position must be of type Position",
    ),
    "recommend by a number": (
        lambda: recommend(WEAK, NUMBER, texts=TEXTS),
        "quality must be of type QualityDecision or None",
    ),
    "recommend without words": (
        lambda: recommend(WEAK, texts=NOTHING),
        "texts must be of type AdviceTexts",
    ),
    "recommend by a truth value": (
        lambda: recommend(WEAK, texts=TEXTS, quarters=True),
        "quarters must be of type int",
    ),
    "report of nothing": (
        lambda: report(NOTHING, texts=TEXTS),
        "position must be of type Position",
    ),
    "report without words": (
        lambda: report(WEAK, texts=NOTHING),
        "texts must be of type AdviceTexts",
    ),
    "changes of nothing": (
        lambda: changes(NOTHING, make_record(), structure=SMALL),
        "before must be of type BenchmarkRecord",
    ),
    "changes into nothing": (
        lambda: changes(make_record(), NOTHING, structure=SMALL),
        "after must be of type BenchmarkRecord",
    ),
    "changes by name": (
        lambda: changes(make_record(), make_record(), structure=NAME),
        "structure must be of type BenchmarkStructure",
    ),
    "latest of numbers": (
        lambda: latest([NUMBER]),
        r"records\[0\] must be of type BenchmarkRecord",
    ),
    "latest of nothing": (
        lambda: latest(NOTHING),
        "records must be several BenchmarkRecord",
    ),
    "same country as nothing": (
        lambda: same_country(NOTHING, []),
        "record must be of type BenchmarkRecord",
    ),
    "same country among numbers": (
        lambda: same_country(make_record(), [NUMBER]),
        r"peers\[0\] must be of type BenchmarkRecord",
    ),
    "same portfolio as nothing": (
        lambda: same_portfolio(NOTHING, []),
        "record must be of type BenchmarkRecord",
    ),
    "chosen by a name": (
        lambda: choose("a", [], NAME),
        "is_member must be of type Callable",
    ),
    "chosen by a number": (
        lambda: choose("a", [make_record()], lambda _: NUMBER),
        "is_member must be a predicate that gives True or False",
    ),
    "chosen by nothing": (
        lambda: choose("a", [make_record()], lambda _: NOTHING),
        "is_member must be a predicate that gives True or False",
    ),
    "chosen among nothing": (
        lambda: choose("a", NOTHING, bool),
        "peers must be several BenchmarkRecord",
    ),
    "a group without nothing": (
        lambda: PeerGroup("a", []).without(NOTHING),
        "record must be of type BenchmarkRecord",
    ),
    "the organization of a name": (
        lambda: make_record().is_of(NAME),
        "other must be of type BenchmarkRecord",
    ),
    "texts for a number": (lambda: TEXTS.only(NUMBER), "names must be several str"),
}


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_a_bad_call_is_refused_in_words(call: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()


def test_the_report_has_it_all() -> None:
    peers = [
        make_record(
            {"members": n, "plan": 2, "types": Composition({"sme": n, "large": 1})},
            f"P{n}",
        )
        for n in range(1, 12)
    ]
    own = make_record(
        {
            "members": 11,
            "staff": 0,
            "load": 4,
            "plan": 0,
            "complaints": 9,
            "types": Composition({"sme": 0, "large": 0}),
        }
    )
    found = report(
        position(own, peers=peers, structure=SMALL),
        texts=TEXTS,
        quality=quality({"1.1": 5, "1.2": 3}, make_scheme()),
    )
    titles = [str(table.title) for table in found.tables()]
    assert titles == [
        "How to read this report",
        "Own, interviewed on 2015-05-04: completeness",
        "A members",
        "B means",
        "Compositions",
        "Answers of the peers, where steps or options were asked",
        "Remarks on the answers",
        "Strengths: the strongest quarter",
        "Weaknesses: the weakest quarter",
        "Invented label: points",
        "Recommendations, the largest gain first",
    ]
    assert found.record is own
    assert shown(table_of(found, "Remarks")) == [
        ("B7 the complaints", "must be a step from 0 to 4, got 9"),
        ("A1 Mitglieder", "the two differ: stated is 11, A2 the types make 0"),
        ("B2 the load", "the two differ: stated is 4, computed not applicable"),
    ]
    assert len(table_of(found, "Answers of the peers")) == 5
    text = str(found)
    assert "neither a ranking nor a rating" in text
    assert "A1 Mitglieder" in text
    assert found._repr_html_().count("<table>") == len(titles)


def test_computed_and_stated_stand_side_by_side() -> None:
    alone = place({"members": 10, "staff": 3, "load": 4}, [])
    found = report(alone, texts=TEXTS)
    assert shown(table_of(found, "Remarks")) == [
        ("B2 the load", "the two differ: stated is 4, computed ≈ 3.33"),
    ]
    assert found.strengths == found.weaknesses == ()
    funds = Composition({"public": Decimal("0.7"), "fees": Decimal("0.3")})
    shared = place({"funds": funds, "private": Decimal("0.35")}, [])
    found = report(shared, texts=TEXTS)
    assert shown(table_of(found, "Remarks")) == [
        ("B4 the private", "the two differ: stated is 35 %, computed 30 %"),
    ]


def test_what_was_refused_in_reading_stands_in_the_report() -> None:
    read = read_record(
        {
            "members": "-1",
            "types.sme": "x",
            "types.large": 1,
            "weather": 3,
            "staff": 2,
            "load": "much",
        },
        structure=SMALL,
        organization=Organization(name="Own"),
        interviewed_on=date(2015, 5, 4),
    )
    placed = position(read, peers=[], structure=SMALL)
    found = report(placed, texts=TEXTS)
    assert shown(table_of(found, "Remarks")) == [
        ("A1 Mitglieder", "must be 0 or more, got '-1'"),
        ("A2 the types", "sme must be a whole number, got 'x'"),
        ("answers['weather']", "must be about an indicator of small, got 3"),
        ("B2 the load", "must be an exact number such as '2.5', got 'much'"),
    ]
    assert [row[1] for row in shown(table_of(found, "A members"))[:3]] == [
        "refused, see remarks",
        "refused, see remarks",
        "not answered",
    ]
    assert found.review.areas[0].faulty == 2
    assert found.position["members"].value == read.faults[0]


def test_the_report_names_what_is_wrong_in_an_answer() -> None:
    read = read_record(
        {"topics": ["mud", 5], "types.sme": 1, "budget": {"amount": 5, "year": 2015}},
        structure=SMALL,
        organization=Organization(name="Own"),
        interviewed_on=date(2015, 5, 4),
    )
    placed = position(read, peers=[], structure=SMALL)
    found = report(placed, texts=TEXTS)
    assert shown(table_of(found, "Remarks")) == [
        ("A4 the topics", "item 2 must be text, got 5"),
        ("A2 the types", "large is missing: it must be stated, be it zero"),
        (
            "B5 the budget",
            "currency is missing: it must be an ISO 4217 code such as 'MXN'",
        ),
    ]


def test_a_missed_threshold_needs_no_action() -> None:
    scheme = make_scheme(thresholds={"1.1": 3, "1.2": 1, "2.1": 1})
    decision = quality({"1.1": 4, "1.2": 3, "2.1": 0}, scheme)
    (only,) = recommend(place({}, []), decision, texts=AdviceTexts())
    assert only.advice.text(TERSE) == "points 0 of 1 for press serves 2.1"


def test_the_report_says_how_to_read_it() -> None:
    placed = position(
        make_record(),
        peers=PeerGroup("neighbours", make_peers("members", [1, 2, 3])),
        structure=SMALL,
        minimum=4,
        boundaries_from=8,
        method=QuantileMethod.EXCLUSIVE,
    )
    found = report(placed, texts=TEXTS)
    about = found.tables()[0]
    assert as_pairs(about) == {
        "Cluster": "Own",
        "Interviewed on": "2015-05-04",
        "Compared with": "neighbours: 3 peers",
        "Fewest answers for a place": "4",
        "Fewest answers for quartiles": "8",
        "Quartiles": "method exclusive",
        "Structure": "Invented structure with every kind of scale, edition 1",
        "Indicators": "14, not the official questionnaire: proposed by icluster (14)",
    }
    assert about.notes == placed.notes
    weak = table_of(found, "Weaknesses")
    assert weak.rows == ()
    assert notes_of(weak) == [
        "None.",
        "Benchmarking is neither a ranking nor a rating.",
        "0 of 14 indicators can be judged among peers.",
        "Not judged: fewer than 4 peers (14).",
    ]
    judged = evolve(
        SMALL, indicators=[SMALL["members"]], areas=SMALL.areas[:1], sums=()
    )
    alone = position(
        make_record({"members": 1}),
        peers=make_peers("members", [1] * 5),
        structure=judged,
    )
    only = report(alone, texts=TEXTS.only(()))
    assert notes_of(table_of(only, "Strengths"))[2:] == [
        "1 of 1 indicators can be judged among peers.",
    ]


def test_the_tables_are_in_the_language_asked_for() -> None:
    texts = evolve(
        TEXTS, titles={"staff": "personal", "B6": "plan de acción", "1.1": "equipo"}
    )
    peers = [
        make_record(
            {"staff": n, "plan": 2, "budget": money(n), "force": "public"}, f"P{n}"
        )
        for n in range(1, 11)
    ]
    own = make_record({"staff": 1, "plan": 1, "budget": money(5), "load": 4})
    found = report(
        position(own, peers=peers, structure=SMALL),
        texts=texts,
        quality=quality({"1.1": 5}, make_scheme()),
    )
    tables = {str(t.title): t for t in found.tables(language=es.SPANISH)}
    rows = {row["indicator"]: row for row in tables["B means"].records()}
    staff, plan = rows["B1 personal"], rows["B6 plan de acción"]
    assert (staff["value"], staff["quartiles"]) == (
        "1 plaza de tiempo completo",
        "3.25 | 5.5 | 7.75 plazas de tiempo completo",
    )
    assert plan["value"] == "1 de 4"
    assert rows["B5 the budget"]["value"] == "5 EUR de 2015"
    assert rows["B5 the budget"]["quartiles"] == "3.25 | 5.5 | 7.75 EUR de 2015"
    assert rows["B8 the age"]["value"] == "sin respuesta"
    answers = tables["Answers of the peers, where steps or options were asked"]
    assert [row[:2] for row in rows_of(answers)][:3] == [
        ("A3 the force", "industria"),
        ("A3 the force", "público"),
        ("B6 plan de acción", "0 de 4"),
    ]
    assert rows_of(tables["Weaknesses: the weakest quarter"]) == [
        ("B1 personal", "1 plaza de tiempo completo"),
        ("B6 plan de acción", "1 de 4"),
    ]
    assert rows_of(tables["Invented label: points"])[0][0] == "1.1 equipo"
    assert "Cómo leer este informe" in tables["How to read this report"].text()
    plain = evolve(found, texts=AdviceTexts()).tables()[3]
    by_name = {row["indicator"]: row for row in plain.records()}
    assert by_name["B1 the staff"]["value"] == "1 full-time equivalent"


def test_the_report_says_who_asked_and_for_which_portfolio() -> None:
    own = make_record(interviewer="an invented expert", portfolio="ICT")
    placed = position(own, peers=[], structure=SMALL)
    about = as_pairs(report(placed, texts=TEXTS).tables()[0])
    assert (about["Interviewed by"], about["Portfolio"]) == (
        "an invented expert",
        "ICT",
    )


def test_the_report_counts_how_indicators_came_about() -> None:
    placed = position(
        make_record(structure="benchmark_36"), peers=[], structure=esca.BENCHMARK_36
    )
    made = report(placed, texts=advice.ADVICE_EN)
    assert as_pairs(made.tables()[0])["Indicators"] == (
        "36, not the official questionnaire: topic documented in published reports "
        "(25), adopted from a quality label (11), proposed by icluster (11); one may "
        "be several"
    )
    official = evolve(
        SMALL,
        indicators=[
            evolve(each, statuses=[IndicatorStatus.OFFICIAL])
            for each in SMALL.indicators
        ],
    )
    made = report(
        position(make_record(), peers=[], structure=official),
        texts=TEXTS,
    )
    assert as_pairs(made.tables()[0])["Indicators"] == (
        "14: stands in the official questionnaire (14)"
    )


def test_what_was_read_by_another_edition_is_refused() -> None:
    other = evolve(SMALL, indicators=SMALL.indicators[:-1], edition="other")
    read = read_on(2015, {"members": 4})
    with pytest.raises(InvalidValueError) as caught:
        position(read, peers=[], structure=other)
    assert str(caught.value) == (
        "record must be read by the same edition of small, got '1'"
    )


def test_a_read_record_has_an_answer_for_each_indicator() -> None:
    read = read_on(2015, {"members": 4, "staff": 2})
    assert (read["members"], read["B2"]) == (4, 2)
    with pytest.raises(InvalidValueError, match="one for each indicator of small"):
        evolve(read, stated=read.stated[1:])
    with pytest.raises(UnknownNameError, match="no indicator is called 'weather'"):
        read["weather"]


def test_a_value_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judgements: list[object] = []
    read_one = Ordinal.read

    def read_counted(scale: Any, raw: object, **place: Any) -> Any:
        judgements.append(raw)
        return read_one(scale, raw, **place)

    monkeypatch.setattr(Ordinal, "read", read_counted)
    read = read_on(2015, {"plan": "2"})
    old = read_on(2013, {"plan": "1"})
    placed = position(read, peers=make_peers("members", [1, 2]), structure=SMALL)
    report(placed, texts=TEXTS).tables()
    changes(old, read, structure=SMALL)
    review(read, SMALL)
    assert judgements == ["2", "1"]


def money(amount: int, year: int = 2015) -> Money:
    return Money(amount=amount, currency="EUR", year=year)


TRENDS: dict[str, tuple[str, Any, Any, Trend, object]] = {
    "more members": ("members", 10, 12, Trend.BETTER, 2),
    "fewer members": ("members", 12, 10, Trend.WORSE, -2),
    "as many": ("members", 10, Decimal(10), Trend.SAME, 0),
    "older": ("age", 5, 7, Trend.CHANGED, 2),
    "a better plan has no distance": ("plan", 1, 3, Trend.BETTER, None),
    "fewer complaints": ("complaints", 3, 1, Trend.BETTER, None),
    "another force": ("force", "public", "industry", Trend.CHANGED, None),
    "the same story": ("story", "a", "a", Trend.SAME, None),
    "a larger budget": ("budget", money(5), money(6), Trend.BETTER, 1),
    "budgets of two years": (
        "budget",
        money(5),
        money(6, 2016),
        Trend.INCOMPARABLE,
        None,
    ),
    "now answered": ("members", Missing.UNKNOWN, 3, Trend.GAINED, None),
    "no longer answered": ("members", 3, Missing.UNKNOWN, Trend.LOST, None),
    "never answered": (
        "members",
        Missing.UNKNOWN,
        Missing.NOT_ANSWERED,
        Trend.UNANSWERED,
        None,
    ),
    "outside the scale": ("members", -3, 3, Trend.REFUSED, None),
    "not known to apply": (
        "story",
        Missing.UNKNOWN,
        "a",
        Trend.GAINED,
        None,
    ),
}


@pytest.mark.parametrize(
    ("key", "before", "after", "trend", "difference"), TRENDS.values(), ids=TRENDS
)
def test_changes(
    key: str, before: Any, after: Any, trend: Trend, difference: object
) -> None:
    old = make_record({key: before}, interviewed_on=date(2013, 5, 4))
    found = changes(old, make_record({key: after}), structure=SMALL)
    assert found[key].trend is trend
    assert found[key].difference == difference
    listed = [row[0] for row in rows_of(found.table())]
    shown = trend not in (Trend.SAME, Trend.UNANSWERED)
    assert (found[key].indicator.name in listed) == shown
    assert (found[key] in found.better) == (trend is Trend.BETTER)
    assert (found[key] in found.worse) == (trend is Trend.WORSE)


def test_what_no_longer_applies_is_told_from_what_is_not_answered() -> None:
    old = make_record({"members": 5, "staff": 2}, interviewed_on=date(2013, 5, 4))
    gone = Answer("members", Missing.NOT_APPLICABLE, reason="being wound up")
    found = changes(old, make_record([gone]), structure=SMALL)
    assert found["members"].trend is Trend.GONE
    assert found["staff"].trend is Trend.LOST
    # Computed from what does not apply, the load does not apply either.
    assert found["load"].trend is Trend.GONE
    assert found.table().records()[0]["trend"] == "no longer applicable"


def read_on(year: int, answers: dict[str, Any]) -> Any:
    return read_record(
        answers,
        structure=SMALL,
        organization=make_record().organization,
        interviewed_on=date(year, 5, 4),
    )


def test_what_was_refused_is_told_from_what_is_not_answered() -> None:
    first = read_on(2013, {"members": 4, "staff": 2, "plan": 9, "age": "x"})
    last = read_on(
        2015, {"members": 6, "staff": 2, "load": "y", "plan": 3, "story": 5, "age": ""}
    )
    found = changes(
        first,
        last,
        structure=SMALL,
    )
    trends = {each.indicator.key: each.trend for each in found.indicators}
    assert [trends[key] for key in ("plan", "story", "age")] == [Trend.REFUSED] * 3
    # The stated load was refused, but it is computed both times.
    assert trends["load"] is Trend.WORSE
    rows = {row[0]: row[1:] for row in rows_of(found.table())}
    assert rows["B6 the plan"] == ("refused", "3 of 4", None, "an answer was refused")
    assert rows["A5 the story"][1] == "refused"
    plain = changes(first.record, last.record, structure=SMALL)
    assert plain["plan"].trend is Trend.GAINED


DIFFERENCES: dict[str, tuple[str, Any, Any, str]] = {
    "counts": ("members", 10, 12, "2"),
    "a share, in points": (
        "private",
        Decimal("0.4"),
        Decimal("0.5"),
        "10 percentage points",
    ),
    "one point": ("private", Decimal("0.4"), Decimal("0.39"), "-1 percentage point"),
    "steps": ("plan", 1, 3, ""),
    "parts of a count": (
        "types",
        Composition({"sme": 3, "large": 1}),
        Composition({"sme": 5, "large": 0}),
        "sme 2, large -1",
    ),
    "parts of which one stayed": (
        "types",
        Composition({"sme": 3, "large": 1}),
        Composition({"sme": 5, "large": 1}),
        "sme 2",
    ),
    "parts of one": (
        "funds",
        Composition({"public": Decimal("0.7"), "fees": Decimal("0.3")}),
        Composition({"public": Decimal("0.6"), "fees": Decimal("0.4")}),
        "public -10 percentage points, fees 10 percentage points",
    ),
    "parts that were not told": (
        "types",
        Composition({"sme": 3, "large": 1}),
        Missing.UNKNOWN,
        "",
    ),
}


@pytest.mark.parametrize(
    ("key", "before", "after", "said"), DIFFERENCES.values(), ids=DIFFERENCES
)
def test_differences_in_words(key: str, before: Any, after: Any, said: str) -> None:
    old = make_record({key: before}, interviewed_on=date(2013, 5, 4))
    found = changes(old, make_record({key: after}), structure=SMALL)
    assert found[key].difference_text() == said
    row = next(r for r in rows_of(found.table()) if r[0] == found[key].indicator.name)
    assert ("" if row[3] is None else str(row[3])) == said


WRONG_PLACES: dict[str, tuple[Callable[[Any], object], str]] = {
    "changes after": (
        lambda read: changes(read.record, read, structure=SMALL),
        "after must be later than 2013-05-04, got",
    ),
    "a peer of another structure": (
        lambda read: position(
            read.record,
            peers=[
                *make_peers("members", [1, 2]),
                make_record(name="X", structure="other"),
            ],
            structure=SMALL,
        ),
        "peer 'X' must be a record of small, got 'other'",
    ),
}


@pytest.mark.parametrize(("call", "said"), WRONG_PLACES.values(), ids=WRONG_PLACES)
def test_says_what_is_wrong_in_its_place(call: Any, said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call(read_on(2013, {}))
    assert str(caught.value).startswith(said)


def test_changes_of_two_organizations_or_in_no_order_are_refused() -> None:
    first = make_record([Answer("members", 1)], interviewed_on=date(2013, 5, 4))
    with pytest.raises(InvalidValueError, match="after must be a record of Own"):
        changes(first, make_record({}, "Other"), structure=SMALL)
    with pytest.raises(InvalidValueError, match="after must be later than 2015-05-04"):
        changes(make_record(), first, structure=SMALL)
    with pytest.raises(UnknownNameError, match="no indicator is called 'weather'"):
        changes(first, make_record(), structure=SMALL)["weather"]
