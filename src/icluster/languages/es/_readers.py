"""What `icluster.readers` and `icluster.naming` say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # --- lines -----------------------------------------------------------------
        "line {}: {}": "línea {}: {}",
        "line {}: {}: {}": "línea {}: {}: {}",
        "line {}: {}; the closest is {}": "línea {}: {}; lo más parecido es {}",
        "{} {0?award|awards}, {} {1?rejected line|rejected lines}, "
        "{} {2?table|tables}": (
            "{} {0?otorgamiento|otorgamientos}, "
            "{} {1?línea rechazada|líneas rechazadas}, {} {2?tabla|tablas}"
        ),
        # --- registers -------------------------------------------------------------
        "a pair of keys or names": "un par de claves o nombres",
        "a row that ends in one day written YYYY/MM/DD": (
            "un renglón que termine en un solo día escrito YYYY/MM/DD"
        ),
        "a row with a day there is": "un renglón con un día que exista",
        "a row that begins with a name": "un renglón que empiece con un nombre",
        "a row with a known portfolio before the date": (
            "un renglón con un portafolio conocido antes de la fecha"
        ),
        "a row of one portfolio": "un renglón de un solo portafolio",
        "a row with a known country before the date": (
            "un renglón con un país conocido antes de la fecha"
        ),
        "a row with one country, apart from the name": (
            "un renglón con un solo país, aparte del nombre"
        ),
        "below a heading that names a known portfolio": (
            "debajo de un encabezado que nombre un portafolio conocido"
        ),
        "below column headings": "debajo de encabezados de columna",
        "RegisterRejection": {
            "does not end in a day written YYYY/MM/DD": (
                "no termina en un día escrito YYYY/MM/DD"
            ),
            "the last line, without its day: cut, it seems": (
                "el último renglón, sin su día: al parecer está cortado"
            ),
            "there is no such day": "no existe ese día",
            "more than one date: two entries in one line": (
                "más de una fecha: dos entradas en una línea"
            ),
            "no name: it may belong to the line above": (
                "sin nombre: quizá sea parte de la línea anterior"
            ),
            "no known portfolio before the date": (
                "ningún portafolio conocido antes de la fecha"
            ),
            "another portfolio ends the name": "el nombre termina en otro portafolio",
            "no known country before the date": (
                "ningún país conocido antes de la fecha"
            ),
            "the words before the country may make it another one": (
                "las palabras antes del país pueden hacer de él otro"
            ),
            "the heading names no known portfolio": (
                "el encabezado no nombra ningún portafolio conocido"
            ),
            "no heading names its portfolio": "ningún encabezado nombra su portafolio",
            "ends in a date, but no column headings stand above": (
                "termina en una fecha, pero no hay encabezados de columna antes"
            ),
        },
        # --- maturity tables ---------------------------------------------------------
        "a row that ends in its points": "un renglón que termine en sus puntos",
        "a maturity table": "una tabla de madurez",
        "who was scored": "a quién se calificó",
        "the one table": "la única tabla",
        "there once": "único",
        "a known row": "un renglón conocido",
        "the one level": "el único nivel",
        "one of its levels": "uno de sus niveles",
        "a readable total": "un total legible",
        "the sum of the points": "la suma de los puntos",
        "MaturityRejection": {
            "no maturity table begins in this text": (
                "en este texto no empieza ninguna tabla de madurez"
            ),
            "nothing says who was scored": "nada dice a quién se calificó",
            "a second table; only the first is read": (
                "una segunda tabla; solo se lee la primera"
            ),
            "the criterion or row stands twice": (
                "el criterio o el renglón aparece dos veces"
            ),
            "no known row begins like this": "ningún renglón conocido empieza así",
            "does not end in one or two numbers": "no termina en uno o dos números",
            "the points are not those of this row": (
                "los puntos no son los de este renglón"
            ),
            "a second level of the same criterion": (
                "un segundo nivel del mismo criterio"
            ),
            "a criterion without a level": "un criterio sin nivel",
            "no readable total": "ningún total legible",
            "the total is not the sum of the points": (
                "el total no es la suma de los puntos"
            ),
        },
        # --- names ----------------------------------------------------------
        "a name": "un nombre",
        "DuplicateReason": {
            "same key": "misma clave",
            "same acronym": "mismas siglas",
            "one name contains the other's full name": (
                "un nombre contiene el nombre completo del otro"
            ),
            "one goes by a name of the other": "uno usa un nombre del otro",
        },
    }
)
