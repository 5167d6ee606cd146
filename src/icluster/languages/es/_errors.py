"""What `icluster.errors` says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "the whole": "el conjunto",
        "{} is missing: it must be {}": "falta {}: debe ser {}",
        "{} is unknown: it must be {}": "{} es desconocido: debe ser {}",
        "{} must be {}": "{} debe ser {}",
        "{} must be {}, got {}": "{} debe ser {}; se recibió {}",
        "{} more": "{} más",
        "there may be more": "puede haber más",
        "none": "ninguno",
        "the reader of {} in the edition {}, over {}, {}": (
            "el lector de {} en la edición {}, sobre {}, {}"
        ),
        "raised {}: {}": "lanzó {}: {}",
        "returned no answer: {}": "no devolvió ninguna respuesta: {}",
        "no record": "ningún registro",
        "no {} is called {}; did you mean {}?": (
            "no hay {} que se llame {}; ¿quiso decir {}?"
        ),
        "{} known: {}": "{} se conocen: {}",
        "no {} is called {}; known: {}": "no hay {} que se llame {}; se conocen: {}",
        "{} has no label {}": "{} no tiene la etiqueta {}",
        "{} has no label {}; the closest is {}": (
            "{} no tiene la etiqueta {}; la más parecida es {}"
        ),
        "{} cannot be told on {}: it begins {}": (
            "{} no puede saberse al {}: comienza en {}"
        ),
        "{} and {} cannot be put in order with certainty": (
            "{} y {} no pueden ordenarse con certeza"
        ),
        "{} is neither true nor false: write `is Verdict.YES`": (
            "{} no es verdadero ni falso: escriba `is Verdict.YES`"
        ),
        "{} has no level for {}, and no gap is declared": (
            "{} no tiene nivel para {}, y no se declara ningún vacío"
        ),
        "{} {} of {} exceed the limit of {}": "{} {} de {} rebasan el límite de {}",
        "the gap {}": "el vacío {}",
        "{} is not installed; get it with: pip install 'icluster[{}]'": (
            "{} no está instalado; se obtiene con: pip install 'icluster[{}]'"
        ),
        "{} is not determined; settle {}": "{} no está determinado; aclare {}",
        "{} is not determined: {}; settle {}": (
            "{} no está determinado: {}; aclare {}"
        ),
        "the value breaks a rule of its field": "el valor viola una regla de su campo",
        "the value is of another type": "el valor es de otro tipo",
        "something that must be there is not": "falta algo que debe estar",
        "something is there that nothing knows": "hay algo que nada conoce",
        "something stands twice that may stand once": (
            "algo está dos veces y puede estar una"
        ),
        "the text cannot be read at all": "el texto no puede leerse",
        "something is named that is not there": "se nombra algo que no está",
        "something is nested too deeply, or is too large": (
            "algo tiene demasiados niveles de anidación, o es demasiado grande"
        ),
    }
)
