# pyright: reportUnnecessaryTypeIgnoreComment=error, reportUnusedExpression=none
"""What a type checker says of nouns as users write them, and of words about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import pytest

from icluster import (
    Authority,
    Budget,
    Citation,
    Cluster,
    Country,
    Factsheet,
    Missing,
    Money,
    Organization,
    Other,
    PartialDate,
    PartialPeriod,
    Period,
    Policy,
    PublishedScore,
    Region,
    Source,
    Table,
)
from icluster.errors import Fault, IClusterError, InvalidValueError
from icluster.languages import es
from icluster.organizations import Identifier, Name
from icluster.policies import (
    Allocation,
    AuthorityRole,
    Expectation,
    FinancialInstrument,
    Instrument,
    LegalBasis,
    PolicyLevel,
    PolicyMeasure,
    PolicyRelation,
    PolicyRelationKind,
    PolicyType,
    SectorGroup,
    Status,
    Theme,
    WeightedCriterion,
)
from icluster.regions import (
    CountryName,
    Subdivision,
    places_named,
)
from icluster.sources import Cited, is_proposed
from icluster.tables import Column
from icluster.verdicts import Verdict
from icluster.vocabularies import Unknown
from icluster.words import Language, Sentence, Steps, say, worded

SHEET = Source(key="sheet", title="Sheet", publisher="P")
ROW = SHEET.at("row")
DAY = date(2022, 9, 30)

# --- right --------------------------------------------------------------------------


def test_places_are_looked_up_among_rows_of_their_kind() -> None:
    country = CountryName("A", Country("AA"), "en")
    state = Subdivision(region=Region("AA-A"), name="A", spellings=[])
    assert_type(places_named("A", among=[country]), tuple[Country, ...])
    assert_type(places_named("A", among=[state]), tuple[Region, ...])
    places = places_named("A", among=[country, state])
    assert_type(places, tuple[Country | Region, ...])
    assert places == (Country("AA"), Region("AA-A"))
    assert_type(is_proposed(Organization(name="A"), "name"), bool)
    with pytest.raises(
        InvalidValueError, match=r"among\[0\] must be of type CountryName"
    ):
        places_named("A", among=[Country("AA")])  # type: ignore[list-item]


def test_lists_stand_for_tuples() -> None:
    body = Organization(
        name="A",
        other_names=[Name("B")],
        identifiers=[Identifier("lei", "1")],
        predecessors=["C"],
        founded=PartialDate(2013),
        dissolved=Missing.NOT_APPLICABLE,
    )
    assert_type(body.other_names, tuple[Name, ...])
    assert_type(body.predecessors, tuple[str, ...])
    assert_type(body.founded, PartialDate | Unknown)
    assert_type(body.existence, PartialPeriod)
    cluster = Cluster(key="a", name="A", regions=[Region("MX-NLE")])
    assert_type(cluster.regions, tuple[Region, ...] | Unknown)
    assert_type(Budget(funding=["the state"]).funding, tuple[str, ...] | Unknown)
    assert Budget(funding=["the state"]) == Budget(funding=("the state",))


def test_citations_stand_by_field_alone_or_in_rows() -> None:
    rows: list[Cited] = [Cited("name", ROW)]
    alone = Organization(name="A", citations={"name": ROW})
    mixed = Organization(name="A", citations={"name": ROW, "helix": [ROW, ROW]})
    assert_type(mixed.citations, tuple[Cited, ...])
    assert alone == Organization(name="A", citations=rows)
    assert alone == Organization(name="A", citations=tuple(rows))


def test_policies_take_what_a_table_says() -> None:
    policy = Policy(
        name="Plan",
        type=PolicyType.BROAD,
        level=PolicyLevel.NATIONAL,
        country=Country("MX"),
        sectors=["Food"],
        authorities=[Authority("A", [AuthorityRole.FUNDING, Other("x")])],
        monitoring=Missing.NOT_APPLICABLE,
    )
    assert_type(policy.region, Region | None)
    sheet = Factsheet(country=Country("MX"), year=2022, policies=[policy])
    assert_type(sheet.policies, tuple[Policy, ...])
    published = PublishedScore(
        subject="S", rubric="r", points={"a": "0.5", "b": 1}, total=Decimal("1.5")
    )
    assert_type(published.points, tuple[tuple[str, Decimal], ...])
    assert_type(published["a"], Decimal)


def test_parts_of_policies_take_what_prose_says() -> None:
    assert_type(Theme("Skills", Other("tentative")).status, Status | Other)
    assert_type(PolicyMeasure("Label", objects=["goods"]).objects, tuple[str, ...])
    assert_type(SectorGroup("potential", ["aerospace"]).sectors, tuple[str, ...])
    law = LegalBasis(titles=["Law"], jurisdiction=Region("MX-NLE"))
    assert_type(law.jurisdiction, Country | Region | Unknown)
    relation = PolicyRelation(PolicyRelationKind.SUCCEEDS, "Plan")
    assert_type(relation.kind, PolicyRelationKind | Other)
    share = WeightedCriterion("Members", Fraction(1, 4))
    assert_type(share.weight, Fraction | Unknown)
    money = Allocation(amount=Money(amount=2), counterpart=1)
    assert_type(money.counterpart, Fraction | Missing)
    policy = Policy(
        name="Plan",
        type=PolicyType.BROAD,
        level=PolicyLevel.NATIONAL,
        country=Country("MX"),
        themes=[Theme("Skills")],
        relations=[relation],
        legal_basis=[law],
        expectations=[Expectation("A new plan", PartialDate.parse("[..2021]"))],
        financial=[Instrument(FinancialInstrument.PROJECTS, Status.ENDED)],
    )
    assert_type(policy.relations, tuple[PolicyRelation, ...])


def test_amounts_are_exact() -> None:
    assert_type(Money(amount="2.50", currency="MXN").amount, Decimal)
    assert Money(amount=2) == Money(amount=Decimal(2))


def test_words_are_sentences_until_they_are_asked_for() -> None:
    assert_type(Period(DAY).said(), Sentence)
    assert_type(ROW, Citation)
    assert_type(ROW.said().text(es.SPANISH), str)
    assert_type(worded(DAY, es.SPANISH), str)
    german = Language("de", "Deutsch", {"{} to {}": "{} bis {}", "A": {"b": "c"}})
    assert_type(german.but({"yes": "ja"}), Language)
    fault = Fault("rows[3].month", "value", say("from {} to {}", 1, 12), 13)
    assert_type(fault.place, Steps)
    assert_type(InvalidValueError("month", "a month", 13).faults, tuple[Fault, ...])


def test_verdicts_combine_to_verdicts() -> None:
    assert_type(Verdict.YES & Verdict.OPEN | ~Verdict.NO, Verdict)
    assert_type(Verdict.of(True).possible, tuple[bool, ...])


def test_tables_are_made_of_things() -> None:
    table = Table.of("Words", ["a"], [Column("word", of=str)], notes=["b"])
    assert_type(table, Table)
    assert_type(table.text(width=20, language=es.SPANISH), str)
    listed = Table(title=say("T"), columns=[Column("a")], rows=[[1]], notes=["n"])
    assert_type(listed.columns, tuple[Column, ...])


# --- wrong --------------------------------------------------------------------------

REFUSED = (IClusterError, TypeError)


def test_a_lone_text_is_no_words() -> None:
    with pytest.raises(REFUSED, match="predecessors must be a list or a tuple of str"):
        Organization(name="A", predecessors="BC")  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="funding must be a list or a tuple of str, or unknown"
    ):
        Budget(funding="the state")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="spellings must be a list or a tuple of str"):
        Subdivision(region=Region("MX-NLE"), name="N", spellings="NL")  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="notes must be a list or a tuple of str or Sentence"
    ):
        Table(title="T", columns=[Column("a")], notes="note")  # type: ignore[arg-type]


def test_members_are_of_their_kind() -> None:
    with pytest.raises(REFUSED, match=r"other_names\[0\] must be of type Name"):
        Organization(name="A", other_names=["B"])  # type: ignore[list-item]
    with pytest.raises(REFUSED, match="other_names must be a list or a tuple of Name"):
        Organization(name="A", other_names=Name("B"))  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match=r"policies\[0\] must be of type Policy"):
        Factsheet(country=Country("MX"), year=2022, policies=["Plan"])  # type: ignore[list-item]
    with pytest.raises(
        REFUSED, match=r"roles\[0\] must be of type AuthorityRole or Other"
    ):
        Authority("A", ["funding"])  # type: ignore[list-item]


def test_parts_of_policies_are_of_their_kind() -> None:
    with pytest.raises(REFUSED, match="status must be of type Status or Other"):
        Theme("Skills", "tentative")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="objects must be a list or a tuple of str"):
        PolicyMeasure("Label", objects="goods")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="sectors must be a list or a tuple of str"):
        SectorGroup("potential", "aerospace")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="titles must be a list or a tuple of str"):
        LegalBasis(titles="Law")  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="kind must be of type PolicyRelationKind or Other"
    ):
        PolicyRelation("succeeds", "Plan")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="due must be of type PartialDate"):
        Expectation("A new plan", "2021")  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="amount must be of type Money or unknown"):
        Allocation(amount=2)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="weight must be"):
        WeightedCriterion("Members", 0.25)  # type: ignore[arg-type]


def test_citations_are_citations() -> None:
    with pytest.raises(REFUSED, match="citation must be of type Citation"):
        Organization(name="A", citations={"name": "row"})  # type: ignore[dict-item]
    with pytest.raises(REFUSED, match="citations must be made of Cited"):
        Organization(name="A", citations=["name"])  # type: ignore[list-item]
    with pytest.raises(REFUSED, match="citations must be citations by field"):
        Organization(name="A", citations=ROW)  # type: ignore[arg-type]


def test_floats_are_no_amounts() -> None:
    with pytest.raises(
        REFUSED, match="amount must be a Decimal, an int or a decimal text"
    ):
        Money(amount=1.5)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="a must be a Decimal, an int or a decimal text"):
        PublishedScore(subject="S", rubric="r", points={"a": 0.5}, total=1)  # type: ignore[dict-item]


def test_some_kinds_of_missing_are_refused() -> None:
    with pytest.raises(REFUSED, match="founded must be of type PartialDate or unknown"):
        Organization(name="A", founded=Missing.NOT_APPLICABLE)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="helix must be of type Helix, unknown or not applicable"
    ):
        Organization(name="A", helix=Missing.NOT_ANSWERED)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="begins must be of type PartialDate or unknown"):
        PartialPeriod(Missing.NOT_ANSWERED)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="funding must be a list or a tuple of str, or unknown"
    ):
        Budget(funding=Missing.NOT_ANSWERED)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="year must be of type int or unknown"):
        Money(amount=1, year=Missing.NOT_APPLICABLE)  # type: ignore[arg-type]
