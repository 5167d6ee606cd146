"""Organizations and their names: held against themselves and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster._words import words_of
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.naming import (
    DuplicateReason,
    find_regions,
    likely_duplicates,
    name_key,
    parse_name,
)
from icluster.organizations import LegalForm, Organization
from icluster.regions import Region
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.rules._walk import Gathered, Placed
from icluster.sources import citations_of
from icluster.vocabularies import Missing, Other

__all__ = [
    "acronym_differs",
    "ended_without_successor",
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
        which one name contains the other's full name.

    How to settle it:
        Record one of the names among `other_names` of the other record and keep
        one record; or waive the finding with the reason why they are two.
    """
    placed = subject.of(Organization)
    if len(placed) < 2:
        return
    first = {each.thing: each for each in reversed(placed)}
    for found in likely_duplicates([each.thing for each in placed]):
        same = found.reason is DuplicateReason.SAME_KEY
        if not same and not _one_key(found.organizations):
            yield say(
                '{} may be one body: {} "{}"',
                tuple(sorted(each.name for each in found.organizations)),
                found.reason,
                found.shared,
                at=first[found.organizations[0]].steps,
                sides=[citations_of(each, "name") for each in found.organizations],
            )


def _one_key(organizations: tuple[Organization, ...]) -> bool:
    """Tell whether all are known to be one, because they say so by their key."""
    keys = {each.key for each in organizations}
    return len(keys) == 1 and None not in keys


@_rule("ORG002", "one-name-two-bodies", Severity.WARNING, about=Gathered)
def one_name_two_bodies(
    subject: Gathered, on: date, context: Context
) -> Iterator[Said]:
    """One name stands in records that differ.

    Why it matters:
        Either one body is recorded in two ways that contradict or complete each
        other, or two bodies go by one name and will be taken for one.

    Fires on:
        Two records or more that are not equal, whose names have the same key:
        case, accents, punctuation and legal form apart. Records with one and
        the same `key` are known to be one and are left alone.

    How to settle it:
        Merge the records, or give both a `key` that tells them apart and waive
        the finding.
    """
    by_name: dict[str, list[Placed]] = {}
    for each in subject.of(Organization):
        by_name.setdefault(name_key(each.thing.name), []).append(each)
    for shared, placed in by_name.items():
        bearers = tuple(each.thing for each in placed)
        if shared and len(placed) > 1 and not _one_key(bearers):
            yield say(
                '{} records go by the name "{}": {}',
                len(placed),
                shared,
                tuple(sorted(each.name for each in bearers)),
                at=placed[0].steps,
                sides=[citations_of(each, "name") for each in bearers],
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
        name that ends in another.

    How to settle it:
        Correct the legal form, or the name.
    """
    recorded = organization.legal_form
    if recorded is Missing.UNKNOWN:
        return
    parsed = parse_name(organization.name, legal_forms=context.legal_forms)
    shown = parsed.legal_form
    key = recorded.key if isinstance(recorded, LegalForm) else None
    if shown is not None and shown.key != key:
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


@_rule(
    "ORG005",
    "region-differs",
    Severity.WARNING,
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


@_rule("ORG007", "ended-without-successor", Severity.NOTE, about=Organization)
def ended_without_successor(
    organization: Organization, on: date, context: Context
) -> Iterator[Said]:
    """A body has ended, and nobody is recorded to continue it.

    Why it matters:
        Its roles, funds and duties went somewhere, or ended with it.

    Fires on:
        A body that has certainly ended by the day, without `successors`.

    How to settle it:
        Record the successors, or waive the finding: there is none.
    """
    ended = organization.dissolved
    surely = isinstance(ended, PartialDate) and ended.last_day < on
    if surely and not organization.successors:
        yield say(
            "{} ended in {}; no successor is recorded",
            organization.name,
            ended,
            at="successors",
            sides=[citations_of(organization, "dissolved")],
        )


@_rule("ORG008", "identifier-twice", Severity.ERROR, about=Gathered)
def identifier_twice(subject: Gathered, on: date, context: Context) -> Iterator[Said]:
    """Two bodies carry one identifier.

    Why it matters:
        A register gives an identifier once: one of the records is wrong, or
        they are one body.

    Fires on:
        Records that are not equal and share an identifier of one scheme.
        Records with one and the same `key` are known to be one.

    How to settle it:
        Correct the identifier, or merge the records.
    """
    bearers: dict[object, list[Placed]] = {}
    for each in subject.of(Organization):
        for identifier in each.thing.identifiers:
            bearers.setdefault(identifier, []).append(each)
    for identifier, placed in bearers.items():
        organizations = tuple(each.thing for each in placed)
        if len(placed) > 1 and not _one_key(organizations):
            yield say(
                "{} {} is carried by {}",
                getattr(identifier, "scheme", ""),
                getattr(identifier, "value", ""),
                tuple(sorted(each.name for each in organizations)),
                at=placed[0].steps,
                sides=[citations_of(each, "identifiers") for each in organizations],
            )
