"""Fixtures that call the scripts of components as they are written, outside the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# What a test says sees the exports of the modules by their names, and `given`.
_CALL = """async ([root, modules, said, given]) => {
  const found = await Promise.all(modules.map((path) => import(root + path)));
  const names = Object.assign({}, ...found);
  const call = new Function("given", ...Object.keys(names), `return (async () => {${said}})()`);
  return await call(given, ...Object.values(names));
}"""
_ITS_OWN = 640  # the width of a profile that no other fixture asks for: a test may have a page too


@pytest.fixture(scope="session")
def sources(serve: Callable[..., str]) -> str:
    """The address of this folder."""
    return serve(ROOT)


@pytest.fixture
def script(tab: Callable[..., Page], sources: str) -> Callable[..., Any]:
    """`script(["notebook/answers.shared.js"], "return merged(a, b)", given)`: scripts unbuilt.

    Paths start in overrides/components, or in tests/browser for what tests share ("/states.js").
    """
    page = tab(_ITS_OWN)
    page.goto(f"{sources}overrides/main.html")  # any page of that origin: its store is empty

    def call(modules: list[str], said: str, given: Any = None) -> Any:
        paths = [
            f"tests/browser{path}" if path.startswith("/") else f"overrides/components/{path}"
            for path in modules
        ]
        return page.evaluate(_CALL, [sources, paths, said, given])

    return call
