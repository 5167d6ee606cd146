"""The pages of the gallery: notebooks, executed while the manual is built.

A page says ``%%NOTEBOOK%%``; here that becomes the notebook of its name, its outputs
as a reader of the notebook would see them.
"""

import logging
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PLACEHOLDER = "%%NOTEBOOK%%"
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
            yield fenced("{raw} html", output.data["text/html"])
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


def write_notebook(app, docname, source):
    """Execute the notebook of a page of the gallery; what it raises ends the build.

    Where no page is written there is nothing to show: the tests execute them.
    """
    if PLACEHOLDER in source[0]:
        name = docname.rpartition("/")[2]
        notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
        logging.getLogger("traitlets").setLevel(logging.WARNING)
        quiet = ["--IPKernelApp.log_level=ERROR"]
        client = NotebookClient(notebook, kernel_name="python3", extra_arguments=quiet)
        if app.builder.name != "dummy":
            client.execute()
        source[0] = source[0].replace(PLACEHOLDER, page(notebook))
