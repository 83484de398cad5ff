"""A page is cited as APA wants it in its language, and for BibTeX."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from agir.content.fields import Text
from agir.content.revisions import Revision
from agir.pages.citations import citation
from agir.pages.site import Settings, Site

SITE = Site(Path(__file__).parents[2], Settings("https://agir.example/a/"))
DAY = Revision("00000000", date(2026, 3, 1))


@pytest.fixture(autouse=True)
def dated(monkeypatch: pytest.MonkeyPatch) -> None:
    days = {("common-agenda", lang): DAY for lang in ("fr", "en")}
    monkeypatch.setattr(SITE, "revisions", days)


def page(lang: str, id_: str = "common-agenda"):
    return next(page for page in SITE.pages[lang] if page.id == id_)


@pytest.mark.parametrize(
    ("lang", "start", "title"),
    [
        ("fr", "Agir ensemble. (2026, 1er\u00a0mars).", "Vision commune"),
        ("en", "Agir ensemble. (2026, March\u00a01).", "Common agenda"),
    ],
)
def test_a_reference_says_who_when_what_and_where(lang: str, start: str, title: str) -> None:
    cited = citation(SITE, page(lang))
    assert (cited.start, cited.title) == (start, title)
    assert cited.address == f"https://agir.example/a/{page(lang).path}"


def test_what_no_release_noted_has_no_date() -> None:
    assert citation(SITE, page("fr", "about")).start == "Agir ensemble. (s.\u00a0d.)."
    assert citation(SITE, page("en", "about")).start == "Agir ensemble. (n.d.)."
    assert "date" not in citation(SITE, page("en", "about")).bibtex


def test_the_whole_resource_has_the_day_of_its_last_change() -> None:
    assert "2026, March" in citation(SITE, page("en", "home")).start


def test_a_record_for_bibtex_escapes_what_tex_would_read() -> None:
    odd = replace(page("en"), entry=Titled(Text("x", "50% & {more} _here_ #1 $")))
    assert citation(SITE, odd).bibtex.splitlines() == [
        "@misc{agir-ensemble-common-agenda-en,",
        "  author = {{Agir ensemble}},",
        r"  title = {{50\% \& \{more\} \_here\_ \#1 \$}},",
        "  date = {2026-03-01},",
        "  year = {2026},",
        "  month = {3},",
        "  url = {https://agir.example/a/en/conditions/common-agenda/},",
        "  langid = {english},",
        "}",
    ]


class Titled:
    def __init__(self, title: Text) -> None:
        self.title = title
