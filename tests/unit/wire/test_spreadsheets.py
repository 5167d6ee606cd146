"""Spreadsheets as people keep them: names, months, constants, words of a column."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import Any

import pytest
from tests.engines import pandas, polars

from icluster import (
    LabelAward,
    LabelTier,
    Missing,
    Money,
    Organization,
    OrganizationKind,
    Policy,
    Portfolio,
    Source,
)
from icluster.errors import InvalidValueError
from icluster.languages import es
from icluster.policies import PolicyType
from icluster.reference import esca, iso3166
from icluster.wire import from_records, to_dict
from icluster.words import Language

NAMES = (*iso3166.COUNTRIES, *iso3166.MEXICO, *esca.PORTFOLIOS)


def read(*rows: dict[str, Any], kind: Any = Organization, **how: Any) -> Any:
    return from_records(rows, kind, names=NAMES, languages=[es.SPANISH], **how)


def test_countries_and_states_go_by_their_names() -> None:
    found = read(
        {"name": "A", "country": "México", "region": "nuevo león"},
        {"name": "B", "country": "DE", "region": ""},
        {"name": "C", "country": "Mexco", "region": ""},
        first_row=2,
    )
    assert [str(body.country) for body in found.objects] == ["MX", "DE"]
    assert str(found.objects[0].region) == "MX-NLE"
    assert [str(row) for row in found.rejected] == [
        "row 4: country must be an ISO 3166-1 alpha-2 code such as 'MX' "
        "(the closest is 'Mexico'), got 'Mexco'"
    ]


def test_vocabularies_are_labelled_in_either_language() -> None:
    found = read(
        {"name": "A", "kind": "Universidad"},
        {"name": "B", "kind": "university"},
        {"name": "C", "kind": "Universidd"},
    )
    assert {body.kind for body in found.objects} == {OrganizationKind.UNIVERSITY}
    assert "the closest is 'Universidad'" in str(found.rejected[0])


def test_labels_of_a_sheet() -> None:
    found = read(
        {"Holder": "A", "Portfolio": "food industry", "End": "05/2018"},
        {"Holder": "B", "Portfolio": "Food industri", "End": "31/02/2018"},
        {"Holder": "C", "Portfolio": "ICT", "End": "13/2018"},
        kind=LabelAward,
        columns={
            "Holder": "holder.name",
            "Portfolio": "portfolio",
            "End": "valid_until",
        },
        dates=["DD/MM/YYYY", "MM/YYYY"],
        month_ends=True,
        constants={"tier": LabelTier.BRONZE},
    )
    (award,) = found.objects
    assert (award.valid_until, award.tier) == (date(2018, 5, 31), LabelTier.BRONZE)
    misspelt, impossible = map(str, found.rejected)
    assert "Portfolio must be the title of a Portfolio" in misspelt
    assert "the closest is 'Food industry'" in misspelt
    assert "got '31/02/2018'" in misspelt
    assert "got '13/2018'" in impossible


def test_a_constant_fills_only_what_no_cell_holds() -> None:
    found = read(
        {"name": "A", "country": "ES"},
        {"name": "B", "country": ""},
        constants={"country": "MX"},
    )
    assert [body.country.code for body in found.objects] == ["ES", "MX"]


def test_months_stay_months_where_a_date_may_be_known_in_part() -> None:
    (body,) = read({"name": "A", "founded": "06/2015"}, dates="MM/YYYY").objects
    assert str(body.founded) == "2015-06"
    with pytest.raises(InvalidValueError, match="dates must be made of YYYY"):
        read(dates="DD/YYYY")


def test_words_of_a_column() -> None:
    (body,) = read(
        {"name": "MEX", "country": "MEX"}, words={"country": {"MEX": "MX"}}
    ).objects
    assert (body.name, body.country.code) == ("MEX", "MX")
    with pytest.raises(InvalidValueError, match="words must be about fields"):
        read(words={"contry": {"MEX": "MX"}})


@pytest.mark.parametrize("text", ["n/a", "N/A", " - ", "NaN", "s/d"])
def test_what_stands_where_there_is_no_name_is_none(text: str) -> None:
    found = read({"name": text})
    assert "name must be a name" in str(found.rejected[0])
    (body,) = read({"name": text}, words={text.strip(): "Nameless"}).objects
    assert body.name == "Nameless"


@pytest.mark.parametrize(
    "rows",
    [
        "register.csv",
        PurePath("register.csv"),
        {"name": "A"},
        pandas.DataFrame({"name": ["A"]}),
        polars.DataFrame({"name": ["A"]}),
    ],
    ids=["text", "path", "one row", "pandas", "polars"],
)
def test_what_has_no_rows_is_told_so(rows: Any) -> None:
    with pytest.raises(InvalidValueError, match="rows must be rows, each a mapping"):
        from_records(rows, Organization)


def test_a_noun_in_one_cell_says_how_it_could_be_read() -> None:
    row = {
        "holder": "A",
        "tier": "gold",
        "valid_until": "2022-01-01",
        "portfolio": "ICT",
    }
    (rejected,) = from_records([row], LabelAward).rejected
    assert [str(fault) for fault in rejected.faults] == [
        "holder must be an object with the fields of Organization, a column each, "
        "got 'A'",
        "portfolio must be an object with the fields of Portfolio, a column each, or "
        "one of those handed over as names, got 'ICT'",
    ]


@pytest.mark.parametrize(
    ("path", "closest"),
    [
        ("valid_till", " (the closest is 'valid_until')"),
        ("holder.nam", " (the closest is 'holder.name')"),
        ("region", " (the closest is 'holder.region')"),
        ("portfolio.zzz", ": portfolio.key, portfolio.title, portfolio.edition"),
        ("tier.title", ""),
    ],
)
def test_a_column_about_no_field_is_told_the_closest(path: str, closest: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        from_records([], LabelAward, columns={"A": path})
    told = f"columns must be about fields of LabelAward{closest}, got '{path}'"
    assert str(caught.value) == told


def test_what_has_no_name_names_nothing() -> None:
    with pytest.raises(InvalidValueError, match="names must be countries"):
        from_records([], Organization, names=[3])


# --- what sheets of ministries hold ---------------------------------------------------


def policies(**cells: str) -> dict[str, str]:
    return {"name": "Plan", "level": "national", "country": "MX"} | cells


def test_a_word_may_stand_for_an_empty_cell() -> None:
    row = policies(type="broad", **{"budget.annual.amount": "n/d"})
    records = from_records([row], Policy, words={"n/d": None})
    assert records.objects[0].budget.annual is Missing.UNKNOWN
    wrong = from_records([row], Policy, words={"n/d": Missing.UNKNOWN}).rejected[0]
    assert "and words make 'unknown' of it (None makes an empty cell" in str(wrong)


def test_a_constant_is_read_as_a_cell_is() -> None:
    told = {"type": "National cluster policy"}
    records = from_records([policies()], Policy, constants=told)
    assert records.objects[0].type is PolicyType.NATIONAL_CLUSTER


@pytest.mark.parametrize(
    ("cell", "decimal", "said"),
    [
        ("1.200,75", ",", "such as '0,5', thousands not set apart, got '1.200,75'"),
        ("12,5", ".", "(decimal=',' reads a comma), got '12,5'"),
    ],
)
def test_says_how_decimals_are_read(cell: str, decimal: str, said: str) -> None:
    row = policies(type="broad", **{"budget.annual.amount": cell})
    fault = from_records([row], Policy, decimal=decimal).rejected[0].faults[0]
    assert str(fault).endswith(said)


def test_names_are_known_without_their_accents() -> None:
    rows = [{"name": "A", "country": "turquia"}, {"name": "B", "country": "España"}]
    records = from_records(rows, Organization, names=iso3166.COUNTRIES)
    assert [str(body.country) for body in records.objects] == ["TR", "ES"]
    bare = from_records(rows, Organization).rejected[0].faults[0]
    assert "or one of those handed over as names" in str(bare)


def test_accents_that_tell_apart_are_told_apart() -> None:
    names = [Portfolio("a", "Papá", "own"), Portfolio("b", "Papa", "own")]
    row = {"holder.name": "A", "tier": "bronze", "valid_until": "2022-01-01"}
    rows = [row | {"portfolio": title} for title in ("papá", "PAPA", "pàpa")]
    records = from_records(rows, LabelAward, names=names)
    assert [award.portfolio for award in records.objects] == names
    assert len(records.rejected) == 1


def test_what_every_row_lacks_is_said_once() -> None:
    rows = [policies(type="broad", Mine="1"), policies(type="brood", Mine="2")]
    table = from_records(rows, Policy).table()
    assert [str(note) for note in table.notes] == [
        "Every row: Mine is unknown: it must be the name of a field of Policy, or "
        "mapped to one, or to '' to be ignored."
    ]
    reasons = [row["faults"] for row in table.records()]
    assert reasons[0] == "as every row"
    assert reasons[1].startswith("type must be")
    assert from_records(rows[:1], Policy).table().notes == ()


def test_portfolios_are_listed_where_none_is_close() -> None:
    row = {"holder.name": "A", "tier": "bronze", "valid_until": "2022-01-01"}
    (fault,) = (
        from_records([row | {"portfolio": "Textil"}], LabelAward, names=esca.PORTFOLIOS)
        .rejected[0]
        .faults
    )
    assert "'ICT', 'Maritime technologies, water resources', 'Micro" in str(fault)


def test_a_sheet_is_cited_by_row_and_heading() -> None:
    source = Source(key="sheet", title="A sheet", publisher="Nowhere")
    row = policies(type="broad", Since="2015", **{"history.ends": ""})
    told: dict[str, Any] = {"columns": {"Since": "history.begins"}, "first_row": 5}
    (policy,) = from_records([row], Policy, source=source, **told).objects
    assert {cited.path: str(cited.citation) for cited in policy.citations} == {
        "name": "sheet, 5, name",
        "level": "sheet, 5, level",
        "country": "sheet, 5, country",
        "type": "sheet, 5, type",
        "history.begins": "sheet, 5, Since",
    }
    (again,) = from_records([row], Policy, **told).objects
    assert again.citations == ()
    own = {"citations": [{"path": "name", "citation": to_dict(source.at("p. 1"))}]}
    (kept,) = from_records([row], Policy, source=source, constants=own, **told).objects
    assert [str(cited.citation) for cited in kept.citations] == ["sheet, p. 1"]


@pytest.mark.parametrize(
    ("kind", "source", "said"),
    [
        (
            Money,
            Source(key="s", title="S", publisher="N"),
            "absent: Money cites nothin",
        ),
        (Policy, "sheet", "of type Source, got 'sheet'"),
    ],
)
def test_refuses_sources(kind: Any, source: Any, said: str) -> None:
    with pytest.raises(InvalidValueError, match=f"source must be {said}"):
        from_records([], kind, source=source)


@pytest.mark.parametrize("language", [es.SPANISH, es.SPANISH_ONLY])
def test_labels_and_titles_are_read_in_spanish_alone(language: Language) -> None:
    told: dict[str, Any] = {"languages": [language], "names": esca.PORTFOLIOS}
    row = {"holder.name": "A", "tier": "plata", "valid_until": "2022-01-01"}
    row["portfolio"] = "Industria alimentaria"
    (award,) = from_records([row], LabelAward, **told).objects
    assert award.tier is LabelTier.SILVER
    assert isinstance(award.portfolio, Portfolio)
    assert award.portfolio.title == "Food industry"
    (plan,) = from_records([policies(type="politica amplia")], Policy, **told).objects
    assert plan.type is PolicyType.BROAD
