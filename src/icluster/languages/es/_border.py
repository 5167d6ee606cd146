"""What `icluster.wire` and `icluster.frames` say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        # rows of spreadsheets
        "a name, not what stands where there is none": (
            "un nombre, no lo que se escribe donde falta"
        ),
        "the title of a {}": "el título de un {}",
        "countries, parts of countries, and nouns with a title": (
            "países, partes de países y objetos con título"
        ),
        (
            "rows, each a mapping of headings to cells: those of csv.DictReader for a "
            "file, frame.to_dict('records') of pandas, frame.to_dicts() of polars"
        ): (
            "filas, cada una un mapa de encabezados a celdas: las de csv.DictReader de "
            "un archivo, frame.to_dict('records') de pandas, frame.to_dicts() de polars"
        ),
        # frames: what is outside of a domain
        "Closest": "El más parecido",
        "Column": "Columna",
        "Outside of the domain": "Fuera del dominio",
        "yes=frames.YES, no=frames.NO let words say yes and no.": (
            "Con yes=frames.YES, no=frames.NO las palabras dicen sí y no."
        ),
        "fact.at_age tells how long ago a day was, frames.joined writes it.": (
            "fact.at_age dice cuánto hace de un día, frames.joined lo escribe."
        ),
        "Possible": "Valores posibles",
        "apart from what says yes": "distinto de lo que dice sí",
        "columns that name each row once": "columnas que nombren cada fila una vez",
        # --- wire: documents --------------------------------------------------------
        "a JSON text": "un texto JSON",
        "JSON; at line {}, column {}: {}": "JSON; en la línea {}, columna {}: {}",
        "a value is expected": "se espera un valor",
        "a key in double quotes is expected": (
            "se espera una clave entre comillas dobles"
        ),
        "a comma or the end is expected": "se espera una coma o el final",
        "a colon is expected": "se esperan dos puntos",
        "something stands after the end": "hay algo después del final",
        "the end of a text is missing": "falta el final de un texto",
        "a control character stands in a text": (
            "hay un carácter de control en un texto"
        ),
        "a comma is too many": "sobra una coma",
        "a byte order mark stands there": "hay una marca de orden de bytes",
        "an escape is none of JSON": "hay una secuencia de escape que no es de JSON",
        "it cannot be read": "no se puede leer",
        "a document with format, type and data; from_json reads others": (
            "un documento con format, type y data; los demás los lee from_json"
        ),
        "what stands under data: wire.loads reads the whole": (
            "lo que está en data: el documento entero lo lee wire.loads"
        ),
        "a JSON object": "un objeto JSON",
        "JSON that repeats no key": "JSON que no repita ninguna clave",
        "JSON without a number of too many digits": (
            "JSON sin números de demasiados dígitos"
        ),
        "JSON, which knows finite numbers only": (
            "JSON, que solo conoce números finitos"
        ),
        "JSON in UTF-8, which it is not at byte {}": (
            "JSON en UTF-8, lo que no es en el byte {}"
        ),
        "there once": "indicado una sola vez",
        "a number of at most {} digits": (
            "un número de {} {0?dígito|dígitos} a lo más"
        ),
        "a number of at most 1000 digits": "un número de 1000 dígitos a lo más",
        "a finite number": "un número finito",
        "an object": "un objeto",
        "a value of JSON": "un valor de JSON",
        "a mapping": "un mapa",
        "a mapping whose keys are written as text": (
            "un mapa cuyas claves se escriben como texto"
        ),
        "a function of a dictionary": "una función de un diccionario",
        "'refuse' or 'report'": "'refuse' o 'report'",
        "text with {model} in it": "texto que contenga {model}",
        "said": "indicado",
        "the name of one of {} classes, such as {}, or of one in kinds=": (
            "el nombre de una de {} clases, como {}, o de una en kinds="
        ),
        "null": "null",
        "true or false": "true o false",
        "a date such as '2022', '2022-09' or '2022-09-30'": (
            "una fecha como '2022', '2022-09' o '2022-09-30'"
        ),
        "a day such as '2022-09-30'": "un día como '2022-09-30'",
        "a decimal number as text, such as '0.5'": (
            "un número decimal como texto, por ejemplo '0.5'"
        ),
        "a fraction as text, such as '3/4'": (
            "una fracción como texto, por ejemplo '3/4'"
        ),
        "{}, and shorter": "{}, y más corto",
        "a list without repetition": "una lista sin repeticiones",
        "text without halves of characters": "texto sin mitades de caracteres",
        "a list": "una lista",
        "a list of {} items": "una lista de {} {0?elemento|elementos}",
        "a {}": "un valor de tipo {}",
        "an object with the fields of {}": "un objeto con los campos de {}",
        "made of what can be exchanged": "hecho de lo que se puede intercambiar",
        "made of types that can be exchanged": (
            "hecho de tipos que se pueden intercambiar"
        ),
        "something that can be exchanged": "algo que se pueda intercambiar",
        "something that can be exchanged: an attrs class, no dataclass": (
            "algo que se pueda intercambiar: una clase de attrs, no una dataclass"
        ),
        "something that can be read: {}": "algo que se pueda leer: {}",
        "what the migration of {} can read: it {}": (
            "lo que la migración de {} puede leer: {}"
        ),
        "what the migration of {} makes a dictionary of": (
            "aquello de lo que la migración de {} hace un diccionario"
        ),
        "exchanged by a hook of your own": "intercambiado por una función propia",
        "a plain Enum, not one that is text or a number too": (
            "un Enum simple, no uno que sea también texto o número"
        ),
        "given once a fact": "indicado una vez por hecho",
        "some of {}, each once": "algunos de {}, cada uno una vez",
        "left out for {}, which holds itself": (
            "omitido en el caso de {}, que se contiene a sí mismo"
        ),
        "given once a name": "indicado una vez por nombre",
        "nested at most {} levels deep": (
            "de {} {0?nivel|niveles} de anidación a lo más"
        ),
        "nested less deeply": "con menos niveles de anidación",
        "said with what it holds, such as OnDay[Membership]": (
            "indicado con lo que contiene, como OnDay[Membership]"
        ),
        "something else": "otra cosa",
        "sound: {}": "coherente: {}",
        "a list of what can stand in a set": (
            "una lista de lo que puede estar en un conjunto"
        ),
        "a vocabulary of keys that are text or whole numbers": (
            "un vocabulario cuyas claves sean textos o números enteros"
        ),
        "a class, or a list of one": "una clase, o una lista de una",
        "the name of a field; the closest is {}": (
            "el nombre de un campo; el más parecido es {}"
        ),
        "the name of a {}: {}": "un nombre de {}: {}",
        "what describes {}": "lo que describe {}",
        "without {} more unknown {0?key|keys}": (
            "sin {} {0?clave desconocida|claves desconocidas} más"
        ),
        # --- wire: facts by name ------------------------------------------------------
        "an object of facts by name": "un objeto de hechos por nombre",
        "{}, a list of those possible, or left out": (
            "{}, una lista de los posibles, o nada"
        ),
        "a list of one value or more": "una lista de un valor o más",
        "Facts by name": "Hechos por nombre",
        "What is left out is unknown.": "De lo que se omite no se sabe nada.",
        "It matters where {}.": "Importa donde {}.",
        "left out for facts by name": "omitido en el caso de hechos por nombre",
        "left out beside all but Facts": "omitido junto a todo lo que no sea Facts",
        # --- wire: rows ---------------------------------------------------------------
        "is unknown: it must be {}": "es desconocido: debe ser {}",
        "'.' or ','": "'.' o ','",
        "Row": "Fila",
        "Content": "Contenido",
        "Rejected because": "Se rechazó porque",
        "row {}: {}": "fila {}: {}",
        "{} {0?row|rows} read, {} rejected": (
            "{} {0?fila leída|filas leídas}, {} {1?rechazada|rechazadas}"
        ),
        "a class that is written by field": "una clase que se escribe por campos",
        "a key or label of {}": "una clave o un título de {}",
        "{}, or written {}": "{}, o escrito {}",
        "{} (the number is what Excel keeps for {})": (
            "{} (el número es lo que Excel guarda para {})"
        ),
        "{}, and words make {} of it": "{}, y words hace de ello {}",
        "{} (None makes an empty cell of it)": "{} (None lo hace una celda vacía)",
        "{}, or one of those handed over as names": (
            "{}, o uno de los que se pasaron como names"
        ),
        "{} (decimal=',' reads a comma)": "{} (decimal=',' lee una coma)",
        "a decimal number such as '0,5', thousands not set apart": (
            "un número decimal como '0,5', sin separador de millares"
        ),
        "absent: {} cites nothing": "ausente: {} no cita nada",
        "as every row": "como todas las filas",
        "Every row: {}.": "Todas las filas: {}.",
        "the name of a field of {}, or mapped to one, or to '' to be ignored": (
            "el nombre de un campo de {}, o asignarse a uno, o a '' para omitirlo"
        ),
        "a mapping of headings to cells": "un mapa de encabezados a celdas",
        "made of cells with headings, as many as there are of these": (
            "una fila hecha de celdas con encabezado, tantas como encabezados"
        ),
        "{}, a column each": "{}, cada uno en su columna",
        "empty": "vacío",
        "filled": "con contenido",
        "several values, split as told": "varios valores, separados como se indicó",
        "made of YYYY, MM and DD, such as 'DD/MM/YYYY'": (
            "formado por YYYY, MM y DD, como 'DD/MM/YYYY'"
        ),
        "nouns or results, in a list or a tuple": (
            "objetos o resultados, en una lista o una tupla"
        ),
        "of one type": "de un solo tipo",
        "the only column for {}": "la única columna para {}",
        "{} (the closest is {})": "{} (lo más parecido es {})",
        # --- frames -------------------------------------------------------------------
        "key names the columns that tell the rows apart": (
            "key nombra las columnas que distinguen las filas"
        ),
        "columns names the column of a fact, or says Missing.UNKNOWN for none": (
            "columns nombra la columna de un hecho, o dice Missing.UNKNOWN si no la hay"
        ),
        "again=True replaces what was added when it was scored before": (
            "again=True sustituye lo que se agregó al calificarla antes"
        ),
        "1 or more": "1 o más",
        "a data frame that narwhals knows": "una tabla de datos que narwhals conozca",
        "sound": "válida",
        "a mapping from names to {}, one or more": (
            "un mapa de nombres a {}, uno o varios"
        ),
        "a mapping from what is looked for to the column that holds it": (
            "un mapa de lo que se busca a la columna que lo contiene"
        ),
        "a type, such as LabelAward": "un tipo, como LabelAward",
        "an eager engine that is installed, such as {}": (
            "un motor instalado que calcule de inmediato, como {}"
        ),
        "booleans, whole numbers or texts, one or more, all of one type": (
            "valores lógicos, números enteros o textos, uno o varios, todos de un tipo"
        ),
        "texts, whole numbers of 64 bits or days, all of one type": (
            "textos, números enteros de 64 bits o días, todos de un tipo"
        ),
        "by one rubric": "de una sola rúbrica",
        "of one schema": "de un solo esquema",
        "column": "columna",
        "column of a label": "columna de una etiqueta",
        "columns not called {}": "columnas que no se llamen {}",
        "of columns named once each": "de columnas nombradas una vez cada una",
        "of columns whose names are text; rename the others first": (
            "de columnas con nombres de texto; cambie antes los demás nombres"
        ),
        "several columns, in a list or a tuple": (
            "varias columnas, en una lista o una tupla"
        ),
        "combinations of values that move the points both ways": (
            "combinaciones de valores que mueven los puntos en ambos sentidos"
        ),
        "joined values": "valores unidos",
        "units": "unidades",
        "given once each": "indicados una vez cada uno",
        "in the order of the domain, which is (False, True)": (
            "en el orden del dominio, que es (False, True)"
        ),
        "without {}, which joins several values in a cell": (
            "sin {}, que une varios valores en una celda"
        ),
        "named by tuples, one part for each of {}": (
            "nombrados por tuplas, con una parte para cada uno de {}"
        ),
        "the name of a column, or several names": (
            "el nombre de una columna, o varios nombres"
        ),
        "several names, one for each part of the tuples": (
            "varios nombres, uno para cada parte de las tuplas"
        ),
        "names that differ, from each other and from every other column": (
            "nombres distintos entre sí y de las demás columnas"
        ),
        "objects without names, as its values() are; from_facts and from_scores write"
        " facts and scores by name": (
            "objetos sin nombre, como los de su values(); from_facts y from_scores"
            " escriben hechos y calificaciones por nombre"
        ),
        "of dates, or of moments without a time zone; make dates of texts first": (
            "de fechas, o de momentos sin zona horaria; haga antes fechas de los textos"
        ),
        "of floats, or of whole numbers of 64 bits with a sign; cast it": (
            "de números con decimales, o de enteros de 64 bits con signo; conviértala"
        ),
        "with a year {}": "una fecha con un año {}",
        "with a month {}": "una fecha con un mes {}",
        "with a day {}": "una fecha con un día {}",
        "of text, as LabelTier writes it": "de texto, como lo escribe LabelTier",
        "of text, as the key of an edition is": (
            "de texto, como la clave de una edición"
        ),
        "of text, such as names of holders": "de texto, como nombres de titulares",
        "eager where labels are told by holder: collect it first": (
            "de los que se calculan al momento, si se pregunta por titular: "
            "reúna antes las filas"
        ),
        "the name of a column, or Missing.UNKNOWN": (
            "el nombre de una columna, o Missing.UNKNOWN"
        ),
        "of a type that can say {}": "de un tipo que pueda decir {}",
        "1 and 0 are read with yes=frames.YES, no=frames.NO": (
            "1 y 0 se leen con yes=frames.YES, no=frames.NO"
        ),
        "of an engine that ranks within groups, which Dask does not": (
            "de un motor que ordene dentro de grupos, lo que Dask no hace"
        ),
        "of texts that pandas can compare, such as {}": (
            "de textos que pandas pueda comparar, como {}"
        ),
        "of criteria none of which is called {}": (
            "de criterios ninguno de los cuales se llame {}"
        ),
        "one or more members of Part, in a list or a tuple": (
            "uno o varios miembros de Part, en una lista o una tupla"
        ),
        "one that overwrites no column, as it would {}": (
            "uno que no sobrescriba ninguna columna, como lo haría con {}"
        ),
        "{} and {} more": "{} y {} más",
        "left out: the result knows its day": "omitido: el resultado conoce su día",
        "ViewKind": {
            "score": "calificación",
            "published and derived score": "calificación publicada y calculada",
            "scores by every reading": "calificaciones según cada lectura",
            "what would lift a score": "lo que elevaría una calificación",
            "ranking": "clasificación",
            "place among peers": "lugar entre sus pares",
            "benchmarking report": "informe de benchmarking",
            "findings of rules": "lo que hallaron las reglas",
            "labels on a day": "etiquetas en un día",
        },
        "Kind": {
            "boolean": "valor lógico",
            "whole numbers": "números enteros",
            "nothing": "nada",
        },
        "Part": {
            "how many points one unit is": "cuántos puntos vale una unidad",
            "how many values are outside their domain": (
                "cuántos valores están fuera de su dominio"
            ),
            "lowest and highest points of each criterion": (
                "puntos mínimos y máximos de cada criterio"
            ),
            "lowest and highest total": "total mínimo y máximo",
        },
    }
)
