"""Spanish for ecosystems: who takes part, pays, belongs, and who may join."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "RelationKind": {
            "participation": "participación",
            "membership": "membresía",
            "contribution": "aportación",
            "linkage": "vinculación",
            "place in a working group": "lugar en un grupo de trabajo",
        },
        "ParticipationRole": {
            "intermediary body": "organismo intermedio",
            "project execution body": "organismo ejecutor del proyecto",
            "allied organization": "organización aliada",
            "expert group": "grupo de expertos",
        },
        "LinkageKind": {
            "part of": "parte de",
            "agreement": "convenio",
            "cooperation": "cooperación",
            "joint project": "proyecto conjunto",
        },
        "AdmissionRule": {
            "organizations that take part in the objectives, one or all not being"
            " said": (
                "organizaciones que participan en los objetivos, sin decir si en uno "
                "o en todos"
            ),
            "organizations that take part in at least one objective": (
                "organizaciones que participan en al menos un objetivo"
            ),
            "organizations that take part in every objective": (
                "organizaciones que participan en todos los objetivos"
            ),
        },
        "AdmissionTest": {
            "is an organization": "es una organización",
            "has begun": "ya existe",
            "is no member yet": "aún no es miembro",
            "goes on": "sigue existiendo",
            "takes part in achieving": "participa en el logro de",
            "the rule settles it": "la regla lo decide",
        },
        # what must be
        "a share from 0 to 1": "una proporción de 0 a 1",
        "an Organization, a Cluster or a ClusterInitiative": (
            "una Organization, un Cluster o una ClusterInitiative"
        ),
        "another key than {}": "otra clave que {}",
        "another organization": "otra organización",
        "given, and given once": "indicado, y una sola vez",
        "the name of a list": "el nombre de una lista",
        "the key of {}": "la clave de {}",
        "{}; the closest is {}": "{}; la más parecida es {}",
        "a listed organization": "una organización de la lista",
        "a listed objective": "un objetivo de la lista",
        "sectors, not contexts": "sectores, no contextos",
        "true, false or missing": "verdadero, falso o ausente",
        # what may be looked up
        "list": "lista",
        "objective": "objetivo",
        "organization": "organización",
    }
)
