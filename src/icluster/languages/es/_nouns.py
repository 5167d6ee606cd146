"""What small values and nouns say: dates, money, regions, sources, organizations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # dates
        "{} to {}": "de {} a {}",
        "{} to open": "desde {}, sin término fijado",
        "{} to unknown": "desde {}, término desconocido",
        "unknown to {}": "hasta {}, inicio desconocido",
        "unknown to open": "inicio desconocido, sin término fijado",
        "unknown to unknown": "inicio y término desconocidos",
        "between {} and {}": "entre {} y {}",
        "{}, provided {}": "{}, siempre que {}",
        "an age": "una antigüedad",
        "'-' or '/'": "'-' o '/'",
        "from {} to {} in {}": "de {} a {} en {}",
        "not before {}": "no anterior a {}",
        "on or after {}": "igual o posterior a {}",
        "absent where the month is unknown": "omitido si no se conoce el mes",
        "rising whole years from 0 on": "años enteros, en orden creciente, desde 0",
        "written as 2015, 2015-04, 2015-04-30 or bounds such as [..2013]": (
            "escrita como 2015, 2015-04, 2015-04-30 o con límites como [..2013]"
        ),
        "a date without bounds": "una fecha sin límites",
        "absent beside a bound": "omitida junto a un límite",
        "DateBound": {
            "within": "dentro de",
            "not after": "no después de",
            "not before": "no antes de",
            "about": "alrededor de",
        },
        # money
        "{} (unknown currency)": "{} (moneda desconocida)",
        "period unknown": "periodo desconocido",
        "{} in {}": "{} en {}",
        "Bound": {
            "exactly": "exactamente",
            "at least": "al menos",
            "more than": "más de",
            "at most": "como máximo",
            "less than": "menos de",
            "about": "alrededor de",
        },
        "an ISO 4217 code such as 'MXN'": "un código ISO 4217 como 'MXN'",
        # regions
        "an ISO 3166-1 alpha-2 code such as 'MX'": (
            "un código ISO 3166-1 alfa-2 como 'MX'"
        ),
        "an ISO 3166-2 code such as 'MX-NLE'": "un código ISO 3166-2 como 'MX-NLE'",
        "made of words": "formado por palabras",
        "in the country {}": "una región del país {}",
        # sources
        "citations by field": "citas por campo",
        "notes by field": "notas por campo",
        "made of {}": "una lista formada por {}",
        "about fields of {}": "sobre campos de {}",
        "a field of {}": "un campo de {}",
        # provenance
        "begins after {}": "empieza después del {}",
        "past, ended before {}": "pasada, terminó antes del {}",
        "{} is in force on {}": "{} está vigente el {}",
        "both ways, recorded is {}": "en ambos sentidos; consta {}",
        # organizations
        "a scheme such as 'lei'": "un registro como 'lei'",
        "a sector, not a context": "un sector, no un contexto",
        "an ISO 20275 code such as '5AWU'": "un código ISO 20275 como '5AWU'",
        "an ISO 639 code such as 'es'": "un código ISO 639 como 'es'",
        "OrganizationKind": {
            "Company": "Empresa",
            "Cluster organization": "Organismo de clúster",
            "Public body": "Organismo público",
            "Council": "Consejo",
            "Research organization": "Centro de investigación",
            "University": "Universidad",
            "Association": "Asociación",
            "NGO": "ONG",
        },
        "Helix": {
            "Government": "Gobierno",
            "Academia": "Academia",
            "Industry": "Industria",
            "Civil society": "Sociedad civil",
            "Natural environment": "Medio ambiente",
        },
        "HelixModel": {
            "Triple helix": "Triple hélice",
            "Quadruple helix": "Cuádruple hélice",
            "Quintuple helix": "Quíntuple hélice",
        },
        "NameKind": {
            "Alias": "Alias",
            "Other spelling": "Otra grafía",
            "Translation": "Traducción",
            "Former name": "Nombre anterior",
        },
        # reference
        "Reference data": "Datos de referencia",
        "Table": "Tabla",
        "Rows are": "Las filas son",
        "Edition": "Edición",
        "edition": {
            "proposal": "propuesta",
            "undated": "sin fecha",
            "register": "registro",
            "same_day": "mismo día",
            "end_of_month": "fin de mes",
        },
        "Rows": "Filas",
        "Something proposed in": "Con algo propuesto",
        "Unconfirmed": "Sin confirmar",
        "Sources": "Fuentes",
        "A row counts as proposed where anything of it stands in no publication.": (
            "Una fila cuenta como propuesta si algo "
            "de ella no consta en ninguna publicación."
        ),
        "what to do about indicators": "qué hacer con los indicadores",
        "indicators of the Gold Label": "indicadores de la etiqueta Oro",
        "questions of reading": "preguntas de lectura",
        "criteria of the maturity of cluster policy": (
            "criterios de la madurez de la política de clústeres"
        ),
        "printed rows of the maturity table, by criterion": (
            "filas impresas de la tabla de madurez, por criterio"
        ),
        "criteria of profiles": "criterios de los perfiles",
        "indicators of the benchmarking interview": (
            "indicadores de la entrevista de benchmarking"
        ),
        "names of countries that the register may print": (
            "nombres de países que el registro puede imprimir"
        ),
        "comparative portfolios": "portafolios comparativos",
        "layout of the register of labels": "formato del registro de etiquetas",
        "terms of labels": "plazos de las etiquetas",
        "what is required beyond the terms": "lo que se exige además de los plazos",
        "legal forms of Mexico": "formas jurídicas de México",
        "names of countries, in English and Spanish": (
            "nombres de países, en inglés y español"
        ),
        "states of Mexico": "entidades federativas de México",
        "currencies": "monedas",
        "currencies that were withdrawn": "monedas retiradas",
        "Bronze Labels of Mexico": "etiquetas Bronze de México",
        "policies of Mexico": "políticas de México",
        "policies that the factsheet of Mexico mentions": (
            "políticas que menciona la ficha de México"
        ),
        "published points of Mexico": "puntos publicados de México",
        "organizations of Project iCluster": "organizaciones del Proyecto iCluster",
    }
)
