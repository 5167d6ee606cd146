"""Blocks of code of the manual, as they are typed at a prompt."""

import ast
import doctest

from docutils import nodes
from sphinx.transforms import SphinxTransform

COMPOUND = (
    ast.ClassDef,
    ast.For,
    ast.FunctionDef,
    ast.If,
    ast.Try,
    ast.While,
    ast.With,
)


def as_typed(block):
    """End compound statements with the empty line that a prompt waits for.

    doctest does without it; whoever pastes a loop and what follows it does not. Blank
    lines at the end, where what is printed ends, are left out.
    """
    lines = block.rstrip("\n").split("\n")
    for example in reversed(doctest.DocTestParser().get_examples(block)):
        end = example.lineno + example.source.count("\n")
        is_compound = isinstance(ast.parse(example.source).body[0], COMPOUND)
        if is_compound and lines[end - 1].strip() != "...":
            lines.insert(end, " " * example.indent + "... ")
    return "\n".join(lines)


class Blocks(SphinxTransform):
    """Show code as it is typed."""

    default_priority = 390

    def apply(self, **_options):
        for block in self.document.findall(nodes.FixedTextElement):
            is_python = block.get("language") == "python"
            if is_python or isinstance(block, nodes.doctest_block):
                text = as_typed(block.astext())
                block[:] = [nodes.Text(text)]
                block.rawsource = text
