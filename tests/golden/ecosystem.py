"""The ecosystem of Project iCluster: who is in it, and who may join."""

from __future__ import annotations

from datetime import date

from tests.golden.layout import headed, listed

from icluster import (
    Cluster,
    Helix,
    HelixModel,
    Missing,
    Organization,
    PartialDate,
    ecosystems,
)
from icluster.reference import project

ECOSYSTEM = project.ICLUSTER
DAYS = (date(2013, 1, 1), date(2015, 6, 1), date(2022, 9, 30))


def presence() -> str:
    parts: dict[str, object] = {}
    for day in DAYS:
        for name, ask in (
            ("participants", ecosystems.participants),
            ("members", ecosystems.members),
            ("funders", ecosystems.funders),
            ("beneficiaries", ecosystems.beneficiaries),
            ("isolated", ecosystems.isolated),
        ):
            found = ask(ECOSYSTEM, on=day)
            parts[f"{name}, {day}"] = listed(
                (
                    f"complete: {found.complete}",
                    *(f"surely: {_who(one)}" for one in found.surely),
                    *(f"possibly: {_who(one)}" for one in found.possibly),
                )
            )
    return headed(parts)


def _who(one: object) -> str:
    """Name an organization or the party to a relation; leave out its citations."""
    if isinstance(one, str):
        return one
    if isinstance(one, ecosystems.BeneficiaryGroup):
        return one.description
    party = getattr(one, "party", one)
    role = getattr(one, "role", None)
    amount = getattr(one, "amount", None)
    return "; ".join(str(part) for part in (party, role, amount) if part is not None)


def links() -> str:
    """Whom each organization is linked to, in the record and with a made-up link."""
    return headed(
        {
            f"{organization.key}, {day}": ecosystems.linked_to(
                ECOSYSTEM, str(organization.key), on=day
            )
            for organization in ECOSYSTEM.organizations
            for day in DAYS[1:]
        }
    )


def helices() -> str:
    return listed(
        f"{model.title} on {day}: {coverage.verdict.title}; "
        f"surely {_titles(coverage.surely)}; possibly {_titles(coverage.possibly)}; "
        f"missing {_titles(coverage.missing)}; contexts {_titles(coverage.contexts)}"
        for model in HelixModel
        for day in DAYS
        for coverage in [ecosystems.helix_coverage(ECOSYSTEM, on=day, model=model)]
    )


def _titles(helices: tuple[Helix, ...]) -> str:
    return ", ".join(helix.title for helix in helices) or "none"


def endings() -> str:
    return headed(
        {
            str(day): listed(
                f"{one.organization}: ended {one.ended.title}; "
                f"{one.relation.title} goes on {one.acts.title}"
                for one in ecosystems.may_have_ended(ECOSYSTEM, on=day)
            )
            for day in DAYS
        }
    )


def admissions() -> str:
    objectives = ECOSYSTEM.objectives
    assert not isinstance(objectives, Missing)
    keys = [objective.key for objective in objectives]
    applicants: dict[str, Organization | Cluster] = {
        "a young body": Organization(name="Invented", founded=PartialDate(2012)),
        "an undated body": Organization(name="Invented"),
        "an ended body": Organization(
            name="Invented", founded=PartialDate(1990), dissolved=PartialDate(2010)
        ),
        "a cluster": Cluster(key="invented", name="Invented software firms"),
    }
    answers: dict[str, dict[str, bool | Missing]] = {
        "takes part in all": dict.fromkeys(keys, True),
        "in none": dict.fromkeys(keys, False),
        "in one": {key: key == keys[0] for key in keys},
        "unknown": {},
    }
    return headed(
        {
            f"{name}, {how}, {day}": ecosystems.admission(
                ECOSYSTEM, applicant, on=day, takes_part=takes_part
            )
            for name, applicant in applicants.items()
            for how, takes_part in answers.items()
            for day in DAYS[1:2]
        }
    )
