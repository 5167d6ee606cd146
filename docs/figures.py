"""Figures of the manual, drawn from the code of their page while it is built.

A page says ``{drawn} figure``; here that becomes the figure of this name, as the code
above leaves it, with the alternative text that the library gives it. Where no page is
written nothing is drawn: the tests run the code.
"""

import contextlib
import doctest
import io
import re
from itertools import chain
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(blocks, namespace):
    """Run examples in the order they stand in; whether they say so is for the tests."""
    parser = doctest.DocTestParser()
    for example in chain.from_iterable(map(parser.get_examples, blocks)):
        refused = [Exception] if example.exc_msg else []
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(*refused):
            exec(compile(example.source, "<manual>", "single"), namespace)  # noqa: S102
    return namespace


class Drawn(SphinxDirective):
    """The figure that the code above has just drawn."""

    required_arguments = 1

    def run(self):
        if self.env.app.builder.format != "html":
            return []
        from icluster import plots

        text = Path(self.env.doc2path(self.env.docname)).read_text("utf-8")
        above = "".join(text.splitlines(keepends=True)[: self.lineno - 1])
        figure = run(BLOCK.findall(above), {})[self.arguments[0]]
        picture = f'<figure class="drawn">{plots.svg(figure)}</figure>'
        return [nodes.raw("", picture, format="html")]


PICTURE = Path(__file__).parent / "static" / "readings.svg"


def picture():
    """Return the figure of the README: one document, read in eight ways."""
    from icluster import plots

    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    return plots.readings_map(run(BLOCK.findall(readme), {})["readings"])


if __name__ == "__main__":
    import matplotlib as mpl

    from icluster import plots

    # Text stays text, which takes a third of the room.
    with mpl.rc_context({"svg.fonttype": "none"}):
        PICTURE.write_text(plots.svg(picture()), "utf-8")
