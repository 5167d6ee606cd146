"""Project iCluster as its page tells it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import fields_dict

from icluster import ecosystems, naming
from icluster.dates import PartialDate
from icluster.ecosystems import AdmissionRule, ParticipationRole, Unnamed
from icluster.organizations import Helix, HelixModel
from icluster.reference import project
from icluster.sources import citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, listed

ECOSYSTEM = project.ICLUSTER
NOUNS = (
    *ECOSYSTEM.organizations,
    *(ECOSYSTEM.objectives if isinstance(ECOSYSTEM.objectives, tuple) else ()),
    *(ECOSYSTEM.actions if isinstance(ECOSYSTEM.actions, tuple) else ()),
    *(ECOSYSTEM.participations if isinstance(ECOSYSTEM.participations, tuple) else ()),
    *(ECOSYSTEM.contributions if isinstance(ECOSYSTEM.contributions, tuple) else ()),
    *(ECOSYSTEM.beneficiaries if isinstance(ECOSYSTEM.beneficiaries, tuple) else ()),
    *(ECOSYSTEM.linkages if isinstance(ECOSYSTEM.linkages, tuple) else ()),
    *listed(ECOSYSTEM.working_groups),
)
# Keys are ours, and what may be lacking is ours to say.
OURS = ("key", "citations", "incomplete", "organizations")


def test_every_field_that_is_filled_is_cited() -> None:
    for noun in (ECOSYSTEM, *NOUNS):
        kind: Any = type(noun)
        for name, attribute in fields_dict(kind).items():
            value = getattr(noun, name)
            default = getattr(attribute.default, "factory", None)
            plain = default() if default is not None else attribute.default
            if name not in OURS and value != plain:
                assert citations_of(noun, name), f"{noun!r}: {name}"


def test_the_eight_lines_of_who_participates() -> None:
    assert isinstance(ECOSYSTEM.participations, tuple)
    named = [each.party for each in ECOSYSTEM.participations]
    assert [each for each in named if isinstance(each, str)] == [
        "mtp",
        "museic_clusters",
        "museic_women",
        "mxti",
        "communication_council",
    ]
    assert [each.description for each in named if isinstance(each, Unnamed)] == [
        "a Mexican Government entity",
        "other allied organizations",
        "regional and sectorial expert groups",
    ]
    assert [each.role for each in ECOSYSTEM.participations] == [
        ParticipationRole.INTERMEDIARY_BODY,
        ParticipationRole.EXECUTION_BODY,
        *[Missing.UNKNOWN] * 6,
    ]


def test_what_the_page_does_not_list_is_unknown() -> None:
    assert ECOSYSTEM.memberships is Missing.UNKNOWN
    assert isinstance(ECOSYSTEM.actions, tuple)
    assert all(action.serves is Missing.UNKNOWN for action in ECOSYSTEM.actions)
    assert ECOSYSTEM.admission_rule is AdmissionRule.OBJECTIVES


def test_four_objectives_three_actions_three_groups_that_benefit() -> None:
    assert isinstance(ECOSYSTEM.objectives, tuple)
    assert [each.key for each in ECOSYSTEM.objectives] == [
        "entrepreneurship",
        "regional_development",
        "public_policy",
        "linkage",
    ]
    assert isinstance(ECOSYSTEM.actions, tuple)
    assert [each.title for each in ECOSYSTEM.actions] == [
        "Mapping",
        "identification",
        "acceleration",
    ]
    assert isinstance(ECOSYSTEM.beneficiaries, tuple)
    assert len(ECOSYSTEM.beneficiaries) == 3


def test_means_focus_and_groups_are_those_of_the_page() -> None:
    assert ECOSYSTEM.means == (
        "trusted socio-economic data",
        "expert working groups",
        "regional innovation clusters",
        "smart specialization strategies",
    )
    assert ECOSYSTEM.focus == ("the entrepreneur", "businesses", "end users")
    assert [group.name for group in listed(ECOSYSTEM.working_groups)] == [
        "regional expert groups",
        "sectorial expert groups",
        "innovation thematic workgroups",
    ]
    assert not ECOSYSTEM.is_complete("working_groups")
    assert "contact with the market" in ECOSYSTEM.description


def test_objectives_and_actions_have_their_object() -> None:
    assert [each.target for each in listed(ECOSYSTEM.objectives)] == [
        "high-impact entrepreneurship",
        "sectorial regional development",
        "public policy",
        "interested parties stakeholders",
    ]
    assert [bool(each.detail) for each in listed(ECOSYSTEM.objectives)] == [
        False,
        True,
        False,
        True,
    ]
    objects = {each.target for each in listed(ECOSYSTEM.actions)}
    assert objects == {"regional innovated entrepreneurship"}


def test_both_sides_of_inadem_are_kept() -> None:
    inadem = ECOSYSTEM["inadem"]
    assert (inadem.founded, inadem.dissolved) == (
        PartialDate(2013, 1),
        PartialDate(2019),
    )
    [ended] = citations_of(inadem, "dissolved")
    assert ended.source.key == "debate_2019"
    assert isinstance(ECOSYSTEM.contributions, tuple)
    [paying] = citations_of(ECOSYSTEM.contributions[0], "party")
    assert (paying.source.key, paying.excerpt) == ("about", "is co-financed by")


def test_inadem_may_still_act_after_its_end_and_not_before() -> None:
    ended = ecosystems.may_have_ended(ECOSYSTEM, on=date(2020, 1, 1))
    assert {(each.organization, each.ended, each.acts) for each in ended} == {
        ("inadem", Verdict.YES, Verdict.OPEN),
        ("museic_clusters", Verdict.YES, Verdict.OPEN),
    }
    during = ecosystems.may_have_ended(ECOSYSTEM, on=date(2019, 6, 1))
    assert {(each.organization, each.ended) for each in during} == {
        ("inadem", Verdict.OPEN),
        ("museic_clusters", Verdict.YES),
    }
    before = ecosystems.may_have_ended(ECOSYSTEM, on=date(2019, 1, 1))
    assert "inadem" not in [each.organization for each in before]


def test_three_subcommittees_go_on_after_2018_one_of_them_unchanged() -> None:
    parts = [
        ECOSYSTEM[link.first]
        for link in listed(ECOSYSTEM.linkages)
        if link.second == "museic"
    ]
    after = [body for body in parts if body.exists(on=date(2019, 1, 1)) is Verdict.YES]
    assert [body.names[-1] for body in after] == [
        "Mujeres Emprendedoras",
        "Alto Impacto e Innovación",
        "Pequeñas y Medianas Empresas",
    ]
    before = date(2017, 12, 31)
    unchanged = [body.key for body in after if body.exists(on=before) is Verdict.YES]
    assert unchanged == ["museic_women"]
    [article] = citations_of(ECOSYSTEM["museic_clusters"], "dissolved")
    assert article.source.key == "expansion_2018"


def test_a_funder_is_no_participant() -> None:
    assert isinstance(ECOSYSTEM.participations, tuple)
    assert "inadem" not in [each.party for each in ECOSYSTEM.participations]


def test_the_triple_helix_is_possible_on_any_day_and_sure_on_none() -> None:
    coverage = ecosystems.helix_coverage(
        ECOSYSTEM, on=date(2015, 6, 1), model=HelixModel.TRIPLE
    )
    assert coverage.possibly == (Helix.GOVERNMENT, Helix.ACADEMIA, Helix.INDUSTRY)
    assert coverage.surely == ()


def test_museic_had_seven_subcommittees_and_three_after_2018() -> None:
    [seven, three] = project.MUSEIC_SUBCOMMITTEES
    assert (seven[0], three[0]) == (7, 3)
    assert seven[1].surely_over(date(2019, 1, 1))
    assert three[1].surely_begun(date(2019, 1, 1))
    assert not three[1].may_have_begun(date(2017, 12, 31))


def test_no_two_bodies_of_the_project_are_likely_one() -> None:
    assert naming.likely_duplicates(ECOSYSTEM.organizations) == ()
