"""Organizations and what they are made of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

import icluster
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.organizations import (
    Helix,
    HelixModel,
    Identifier,
    LegalForm,
    Name,
    NameKind,
    Organization,
    OrganizationKind,
)
from icluster.regions import Country, Region
from icluster.sources import Source, citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other

SOURCE = Source(key="register", title="Register", publisher="Publisher")


def test_a_bare_name_leaves_everything_else_unknown() -> None:
    organization = Organization(name="MIND")
    assert organization.key is None
    for name in ("acronym", "kind", "helix", "legal_form", "country", "region"):
        assert getattr(organization, name) is Missing.UNKNOWN
    assert organization.founded is organization.dissolved is Missing.UNKNOWN
    assert organization.citations == ()


def test_everything_known_is_kept() -> None:
    organization = Organization(
        name="Cluster Ti Chiapas",
        key="ti_chiapas",
        other_names=[Name("IT Cluster Chiapas", "en", NameKind.TRANSLATION)],
        acronym="CTC",
        kind=OrganizationKind.CLUSTER_ORGANIZATION,
        helix=Missing.NOT_APPLICABLE,
        legal_form=LegalForm("ac", "A.C.", "5AWU"),
        country=Country("MX"),
        region=Region("MX-CHP"),
        identifiers=[Identifier("rfc", "ABC010101AB1")],
        founded=PartialDate(2010),
        dissolved=Missing.NOT_APPLICABLE,
        predecessors=["ti_sur"],
        successors=(),
        citations={"name": SOURCE.at("row 19")},
    )
    assert organization.names == ("Cluster Ti Chiapas", "IT Cluster Chiapas", "CTC")
    assert organization.existence.surely_covers(date(2099, 1, 1))
    assert organization.predecessors == ("ti_sur",)
    assert hash(organization) == hash(organization)


BAD_ORGANIZATIONS: dict[str, tuple[dict[str, Any], str]] = {
    "a blank name": ({"name": " "}, "name"),
    "a key with a space": ({"key": "ti chiapas"}, "key"),
    "a lone string for names": ({"other_names": "Alias"}, "other_names"),
    "the same name twice": ({"other_names": [Name("A"), Name("A")]}, "other_names"),
    "a blank acronym": ({"acronym": "  "}, "acronym"),
    "an acronym not answered": ({"acronym": Missing.NOT_ANSWERED}, "acronym"),
    "a kind in words": ({"kind": "company"}, "kind"),
    "a cluster policy for a kind": ({"kind": "cluster_policy"}, "kind"),
    "the environment for a helix": ({"helix": Helix.NATURAL_ENVIRONMENT}, "helix"),
    "a helix not answered": ({"helix": Missing.NOT_ANSWERED}, "helix"),
    "a legal form in words": ({"legal_form": "A.C."}, "legal_form"),
    "a country in words": ({"country": "MX"}, "country"),
    "a region of another country": (
        {"country": Country("US"), "region": Region("MX-CHP")},
        "region",
    ),
    "a region without its country": ({"region": Region("MX-CHP")}, "region"),
    "a founding that does not apply": (
        {"founded": Missing.NOT_APPLICABLE},
        "founded",
    ),
    "a founding not answered": ({"founded": Missing.NOT_ANSWERED}, "founded"),
    "an end not answered": ({"dissolved": Missing.NOT_ANSWERED}, "dissolved"),
    "an end before the beginning": (
        {"founded": PartialDate(2013), "dissolved": PartialDate(2012)},
        "dissolved",
    ),
    "a year for a date": ({"founded": 2013}, "founded"),
    "a citation of no field": ({"citations": {"site": SOURCE.at("1")}}, "citations"),
}


@pytest.mark.parametrize("sentence", BAD_ORGANIZATIONS)
def test_an_organization_refuses(sentence: str) -> None:
    changes, name = BAD_ORGANIZATIONS[sentence]
    arguments: dict[str, Any] = {"name": "A", **changes}
    with pytest.raises(InvalidValueError) as caught:
        Organization(**arguments)
    assert caught.value.place == name


def test_an_organization_of_an_unlisted_kind_takes_the_words_of_its_source() -> None:
    assert Organization(name="A", kind=Other("subcommittee")).kind == Other(
        "subcommittee"
    )


def test_founded_and_dissolved_in_the_same_year_is_possible() -> None:
    year = PartialDate(2013)
    assert Organization(name="A", founded=year, dissolved=year).dissolved == year


def test_no_kind_of_organization_is_a_cluster_an_initiative_or_a_policy() -> None:
    assert [kind.value for kind in OrganizationKind] == [
        "company",
        "cluster_organization",
        "public_body",
        "council",
        "research_organization",
        "university",
        "association",
        "ngo",
    ]


def test_helix_models_are_exactly_what_they_say() -> None:
    triple = (Helix.GOVERNMENT, Helix.ACADEMIA, Helix.INDUSTRY)
    assert HelixModel.TRIPLE.helices == triple
    assert HelixModel.QUADRUPLE.helices == (*triple, Helix.CIVIL_SOCIETY)
    assert HelixModel.QUINTUPLE.helices == tuple(Helix)
    assert [helix for helix in Helix if not helix.is_sector] == [
        Helix.NATURAL_ENVIRONMENT
    ]


@pytest.mark.parametrize("language", ["ES", "e", "espa", "e1", "ñu", "ªº", 7, None])
def test_a_name_refuses_a_language_that_is_no_code(language: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Name("A", language)
    assert caught.value.place == "language"


def test_a_name_refuses_a_language_that_does_not_apply() -> None:
    with pytest.raises(InvalidValueError, match="or unknown"):
        Name("A", Missing.NOT_APPLICABLE)  # type: ignore[arg-type]


def test_a_name_is_an_alias_in_an_unknown_language_unless_told() -> None:
    assert Name("A") == Name("A", Missing.UNKNOWN, NameKind.ALIAS)


@pytest.mark.parametrize("code", ["5aWU", "5AWUX", "5AW", "5A-U", "5ÁWU", 5, ""])
def test_a_legal_form_refuses_a_code_out_of_shape(code: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        LegalForm("ac", "A.C.", code)
    assert caught.value.place == "elf_code"


@pytest.mark.parametrize("scheme", ["LEI", "", "1lei", "a b"])
def test_an_identifier_refuses_a_scheme_out_of_shape(scheme: str) -> None:
    with pytest.raises(InvalidValueError, match="scheme"):
        Identifier(scheme, "1")


def test_an_identifier_refuses_a_blank_value() -> None:
    with pytest.raises(InvalidValueError, match="value"):
        Identifier("lei", " ")


@pytest.mark.parametrize(
    "name", ["Helix", "Identifier", "LegalForm", "Organization", "OrganizationKind"]
)
def test_the_root_has(name: str) -> None:
    assert getattr(icluster, name).__module__ == "icluster.organizations"


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\u200f \ufeff", "\0", "\u2028"])
def test_a_name_must_be_seen(name: str) -> None:
    with pytest.raises(InvalidValueError, match="text that is not blank"):
        Organization(name=name)


def test_a_website_is_text_as_printed_or_said_not_to_be_there() -> None:
    assert Organization(name="A").website is Missing.UNKNOWN
    assert Organization(name="A", website="www.a.example").website == "www.a.example"
    none = Organization(name="A", website=Missing.NOT_APPLICABLE)
    assert none.website is Missing.NOT_APPLICABLE
    with pytest.raises(InvalidValueError, match="website"):
        Organization(name="A", website=" ")


def test_a_legal_form_is_the_same_whoever_says_so() -> None:
    form = LegalForm("ac", "A.C.", "5AWU", citations={"title": SOURCE.at("5AWU")})
    assert form == LegalForm("ac", "A.C.", "5AWU")
    assert citations_of(form, "title") == (SOURCE.at("5AWU"),)


def test_nature_is_a_context_and_no_sector() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Organization(name="A", helix=Helix.NATURAL_ENVIRONMENT)
    assert str(caught.value) == (
        "helix must be a sector, not a context, got Natural environment"
    )


PUBLISHED = PartialDate(2020, 1, 15)
EVE, DAY = date(2020, 1, 14), date(2020, 1, 15)


def test_a_doubt_about_an_end_begins_on_the_day_its_source_came_out() -> None:
    source = evolve(SOURCE, published=PUBLISHED)
    doubted = Organization(name="A", citations={"dissolved": source.at("p. 1")})
    assert doubted.has_ended(on=EVE) is Verdict.NO
    assert doubted.has_ended(on=DAY) is Verdict.OPEN
    assert doubted.exists(on=EVE) is Verdict.YES
    assert doubted.exists(on=DAY) is Verdict.OPEN


def test_a_source_that_came_out_who_knows_when_is_always_a_doubt() -> None:
    doubted = Organization(name="A", citations={"dissolved": SOURCE.at("p. 1")})
    assert doubted.has_ended(on=date.min) is Verdict.OPEN
    later = evolve(SOURCE, published=PartialDate(2030))
    both = {"dissolved": [later.at("p. 1"), SOURCE.at("p. 2")]}
    assert Organization(name="A", citations=both).has_ended(on=DAY) is Verdict.OPEN


def test_an_end_is_told_to_the_day() -> None:
    ended = Organization(name="A", founded=PUBLISHED, dissolved=PartialDate(2020, 2, 1))
    assert ended.exists(on=EVE) is Verdict.NO
    assert ended.exists(on=DAY) is Verdict.YES
    assert ended.exists(on=date(2020, 2, 1)) is Verdict.YES
    assert ended.exists(on=date(2020, 2, 2)) is Verdict.NO
