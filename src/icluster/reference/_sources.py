"""The documents that the tables of this package were read from."""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.sources import Source

__all__ = [
    "CLDR",
    "ECCP_MX",
    "ECCP_PROFILE",
    "ESCA_2019",
    "ESCA_BRONZE",
    "ESCA_MX",
    "ESCA_REGISTER",
    "ESCA_SILVER",
    "GCE",
    "GOLD_FIRST",
    "PROPOSAL",
]

_ECCP: Final = "European Cluster Collaboration Platform (ECCP)"
_ESCA: Final = "European Secretariat for Cluster Analysis (ESCA)"

ECCP_MX: Final = Source(
    key="eccp_mx",
    title="Country factsheet Mexico, 2022",
    publisher=_ECCP,
    published=PartialDate(2022),
)

ECCP_PROFILE: Final = Source(
    key="eccp_profile",
    title="ECCP profile validation criteria, page Register your profile",
    publisher=_ECCP,
)

ESCA_MX: Final = Source(
    key="esca_mx",
    title="Benchmarking: Bronze Label of the ECEI, country page Mexico",
    publisher=_ESCA,
    url="http://www.cluster-analysis.org/benchmarked-clusters/",
)

ESCA_REGISTER: Final = Source(
    key="esca_register",
    title="Benchmarked clusters, pages by country and by industry",
    publisher=_ESCA,
    url="http://www.cluster-analysis.org/benchmarked-clusters/",
)

ESCA_BRONZE: Final = Source(
    key="esca_bronze",
    title="Benchmarked clusters",
    publisher=_ESCA,
    url="https://www.cluster-analysis.org/benchmarked-clusters",
)

ESCA_SILVER: Final = Source(
    key="esca_silver",
    title="Silver Label",
    publisher=_ESCA,
    url="https://www.cluster-analysis.org/silver-label",
)

ESCA_2019: Final = Source(
    key="esca_2019",
    title="ESCA: new eligibility criteria for cluster management excellence labels",
    publisher=_ECCP,
    url="https://clustercollaboration.eu/news/esca-new-eligibility-criteria-cluster-management-excellence-labels",
    published=PartialDate(2019, 11, 20),
)

GCE: Final = Source(
    key="gce",
    title="Cluster management excellence",
    publisher="GCE Ocean Technology",
    url="https://www.gceocean.no/about-us/cluster-management-excellence/",
)

GOLD_FIRST: Final = Source(
    key="gold_first",
    title="Fornyet Gold-sertifisering for den maritime klyngen",
    publisher="GCE Blue Maritime",
    url="https://www.bluemaritimecluster.no/gce/news/news/fornyet-gold-sertifisering-for-den-maritime-klyngen/",
)

CLDR: Final = Source(
    key="cldr",
    title="Common Locale Data Repository (CLDR)",
    publisher="Unicode Consortium",
    url="https://cldr.unicode.org",
)

PROPOSAL: Final = Source(
    key="icluster_proposal",
    title="Proposals and assumptions of icluster, which stand in no publication",
    publisher="icluster",
    is_proposal=True,
)
