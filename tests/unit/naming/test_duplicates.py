"""Organizations that may be one, with the fact that suggests it."""

from __future__ import annotations

from itertools import combinations
from typing import Any, TypeAlias

import pytest
from tests.unit.naming.seed import NAMES
from tests.unit.naming.test_names import NEAR_NAMES, ONE_NAME

from icluster import naming
from icluster.errors import InvalidValueError
from icluster.naming import DuplicateReason
from icluster.organizations import Name, NameKind, Organization
from icluster.vocabularies import Missing

Told: TypeAlias = "tuple[str, str, list[int]]"


def suggested(*organizations: Organization | str) -> list[Told]:
    """Suggest, and tell the organizations by their places."""
    given = [
        each if isinstance(each, Organization) else Organization(name=each)
        for each in organizations
    ]
    places = {id(each): place for place, each in enumerate(given)}
    return [
        (
            found.reason.value,
            found.shared,
            [places[id(each)] for each in found.organizations],
        )
        for found in naming.likely_duplicates(given)
    ]


def test_the_register_suggests_no_duplicates() -> None:
    assert suggested(*NAMES) == []


def test_every_pair_of_the_register_is_apart_on_its_own() -> None:
    for left, right in combinations(NAMES, 2):
        assert suggested(left, right) == [], (left, right)


@pytest.mark.parametrize(("left", "right"), NEAR_NAMES[:4])
def test_near_names_are_not_suggested(left: str, right: str) -> None:
    assert suggested(left, right) == []


@pytest.mark.parametrize("difference", ONE_NAME)
def test_spellings_of_one_name_are_suggested(difference: str) -> None:
    left, right = ONE_NAME[difference]
    assert suggested(left, right) == [("same_key", naming.name_key(left), [0, 1])]


SUGGESTED: dict[str, tuple[list[Organization | str], list[Told]]] = {
    "the same acronym before a dash and on record": (
        ["IJALTI - Instituto", Organization(name="Instituto de TI", acronym="Ijalti")],
        [("same_acronym", "ijalti", [0, 1])],
    ),
    "a name that is the acronym of another": (
        ["AIMSI, A.C.", "AIMSI - Asociación Internacional"],
        [("alias", "aimsi", [0, 1])],
    ),
    "a name that is an alias of another": (
        [
            Organization(
                name="Cluster Automotriz",
                other_names=(Name("Automotive Cluster", "en", NameKind.TRANSLATION),),
            ),
            "AUTOMOTIVE CLUSTER, A.C.",
        ],
        [
            ("alias", "automotive cluster", [0, 1]),
            ("contains", "automotive cluster", [0, 1]),
        ],
    ),
    "the same alias of both": (
        [
            Organization(name="Uno", other_names=(Name("Tres"),)),
            Organization(name="Dos", other_names=(Name("Tres"),)),
        ],
        [("alias", "tres", [0, 1])],
    ),
    "a name that contains the full name of another": (
        ["Consejo de la Moda", "Nuevo Consejo de la Moda de Jalisco"],
        [("contains", "consejo de la moda", [0, 1])],
    ),
    "a full name behind an acronym": (
        ["AIMSI - Asociación Internacional", "Asociacion Internacional A.C."],
        [("contains", "asociacion internacional", [0, 1])],
    ),
    "names inside names inside names": (
        ["Moda Jalisco", "Consejo Moda Jalisco", "El Consejo Moda Jalisco"],
        [
            ("contains", "moda jalisco", [0, 1, 2]),
            ("contains", "consejo moda jalisco", [1, 2]),
        ],
    ),
    "three of one key are one suggestion": (
        ["MIND", "Mind A.C.", "mind"],
        [("same_key", "mind", [0, 1, 2])],
    ),
    "one word inside a name says nothing": (["MIND", "MIND Creative"], []),
    "part of a word says nothing": (["Moda Jalisco", "Moda Jaliscotec"], []),
    "an organization and its own alias say nothing": (
        [Organization(name="Uno", other_names=(Name("Uno A.C."),), acronym="UNO")],
        [],
    ),
    "what the same key says is not said again": (
        ["IJALTI - Instituto de TI", "Ijalti – Instituto de T.I., A.C."],
        [("same_key", "ijalti instituto de ti", [0, 1])],
    ),
    "names without letters are not the same name": (["...", "---"], []),
    "no acronym is no acronym in common": (
        [
            Organization(name="Uno", acronym=Missing.NOT_APPLICABLE),
            Organization(name="Dos", acronym=Missing.NOT_APPLICABLE),
        ],
        [],
    ),
    "nothing given, nothing suggested": ([], []),
}


@pytest.mark.parametrize("sentence", SUGGESTED)
def test_suggested(sentence: str) -> None:
    given, expected = SUGGESTED[sentence]
    assert suggested(*given) == expected


def test_a_suggestion_holds_the_organizations_as_given() -> None:
    one, two = Organization(name="Uno A.C."), Organization(name="UNO")
    [found] = naming.likely_duplicates(iter((one, two)), legal_forms=naming.LEGAL_FORMS)
    assert found.organizations == (one, two)
    assert found.reason is DuplicateReason.SAME_KEY
    assert str(found) == 'same key "uno": Uno A.C.; UNO'


def test_one_name_for_two_bodies_is_suggested() -> None:
    same = Organization(name="iCluster"), Organization(name="iCluster", key="other")
    [found] = naming.likely_duplicates(same)
    assert found.organizations == same


@pytest.mark.parametrize("bad", ["Prosoftware", None, 7])
def test_only_organizations_are_taken(bad: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        naming.likely_duplicates([Organization(name="Uno"), bad])
    assert caught.value.place == "organizations[1]"


def words_inside(words: str, known: list[str]) -> list[str]:
    """Say by brute force which known full names stand in the words."""
    return [each for each in known if f" {each} " in f" {words} "]


@pytest.mark.parametrize(
    "words",
    ["a b a b a k", "a a a a a", "k b a b a a", "b a b k a b", "x a b y k a"],
)
def test_every_known_name_inside_is_found(words: str) -> None:
    known = ["a b", "b a", "a b a", "b a b", "a b a k", "a a", "a a a", "k a"]
    found = naming.likely_duplicates(
        [Organization(name=each) for each in (words, *known)]
    )
    containing = [
        each.shared
        for each in found
        if each.reason is DuplicateReason.CONTAINS
        and any(one.name == words for one in each.organizations)
    ]
    assert sorted(containing) == sorted(words_inside(words, known))


def test_a_legal_form_in_brackets_is_no_acronym_in_common() -> None:
    assert suggested("Foo Bar (S.A.)", "Baz Qux (S.A.)") == []


@pytest.mark.parametrize("bad", [None, "Prosoftware", 7])
def test_organizations_must_be_several(bad: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        naming.likely_duplicates(bad)
    assert caught.value.place == "organizations"


def test_what_a_person_settled_is_told_no_more() -> None:
    twins = [Organization(name="MIND", key=key) for key in ("a", "b", "c")]
    found = naming.likely_duplicates(twins, distinct=[("b", "a")])
    assert [len(group.organizations) for group in found] == [3]
    found = naming.likely_duplicates(twins, distinct=[("b", "a"), ("b", "c")])
    assert [[body.key for body in group.organizations] for group in found] == [
        ["a", "c"]
    ]
    all_settled = [("b", "a"), ("b", "c"), ("a", "c")]
    assert naming.likely_duplicates(twins, distinct=all_settled) == ()


def test_without_a_key_a_name_as_printed_tells_an_organization() -> None:
    twins = [Organization(name="MIND"), Organization(name="Mind")]
    assert naming.likely_duplicates(twins, distinct=[("MIND", "Mind")]) == ()
    assert len(naming.likely_duplicates(twins, distinct=[("mind", "Mind")])) == 1
    same = [Organization(name="MIND"), Organization(name="MIND")]
    assert naming.likely_duplicates(same, distinct=[("MIND", "MIND")]) == ()


@pytest.mark.parametrize("pair", ["ab", ("a",), ("a", "b", "c"), ("a", None), 1])
def test_refuses_what_is_no_pair(pair: Any) -> None:
    with pytest.raises(InvalidValueError) as refused:
        naming.likely_duplicates([], distinct=[("a", "b"), pair])
    assert str(refused.value).startswith("distinct[1] must be a pair of keys or names")
