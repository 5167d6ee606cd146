"""Spanish for checks: findings, waivers, reports, and what rules say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # the report
        "Findings on {}": "Hallazgos al {}",
        "Findings": "Hallazgos",
        "Finding": "Hallazgo",
        "Findings by rule": "Hallazgos por regla",
        "What to settle first": "Qué resolver primero",
        "Code": "Código",
        "Rule": "Regla",
        "Rules": "Reglas",
        "": {"Severity": "Gravedad"},
        "Severity": {
            "error": "error",
            "warning": "advertencia",
            "note": "nota",
        },
        "Place": "Lugar",
        "About": "Acerca de",
        "Read in": "Leído en",
        "Fingerprint": "Huella",
        "Waived": "Dispensado",
        "Family": "Familia",
        "Since": "Desde",
        "Needs": "Necesita",
        "since {}": "desde {}",
        "needs {}": "necesita {}",
        "after {}": "según {}",
        "Heading": "Apartado",
        "Text": "Texto",
        "What it says": "Qué dice",
        "Why it matters": "Por qué importa",
        "Fires on": "Cuándo se activa",
        "How to settle it": "Cómo resolverlo",
        "{} {0?error|errors}, {} {1?warning|warnings}, {} {2?note|notes}": (
            "{} {0?error|errores}, {} {1?advertencia|advertencias}, {} {2?nota|notas}"
        ),
        "{} {}: {} {2?finding|findings}": "{} {}: {} {2?hallazgo|hallazgos}",
        "{} findings, the first: {}": "{} hallazgos; el primero: {}",
        "{}; and {} more": "{}; y {} más",
        "and {} more": "y {} más",
        "waived: {} ({})": "dispensado: {} ({})",
        "waived: {} {0?finding|findings} of {}": (
            "{0?dispensado|dispensados}: {} {0?hallazgo|hallazgos} de {}"
        ),
        "waiver of {} about {}: {}": "dispensa de {} sobre {}: {}",
        "it ended on {}": "terminó el {}",
        "{}, but about {}": "{}, pero sí sobre {}",
        "no rule has that code; the closest is {}": (
            "ninguna regla tiene ese código; lo más parecido es {}"
        ),
        "no rule has that code": "ninguna regla tiene ese código",
        "nothing is found about it": "no se encuentra nada al respecto",
        "nothing is found about it any more": "ya no se encuentra nada al respecto",
        "it is found fewer times than it is waived": (
            "se encuentra menos veces de las que se dispensa"
        ),
        "what is found about it speaks of other values now": (
            "lo que se encuentra al respecto habla ahora de otros valores"
        ),
        "{} {} was not checked: it needs {}": "{} {} no se comprobó: necesita {}",
        "{} in the context": "{} en el contexto",
        "{} raised {}: {}": "{} lanzó {}: {}",
        "family": {
            "Budgets": "Presupuestos",
            "Codes": "Códigos",
            "Ecosystems": "Ecosistemas",
            "Indicators": "Indicadores",
            "Labels": "Etiquetas",
            "Organizations": "Organizaciones",
            "Policies": "Políticas",
            "Profiles": "Perfiles",
            "Published": "Lo publicado",
            "Rubrics": "Rúbricas",
            "Sources": "Fuentes",
        },
        # what rules are about
        "benchmark record": "registro de benchmarking",
        "citation": "cita",
        "cluster": "clúster",
        "cluster initiative": "iniciativa de clúster",
        "cluster profile": "perfil de clúster",
        "contribution": "aportación",
        "country": "país",
        "ecosystem": "ecosistema",
        "this {}": "este registro ({})",
        "action": "acción",
        "beneficiary group": "grupo de beneficiarios",
        "linkage": "vinculación",
        "membership": "membresía",
        "participation": "participación",
        "strategic objective": "objetivo estratégico",
        "working group": "grupo de trabajo",
        "facts": "hechos",
        "factsheet": "ficha",
        "gathered": "conjunto",
        "label award": "etiqueta otorgada",
        "label register": "registro de etiquetas",
        "money": "importe",
        "object": "objeto",
        "organization": "organización",
        "policy": "política",
        "published score": "calificación publicada",
        "region": "región",
        "rubric": "rúbrica",
        "source": "fuente",
        # bad calls
        "rule": "regla",
        "field of Context": "campo de Context",
        "one of this report": "uno de este informe",
        "words that tell a thing": "palabras que identifiquen una cosa",
        "with codes that differ": "reglas con códigos distintos",
        "several codes, families or severities": "códigos, familias o gravedades",
        "a noun, or a list, tuple or mapping of nouns": (
            "un objeto del dominio, o una lista, tupla o mapeo de ellos"
        ),
        "a noun, which is an attrs class, yours too; no dataclass": (
            "un objeto del dominio, que es una clase de attrs, también una propia; "
            "no una dataclass"
        ),
        "not at hand: Python runs with -OO, which strips the pages of rules": (
            "no disponible: Python corre con -OO, que quita las páginas de las reglas"
        ),
        "a position below {}": "una posición menor que {}",
        "rule of rules.ALL": "regla de rules.ALL",
        "write @rules.warning above it": "escriba @rules.warning encima",
        "a part of what the rule looks at": "una parte de lo que examina la regla",
        "a field of {}, one of {}": "un campo de {}, uno de {}",
        "names of fields and positions": "nombres de campos y posiciones",
        "words that name {} {0?part|parts}": (
            "palabras que nombren {} {0?parte|partes}"
        ),
        "statements: yield say(...), or needs(...) where it cannot look": (
            "enunciados: yield say(...), o needs(...) si no puede examinar"
        ),
        "three letters and three digits": "tres letras y tres cifras",
        "of several words: name its function so": (
            "de varias palabras: nombre así su función"
        ),
        "on or context, beside the thing": "on o context, además de la cosa",
        "annotated with the attrs class it is about, or a union of them": (
            "anotado con la clase de attrs de la que trata, o con una unión de ellas"
        ),
        "a summary, then the sections {}, none empty": (
            "un resumen y luego los apartados {}, ninguno vacío"
        ),
        # days
        "day": {
            "on {}": "el {}",
            "in {}": "en {}",
            "by {}": "a más tardar en {}",
            "in or after {}": "en {} o después",
            "about {}": "hacia {}",
            "between {} and {}": "entre {} y {}",
        },
        "{} ended {}": "{} terminó {}",
        "{} ended {}; {}": "{} terminó {}; {}",
        "may have ended": "puede haber terminado",
        "ended some time in {}": "terminó en algún momento de {}",
        # budgets
        "the annual budget is {}, but {} is set aside for each {}": (
            "presupuesto anual: {}, pero se reservan {} por cada “{}”"
        ),
        "the annual budget of {} is above the overall one of {}": (
            "el presupuesto anual de {} supera al total de {}"
        ),
        "{} set aside for each {} is above the annual budget of {}": (
            "los {} reservados por cada “{}” superan el presupuesto anual de {}"
        ),
        "{} of what currency?": "{}: ¿en qué moneda?",
        "{} provides funding, but no source of funding is specified": (
            "{} aporta financiamiento, pero no se indica ninguna fuente de recursos"
        ),
        "funding is provided, but no source of funding is specified": (
            "se aporta financiamiento, pero no se indica ninguna fuente de recursos"
        ),
        # codes
        "{} is no code of a country that is assigned": (
            "{} no es un código de país asignado"
        ),
        "{} is no code of a region that is assigned": (
            "{} no es un código de región asignado"
        ),
        "{} is no code of a currency that is assigned": (
            "{} no es un código de moneda asignado"
        ),
        "{} was withdrawn after {}; the amount is of {}": (
            "{} se retiró después de {}; el importe es de {}"
        ),
        "{} was withdrawn, nobody says when": "{} se retiró; nadie dice cuándo",
        "{} was withdrawn after {}; of what year the amount is, is not said": (
            "{} se retiró después de {}; no se dice de qué año es el importe"
        ),
        # ecosystems
        "while it pays, {} is not named among those who take part": (
            "{} paga, pero en ese tiempo no figura entre quienes participan"
        ),
        "no end of its {} is recorded": "no consta el fin de su {}",
        "its {} is recorded as having no end": "consta que su {} no tiene fin",
        "its {} ends {}": "su {} termina {}",
        "{} {}; whether its {} goes on is open": (
            "{} {}; no se sabe si su {} continúa"
        ),
        "{} was founded {}, but its {} begins {}": (
            "{} se fundó {}, pero su {} comienza {}"
        ),
        "{} ended {}, but its {} ends {}": "{} terminó {}, pero su {} termina {}",
        "no action is said to serve: {}": ("de ninguna acción se dice que sirva a: {}"),
        "{} takes part in a role that is not stated": (
            "{} participa en una función que no se indica"
        ),
        "takes part; neither which body it is nor its role is said": (
            "participa; no se dice qué organismo es ni su función"
        ),
        "takes part, but which body it is is not said": (
            "participa, pero no se dice qué organismo es"
        ),
        "is {}, but which body it is is not said": (
            "es {}, pero no se dice qué organismo es"
        ),
        "contributions make {} of the whole": "las aportaciones suman {} del total",
        "{} is part of itself, by way of {}": (
            "{} forma parte de sí mismo, por medio de {}"
        ),
        "{} also goes by {}, as does the ecosystem {}": (
            "{} también se conoce como {}, igual que el ecosistema {}"
        ),
        "{} takes part, but {}, of which it is part, does not": (
            "{} participa, pero {}, organismo del que forma parte, no"
        ),
        # indicators and profiles
        "the structure {}": "la estructura {}",
        "{} has no indicator {}": "{} no tiene el indicador {}",
        "{} is stated as {}, but {} gives {}": "{}: se declara {}; cálculo de {}: {}",
        "no number": "ningún número",
        "{} is stated as {} years old on {}, but was founded {}": (
            "de {} se declara una antigüedad de {} {1?año|años} al {}, pero se fundó {}"
        ),
        "interviewed on {}, before {} was founded {}": (
            "la entrevista es del {}, antes de que {} se fundara {}"
        ),
        "interviewed on {}, after {} ended {}": (
            "la entrevista es del {}, después de que {} terminara {}"
        ),
        "{} stands for {}, after the interview on {}": (
            "{} vale para el {}, después de la entrevista del {}"
        ),
        "{}: private money makes {}, public money {}; {} asks for {} to 1": (
            "{}: los recursos privados son {}; los públicos, {}; {} pide {} a 1"
        ),
        "{}: {} is {}, {} is asked for": "{}: {}: {}; se pide {}",
        "missing": "no existe",
        "one": "uno",
        # labels
        "{}: its last label in this register, {}, ended {}, renewable until {}": (
            "{}: su última etiqueta en este registro, {}, terminó el {} y era "
            "renovable hasta el {}"
        ),
        "{}: its last label in this register, {}, ended {}, is renewable until {}": (
            "{}: su última etiqueta en este registro, {}, terminó el {} y es "
            "renovable hasta el {}"
        ),
        "which label of {} is last": "saber cuál es la última etiqueta de {}",
        "of which edition the {} label is": "saber de qué edición es la etiqueta {}",
        "how long after its end a {} label may be renewed": (
            "saber hasta cuándo después de su fin se puede renovar una etiqueta {}"
        ),
        "{}: ends {}, the month of the terms ends {}": (
            "{}: termina el {}; el mes de los plazos termina el {}"
        ),
        "how long a first {} label holds": (
            "saber cuánto vale una primera etiqueta {}"
        ),
        "{}: awarded {} for {} months, but ends {}": (
            "{}: otorgada {} por {} {2?mes|meses}, pero termina el {}"
        ),
        "by how much a renewal extends a {} label": (
            "saber cuánto prolonga una renovación la etiqueta {}"
        ),
        "on which day of a month a {} label ends": (
            "saber en qué día del mes termina una etiqueta {}"
        ),
        "{}: renewed for {} months from {}, but ends {}": (
            "{}: renovada por {} {1?mes|meses} desde el {}, pero termina el {}"
        ),
        "{}: renewed {}, but the label before it could be renewed until {}": (
            "{}: renovada {}, pero la etiqueta anterior se podía renovar hasta el {}"
        ),
        "{}: the renewal until {} comes before the first label, which ends {}": (
            "{}: la renovación hasta el {} precede a la primera etiqueta, que "
            "termina el {}"
        ),
        "{}: {} until {} stands twice": "{}: {} hasta el {} aparece dos veces",
        "the list of portfolios {}": "la lista de portafolios {}",
        '"{}" is not among the portfolios known of the edition {}': (
            "“{}” no está entre los portafolios conocidos de la edición {}"
        ),
        "{}: awarded {}, listed on {}": "{}: otorgamiento {}; listada el {}",
        "neither the day it shows nor the dates of all awards are known": (
            "no se conocen ni el día que muestra ni las fechas de todas las etiquetas"
        ),
        "its label ended on {}": "que su etiqueta terminara el {}",
        "its label was awarded {}": "que se otorgara su etiqueta {}",
        "{} was founded {}, after {}": "{} se fundó {}, después de {}",
        "{} ended {}, before {}": "{} terminó {}, antes de {}",
        "{} ended {}; its label runs until {}": (
            "{} terminó {}; su etiqueta está vigente hasta el {}"
        ),
        "{} holds a label and is recorded as {}": (
            "{} tiene una etiqueta y está registrada como {}"
        ),
        "{}: {} awarded {}, its first label {}; {} months must lie between": (
            "{}: otorgamiento de la etiqueta {}: {}; de la primera: {}; "
            "{4?debe|deben} mediar {} {4?mes|meses}"
        ),
        # organizations
        '{} may be one body: {} "{}"': "{} pueden ser un solo organismo: {} “{}”",
        '{} records go by the name "{}" and differ in {}: {}': (
            "{} registros llevan el nombre “{}” y difieren en {}: {}"
        ),
        "the name shows {}, the acronym is recorded as {}": (
            "el nombre muestra {}; como siglas consta {}"
        ),
        "the name ends in {}, the legal form is recorded as {}": (
            "el nombre termina en {}; como forma jurídica consta {}"
        ),
        "the name names {}, the region is recorded as {}": (
            "el nombre menciona {}; como región consta {}"
        ),
        "{} is recorded as an organization of the kind {}": (
            "{} está registrado como organización del tipo {}"
        ),
        "{} {} is carried by {}": "{} {} lo llevan {}",
        # policies
        "{}: {} at the level {}": "{}: {} en el nivel {}",
        "{}: {}, but no end is set": "{}: {}, pero no se fija ningún término",
        "{}: {}, but its end is {}": "{}: {}, pero su término es {}",
        "the name says {} to {}, recorded is {}": (
            "el nombre dice de {} a {}; consta {}"
        ),
        "the stated start is {}, the practice goes back to {}": (
            "el inicio declarado es {}; la práctica se remonta a {}"
        ),
        "{} begins {} only": "{} apenas comienza {}",
        '"{}", but sectors are named: {}': "“{}”, pero se nombran sectores: {}",
        '"{}", but no sector is named': "“{}”, pero no se nombra ningún sector",
        "{} is evaluated ex-post, but {}": "{} se evalúa ex post, pero {}",
        "no end is set": "no se fija ningún término",
        "it goes on until {}": "continúa hasta {}",
        'the source prints "{}", but a value is recorded': (
            "la fuente imprime “{}”, pero consta un valor"
        ),
        "{} records of one name and one time: {}": (
            "{} registros de un mismo nombre y tiempo: {}"
        ),
        "one body, or two?": "¿un organismo o dos?",
        "one name for bodies of {}": "un mismo nombre para organismos de {}",
        "{} was expected {}, and its source came out {}": (
            "“{}”: se esperaba {}, y su fuente se publicó {}"
        ),
        "{}: cluster organisations are no beneficiaries, and no instrument "
        "or measure names them": (
            "{}: los organismos de clúster no figuran entre los beneficiarios, y "
            "ningún instrumento ni medida los nombra"
        ),
        "{}: {} is printed for all authorities, no words give it to this one": (
            "{}: {} está impreso para todas las autoridades; ninguna frase se lo "
            "atribuye a esta"
        ),
        # published scores
        "an edition with the rubric {}": "una edición con la rúbrica {}",
        "{}: the points make {}, the total is printed as {}": (
            "{}: los puntos suman {}; el total impreso es {}"
        ),
        "the rubric has no criterion {}": "la rúbrica no tiene el criterio {}",
        "{} has {} {1?point|points}, the rubric gives {}": (
            "{} tiene {} {1?punto|puntos}; la rúbrica da {}"
        ),
        "{}: published {}, the facts give {}": "{}: publicado {}; los hechos dan {}",
        "{}: published {}, the facts allow {}": (
            "{}: publicado {}; los hechos permiten {}"
        ),
        "the last day on which data of {} were collected": (
            "el último día en que se recabaron datos de {}"
        ),
        '{}: the facts give {}; were the answer to "{}" "{}", they would give {}': (
            "{}: los hechos dan {}; si la respuesta a “{}” fuera “{}”, darían {}"
        ),
        "one of {} totals from {} to {}": "uno de {} totales de {} a {}",
        "{} belongs to {}, the factsheet is about {}": (
            "{} es de {}; la ficha es de {}"
        ),
        "no policy is recorded": "no consta ninguna política",
        "no policy that counts is certainly in force on {}": (
            "no hay política que cuente y esté vigente con certeza el {}"
        ),
        "no policy that counts is certainly in force": (
            "no hay política que cuente y esté vigente con certeza"
        ),
        "the facts give {}": "los hechos dan {}",
        "{}: nothing bears out the published total of {}": (
            "{}: nada respalda el total publicado de {}"
        ),
        "on {} {}, on {} {}": "el {} {}; el {} {}",
        # rubrics
        "{}: no level for {} cases, for example {}": (
            "{}: {} {1?caso|casos} sin nivel, por ejemplo {}"
        ),
        "{}: no facts lead to {} {1?point|points}": (
            "{}: ningún hecho lleva a {} {1?punto|puntos}"
        ),
        "{} changes no level": "{} no cambia ningún nivel",
        "{} is {}, but it only matters where {}": "{} es {}, pero solo importa si {}",
        # sources
        "nothing says where {} was read": "nada dice dónde se leyó {}",
        "nothing says where these were read: {}": "nada dice dónde se leyeron: {}",
        "the text of {}": "el texto de {}",
        '"{}" does not stand in {}': "“{}” no está en {}",
        "{} was read on {}, but published {}": (
            "{} se leyó el {}, pero su publicación es de {}"
        ),
        "address": "dirección",
        "date of itself or of reading": "fecha propia ni de lectura",
        'no {} is recorded for "{}"': "no consta ninguna {} de “{}”",
        "{} stands for sources that differ in {}: {}": (
            "{} designa fuentes que difieren en {}: {}"
        ),
        "{} are recorded with one address: {}": (
            "{} constan con una misma dirección: {}"
        ),
        '{} are recorded with one title: "{}"': "{} constan con un mismo título: “{}”",
        '"{}" was published {}': "“{}” se publicó {}",
    }
)
