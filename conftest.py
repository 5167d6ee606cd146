"""Run the Python examples of the Markdown pages, one namespace a page."""

from __future__ import annotations

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["README.md", "README.es.md", "docs/*.md", "docs/**/*.md"],
    excludes=["docs/_build/**"],
).pytest()

# Scripts, not modules: a house test runs them as scripts.
collect_ignore_glob = ["docs/*.py", "examples/*.py"]
