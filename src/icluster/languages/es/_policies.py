"""Spanish for policies, and for the scale of their maturity.

A label that a factsheet prints keeps its title; what stands behind it in brackets is a
translation of icluster's own, not of the ECCP.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_PRINTED: Final = MappingProxyType(
    {
        "PolicyType": {
            "Broad policy": "política amplia",
            "Sectoral policy": "política sectorial",
            "National cluster policy": "política nacional de clústeres",
            "Regional cluster policy": "política regional de clústeres",
        },
        "Objective": {
            "Enhancing territorial cohesion (through RIS3)": (
                "fortalecer la cohesión territorial (mediante RIS3)"
            ),
            "Fostering R&D activities, technology development and implementation": (
                "fomentar la I+D y el desarrollo y la adopción de tecnología"
            ),
            "Fostering innovation and strengthening innovation ecosystems": (
                "fomentar la innovación y fortalecer sus ecosistemas"
            ),
            "Increase supply chain resilience": (
                "aumentar la resiliencia de las cadenas de suministro"
            ),
            "Increasing competitiveness and boosting scale up of SMEs": (
                "elevar la competitividad e impulsar el crecimiento de las pymes"
            ),
            "Promoting employment and upgrading skills and competences": (
                "promover el empleo y mejorar habilidades y competencias"
            ),
            "Promoting entrepreneurship, start-ups and spin-offs": (
                "promover el emprendimiento, las empresas emergentes y las derivadas"
            ),
            (
                "Promoting resilience and sustainable economy and other "
                "solidarity-based initiatives"
            ): (
                "promover la resiliencia, la economía sostenible "
                "y otras iniciativas solidarias"
            ),
            "Strengthening cooperation between companies or industry and RTDI actors": (
                "fortalecer la vinculación de empresas o industria con actores de I+D+i"
            ),
            "Strengthening the network of cluster organisations/cross-clustering": (
                "fortalecer la red de organismos de clúster y su vinculación"
            ),
            "Supporting internationalisation activities": (
                "apoyar la internacionalización"
            ),
            "Supporting the consolidation of existing cluster organisations": (
                "apoyar la consolidación de los organismos de clúster existentes"
            ),
            "Supporting the creation of new cluster organisations": (
                "apoyar la creación de nuevos organismos de clúster"
            ),
        },
        "PolicyFocus": {
            "cross-sectoral": "transversal",
            "sectoral": "sectorial",
            "No specific focus": "sin enfoque específico",
        },
        "AuthorityRole": {
            "Both drafting and implementation": "elaboración e instrumentación",
            "Provides funding": "aporta el financiamiento",
            "Oversees the implementation": "supervisa la instrumentación",
        },
        "Beneficiary": {
            "Academic institutions": "instituciones académicas",
            "Business associations": "asociaciones empresariales",
            "Cluster organisations": "organismos de clúster",
            "General population": "población en general",
            "Large firms": "grandes empresas",
            "NGOs": "ONG",
            "Research organisations": "centros de investigación",
            "SMEs": "pymes",
            "Start-ups": "empresas emergentes",
            "Technology centres": "centros tecnológicos",
        },
        "FinancialInstrument": {
            "Funding collaboration initiatives": (
                "financiamiento de iniciativas de colaboración"
            ),
            "Innovation: voucher, support to hire PhDs, cooperation with R&I actors": (
                "innovación: vales, apoyo para contratar doctores, "
                "cooperación con actores de investigación e innovación"
            ),
            "Support to R&D projects, SMEs becoming cluster members, etc.": (
                "apoyo a proyectos de I+D, a pymes que ingresan a un clúster, etc."
            ),
        },
        "TechnicalInstrument": {
            (
                "Infrastructure: coworking spaces, offices, incubation and accelerator "
                "spaces, research centres, technology parks etc."
            ): (
                "infraestructura: espacios de coworking, oficinas, incubadoras y "
                "aceleradoras, centros de investigación, parques tecnológicos, etc."
            ),
            (
                "Marketing activities: advertising, communication, events, fairs, "
                "and so on"
            ): "promoción: publicidad, comunicación, eventos, ferias, etcétera",
            (
                "Support for hard skill development: knowledge transfer, intellectual "
                "property, entrepreneurship, export advice, market intelligence"
            ): (
                "apoyo al desarrollo de habilidades técnicas: transferencia de "
                "conocimiento, propiedad intelectual, emprendimiento, asesoría para "
                "exportar, inteligencia de mercado"
            ),
            (
                "Support for networking and partnership building "
                "(at national and/or international level)"
            ): (
                "apoyo a la creación de redes y alianzas (nacionales o internacionales)"
            ),
            (
                "Support for soft skills development: coaching, management training, "
                "upskilling/reskilling"
            ): (
                "apoyo al desarrollo de habilidades blandas: acompañamiento, "
                "capacitación gerencial, actualización y reconversión laboral"
            ),
        },
        "PeriodKind": {
            "Limited period": "periodo limitado",
            "Unlimited period": "periodo ilimitado",
        },
        "EuPriority": {
            "Green economy": "economía verde",
            "Digitalisation": "digitalización",
            "Resilience": "resiliencia",
        },
    }
)
"""Labels as factsheets print them, by class, each with a translation of ours."""

_LEVELS: Final = MappingProxyType(
    {
        "Absence of cluster policy": "ausencia de política de clústeres",
        "Broad policy": "política amplia",
        "Sectoral policy": "política sectorial",
        "National and/or regional cluster policy": (
            "política de clústeres nacional o regional"
        ),
        "No cluster-specific policy available": (
            "sin política específica de clústeres"
        ),
        "Cluster policy established recently": (
            "política de clústeres establecida recientemente"
        ),
        "Cluster policy established between over 2 and 10 years": (
            "política de clústeres establecida hace más de 2 y hasta 10 años"
        ),
        "Cluster policy established over 10 years ago": (
            "política de clústeres establecida hace más de 10 años"
        ),
        "No evaluation and / or monitoring available": (
            "sin evaluación ni seguimiento disponibles"
        ),
        "Existence of evaluations of past policies": (
            "existen evaluaciones de políticas anteriores"
        ),
        "Existence of monitoring or an ongoing / interim evaluation": (
            "existe seguimiento o una evaluación en curso o intermedia"
        ),
        "Existence of monitoring and ex-ante or ongoing / interim evaluation": (
            "existen seguimiento y una evaluación ex ante, en curso o intermedia"
        ),
        "No instruments for cluster development": (
            "sin instrumentos para el desarrollo de clústeres"
        ),
        (
            "Financial support for cluster development in the broader and / or "
            "sectoral policy"
        ): (
            "apoyo financiero al desarrollo de clústeres en la política amplia "
            "o sectorial"
        ),
        (
            "Financial or technical support for cluster development in dedicated "
            "cluster policy"
        ): (
            "apoyo financiero o técnico al desarrollo de clústeres en una política "
            "de clústeres propia"
        ),
        (
            "Financial and technical support for cluster development in dedicated "
            "cluster policy"
        ): (
            "apoyo financiero y técnico al desarrollo de clústeres en una política "
            "de clústeres propia"
        ),
        "Policy scope": "alcance de la política",
        "Continuity of cluster policies": "continuidad de las políticas de clústeres",
        "Evidence of performance": "evidencia del desempeño",
        "Cluster support instruments": "instrumentos de apoyo a clústeres",
        "The maturity assessment does not reflect the performance of a country.": (
            "La evaluación de madurez no refleja el desempeño de un país."
        ),
    }
)
"""What the maturity table prints of criteria and levels."""

ENTRIES: Final[Mapping[str, str | Mapping[str, str]]] = MappingProxyType(
    {
        **{
            kind: {label: f"{label} [{text}]" for label, text in labels.items()}
            for kind, labels in _PRINTED.items()
        },
        **{title: f"{title} [{text}]" for title, text in _LEVELS.items()},
        # the assessment of 2022, in words of icluster
        "Maturity of cluster policy, ECCP 2022": (
            "Madurez de la política de clústeres, ECCP 2022"
        ),
        "ECCP country factsheets, 2022": "fichas de país de la ECCP, 2022",
        # What the criteria go by where their weights are told.
        "criterion": {
            "scope": "alcance",
            "continuity": "continuidad",
            "evidence": "evidencia",
            "instruments": "instrumentos",
        },
        "targeted cluster policy in force": "política de clústeres propia vigente",
        "sectoral policy that touches clusters in force": (
            "política sectorial vigente que incide en los clústeres"
        ),
        "broader policy that touches clusters in force": (
            "política amplia vigente que incide en los clústeres"
        ),
        "time since the targeted policy was established": (
            "tiempo desde que se estableció la política de clústeres"
        ),
        "within 2 years": "hasta 2 años",
        "over 2 to 10 years": "más de 2 y hasta 10 años",
        "over 10 years": "más de 10 años",
        "financial support in the targeted policy": (
            "apoyo financiero en la política de clústeres"
        ),
        "technical support in the targeted policy": (
            "apoyo técnico en la política de clústeres"
        ),
        "financial support in the broader or sectoral policy": (
            "apoyo financiero en la política amplia o sectorial"
        ),
        "technical support in the broader or sectoral policy": (
            "apoyo técnico en la política amplia o sectorial"
        ),
        "ex-ante evaluation": "evaluación ex ante",
        "ongoing or interim evaluation": "evaluación en curso o intermedia",
        "ex-post evaluation, or evaluation of a past policy": (
            "evaluación ex post (o de una política anterior)"
        ),
        "monitoring of the policy": "seguimiento de la política",
        "the scale has no level for technical support alone in a broader policy": (
            "la escala no tiene nivel para el apoyo solo técnico en una política amplia"
        ),
        (
            "monitoring of government programmes in general counts as monitoring of "
            "this policy"
        ): (
            "el seguimiento de los programas de gobierno en general cuenta como "
            "seguimiento de esta política"
        ),
        "support that is announced but not specified counts": (
            "el apoyo anunciado pero sin especificar cuenta"
        ),
        "a regional cluster policy counts": (
            "una política regional de clústeres cuenta"
        ),
        "an industrial policy is a sectoral policy": (
            "una política industrial es una política sectorial"
        ),
        "a documented unbroken practice counts as the start": (
            "una práctica documentada e ininterrumpida cuenta como inicio"
        ),
        (
            "an evaluation of other countries' policies is an ex-ante evaluation of "
            "this one"
        ): (
            "una evaluación de políticas de otros países es una evaluación ex ante "
            "de esta"
        ),
        (
            "activity monitored against the targets of a law counts as monitoring of "
            "the policy"
        ): (
            "la actividad medida contra las metas de una ley cuenta como seguimiento "
            "de la política"
        ),
        "yes": "sí",
        "no": "no",
        "no, the stated starting year": "no, el año de inicio declarado",
        "a regional cluster policy is not counted": (
            "una política regional de clústeres no se cuenta"
        ),
        # words of icluster
        "PolicyLevel": {"National": "Nacional", "Regional": "Regional"},
        "PolicyForm": {
            "plan": "plan",
            "strategy": "estrategia",
            "programme": "programa",
            "initiative": "iniciativa",
            "instrument": "instrumento",
        },
        "Status": {
            "in force": "vigente",
            "announced": "anunciado",
            "unspecified": "sin especificar",
            "ended": "terminado",
        },
        "EvaluationStage": {
            "ex-ante": "ex ante",
            "in-itinere": "intermedia",
            "ex-post": "ex post",
        },
        "Subject": {
            "this policy": "esta política",
            "a past policy": "una política anterior",
            "other countries' policies": "políticas de otros países",
            "programmes in general": "los programas en general",
        },
        "MonitoringMeans": {
            "annual reports": "informes anuales",
            "targets set by a law": "metas fijadas por una ley",
            "performance indicators": "indicadores de desempeño",
        },
        "PolicyRelationKind": {
            "is part of": "forma parte de",
            "implements": "instrumenta",
            "succeeds": "sucede a",
            "is funded by": "es financiada por",
        },
        "AllocationStage": {
            "announced": "anunciado",
            "earmarked": "etiquetado",
            "awarded": "otorgado",
            "spent": "ejercido",
        },
        # what was expected
        "a share from 0 to 1": "una proporción de 0 a 1",
        "a {} or Other": "un {} u Other",
        "given for a regional policy, and only for one": (
            "dado en una política regional, y solo en ella"
        ),
        "given once a criterion": "dados una sola vez por criterio",
        "not after {}, the stated start": "no posterior a {}, el inicio declarado",
        "one title or more": "uno o más títulos",
        "points by key of the criterion": "puntos por clave del criterio",
        "published criterion": "criterio publicado",
    }
)
