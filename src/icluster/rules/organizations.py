"""Organizations and their names: held against themselves and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date
from functools import partial

from attrs import fields

from icluster.contexts import Context
from icluster.ecosystems import Linkage
from icluster.naming import (
    DuplicateReason,
    find_regions,
    likely_duplicates,
    name_key,
    parse_name,
)
from icluster.organizations import Identifier, LegalForm, Organization
from icluster.regions import Region
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.rules._walk import Gathered, Placed
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing, Other
from icluster.words import words_of

__all__ = [
    "acronym_differs",
    "identifier_twice",
    "legal_form_differs",
    "likely_one_body",
    "not_a_body",
    "one_name_two_bodies",
    "region_differs",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="organizations", since="26.1")

_MOST_NAMED = 3
_BESIDE_ACRONYMS = ("-", "–", "—", "(")
_NO_BODIES = frozenset(
    {
        "cluster",
        "cluster initiative",
        "cluster policy",
        "initiative",
        "policy",
        "programme",
        "project",
    }
)


@_rule("ORG001", "likely-one-body", Severity.NOTE, about=Gathered)
def likely_one_body(subject: Gathered, on: date, context: Context) -> Iterator[Said]:
    """Two names may stand for one body.

    Why it matters:
        A body recorded twice is counted twice, and what is known of it is
        scattered.

    Fires on:
        Organizations of different names that share an acronym, an alias, or of
        which one name contains the other's full name. Those that a recorded fact
        tells apart are left alone: no two are of one country, or of one region;
        one is linked to the other, or came before it.

    How to settle it:
        Record one of the names among `other_names` of the other record and keep
        one record; or record what tells them apart, or waive the finding with the
        reason why they are two.
    """
    placed = subject.of(Organization)
    if len(placed) < 2:
        return
    linked = {
        frozenset((each.thing.first, each.thing.second)) for each in subject.of(Linkage)
    }
    at = {each.thing: each for each in reversed(placed)}
    for found in likely_duplicates([each.thing for each in placed]):
        bearers = tuple(at[each] for each in found.organizations)
        if found.reason is not DuplicateReason.SAME_KEY and not (
            _one_key(bearers) or _told_apart(bearers, linked)
        ):
            yield say(
                '{} may be one body: {} "{}"',
                _names_and_places(bearers),
                found.reason,
                found.shared,
                at=bearers[0].steps,
                sides=_named_in(bearers),
            )


def _one_key(placed: Sequence[Placed]) -> bool:
    """Tell whether all are known to be one, because they say so by their key."""
    keys = {each.thing.key for each in placed}
    return len(keys) == 1 and None not in keys


def _told_apart(placed: Sequence[Placed], linked: Set[frozenset[str]]) -> bool:
    """Tell whether a recorded fact says that no two of them are one."""
    bodies = [each.thing for each in placed]
    for name in ("country", "region"):
        values = {getattr(body, name) for body in bodies}
        if len(values) == len(bodies) and not any(
            isinstance(value, Missing) for value in values
        ):
            return True
    if len(bodies) > 2:
        return False
    one, other = bodies
    if frozenset((one.key, other.key)) in linked:
        return True
    return _came_before(one, other) or _came_before(other, one)


def _came_before(one: Organization, other: Organization) -> bool:
    known = {one.key, one.name} & set(other.predecessors)
    return bool(known or {other.key, other.name} & set(one.successors))


def _names_and_places(placed: Sequence[Placed]) -> tuple[str, ...]:
    """Name the first few by name, with their places, and count the others."""
    told = sorted((each.thing.name, each.path) for each in placed)[:_MOST_NAMED]
    more = len(placed) - len(told)
    rest = (f"and {more} more",) if more else ()
    return (*(f"{name} ({path})" for name, path in told), *rest)


def _named_in(placed: Sequence[Placed]) -> list[tuple[Citation, ...]]:
    return [citations_of(each.thing, "name") for each in placed[:_MOST_NAMED]]


@_rule("ORG002", "one-name-two-bodies", Severity.WARNING, about=Gathered)
def one_name_two_bodies(
    subject: Gathered, on: date, context: Context
) -> Iterator[Said]:
    """One name stands in records that differ.

    Why it matters:
        Either one body is recorded in two ways that contradict or complete each
        other, or two bodies go by one name and will be taken for one.

    Fires on:
        Two records or more that say different things, whose names have the same
        key: case, accents, punctuation and legal form apart. Records with one and
        the same `key` are known to be one, and those that the country or the
        region tells apart to be several; where something was read does not count.

    How to settle it:
        Merge the records, give them one `key`, or record the countries or regions
        that tell them apart; else waive the finding.
    """
    by_name: dict[str, list[Placed]] = {}
    for each in subject.of(Organization):
        by_name.setdefault(name_key(each.thing.name), []).append(each)
    for shared, placed in by_name.items():
        if not shared or len(placed) < 2:
            continue
        if not (_one_key(placed) or _told_apart(placed, frozenset())):
            yield say(
                '{} records go by the name "{}" and differ in {}: {}',
                len(placed),
                shared,
                _differences(placed),
                _names_and_places(placed),
                at=placed[0].steps,
                sides=_named_in(placed),
            )


def _differences(placed: Sequence[Placed]) -> tuple[str, ...]:
    """Name the fields in which they differ."""
    bodies = [each.thing for each in placed]
    return tuple(
        each.name
        for each in fields(Organization)
        if each.name != "citations"
        and len({getattr(body, each.name) for body in bodies}) > 1
    )


@_rule("ORG003", "acronym-differs", Severity.WARNING, about=Organization)
def acronym_differs(
    organization: Organization, on: date, context: Context
) -> Iterator[Said]:
    """The recorded acronym is not the one in the name.

    Why it matters:
        Acronyms are what duplicates are found by.

    Fires on:
        A recorded `acronym` beside a name that shows another, before a dash or
        in brackets at its end; case and accents do not matter.

    How to settle it:
        Correct the acronym, or record the other one among `other_names`.
    """
    recorded = organization.acronym
    # Reading a name is slow, and most show no acronym.
    marked = any(mark in organization.name for mark in _BESIDE_ACRONYMS)
    if not marked or not isinstance(recorded, str):
        return
    shown = parse_name(organization.name).acronym
    if shown is not None and name_key(shown) != name_key(recorded):
        yield say(
            "the name shows {}, the acronym is recorded as {}",
            shown,
            recorded,
            at="acronym",
            sides=[
                citations_of(organization, "name"),
                citations_of(organization, "acronym"),
            ],
        )


@_rule(
    "ORG004",
    "legal-form-differs",
    Severity.WARNING,
    about=Organization,
    needs=("legal_forms",),
    sources=("iso20275_2023",),
)
def legal_form_differs(
    organization: Organization, on: date, context: Context
) -> Iterator[Said]:
    """The recorded legal form is not the one at the end of the name.

    Why it matters:
        The legal form decides who may sign, hold a label or receive funds.

    Fires on:
        A recorded `legal_form`, or the statement that there is none, beside a
        name that ends in another form at hand. Forms of one ISO 20275 code, of one
        key or written alike are the same.

    How to settle it:
        Correct the legal form, or the name.
    """
    recorded = organization.legal_form
    if recorded is Missing.UNKNOWN:
        return
    parsed = parse_name(organization.name, legal_forms=context.legal_forms)
    shown = parsed.legal_form
    if shown is not None and not _same_form(shown, recorded):
        yield say(
            "the name ends in {}, the legal form is recorded as {}",
            shown.title,
            recorded.title,
            at="legal_form",
            sides=[
                citations_of(organization, "name"),
                citations_of(organization, "legal_form"),
            ],
        )


def _same_form(shown: LegalForm, recorded: LegalForm | Missing) -> bool:
    """Compare codes, keys and titles: the same form may be of another list."""
    if not isinstance(recorded, LegalForm):
        return False
    if shown.elf_code is not None and shown.elf_code == recorded.elf_code:
        return True
    titles = {name_key(each.title) for each in (shown, recorded)}
    return shown.key == recorded.key or len(titles) == 1


@_rule(
    "ORG005",
    "region-differs",
    Severity.NOTE,
    about=Organization,
    needs=("subdivisions",),
)
def region_differs(
    organization: Organization, on: date, context: Context
) -> Iterator[Said]:
    """The recorded region is not one that the name names.

    Why it matters:
        Counts by state, and rules of state law, go by the region.

    Fires on:
        A recorded `region` beside a name that names other regions of the same
        country, and not this one.

    How to settle it:
        Correct the region; waive the finding where the name means no region.
    """
    region = organization.region
    if not isinstance(region, Region):
        return
    words = frozenset(words_of(organization.name))
    # Few regions can be meant; an index of all would be made for every name.
    near = [
        each
        for each in context.subdivisions
        if any(spelling[0] in words for spelling in each.words)
    ]
    found = find_regions(organization.name, subdivisions=near)
    named = tuple(each for each in found if each.country == region.country)
    if named and region not in named:
        yield say(
            "the name names {}, the region is recorded as {}",
            tuple(each.code for each in named),
            region.code,
            at="region",
            sides=[
                citations_of(organization, "name"),
                citations_of(organization, "region"),
            ],
        )


@_rule(
    "ORG006",
    "not-a-body",
    Severity.ERROR,
    about=Organization,
    sources=("eccp_defs",),
)
def not_a_body(
    organization: Organization, on: date, context: Context
) -> Iterator[Said]:
    """Something that is no body is recorded as an organization.

    Why it matters:
        A cluster is a group, an initiative an effort, a policy a government's:
        none of them can be a member, hold a label or sign.

    Fires on:
        A `kind` given in words as cluster, (cluster) initiative, (cluster)
        policy, programme or project.

    How to settle it:
        Record a `Cluster`, `ClusterInitiative` or `Policy`, and here the cluster
        organization or whoever else acts.
    """
    kind = organization.kind
    if isinstance(kind, Other) and name_key(kind.text) in _NO_BODIES:
        yield say(
            "{} is recorded as an organization of the kind {}",
            organization.name,
            kind.text,
            at="kind",
            sides=[citations_of(organization, "kind")],
        )


@_rule("ORG007", "identifier-twice", Severity.ERROR, about=Gathered)
def identifier_twice(subject: Gathered, on: date, context: Context) -> Iterator[Said]:
    """Two bodies carry one identifier.

    Why it matters:
        A register gives an identifier once: one of the records is wrong, or
        they are one body.

    Fires on:
        Records that say different things and share an identifier of one scheme.
        Records with one and the same `key` are known to be one.

    How to settle it:
        Correct the identifier, or merge the records.
    """
    bearers: dict[Identifier, list[Placed]] = {}
    for each in subject.of(Organization):
        for identifier in each.thing.identifiers:
            bearers.setdefault(identifier, []).append(each)
    for identifier, placed in bearers.items():
        if len(placed) > 1 and not _one_key(placed):
            yield say(
                "{} {} is carried by {}",
                identifier.scheme,
                identifier.value,
                _names_and_places(placed),
                at=placed[0].steps,
                sides=[citations_of(each.thing, "identifiers") for each in placed],
            )
