"""What `icluster.words`, `icluster.tables` and `icluster.verdicts` say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "{} or {}": "{} o {}",
        "{} and {}": "{} y {}",
        "{} %": "{} %",
        "a number of too many digits": "un número con demasiadas cifras",
        "bool": {"yes": "sí", "no": "no"},
        "Verdict": {"yes": "sí", "no": "no", "open": "abierto"},
        "{} cells long": "de {} celdas",
        "some, with keys that differ": "algunas, con claves distintas",
        "told what their cells hold: of=": "columnas con su contenido dicho: of=",
    }
)
