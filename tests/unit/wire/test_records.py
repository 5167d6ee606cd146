"""Rows in: read as told, each bad one rejected with every reason."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest
from attrs import frozen

from icluster import (
    Country,
    Facts,
    History,
    Missing,
    Money,
    Organization,
    Other,
    PartialDate,
    Policy,
    Region,
    Table,
    wire,
)
from icluster.errors import Fault, InvalidValueError
from icluster.labels import LabelAward, LabelTier
from icluster.languages import es
from icluster.policies import Allocation, Beneficiary, PolicyType
from icluster.reference import iso3166

PLAN: dict[str, Any] = {
    "name": "Plan",
    "type": "broad",
    "level": "national",
    "country": "MX",
}


def one(row: dict[Any, Any], kind: Any = Policy, **told: Any) -> Any:
    found = wire.from_records([row], kind, **told)
    assert not found.rejected, found.rejected
    return found.objects[0]


def reasons(row: Any, kind: Any = Policy, **told: Any) -> tuple[str, ...]:
    found = wire.from_records([row], kind, **told)
    assert not found.objects
    return tuple(map(str, found.rejected[0].faults))


def test_a_report_of_rejected_rows_travels() -> None:
    rows: list[Any] = [{"name": "A"}, {"name": "-"}, ("x", 1), ["y", [2]], 3]
    report = wire.from_records(rows, Organization)
    assert len(report.rejected) == 4
    kind = wire.Records[Organization]
    assert wire.loads(wire.dumps(report), kind) == report


def test_a_sheet_of_labels() -> None:
    text = (
        "Name;Label;Valid until\n"
        "IT@Baja;Bronze Label;08.05.2015\n"
        ";Bronze Label;31.02.2015\n"
        "Clúster;bronze;1.3.2016;surplus\n"
    )
    found = wire.from_records(
        csv.DictReader(StringIO(text), delimiter=";"),
        LabelAward,
        columns={"Name": "holder.name", "Label": "tier", "Valid until": "valid_until"},
        dates="DD.MM.YYYY",
        words={"Bronze Label": LabelTier.BRONZE},
    )
    (award,) = found.objects
    assert award.holder.name == "IT@Baja"
    assert award.valid_until == date(2015, 5, 8)
    first, second = found.rejected
    assert (first.number, second.number) == (2, 3)
    assert dict(first.content)["Valid until"] == "31.02.2015"
    assert [str(fault) for fault in first.faults] == [
        "Valid until must be with a day from 1 to 28 in 2015-02, got '31.02.2015'",
        "Name is missing: it must be filled",
    ]
    assert [(fault.place, fault.code) for fault in first.faults] == [
        (("Valid until",), "value"),
        (("Name",), "missing"),
    ]
    (fault,) = second.faults
    told = "made of cells with headings, as many as there are of these"
    assert str(fault) == f"the whole must be {told}"
    assert dict(second.content)[None] == ("surplus",)


CELLS: dict[str, tuple[dict[str, Any], dict[str, Any], str, Any]] = {
    # id: (what the row adds, how it is told, attribute, expected)
    "a printed label": ({"type": "Sectoral  policy"}, {}, "type", PolicyType.SECTORAL),
    "other words": ({"type": "Other: mission"}, {}, "type", Other("mission")),
    "an empty cell": ({"industrial": " "}, {}, "industrial", Missing.UNKNOWN),
    "none": ({"industrial": None}, {}, "industrial", Missing.UNKNOWN),
    "not a number": ({"industrial": float("nan")}, {}, "industrial", Missing.UNKNOWN),
    "a signalling one": (
        {"industrial": Decimal("sNaN")},
        {},
        "industrial",
        Missing.UNKNOWN,
    ),
    "a word told": (
        {"industrial": "-"},
        {"words": {"-": Missing.NOT_APPLICABLE}},
        "industrial",
        Missing.NOT_APPLICABLE,
    ),
    "yes as told": ({"industrial": "sí"}, {"words": {"sí": True}}, "industrial", True),
    "an empty cell as told": (
        {"sectors": ""},
        {"words": {"": Missing.NOT_APPLICABLE}, "split": {"sectors": ","}},
        "sectors",
        Missing.NOT_APPLICABLE,
    ),
    "TRUE": ({"industrial": "TRUE"}, {}, "industrial", True),
    "a typed truth": ({"industrial": False}, {}, "industrial", False),
    "several in a cell": (
        {"sectors": "a, b; c;"},
        {"split": {"sectors": ";"}},
        "sectors",
        ("a, b", "c"),
    ),
    "several labels in a cell": (
        {"beneficiaries": "SMEs|Other: Nature|ngos"},
        {"split": {"beneficiaries": "|"}},
        "beneficiaries",
        (Beneficiary.SMES, Other("Nature"), Beneficiary.NGOS),
    ),
    "a list in a cell": ({"sectors": ["a"]}, {}, "sectors", ("a",)),
    "a list where it is split": (
        {"sectors": ["a;b"]},
        {"split": {"sectors": ";"}},
        "sectors",
        ("a;b",),
    ),
    "nothing where it is split": (
        {"sectors": None},
        {"split": {"sectors": ";"}},
        "sectors",
        Missing.UNKNOWN,
    ),
    "a year": ({"history.begins": "2015"}, {}, "history.begins", PartialDate(2015)),
    "a typed year": ({"history.begins": 2015}, {}, "history.begins", PartialDate(2015)),
    "a year in a frame": (
        {"history.begins": 2015.0},
        {},
        "history.begins",
        PartialDate(2015),
    ),
    "a day in the order told": (
        {"history.begins": "4/30/2015"},
        {"dates": "MM/DD/YYYY"},
        "history.begins",
        PartialDate(2015, 4, 30),
    ),
    "a year whatever the order": (
        {"history.begins": "2015"},
        {"dates": "DD/MM/YYYY"},
        "history.begins",
        PartialDate(2015),
    ),
    "a typed day": (
        {"history.begins": date(2015, 4, 30)},
        {},
        "history.begins",
        PartialDate(2015, 4, 30),
    ),
    "midnight": (
        {"history.begins": datetime(2015, 4, 30)},  # noqa: DTZ001
        {},
        "history.begins",
        PartialDate(2015, 4, 30),
    ),
    "a decimal comma": (
        {"budget.annual.amount": "1400,50"},
        {"decimal": ","},
        "budget.annual.amount",
        Decimal("1400.50"),
    ),
    "a decimal point": (
        {"budget.annual.amount": "-1400.50"},
        {},
        "budget.annual.amount",
        Decimal("-1400.50"),
    ),
    "a typed number": (
        {"budget.annual.amount": 5},
        {},
        "budget.annual.amount",
        Decimal(5),
    ),
    "a decimal": (
        {"budget.annual.amount": Decimal("0.5")},
        {},
        "budget.annual.amount",
        Decimal("0.5"),
    ),
    "a whole number": (
        {"budget.annual.amount": "5", "budget.annual.year": "2022"},
        {},
        "budget.annual.year",
        2022,
    ),
    "a typed whole number": (
        {"budget.annual.amount": "5", "budget.annual.year": 2022.0},
        {},
        "budget.annual.year",
        2022,
    ),
    "a column to ignore": (
        {"Remark": "x"},
        {"columns": {"Remark": ""}},
        "name",
        "Plan",
    ),
    "codes": (
        {"level": "regional", "region": "MX-NLE"},
        {},
        "region",
        Region("MX-NLE"),
    ),
}


@pytest.mark.parametrize(
    ("more", "told", "path", "expected"), CELLS.values(), ids=CELLS
)
def test_reads_cells(
    more: dict[str, Any], told: dict[str, Any], path: str, expected: Any
) -> None:
    found = one({**PLAN, **more}, **told)
    for name in path.split("."):
        found = getattr(found, name)
    assert found == expected
    assert type(found) is type(expected)


MONEY = {"amount.amount": "1", "purpose": "cluster"}
SHARES: dict[str, tuple[Any, dict[str, Any], Fraction]] = {
    "a quotient": ("3/4", {}, Fraction(3, 4)),
    "a decimal": ("0.75", {}, Fraction(3, 4)),
    "a comma": ("0,75", {"decimal": ","}, Fraction(3, 4)),
    "typed": (Fraction(3, 4), {}, Fraction(3, 4)),
    "typed whole": (1, {}, Fraction(1)),
    "typed decimal": (Decimal("0.75"), {}, Fraction(3, 4)),
}


@pytest.mark.parametrize(("cell", "told", "share"), SHARES.values(), ids=SHARES)
def test_reads_shares(cell: Any, told: dict[str, Any], share: Fraction) -> None:
    assert one({**MONEY, "counterpart": cell}, Allocation, **told).counterpart == share


class NotAvailable:
    """What pandas puts where a value is missing: no question has an answer."""

    __hash__ = None  # type: ignore[assignment]

    def __ne__(self, _: object) -> bool:
        raise TypeError

    def __eq__(self, _: object) -> bool:
        raise TypeError


class Several:
    """What numpy holds in a cell: comparing it gives several truths."""

    def __ne__(self, _: object) -> bool:
        raise ValueError

    __hash__ = object.__hash__


def test_what_pandas_puts_for_nothing_is_nothing() -> None:
    assert one({**PLAN, "industrial": NotAvailable()}).industrial is Missing.UNKNOWN


REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "a label that is not there": (
        {"type": "Broadish policy"},
        {},
        "type must be a key or label of PolicyType (the closest is 'Broad policy')",
    ),
    "other without words": ({"type": "Other:"}, {}, "type must be a key or label"),
    "a float with decimals": (
        {"budget.annual.amount": 0.5},
        {},
        "budget.annual.amount must be a decimal number as text",
    ),
    "thousands": (
        {"budget.annual.amount": "1,400"},
        {},
        "budget.annual.amount must be a decimal number as text",
    ),
    "a decimal point where commas were told": (
        {"budget.annual.amount": "1.4"},
        {"decimal": ","},
        "budget.annual.amount must be a decimal number such as '0,5', thousands ",
    ),
    "infinity": (
        {"budget.annual.amount": Decimal("Infinity")},
        {},
        "budget.annual.amount must be a decimal number as text",
    ),
    "a time of day": (
        {"history.begins": datetime(2015, 4, 30, 12, tzinfo=UTC)},
        {},
        "history.begins must be a date such as",
    ),
    "a year that is none": (
        {"history.begins": 0},
        {},
        "history.begins must be a date such as",
    ),
    "a word where a truth belongs": (
        {"industrial": "maybe"},
        {},
        "industrial must be true or false, got 'maybe'",
    ),
    "a fraction of a year": (
        {"budget.annual.amount": "1", "budget.annual.year": "2022.5"},
        {},
        "budget.annual.year must be a whole number, got '2022.5'",
    ),
    "an array": ({"industrial": Several()}, {}, "industrial must be true or false"),
    "one of several": (
        {"beneficiaries": "SMEs;firms"},
        {"split": {"beneficiaries": ";"}},
        "beneficiaries[1] must be a key or label of Beneficiary (the closest is",
    ),
    "several that are not split": (
        {"sectors": "a;b"},
        {},
        "sectors must be several values, split as told, got 'a;b'",
    ),
    "a heading of no field": (
        {"Nmae": "x"},
        {},
        "Nmae is unknown: it must be the name of a field of Policy, or mapped to one, "
        "or to '' to be ignored (the closest is 'name')",
    ),
    "a heading inside no field": (
        {"name.x": "x"},
        {},
        "name.x is unknown: it must be the name of a field",
    ),
    "two columns for one field": (
        {"Title": "x"},
        {"columns": {"Title": "name"}},
        "Title must be the only column for name, got 'name'",
    ),
    "a field and one inside it": (
        {"history": {}, "history.begins": "2015"},
        {},
        "history.begins must be the only column for history.begins, got '2015'",
    ),
}


@pytest.mark.parametrize(("more", "told", "said"), REFUSED.values(), ids=REFUSED)
def test_rejects_cells(more: dict[str, Any], told: dict[str, Any], said: str) -> None:
    assert any(each.startswith(said) for each in reasons({**PLAN, **more}, **told)), (
        reasons({**PLAN, **more}, **told)
    )


def test_a_day_is_read_in_the_order_told_or_as_iso_writes_it() -> None:
    row = {"holder.name": "A", "tier": "bronze", "valid_until": "2015-05-08"}
    as_iso = one(row, LabelAward)
    assert as_iso.valid_until == date(2015, 5, 8)
    assert one(row, LabelAward, dates="DD/MM/YYYY") == as_iso
    typed = {**row, "valid_until": date(2015, 5, 8)}
    assert one(typed, LabelAward, dates="DD/MM/YYYY") == as_iso
    # The order told comes first.
    assert one(row, LabelAward, dates="YYYY-DD-MM").valid_until == date(2015, 8, 5)
    told = reasons({**row, "valid_until": "8.5.15"}, LabelAward, dates="DD/MM/YYYY")
    assert told == (
        "valid_until must be a day such as '2022-09-30', or written DD/MM/YYYY, "
        "got '8.5.15'",
    )


@pytest.mark.parametrize("cell", [44562, 44562.0, "44562", "44562.0"], ids=repr)
def test_what_excel_keeps_for_a_day_is_told(cell: object) -> None:
    row = {"holder.name": "A", "tier": "bronze", "valid_until": cell}
    (told,) = reasons(row, LabelAward)
    assert told.startswith(
        "valid_until must be a day such as '2022-09-30' "
        "(the number is what Excel keeps for 2022-01-01), got "
    )


def test_a_row_of_empty_cells_is_passed_over() -> None:
    rows: list[dict[str, Any]] = [
        {"name": "A", "x": ""},
        {"name": float("nan"), "x": " "},
        {"name": "-"},
    ]
    found = wire.from_records(rows, Organization, columns={"x": ""})
    assert [body.name for body in found.objects] == ["A"]
    assert [row.number for row in found.rejected] == [3]
    # Of no field, and filled: it is not lost unseen.
    filled = wire.from_records([{"name": "", "x": "1"}], Organization)
    assert len(filled.rejected) == 1
    # Where nothing is needed it is an object, which keeps its place.
    assert wire.from_records([{"begins": None}], History).objects == (History(),)


def test_words_are_keys_labels_names_and_what_is_empty() -> None:
    def typed(meaning: object, cell: object = "propia") -> Any:
        row = {**PLAN, "type": cell}
        words = {"type": {cell or "": meaning}}
        return wire.from_records([row], Policy, words=words)

    for meaning in ("broad", "Broad policy", PolicyType.BROAD):
        assert typed(meaning).objects[0].type is PolicyType.BROAD
    assert typed(PolicyType.BROAD, "").objects[0].type is PolicyType.BROAD
    assert typed(PolicyType.BROAD, None).objects[0].type is PolicyType.BROAD
    mexico = {"country": {"MEX": "México"}}
    named = {"names": iso3166.COUNTRIES, "words": mexico}
    assert one({**PLAN, "country": "MEX"}, **named).country.code == "MX"
    (fault,) = typed("own").rejected[0].faults
    assert str(fault).endswith(", and words make 'own' of it, got 'propia'")
    (fault,) = typed(Missing.NOT_APPLICABLE).rejected[0].faults
    assert str(fault) == (
        "type must be one of unknown, and words make 'not_applicable' of it "
        "(None makes an empty cell of it), got 'propia'"
    )


def test_labels_are_listed_where_none_is_close() -> None:
    row = {"name": "A", "helix": "empresa"}
    (told,) = reasons(row, Organization)
    assert told == (
        "helix must be a key or label of Helix: Government, Academia, Industry, "
        "Civil society or Natural environment, got 'empresa'"
    )
    (told,) = reasons(row, Organization, languages=[es.SPANISH])
    assert "Gobierno, Academia, Industria, " in told


def test_a_name_has_a_letter_or_a_digit() -> None:
    assert reasons({"name": "???"}, Organization)[0].startswith("name must be a name")
    assert (
        one({"name": "???"}, Organization, words={"???": "Whoever"}).name == "Whoever"
    )


def test_a_column_of_no_field_says_how_to_ignore_it() -> None:
    (told,) = reasons({"name": "A", "Observaciones": "x"}, Organization)
    assert told == (
        "Observaciones is unknown: it must be the name of a field of Organization, "
        "or mapped to one, or to '' to be ignored"
    )


def test_every_reason_of_a_row_is_given() -> None:
    said = reasons(
        {"name": " ", "type": "x", "history.begins": "2015-13", "level": "n"}
    )
    assert sorted(fault.split(" ", 1)[0] for fault in said) == [
        "country",
        "history.begins",
        "level",
        "name",
        "type",
    ]


def test_what_is_no_row_is_rejected_too() -> None:
    found = wire.from_records([PLAN, "name;type", [1]], Policy)  # type: ignore[list-item]
    assert [each.number for each in found.rejected] == [2, 3]
    assert found.rejected[0].content == (("", "name;type"),)
    (fault,) = found.rejected[1].faults
    assert str(fault) == "the whole must be a mapping of headings to cells, got (1,)"


def test_a_rejected_tuple_is_shown_and_exchanged() -> None:
    rows: Any = [("Plan A", "broad"), (("name", "Plan A"),), ()]
    found = wire.from_records(rows, Policy)
    assert [row.content for row in found.rejected] == [(("", row),) for row in rows]
    assert found.records()[0]["content"] == "('Plan A', 'broad')"
    assert "Plan A" in found.html()
    assert wire.loads(wire.dumps(found.table()), Table) == found.table()
    fault = Fault((), "type", "a mapping", 1)
    assert wire.RejectedRecord(1, ("a", "b"), [fault]).content == (("", ("a", "b")),)
    assert wire.RejectedRecord(1, (("a", 1),), [fault]).content == (("a", 1),)


def test_a_rejected_row_cannot_change() -> None:
    row = {"name": ["a", {"b": {1}}]}
    (rejected,) = wire.from_records([row], Policy).rejected
    row["name"].append("c")
    assert rejected.content == (("name", ("a", (("b", (1,)),))),)
    assert hash(rejected)


def test_no_rows_give_nothing() -> None:
    assert wire.from_records([], Policy) == wire.Records()


def test_objects_keep_the_numbers_of_their_rows() -> None:
    rows = [{"amount": "1"}, {"amount": "x"}, {"amount": ""}, {"amount": "2"}]
    found = wire.from_records(rows, Money, first_row=2)
    assert found.numbers == (2, 5)
    assert [row.number for row in found.rejected] == [3]


def test_facts_are_reached_by_what_travels_in_their_place() -> None:
    row = {"schema.facts": [{"name": "a", "domain": [False, True]}], "values": []}
    assert one(row, Facts).undetermined == ("a",)


def test_rejected_rows_show_themselves() -> None:
    rows = [PLAN, {**PLAN, "name": "<script>", "level": "x"}]
    found = wire.from_records(rows, Policy)
    assert "1 row read, 1 rejected" in str(found)
    assert "row 2: level must be" in str(found.rejected[0])
    assert "&lt;script&gt;" in found._repr_html_()
    assert "<script" not in found._repr_html_()


BAD_CALLS: dict[str, tuple[Any, dict[str, Any], str]] = {
    "a column of no field": (
        Policy,
        {"columns": {"A": "nmae"}},
        "columns must be about",
    ),
    "a split of no field": (Policy, {"split": {"nmae": ";"}}, "split must be about"),
    "an order without a year": (Policy, {"dates": "DD/MM"}, "dates must be made of"),
    "an unknown mark": (Policy, {"decimal": "'"}, "decimal must be '.' or ','"),
    "a noun that is text": (
        Country,
        {},
        "kind must be a class that is written by field",
    ),
}


@pytest.mark.parametrize(("kind", "told", "said"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_bad_calls_are_refused(kind: Any, told: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidValueError, match=said):
        wire.from_records([], kind, **told)


@frozen
class Scored:
    """A foreign row."""

    points: int | Decimal
    code: Country | None = None
    money: Money | None = None


def test_rows_of_a_class_of_your_own() -> None:
    assert one({"points": "5", "code": "MX"}, Scored) == Scored(5, Country("MX"))
    assert one({"points": "0.5"}, Scored).points == Decimal("0.5")
    assert one(
        {"points": Decimal("0.5")}, Scored, converter=wire.converter()
    ) == Scored(Decimal("0.5"))
    assert reasons({"points": "1", "code": "Mexico"}, Scored) == (
        "code must be an ISO 3166-1 alpha-2 code such as 'MX', or one of those handed "
        "over as names or empty, got 'Mexico'",
    )


# --- rows out ---------------------------------------------------------------------


def test_rows_have_a_cell_for_every_field_of_any() -> None:
    plan, second = wire.from_records(
        [PLAN, {**PLAN, "history.begins": "2015", "sectors": ["a"]}], Policy
    ).objects
    first_row, second_row = wire.to_records([plan, second])
    assert first_row.keys() == second_row.keys()
    assert (first_row["history.begins"], second_row["history.begins"]) == (None, "2015")
    assert second_row["sectors:json"] == '["a"]'
    assert first_row["sectors.$missing"] == "unknown"
    assert wire.from_records([first_row, second_row], Policy).objects == (plan, second)


def test_no_objects_are_no_rows() -> None:
    assert wire.to_records([]) == ()


BAD_OBJECTS: dict[str, tuple[Any, str]] = {
    "one alone": (Country("MX"), "objects must be nouns or results, in a list"),
    "a text": ("MX", "objects must be nouns or results, in a list"),
    "several types": ([Country("MX"), Region("MX-NLE")], "objects must be of one type"),
}


@pytest.mark.parametrize(("objects", "said"), BAD_OBJECTS.values(), ids=BAD_OBJECTS)
def test_rows_are_of_several_of_one_type(objects: Any, said: str) -> None:
    with pytest.raises(InvalidValueError, match=said):
        wire.to_records(objects)


def test_what_is_written_as_text_is_read_exactly() -> None:
    rows = wire.to_records([Country("MX"), Country("ES")])
    assert rows == ({"object": "MX"}, {"object": "ES"})
    records = wire.from_records(rows, Country, exact=True)
    assert records.objects == (Country("MX"), Country("ES"))


def test_exact_cells_are_not_made_nicer() -> None:
    row: dict[str, Any] = {**PLAN, "name": " Plan ", "type": "Broad policy"}
    assert reasons(row, exact=True)[0].startswith("type must be")
    assert (
        one({**row, "type": "broad", "level": "national"}, exact=True).name
        == row["name"]
    )


def test_a_cell_inside_what_another_cell_holds_is_told() -> None:
    (fault,) = (
        wire.from_records(
            [{**PLAN, "history:json": "{}", "history.begins": "2015"}], Policy
        )
        .rejected[0]
        .faults
    )
    assert fault == Fault(
        ("history.begins",), "repeated", "the only column for history.begins", "2015"
    )
    empty = {**PLAN, "history:json": "", "history.begins": "2015"}
    assert one(empty).history.begins == PartialDate(2015)


def test_a_heading_that_could_do_harm_is_quoted() -> None:
    (fault, *_) = wire.from_records([{"\x1b[2J": "x"}], Policy).rejected[0].faults
    assert fault.path == r"['\x1b[2J']"
