"""Every page is made before anything is written; what cannot be made says where it went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from agir.content.problems import ContentError
from agir.pages.rendering import load, render
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
        dict(render(load(project, SETTINGS)))
    problem = caught.value.problems[0]
    assert (problem.code, str(problem.place)) == ("cannot-render", f"{PAGER}:{line}:1")
    assert said in problem.message("fr")


def test_a_site_made_before_a_template_broke_can_be_made_again(project: Path) -> None:
    site = load(project, SETTINGS)
    first = dict(render(site))
    (project / PAGER).write_text("{% if %}", "utf-8")
    assert dict(render(site)) == first


def test_every_page_that_cannot_be_made_is_named(project: Path) -> None:
    template = project / "overrides/pages/sheets.html"
    text = template.read_text("utf-8").replace("{{ ui.goal }}", "{{ page.nothing }}")
    template.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        dict(render(load(project, SETTINGS)))
    sheets = len(list((ROOT / "data/sheets").glob("*.yml")))
    # The files that are no pages, such as the same sheets for a frame, stop at the first.
    assert len(caught.value.problems) == 2 * sheets + 1
