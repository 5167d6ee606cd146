"""Spanish for the pages of rules: what each says, why, on what it fires, the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_PAGES: Final[Mapping[str, tuple[str, str, str, str]]] = MappingProxyType(
    {
        "BUD001 annual-beside-allocation": (
            "No hay datos del presupuesto anual, junto a un importe que se reserva para un año.",
            "Sí hay datos: el presupuesto es al menos ese importe por el número de quienes lo reciben.",
            "Un presupuesto anual desconocido junto a un importe de un año por cada uno de varios.",
            "Averigüe para cuántos se reserva y registre el presupuesto; o dispénselo.",
        ),
        "BUD002 funder-without-funds": (
            "Una autoridad aporta financiamiento, pero no se indica ninguna fuente de recursos.",
            "Las dos filas se contradicen: la autoridad financia o no financia.",
            "La función *aporta financiamiento*, de una autoridad o de todas juntas, junto a una fuente de recursos que consta como ninguna, o como desconocida aunque se leyó el lugar que habla de ella.",
            "Registre de dónde viene el dinero, por ejemplo del presupuesto propio de la autoridad, o quite la función; si el documento dice ambas cosas, dispense el hallazgo.",
        ),
        "BUD003 amount-without-currency": (
            "Un importe de dinero no tiene moneda.",
            "“$” es el signo del peso y también del dólar: un importe así no se puede sumar ni comparar.",
            "Un importe distinto de cero, del presupuesto de una política o de una aportación, cuya moneda se desconoce.",
            "Averigüe la moneda y registre su código ISO 4217.",
        ),
        "BUD004 part-exceeds-whole": (
            "Un importe es mayor que aquel del que forma parte.",
            "Uno de los importes, o su unidad, está mal.",
            "Un presupuesto anual superior al total, en una misma moneda conocida, salvo que conste que son de años distintos; un importe reservado por cada uno de varios que supera el presupuesto anual, en una misma moneda y de un mismo año conocidos. Los importes iguales están bien.",
            "Corrija los importes, su moneda o su año.",
        ),
        "COD001 place-not-assigned": (
            "Un código de país o de región no está asignado.",
            "Quien cruce datos por código no encontrará nada, o encontrará otra cosa.",
            "Un país que el contexto no lista, una región de un país así, y una región que no está listada donde sí lo están otras de su país. Los códigos retirados, y los que se usan sin que nadie los haya asignado (XK), no están listados.",
            "Registre el código asignado; o dispense el hallazgo si ese es el código que se quiere.",
        ),
        "COD002 currency-not-assigned": (
            "Un código de moneda no existe, o se retiró.",
            "Un importe que nadie puede convertir no es comparable.",
            "Un importe en una moneda que el contexto no lista; y uno en una moneda que se retiró, salvo que sea de un año en que estaba vigente. El de moneda desconocida queda para otras reglas.",
            "Registre el código vigente, o el año del que es el importe; o dispense el hallazgo si ese es el código que se quiere.",
        ),
        "ECO001 funder-no-participant": (
            "Paga alguien que no figura entre quienes participan.",
            "Quien paga suele responder de algo: o falta un participante en la lista, o falta el papel de quien financia.",
            "Un aportante con nombre que, en ningún momento en que puede pagar, es participante ni miembro ni está en un grupo de trabajo, donde las participaciones están listadas y ninguna lista dice que le falte algo. Alguien sin nombre que participa puede ser él.",
            "Registre la participación con su función; o dispense el hallazgo si paga sin participar.",
        ),
        "ECO002 ended-body-acts": (
            "Un organismo que terminó sigue registrado como activo.",
            "A un organismo que ya no existe nadie puede pagarle, unírsele ni pedirle respuesta.",
            "Una participación, membresía, aportación, vinculación o lugar en un grupo de trabajo que todavía puede estar en curso en la fecha, de un organismo que con certeza terminó. Ser parte de otro no es actuar. La que con certeza termina después que su organismo queda para *relation-outside-life*.",
            "Registre el fin de la relación, que no puede ser posterior al del organismo; si otro lo sucedió, regístrele una relación aparte.",
        ),
        "ECO003 body-may-have-ended": (
            "Un organismo registrado como activo puede haber terminado.",
            "Aquello por lo que está registrado puede haber terminado también.",
            "Las relaciones que examina *ended-body-acts*, de un organismo del que no se sabe si terminó para la fecha: su fin se conoce solo en parte, o se desconoce y una fuente citada para él se publicó para entonces.",
            "Averigüe si terminó y cuándo, y registre `dissolved`; “no aplica” dice que no ha terminado.",
        ),
        "ECO004 relation-outside-life": (
            "Una relación empieza antes que su organismo, o termina después.",
            "Una de las fechas está mal.",
            "Una relación cuyo periodo con certeza empieza antes de que se fundara el organismo, o con certeza termina después de que se disolvió. El día mismo está dentro.",
            "Corrija el periodo, o las fechas del organismo.",
        ),
        "ECO005 objective-without-action": (
            "De ninguna acción se dice que sirva a un objetivo.",
            "Lo que nadie trabaja no se alcanza; y la membresía puede depender de participar en los objetivos.",
            "Objetivos que ninguna acción registrada nombra, dicho una vez de todos ellos, donde las acciones están listadas y completas.",
            "Registre en `serves` a qué objetivos sirve cada acción.",
        ),
        "ECO006 participant-unclear": (
            "Alguien participa, pero no se dice quién es o en qué función.",
            "Una lista no dice quién decide, quién ejecuta y quién asesora si no da ambas cosas; y nadie puede preguntarle a quien no se nombra, ni comprobar si aún existe.",
            "Una participación sin función conocida, o de un organismo sin nombre. Los grupos de varios sin nombre no se señalan.",
            "Registre la función, si hace falta con `Other` y las palabras de la fuente, y el organismo, por su clave.",
        ),
        "ECO007 shares-exceed-one": (
            "Las partes de los costos suman más que el total.",
            "Una de las partes está mal, o es de otro tiempo.",
            "Aportaciones que con certeza están en curso en la fecha, dadas como proporciones, que suman más de 1; 1 exacto es el total.",
            "Corrija las proporciones, o deles los periodos a los que pertenecen.",
        ),
        "ECO008 part-of-itself": (
            "Un organismo forma parte de sí mismo, por medio de otros.",
            "Una de las vinculaciones apunta al revés, o son de tiempos distintos.",
            "Vinculaciones del tipo *parte de* que pueden estar vigentes juntas en la fecha y llevan de un organismo de vuelta a él; los círculos que comparten un organismo se señalan como uno solo.",
            "Voltee o quite la vinculación equivocada: `first` es la parte, `second` el todo; o dé a las vinculaciones sus periodos.",
        ),
        "ECO009 bears-ecosystem-name": (
            "Un organismo de otro nombre se conoce también por el nombre del ecosistema.",
            "Lo que se diga de ese nombre puede referirse a cualquiera de los dos.",
            "Un alias o unas siglas que son el nombre del ecosistema o su clave; no importan mayúsculas, acentos ni puntuación. Un organismo cuyo nombre impreso o cuya clave es la del ecosistema se toma por su propio organismo.",
            "Dé al organismo propio del ecosistema la clave de este; si no, diga a cuál se refiere dondequiera que se use el nombre, y dispense el hallazgo.",
        ),
        "ECO010 part-without-whole": (
            "Participa una parte de un organismo, y el organismo mismo no.",
            "No se dice quién habla por el conjunto: la parte puede actuar por él, o falta el conjunto en la lista.",
            "Un organismo entre los participantes que es parte de otro que no lo es, por una vinculación que puede estar vigente en la fecha, donde las participaciones están listadas y completas.",
            "Registre el conjunto como participante; o dispense el hallazgo si la parte participa sola.",
        ),
        "IND001 answer-off-scale": (
            "Una respuesta está fuera de su escala, o no responde a ningún indicador.",
            "No se puede situar entre las respuestas de otros.",
            "Cada falta que señala la escala del indicador, y las respuestas a indicadores que la estructura no tiene.",
            "Corrija la respuesta, o nombre la estructura que se usó. Las proporciones redondeadas se declaran de modo que sumen uno.",
        ),
        "IND002 sum-differs": (
            "Un total declarado no es la suma de sus partes declaradas.",
            "Las proporciones y razones que se calculan de uno o de otras difieren.",
            "Los totales que según la estructura deben coincidir, donde se responden ambos.",
            "Pregunte a la organización cuál es correcto y corrija el otro.",
        ),
        "IND003 derived-differs": (
            "Un valor declarado no es el que dan sus datos de partida.",
            "El benchmarking se guía por el valor calculado; un informe del declarado dice otra cosa.",
            "Una respuesta a un indicador que se calcula, donde los datos de partida dan otro valor. El valor calculado, redondeado a los decimales declarados, es el mismo.",
            "Omita la respuesta, o corríjala, o corrija los datos de partida.",
        ),
        "IND004 age-against-founding": (
            "La antigüedad declarada no es la de la fundación de la organización.",
            "Una de las dos está mal, o el clúster es más antiguo que su organización.",
            "Una respuesta a `organization_age`, redondeada hacia arriba o hacia abajo a años, que ningún día de la fundación registrada da en el día de la entrevista. Puede ser mayor si la organización tiene una predecesora. Una entrevista anterior a la fundación queda para *interview-out-of-time*.",
            "Corrija la antigüedad o la fecha; registre el organismo más antiguo como predecesor.",
        ),
        "IND005 counterpart-short": (
            "Hay menos recursos privados de los que piden los recursos públicos de su estado.",
            "Nuevo León reserva recursos para cada clúster y pide recursos privados por al menos el mismo monto: sin ellos se pueden perder los públicos.",
            "El registro de una organización de una región cuya política vigente pide una contraparte a una partida, donde la proporción privada de los fondos es menor que la pública por la contraparte. La igualdad basta. La proporción pública puede incluir otros recursos públicos: en ese caso dispense el hallazgo.",
            "Consiga recursos privados, o diga qué recursos públicos no los piden.",
        ),
        "IND006 interview-out-of-time": (
            "Una entrevista no puede haber sido en su fecha, o una respuesta no podía conocerse entonces.",
            "Nadie puede responder por un organismo que no existe, ni por días que están por venir.",
            "Una entrevista con certeza anterior a la fundación de la organización o posterior a su disolución; y una respuesta que vale para un día posterior a su entrevista. El mismo día está bien.",
            "Corrija la fecha de la entrevista, de la respuesta o de la organización.",
        ),
        "LAB001 label-lapsed": (
            "Una etiqueta terminó, ya no se puede renovar y no la siguió otra.",
            "El registro lista a todos los que alguna vez pasaron por el benchmarking, así que no es un error de la página; pero quien aún muestre la etiqueta muestra una que ya no existe.",
            "Un titular cuya última etiqueta de un nivel terminó con certeza antes de la fecha, igual que su plazo de renovación, y a la que con certeza no siguió una de nivel superior.",
            "Si hay una renovación o una etiqueta posterior, regístrela como una etiqueta aparte; si no, no cuente la etiqueta, y dispense el hallazgo si se quiere conservar la historia.",
        ),
        "LAB002 label-renewable": (
            "Una etiqueta terminó y todavía se puede renovar.",
            "El plazo se cierra en un día conocido; después, el titular empieza de nuevo.",
            "Un titular cuya última etiqueta de un nivel terminó con certeza antes de la fecha, con certeza sigue en su plazo de renovación, y a la que con certeza no siguió una de nivel superior.",
            "Pida a la organización que repita el benchmarking, y registre la renovación como una etiqueta aparte.",
        ),
        "LAB003 end-breaks-convention": (
            "Una etiqueta no termina en un día en que terminan las de su edición.",
            "El día está mal, o rige para ella otra edición de los plazos, con otro plazo de renovación.",
            "Una etiqueta que termina antes del último día de su mes, donde todos los plazos que pueden regirla terminan con el mes. Aquellas cuyo fin se sigue de su plazo quedan para *term-broken*.",
            "Corrija el día, o registre la edición que sigue la etiqueta.",
        ),
        "LAB004 term-broken": (
            "Una etiqueta dura menos o más que su plazo.",
            "Una de las fechas está mal, o la etiqueta se concedió de otro modo.",
            "Una primera etiqueta con fecha de otorgamiento conocida, donde ningún día que la fecha pueda significar lleva al fin registrado; y una renovación que no prolonga la etiqueta anterior, del mismo titular y nivel, desde su fin por lo que dice el plazo. Donde al registro puede faltarle una etiqueta entre ambas, no se dice nada.",
            "Corrija las fechas, `grant`, o la edición del registro.",
        ),
        "LAB005 renewal-out-of-time": (
            "Una renovación llegó demasiado tarde, o antes de que hubiera algo que renovar.",
            "Después del último día de renovación solo se puede otorgar una primera etiqueta, con otro plazo; y antes no hay nada que prolongar.",
            "Una renovación que con certeza se otorgó después del último día en que se podía renovar la etiqueta anterior, del mismo titular y nivel; y una sin etiqueta anterior, donde la primera con certeza vino después. Donde al registro puede faltarle una etiqueta entre ambas, o la primera puede ser un nuevo comienzo tras el último día de renovación, no se dice nada.",
            "Corrija las fechas o `grant`, o registre la etiqueta que se renovó.",
        ),
        "LAB006 label-twice": (
            "Una misma etiqueta aparece dos veces en el registro.",
            "Sigue siendo una etiqueta y se cuenta una vez; sobra una de las filas, o uno de los fines está mal.",
            "Etiquetas de un titular, un nivel y un mismo fin; los portafolios pueden diferir.",
            "Conserve una; si un clúster se comparó en dos portafolios, dispénselo.",
        ),
        "LAB007 portfolio-unlisted": (
            "Un portafolio no está en la lista a la que dice pertenecer.",
            "Las etiquetas se cuentan por portafolio, y por él se hallan los pares.",
            "Un portafolio cuya edición está a la mano y no lo lista. A una lista conocida en parte puede faltarle.",
            "Corrija el portafolio, o complete la lista.",
        ),
        "LAB008 award-after-snapshot": (
            "Un registro lista una etiqueta otorgada después del día que muestra.",
            "El día del registro o el de otorgamiento está mal, y de ambos se deduce qué es una etiqueta en una fecha.",
            "Una etiqueta cuya fecha es con certeza posterior a `snapshot`.",
            "Corrija la que esté mal.",
        ),
        "LAB009 register-undated": (
            "No se sabe qué día muestra un registro.",
            "Antes de su fin, una etiqueta puede entonces estar vigente o no haberse otorgado aún: el conteo de las vigentes es un máximo.",
            "Un registro sin `snapshot` que lista una etiqueta sin fecha de otorgamiento.",
            "Registre el día en que se copió la página.",
        ),
        "LAB010 holder-outside-life": (
            "El titular de una etiqueta no existía cuando se otorgó, o terminó después.",
            "La etiqueta la tiene un organismo; no pasa a otros por sí sola.",
            "Un titular que con certeza se fundó después del otorgamiento, o con certeza terminó antes; y uno que con certeza terminó antes de la fecha, mientras la etiqueta no ha terminado para entonces. El día mismo del otorgamiento está dentro.",
            "Corrija las fechas, o registre como titular al organismo que la tenía o la tiene.",
        ),
        "LAB011 holder-is-no-cluster-organization": (
            "Tiene una etiqueta una organización que no es un organismo de clúster.",
            "Lo que pasa por el benchmarking es la organización que administra un clúster.",
            "Un titular cuyo tipo registrado es otro. Una asociación puede administrar un clúster: su tipo se registra entonces como organismo de clúster.",
            "Corrija el tipo del titular, o el titular.",
        ),
        "LAB012 higher-label-too-early": (
            "Una etiqueta superior se otorgó antes de que pudiera haber un segundo benchmarking.",
            "Una de las fechas está mal, o no se registró el primer benchmarking.",
            "Una primera etiqueta de un nivel cuyo plazo pide un segundo benchmarking, que con certeza se otorgó antes de que pasaran los meses que deben mediar, contados desde la primera etiqueta del mismo titular en el registro. Si es ella misma la primera, o una etiqueta del titular es una renovación o de fecha desconocida, puede haber habido una anterior, y no se dice nada.",
            "Corrija las fechas, o registre la primera etiqueta del titular.",
        ),
        "ORG001 likely-one-body": (
            "Dos nombres pueden designar un solo organismo.",
            "Un organismo registrado dos veces se cuenta dos veces, y lo que se sabe de él queda disperso.",
            "Organizaciones de nombres distintos que comparten unas siglas o un alias, o de las que un nombre contiene el nombre completo de la otra. Las que un hecho registrado distingue no se señalan: no hay dos de un mismo país, o de una misma región; una está vinculada con la otra, o la precedió.",
            "Registre uno de los nombres en `other_names` del otro registro y conserve uno solo; o registre lo que las distingue, o dispense el hallazgo con la razón por la que son dos.",
        ),
        "ORG002 one-name-two-bodies": (
            "Un mismo nombre está en registros que difieren.",
            "O un organismo está registrado de dos maneras que se contradicen o se completan, o dos organismos llevan un mismo nombre y se tomarán por uno.",
            "Dos o más registros que dicen cosas distintas y cuyos nombres tienen la misma clave: aparte de mayúsculas, acentos, puntuación y forma jurídica. Los registros con una misma `key` se sabe que son uno, y los que el país o la región distingue, que son varios; dónde se leyó algo no cuenta.",
            "Una los registros, deles una sola `key`, o registre los países o regiones que los distinguen; si no, dispense el hallazgo.",
        ),
        "ORG003 acronym-differs": (
            "Las siglas registradas no son las del nombre.",
            "Por las siglas se encuentran los duplicados.",
            "Un `acronym` registrado junto a un nombre que muestra otras siglas, antes de un guion o entre paréntesis al final; no importan mayúsculas ni acentos.",
            "Corrija las siglas, o registre las otras en `other_names`.",
        ),
        "ORG004 legal-form-differs": (
            "La forma jurídica registrada no es la del final del nombre.",
            "La forma jurídica decide quién puede firmar, tener una etiqueta o recibir fondos.",
            "Una `legal_form` registrada, o la afirmación de que no hay ninguna, junto a un nombre que termina en otra de las formas a la mano. Las formas de un mismo código ISO 20275, de una misma clave o escritas igual son la misma.",
            "Corrija la forma jurídica, o el nombre.",
        ),
        "ORG005 region-differs": (
            "La región registrada no es una que el nombre mencione.",
            "Los conteos por estado, y las reglas de las leyes estatales, se guían por la región.",
            "Una `region` registrada junto a un nombre que menciona otras regiones del mismo país, y no esta.",
            "Corrija la región; dispense el hallazgo si el nombre no se refiere a ninguna región.",
        ),
        "ORG006 not-a-body": (
            "Está registrado como organización algo que no es un organismo.",
            "Un clúster es un grupo, una iniciativa un esfuerzo, una política es de un gobierno: ninguno puede ser miembro, tener una etiqueta ni firmar.",
            "Un `kind` dado en palabras como cluster, (cluster) initiative, (cluster) policy, programme o project.",
            "Registre un `Cluster`, una `ClusterInitiative` o una `Policy`, y aquí el organismo de clúster o quien más actúe.",
        ),
        "ORG007 identifier-twice": (
            "Dos organismos llevan un mismo identificador.",
            "Un registro oficial da un identificador una sola vez: uno de los registros está mal, o son un solo organismo.",
            "Registros que dicen cosas distintas y comparten un identificador de un mismo esquema. Los registros con una misma `key` se sabe que son uno.",
            "Corrija el identificador, o una los registros.",
        ),
        "POL001 type-against-level": (
            "Una política nacional de clústeres está registrada como regional, o al revés.",
            "De ambas cosas depende que una política cuente para la calificación del país.",
            "El tipo *política nacional de clústeres* en el nivel regional, o el tipo *política regional de clústeres* en el nivel nacional.",
            "Corrija el tipo o el nivel.",
        ),
        "POL002 period-against-end": (
            "Una política de periodo limitado consta sin término, o una sin límite tiene uno.",
            "De su término depende que la política esté vigente en una fecha.",
            "Un periodo limitado al que no aplica ningún término, y un periodo ilimitado con uno. Un término que se desconoce no contradice a ninguno.",
            "Registre el año de término, o que se desconoce; o corrija el tipo de periodo.",
        ),
        "POL003 name-years-differ": (
            "Los años del nombre de una política no son los de su historia.",
            "Un nombre que lista dos planes oculta de cuál son las fechas, y de ellas se deduce la antigüedad de la política.",
            "Cada par de años crecientes entre 1900 y 2099 en el nombre, como en “2014-2020”, de los que uno difiere del inicio o término registrado, o cuyo último año acompaña al dato de que no se fija término. Lo que se desconoce no difiere.",
            "Registre una política por cada plan, o corrija la historia; si el documento dice ambas cosas, dispense el hallazgo.",
        ),
        "POL004 practice-against-start": (
            "La práctica documentada se remonta más allá del inicio declarado.",
            "Desde cuál de los dos se cuenta la antigüedad puede mover la calificación un nivel.",
            "Un `practised_since` que con certeza es anterior al inicio declarado.",
            "Es cuestión de lectura: diga con qué lectura califica, y dispense el hallazgo.",
        ),
        "POL005 not-in-force": (
            "Una política con certeza no está vigente en la fecha.",
            "Para una calificación de ese día cuenta, a lo sumo, por sus evaluaciones pasadas.",
            "Una política que con certeza comienza después de la fecha, o terminó antes.",
            "Es una nota sobre el día de la comprobación, y por lo general no hay nada que corregir: dispense el hallazgo. Corrija el inicio o el término solo si el documento dice otra cosa.",
        ),
        "POL006 sectors-against-focus": (
            "Una política sin enfoque nombra sectores, o una sectorial no nombra ninguno.",
            "Los pares se eligen por el enfoque, y una política sectorial obtiene un nivel más alto que una amplia.",
            "*Sin enfoque específico* junto a sectores con nombre; un enfoque sectorial junto a una lista de sectores vacía. *Transversal* puede nombrar los que sean.",
            "Corrija el enfoque o la lista de sectores; dispense el hallazgo si se nombran sectores sin que sean un enfoque.",
        ),
        "POL007 ex-post-while-running": (
            "Consta una evaluación ex post de una política que continúa.",
            "Lo que se evalúa mientras está en curso se evalúa ex ante o en el trayecto, lo que da otro nivel.",
            "Una evaluación ex post de esta política, donde con certeza no ha terminado para la fecha.",
            "Corrija la etapa o el término, o registre que trata de una política pasada.",
        ),
        "POL008 printed-as-none": (
            "Consta un valor donde una de sus citas imprime que no hay ninguno.",
            "La tabla y el texto de un documento se contradicen, o el valor se puso en la fila equivocada.",
            "Un campo con un valor, una de cuyas citas tiene el extracto “-” o “No data available”.",
            "Diga cuál de los dos lugares se sigue, y dispense el hallazgo; o quite el valor, o la cita que no lo respalda.",
        ),
        "POL009 policy-twice": (
            "Una misma política está registrada dos veces.",
            "Lo que dicen los registros se lee junto: lo que a uno le sobra cuenta para la calificación al lado del otro.",
            "Políticas de una misma ficha, nivel, país y región cuyos nombres tienen una misma clave (aparte de mayúsculas, acentos y puntuación), y cuyos periodos declarados son iguales o con certeza se traslapan. La que comienza cuando termina otra de su nombre la sucede.",
            "Conserve uno de los registros, o corrija los nombres o los periodos.",
        ),
        "POL010 authority-ambiguous": (
            "Autoridades de un mismo nombre son dos organismos, o pueden serlo.",
            "Una secretaría de la nación y una de un estado se toman con facilidad una por otra; y un organismo con dos nombres se cuenta dos veces.",
            "Autoridades de las políticas de una ficha cuyos nombres coinciden salvo en lo que va entre paréntesis: donde se sabe que son de ámbitos distintos y los paréntesis no las distinguen; y donde una no lleva paréntesis y se desconoce el ámbito de alguna. Los nombres de organismos de un mismo ámbito, como dos nombres de una secretaría nacional, no son ambiguos.",
            "Registre el ámbito de cada una; nombre igual en todas partes a un mismo organismo, y diga entre paréntesis cuál es cada uno, si son dos. Si el documento usa un nombre para ambos, dispense el hallazgo.",
        ),
        "POL011 expectation-overdue": (
            "Lo que se esperaba debía llegar antes de que se publicara el documento.",
            "El documento repite una expectativa de la que pudo decir en qué quedó.",
            "Una expectativa cuyo día con certeza había pasado cuando se publicó una fuente que se cita para ella.",
            "Averigüe si llegó, y regístrelo; si no, dispense el hallazgo.",
        ),
        "POL012 objective-unserved": (
            "Un objetivo trata de organismos de clúster, y nada los atiende.",
            "Lo que no atiende ningún beneficiario, instrumento ni medida es un deseo: no se nombra a nadie que pueda recibir algo por ello.",
            "El objetivo de crear, consolidar o conectar organismos de clúster, donde no están entre los beneficiarios y ningún instrumento ni medida los nombra. Si se desconocen los beneficiarios o los instrumentos, no se dice nada.",
            "Registre quién se beneficia y con qué; dispense el hallazgo si el documento no dice más.",
        ),
        "POL013 role-of-the-row": (
            "Una función impresa para una fila se atribuye a uno de sus organismos.",
            "Una fila que nombra varios organismos y varias funciones no dice de quién es cada una: que uno de ellos paga, o supervisa, es entonces una suposición.",
            "Una función de una autoridad que también se da a todas juntas, donde ninguna cita de sus propias funciones tiene otras palabras que el rótulo de esa función. Si hay una sola autoridad, la fila trata de ella.",
            "Cite las palabras que dan la función al organismo; o déjela a la fila, en `authority_roles`.",
        ),
        "PRO001 criterion-unmet": (
            "Un perfil no cumple un criterio.",
            "La plataforma no lista a la organización, y desde el 15 de noviembre de 2019 una etiqueta pide estar listada.",
            "Personal de gestión, miembros comprometidos o tipos de miembros por debajo del mínimo, y la falta de un sitio web en inglés. El mínimo mismo cumple, y lo que se desconoce no se juzga. Los miembros de un programa nacional o regional están exentos donde los criterios lo dicen.",
            "Cumpla el criterio; o registre el `programme` del que es miembro.",
        ),
        "PUB001 total-is-no-sum": (
            "Un total publicado no es la suma de los puntos publicados.",
            "Una de las cifras está mal impresa o mal copiada.",
            "Un total que difiere de la suma de los puntos, con los pesos de la rúbrica; donde un criterio no tiene puntos publicados, un total que ninguno de sus niveles podría dar.",
            "Vuelva a mirar la tabla; si está impreso así, dispense el hallazgo.",
        ),
        "PUB002 points-off-scale": (
            "Se publican puntos que la rúbrica no da.",
            "Se copiaron mal, o son de otra rúbrica.",
            "Puntos que ningún nivel del criterio tiene, y puntos de un criterio que la rúbrica no tiene. Un criterio puede no tener puntos publicados.",
            "Corrija los puntos, o nombre la rúbrica que se usó.",
        ),
        "PUB003 published-differs": (
            "Los puntos publicados no son los que dan los hechos de la propia ficha.",
            "La calificación, o uno de los hechos de que se hizo, está mal.",
            "Un criterio cuyos puntos publicados no da ninguna forma de completar los hechos, según la lectura de quien publica, el último día en que se recabaron datos; sin ese día no se comprueba. Los puntos fuera de la escala, y una calificación de la que ninguna política registrada está con certeza vigente ese día, los hallan otras reglas.",
            "Corrija los puntos, o el hecho de que se hicieron; `icluster.scoring.compare` muestra ambos con las frases de los niveles.",
        ),
        "PUB004 facts-leave-open": (
            "Los puntos publicados son unos de varios que permiten los hechos.",
            "Quien publica sabía más de lo registrado, o eligió.",
            "Un criterio cuyos puntos publicados permiten los hechos, junto a otros, según la lectura de quien publica, el último día en que se recabaron datos; sin ese día no se comprueba. Una calificación de la que ninguna política registrada está con certeza vigente ese día la halla otra regla.",
            "Registre los hechos que lo resuelven; si es la escala misma la que lo deja abierto, dispense el hallazgo.",
        ),
        "PUB005 rests-on-reading": (
            "Un total depende de cómo se leyó una pregunta.",
            "Quien lea los mismos documentos de otro modo obtiene otro total, sin que cambie ningún hecho.",
            "Cada pregunta de la edición de la calificación donde otra respuesta, por sí sola, cambia los totales que permiten los hechos el último día en que se recabaron datos; sin calificación, de cada edición, en la fecha de la comprobación. Lo que las respuestas solo cambian juntas lo muestra `icluster.scoring.readings`. El lugar termina en la clave de la pregunta, para que cada una se pueda dispensar sola.",
            "Muestre la lectura junto a la calificación, y dispense el hallazgo.",
        ),
        "PUB006 policy-of-another-country": (
            "Una ficha lista una política de otro país.",
            "Contaría para una calificación que no es la suya.",
            "Una política cuyo país no es el de la ficha.",
            "Mueva la política, o corrija su país.",
        ),
        "PUB007 score-without-facts": (
            "Se publica una calificación, y nada de lo registrado la respalda.",
            "No se puede comprobar ni explicar, ni se puede decir el siguiente paso.",
            "Una calificación publicada sin ninguna política registrada del país; una de la que ninguna política registrada está con certeza vigente el último día en que se recabaron datos. Una política que la lectura de quien publica aparta no cuenta.",
            "Registre las políticas que se calificaron, con sus fechas; o dispense el hallazgo.",
        ),
        "PUB008 rests-on-day": (
            "Una calificación publicada vale para un periodo en el que cambian sus hechos.",
            "El día del periodo que se quiso decir decide el total.",
            "Un periodo en que se recabaron datos en cuyo primer día los hechos permiten otros totales que en el último, según la lectura de quien publica.",
            "Muestre el día junto a la calificación, y dispense el hallazgo; si el documento dice qué día se quiso decir, regístrelo como el periodo.",
        ),
        "RUB001 hole-undeclared": (
            "Algunos hechos no tienen nivel, y no se declara ningún vacío para ellos.",
            "La calificación que se tope con ellos falla; nadie ha decidido cuánto valen.",
            "Un criterio con hechos que no cubre ni un nivel ni un vacío.",
            "Dé a un nivel la condición que le falta, o declare un `Gap` con candidatos.",
        ),
        "RUB002 level-unreachable": (
            "Ningún hecho lleva a un nivel.",
            "Su condición está mal, o el nivel de arriba siempre gana.",
            "Un nivel que en ningún caso es el más alto que se cumple.",
            "Corrija las condiciones del criterio.",
        ),
        "RUB003 idle-fact": (
            "Un hecho no cambia ningún nivel.",
            "Se pregunta y no cuenta: una condición lo olvida, o no hace falta preguntarlo.",
            "Un hecho del esquema que no mueve el nivel de ningún criterio.",
            "Úselo en una condición, o quítelo del esquema.",
        ),
        "RUB004 fact-without-carrier": (
            "Se conoce un hecho que solo puede darse donde se da otro, y ese no se da.",
            "Apoyo dedicado, o una antigüedad, de una política enfocada que no existe: uno de los dos hechos está mal. La calificación deja fuera al huérfano.",
            "Un hecho cuyo `matters_where` con certeza no se cumple, y que es verdadero o, si no es booleano, más preciso que desconocido.",
            "Corrija uno de los hechos, o deje al huérfano como desconocido.",
        ),
        "RUL001 rule-raised": (
            "Una regla falló, y no se sabe qué habría encontrado.",
            "La regla tiene un defecto, o los datos son de una forma que nadie previó. Todas las demás reglas siguieron.",
            "Cualquier regla que lance un error; `icluster.rules.check` lo señala por sí misma.",
            "Corrija la regla, o avise de ella con los datos con que falló. `check` con ``raising=True`` se detiene donde falla.",
        ),
        "SRC001 value-uncited": (
            "Consta algo, y nada dice dónde se leyó.",
            "Nadie lo puede comprobar, y donde las fuentes no coinciden no se puede señalar ningún lado.",
            "Un objeto, una relación, un organismo de un ecosistema o una etiqueta sin ninguna cita, o cuyas citas omiten un campo, o una parte de la historia o del presupuesto. Las claves, el nivel de una etiqueta y lo que se desconoce no las necesitan. La etiqueta cita a su titular; donde no se cita nada, la fuente del registro vale por una etiqueta, y las citas de la lista por una relación.",
            "Cite los campos, con el lugar en la fuente; omita lo que no se leyó en ninguna parte.",
        ),
        "SRC002 excerpt-not-found": (
            "Un extracto no está en el texto de su fuente.",
            "Se copió mal, se abrevió sin decirlo, o la página cambió.",
            "Un extracto que el texto a la mano no contiene; no importan mayúsculas, espacios, cómo se componen los acentos, las formas de comillas y guiones, los guiones al final de una línea ni las diagonales invertidas ante signos. Alrededor de “...” o “[...]” debe estar cada parte, en ese orden.",
            "Copie otra vez la frase, marque con “...” lo que se omite, o cite la edición de la página que la tiene.",
        ),
        "SRC003 read-before-published": (
            "Una fuente se leyó antes de publicarse.",
            "Uno de los días está mal, o se leyó otra edición.",
            "Un día de lectura con certeza anterior a la publicación; el mismo día está bien.",
            "Corrija los días, o registre la edición que se leyó.",
        ),
        "SRC004 source-unfindable": (
            "Difícilmente se podrá encontrar de nuevo una fuente tal como se leyó.",
            "Quien quiera comprobarla tiene que buscar; y una página puede decir otra cosa mañana, así que no se puede saber a qué fecha dice esto.",
            "Una fuente sin `url`, o sin `published`, `read_on` ni `accessed_on`; una propuesta no es una publicación, y queda fuera.",
            "Registre la dirección y el día de lectura; dispense el hallazgo donde no los haya.",
        ),
        "SRC005 one-key-two-documents": (
            "Una misma clave designa fuentes que difieren.",
            "Las citas imprimen la clave: no se puede saber a qué documento se refieren.",
            "Fuentes de una misma clave con títulos, editores, direcciones o fechas de publicación distintos. Un campo vacío no difiere de nada, ni un año de un día suyo, y un documento se puede leer en muchos días.",
            "Dé a cada documento una clave propia, o haga coincidir los registros.",
        ),
        "SRC006 one-document-two-keys": (
            "Un mismo documento está registrado con dos claves.",
            "Dos citas de él parecen dos testigos.",
            "Fuentes de claves distintas con una misma dirección, o con un mismo título y editor, que pueden haberse publicado el mismo día: también donde una tiene un año, un mes o ninguna fecha. En una dirección no importan “http” o “https”, “www.”, las mayúsculas del servidor ni una diagonal al final; en un título, ni mayúsculas ni acentos ni puntuación.",
            "Use una sola clave; o registre lo que distingue a los documentos, sus propias direcciones o días de publicación.",
        ),
        "SRC007 title-after-publication": (
            "Un título nombra años posteriores a su propia publicación.",
            "El título o la fecha de publicación está mal, o se quiso decir otra edición.",
            "Un título en el que todos los años entre 1900 y 2099 son posteriores al año de publicación. Un plan que empieza en su propio año no lo es.",
            "Vuelva a mirar el documento; dispense el hallazgo si el título mira hacia adelante.",
        ),
    }
)

ENTRIES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        f"{rule} {section}": {"": text}
        for rule, texts in _PAGES.items()
        for section, text in zip(
            ("summary", "why", "fires_on", "remedy"), texts, strict=True
        )
    }
)
"""By code, name and section: whatever stands in that section of that page.

A rule of a user may have the code of one of ours, hardly its name too.
"""
