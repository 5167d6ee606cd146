"""Two organizations on record turn out to be one: everything follows the one kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from icluster.errors import InvalidValueError
from icluster.organizations import Name, Organization
from icluster.sources import Cited
from icluster.vocabularies import Missing, listed
from icluster.words import say

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Merging"]

# What is taken of the other where nobody knows it of the one kept.
_TAKEN = (
    *("acronym", "kind", "helix", "legal_form", "country", "region"),
    *("website", "founded", "dissolved"),
)
# What the one kept has of both.
_JOINED = ("other_names", "identifiers", "predecessors", "successors")
# Lists in which the same, said twice, is one; what was paid twice was paid twice.
_SETS = ("participations", "memberships", "linkages")
_LISTS = (*_SETS, "contributions", "working_groups")


class Merging:
    """What has organizations by key, and relations that name these keys."""

    __slots__ = ()

    if TYPE_CHECKING:
        organizations: tuple[Organization, ...]

        def __getitem__(self, key: str) -> Organization: ...

    def merged(self, keep: str, drop: str) -> Self:
        """Return it with two organizations as one, which goes by the key *keep*.

        Whatever named the other names the one kept: relations, groups, predecessors,
        successors. What two records then say alike stands once, contributions apart;
        a link between the two is gone. Names of the other become other names, its
        identifiers are added, and what nobody knew of the one kept is taken from it,
        with the citations.

        Raises:
            UnknownNameError: There is no organization of that key.
            InvalidValueError: Both keys are the same, or the two cannot be one: what
                is recorded of them contradicts itself.

        Example:
            >>> from icluster import Ecosystem, Membership
            >>> directory = Ecosystem(
            ...     key="demo",
            ...     name="Demo",
            ...     organizations=[
            ...         Organization(key="a", name="Prosoftware AC"),
            ...         Organization(key="b", name="ProSoftware, A.C.", acronym="PS"),
            ...     ],
            ...     memberships=[Membership(party="b")],
            ... ).merged("a", "b")
            >>> directory["a"].names, directory.memberships[0].party
            (('Prosoftware AC', 'ProSoftware, A.C.', 'PS'), 'a')
        """
        kept, dropped = self[keep], self[drop]
        if kept is dropped:
            raise InvalidValueError("drop", say("another key than {}", keep), drop)
        one = _as_one(kept, dropped)
        bodies = [
            _following(one if body is kept else body, keep, drop)
            for body in self.organizations
            if body is not dropped
        ]
        lists = {name: _named_anew(self, name, keep, drop) for name in _LISTS}
        ecosystem: Any = self
        merged: Self = evolve(ecosystem, organizations=bodies, **lists)
        return merged


def _named_anew(ecosystem: Any, name: str, keep: str, drop: str) -> Any:
    """Return a list of relations with the one kept wherever the other stood."""
    records: Any = getattr(ecosystem, name)
    if isinstance(records, Missing):
        return records
    renamed = (
        _renamed(record, keep, drop)
        for record in records
        if name != "linkages" or {*record.named} != {keep, drop}
    )
    return tuple(dict.fromkeys(renamed) if name in _SETS else renamed)


def _renamed(record: Any, keep: str, drop: str) -> Any:
    if drop not in record.named:
        return record
    changed: dict[str, Any] = {
        name: keep
        for name in ("party", "first", "second")
        if getattr(record, name, None) == drop
    }
    if members := listed(getattr(record, "members", ())):
        changed["members"] = _anew(members, keep, drop)
    return evolve(record, **changed)


def _anew(keys: tuple[str, ...], keep: str, drop: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keep if key == drop else key for key in keys))


def _following(body: Organization, keep: str, drop: str) -> Organization:
    """Return an organization that continues, or is continued by, the one kept."""
    before, after = (
        tuple(key for key in _anew(keys, keep, drop) if key != body.key)
        for keys in (body.predecessors, body.successors)
    )
    if (before, after) == (body.predecessors, body.successors):
        return body
    return evolve(body, predecessors=before, successors=after)


def _as_one(kept: Organization, dropped: Organization) -> Organization:
    adopted = {
        name: getattr(dropped, name)
        for name in _TAKEN
        if getattr(kept, name) is Missing.UNKNOWN
    }
    if adopted.get("country", kept.country) != dropped.country:
        adopted.pop("region", None)  # a region of another country is no news
    joined: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(kept, name), *getattr(dropped, name))))
        for name in _JOINED
    }
    acronym = adopted.get("acronym", kept.acronym)
    texts = {kept.name, acronym, *(name.text for name in kept.other_names)}
    added: dict[str, Name] = {}
    for name in (
        Name(dropped.name),
        *dropped.other_names,
        *([Name(dropped.acronym)] if isinstance(dropped.acronym, str) else []),
    ):
        if name.text not in texts:
            added.setdefault(name.text, name)
    joined["other_names"] = (*kept.other_names, *added.values())
    return evolve(
        kept,
        **adopted,
        **joined,
        citations=(*kept.citations, *_cited_of(dropped, {*adopted, *_JOINED})),
    )


def _cited_of(dropped: Organization, adopted: set[str]) -> tuple[Cited, ...]:
    """Return where what is taken of the other was read, under its new fields."""
    cited = []
    for row in dropped.citations:
        field, _, _ = row.path.partition(".")
        if field in adopted:
            cited.append(row)
        elif field in ("name", "acronym"):
            cited.append(evolve(row, path="other_names"))
    return tuple(cited)
