"""The example of a service, asked over HTTP as a client would."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import httpx
import pytest
from attrs import evolve
from examples.service import service
from jsonschema import Draft202012Validator

from icluster import LabelRegister, Policy, rules, scoring, wire
from icluster.reference import mexico

Ask: TypeAlias = Callable[..., httpx.Response]
DAY = {"on": "2022-09-30"}


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Return what asks a service of its own."""
    app = service(str(tmp_path / "service.sqlite"))

    async def asked(method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app)
        base = "http://service"
        async with httpx.AsyncClient(transport=transport, base_url=base) as client:
            return await client.request(method, path, **more)

    return lambda *words, **more: asyncio.run(asked(*words, **more))


def filled(ask: Ask) -> None:
    for policy in mexico.POLICIES_2022:
        answer = ask("POST", "/policies", json=wire.to_dict(policy))
        assert answer.status_code == 201


def test_keeps_policies_and_gives_them_back(ask: Ask) -> None:
    filled(ask)
    data = ask("GET", "/policies/2").json()
    assert wire.from_dict(data, Policy) == mexico.POLICIES_2022[1]
    assert ask("GET", "/policies/99").status_code == 404


def test_a_wrong_body_is_told_field_by_field(ask: Ask) -> None:
    body = wire.to_dict(mexico.NUEVO_LEON_2022)
    body["history"]["begins"] = "soon"
    body["sectors"] = ["cars", 5]
    del body["level"]
    answer = ask("POST", "/policies", json=body)
    assert answer.status_code == 422
    errors = {tuple(error["loc"]): error for error in answer.json()["detail"]}
    assert set(errors) == {
        ("body", "history", "begins"),
        ("body", "sectors", 1),
        ("body", "level"),
    }
    assert errors["body", "level"]["type"] == "missing"
    assert errors["body", "sectors", 1]["msg"] == "must be text, got 5"


def test_a_score_on_a_day_in_either_language(ask: Ask) -> None:
    filled(ask)
    answer = ask("GET", "/countries/MX/score", params=DAY)
    assert answer.status_code == 200
    assert len(answer.content) < 4200
    score = answer.json()
    assert score["total"]["total"] == "1.5"
    assert score["basis"]["day"] == "2022-09-30"
    Draft202012Validator(wire.view_schema(scoring.Score)).validate(score)
    spanish = ask("GET", "/countries/MX/score", params={**DAY, "language": "es"})
    assert spanish.json()["facts"][2]["text"].endswith(": sí")
    for path, more, status in (
        ("/countries/US/score", DAY, 404),
        ("/countries/MX/score", {}, 422),
        ("/countries/MX/score", {**DAY, "language": "fr"}, 422),
    ):
        assert ask("GET", path, params=more).status_code == status


def test_a_page_of_a_score_is_safe_whatever_a_policy_says(ask: Ask) -> None:
    plan = mexico.POLICIES_2022[1]
    nasty = evolve(plan, name="<script>alert(1)</script>")
    ask("POST", "/policies", json=wire.to_dict(nasty))
    answer = ask("GET", "/countries/MX/score.html", params=DAY)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in answer.text
    assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
    assert "eccp_2022, icluster " in answer.text
    assert "Continuity of cluster policies" in answer.text


def test_checks_and_waivers(ask: Ask) -> None:
    filled(ask)
    report = ask("GET", "/policies/1/checks", params=DAY).json()
    finding = report["findings"][0]
    waiver = {key: finding[key] for key in ("code", "about", "fingerprint")} | {
        "reason": "asked the ministry"
    }
    assert ask("POST", "/policies/1/waivers", json=waiver).status_code == 201
    after = ask("GET", "/policies/1/checks", params=DAY).json()
    assert [waived["finding"] for waived in after["waived"]] == [finding]
    assert len(after["findings"]) == len(report["findings"]) - 1
    Draft202012Validator(wire.view_schema(rules.Report)).validate(after)
    assert ask("POST", "/policies/99/waivers", json=waiver).status_code == 404
    wrong = ask("POST", "/policies/1/waivers", json={"code": "X"})
    assert {tuple(error["loc"]) for error in wrong.json()["detail"]} == {
        ("body", "about"),
        ("body", "reason"),
    }


def test_labels_on_a_day(ask: Ask) -> None:
    body = wire.to_dict(mexico.BRONZE_LABELS)
    for _ in range(2):
        assert ask("PUT", "/registers/mexico", json=body).status_code == 204
    answer = ask("GET", "/registers/mexico", params={"on": "2018-09-30"})
    assert len(answer.json()["labels"]) == 35
    Draft202012Validator(wire.view_schema(LabelRegister)).validate(answer.json())
    assert ask("GET", "/registers/none", params=DAY).status_code == 404


def test_facts_by_name_are_scored(ask: Ask) -> None:
    body = {"targeted_policy": True, "established": ["within_2_years", "over_10_years"]}
    answer = ask("POST", "/score", json=body)
    assert answer.status_code == 200
    assert answer.json()["criteria"][1]["points"] == ["0.5", "2"]
    Draft202012Validator(wire.view_schema(scoring.Score)).validate(answer.json())


BODIES: dict[str, tuple[bytes, list[str], str]] = {
    "wrong": (b'{"monitoring": "yes"}', ["/monitoring"], "monitoring debe ser true o"),
    "repeated": (b'{"monitoring": true, "monitoring": false}', ["/monitoring"], "una"),
    "in another encoding": (b'{"monitoring": "s\xed"}', [""], "UTF-8, lo que no es"),
    "cut": (b'{"monitoring": ', [""], "debe ser JSON"),
    "empty": (b"", [""], "debe ser JSON"),
    "deep": (b"[" * 10_000, [""], "de 200 niveles"),
}


@pytest.mark.parametrize(("body", "pointers", "text"), BODIES.values(), ids=BODIES)
def test_faults_are_told_in_the_language_of_whoever_asks(
    ask: Ask, body: bytes, pointers: list[str], text: str
) -> None:
    spanish = {"accept-language": "fr;q=0.9, es-MX;q=0.8, en"}
    answer = ask("POST", "/score", content=body, headers=spanish)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["detail"]] == pointers
    assert text in answer.json()["detail"][0]["msg"]
    english = ask("POST", "/score", content=body).json()
    assert " must be " in english["detail"][0]["msg"]
    assert english["may_be_more"] is False


def test_findings_point_into_the_awards_that_were_sent(ask: Ask) -> None:
    def award(name: str, until: str) -> dict[str, Any]:
        return {"holder": {"name": name}, "tier": "bronze", "valid_until": until}

    awards = [award("Zeta", "2019-05-31"), *[award("Alfa", "2023-05-31")] * 2]
    answer = ask("POST", "/awards/checks", params=DAY, json=awards)
    assert answer.status_code == 200
    Draft202012Validator(wire.view_schema(rules.Report)).validate(answer.json())
    pointers = {
        finding["code"]: finding["pointers"] for finding in answer.json()["findings"]
    }
    assert pointers["LAB006"] == ["/2"]
    assert pointers["LAB001"] == ["/0/valid_until"]
    assert "" in {pointer for several in pointers.values() for pointer in several}
    wrong = ask("POST", "/awards/checks", params=DAY, json=[awards[0], {"tier": 5}])
    assert {error["pointer"] for error in wrong.json()["detail"]} == {
        "/1/holder",
        "/1/tier",
        "/1/valid_until",
    }


def test_the_api_describes_itself(ask: Ask) -> None:
    openapi = ask("GET", "/openapi.json").json()
    components = openapi["components"]["schemas"]
    assert {"Policy", "Waiver", "ScoreView", "ChecksView", "LabelsView"} <= set(
        components
    )
    body = openapi["paths"]["/policies"]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Policy"
    }
    stated = openapi["paths"]["/score"]["post"]["requestBody"]["content"]
    assert "monitoring" in stated["application/json"]["schema"]["properties"]
    names = {f"#/components/schemas/{name}" for name in components}
    assert set(_references(openapi)) <= names


def _references(part: Any) -> list[str]:
    text = json.dumps(part)
    return [piece.split('"')[0] for piece in text.split('"$ref": "')[1:]]
