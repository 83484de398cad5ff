"""Every page is made before anything is written; what cannot be made says where it went wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from agir.content.problems import ContentError
from agir.pages.rendering import build, render
from agir.pages.site import Settings

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/", "https://git.example/a", "edit/main/", "a@b.example")
PAGER = "overrides/components/pager/pager.html"


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("\n{{ page.nothing }}", "UndefinedError"),
        ("\n{{ 1 / 0 }}", "ZeroDivisionError"),
        ("\n{% if %}", "TemplateSyntaxError"),
    ],
)
def test_a_mistake_in_a_template_is_a_problem_at_its_line(
    project: Path, added: str, said: str
) -> None:
    template = project / PAGER
    line = template.read_text("utf-8").rstrip().count("\n") + 2
    template.write_text(template.read_text("utf-8").rstrip() + added, "utf-8")
    with pytest.raises(ContentError) as caught:
        build(project, SETTINGS)
    problem = caught.value.problems[0]
    assert (problem.code, str(problem.place)) == ("cannot-render", f"{PAGER}:{line}:1")
    assert said in problem.message("fr")


def test_a_site_made_before_a_template_broke_can_be_made_again(project: Path) -> None:
    first = build(project, SETTINGS)
    (project / PAGER).write_text("{% if %}", "utf-8")
    assert render(first.site).documents == first.documents


def test_what_another_plugin_changed_goes_into_the_document() -> None:
    made = build(ROOT, SETTINGS)
    page = made.site.pages["fr"][0]
    body = made.bodies[page.id, "fr"]
    assert made.document(page, body) is made.documents[page.id, "fr"]
    assert "<i>changed</i>" in made.document(page, replace(body, html="<i>changed</i>"))
