"""The documents that the tables of indicators were read from."""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.sources import Source

# Which report names which topic was not recorded, so none is cited by title.
ESCA_REPORTS: Final = Source(
    key="esca_reports",
    title="Published benchmarking reports (the report of each topic is not recorded)",
    publisher="European Secretariat for Cluster Analysis (ESCA)",
)

ECEI_2013: Final = Source(
    key="ecei_2013",
    title="Audit scope for silver and gold, after ECEI Criteria (2013)",
    publisher="Młodzianowski",
    url="https://sciendo.com/es/article/10.2478/fman-2023-0002",
    published=PartialDate(2023),
)

KIT: Final = Source(
    key="kit",
    title="Gold Label, news of 10 July 2013",
    publisher="Karlsruhe Institute of Technology (KIT)",
    url="https://www.kit.edu/kit/english/13623.php",
    published=PartialDate(2013, 7, 10),
)

RECONSTRUCTION: Final = Source(
    key="icluster_reconstruction",
    title="Reconstruction of the 36 indicators: a proposal, not a published list",
    publisher="icluster",
)
