"""What `icluster.scales`, `icluster.derivations` and `icluster.indicators` say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # --- values -------------------------------------------------------------
        "{} {0?year|years}": "{} {0?año|años}",
        "{} {0?month|months}": "{} {0?mes|meses}",
        "{} full-time {0?equivalent|equivalents}": (
            "{} {0?plaza|plazas} de tiempo completo"
        ),
        "{} {0?day|days} per person and year": "{} {0?día|días} por persona y año",
        "{} percentage {0?point|points}": "{} {0?punto porcentual|puntos porcentuales}",
        "{} of {}": "{} de {}",
        "{} {} in {}": "{} {} de {}",
        "answer": {"none": "ninguno"},
        "Direction": {
            "more is better": "más es mejor",
            "less is better": "menos es mejor",
            "neither is better": "ninguno es mejor",
        },
        "Unit": {
            "count": "número",
            "share": "proporción",
            "ratio": "razón",
            "years": "años",
            "months": "meses",
            "full-time equivalents": "plazas de tiempo completo",
            "days per person and year": "días por persona y año",
        },
        "quartiles": "cuartiles",
        "frequencies": "frecuencias",
        # --- what answers must be --------------------------------------------------
        "{} or more": "{} o más",
        "{} or less": "{} o menos",
        "from {} to {}": "de {} a {}",
        "any number": "un número cualquiera",
        "whole": "un número entero",
        "a whole number": "un número entero",
        "a share such as '0.35', or a percentage from 1 % on": (
            "una proporción como '0.35', o un porcentaje desde 1 %"
        ),
        "an exact number such as '2.5'": "un número exacto como '2.5'",
        "{} (floats are not exact: give text or a Decimal)": (
            "{} (los float no son exactos: dé texto o un Decimal)"
        ),
        "a step from {} to {}": "un grado de {} a {}",
        "Steps run from {} to {}; they have no titles.": (
            "Los grados van de {} a {}; no tienen título."
        ),
        "Steps run from {}, the weakest, to {}, the strongest; they have no titles.": (
            "Los grados van de {}, el más débil, a {}, el más fuerte; no tienen título."
        ),
        "text": "texto",
        "text that is not blank": "texto que no esté en blanco",
        "one of {}": "uno de {}",
        "named once": "nombrado una vez",
        "a text, or a list of texts": "un texto, o una lista de textos",
        "a list of any of {}": "una lista de cualquiera de {}",
        "a list of any of {}, or other texts": (
            "una lista de cualquiera de {}, o de otros textos"
        ),
        "money with currency and year, such as '250000 EUR 2015'": (
            "dinero con moneda y año, como '250000 EUR 2015'"
        ),
        "an amount": "un monto",
        "an ISO 4217 code such as 'MXN'": "un código ISO 4217 como 'MXN'",
        "a year": "un año",
        "absent: money has no such part": "nada: el dinero no tiene tal parte",
        "in capital letters, an ISO 4217 code such as 'MXN'": (
            "en mayúsculas, un código ISO 4217 como 'MXN'"
        ),
        "0 or more": "0 o más",
        "numbers by category": "números por categoría",
        "stated, be it zero": "declarado, aunque sea cero",
        "stated once": "declarado una vez",
        "about one of {}": "sobre uno de {}",
        "shares that make 1": "proporciones que sumen 1",
        "category": "categoría",
        "area": "área",
        "indicator": "indicador",
        "a capital letter": "una letra mayúscula",
        "a number such as 'A5'": "un número como 'A5'",
        "an exact answer or a Missing": "una respuesta exacta o un Missing",
        "text that is not blank, or a Missing": (
            "texto que no esté en blanco, o un Missing"
        ),
        "the key of an indicator, such as 'participants'"
        " (benchmarking.read_record takes numbers such as 'A6')": (
            "la clave de un indicador, como 'participants'"
            " (benchmarking.read_record acepta números como 'A6')"
        ),
        # --- what scales must be ---------------------------------------------------
        "a number of answers": "un número de respuestas",
        "two or more, no two of one title": "dos o más, con títulos distintos",
        "no number but {}, which it stands for; see lowest": (
            "ningún número sino {}, al que corresponde; véase lowest"
        ),
        "of keys and titles that differ": "de claves y títulos distintos",
        "one or more, where the list is not open": (
            "una o más, si la lista no es abierta"
        ),
        "two or more": "dos o más",
        "exact numbers by category": "números exactos por categoría",
        "one number a category": "un número por categoría",
        # --- derivations and structures --------------------------------------------
        "a quotient of measures": "un cociente de medidas",
        "on a measure: it is a quotient": "sobre una medida: es un cociente",
        "a part of counts or shares": "una parte de conteos o proporciones",
        "about categories of {}": "sobre categorías de {}",
        "on a measure of shares: it is a part of a whole": (
            "sobre una medida de proporciones: es parte de un todo"
        ),
        "counts that make a measure": "conteos que sumen una medida",
        "a Quotient, a PartOf or None": "un Quotient, un PartOf o None",
        "one or more": "uno o más",
        "in the areas {}, none of them empty": "en las áreas {}, ninguna vacía",
        "about known indicators": "sobre indicadores conocidos",
        "about indicators that are asked": "sobre indicadores que se preguntan",
        "free of repetition": "sin repeticiones",
        "IndicatorStatus": {
            "stands in the official questionnaire": ("está en el cuestionario oficial"),
            "topic documented in published reports": (
                "tema documentado en informes publicados"
            ),
            "adopted from a quality label": "adoptado de una etiqueta de calidad",
            "proposed by icluster": "propuesto por icluster",
        },
    }
)
