"""Titles and advice of the 36 indicators, which are icluster's own words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ENTRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "36 indicators of the benchmarking interview (reconstruction)": (
            "36 indicadores de la entrevista de benchmarking (reconstrucción)"
        ),
        "reconstruction 2026 of the questionnaire before November 2019": (
            "reconstrucción de 2026 del cuestionario anterior a noviembre de 2019"
        ),
        # --- areas -----------------------------------------------------------------
        "structure of the cluster": "estructura del clúster",
        "management and governance": "gestión y gobernanza",
        "financing of the cluster management": "financiamiento de la gestión",
        "services of the cluster management": "servicios de la gestión",
        "contacts and interaction": "contactos e interacción",
        "achievements and recognition": "logros y reconocimiento",
        # --- indicators ------------------------------------------------------------
        "age of the cluster organization": "antigüedad del organismo de clúster",
        "legal form": "forma jurídica",
        "driving force": "fuerza impulsora",
        "participants active in the cluster's field": (
            "participantes activos en el campo del clúster"
        ),
        "committed participants by type": "participantes comprometidos por tipo",
        "committed participants": "participantes comprometidos",
        "participants within 150 km of the organization": (
            "participantes a menos de 150 km del organismo"
        ),
        "participants kept over two years": "participantes que siguen tras dos años",
        "organization of governance": "organización de la gobernanza",
        "clarity of roles, stakeholders in decisions": (
            "claridad de funciones, interesados en las decisiones"
        ),
        "management team": "equipo de gestión",
        "participants per full-time equivalent": (
            "participantes por plaza de tiempo completo"
        ),
        "qualification of the team": "preparación del equipo",
        "training of the team": "capacitación del equipo",
        "strategy and action plan": "estrategia y plan de acción",
        "thematic priorities": "prioridades temáticas",
        "origin of funds": "origen de los fondos",
        "private share of funds": "proporción privada de los fondos",
        "months of funding secured": "meses de financiamiento asegurado",
        "annual budget of the management": "presupuesto anual de la gestión",
        "services: third-party funding": "servicios: fondos de terceros",
        "services: collaborative R&D": "servicios: I+D en colaboración",
        "services: internal exchange": "servicios: intercambio interno",
        "services: human resources": "servicios: recursos humanos",
        "services: entrepreneurship": "servicios: emprendimiento",
        "services: external networking": "servicios: redes externas",
        "services: internationalization": "servicios: internacionalización",
        "participants met individually in a year": (
            "participantes visitados en un año"
        ),
        "participants in joint projects": "participantes en proyectos conjuntos",
        "active working groups": "grupos de trabajo activos",
        "integration in the innovation system": (
            "integración en el sistema de innovación"
        ),
        "mentions in publications, press, media in a year": (
            "menciones en publicaciones, prensa y medios en un año"
        ),
        "effect on SMEs' R&D": "efecto en la I+D de las pymes",
        "effect on SMEs' business": "efecto en el negocio de las pymes",
        "effect on SMEs' international activity": (
            "efecto en la actividad internacional de las pymes"
        ),
        "participants' satisfaction": "satisfacción de los participantes",
        # --- options ---------------------------------------------------------------
        "SME": "pyme",
        "large firm": "empresa grande",
        "research": "investigación",
        "education and training": "educación y capacitación",
        "public authority": "autoridad pública",
        "other": "otros",
        "industry": "industria",
        "public": "público",
        "balanced": "equilibrada",
        "participant fees": "cuotas de participantes",
        "chargeable services": "servicios de pago",
        "other private": "otros privados",
        # --- advice ----------------------------------------------------------------
        "Ask which participants still belong to the field, and win others that do.": (
            "Pregunte qué participantes siguen en el campo y atraiga a otros que"
            " lo estén."
        ),
        "Name the firms that are missing, and visit them with participants who are"
        " content.": (
            "Nombre las empresas que faltan y visítelas con participantes satisfechos."
        ),
        "Win participants nearby before those far away.": (
            "Atraiga primero a participantes cercanos."
        ),
        "Ask those who left why, and tell participants each year what they got.": (
            "Pregunte a quienes se fueron por qué, y diga cada año a los participantes"
            " qué recibieron."
        ),
        "Write down who decides what, and let the participants adopt it.": (
            "Ponga por escrito quién decide qué, y que los participantes lo adopten."
        ),
        "Give every group of participants a seat where decisions are taken.": (
            "Dé a cada grupo de participantes un lugar donde se toman las decisiones."
        ),
        "Plan the staff that the action plan takes, and how it is paid.": (
            "Planee el personal que exige el plan de acción y cómo se paga."
        ),
        "Either add staff or share out the care of participants to working groups.": (
            "Sume personal o reparta la atención a participantes entre los grupos de"
            " trabajo."
        ),
        "Compare what the tasks ask for with what the team has learnt.": (
            "Compare lo que piden las tareas con lo que el equipo ha aprendido."
        ),
        "Agree on training days with each of the team, and keep them free.": (
            "Acuerde días de capacitación con cada persona del equipo y resérvelos."
        ),
        "Turn the strategy into a plan with tasks, dates and names.": (
            "Convierta la estrategia en un plan con tareas, fechas y nombres."
        ),
        "Offer services that participants pay for, and review the fees.": (
            "Ofrezca servicios por los que se pague y revise las cuotas."
        ),
        "Begin the next application for funds before the present ones run out.": (
            "Empiece la próxima solicitud de fondos antes de agotar los actuales."
        ),
        "Set what the plan costs against what is there.": (
            "Compare lo que cuesta el plan con lo que hay."
        ),
        "Tell participants about calls, and help them to apply.": (
            "Avise a los participantes de las convocatorias y ayúdelos a participar."
        ),
        "Bring partners for joint projects together around one question.": (
            "Reúna en torno a una pregunta a socios para proyectos conjuntos."
        ),
        "Hold meetings that participants have asked for, on fixed dates.": (
            "Haga en fechas fijas las reuniones que pidan los participantes."
        ),
        "Offer training and recruiting that firms cannot do alone.": (
            "Ofrezca la capacitación y el reclutamiento que las empresas no logran"
            " solas."
        ),
        "Open the network to founders, and give them mentors.": (
            "Abra la red a quienes emprenden y deles mentores."
        ),
        "Agree on something to do together with another cluster.": (
            "Acuerde hacer algo junto con otro clúster."
        ),
        "Choose a market with the participants, and prepare one visit well.": (
            "Elija un mercado con los participantes y prepare bien una visita."
        ),
        "Plan visits so that every participant is met once a year.": (
            "Planee una visita al año a cada participante."
        ),
        "Bring those who have not yet worked together into small projects.": (
            "Lleve a proyectos pequeños a quienes aún no han trabajado juntos."
        ),
        "Found groups around questions that participants lead themselves.": (
            "Forme grupos sobre preguntas que dirijan los propios participantes."
        ),
        "Agree with universities and agencies on who does what.": (
            "Acuerde con universidades y agencias quién hace qué."
        ),
        "Tell the press about results, with a participant who speaks for them.": (
            "Lleve los resultados a la prensa con un participante que hable de ellos."
        ),
        "Follow what joint projects changed in the firms that took part.": (
            "Dé seguimiento a lo que los proyectos conjuntos cambiaron en las empresas."
        ),
        "Ask firms what the cluster changed in their business, and do more of it.": (
            "Pregunte a las empresas qué cambió el clúster en su negocio y haga más de"
            " eso."
        ),
        "Follow up contacts abroad until there is an order or a project.": (
            "Dé seguimiento a los contactos en el extranjero hasta que haya un pedido o"
            " un proyecto."
        ),
        "Ask participants every year, and tell them what was changed.": (
            "Pregunte cada año a los participantes y dígales qué se cambió."
        ),
    }
)
