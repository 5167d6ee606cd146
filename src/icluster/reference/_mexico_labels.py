"""Bronze Labels of Mexican cluster organizations, as ESCA's register prints them.

Transcribed from "Benchmarking: Bronze Label of the ECEI", country page Mexico,
ESCA; the day it shows is not stated, nor when a label was awarded, nor whether
it is a first one.
Deviations: the column "www" is left out, since no row fills it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from icluster.dates import PartialDate, PartialPeriod
from icluster.labels import LabelAward, LabelRegister
from icluster.organizations import Organization, OrganizationKind
from icluster.reference._sources import ESCA_MX
from icluster.reference.esca import REGISTER_LAYOUT
from icluster.regions import Country

__all__ = ["BRONZE_LABELS"]


_ROWS: Final = (
    ("Aerospace Alliance of Baja California", "Aviation and space", date(2018, 5, 4)),
    (
        "AIMSI - Asociación Internacional de Mentefactura, Software e Internet, A.C.",
        "ICT",
        date(2018, 10, 18),
    ),
    (
        "andea - Asociación Nacional de Emprendedores",
        "Transportation and mobility",
        date(2018, 1, 28),
    ),
    (
        "Asociación Industrial de Productos Médicos de las Californias A.C.",
        "Health and medical science",
        date(2018, 5, 5),
    ),
    (
        "Automotive Cluster of Queretaro, A.C.",
        "Transportation and mobility",
        date(2018, 4, 29),
    ),
    (
        "Centro Articulador del Sector Productivo Forestal de Jalisco A.C.",
        "Energy and environment",
        date(2017, 11, 28),
    ),
    ("Chihuahua IT Cluster", "ICT", date(2016, 10, 14)),
    ("CITI Tabasco A.C.", "ICT", date(2016, 11, 17)),
    ("Claut Edo Mex", "Transportation and mobility", date(2018, 2, 22)),
    (
        "Cluster Automotriz de Nuevo León",
        "Transportation and mobility",
        date(2014, 10, 15),
    ),
    (
        "Cluster Automotriz San Luis Potosí",
        "Transportation and mobility",
        date(2018, 8, 15),
    ),
    ("Cluster de Electrodomésticos", "Production and engineering", date(2016, 6, 23)),
    ("Cluster de Integradores de Alta Tecnología A.C.", "ICT", date(2016, 6, 19)),
    (
        "Clúster de Servicios de Salud de Baja California",
        "Health and medical science",
        date(2018, 5, 5),
    ),
    ("Clúster de Tecnología de Información Tlaxcala A.C.", "ICT", date(2016, 8, 25)),
    ("Cluster del Mango Sinaloense", "Food industry", date(2018, 9, 30)),
    ("Cluster del Tomate Sinaloense", "Food industry", date(2018, 9, 30)),
    ("Cluster Puebla TIC A.C.", "ICT", date(2018, 11, 22)),
    ("Cluster Ti Chiapas", "ICT", date(2018, 2, 19)),
    ("Cluster TI Oaxaca", "ICT", date(2017, 7, 17)),
    ("Coconut Agricluster", "Food industry", date(2018, 4, 27)),
    ("Consejo de la Moda de Jalisco", "Creative industries", date(2017, 11, 28)),
    ("DITTIZAC A.C.", "ICT", date(2016, 9, 29)),
    ("IJALTI - Information Technology Institute of Jalisco", "ICT", date(2015, 11, 4)),
    (
        "Impulse TI - Promotora del Sector TI del Centro de Sinaloa A.C.",
        "ICT",
        date(2016, 10, 27),
    ),
    ("Integracion Tecnologica De Queretaro. A.c.", "ICT", date(2016, 8, 7)),
    ("IT@Baja", "ICT", date(2015, 5, 8)),
    ("MIND", "Creative industries", date(2017, 2, 17)),
    ("Monterrey Aerocluster", "Aviation and space", date(2016, 5, 23)),
    (
        "Monterrey Healthcare City Cluster",
        "Health and medical science",
        date(2016, 9, 4),
    ),
    (
        "Monterrey Interactive Media and Entertainment Cluster",
        "Creative industries",
        date(2017, 8, 6),
    ),
    ("Monterrey IT Cluster, A.C.", "ICT", date(2016, 6, 19)),
    ("Prosoftware AC", "ICT", date(2016, 6, 18)),
    ("Sistema Producto Vid De Baja California A.C.", "Food industry", date(2018, 5, 3)),
    ("Software Industry Council of Nuevo Leon", "ICT", date(2016, 6, 23)),
)


def _award(number: int, name: str, portfolio: str, valid_until: date) -> LabelAward:
    row = ESCA_MX.at(f"table, row {number}")
    return LabelAward(
        holder=Organization(
            name=name, kind=OrganizationKind.CLUSTER_ORGANIZATION, country=Country("MX")
        ),
        tier=REGISTER_LAYOUT.tier,
        portfolio=REGISTER_LAYOUT.portfolios.from_title(portfolio),
        valid_until=valid_until,
        citations={"holder": row, "portfolio": row, "valid_until": row},
    )


BRONZE_LABELS: Final = LabelRegister(
    awards=tuple(_award(number, *row) for number, row in enumerate(_ROWS, 1)),
    editions=REGISTER_LAYOUT.editions,
    source=ESCA_MX,
    coverage=PartialPeriod(begins=PartialDate(2010, 11)),
    citations={
        "coverage": ESCA_MX.at("introduction", "benchmarked since November 2010")
    },
)
"""The 35 rows of the page; a label that has ended is no error of the page."""
