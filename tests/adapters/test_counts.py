"""What a build and each kind of edit cost, in work that is the same on every machine."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from agir.adapters.preview import Preview
from agir.pages import markdown, templates
from agir.pages.rendering import load, render
from agir.pages.site import Settings
from mkdocs.config import load_config
from project import edit_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = Settings("https://agir.example/")
OPEN = ("etapes/intention/", "en/steps/aim/", "en/steps/intention/")  # what somebody looks at
STEP = "data/steps/intention.yml"
EDITS = {
    "body": (STEP, "  fr: |\n    ", "  fr: |\n    Voici. "),
    "title": (STEP, 'en: "Intention"', 'en: "Aim"'),
    "address": (STEP, 'en: "intention"', 'en: "aim"'),
    "interface": ("data/interface.yml", 'fr: "Chercher"', 'fr: "Trouver"'),
}


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Counts the templates rendered for pages and the Markdown converted."""
    counts: Counter[str] = Counter()
    convert, render_page = markdown.markdown_to_html, templates.Templates.render

    def converted(text: str) -> str:
        counts["conversions"] += 1
        return convert(text)

    def rendered(self: templates.Templates, name: str, *rest: object, **words: object) -> str:
        counts[name] += 1
        return render_page(self, name, *rest, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(markdown, "markdown_to_html", converted)
    monkeypatch.setattr(templates.Templates, "render", rendered)
    markdown.to_html.cache_clear()
    yield counts
    markdown.to_html.cache_clear()


@pytest.fixture
def preview(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """What `mkdocs serve` shows, without its server."""
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    made = Preview()
    made.load(config, SETTINGS)
    made.folder = tmp_path_factory.mktemp("served")
    yield made
    if made.cleaner.timer:
        made.cleaner.timer.cancel()  # it would clean while other tests count what is cleaned


def test_a_build_makes_each_page_once_and_converts_each_text_once(
    project: Path, work: Counter[str]
) -> None:
    site = load(project, SETTINGS)
    files = [path for path, _ in render(site)]
    pages = len(site.all_pages)
    assert len(files) == len(set(files))
    assert work["skeleton.html"] == pages
    first = work["conversions"]
    assert first < 7 * pages
    list(render(site))
    assert work["conversions"] == first


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_costs_the_pages_that_somebody_looks_at(
    project: Path, preview: Preview, work: Counter[str], edit: str
) -> None:
    for path in OPEN:
        preview.put(path)
    work.clear()
    edit_file(project, *EDITS[edit])
    preview.refresh(pytest.fail)
    assert work["skeleton.html"] <= 1  # one is tried before the change is trusted
    for path in (*OPEN, *OPEN):
        preview.put(path)
    assert 0 < work["skeleton.html"] <= len(OPEN) + 1
    texts_of_a_page = 12
    assert work["conversions"] <= (texts_of_a_page if edit == "address" else 1)  # a page not seen
    fresh = dict(render(load(project, SETTINGS)))
    for path in OPEN:
        name = f"{path}index.html"
        served = (preview.folder / (name if name in fresh else "404.html")).read_bytes()
        assert served == fresh.get(name, fresh["404.html"])


def test_a_page_that_is_gone_is_not_served_from_before(project: Path, preview: Preview) -> None:
    preview.put("en/steps/intention/")
    for edit in ("body", "address"):
        edit_file(project, *EDITS[edit])
        preview.refresh(pytest.fail)
    preview.put("en/steps/intention/")
    assert not (preview.folder / "en/steps/intention/index.html").exists()
    assert (preview.folder / "404.html").exists()
