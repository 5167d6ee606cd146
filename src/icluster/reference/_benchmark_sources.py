"""The documents that the tables of indicators were read from.

The titles in brackets are ours, where the copy read does not give one.
Deviations: none.
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.sources import Source

_ESCA: Final = "European Secretariat for Cluster Analysis (ESCA)"

GERMANY_2013: Final = Source(
    key="esca_germany_2013",
    title="Cluster Management Excellence in Germany",
    publisher=_ESCA,
    url="https://docplayer.net/5422760-Cluster-management-excellence-in-germany.html",
    published=PartialDate(2013, 3),
)

FRANCE_2012: Final = Source(
    key="esca_france_2012",
    title="(Benchmarking report on France)",
    publisher=_ESCA,
    url="http://docplayer.fr/6117816-Realisation-helmut-kergel-directeur-de-l-esca-helmut-kergel-vdivde-it-de.html",
    published=PartialDate(2012, 9),
)

INDIVIDUALS_2012: Final = Source(
    key="clusters_are_individuals_2",
    title="Clusters are Individuals, volume II",
    publisher="Not stated in the copy read",
    url="http://temp.uefiscdi.ro/EDIGIREGION/project/c/d/03.htm",
    published=PartialDate(2012, 10),
)

LABEL_DECK_2012: Final = Source(
    key="label_deck_2012",
    title="(Label deck of 26 April 2012)",
    publisher="ClusterExcellence",
    url="https://www.slideshare.net/ClusterExcellence/08-mzk-fisherlabelday-2ecc-2012",
    published=PartialDate(2012, 4, 26),
)

DANUBE_2018: Final = Source(
    key="danube_2018",
    title="Cluster management excellence in the Danube region",
    publisher="Not stated in the copy read",
    url="http://careersdocbox.com/Financial_Aid/75257092-Cluster-management-excellence-in-the-danube-region.html",
    published=PartialDate(2018, 3),
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
