"""What the ground says: words, fields, numbers, vocabularies, verdicts, tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # words
        "{} or {}": "{} o {}",
        "{}; or {}": "{}; o {}",
        "{} and {}": "{} y {}",
        "{} %": "{} %",
        "a number of too many digits": "un número con demasiadas cifras",
        "bool": {"yes": "sí", "no": "no"},
        # fields: what a value *must be*
        "text": "texto",
        "text that is not blank": "texto que no esté en blanco",
        "text without control characters": "texto sin caracteres de control",
        "text on one line, without control characters and marks of the direction of"
        " writing": "texto en una línea, sin caracteres de control ni marcas de la"
        " dirección de la escritura",
        "a key such as 'policy_scope'": "una clave como 'policy_scope'",
        "write PartialDate.parse({})": "escriba PartialDate.parse({})",
        "write PartialDate({}, {}, {})": "escriba PartialDate({}, {}, {})",
        "such as {}": "como {}",
        "write {}.{}": "escriba {}.{}",
        "write PartialDate({})": "escriba PartialDate({})",
        "a datetime.date: pass .date()": (
            "una fecha de tipo datetime.date: pase .date()"
        ),
        "a datetime.date, as date(2022, 9, 30)": (
            "una fecha de tipo datetime.date, como date(2022, 9, 30)"
        ),
        "of type {}": "de tipo {}",
        "expected": {
            "unknown": "desconocido",
            "not applicable": "no aplicable",
            "not answered": "sin respuesta",
        },
        "{}, or {}": "{}, o bien {}",
        "several {}": "varios elementos de tipo {}",
        "a list or a tuple of {}": "una lista o una tupla de {}",
        "free of repetition": "sin repeticiones",
        "from {} to {}": "de {} a {}",
        "a phrase of at most {} letters": "una frase de {} letras como máximo",
        # exact numbers
        "a Decimal, an int or a decimal text": (
            "un Decimal, un int o un texto con un número decimal"
        ),
        "a decimal number": "un número decimal",
        "whole numbers of at most 41 digits": "números enteros de 41 cifras a lo sumo",
        "a finite number of at most 40 places": (
            "un número finito de 40 cifras como máximo"
        ),
        # vocabularies and verdicts
        "Other: {}": "Otro: {}",
        "Missing": {
            "unknown": "se desconoce",
            "not applicable": "no aplica",
            "not answered": "sin respuesta",
        },
        "Verdict": {"yes": "sí", "no": "no", "open": "por determinar"},
        # tables
        "{} cells long": "de {} {0?celda|celdas}",
        "some, with keys that differ": "una o más, con claves distintas",
        "several rows of cells": "varias filas de celdas",
        "told what their cells hold: of=": (
            "columnas que digan qué contienen sus celdas: of="
        ),
        "1 or more, or None": "1 o más, o None",
        "{} {0?more row|more rows}": "{} {0?fila más|filas más}",
        "Made by icluster {}.": "Hecho con icluster {}.",
        "SVG without a script, from <svg on": "SVG sin scripts, que empiece con <svg",
        "Details": "Detalles",
        "What to do first": "Qué hacer primero",
    }
)
