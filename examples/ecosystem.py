"""Ask Project iCluster who belongs to it, and what its page leaves open.

Prints who takes part in which role, which helices that covers, who pays although it
may have ended, and whether two applicants may join.
"""

from __future__ import annotations

from datetime import date

from icluster import (
    Cluster,
    HelixModel,
    Organization,
    PartialDate,
    Participation,
    ecosystems,
)
from icluster.ecosystems import Unnamed
from icluster.reference import project

ECOSYSTEM = project.ICLUSTER
DAYS = (date(2015, 6, 1), date(2022, 9, 30))


def who(participation: Participation) -> str:
    party = participation.party
    if isinstance(party, Unnamed):
        return f"{party.description} (unnamed)"
    return ECOSYSTEM[party].name


def tell_participants(on: date) -> None:
    present = ecosystems.participants(ECOSYSTEM, on=on)
    print(f"On {on}: {len(present.surely)} surely take part, the page being undated;")
    print(f"{len(present.possibly)} possibly do:")
    for participation in present.possibly:
        print(f"  {who(participation)}: {participation.role.title}")


def tell_helices(on: date) -> None:
    for model in HelixModel:
        coverage = ecosystems.helix_coverage(ECOSYSTEM, on=on, model=model)
        possible = ", ".join(helix.title for helix in coverage.possibly) or "none"
        print(f"{model.title} on {on}: {coverage.verdict.title}; possibly {possible}")


def tell_endings(on: date) -> None:
    for actor in ecosystems.may_have_ended(ECOSYSTEM, on=on):
        name = ECOSYSTEM[actor.organization].name
        print(
            f"On {on}: {name} has ended: {actor.ended.title}; "
            f"its {actor.relation.title} goes on: {actor.acts.title}"
        )


def tell_applicants(on: date) -> None:
    everything = {
        "entrepreneurship": True,
        "regional_development": True,
        "public_policy": True,
        "linkage": True,
    }
    # Both applicants are invented.
    body = Organization(name="Cluster Inventado A.C.", founded=PartialDate(2012))
    group = Cluster(key="invented", name="Invented software firms")
    for applicant in (body, group):
        decision = ecosystems.admission(
            ECOSYSTEM, applicant, on=on, takes_part=everything
        )
        print(f"May {applicant.name} join? {decision}")


def main() -> None:
    tell_participants(DAYS[0])
    print()
    tell_helices(DAYS[0])
    print()
    tell_endings(DAYS[1])
    print()
    tell_applicants(DAYS[0])


if __name__ == "__main__":
    main()
