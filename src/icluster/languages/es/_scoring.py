"""What rubrics and scoring say: conditions, facts, editions, `icluster.scoring`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        "{} on {}": "{} el {}",
        # --- headings that are also the name of a vocabulary --------------------------
        "": {
            "Agreement": "Coincidencia",
            "Movement": "Movimiento",
            "Standing": "Posición relativa",
        },
        # --- conditions ---------------------------------------------------------------
        "condition": {"always": "siempre", "never": "nunca"},
        "combined by &, | and ~": "combinada con &, | y ~",
        "true": "verdadero",
        "false": "falso",
        "nested at most {} deep": "con {} {0?nivel|niveles} de anidación como máximo",
        "not ({})": "no ({})",
        "some, each once": "algunos, cada uno una vez",
        "{} is {}": "{} es {}",
        # --- facts --------------------------------------------------------------------
        "(False, True), in this order": "(False, True), en este orden",
        "an age, cut at boundaries": "una edad, cortada en límites",
        "fact": "hecho",
        "left at least one value": "al menos un valor posible",
        "of values of one type": "de valores de un solo tipo",
        "one value, a set of those possible, or Missing.UNKNOWN": (
            "un valor, un conjunto de los posibles, o Missing.UNKNOWN"
        ),
        "possible values of the schema": "valores posibles del esquema",
        "repeats the name {}": "repite el nombre {}",
        "rising years, one fewer than there are values": (
            "años en orden creciente, uno menos que los valores"
        ),
        "speaks of an unknown fact {}": "habla de un hecho desconocido, {}",
        "speaks of an unknown value: {}": "habla de un valor desconocido: {}",
        "speaks of the fact itself": "habla del hecho mismo",
        "two values or more, each once": "dos valores o más, cada uno una vez",
        # --- rubrics ------------------------------------------------------------------
        "a list or a tuple of points": "una lista o una tupla de puntos",
        "are none": "no hay",
        "completions": "formas de completar",
        "completions by value": "formas de completar por valor",
        "completions by value and level": "formas de completar por valor y nivel",
        "criterion": "criterio",
        "do not rise strictly in points": "no suben estrictamente en puntos",
        "has no levels": "no tiene niveles",
        "is not positive": "no es positivo",
        "needs the points of two levels as candidates": (
            "necesita como candidatos los puntos de dos niveles"
        ),
        "overlaps the gap {}": "se traslapa con el vacío {}",
        "overlaps the level of {} {0?point|points}: {}": (
            "se traslapa con el nivel de {} {0?punto|puntos}: {}"
        ),
        "repeats the key {}": "repite la clave {}",
        "the gap {} lies nowhere": "el vacío {} no se da en ningún caso",
        "totals": "totales",
        # --- editions -----------------------------------------------------------------
        "a value, a set of values, a Verdict, Missing.UNKNOWN or a ReadFact": (
            "un valor, un conjunto de valores, un Verdict, Missing.UNKNOWN "
            "o un ReadFact"
        ),
        "asks what is no question: {}": "pregunta lo que no es ninguna pregunta: {}",
        "lack the facts {}": "no incluyen los hechos {}",
        "read what is no fact: {}": "leen lo que no es ningún hecho: {}",
        "a PartialPeriod, or None for every day": (
            "un PartialPeriod, o None para todos los días"
        ),
        "text that says why, empty where the record counts": (
            "un texto que diga por qué, vacío donde el registro cuenta"
        ),
        "repeat a fact: {}": "repiten un hecho: {}",
        "is asked by no reader": "no la hace ningún lector",
        "is neither a function nor what may be stated: {}": (
            "no es ni una función ni algo que se pueda declarar: {}"
        ),
        "is no function: {}": "no es una función: {}",
        "left out, since {} does not ask it": "omitida, pues {} no la hace",
        "needs two choices that differ": "necesita dos opciones distintas",
        "one that counts": "uno que cuente",
        "pairs of question and choice": "pares de pregunta y opción",
        "question": "pregunta",
        "choice of {}": "opción de {}",
        "readers by name of the fact": "lectores por nombre del hecho",
        "repeat a key: {}": "repiten una clave: {}",
        "yes, no or open": "sí, no o abierto",
        # --- layouts and profiles -----------------------------------------------------
        "some, each {} once": "algunas, cada {} una vez",
        "some, with titles that differ": "algunas, con títulos distintos",
        "unlike the headings by country": "distinto de los encabezados por país",
        "a count, 0 or more": "un número entero, 0 o más",
        # --- scores -------------------------------------------------------------------
        "Because": "Razones",
        "Criterion": "Criterio",
        "Holds where": "Se cumple si",
        "gap: {}": "vacío: {}",
        "The highest level that holds counts.": (
            "Cuenta el nivel más alto que se cumple."
        ),
        "A point of {} counts as {}.": "Un punto de {} cuenta como {}.",
        "Level": "Nivel",
        "Max": "Máximo",
        "Name": "Nombre",
        "Read in": "Se leyó en",
        "Weight": "Peso",
        "Weighted points": "Puntos ponderados",
        "scoring.rank gives one of such scores": (
            "scoring.rank da una de tales calificaciones"
        ),
        "Weights: {}.": "Pesos: {}.",
        "Gap of the scale, {}: {}.": "Vacío de la escala, {}: {}.",
        "Open until settled: {}.": "Queda abierto hasta que se aclare: {}.",
        "Read so: {}.": "Se leyó así: {}.",
        "Reasons of {}: fewer may be enough.": ("Razones de {}: quizá basten menos."),
        "Not in force, or not counted: {}.": "No vigente, o no contado: {}.",
        "The record is closed: what it does not hold is taken not to exist.": (
            "El registro está cerrado: lo que no contiene se toma por inexistente."
        ),
        "The record is open: it may not be all there is, and nothing is known.": (
            "El registro está abierto: puede no ser todo lo que hay, y no se sabe nada."
        ),
        "by {}, as before: points of two rubrics share no scale": (
            "con {}, como antes: los puntos de dos rúbricas no comparten escala"
        ),
        "by {} as it was before: its facts or criteria differ": (
            "con {} tal como antes: sus hechos o criterios son distintos"
        ),
        "asks {} without saying so: put it in Asking(..., [{}])": (
            "pregunta {} sin decirlo: póngalo en Asking(..., [{}])"
        ),
        "by {}, as the one": "con {}, como el otro",
        "by {}, the rubric of {}": "con {}, la rúbrica de {}",
        "completions of the facts": "formas de completar los hechos",
        "combinations of levels": "combinaciones de niveles",
        "of one country": "de un solo país",
        "of the schema of {}": "del esquema de {}",
        "on {}": "al {}",
        "positive for a share": "positivo para calcular una proporción",
        "score": "calificación",
        "several records of type {}": "varios registros del tipo {}",
        "total": "total",
        "{}, on {}": "{}, al {}",
        # --- scores held against what was published -----------------------------------
        "Agreement": {
            "agrees": "coincide",
            "differs": "difiere",
            "not published": "no publicado",
            "possible, the facts leave it open": (
                "posible, los hechos lo dejan abierto"
            ),
        },
        "Published": "Publicado",
        "Derived": "Calculado",
        "Published level": "Nivel publicado",
        "Derived level": "Nivel calculado",
        "{}, published and derived: {}": "{}, publicado y calculado: {}",
        # --- readings -----------------------------------------------------------------
        "Readings of the same documents: {}": "Lecturas de los mismos documentos: {}",
        "The documents are not read alike in all of them.": (
            "Los documentos no se leen igual en todas ellas."
        ),
        "What is read otherwise": "Qué se lee de otra manera",
        "nothing (published reading)": "nada (lectura publicada)",
        # --- next steps ---------------------------------------------------------------
        "What would lift the score: {}": "Qué elevaría la calificación: {}",
        "Reaches": "Alcanza",
        "Strengths: the highest level": "Fortalezas: el nivel más alto",
        "Weaknesses: the lowest level": "Debilidades: el nivel más bajo",
        "The level of each criterion": "El nivel de cada criterio",
        "Total gains": "Aumento del total",
        "By decision": "Por decisión",
        "By time alone": "Solo con el tiempo",
        "combinations of changes": "combinaciones de cambios",
        "more than {} {0?year|years} after the start": (
            "más de {} {0?año|años} después del inicio"
        ),
        "sets of changes": "conjuntos de cambios",
        # --- audit of a rubric --------------------------------------------------------
        "Audit: {}": "Auditoría: {}",
        "Property": "Propiedad",
        "Found": "Resultado",
        "passes": "aprobada",
        "undeclared holes": "huecos no declarados",
        "overlapping levels": "niveles que se traslapan",
        "unreachable level": "nivel inalcanzable",
        "unreachable totals": "totales inalcanzables",
        "declared gaps": "vacíos declarados",
        "pairs of levels": "pares de niveles",
        "{} {} and {}: {}": "{} {} y {}: {}",
        "{} to {} ({} values)": "de {} a {} ({} valores)",
        "{} {0?completion|completions}": (
            "{} {0?forma|formas} de completar los hechos"
        ),
        "{}, for example {}": "{}, por ejemplo {}",
        "{}; strays into {}": "{}; se desvía hacia {}",
        "Slope": {
            "changes no level": "no cambia ningún nivel",
            "never lowers a level": "nunca baja un nivel",
            "never raises a level": "nunca sube un nivel",
            "raises a level here and lowers one there": (
                "sube un nivel aquí y baja otro allá"
            ),
        },
        # --- changes ------------------------------------------------------------------
        "Changes": "Cambios",
        "Movement": {
            "fell": "bajó",
            "rose": "subió",
            "stayed": "se mantuvo",
            "the facts leave it open": "los hechos lo dejan abierto",
        },
        "Criteria that moved": "Criterios que cambiaron",
        "Scored the first time only: {}.": "Solo se calificó la primera vez: {}.",
        "Scored the second time only: {}.": "Solo se calificó la segunda vez: {}.",
        "The scores are of different days.": (
            "Las calificaciones son de días distintos."
        ),
        "score at both times": "calificación en ambos momentos",
        "{}, then {}": "{}, luego {}",
        # --- over time ----------------------------------------------------------------
        "Time": "Momento",
        "a mapping of times to scores by name": (
            "un mapa de momentos a calificaciones por nombre"
        ),
        "by year, by day or by words": "por año, por día o con palabras",
        "first scored": "primera calificación",
        "not scored": "sin calificación",
        "one or more, such as [date(2022, 9, 30)]": (
            "uno o más, como [date(2022, 9, 30)]"
        ),
        "each given once": "cada uno una sola vez",
        # --- ranking ------------------------------------------------------------------
        "Rank": "Lugar",
        "Ranking": "Clasificación",
        "ranked score": "calificación clasificada",
        "a mapping of names to {}, such as a dict": (
            "un mapa de nombres a {}, como un dict"
        ),
        "several names": "varios nombres",
        "some, with the same names": "algunos, con los mismos nombres",
        # --- scenarios and orderings --------------------------------------------------
        "Scenario": "Escenario",
        "Orderings over all scenarios": "Órdenes en todos los escenarios",
        "Totals by scenario": "Totales por escenario",
        "Ahead of": "Delante de",
        "Surely in": "Seguro en",
        "Possibly in": "Posible en",
        "Share of possibilities": "Proporción de posibilidades",
        "every criterion": "todos los criterios",
        "without {}": "sin {}",
        "some, by a rubric of several criteria": (
            "algunas, con una rúbrica de varios criterios"
        ),
        "{} ahead of {}: surely in {}, possibly in {} of {} scenarios; {}": (
            "{} delante de {}: seguro en {}, posible en {} de {}"
            " {4?escenario|escenarios}; {}"
        ),
        "{} of {} orderings.": "{} de {} {1?orden|órdenes}.",
        "{} {0?scenario|scenarios}.": "{} {0?escenario|escenarios}.",
        # --- leads within bounds of weights -------------------------------------------
        "Leads within bounds of weights": "Ventajas dentro de los límites de los pesos",
        "Standing": {
            "is ahead of": "está delante de",
            "is behind": "está detrás de",
            "is level with": "está al parejo de",
            "is never ahead of": "nunca está delante de",
            "is never behind": "nunca está detrás de",
            "may be ahead of or behind": "puede estar delante o detrás de",
        },
        "Other": "Otro",
        "Least": "Mínimo",
        "Most": "Máximo",
        "a lowest and a highest weight": "un peso mínimo y uno máximo",
        "a pair of two names, such as ('A', 'B')": (
            "un par de dos nombres, como ('A', 'B')"
        ),
        "not negative and in order": "no negativos y en orden",
        "{} of {} pairs.": "{} de {} {1?par|pares}.",
        "{} {} {}: {} points": "{} {} {}: {} {3?punto|puntos}",
    }
)
