"""A public service on icluster: FastAPI in front, SQLite behind, nothing between.

It keeps policies, registers of labels and waivers as documents, and answers with views:
a country's score on a day, the labels valid on a day, what the rules find. As a script
it asks itself; `uvicorn --factory examples.service:service` serves it.

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
from fastapi import Body, FastAPI, HTTPException
from fastapi.responses import HTMLResponse

from icluster import LabelRegister, Policy, rules, scoring, wire
from icluster.languages import es
from icluster.pydantic import Exchanged, View
from icluster.reference import CONTEXT, eccp, mexico
from icluster.words import ENGLISH

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
            refused = await client.post("/policies", json={"name": "Plan", "year": 5})
            for error in refused.json()["detail"]:
                print(refused.status_code, *error["loc"], error["msg"])


if __name__ == "__main__":
    asyncio.run(main())
