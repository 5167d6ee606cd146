"""A public service on icluster: FastAPI in front, SQLite behind, nothing between.

It keeps policies, registers of labels and waivers as documents, and answers with views:
a country's score on a day, the labels valid on a day, what the rules find. Facts and
awards that are only asked about are read off the bytes of the request, and every fault
is told in the language of whoever sent them. As a script it asks itself;
`uvicorn --factory examples.service:service` serves it.

It holds no users and no rights: put it behind what does.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Literal, TypeVar

import httpx
from fastapi import Body, Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse

from icluster import Facts, LabelAward, LabelRegister, Policy, rules, scoring, wire
from icluster.errors import DecodeError
from icluster.languages import es
from icluster.pydantic import Exchanged, View
from icluster.reference import CONTEXT, eccp, esca, mexico
from icluster.words import ENGLISH, Language, Steps, pointer

T = TypeVar("T")

LANGUAGES = {"en": ENGLISH, "es": es.SPANISH}
Spoken = Literal["en", "es"]
Plain = dict[str, Any]

TABLES = """
create table if not exists policies
    (number integer primary key, country text not null, document text not null);
create table if not exists registers
    (key text primary key, document text not null);
create table if not exists waivers
    (number integer primary key, policy integer not null references policies,
     document text not null);
"""

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem;
       padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; font-size: 1.25rem; text-align: left; padding: .5rem 0; }
th, td { border-bottom: 1px solid #ccc; padding: .5rem; text-align: left;
         vertical-align: top; }
thead th { border-bottom: 2px solid #1b1b1b; }
"""


class Store:
    """Documents in SQLite: what `wire.dumps` wrote, `wire.loads` reads."""

    def __init__(self, path: str) -> None:
        self.path = path
        with self.connected() as database:
            database.executescript(TABLES)

    @contextmanager
    def connected(self) -> Generator[sqlite3.Connection, None, None]:
        """Open the database for one request, and keep what it did."""
        with closing(sqlite3.connect(self.path)) as database, database:
            yield database

    def add(self, statement: str, *values: object) -> int:
        with self.connected() as database:
            return int(database.execute(statement, values).lastrowid or 0)

    def read(self, kind: type[T], statement: str, *values: object) -> list[T]:
        with self.connected() as database:
            rows = database.execute(statement, values).fetchall()
        return [wire.loads(text, kind) for (text,) in rows]

    def one(self, kind: type[T], statement: str, *values: object) -> T:
        documents = self.read(kind, statement, *values)
        if not documents:
            raise HTTPException(404, "there is none")
        return documents[0]


def service(path: str = "service.sqlite") -> FastAPI:
    """Make the service, with its documents in a file at *path*."""
    store, app = Store(path), FastAPI(title="Cluster policies, scored")
    add_policies(app, store)
    add_scores(app, store)
    add_registers(app, store)
    add_questions(app)
    return app


POLICY = "select document from policies where number = ?"
POLICIES = "select document from policies where country = ? order by number"
WAIVERS = "select document from waivers where policy = ? order by number"
REGISTER = "select document from registers where key = ?"


def add_policies(app: FastAPI, store: Store) -> None:
    @app.post("/policies", status_code=201)
    def add_policy(policy: Annotated[Policy, Exchanged(), Body()]) -> dict[str, int]:
        statement = "insert into policies (country, document) values (?, ?)"
        number = store.add(statement, policy.country.code, wire.dumps(policy))
        return {"number": number}

    @app.get("/policies/{number}")
    def policy(number: int) -> Annotated[Policy, Exchanged()]:
        return store.one(Policy, POLICY, number)

    @app.get("/policies/{number}/checks")
    def checks(
        number: int, on: date, language: Spoken = "en"
    ) -> Annotated[Plain, View(rules.Report)]:
        subject = store.one(Policy, POLICY, number)
        waivers = store.read(rules.Waiver, WAIVERS, number)
        report = rules.check(subject, on=on, context=CONTEXT, waivers=waivers)
        return wire.view(report, language=LANGUAGES[language])

    @app.post("/policies/{number}/waivers", status_code=201)
    def waive(
        number: int, waiver: Annotated[rules.Waiver, Exchanged(), Body()]
    ) -> dict[str, int]:
        store.one(Policy, POLICY, number)
        statement = "insert into waivers (policy, document) values (?, ?)"
        return {"number": store.add(statement, number, wire.dumps(waiver))}


def add_scores(app: FastAPI, store: Store) -> None:
    def score_of(country: str, on: date) -> scoring.Score:
        policies = store.read(Policy, POLICIES, country)
        if not policies:
            raise HTTPException(404, "no policy of that country is on record")
        facts = scoring.read_facts(
            policies, on=on, edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING
        )
        return scoring.score(eccp.MATURITY_2022, facts)

    @app.get("/countries/{country}/score")
    def score(
        country: str, on: date, language: Spoken = "en"
    ) -> Annotated[Plain, View(scoring.Score)]:
        return wire.view(score_of(country, on), language=LANGUAGES[language])

    @app.get("/countries/{country}/score.html", response_class=HTMLResponse)
    def page(country: str, on: date, language: Spoken = "en") -> str:
        scored = score_of(country, on)
        table = scored.table(language=LANGUAGES[language])
        basis = wire.view(scored)["basis"]
        made_by = f"{basis['rubric']}, {basis['edition']}, icluster {basis['version']}"
        return (
            f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
            f"<title>{escape(country)}, {on}</title><style>{STYLE}</style>"
            f"<main>{table.html()}</main><footer>{escape(made_by)}</footer></html>"
        )


def add_registers(app: FastAPI, store: Store) -> None:
    @app.put("/registers/{key}", status_code=204)
    def put_register(
        key: str, register: Annotated[LabelRegister, Exchanged(), Body()]
    ) -> None:
        store.add("replace into registers values (?, ?)", key, wire.dumps(register))

    @app.get("/registers/{key}")
    def labels(
        key: str, on: date, language: Spoken = "en"
    ) -> Annotated[Plain, View(LabelRegister)]:
        register = store.one(LabelRegister, REGISTER, key)
        return wire.view(register, on=on, language=LANGUAGES[language])


def spoken(request: Request) -> Language:
    """Return the first language that the browser asks for and the service speaks."""
    for wish in request.headers.get("accept-language", "").split(","):
        code = wish.split(";")[0].split("-")[0].strip().lower()
        if code in LANGUAGES:
            return LANGUAGES[code]
    return ENGLISH


def sent(kind: Any) -> Any:
    """Read the bytes of a body: a repeated key or another encoding is told as well."""

    async def body(request: Request) -> Any:
        return wire.from_json(await request.body(), kind)

    return Depends(body)


def described(kind: Any) -> Plain:
    """Describe such a body in the OpenAPI document."""
    content = {"application/json": {"schema": wire.json_schema(kind, inline=True)}}
    return {"requestBody": {"required": True, "content": content}}


def add_questions(app: FastAPI) -> None:
    @app.exception_handler(DecodeError)
    def refused(request: Request, error: DecodeError) -> JSONResponse:
        language = spoken(request)
        faults = [
            {
                "loc": ["body", *fault.place],
                "pointer": fault.pointer,
                "type": fault.code,
                "msg": fault.said().text(language),
            }
            for fault in error.faults
        ]
        answer = {"detail": faults, "may_be_more": error.may_be_more}
        return JSONResponse(answer, 422)

    @app.post("/score", openapi_extra=described(eccp.FACTS_2022))
    def score(
        request: Request, facts: Annotated[Facts, sent(eccp.FACTS_2022)]
    ) -> Annotated[Plain, View(scoring.Score)]:
        scored = scoring.score(eccp.MATURITY_2022, facts)
        return wire.view(scored, language=spoken(request))

    @app.post("/awards/checks", openapi_extra=described(list[LabelAward]))
    def checks(
        request: Request,
        on: date,
        awards: Annotated[list[LabelAward], sent(list[LabelAward])],
    ) -> Annotated[Plain, View(rules.Report)]:
        register = LabelRegister(awards=awards, editions=esca.SCHEME.editions)
        report = rules.check(register, on=on, context=CONTEXT)
        view = wire.view(report, language=spoken(request))
        for finding, seen in zip(report.findings, view["findings"], strict=True):
            seen["pointers"] = places_sent(finding, register, awards)
        return view


def places_sent(
    finding: rules.Finding, register: LabelRegister, awards: list[LabelAward]
) -> list[str]:
    """Say where in the list of awards a finding stands; a register sorts its own."""
    numbers = {id(award): number for number, award in enumerate(awards)}

    def sent_at(place: Steps) -> Steps:
        if place[:1] != ("awards",):
            return ()  # of the register as a whole, or of its terms
        award = register.awards[int(place[1])]
        return (numbers[id(award)], *place[2:])

    return [pointer(sent_at(place)) for place in finding.places]


async def main() -> None:
    with TemporaryDirectory() as folder:
        app = service(str(Path(folder) / "service.sqlite"))
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://service"
        ) as client:
            for policy in mexico.POLICIES_2022:
                await client.post("/policies", json=wire.to_dict(policy))
            answer = await client.get(
                "/countries/MX/score", params={"on": "2022-09-30", "language": "es"}
            )
            score = answer.json()
            print(score["title"], score["total"]["text"], score["basis"]["edition"])
            answer = await client.post("/policies", json={"name": "Plan", "year": 5})
            for error in answer.json()["detail"]:
                print(answer.status_code, *error["loc"], error["msg"])
            answer = await client.post(
                "/score",
                content='{"monitoring": "yes", "monitored": true}',
                headers={"accept-language": "es-MX"},
            )
            for error in answer.json()["detail"]:
                print(answer.status_code, error["pointer"], error["msg"])


if __name__ == "__main__":
    asyncio.run(main())
