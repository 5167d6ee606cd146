"""Clusters and cluster initiatives: what they are beside cluster organizations.

Four things go by one word. A *cluster* is a group of firms and others in one
field and place. A *cluster organization* is the body that manages one; it is an
`Organization` and can join, sign and be audited. A *cluster initiative* is an
effort to make a cluster thrive. A *cluster policy* is a government's
(`icluster.policies`). Only the second is a body, so only it is an
`Organization`: ask ``isinstance(thing, Organization)``.

See https://clustercollaboration.eu/cluster-definitions for the definitions that
the European Cluster Collaboration Platform works with.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_tuple, unique
from icluster._texts import all_texts, is_text, text_or
from icluster.dates import PartialPeriod
from icluster.regions import Region
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, NotApplicable, Unknown
from icluster.words import Shown

__all__ = []


def __dir__() -> list[str]:
    return __all__


def _to_regions(items: Iterable[Region] | Unknown) -> tuple[Region, ...] | Unknown:
    return to_tuple(items)


def _to_names(
    items: list[str] | tuple[str, ...] | Unknown,
) -> tuple[str, ...] | Unknown:
    return to_tuple(items)


@frozen(kw_only=True)
class Cluster(Shown):
    """A group of firms and others in one field and place; no body.

    Attributes:
        key: Short name to refer to it by.
        name: Name as the source prints it.
        sector: The field it works in, in words.
        regions: Where it is; an empty tuple says that it is bound to none.
        managed_by: Keys or names of the cluster organizations that manage it;
            an empty tuple says that none does.
        citations: Where each field was read.

    Example:
        >>> cluster = Cluster(key="cars", name="Cars", managed_by=("claut",))
        >>> cluster.managed_by, cluster.sector.title
        (('claut',), 'unknown')
    """

    key: str = field(validator=is_key)
    name: str = field(validator=is_text)
    sector: str | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        validator=text_or(Missing.UNKNOWN, Missing.NOT_APPLICABLE),
    )
    regions: tuple[Region, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_regions,
        validator=[all_of(Region, or_one_of=(Missing.UNKNOWN,)), unique],
    )
    managed_by: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_names,
        validator=[all_texts(or_one_of=(Missing.UNKNOWN,)), unique],
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


@frozen(kw_only=True)
class ClusterInitiative(Shown):
    """An organized effort to make clusters thrive; no body.

    Attributes:
        key: Short name to refer to it by.
        name: Name as the source prints it.
        clusters: Keys or names of the clusters it is for.
        run_by: Keys or names of the organizations that run it.
        period: From when until when it runs.
        citations: Where each field was read.

    Example:
        >>> drive = ClusterInitiative(key="drive", name="Drive", clusters=("cars",))
        >>> drive.run_by.title
        'unknown'
    """

    key: str = field(validator=is_key)
    name: str = field(validator=is_text)
    clusters: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_names,
        validator=[all_texts(or_one_of=(Missing.UNKNOWN,)), unique],
    )
    run_by: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_names,
        validator=[all_texts(or_one_of=(Missing.UNKNOWN,)), unique],
    )
    period: PartialPeriod = field(
        factory=PartialPeriod, validator=instance_of(PartialPeriod)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )
