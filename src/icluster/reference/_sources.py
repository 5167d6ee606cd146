"""The documents that the tables of this package were read from."""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.sources import Source

__all__ = ["ECCP_MX", "ECCP_PROFILE"]

ECCP_MX: Final = Source(
    key="eccp_mx",
    title="Country factsheet Mexico, 2022",
    publisher="European Cluster Collaboration Platform (ECCP)",
    published=PartialDate(2022),
)

ECCP_PROFILE: Final = Source(
    key="eccp_profile",
    title="ECCP profile validation criteria, page Register your profile",
    publisher="European Cluster Collaboration Platform (ECCP)",
)
