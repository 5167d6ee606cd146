"""Clusters and initiatives are no bodies."""

from __future__ import annotations

from typing import Any

import pytest

from icluster.clusters import Cluster, ClusterInitiative
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import InvalidValueError
from icluster.organizations import Organization
from icluster.regions import Region
from icluster.vocabularies import Missing


def test_only_the_cluster_organization_is_an_organization() -> None:
    cluster = Cluster(
        key="cars",
        name="Cars",
        sector="automotive",
        regions=(Region("MX-NLE"),),
        managed_by=("claut",),
    )
    drive = ClusterInitiative(
        key="drive",
        name="Drive",
        clusters=("cars",),
        run_by=("claut",),
        period=PartialPeriod(PartialDate(2015)),
    )
    body: Any = Organization(key="claut", name="Claut")
    assert [isinstance(each, Organization) for each in (cluster, drive, body)] == [
        False,
        False,
        True,
    ]


def test_what_is_not_said_is_unknown_and_none_is_none() -> None:
    assert Cluster(key="cars", name="Cars").regions is Missing.UNKNOWN
    assert Cluster(key="cars", name="Cars", managed_by=()).managed_by == ()
    assert ClusterInitiative(key="drive", name="Drive").period == PartialPeriod()


BAD: dict[str, tuple[type[Any], dict[str, Any], str]] = {
    "a key with a space": (Cluster, {"key": "the cars"}, "key must be a key"),
    "a blank name": (Cluster, {"name": ""}, "name must be text that is not blank"),
    "a sector as a number": (
        Cluster,
        {"sector": 7},
        "sector must be text that is not blank",
    ),
    "regions as words": (
        Cluster,
        {"regions": ("MX-NLE",)},
        r"regions\[0\] must be of type Region",
    ),
    "a region twice": (
        Cluster,
        {"regions": (Region("MX-NLE"), Region("MX-NLE"))},
        "regions must be free of repetition",
    ),
    "a lone manager": (
        Cluster,
        {"managed_by": "claut"},
        "managed_by must be a list or a tuple of str",
    ),
    "managers not answered": (
        Cluster,
        {"managed_by": Missing.NOT_ANSWERED},
        "managed_by must be a list or a tuple of str",
    ),
    "a lone cluster": (
        ClusterInitiative,
        {"clusters": "cars"},
        "clusters must be a list or a tuple of str",
    ),
    "a period in words": (
        ClusterInitiative,
        {"period": "2015"},
        "period must be of type PartialPeriod",
    ),
    "a runner twice": (
        ClusterInitiative,
        {"run_by": ("a", "a")},
        "run_by must be free of repetition",
    ),
}


@pytest.mark.parametrize("sentence", BAD)
def test_refused(sentence: str) -> None:
    kind, changes, message = BAD[sentence]
    with pytest.raises(InvalidValueError, match=message):
        kind(**{"key": "cars", "name": "Cars", **changes})
