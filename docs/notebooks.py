"""The pages of the gallery: notebooks, executed while the manual is built.

A page says ``%%NOTEBOOK%%``; here that becomes the notebook of its name, its outputs
as a reader of the notebook would see them. ``%%NOTEBOOKS%%`` and names become what
each
of them is about, with its first figure.
"""

import functools
import logging
import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PLACEHOLDER = "%%NOTEBOOK%%"
LISTED = re.compile(r"^%%NOTEBOOKS%% (.+)$", re.MULTILINE)
PICTURE = re.compile(r"<img [^>]*>|<svg .*?</svg>", re.DOTALL)
EXAMPLES = Path(__file__).parent.parent / "examples"
FENCE = "`" * 12
LOOKS = "<style>th, td { padding: 0.2rem 0.6rem; vertical-align: top; }</style>"


def fenced(language, text):
    return f"{FENCE}{language}\n{text}\n{FENCE}"


def outputs(cell):
    """Yield what a cell shows: HTML where it has some, else text."""
    for output in cell.get("outputs", ()):
        if output.output_type == "stream":
            yield fenced("text", output.text)
        elif "text/html" in output.data:
            shown = f'<div class="cell-output">{output.data["text/html"]}</div>'
            yield fenced("{raw} html", shown)
        else:
            yield fenced("text", output.data["text/plain"])


def page(notebook):
    """Return a notebook that was executed as a page of Markdown."""
    parts = []
    for cell in notebook.cells:
        is_code = cell.cell_type == "code"
        parts.append(fenced("python", cell.source) if is_code else cell.source)
        parts += outputs(cell)
    return "\n\n".join([*parts, fenced("{raw} html", LOOKS)])


@functools.cache
def executed(name, *, run):
    """Return the notebook of a name; what it raises ends the build."""
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    logging.getLogger("traitlets").setLevel(logging.WARNING)
    quiet = ["--IPKernelApp.log_level=ERROR"]
    client = NotebookClient(notebook, kernel_name="python3", extra_arguments=quiet)
    if run:
        client.execute()
    return notebook


def entry(name, *, run):
    """Return what a notebook is about, and the first figure in it."""
    notebook = executed(name, run=run)
    heading, _, about = notebook.cells[0].source.partition("\n\n")
    shown = (text for cell in notebook.cells for text in outputs(cell))
    picture = next((match[0] for match in map(PICTURE.search, shown) if match), "")
    parts = [f"## [{heading.removeprefix('# ')}]({name}.md)", about]
    if picture:
        parts.append(fenced("{raw} html", f'<figure class="drawn">{picture}</figure>'))
    return "\n\n".join(parts)


def write_notebook(app, docname, source):
    """Put in the notebook of a page of the gallery, or the list of all of them.

    Where no page is written there is nothing to show: the tests execute them.
    """
    run = app.builder.name != "dummy"
    if PLACEHOLDER in source[0]:
        notebook = executed(docname.rpartition("/")[2], run=run)
        source[0] = source[0].replace(PLACEHOLDER, page(notebook))
    source[0] = LISTED.sub(
        lambda line: "\n\n".join(entry(name, run=run) for name in line[1].split()),
        source[0],
    )
