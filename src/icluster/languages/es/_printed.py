"""Printed labels of lists, each before a translation of ours in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_PORTFOLIOS: Final = MappingProxyType(
    {
        "Aviation and space": "aviación y espacio",
        "Biotechnology": "biotecnología",
        "Construction": "construcción",
        "Construction/building sector": "sector de la construcción y la edificación",
        "Creative industries": "industrias creativas",
        "Energy and environment": "energía y medio ambiente",
        "Food industry": "industria alimentaria",
        "Food industry (non-biotech)": "industria alimentaria, sin biotecnología",
        "Health and medical science": "salud y ciencias médicas",
        "Humanities/social sciences, media, design, service innovation": (
            "humanidades y ciencias sociales, medios, diseño, innovación en servicios"
        ),
        "ICT": "TIC",
        "Information and communication": "información y comunicación",
        "Maritime technologies, water resources": (
            "tecnologías marítimas, recursos hídricos"
        ),
        "Micro, nano and optical technologies": "micro, nano y tecnologías ópticas",
        "New materials and chemistry": "nuevos materiales y química",
        "Production and engineering": "producción e ingeniería",
        "Sports, Leisure and Tourism": "deporte, recreación y turismo",
        "Transportation and mobility": "transporte y movilidad",
    }
)
_GOLD_31: Final = MappingProxyType(
    {
        "commitment of participants": "compromiso de los participantes",
        "composition": "composición",
        "total number": "número total",
        "geographical concentration": "concentración geográfica",
        "maturity of the management": "madurez de la gestión",
        "human resources": "recursos humanos",
        "qualification": "preparación",
        "lifelong learning": "aprendizaje permanente",
        "stability of staff": "estabilidad del personal",
        "stability of participation": "estabilidad de la participación",
        "clarity of roles": "claridad de funciones",
        "direct contacts": "contactos directos",
        "cooperation": "cooperación",
        "integration in the innovation system": (
            "integración en el sistema de innovación"
        ),
        "prospects of funds": "perspectivas de los fondos",
        "private share": "proporción privada",
        "strategy building": "elaboración de la estrategia",
        "documentation": "documentación",
        "implementation plan": "plan de ejecución",
        "financial controlling": "control financiero",
        "review": "revisión",
        "performance monitoring": "seguimiento del desempeño",
        "focus": "enfoque",
        "activities and services": "actividades y servicios",
        "performance of the management": "desempeño de la gestión",
        "working groups": "grupos de trabajo",
        "communication": "comunicación",
        "web presence": "presencia en internet",
        "recognition in publications, press, media": (
            "reconocimiento en publicaciones, prensa y medios"
        ),
        "success stories": "casos de éxito",
        "satisfaction": "satisfacción",
    }
)


def _marked(labels: Mapping[str, str]) -> dict[str, str]:
    return {label: f"{label} [{text}]" for label, text in labels.items()}


ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "Portfolio": _marked(_PORTFOLIOS),
        "QualityIndicator": _marked(_GOLD_31),
        "Gold label of the ECEI: 31 indicators": (
            "Etiqueta Oro de la ECEI: 31 indicadores"
        ),
    }
)
