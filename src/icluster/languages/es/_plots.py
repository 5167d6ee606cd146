"""Spanish for figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "valid labels": "etiquetas vigentes",
        "day (the last day of a label included)": (
            "día (incluido el último de una etiqueta)"
        ),
        "surely valid": "vigentes con certeza",
        "possibly valid": "posiblemente vigentes",
        "Valid labels, {}": "Etiquetas vigentes, el {}",
        "Valid labels, {} to {}": "Etiquetas vigentes, del {} al {}",
        "terms {}": "plazos {}",
        "{} ({} {1?peer|peers})": "{} ({} {1?par|pares})",
        "peers below, in % (those level count by half)": (
            "pares por debajo, en % (los iguales cuentan la mitad)"
        ),
        "{} among its peers": "{} entre sus pares",
        "the middle half of the peers": "la mitad central de los pares",
        "the middle: half of the peers below": (
            "el medio: la mitad de los pares por debajo"
        ),
        "of some indicator among peers": "de algún indicador entre pares",
        "{}: {} of {}": "{}: {} de {}",
        "shaded: open, from the fewest to the most points": (
            "sombreado: abierto, de los menos a los más puntos"
        ),
        "({} {0?point|points})": "({} {0?punto|puntos})",
        "({} {0?point|points} × {} = {})": "({} {0?punto|puntos} × {} = {})",
        "from one to {} scores by name": "de una a {} calificaciones por nombre",
        "of three criteria or more": "de tres criterios o más",
        "of points from zero up": "de puntos a partir de cero",
        "share of the maximum": "parte del máximo",
        "hatched: open, coloured by the middle of the range": (
            "rayado: abierto, con el color del medio del intervalo"
        ),
        "points by reading": "puntos por lectura",
        "points by reading, on {}": "puntos por lectura, el {}",
        "published reading": "lectura publicada",
        "Total": "Total",
        "with findings of one to {} rules": "con hallazgos de una a {} reglas",
        "findings": "hallazgos",
        "before {} the register knows of none": (
            "antes de {} no consta ninguna en el registro"
        ),
        "(of {})": "(de {})",
        "zero or more": "cero o más",
        "Radar of {} criteria": "Radar de {} criterios",
        "{} ({})": "{} ({})",
        "Heat map of {} {0?reading|readings}": (
            "Mapa de calor de {} {0?lectura|lecturas}"
        ),
        "{} on the first day": "{} el primer día",
        "{} on the last day": "{} el último día",
        "{} at most": "{} como máximo",
        "{}; {}": "{}; {}",
        "{}: {}, {} of the peers below": "{}: {}, {} de los pares por debajo",
        "colours, such as '#0072B2'": "colores, como '#0072B2'",
        "Totals over time": "Totales en el tiempo",
        "total, of {}": "total, de {}",
        "of one to {} names": "de uno a {} nombres",
        "rank: a bar where the facts leave it open": (
            "lugar: una barra donde los hechos lo dejan abierto"
        ),
        "rank": "lugar",
        "Ranks": "Lugares",
        "Ranks by scenario": "Lugares por escenario",
        "{} ({} of {})": "{} ({} de {})",
        "{}: {}, {} of {}": "{}: {}, {} de {}",
        "about {} by {} inches or more with their labels": (
            "de unas {} por {} pulgadas o más con sus rótulos"
        ),
        "polar axes, such as figure.add_subplot(projection='polar')": (
            "ejes polares, como figure.add_subplot(projection='polar')"
        ),
        "plain axes, such as figure.add_subplot()": (
            "ejes comunes, como figure.add_subplot()"
        ),
        "part of a figure": "parte de una figura",
        "without anything drawn in them": "sin nada dibujado en ellos",
        "in a figure with another layout, such as {}": (
            "de una figura con otra disposición, como {}"
        ),
    }
)
