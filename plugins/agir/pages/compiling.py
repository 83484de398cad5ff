"""Templates compiled once, to Python that does for each page only what ours need.

Jinja's own code asks of every value whether it is markup and of every callee whether it wants the
context, which is half the price of a page. Ours are markup or text, and no function of theirs
wants the context (filters that do say so). A test compares the pages of both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache
from jinja2.compiler import CodeGenerator
from markupsafe import escape

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import nodes
    from jinja2.bccache import Bucket
    from jinja2.compiler import Frame


class PlainCalls(CodeGenerator):
    """Calls functions as Python does, and escapes what is not markup already."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 (Jinja's signature)
        """A call: `context.call(f, a)` in Jinja's code, `f(a)` in ours."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_special(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(value if (value := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_special(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")).__class__ is Markup else environment.escaped(value))")


def _is_special(frame: Frame, finalize: Any) -> bool:
    """Whether escaping is not simply on, which our templates never ask for."""
    escapes = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
    return not escapes or finalize.src is not None


_SPECIAL = re.compile("[&<>\"']")


def escaped(value: object) -> str:
    """A value as text that may stand in HTML; ids and addresses, most of them, as they are."""
    if value.__class__ is str and not _SPECIAL.search(value):
        return value
    return escape(value)


class Compiled(BytecodeCache):
    """The code of templates, compiled once for both languages and every rebuild of a preview.

    `codes` may be kept for another run of the same Python: the name and the text of a template
    choose its code.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.codes: dict[tuple[str, str], CodeType | None] = {}
        self.is_new = False  # whether some were compiled since

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is known."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self.codes[bucket.key, bucket.checksum] = bucket.code
        self.is_new = True


COMPILED = Compiled()
