"""A document: one text of HTML to be read on a screen and printed, with its own looks.

What matters stands on the first page; the other sections begin a page each. It needs
nothing beside itself: no script, no font, no picture from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from attrs import field, frozen

from icluster import __version__
from icluster._faults import to_text
from icluster._fields import all_of, check_each, check_type, to_tuple
from icluster.errors import InvalidValueError
from icluster.tables._table import Table
from icluster.tables._typesetting import marked_line, plain
from icluster.words import ENGLISH, Language, Sentence, Shown, escaped, html_line, say

Block: TypeAlias = str | Sentence | Table | tuple[str | Sentence, ...]
"""A paragraph, a table, or a list of sentences."""

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 1.6rem 0 .4rem; }
p { margin: .4rem 0; }
ul { margin: .4rem 0; padding-left: 1.2rem; }
li { margin: .25rem 0; }
table { border-collapse: collapse; margin: 1rem 0 .4rem; width: 100%; }
caption { font-weight: 600; padding: .2rem 0; }
th, td { padding: .25rem .8rem .25rem 0; vertical-align: top;
  border-bottom: 1px solid #8886; font-variant-numeric: tabular-nums; }
thead th { border-bottom-color: currentColor; }
tbody th { font-weight: inherit; }
tbody th:nth-last-child(-n+4) { width: 34%; }
figure { margin: 1.2rem 0; padding: .5rem; background: #fff; }
figure svg { display: block; max-width: 100%; height: auto; margin: auto; }
footer { margin-top: 2rem; font-size: .85rem; opacity: .75; }
@page { size: A4; margin: 18mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  section + section { break-before: page; }
  h2, caption, thead { break-after: avoid; }
  table + p { break-before: avoid; }
  tr, li, figure, caption { break-inside: avoid; }
  div { overflow: visible !important; }
  figure { padding: 0; }
  footer { margin-top: .6rem; }
  figure svg { max-height: 235mm; }
}
"""
_SVG = re.compile(r"<svg[\s>]")


def _to_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return to_tuple(blocks)


@frozen
class Section(Shown):
    """A part of a document: its heading, and what stands below it.

    Attributes:
        title: The heading; empty for none.
        blocks: Sentences, each a paragraph; tables; tuples of sentences, each a list.

    Example:
        >>> Section("Strengths", ["All of them:", ("one", "two")]).blocks[1]
        ('one', 'two')
    """

    title: str | Sentence = field(converter=to_text)
    blocks: tuple[Block, ...] = field(
        converter=_to_blocks, validator=all_of(str, Sentence, Table, tuple)
    )


def document(
    title: str | Sentence,
    pages: Iterable[Iterable[Section]],
    *,
    figures: Iterable[str] = (),
    language: Language = ENGLISH,
) -> str:
    """Return sections as one HTML document, readable, printable, self-contained.

    Args:
        title: What it is about.
        pages: Sections that stand together; in print the first of them begin a page.
        figures: Ready SVG, as `icluster.plots.svg` makes it, put in as it is at the
            end of the first page.
        language: What it is put into.

    Raises:
        InvalidValueError: A page is not of sections, or a figure is no SVG, or has a
            script in it.

    Example:
        >>> text = document("Words", [[Section("All", [("one", "<two>")])]])
        >>> text[:15], "<li>&lt;two&gt;</li>" in text
        ('<!DOCTYPE html>', True)
    """
    check_type("language", language, Language)
    pictures = "".join(map(_figure, to_tuple(figures)))
    bodies = ["".join(_sections(page, language)) for page in _checked(pages)]
    bodies[:1] = [f"{body}{pictures}" for body in bodies[:1]]
    head = escaped(plain(_worded(title), language))
    foot = html_line(plain(_made_by(), language))
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(language.code)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{head}</h1>\n"
        + "".join(f"<section>{body}</section>\n" for body in bodies)
        + f"<footer>{foot}</footer>\n</body>\n</html>\n"
    )


def markdown(
    title: str | Sentence,
    pages: Iterable[Iterable[Section]],
    *,
    language: Language = ENGLISH,
) -> str:
    """Return the same sections as GitHub-flavoured Markdown.

    Figures are files of their own there: write ``![words](figure.svg)`` behind it, with
    the words that `icluster.plots.alternative` finds for them.

    Args:
        title: What it is about.
        pages: As for `document`.
        language: What it is put into.

    Raises:
        InvalidValueError: A page is not of sections.

    Example:
        >>> print(markdown("Words", [[Section("All", [("one", "<two>")])]]))
        # Words
        <BLANKLINE>
        ## All
        <BLANKLINE>
        - one
        - &lt;two&gt;
        <BLANKLINE>
        Made by icluster ...
    """
    check_type("language", language, Language)

    def written(text: str | Sentence) -> str:
        return marked_line(plain(_worded(text), language))

    parts = [f"# {written(title)}"]
    for section in chain.from_iterable(_checked(pages)):
        if heading := written(section.title):
            parts.append(f"## {heading}")
        for block in section.blocks:
            if isinstance(block, Table):
                parts.append(block.markdown(language=language))
            elif isinstance(block, tuple):
                parts.append("\n".join(f"- {written(item)}" for item in block))
            else:
                parts.append(written(block))
    parts.append(written(_made_by()))
    return "\n\n".join(parts)


def _checked(pages: Iterable[Iterable[Section]]) -> tuple[tuple[Section, ...], ...]:
    check_type("pages", pages, Iterable)
    return tuple(
        check_each(f"pages[{number}]", page, Section)
        for number, page in enumerate(pages)
    )


def _made_by() -> Sentence:
    return say("Made by icluster {}.", __version__)


def _worded(text: str | Sentence) -> Sentence:
    """Take a plain text for a template, so that it can be translated."""
    return say(text) if isinstance(text, str) else text


def _figure(figure: str) -> str:
    is_drawn = isinstance(figure, str) and _SVG.match(figure)
    if not is_drawn or "<script" in figure.lower():
        raise InvalidValueError("figures", "SVG without a script, from <svg on", figure)
    return f"<figure>{figure}</figure>"


def _sections(page: Iterable[Section], language: Language) -> Iterator[str]:
    for section in page:
        if heading := plain(_worded(section.title), language):
            yield f"<h2>{escaped(heading)}</h2>\n"
        for block in section.blocks:
            yield f"{_block(block, language)}\n"


def _block(block: Block, language: Language) -> str:
    if isinstance(block, Table):
        return block.html(language=language)
    if isinstance(block, tuple):
        lines = (html_line(plain(_worded(item), language)) for item in block)
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    return f"<p>{html_line(plain(_worded(block), language))}</p>"
