"""What `icluster.benchmarking` and `icluster.advice` say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # --- answers held against a structure --------------------------------------
        "refused": "rechazada",
        "refused, see remarks": "rechazada, véanse las observaciones",
        "must be {}, got {}": "debe ser {}; se recibió {}",
        "is missing: it must be {}": "falta: debe ser {}",
        "{} (it is computed as {})": "{} (se calcula como {})",
        "the two differ: stated is {}, computed {}": (
            "los dos difieren: se declaró {}, se calcula {}"
        ),
        "the two differ: stated is {}, {} make {}": (
            "los dos difieren: se declaró {}, {} suman {}"
        ),
        "a record of {}": "un registro de {}",
        "read by the same edition of {}": "leído con la misma edición de {}",
        "one for each indicator of {}": "uno por cada indicador de {}",
        "an indicator of {}": "un indicador de {}",
        "an indicator of {}, perhaps {}": "un indicador de {}, quizá {}",
        "on the scale": "dentro de la escala",
        "quality indicator": "indicador de calidad",
        "QuantileMethod": {"inclusive": "inclusivo", "exclusive": "exclusivo"},
        # --- reading -------------------------------------------------------------
        "a mapping or rows": "un mapa o filas",
        "a row with indicator and value": "una fila con indicador y valor",
        "about {}": "sobre {}",
        "{}; parts by dotted names stand in a mapping": (
            "{}; las partes por nombres con punto van en un mapa"
        ),
        "the only answer to {}": "la única respuesta a {}",
        "empty: the columns are {}": "vacía: las columnas son {}",
        "empty beside a value": "vacío junto a un valor",
        "given for what is not applicable": "dada para lo que no aplica",
        "empty beside an answer": "vacía junto a una respuesta",
        "a day such as '2015-05-04'": "un día como '2015-05-04'",
        "citations": "citas",
        # --- review --------------------------------------------------------------
        "Completeness": "Completitud",
        "Area": "Área",
        "answered": "con respuesta",
        "not answered": "sin respuesta",
        "unknown": "se desconoce",
        "not applicable": "no aplica",
        "faulty": "con error",
        "size": "total",
        # --- peers ---------------------------------------------------------------
        "portfolio {}": "portafolio {}",
        "country {}": "país {}",
        "one for each organization; see latest()": (
            "uno por organización; véase latest()"
        ),
        "{}, with a comma before decimals and no point": (
            "{}, con coma antes de los decimales y sin punto"
        ),
        "with a key: {} are both called {}": "con clave: {} se llaman ambas {}",
        "one for {} on {}": "uno para {} al {}",
        "a predicate that gives True or False for {}": (
            "un predicado que dé True o False para {}"
        ),
        "known to be compared by": "conocido para comparar",
        "all peers": "todos los pares",
        "a number of peers": "un número de pares",
        # --- places --------------------------------------------------------------
        "three boundaries in order, or none": "tres límites en orden, o ninguno",
        "None where there is no share": "None donde no hay proporción",
        "empty where answers have no distances, or no own currency": (
            "vacío donde las respuestas no tienen distancias, o sin moneda propia"
        ),
        "of {} {0?peer|peers}": "de {} {0?par|pares}",
        "among {} {0?peer|peers}": "entre {} {0?par|pares}",
        "about {} {0?peer|peers}": "sobre {} {0?par|pares}",
        "such that {}": "de modo que {}",
        "None without a value of its own": "None sin valor propio",
        "among some peers": "entre algunos pares",
        "from 1 to 4": "de 1 a 4",
        "from 1 to 3": "de 1 a 3",
        "2 or more": "2 o más",
        "without a place among fewer than {}": "sin lugar entre menos de {}",
        "without boundaries among fewer than {}": "sin límites entre menos de {}",
        "no own amount to compare by": "sin monto propio con qué comparar",
        "fewer than {} peers of its currency and year": (
            "menos de {} {0?par|pares} de su moneda y año"
        ),
        "fewer than {} peers": "menos de {} {0?par|pares}",
        "no own answer": "sin respuesta propia",
        "see compositions": "véanse las composiciones",
        "no order": "sin orden",
        "fewer than {} for {}": "menos de {} para {}",
        "left out: {}": "excluidos: {}",
        "not comparable": "no comparable",
        "better": {"more": "más", "less": "menos", "neither": "ninguno"},
        "Indicator": "Indicador",
        "Value": "Valor",
        "Peers": "Pares",
        "Left out": "Excluidos",
        "Quartiles": "Cuartiles",
        "Quarter": "Cuarta parte",
        "Strength": "Fortaleza",
        "Percentile": "Percentil",
        "Tied": "Empatados",
        "Better": "Mejor",
        "Notes": "Notas",
        "Category": "Categoría",
        "Share": "Proporción",
        "Answer": "Respuesta",
        "Own answer": "Respuesta propia",
        "Benchmarking is neither a ranking nor a rating.": (
            "El benchmarking no es ni una clasificación ni una calificación."
        ),
        "Compared with {} {0?peer|peers} ({}); the cluster itself is none of them.": (
            "Se compara con {} {0?par|pares} ({}), sin contar al propio clúster."
        ),
        "Quarter 1 is the lowest by value, 4 the highest; the column Better says which"
        " way is better. Strength 1 is the weakest quarter, 4 the strongest; there is"
        " none where neither way is better. The percentile is the share of peers below,"
        " those tied counted by half.": (
            "La cuarta parte 1 es la más baja por valor; la 4, la más alta. La columna"
            " Mejor dice qué sentido es mejor. La fortaleza 1 es la cuarta parte más"
            " débil; la 4, la más fuerte; donde ningún sentido es mejor no hay ninguna."
            " El percentil es la proporción de pares por debajo; los empatados cuentan"
            " la mitad."
        ),
        "No place among fewer than {} answers of peers, no quartiles among fewer than"
        " {}: single answers could be told from them.": (
            "Con menos de {} respuestas de pares no se da un lugar, y con menos de {}"
            " no se dan cuartiles: revelarían respuestas individuales."
        ),
        "Quartiles are those of statistics.quantiles, method {}.": (
            "Los cuartiles son los de statistics.quantiles, método {}."
        ),
        "Nothing among fewer than {} answers of peers; among fewer than {} the own"
        " answer alone.": (
            "Con menos de {} respuestas de pares no se muestra nada; con menos de {},"
            " solo la respuesta propia."
        ),
        "{} among {} ({})": "{} entre {} ({})",
        "{}: compositions": "{}: composiciones",
        "{}: answers of the peers": "{}: respuestas de los pares",
        # --- changes -------------------------------------------------------------
        "later than {}": "posterior al {}",
        "{}: changes from {} to {}": "{}: cambios del {} al {}",
        "Before": "Antes",
        "After": "Después",
        "Difference": "Diferencia",
        # The heading, told from the titles of the class of that name.
        "": {"Trend": "Tendencia"},
        "Trend": {
            "better": "mejor",
            "worse": "peor",
            "same": "igual",
            "changed": "cambió",
            "now answered": "ahora con respuesta",
            "no longer answered": "ya sin respuesta",
            "no longer applicable": "ya no aplica",
            "an answer was refused": "se rechazó una respuesta",
            "answered neither time": "sin respuesta ambas veces",
            "not comparable": "no comparable",
        },
        # --- quality -------------------------------------------------------------
        "given for each indicator in order": "dados para cada indicador en orden",
        "a Decimal or unknown": "un Decimal o desconocido",
        "of an indicator of {}": "de un indicador de {}",
        "a number of chapters such as '2.2.1'": ("un número de capítulos como '2.2.1'"),
        "one or more, each number once": "uno o más, cada número una vez",
        "more than 0": "más de 0",
        "from 0 to 1": "de 0 a 1",
        "from 0 to {}": "de 0 a {}",
        "points by number": "puntos por número",
        "given": "dado",
        "given once": "dado una vez",
        "points that make {}": "puntos que sumen {}",
        "{}: points": "{}: puntos",
        "Points": "Puntos",
        "Threshold": "Umbral",
        "Maximum": "Máximo",
        "Threshold met": "Umbral alcanzado",
        "Settles it": "Lo decide",
        "{} {0?point|points}": "{} {0?punto|puntos}",
        "{} to {} points": "de {} a {} {1?punto|puntos}",
        "Won: {}, {} {1?is|are} needed.": "Obtenida: {}; se {1?necesita|necesitan} {}.",
        "Not won: {}, {} {1?is|are} needed.": (
            "No obtenida: {}; se {1?necesita|necesitan} {}."
        ),
        "Open: {}, {} {1?is|are} needed.": "Abierta: {}; se {1?necesita|necesitan} {}.",
        "Below the threshold: {}.": "Por debajo del umbral: {}.",
        "Points that would settle it: {}.": "Puntos que lo decidirían: {}.",
        # --- advice --------------------------------------------------------------
        "one text for each key": "un texto por clave",
        "made with {} at most": "hecho con {} a lo sumo",
        "one text for each indicator": "un texto por indicador",
        "about indicators that are there; see only()": (
            "sobre indicadores existentes; véase only()"
        ),
        "{1}: {2} is in the weakest quarter of {4} peers ({3}).": (
            "{1}: {2} está en la cuarta parte más débil de {4} {4?par|pares} ({3})."
        ),
        "{1}: {2} is in the weaker half of {4} peers ({3}).": (
            "{1}: {2} está en la mitad más débil de {4} {4?par|pares} ({3})."
        ),
        "{1}: {2} is not in the strongest quarter of {4} peers ({3}).": (
            "{1}: {2} no está en la cuarta parte más fuerte de {4} {4?par|pares} ({3})."
        ),
        "{1}: points given {2}, but the label needs at least {3}.": (
            "{1}: {2} {2?punto|puntos}; la etiqueta exige al menos {3}."
        ),
        "Serves {} of the quality label.": (
            "Contribuye {0?al indicador|a los indicadores} {0} de la etiqueta de"
            " calidad."
        ),
        "No link to the quality label is recorded.": (
            "No consta relación con la etiqueta de calidad."
        ),
        # --- report --------------------------------------------------------------
        "Compositions": "Composiciones",
        "Answers of the peers, where steps or options were asked": (
            "Respuestas de los pares, donde se preguntó por grados u opciones"
        ),
        "Strengths: the strongest quarter": "Fortalezas: la cuarta parte más fuerte",
        "Weaknesses: the weakest quarter": "Debilidades: la cuarta parte más débil",
        "None.": "No hay.",
        "Benchmark of {}": "Benchmarking de {}",
        "{} by {}": "{} por {}",
        "{}: {}; ahead of {} of {} peers": (
            "{}: {}; por delante de {} de {} {3?par|pares}"
        ),
        "{}: {}; behind {} of {} peers": "{}: {}; por detrás de {} de {} {3?par|pares}",
        "and {} more, see the areas": "y {} más, véanse las áreas",
        "Areas": "Áreas",
        "Median of the peers": "Mediana de los pares",
        "Among peers": "Entre pares",
        "weakest quarter": "cuarta parte más débil",
        "weaker half": "mitad más débil",
        "stronger half": "mitad más fuerte",
        "strongest quarter": "cuarta parte más fuerte",
        "Numbers of the peers are rounded to three digits.": (
            "Los números de los pares se redondean a tres cifras."
        ),
        "Places among the peers": "Lugares entre los pares",
        "Below": "Por debajo",
        "Above": "Por encima",
        "How many peers gave each answer": "Cuántos pares dieron cada respuesta",
        "Cluster": "Clúster",
        "Interviewed on": "Entrevistado el",
        "Interviewed by": "Entrevistado por",
        "Interviewed on {}": "Entrevistado el {}",
        "Compared with": "Comparado con",
        "{}: {} {1?peer|peers}": "{}: {} {1?par|pares}",
        "Fewest answers for a place": "Mínimo de respuestas para un lugar",
        "Fewest answers for quartiles": "Mínimo de respuestas para cuartiles",
        "method {}": "método “{}”",
        "Structure": "Estructura",
        "{}, edition {}": "{}, edición: {}",
        "Indicators": "Indicadores",
        "How to read this report": "Cómo leer este informe",
        "What": "Qué",
        "In this report": "En este informe",
        "{}, interviewed on {}: completeness": "{}, entrevistado el {}: completitud",
        "Remarks on the answers": "Observaciones sobre las respuestas",
        "Remark": "Observación",
        "neither way is better": "ningún sentido es mejor",
        "{} of {} indicators can be judged among peers.": (
            "{} de {} {1?indicador|indicadores} {0?puede|pueden} juzgarse entre pares."
        ),
        "Not judged: {}.": "Sin juzgar: {}.",
        "no link recorded": "sin relación registrada",
        "{} (proposed)": "{} (propuesta)",
        "{} (unconfirmed)": "{} (sin confirmar)",
        "Recommendations, the largest gain first": (
            "Recomendaciones, primero la de mayor ganancia"
        ),
        "No.": "N.º",
        "Recommendation": "Recomendación",
        "Quality label": "Etiqueta de calidad",
        "Thresholds missed": "Umbrales no alcanzados",
        "Points missing": "Puntos faltantes",
        "Quarters to go": "Cuartas partes por subir",
        "Ordered by thresholds missed, then by points missing, then by quarters up to"
        " the strongest.": (
            "En orden de umbrales no alcanzados, luego de puntos faltantes, luego de"
            " cuartas partes hasta la más fuerte."
        ),
        "that of the position": "la de la posición",
        "{}: {}": "{}: {}",
        "{}, not the official questionnaire: {}": (
            "{}; no es el cuestionario oficial: {}"
        ),
        "{}, not the official questionnaire: {}; one may be several": (
            "{}; no es el cuestionario oficial: {}; un indicador puede ser varias cosas"
        ),
        "item {}": "elemento {}",
    }
)
