"""The rules of the house: who may import whom, and how large a file may grow."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "plugins" / "agir").rglob("*.py"))
MAY_IMPORT = {
    "content": {"content"},
    "pages": {"content", "pages"},
    "adapters": {"content", "pages", "adapters"},
    "__main__": {"content", "pages", "adapters"},  # the export, which needs no generator
    "__init__": set(),
}
GENERATORS = {"mkdocs", "material", "mkdocs_static_i18n"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute, so that they can be read"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_flow_from_content_to_pages_to_adapters(path: Path) -> None:
    room = path.relative_to(ROOT / "plugins" / "agir").parts[0].removesuffix(".py")
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "agir" and len(parts) > 1:
            assert parts[1] in MAY_IMPORT[room], f"{room} may not import {name}"
        if room != "adapters":
            assert parts[0] not in GENERATORS, f"{room} may not know a generator ({name})"


def test_the_core_works_without_mkdocs_installed() -> None:
    code = (
        "import sys; sys.modules['mkdocs'] = None; sys.modules['mkdocs_static_i18n'] = None\n"
        "import agir, agir.__main__, agir.pages.site, agir.adapters.zensical\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=environment)


@pytest.mark.parametrize(
    "path",
    [
        path
        for room in ("plugins", "tests", "tools")
        for path in sorted((ROOT / room).rglob("*.py"))
    ],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_a_python_file_stays_below_250_lines(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 250


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_opens_by_saying_its_role(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
