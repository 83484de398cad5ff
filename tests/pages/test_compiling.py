"""Our templates compile to simpler Python than Jinja's, and make the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from agir.pages import templates
from agir.pages.compiling import Compiled
from agir.pages.rendering import render
from agir.pages.site import Settings, Site
from jinja2 import Environment
from jinja2.compiler import CodeGenerator

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")


def test_the_pages_are_those_of_jinjas_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = dict(render(Site(ROOT, SETTINGS)))
    monkeypatch.setattr(templates._Environment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(templates, "COMPILED", Compiled())
    assert dict(render(Site(ROOT, SETTINGS))) == ours


@pytest.mark.parametrize("value", ["<b>", "a & b", 3, None, "l'été"])
@pytest.mark.parametrize(
    "template",
    ["{{ x }}", "{% if 1 %}{{ x }}{% endif %}", "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}"],
)
def test_what_is_not_markup_is_escaped(template: str, value: object) -> None:
    ours = templates._Environment(autoescape=True).from_string(template).render(x=value)
    assert ours == Environment(autoescape=True).from_string(template).render(x=value)
