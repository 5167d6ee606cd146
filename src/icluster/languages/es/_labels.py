"""Spanish for labels and their registers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # tiers, statuses and the like
        "Bronze": "Bronce",
        "Silver": "Plata",
        "Gold": "Oro",
        "Not yet awarded": "Aún no otorgada",
        "Valid": "Vigente",
        "Expired, may be renewed": "Vencida, se puede renovar",
        "Lapsed": "Caducada",
        "Renewed or followed": "Renovada o seguida por otra",
        "First label": "Primera etiqueta",
        "Renewal": "Renovación",
        "Reported": "Comunicada",
        "Derived from the end of validity": "Deducida del fin de la vigencia",
        "Same day": "Mismo día",
        "End of month": "Fin de mes",
        # awards and registers
        "{}: {}, {}, valid until {}": "{}: {}, {}, vigente hasta el {}",
        "portfolio unknown": "portafolio desconocido",
        "no awards": "ninguna etiqueta otorgada",
        "{} {0?award|awards}, valid until {}": (
            "{} {0?etiqueta, vigente|etiquetas, vigentes} hasta el {}"
        ),
        "{} {0?award|awards}, valid until {} to {}": (
            "{} {0?etiqueta, vigente|etiquetas, vigentes} hasta fechas del {} al {}"
        ),
        "{} on {}: {}; {}; {}; {}": "{} el {}: {}; {}; {}; {}",
        "{} to {}: {}": "del {} al {}: {}",
        # tables
        "Labels on {}": "Etiquetas al {}",
        "Labels by portfolio": "Etiquetas por portafolio",
        "Labels by region": "Etiquetas por región",
        "Labels by country": "Etiquetas por país",
        "Labels by tier": "Etiquetas por nivel",
        "portfolios of the register": "portafolios del registro",
        "names of countries": "nombres de países",
        "a code such as 'MX', or a name: names=iso3166.COUNTRIES": (
            "un código como 'MX', o un nombre: names=iso3166.COUNTRIES"
        ),
        "Holder": "Titular",
        "Label": "Etiqueta",
        "Labels": "Etiquetas",
        "Portfolio": "Portafolio",
        "Region": "Región",
        "Country": "País",
        "Valid until": "Vigente hasta",
        "Status": "Situación",
        "all": "Total",
        "{} says at least {} and at most {}: not every date is known.": (
            "{} es al menos {} y a lo sumo {}: no se conocen todas las fechas."
        ),
        # applications
        "May be applied for on {}: {}": "Se puede solicitar el {}: {}",
        "Prerequisite": "Requisito previo",
        "Met": "Cumplido",
        "Why": "Por qué",
        "there was none": "no hubo ninguna",
        "it comes after {}": "es posterior al {}",
        "when the first was is not known": "no se sabe cuándo fue la primera",
        "it is due from {} to {}": "corresponde entre el {} y el {}",
        "when it was is not known; {}": "no se sabe cuándo fue; {}",
        "of {} it is not known how many": "de {} no se sabe cuántas",
        "it is not known": "no se sabe",
        # what was expected
        "above {}": "superior a {}",
        "one that states a prerequisite": "uno que fije un requisito previo",
        "requirement": "requisito",
        "a function of a name": "una función de un nombre",
        "a number from 0 on": "un número a partir de 0",
        "from {} on": "a partir de {}",
        "at least {}": "al menos {}",
        "at least one": "al menos una",
        "one a status": "uno por situación",
        "one a tier": "uno por nivel",
        "count": "número",
        "edition": "edición",
        "an edition": "una edición",
        "an end by the convention {}": "un fin según la convención {}",
        "at most {}: a renewal ends after it is awarded": (
            "a lo sumo {}: una renovación termina después de otorgarse"
        ),
        "free of a repeated {}": "sin {} repetido",
        "with a term for {}": "con un plazo para {}",
        "with a term of {} for {}": "con un plazo de {} para {}",
        "with keys that differ": "con claves distintas",
        "on or after {}, the date of award": "del {}, fecha de otorgamiento, o después",
        "on or before {}, its last day of validity": (
            "del {}, su último día de vigencia, o antes"
        ),
        "on or before {}, the last day of renewal": (
            "del {}, el último día para renovar, o antes"
        ),
        "reported where the date of award is unknown": (
            "comunicada donde no se conoce la fecha de otorgamiento"
        ),
        "that of a first label where a date of award is derived": (
            "el de una primera etiqueta donde la fecha de otorgamiento es deducida"
        ),
    }
)
