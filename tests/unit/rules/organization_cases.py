"""Cases of the rules about organizations."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.unit.rules.casework import Case

from icluster.dates import PartialDate
from icluster.organizations import (
    Identifier,
    LegalForm,
    Name,
    Organization,
    OrganizationKind,
)
from icluster.regions import Country, Region
from icluster.rules import gather, organizations
from icluster.vocabularies import Missing, Other

AC, SC = LegalForm("ac", "A.C."), LegalForm("sc", "S.C.")
LEI = Identifier("lei", "00000000000000000098")


def body(name: str = "Cluster A", **changes: Any) -> Organization:
    return Organization(name=name, **changes)


def of_mexico(name: str, region: str) -> Organization:
    return body(name, country=Country("MX"), region=Region(region))


CASES = (
    Case(organizations.likely_one_body, "nobody", gather([])),
    Case(organizations.likely_one_body, "one alone", gather([body()])),
    Case(
        organizations.likely_one_body,
        "near names that differ in a word",
        gather([body("Cluster Ti Chiapas"), body("Cluster TI Oaxaca")]),
    ),
    Case(
        organizations.likely_one_body,
        "equal names are another rule's",
        gather([body("Prosoftware AC"), body("ProSoftware, A.C.")]),
    ),
    Case(
        organizations.likely_one_body,
        "an alias of a body that says it is the same by its key",
        gather(
            [
                body("Claut", key="claut"),
                body("Automotriz", key="claut", other_names=(Name("Claut"),)),
            ]
        ),
    ),
    Case(
        organizations.likely_one_body,
        "an alias that is another's name",
        gather([body("Claut"), body("Automotriz", other_names=(Name("CLAUT"),))]),
        (
            "[0]: Automotriz, Claut may be one body: "
            'one goes by a name of the other "claut"',
        ),
    ),
    Case(
        organizations.likely_one_body,
        "a shared acronym",
        gather([body("First", acronym="AB"), body("Second", acronym="ab")]),
        ('[0]: First, Second may be one body: same acronym "ab"',),
    ),
    Case(
        organizations.one_name_two_bodies,
        "names that differ",
        gather([body("Cluster A"), body("Cluster B")]),
    ),
    Case(
        organizations.one_name_two_bodies,
        "one record that stands twice",
        gather([body(), body()]),
    ),
    Case(
        organizations.one_name_two_bodies,
        "two records of one key",
        gather([body(key="a"), body(key="a", acronym="CA")]),
    ),
    Case(
        organizations.one_name_two_bodies,
        "names without letters",
        gather([body("@@"), body("++")]),
    ),
    Case(
        organizations.one_name_two_bodies,
        "spellings of one name",
        gather([body("Clúster A, A.C."), body("CLUSTER A")]),
        ('[0]: 2 records go by the name "cluster a": CLUSTER A, Clúster A, A.C.',),
    ),
    Case(
        organizations.one_name_two_bodies,
        "one name and two keys",
        gather([body(key="a"), body(key="b")]),
        ('[0]: 2 records go by the name "cluster a": Cluster A, Cluster A',),
    ),
    Case(organizations.acronym_differs, "no acronym recorded", body("AB - Alpha")),
    Case(organizations.acronym_differs, "none in the name", body(acronym="CA")),
    Case(
        organizations.acronym_differs,
        "the same in another casing",
        body("AB - Alpha Beta", acronym="ab"),
    ),
    Case(
        organizations.acronym_differs,
        "another one",
        body("AB - Alpha Beta", acronym="AC"),
        ("acronym: the name shows AB, the acronym is recorded as AC",),
    ),
    Case(organizations.legal_form_differs, "none recorded", body("Alpha, A.C.")),
    Case(
        organizations.legal_form_differs,
        "the same in another dotting",
        body("Alpha AC", legal_form=AC),
    ),
    Case(organizations.legal_form_differs, "none in the name", body(legal_form=AC)),
    Case(
        organizations.legal_form_differs,
        "another one",
        body("Alpha, A.C.", legal_form=SC),
        ("legal_form: the name ends in A.C., the legal form is recorded as S.C.",),
    ),
    Case(
        organizations.legal_form_differs,
        "recorded that there is none",
        body("Alpha, A.C.", legal_form=Missing.NOT_APPLICABLE),
        (
            "legal_form: the name ends in A.C., "
            "the legal form is recorded as not applicable",
        ),
    ),
    Case(organizations.region_differs, "no region", body("Claut Edo Mex")),
    Case(
        organizations.region_differs,
        "the region that is named",
        of_mexico("Claut Edo Mex", "MX-MEX"),
    ),
    Case(
        organizations.region_differs,
        "a city, which names no region",
        of_mexico("Monterrey Aerocluster", "MX-NLE"),
    ),
    Case(
        organizations.region_differs,
        "a region of another country",
        body("Cluster TI Oaxaca", country=Country("ES"), region=Region("ES-MD")),
    ),
    Case(
        organizations.region_differs,
        "the southern state for the northern",
        of_mexico("Clúster de Baja California", "MX-BCS"),
        ("region: the name names MX-BCN, the region is recorded as MX-BCS",),
    ),
    Case(
        organizations.not_a_body,
        "a kind of body",
        body(kind=OrganizationKind.CLUSTER_ORGANIZATION),
    ),
    Case(organizations.not_a_body, "another body", body(kind=Other("subcommittee"))),
    Case(
        organizations.not_a_body,
        "an initiative",
        body(kind=Other("Cluster Initiative")),
        (
            "kind: Cluster A is recorded as an organization of the kind "
            "Cluster Initiative",
        ),
    ),
    Case(
        organizations.ended_without_successor,
        "not ended",
        body(dissolved=Missing.NOT_APPLICABLE),
    ),
    Case(
        organizations.ended_without_successor,
        "on the last day itself",
        body(dissolved=PartialDate(2019)),
        on=date(2019, 12, 31),
    ),
    Case(
        organizations.ended_without_successor,
        "with a successor",
        body(dissolved=PartialDate(2019), successors=("next",)),
    ),
    Case(
        organizations.ended_without_successor,
        "the day after",
        body(dissolved=PartialDate(2019)),
        ("successors: Cluster A ended in 2019; no successor is recorded",),
        on=date(2020, 1, 1),
    ),
    Case(
        organizations.identifier_twice,
        "identifiers that differ in the scheme",
        gather(
            [
                body(identifiers=(LEI,)),
                body("B", identifiers=(Identifier("rfc", LEI.value),)),
            ]
        ),
    ),
    Case(
        organizations.identifier_twice,
        "two records of one key",
        gather(
            [
                body(key="a", identifiers=(LEI,)),
                body("B", key="a", identifiers=(LEI,)),
            ]
        ),
    ),
    Case(
        organizations.identifier_twice,
        "two bodies",
        gather([body("B", identifiers=(LEI,)), body("A", identifiers=(LEI,))]),
        ("[0]: lei 00000000000000000098 is carried by A, B",),
    ),
)
