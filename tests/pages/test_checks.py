"""What a whole site must have: tried on a copy of the real content with something taken out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from agir.content.problems import ContentError
from agir.pages import labels
from agir.pages.reading import read

ROOT = Path(__file__).parents[2]


def problems_of(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(root)
    return sorted(f"{problem.place} {problem.code}" for problem in caught.value.problems)


def test_a_site_has_a_home_page_in_both_languages(project: Path) -> None:
    for lang in ("fr", "en"):
        (project / f"docs/{lang}/index.md").unlink()
    assert problems_of(project) == [
        "docs/en/index.md:1:1 missing-page",
        "docs/fr/index.md:1:1 missing-page",
    ]


def test_a_page_of_the_footer_is_missed_once_a_language(project: Path) -> None:
    (project / "docs/en/privacy.md").unlink()
    assert "docs/fr/privacy.md:1:1 missing-page" in problems_of(project)


@pytest.mark.parametrize("word", ["next", "access_paid", "language_es", "unknown", "kind_tools"])
def test_a_word_that_the_site_says_is_missed(project: Path, word: str) -> None:
    path = project / "data/interface.yml"
    path.write_text(re.sub(rf"^{word}:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE))
    assert problems_of(project) == ["data/interface.yml:1:1 missing-word"]


def test_the_code_asks_for_no_other_word_than_it_says() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "plugins").rglob("*.py"))
    asked = set(re.findall(r'labels(?:\[lang\])?\["([a-z_]+)"\]', code)) - {"fr", "en"}
    assert asked == set(labels.IN_CODE)


def test_problems_of_docs_show_beside_problems_of_data(project: Path) -> None:
    (project / "data/steps/planning.yml").write_text("id: planning\ntitle: 'l'été'\n")
    page = project / "docs/fr/about.md"
    page.write_text(page.read_text("utf-8") + "\n[ici](page:nulle-part)\n", "utf-8")
    found = problems_of(project)
    assert [line.partition(":")[0] for line in found] == [
        "data/steps/planning.yml",
        "docs/fr/about.md",
    ]
