"""Editions of a third party: any records, the contract of a reader, two editions."""

# Readers are of any kind here, and broken ones on purpose.
# pyright: reportUnknownLambdaType=false

from __future__ import annotations

import ast
import inspect
import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen, make_class

from icluster import (
    AllOf,
    AnyOf,
    Criterion,
    Edition,
    Fact,
    Facts,
    FactSchema,
    Is,
    Level,
    Missing,
    Not,
    PartialDate,
    Question,
    Reading,
    Rubric,
    Source,
    scoring,
)
from icluster.dates import PartialPeriod, Period
from icluster.editions import (
    Asking,
    Case,
    Ruling,
    all_of,
    any_of,
    cited,
    listed,
    unbroken,
)
from icluster.errors import InvalidValueError, ReaderError, UnknownNameError
from icluster.provenance import ReadFact
from icluster.reference import eccp, mexico
from icluster.verdicts import Verdict

DAY = date(2024, 9, 30)
ROOT = Path(__file__).parents[3]
CITATION = Source(key="sheet", title="Sheet", publisher="P").at("row 1")


@frozen
class Club:
    """A record of the user's own."""

    name: str
    staff: int = 0
    since: Any = None
    citations: tuple[Any, ...] = ()


SCHEMA = FactSchema(
    [Fact.boolean("staffed"), Fact.age("age", ["young", "old"], boundaries=[5])]
)
RUBRIC = Rubric(
    key="clubs",
    title="Clubs (invented)",
    facts=SCHEMA,
    criteria=[
        Criterion(
            key="staff",
            title="Staff",
            weight="20",
            levels=[Level(0, ~Is("staffed")), Level("0.5", Is("staffed"))],
        ),
        Criterion(
            key="age",
            title="Age",
            weight="30",
            levels=[Level(0, Is("age", "young")), Level(1, Is("age", "old"))],
        ),
    ],
)
STRICT = Question(
    key="volunteers",
    title="volunteers are staff",
    choices=[Ruling("counted", "yes"), Ruling("ignored", "no")],
)


def staffed(case: Case[Club]) -> Any:
    needed = 1 if case.reading["volunteers"] == "counted" else 5
    return case.any_of(lambda club: club.staff >= needed)


def age(case: Case[Club]) -> Any:
    return case.fact.at_age(case.record.since, on=case.on)


def make_edition(**changes: Any) -> Edition[Club]:
    parts: dict[str, Any] = {
        "key": "clubs",
        "title": "Clubs (invented)",
        "kind": Club,
        "rubric": RUBRIC,
        "readers": {"staffed": Asking(staffed, ["volunteers"]), "age": age},
        "questions": [STRICT],
    }
    return Edition(**(parts | changes))


EDITION = make_edition()
CLUB = Club("Claut", 3, PartialDate(2019))


def read(reader: Any, *clubs: Club, **changes: Any) -> Facts:
    asking = reader if isinstance(reader, Asking) else Asking(reader, ["volunteers"])
    edition = make_edition(
        readers={"staffed": asking, "age": Missing.UNKNOWN}, **changes
    )
    records = clubs or (CLUB,)
    return scoring.read_facts(
        records, on=DAY, edition=edition, reading=edition.published
    )


def test_records_of_any_class_are_scored_by_every_reading() -> None:
    every = scoring.readings([CLUB], on=DAY, edition=EDITION)
    assert [str(total) for total in every.totals] == ["0", "10", "30", "40"]
    facts = every.entries[0].score.facts
    assert str(facts.provenance.turn_of("age", "old")) == (
        "between 2024-01-02 and 2025-01-01"
    )
    by_name = scoring.by_reading({"A": [CLUB]}, on=DAY, edition=EDITION)
    assert len(by_name.scenarios) == len(every) == 2


def test_a_table_of_a_weighted_rubric_adds_up() -> None:
    facts = Facts.of(SCHEMA, staffed=True, age="old")
    score = scoring.score(RUBRIC, facts)
    rows = score.table().records()
    keys = ("points_lowest", "weight", "weighted_highest", "maximum")
    shown = [[str(row[key]) for key in keys] for row in rows]
    assert shown == [
        ["0.5", "20", "10", "10"],
        ["1", "30", "30", "30"],
        ["None", "", "40", "40"],
    ]
    assert score["staff"].weighted_candidates == (score["staff"].weighted,)
    steps = scoring.next_steps(RUBRIC, facts.but(staffed=False))
    assert [str(row["weighted"]) for row in steps.table().records()] == ["10"]
    assert str(score).startswith("40 of 40 ")


def test_weighted_points_and_totals_are_written_alike() -> None:
    half = evolve(RUBRIC, criteria=[evolve(RUBRIC["staff"], weight="5")])
    score = scoring.score(half, Facts.of(SCHEMA, staffed=True))
    assert [str(half.unit), str(score.total)] == ["2.5", "2.5"]
    double = evolve(
        RUBRIC, criteria=[evolve(one, weight="2.5") for one in RUBRIC.criteria]
    )
    rows = scoring.score(double, Facts.of(SCHEMA, age="old", staffed=False)).table()
    shown = [str(row["weighted_highest"]) for row in rows.records()]
    assert shown == ["0", "2.5", "2.5"]


def test_levels_without_titles_are_not_joined() -> None:
    rows = scoring.score(RUBRIC, Facts.of(SCHEMA)).table().records()
    assert [row["level"] for row in rows] == ["", "", ""]
    age = RUBRIC["age"]
    named = evolve(age, levels=[age.levels[0], evolve(age.levels[1], title="old")])
    rubric = evolve(RUBRIC, criteria=[named])
    rows = scoring.score(rubric, Facts.of(SCHEMA)).table().records()
    assert rows[0]["level"] == "0 or old"


ANSWERS: dict[str, tuple[object, set[bool]]] = {
    "a value": (True, {True}),
    "a set": ({True, False}, {True, False}),
    "a verdict": (Verdict.OPEN, {True, False}),
    "unknown": (Missing.UNKNOWN, {True, False}),
    "an account": (ReadFact([False], [CITATION]), {False}),
}


@pytest.mark.parametrize(("answer", "values"), ANSWERS.values(), ids=ANSWERS)
def test_what_a_reader_may_return(answer: object, values: set[bool]) -> None:
    assert set(read(lambda _: answer)["staffed"]) == values
    assert set(Facts.of(SCHEMA, {"staffed": answer})["staffed"]) == values  # type: ignore[dict-item]


def _raise(_: Any) -> None:
    raise KeyError("x")


BROKEN: dict[str, tuple[Any, str]] = {
    "a list": (lambda _: [True], "over Claut, returned no answer: answer must be"),
    "none": (lambda _: None, "over Claut, returned no answer: answer must be"),
    "a value of no domain": (lambda _: "so", "staffed must be one of False, True"),
    "no value": (lambda _: set(), "must be left at least one value"),
    "raises": (
        _raise,
        "in the edition clubs, over Claut, raised KeyError: 'x'",
    ),
    "raises over one record": (
        lambda case: case.any_of(lambda club: 1 / club.staff),
        "over Idle, raised ZeroDivisionError",
    ),
    "answers neither yes nor no": (
        lambda case: case.any_of(lambda _: "perhaps"),
        "returned no answer: answer must be yes, no or open",
    ),
    "asks what it does not declare": (
        Asking(lambda case: case.reading["volunteers"] == "x", []),
        "asks 'volunteers' without saying so: put it in Asking(..., ['volunteers'])",
    ),
    "misspells what it declares": (
        Asking(lambda case: case.reading["volunters"] == "x", ["volunteers"]),
        "UnknownNameError: no question is called 'volunters'; did you mean",
    ),
    "asks what is no text": (
        lambda case: case.reading[3] == "x",
        "raised UnknownNameError: no question is called 3",
    ),
    "answers what is neither over one record": (
        lambda case: case.any_of(lambda club: "perhaps" if not club.staff else True),
        "over Idle, returned no answer: answer must be yes, no or open",
    ),
    "reads one of two": (
        lambda case: case.record.staff > 0,
        "raised InvalidValueError: records must be one that counts",
    ),
}


@pytest.mark.parametrize(("reader", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_reader_is_named_with_record_and_edition(
    reader: Any, message: str
) -> None:
    names = "Idle" in message or "one that counts" in message
    clubs = (Club("Idle"), CLUB) if names else (CLUB,)
    asked = Asking(lambda *_: "", ["volunteers"])
    with pytest.raises(ReaderError) as caught:
        read(reader, *clubs, set_aside=asked)
    assert message in str(caught.value)
    assert caught.value.edition == "clubs"


FUNCTIONS: dict[str, dict[str, Any]] = {
    "set_aside": {"set_aside": lambda *_: 1 / 0},
    "period": {"period": lambda _: 1 / 0},
    "past": {
        "period": lambda _: PartialPeriod(ends=PartialDate(2020)),
        "past": lambda *_: 1 / 0,
    },
}


@pytest.mark.parametrize(("part", "changes"), FUNCTIONS.items(), ids=FUNCTIONS)
def test_a_broken_function_is_named(part: str, changes: dict[str, Any]) -> None:
    with pytest.raises(ReaderError, match=f"the reader of {part} in the edition clubs"):
        scoring.readings([CLUB], on=DAY, edition=make_edition(**changes))


ANSWERED: dict[str, tuple[dict[str, Any], str]] = {
    "set_aside": ({"set_aside": lambda *_: 5}, "text that says why, empty where .* 5"),
    "period": ({"period": lambda _: 2020}, "a PartialPeriod, or None .* 2020"),
    "past": (
        {
            "period": lambda _: PartialPeriod(ends=PartialDate(2020)),
            "past": lambda *_: "no",
        },
        "true or false, got 'no'",
    ),
}


@pytest.mark.parametrize("part", ANSWERED)
def test_what_a_function_may_return_is_said(part: str) -> None:
    changes, message = ANSWERED[part]
    told = f"{part} in the edition clubs, over Claut, returned no answer: .*{message}"
    with pytest.raises(ReaderError, match=told):
        scoring.readings([CLUB], on=DAY, edition=make_edition(**changes))


@pytest.mark.parametrize(
    "period", [Period(date(2000, 1, 1), date(2010, 1, 1)), "2000-2010", Missing.UNKNOWN]
)
def test_a_record_with_another_period_does_not_hold_on_every_day(period: Any) -> None:
    club = make_class("Ended", ["name", "period"])("Claut", period)
    edition = make_edition(kind=type(club), questions=[], readers=STATED)
    told = "period in the edition clubs, over Claut, .* a PartialPeriod, or None"
    with pytest.raises(ReaderError, match=told):
        scoring.read_facts([club], on=DAY, edition=edition, reading=edition.published)


STATED = {"staffed": True, "age": Missing.UNKNOWN}


def test_a_record_of_which_nothing_is_said_counts() -> None:
    edition = make_edition(set_aside=lambda *_: None, questions=[], readers=STATED)
    facts = scoring.read_facts(
        [CLUB], on=DAY, edition=edition, reading=edition.published
    )
    assert not facts.provenance.set_aside


def test_what_ended_counts_as_past_only_where_the_edition_says_so() -> None:
    def ended(case: Case[Club]) -> ReadFact:
        return case.any_of(lambda _: False, past=lambda _: True)

    def period(_: Club) -> PartialPeriod:
        return PartialPeriod(PartialDate(2000), PartialDate(2010))

    parts: dict[str, Any] = {
        "readers": {"staffed": ended, "age": Missing.UNKNOWN},
        "questions": [],
        "period": period,
    }
    for past, expected in ((True, (True,)), (False, (False,))):
        edition = make_edition(**parts, past=lambda *_, past=past: past)
        facts = scoring.read_facts([CLUB], on=DAY, edition=edition, complete=True)
        assert facts["staffed"] == expected


def test_readers_are_joined_with_the_citations_of_those_that_decide() -> None:
    yes, no = ReadFact([True], [CITATION]), ReadFact([False])
    assert any_of([yes, no]).citations == all_of([yes, yes]).citations == (CITATION,)
    assert all_of([yes, no]).citations == any_of([no]).citations == ()
    assert cited(Missing.UNKNOWN, object(), "name").values == {True, False}
    assert listed(Missing.NOT_APPLICABLE, bool) is Verdict.NO
    case: Case[Club] = Case(
        fact=SCHEMA["staffed"], recorded=(), on=DAY, reading=Reading(())
    )
    assert case.all_of(lambda _: False).values == {True}


def test_an_age_is_cut_at_its_boundaries() -> None:
    age = SCHEMA["age"]
    assert age.at_age(PartialDate(2019, 9, 30), on=DAY).values == {"young"}
    assert age.at_age(PartialDate(2019, 9, 29), on=DAY).values == {"old"}
    assert age.at_age(Missing.UNKNOWN, on=DAY).turns == ()
    with pytest.raises(InvalidValueError, match="staffed must be an age"):
        SCHEMA["staffed"].at_age(PartialDate(2019), on=DAY)
    account = age.at_age(PartialDate(2022), on=DAY)
    assert Facts.of(SCHEMA, age=account).provenance.turn_of("age", "old") is not None


def test_a_reading_knows_the_choices_of_its_edition() -> None:
    with pytest.raises(UnknownNameError, match="no choice of volunteers is called"):
        EDITION.published.but(volunteers="perhaps")
    assert EDITION.published.but(volunteers="ignored").but() != EDITION.published


def test_an_idle_answer_is_reported_beside_the_proof() -> None:
    busy = scoring.audit(EDITION, records=[CLUB], on=DAY)
    assert busy.idle == ()
    idle = scoring.audit(EDITION, records=[evolve(CLUB, staff=9)], on=DAY)
    assert [str(answer) for answer in idle.idle] == ["volunteers are staff: no"]
    last = idle.table().records()[-1]
    assert last["found"] == "volunteers are staff: no"
    assert len(idle.table()) == len(idle.rubric.table()) + 1


@pytest.mark.parametrize("module", ["eccp", "_eccp_readers"])
def test_the_edition_of_2022_is_written_with_public_parts(module: str) -> None:
    path = Path(str(eccp.__file__)).with_name(f"{module}.py")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module != "icluster.reference":
            steps = [*str(node.module).split("."), *(name.name for name in node.names)]
            own = steps[:2] == ["icluster", "reference"]
            assert own or not [s for s in steps if s.startswith("_") and s[1] != "_"]
        elif isinstance(node, ast.Attribute):
            assert not node.attr.startswith("_")


def test_names_of_the_engine_are_no_public_names() -> None:
    engine = {"masks", "slot", "unknown_bits", "bits", "outcomes", "depth", "kept"}
    for kind in (Facts, FactSchema, Rubric, Is, AllOf, AnyOf, Not, Criterion):
        assert not engine & set(dir(kind))
        assert not engine & set(inspect.signature(kind).parameters)


@pytest.fixture(scope="module")
def invented() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "examples" / "own_edition.py"))


@pytest.mark.parametrize("year", range(2015, 2025))
def test_two_editions_over_a_record_of_ten_years(
    invented: dict[str, Any], year: int
) -> None:
    for edition in (eccp.EDITION_2022, invented["EDITION"]):
        day, plan = date(year, 9, 30), invented["PLAN"]
        every = scoring.readings([plan], on=day, edition=edition)
        points = [str(p) for p in every.entries[0].score["continuity"].candidates]
        split = edition.key == "invented_2024" and year >= 2020
        assert points == ["0.5" if year < 2017 else "1.5" if split else "1"]


def test_the_invented_edition_is_short_and_says_what_it_lacks(
    invented: dict[str, Any],
) -> None:
    text = (ROOT / "examples" / "own_edition.py").read_text("utf-8")
    assert text.count("\n") <= 120
    with pytest.raises(InvalidValueError) as caught:
        scoring.read_facts(
            mexico.POLICIES_2022,
            on=DAY,
            edition=invented["EDITION"],
            reading=eccp.PUBLISHED_READING,
        )
    assert [fault.path for fault in caught.value.faults] == [
        "reading['wide_alignment']",
        "reading['policy_start']",
    ]
    assert [fault.code for fault in caught.value.faults] == ["missing", "unknown"]


@frozen
class Bare:
    """A record that carries no citations."""

    period: PartialPeriod


def test_a_run_of_records_without_citations() -> None:
    def run(case: Case[Bare]) -> ReadFact:
        return unbroken(case, belongs=lambda _: True, starts=lambda _: "period.begins")

    edition: Any = make_edition(
        kind=Bare, readers={"staffed": Missing.UNKNOWN, "age": run}, questions=[]
    )
    lasting = PartialPeriod(PartialDate(2010), Missing.NOT_APPLICABLE)
    facts = scoring.read_facts(
        [Bare(lasting)],
        on=DAY,
        edition=edition,
    )
    assert facts["age"] == ("old",)
    assert facts.provenance.citations_of("age") == ()


@pytest.mark.parametrize("citations", [{"staff": CITATION}, (CITATION,)])
def test_citations_of_a_record_say_of_which_field_they_are(citations: Any) -> None:
    expected = "^citations must be several Cited, got"
    with pytest.raises(InvalidValueError, match=expected):
        cited(True, Club("A", citations=citations), "staff")


def test_a_reading_is_needed_where_an_edition_asks() -> None:
    with pytest.raises(InvalidValueError, match=r"^reading.* is missing: it must be '"):
        scoring.read_facts([], on=DAY, edition=eccp.EDITION_2022)


def test_readers_that_are_no_pairs_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="readers must be readers by name"):
        make_edition(readers=["staffed"])
    assert list(EDITION.published) == [("volunteers", "counted")]
