"""Organizations and their names: held against themselves and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrs import fields_dict

from icluster import words
from icluster.contexts import Context
from icluster.ecosystems import Linkage
from icluster.naming import (
    DuplicateReason,
    find_regions,
    name_key,
    parse_name,
)
from icluster.organizations import Identifier, LegalForm, Organization
from icluster.regions import Region
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, say
from icluster.rules._walk import Gathered, Placed
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


@note("ORG001")
def likely_one_body(subject: Gathered) -> Iterator[Said]:
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
    linked = {
        frozenset((placed.thing.first, placed.thing.second))
        for placed in subject.of(Linkage)
    }
    for likely, bearers in subject.likely_duplicates:
        if likely.reason is not DuplicateReason.SAME_KEY and not (
            _one_key(bearers) or _told_apart(bearers, linked)
        ):
            yield say(
                '{} may be one body: {} "{}"',
                _names_of(bearers),
                likely.reason,
                likely.shared,
                about=list(bearers),
                cites=_named_in(bearers),
            )


def _one_key(bearers: Sequence[Placed]) -> bool:
    """Tell whether all are known to be one, because they say so by their key."""
    keys = {placed.thing.key for placed in bearers}
    return len(keys) == 1 and None not in keys


def _told_apart(bearers: Sequence[Placed], linked: Set[frozenset[str]]) -> bool:
    """Tell whether a recorded fact says that no two of them are one."""
    bodies = [placed.thing for placed in bearers]
    for name in ("country", "region"):
        places = {getattr(body, name) for body in bodies}
        all_known = not any(isinstance(place, Missing) for place in places)
        if all_known and len(places) == len(bodies):
            return True
    if len(bodies) > 2:
        return False
    one, another = bodies
    if frozenset((one.key, another.key)) in linked:
        return True
    return _came_before(one, another) or _came_before(another, one)


def _came_before(one: Organization, later: Organization) -> bool:
    names = {one.key, one.name} & set(later.predecessors)
    return bool(names or {later.key, later.name} & set(one.successors))


def _names_of(bearers: Sequence[Placed]) -> tuple[object, ...]:
    """Name the first few by name, and count the others."""
    named = sorted(placed.thing.name for placed in bearers)[:_MOST_NAMED]
    more = len(bearers) - len(named)
    return (*named, *([words.say("and {} more", more)] if more else []))


def _named_in(bearers: Sequence[Placed]) -> list[tuple[Organization, str]]:
    return [(placed.thing, "name") for placed in bearers[:_MOST_NAMED]]


@warning("ORG002")
def one_name_two_bodies(subject: Gathered) -> Iterator[Said]:
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
    for likely, bearers in subject.likely_duplicates:
        if likely.reason is DuplicateReason.SAME_KEY and not (
            _one_key(bearers) or _told_apart(bearers, frozenset())
        ):
            yield say(
                '{} records go by the name "{}" and differ in {}: {}',
                len(bearers),
                likely.shared,
                _differences(bearers),
                _names_of(bearers),
                about=list(bearers),
                cites=_named_in(bearers),
            )


def _differences(bearers: Sequence[Placed]) -> tuple[str, ...]:
    """Name the fields in which they differ."""
    return tuple(
        name
        for name in fields_dict(Organization)
        if name != "citations"
        and len({getattr(placed.thing, name) for placed in bearers}) > 1
    )


@warning("ORG003")
def acronym_differs(organization: Organization) -> Iterator[Said]:
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
            cites=[(organization, "name"), (organization, "acronym")],
        )


@warning("ORG004", sources=["iso20275_2023"], needs=["legal_forms"])
def legal_form_differs(organization: Organization, context: Context) -> Iterator[Said]:
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
            recorded if isinstance(recorded, Missing) else recorded.title,
            at="legal_form",
            cites=[(organization, "name"), (organization, "legal_form")],
        )


def _same_form(shown: LegalForm, recorded: LegalForm | Missing) -> bool:
    """Compare codes, keys and titles: the same form may be of another list."""
    if not isinstance(recorded, LegalForm):
        return False
    if shown.elf_code is not None and shown.elf_code == recorded.elf_code:
        return True
    alike = name_key(shown.title) == name_key(recorded.title)
    return shown.key == recorded.key or alike


@note("ORG005", needs=["subdivisions"])
def region_differs(organization: Organization, context: Context) -> Iterator[Said]:
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
    # Few regions can be meant, of most names none.
    by_word = context.subdivisions_by_word
    near = [
        subdivision
        for word in words_of(organization.name)
        for subdivision in by_word.get(word, ())
    ]
    if not near:
        return
    regions = find_regions(organization.name, subdivisions=near)
    named = [named for named in regions if named.country == region.country]
    if named and region not in named:
        yield say(
            "the name names {}, the region is recorded as {}",
            [region.code for region in named],
            region.code,
            at="region",
            cites=[(organization, "name"), (organization, "region")],
        )


@error("ORG006", sources=["eccp_defs"])
def not_a_body(organization: Organization) -> Iterator[Said]:
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
            cites=[(organization, "kind")],
        )


@error("ORG007")
def identifier_twice(subject: Gathered) -> Iterator[Said]:
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
    by_identifier: dict[Identifier, list[Placed]] = {}
    for placed in subject.of(Organization):
        for identifier in placed.thing.identifiers:
            by_identifier.setdefault(identifier, []).append(placed)
    for identifier, bearers in by_identifier.items():
        if len(bearers) > 1 and not _one_key(bearers):
            yield say(
                "{} {} is carried by {}",
                identifier.scheme,
                identifier.value,
                _names_of(bearers),
                about=list(bearers),
                cites=[(placed.thing, "identifiers") for placed in bearers],
            )
