"""Ten times the content: a page that does not show it costs the same work and the same bytes."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from agir.pages.site import Settings, Site
from project import copy_project

if TYPE_CHECKING:
    from agir.pages.plan import Page

ROOT = Path(__file__).parents[2]
SETTINGS = Settings("https://agir.example/")
TIMES = 10


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The site as it is, and with ten times the tools."""
    folders = [tmp_path_factory.mktemp(name) for name in ("now", "grown")]  # both outside git
    for folder in folders:
        copy_project(folder)
    for number in range(1, TIMES):
        for path in (ROOT / "data/tools").glob("*.yml"):
            copy_tool(path, folders[1] / "data/tools", number)
    now, grown = (Site(folder, SETTINGS) for folder in folders)
    return now, grown


def copy_tool(path: Path, folder: Path, number: int) -> None:
    """The same tool under another id and address."""
    tool = yaml.safe_load(path.read_text("utf-8"))
    tool["id"] += f"-{number}"
    tool["slug"] = {lang: f"{slug}-{number}" for lang, slug in tool["slug"].items()}
    text = yaml.safe_dump(tool, allow_unicode=True, sort_keys=False)
    (folder / f"{tool['id']}.yml").write_text(text, "utf-8")


def page(site: Site, id_: str) -> Page:
    return next(page for page in site.pages["fr"] if page.id == id_)


def work(site: Site, id_: str) -> Counter[str]:
    """Which functions, templates and conversions making a page calls, and how often."""
    calls: Counter[str] = Counter()

    def count(frame: Any, event: str, _argument: object) -> None:
        if event == "call":
            code = frame.f_code
            calls[f"{Path(code.co_filename).name} {code.co_qualname}"] += 1

    view = page(site, id_)
    site.document(view, site.body(view))  # templates are compiled at their first use
    sys.setprofile(count)
    try:
        site.document(view, site.body(view))
    finally:
        sys.setprofile(None)
    return calls


SHOW_NO_TOOLS = ("home", "about", "local-regional-national", "glossary", "privacy")


@pytest.mark.parametrize("id_", SHOW_NO_TOOLS)
def test_ten_times_the_tools_are_no_work_for_a_page_without_them(
    sites: tuple[Site, Site], id_: str
) -> None:
    now, grown = (work(site, id_) for site in sites)
    assert now
    assert grown == now


def test_ten_times_the_tools_are_ten_times_the_results_of_the_finder(
    sites: tuple[Site, Site],
) -> None:
    """Or the tests of this file would compare the site with itself."""
    now, grown = (len(site.library.collections["tools"]) for site in sites)
    assert grown == TIMES * now
    now, grown = (work(site, "tools")["finder.html root"] for site in sites)
    assert grown > TIMES / 2 * now
