"""The bibliography of the ECCP's country factsheet Mexico, 2022.

One source for each work as it is printed, in the printed order: 20 works and the video
that one of them points to. Two works stand there twice: the federal Sectoral Programme
of Economy 2020-2024 with two days of access, and Nuevo León's Sectoral Programme of
Economy and Competitiveness with two addresses.
Deviations: a bare address gets "https://" before it; authors and titles are as printed,
"Sollero-Rebolledo" too, whom footnote 2 prints as "Solleiro-Rebolledo".
"""

from __future__ import annotations

from datetime import date
from typing import Final

from icluster.dates import PartialDate
from icluster.sources import Source

__all__ = ["BIBLIOGRAPHY_2022"]

_MEXICO: Final = "Gobierno de México"
_ECONOMY: Final = "Gobierno de México, Secretaría de Economía"
_NUEVO_LEON: Final = "Gobierno de Nuevo León"
_ECCP: Final = "European Cluster Collaboration Platform"
_11_OCTOBER: Final = date(2022, 10, 11)
_19_DECEMBER: Final = date(2022, 12, 19)
_20_DECEMBER: Final = date(2022, 12, 20)
_21_DECEMBER: Final = date(2022, 12, 21)

BIBLIOGRAPHY_2022: Final = (
    Source(
        key="eccp_2016_briefing",
        title="Preparatory Briefing on Mexico",
        publisher=_ECCP,
        published=PartialDate(2016),
        updated=PartialDate(2019, 3),
        url="https://clustercollaboration.eu/sites/default/files/d3.2_preparatory_briefing_mexico_20190408.pdf",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="eccp_2017_discussion",
        title="Discussion Paper on Mexico",
        publisher=_ECCP,
        published=PartialDate(2017),
        updated=PartialDate(2019, 3),
        url="https://clustercollaboration.eu/sites/default/files/d3.4_discussion_paper_mexico_20190318_v3_public_0.pdf",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="mexico_2013_prodeinn",
        title="Programa de Desarrollo Innovador 2013-2018",
        publisher=_MEXICO,
        published=PartialDate(2013),
        url="https://www.economia.gob.mx/files/prodeinn/Programa_de_Desarrollo_Innovador2013-2018.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="mexico_2014_peciti",
        title="Programa Especial de Ciencia, Tecnología e Innovación 2014-2018",
        publisher=_MEXICO,
        published=PartialDate(2014),
        url="https://www.siicyt.gob.mx/index.php/normatividad/nacional/631-3-programa-especial-de-ciencia-tecnologia-e-innovacion-2014-2018/file",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="mexico_2019_pnd",
        title="Plan Nacional de Desarrollo 2019-2024",
        publisher=_MEXICO,
        published=PartialDate(2019),
        url="https://framework-gb.cdn.gob.mx/landing/documentos/PND.pdf",
        accessed_on=_19_DECEMBER,
    ),
    Source(
        key="mexico_2020_proseco",
        title="Programa Sectorial de Economía (PROSECO) 2020-2024. Programa sectorial derivado del Plan Nacional de Desarrollo 2019-2024",
        publisher=_ECONOMY,
        published=PartialDate(2020),
        url="https://www.gob.mx/se/acciones-y-programas/programa-sectorial-de-economia-2020-2024",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="mexico_2022_rumbo",
        title="Rumbo a una política industrial",
        publisher=_ECONOMY,
        published=PartialDate(2022),
        url="https://www.gob.mx/se/es/articulos/secretaria-de-economia-presenta-la-estrategia-rumbo-a-una-politica-industrial-314996",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="mexico_2022_rumbo_video",
        title="See also the live presentation (video)",
        publisher=_ECONOMY,
        url="https://www.youtube.com/watch?v=5_tS3qNBagg",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="conacyt_2019_peciti",
        title="Programa Especial de Ciencia, Tecnología e Innovación 2021-2024: Programa especial derivado del Plan Nacional de Desarrollo 2019-2024",
        publisher="Consejo Nacional de Ciencia y Tecnología (CONACYT)",
        authors=("CONACYT",),
        published=PartialDate(2019),
        url="https://www.siicyt.gob.mx/index.php/normatividad/nacional/programa-especial-de-ciencia-tecnologia-e-innovacion-peciti/programa-especial-de-ciencia-tecnologia-e-innovacion-peciti-2021-2024/4965-programa-especial-de-ciencia-tecnologia-e-innovacion-peciti-2021-2024/file",
        accessed_on=_21_DECEMBER,
    ),
    Source(
        key="nuevo_leon_red_de_vinculacion",
        title="Red de Vinculación de Clusters de Nuevo León",
        publisher="Consejo Estatal de Clústeres de Nuevo León",
        url="https://icluster-nuevoleon.spribo.com",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="nuevo_leon_plan_estrategico",
        title="Plan Estratégico para el Estado de Nuevo León 2015-2030 “Nuevo León Mañana”",
        publisher="Consejo Nuevo León",
        url="https://www.nl.gob.mx/sites/default/files/plan_estrategico_2030_nlmanana_0.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="nuevo_leon_data",
        title="Data Nuevo León",
        publisher=_NUEVO_LEON,
        url="http://datos.nl.gob.mx/",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="nuevo_leon_ley_de_fomento",
        title="Ley de Fomento a la Inversión y al Empleo para el Estado de Nuevo León",
        publisher=_NUEVO_LEON,
        url="https://normas.cndh.org.mx/Documentos/Nuevo%20Le%C3%B3n/Ley_FIEE_NL_Abr.pdf",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="nuevo_leon_pecti",
        title="Plan Estatal de Desarrollo 2016-2021. Programa Especial Ciencia, Tecnología e Innovación",
        publisher=_NUEVO_LEON,
        url="https://www.nl.gob.mx/sites/default/files/programa_especial_cyt.pdf",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="nuevo_leon_psec",
        title="Plan Estatal de Desarrollo 2016-2021. Programa Sectorial de Economía y Competitividad",
        publisher=_NUEVO_LEON,
        url="https://www.nl.gob.mx/sites/default/files/programa_economia_y_comp.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="nuevo_leon_psec_again",
        title="Plan Estatal de Desarrollo 2016-2021. Programa Sectorial de Economía y Competitividad",
        publisher=_NUEVO_LEON,
        url="https://www.nl.gob.mx/sites/default/files/30jun_pednl2016-2021.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="hantsch_2015",
        title="Cluster Management Excellence in Mexico: Mexican Information Technology Clusters in Comparison with European Peers",
        publisher="European Secretariat for Cluster Analysis (ESCA)",
        authors=("Hantsch, S.", "Kergel, H.", "Muñoz, M.E.", "Nerger, M."),
        published=PartialDate(2015),
        url="https://www.cluster-analysis.org/downloads/country-report-mexico-en-public",
        accessed_on=_20_DECEMBER,
    ),
    Source(
        key="nuevo_leon_informe",
        title="Informe de Gobierno 2018/2019 (4º)",
        publisher=_NUEVO_LEON,
        published=PartialDate(2019),
        url="https://www.nl.gob.mx/sites/default/files/4to_informe_de_gobierno_2019.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="mexico_proseco_again",
        title="Programa Sectorial de Economía 2020-2024",
        publisher="Gobierno de México. Secretaría de Economía",
        url="https://www.gob.mx/se/acciones-y-programas/programa-sectorial-de-economia-2020-2024",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="paton_2018",
        title="Clusters and Cluster Policy: Opportunities for collaboration between the European Union (EU), Latin America and the Caribbean (LAC)",
        publisher="EU-LAC Foundation, Secretaría General Iberoamericana, INFYDE",
        authors=("Paton, J.", "Bercovich, N.", "Barroeta, B"),
        published=PartialDate(2018),
        url="https://eulacfoundation.org/en/system/files/clustersen.pdf",
        accessed_on=_11_OCTOBER,
    ),
    Source(
        key="sollero_2021",
        title="Governance and Critical Factors to Implement Smart Specialization Strategies in Developing Countries: The Case of the State of Mexico, Mexico",
        publisher="Revista de Economía Mundial 57, 119-136",
        authors=(
            "Sollero-Rebolledo, J. L.",
            "Castañón-Ibarra, R.",
            "Martínez-Salvador, L. E.",
        ),
        published=PartialDate(2021),
        url="https://www.researchgate.net/publication/350103934_Governance_and_Critical_Factors_to_Implement_Smart_Specialization_Strategies_in_Developing_Countries_The_Case_of_the_State_of_Mexico_Mexico",
        accessed_on=_20_DECEMBER,
    ),
)
"""The works that the factsheet lists, as it prints them."""
