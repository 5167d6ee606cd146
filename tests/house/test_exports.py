"""Exported on purpose, documented with an example, on a page of the manual."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
from tests.house.walk import PUBLIC_MODULE_NAMES, ROOT, load, public_objects

every_public_module = pytest.mark.parametrize("module_name", PUBLIC_MODULE_NAMES)

DOCUMENTED = {
    name: thing
    for name, thing in public_objects().items()
    if inspect.isclass(thing) or inspect.isfunction(thing)
}


@every_public_module
def test_all_is_sorted_and_exists(module_name: str) -> None:
    module = load(module_name)
    names = list(module.__all__)
    assert names == sorted(set(names))
    missing = [name for name in names if not hasattr(module, name)]
    assert not missing


@every_public_module
def test_dir_is_all(module_name: str) -> None:
    module = load(module_name)
    assert "__dir__" in vars(module), "define __dir__ beside __all__"
    assert sorted(module.__dir__()) == sorted(module.__all__)


@every_public_module
def test_module_says_what_is_in_it(module_name: str) -> None:
    assert (load(module_name).__doc__ or "").strip()


@pytest.mark.parametrize("name", sorted(DOCUMENTED))
def test_public_name_has_an_example(name: str) -> None:
    thing: Any = DOCUMENTED[name]
    # Not inspect.getdoc: it would borrow the docstring of a parent.
    text = vars(thing).get("__doc__") if inspect.isclass(thing) else thing.__doc__
    assert ">>> " in (text or "")


@every_public_module
def test_module_has_a_page(module_name: str) -> None:
    pages = sorted((ROOT / "docs" / "reference").rglob("*.md"))
    text = "\n".join(page.read_text("utf-8") for page in pages)
    documented = set(re.findall(r"automodule::[ \t]*([\w.]+)", text))
    assert module_name in documented, "add a page with automodule to docs/reference"
