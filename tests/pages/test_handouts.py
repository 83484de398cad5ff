"""« Document à remettre »: which entries have one, what it says, and the files made of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from agir.content import model
from agir.pages.handouts import KEPT, body_of, handout_files, handouts, kept_names, layout_of
from agir.pages.markdown import to_html
from agir.pages.outputs import other_files
from agir.pages.pack import is_packed
from agir.pages.site import Settings, Site
from agir.pages.typography import typeset
from dom import normal, parse
from real import site

if TYPE_CHECKING:
    from pathlib import Path

ASKED = ("topics", "steps", "conditions", "trust", "strategies", "things", "tools", "sheets")
BLOCKS = {"h1", "h2", "p", "th", "td", "strong", "caption"}


def texts(html: str) -> list[str]:
    """What each block of a handout says, but for what is written around it on any."""
    root = parse(html)
    around = {id(inner) for node in root if node.tag == "footer" for inner in node}
    return [
        normal(node.words())
        for node in root
        if node.tag in BLOCKS and id(node) not in around and "kind" not in node.classes
    ]


def test_each_section_step_condition_component_strategy_tool_and_sheet_is_handed_out() -> None:
    there = {(page.id, page.lang) for page in handouts(site())}
    for kind in ASKED:
        for entry in site().library.collections.get(kind) or site().library.all(model.Topic):
            assert {(entry.id, "fr"), (entry.id, "en")} <= there, entry.id
    landings = [one.id for one in site().library.all(model.Overview) if one.menu and one.questions]
    assert {(id_, "fr") for id_ in landings} <= there
    assert ("glossary", "fr") not in there
    assert not [page for page in handouts(site()) if isinstance(page.entry, model.Portrait)]


def test_a_handout_stands_beside_the_pages_and_leads_to_its_own() -> None:
    files = other_files(site())
    listed = {name: files[name]().decode() for name in ("sitemap.xml", "api/v1/pages.json")}
    for page in handouts(site()):
        path = f"{page.path}index.html"
        assert not is_packed(path)
        assert all(page.path not in text for text in listed.values())
    for page in (handouts(site())[0], handouts(site())[-1]):
        html = files[f"{page.path}index.html"]().decode()
        whole = site().absolute(site().addresses.path(page.id, page.lang))
        assert '<meta name="robots" content="noindex">' in html
        assert f'<link rel="canonical" href="{whole}">' in html
        assert f">{whole}</a>" in html
        assert "<script" not in html


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_a_handout_says_of_an_entry_stands_on_its_page(lang: str) -> None:
    pages = {page.id: page for page in site().pages[lang]}
    own = {normal(str(text)) for text in site().labels[lang].values()}
    seen: Counter[str] = Counter()
    for handout in handouts(site()):
        seen[f"{handout.kind} {handout.lang}"] += 1
        if handout.lang == lang and handout.kind != "tools" and seen[f"{handout.kind} {lang}"] < 3:
            page = pages[handout.id]
            said = normal(parse(site().document(page, site().body(page))).words())
            missing = [one for one in texts(body_of(site(), handout)) if one not in said]
            assert set(missing) <= own, handout.id


def test_a_question_has_room_for_two_lines_at_least() -> None:
    for page in handouts(site()):
        asked = len(page.entry.questions) or 3
        html = body_of(site(), page)
        assert layout_of(page.entry, page.lang).lines >= 2
        if page.entry.questions or page.kind == "tools":
            assert html.count('<div class="lines"') == asked, page.id


def test_files_are_linked_when_they_were_made_of_the_same_text(tmp_path: Path) -> None:
    real = site()
    page = next(page for page in handouts(real) if page.id == "opening-round")
    names = kept_names(real, page)
    made = Site(real.root, Settings(real.settings.url, handouts=True))
    made.root = tmp_path
    (tmp_path / KEPT).mkdir()
    for form in ("a4.pdf", "docx"):
        (tmp_path / KEPT / names[form]).write_bytes(form.encode())
    (tmp_path / KEPT / names["letter.pdf"].replace(".letter", "0.letter")).touch()  # another text's
    files = handout_files(made)
    slug = page.entry.slug.fr
    assert files[f"{page.path}{slug}-a4.pdf"]() == b"a4.pdf"
    assert files[f"{page.path}{slug}.docx"]() == b"docx"
    html = files[f"{page.path}index.html"]().decode()
    assert f'href="{slug}-a4.pdf"' in html
    assert f'href="{slug}.docx"' in html
    assert "letter.pdf" not in html
    assert ".pdf" not in handout_files(real)[f"{page.path}index.html"]().decode()


def test_what_is_for_who_leads_is_not_handed_out() -> None:
    sheets = [page for page in handouts(site()) if isinstance(page.entry, model.Sheet)]
    left_out = 0
    for page in sheets:
        said = texts(body_of(site(), page))
        animation = texts(site().templates[page.lang].plain("animation.html", page))
        titles = [part.title.get(page.lang) for part in page.entry.sections if part.facilitator]
        hidden = [normal(typeset(*title)) for title in titles]
        if page.entry.body:
            hidden.append(texts(to_html(*page.entry.body.get(page.lang)))[0])
        assert set(hidden) <= set(animation)
        assert not set(hidden) & set(said)
        left_out += len(titles)
    assert left_out >= 2 * 10
