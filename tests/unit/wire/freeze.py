"""Freezes the documents and schemas of a release, for maintainers.

``python -m tests.unit.wire.freeze 26.1`` writes a sample of every public class, made by
the examples of the manual, and the schemas of all. A sample that is there stays: delete
its line, before the release, to have it made anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis as _  # noqa: F401 (first, since it registers the strategies)
from tests.house.test_values import _made_by_examples
from tests.unit.wire.test_samples import exchanged_classes, frozen_schemas

from icluster import wire
from icluster.errors import InvalidValueError

HERE = Path(__file__).parent
LONGEST = 2000


def sample(kind: type, made: list[Any]) -> Any:
    """Return the document that says most of those that are not too long."""
    texts = sorted(documents(kind, made), key=len)
    short = [text for text in texts if len(text) <= LONGEST]
    return json.loads(short[-1] if short else texts[0])


def documents(kind: type, made: list[Any]) -> Iterator[str]:
    for thing in made:
        with suppress(InvalidValueError):  # a fault may hold anything that came
            if type(thing) is kind:
                yield wire.dumps(thing)


def main(release: str) -> None:
    """Write the samples and the schemas of a release."""
    by_class: dict[type, list[Any]] = {}
    for things in _made_by_examples().values():
        for thing in things:
            by_class.setdefault(type(thing), []).append(thing)
    path = HERE / "samples" / release / "every.json"
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    every = {
        name: kept[name] if name in kept else sample(kind, by_class[kind])
        for name, kind in exchanged_classes().items()
    }
    lines = (
        f"{json.dumps(name)}: {json.dumps(document, ensure_ascii=False)}"
        for name, document in every.items()
    )
    write(path, "{\n" + ",\n".join(lines) + "\n}")
    schemas = json.dumps(frozen_schemas(), indent=1, ensure_ascii=False, sort_keys=True)
    write(HERE / "schemas" / f"{release}.json", schemas)


def write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
