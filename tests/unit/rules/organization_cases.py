"""Cases of the rules about organizations."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import HERE, THERE, Case, Mender, one_record_of

from icluster.contexts import Context
from icluster.ecosystems import (
    Linkage,
)
from icluster.naming import find_regions, parse_name
from icluster.organizations import (
    Identifier,
    LegalForm,
    Name,
    Organization,
    OrganizationKind,
)
from icluster.regions import Country, Region
from icluster.rules import Gathered, gather, organizations
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
        organizations.likely_one_body,
        "a shared acronym, but no two of one country",
        gather(
            [
                body("First", acronym="AB", country=Country("MX")),
                body("Second", acronym="AB", country=Country("ES")),
            ]
        ),
    ),
    Case(
        organizations.likely_one_body,
        "a shared acronym, and of one country of two nothing is known",
        gather(
            [
                body("First", acronym="AB", country=Country("MX")),
                body("Second", acronym="AB"),
            ]
        ),
        ('[0]: First, Second may be one body: same acronym "ab"',),
    ),
    Case(
        organizations.likely_one_body,
        "a part that is linked to its whole",
        gather(
            [
                body("Alpha Beta", key="whole"),
                body("Subcommittee of Alpha Beta", key="part"),
                Linkage(first="part", second="whole"),
            ]
        ),
    ),
    Case(
        organizations.likely_one_body,
        "a body and the one that follows it, told by its key or its name",
        gather(
            [
                body("Alpha Beta", key="old"),
                body("New Alpha Beta", predecessors=("old",)),
            ]
        ),
    ),
    Case(
        organizations.likely_one_body,
        "a body that names who follows it",
        gather(
            [
                body("Alpha Beta", successors=("New Alpha Beta",)),
                body("New Alpha Beta"),
            ]
        ),
    ),
    Case(
        organizations.likely_one_body,
        "many; the first few are named",
        gather([body(f"Body {letter}", acronym="AB") for letter in "VWXYZ"]),
        ('[0]: Body V, Body W, Body X, and 2 more may be one body: same acronym "ab"',),
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
        "one record that was read in two places",
        gather([body(citations={"name": HERE}), body(citations={"name": THERE})]),
    ),
    Case(
        organizations.one_name_two_bodies,
        "bodies of two regions",
        gather(
            [of_mexico("Cluster A", "MX-NLE"), of_mexico("Cluster A", "MX-JAL")],
        ),
    ),
    Case(
        organizations.one_name_two_bodies,
        "three bodies of two regions",
        gather(
            [
                of_mexico("Cluster A", "MX-NLE"),
                of_mexico("Cluster A", "MX-JAL"),
                of_mexico("Clúster A", "MX-JAL"),
            ],
        ),
        (
            '[0]: 3 records go by the name "cluster a" and differ in name, region: '
            "Cluster A, Cluster A, Clúster A",
        ),
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
        (
            '[0]: 2 records go by the name "cluster a" and differ in name: '
            "CLUSTER A, Clúster A, A.C.",
        ),
    ),
    Case(
        organizations.one_name_two_bodies,
        "one name and two keys",
        gather([body(key="a"), body(key="b")]),
        (
            '[0]: 2 records go by the name "cluster a" and differ in key: '
            "Cluster A, Cluster A",
        ),
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
        "the same under another key and title, by its code",
        body("Alpha, A.C.", legal_form=LegalForm("civil", "Asociación Civil", "5AWU")),
    ),
    Case(
        organizations.legal_form_differs,
        "the form of another country that is written alike",
        body("Alpha S.A.", legal_form=LegalForm("sa_es", "S.A.", "A0A0")),
    ),
    Case(
        organizations.legal_form_differs,
        "the same by its key alone",
        body("Alpha, A.C.", legal_form=LegalForm("ac", "Asociación Civil")),
    ),
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
    Case(
        organizations.identifier_twice,
        "one body that was read in two places",
        gather(
            [
                body(identifiers=(LEI,), citations={"name": HERE}),
                body(identifiers=(LEI,)),
            ]
        ),
    ),
)


# --- as they look once somebody did what the finding asks for ---


def _one_key(gathered: Gathered, on: date, context: Context) -> Gathered:
    return Gathered(
        tuple(
            evolve(each, thing=evolve(each.thing, key="one"))
            if isinstance(each.thing, Organization)
            else each
            for each in gathered.items
        )
    )


def _region_named(body: Organization, on: date, context: Context) -> Organization:
    found = find_regions(body.name, subdivisions=context.subdivisions)
    return evolve(body, region=next(each for each in found))


def _form_named(body: Organization, on: date, context: Context) -> Organization:
    parsed = parse_name(body.name, legal_forms=context.legal_forms)
    return evolve(body, legal_form=parsed.legal_form or Missing.NOT_APPLICABLE)


MENDERS: dict[str, Mender] = {
    "ORG001": one_record_of(Organization),
    "ORG002": _one_key,
    "ORG003": lambda o, _, __: evolve(o, acronym=parse_name(o.name).acronym),
    "ORG004": _form_named,
    "ORG005": _region_named,
    "ORG006": lambda o, _, __: evolve(o, kind=OrganizationKind.CLUSTER_ORGANIZATION),
    "ORG007": one_record_of(Organization),
}
