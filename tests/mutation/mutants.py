"""Mutants: one small change of one expression or statement inside a function.

Annotations, docstrings, assertions and decorators stay as they are, and so does what
stands outside of functions.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Div,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
SWAPPED: Final = {
    name: partner
    for pair in (
        ("min", "max"),
        ("any", "all"),
        ("lower", "upper"),
        ("lstrip", "rstrip"),
        ("startswith", "endswith"),
        ("partition", "rpartition"),
        ("find", "rfind"),
        ("index", "rindex"),
    )
    for name, partner in (pair, pair[::-1])
}
LEFT_ALONE: Final = frozenset(
    {"annotation", "returns", "decorator_list", "type_params"}
)


@frozen
class Mutant:
    """One change: what stands in a field of a node, and what takes its place."""

    file: Path
    function: Function
    parent: ast.AST
    name: str
    place: int | None
    new: object
    first_line: int
    last_line: int
    before: str
    after: str

    def put(self) -> None:
        """Change the tree. There is no way back: this is done in a process apart."""
        if self.place is None:
            setattr(self.parent, self.name, self.new)
        elif self.new is None:
            del getattr(self.parent, self.name)[self.place]
        else:
            getattr(self.parent, self.name)[self.place] = self.new

    def __str__(self) -> str:
        path = "/".join(self.file.parts[-2:])
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"{path}:{self.first_line} {self.function.name}: {before}  ->  {after}"


def outermost(tree: ast.AST) -> Iterator[Function]:
    """Yield the functions of a module and of its classes, without those inside."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node
        else:
            yield from outermost(node)


def mutants_of(file: Path, tree: ast.Module) -> list[Mutant]:
    """Return every mutant of the functions of a module, in its order."""
    return [
        mutant
        for function in outermost(tree)
        for mutant in _Walk(file, function).inside(function, function)
    ]


@frozen
class _Walk:
    file: Path
    function: Function

    def inside(self, node: ast.AST, statement: ast.AST) -> Iterator[Mutant]:
        for name, value in ast.iter_fields(node):
            if name in LEFT_ALONE:
                continue
            several = isinstance(value, list)
            for place, child in enumerate(value if several else [value]):
                if isinstance(child, ast.AST) and not _is_left_alone(node, name, child):
                    holder = child if isinstance(child, ast.stmt) else statement
                    index = place if several else None
                    yield from self._at(node, name, index, child, holder)
                    yield from self.inside(child, holder)

    def _at(
        self,
        parent: ast.AST,
        name: str,
        place: int | None,
        child: ast.AST,
        statement: ast.AST,
    ) -> Iterator[Mutant]:
        first, last = _lines(statement)
        for new in _changes(parent, name, child):
            yield Mutant(
                file=self.file,
                function=self.function,
                parent=parent,
                name=name,
                place=place,
                new=new,
                first_line=getattr(child, "lineno", first),
                last_line=last,
                before=ast.unparse(child),
                after="nothing" if new is None else ast.unparse(new),
            )


def _lines(statement: ast.AST) -> tuple[int, int]:
    """Return the lines of a statement, of a compound one those of its head."""
    first: int = getattr(statement, "lineno", 1)
    body: Sequence[ast.stmt] | None = getattr(statement, "body", None)
    if isinstance(body, list) and body:
        return first, max(first, body[0].lineno - 1)
    return first, getattr(statement, "end_lineno", first) or first


def _is_left_alone(parent: ast.AST, name: str, child: ast.AST) -> bool:
    if isinstance(child, (ast.Assert, ast.expr_context)):
        return True
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    is_cast = isinstance(parent, ast.Call) and ast.unparse(parent.func) == "cast"
    return is_cast and name == "args" and child is getattr(parent, "args", [None])[0]


def _changes(parent: ast.AST, name: str, child: ast.AST) -> Iterator[ast.AST | None]:
    for new in _replaced(parent, name, child):
        if new is None or isinstance(new, (ast.cmpop, ast.operator, ast.boolop)):
            yield new
            continue
        yield ast.fix_missing_locations(
            ast.copy_location(new, child) if hasattr(child, "lineno") else new
        )


def _replaced(parent: ast.AST, name: str, child: ast.AST) -> Iterator[ast.AST | None]:
    yield from _operated(child)
    yield from _renamed_or_revalued(name, child)
    match child:
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.keyword(arg=str()):
            yield None
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()) | ast.Constant():
            pass
        case ast.expr() if name in {"test", "ifs", "guard"}:
            yield ast.UnaryOp(ast.Not(), child)
        case _:
            pass
    is_result = name == "value" and isinstance(
        parent, (ast.Return, ast.Yield, ast.Assign, ast.AnnAssign)
    )
    is_argument = name == "args" and isinstance(parent, ast.Call)
    if (is_result or is_argument) and not (
        isinstance(child, ast.Starred)
        or (isinstance(child, ast.Constant) and child.value is None)
    ):
        yield ast.Constant(None)


def _operated(child: ast.AST) -> Iterator[ast.AST]:
    match child:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for place, operator in enumerate(ops):
                swapped = [*ops[:place], COMPARED[type(operator)](), *ops[place + 1 :]]
                yield ast.Compare(left, swapped, comparators)
        case ast.BoolOp(op=ast.And(), values=values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(values=values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in COMPUTED:
            yield ast.BinOp(left, COMPUTED[type(sign)](), right)
        case ast.AugAssign(target=target, op=sign, value=value):
            yield ast.AugAssign(target, COMPUTED[type(sign)](), value)
        case _:
            pass


def _renamed_or_revalued(name: str, child: ast.AST) -> Iterator[ast.AST]:
    match child:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value):
            yield ast.Constant(f"~{value}~")
        case ast.Name(id=word) if word in SWAPPED and name == "func":
            yield ast.Name(SWAPPED[word], ast.Load())
        case ast.Attribute(value=value, attr=word) if word in SWAPPED:
            yield ast.Attribute(value, SWAPPED[word], ast.Load())
        case _:
            pass
