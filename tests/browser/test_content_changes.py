"""When questions change, the answers of a device follow them, and the page tells it once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
import yaml
from agir.pages.rendering import render
from agir.pages.site import Settings, Site
from axe import violations
from playwright.sync_api import expect
from project import copy_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

FOR_WHOM, SENTENCE, MANY = "intention-for-whom", "intention-one-sentence", "intention-needs-many"
MOVED = [
    {"old": "was-here", "change": "moved", "to": ["was-there"]},
    {"old": "was-there", "change": "moved", "to": [FOR_WHOM]},
    {"old": "was-one", "change": "split", "to": [SENTENCE, MANY]},
    {"old": "was-other", "change": "merged", "to": [FOR_WHOM]},
    {"old": "was-useful", "change": "retired"},
]
STORE = "Object.fromEntries(Object.entries(localStorage).sort())"
ANSWERS = """() => Object.fromEntries(Object.keys(localStorage)
  .filter((key) => key.startsWith("agir:n1:"))
  .map((key) => [key.slice(8), JSON.parse(localStorage[key]).note.kept.map((one) => one.value)]))"""


def note(text: str, by: str = "w1", at: int = 1_700_000_000_000) -> str:
    kept = {"kept": [{"by": by, "n": 1, "at": at, "value": text}], "seen": {by: 1}}
    return json.dumps({"v": 1, "state": {"is": "talked", "at": at}, "note": kept})


BEFORE = {
    "agir:n1": json.dumps({"v": 1, "name": "", "at": 1, "made": 1}),
    "agir:n1:was-here": note("Ici"),
    "agir:n1:was-one": note("Une"),
    "agir:n1:was-other": note("Autre"),
    "agir:n1:was-useful": note("Utile"),
    f"agir:n1:{MANY}": note("Déjà là", "w2"),
}
AFTER = {
    FOR_WHOM: ["Autre", "Ici"],
    SENTENCE: ["Une"],
    MANY: ["Une", "Déjà là"],
    "was-useful": ["Utile"],
}


@pytest.fixture(scope="session")
def changed(tmp_path_factory, serve) -> Callable[..., str]:
    """`changed("intention", "fr")`: the address of a page of the site after those changes."""
    root, folder = tmp_path_factory.mktemp("changed"), tmp_path_factory.mktemp("changed-site")
    copy_project(root)
    (root / "data/moved.yml").write_text(yaml.safe_dump({"ids": MOVED}), "utf-8")
    site = Site(root, Settings("https://agir.example/"))
    for path, content in render(site):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    address = serve(folder)
    return lambda id_, lang: f"{address}{site.addresses.path(id_, lang)}"


@pytest.fixture
def own(browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as made:
        yield made


def opened(own: BrowserContext, address: str, store: dict[str, str]) -> Page:
    """A page of a visitor who answered before the questions changed."""
    page = own.new_page()
    page.goto(urljoin(address, "/404.html"))  # of that origin, and it moves nothing
    fill(page, store)
    page.goto(address)
    return page


def fill(page: Page, store: dict[str, str]) -> None:
    keep = "(all) => all.forEach(([key, text]) => localStorage.setItem(key, text))"
    page.evaluate(keep, [*store.items()])


def sorted_notes(page: Page) -> Any:
    return {id_: sorted(notes) for id_, notes in page.evaluate(ANSWERS).items()}


WANTED = {id_: sorted(notes) for id_, notes in AFTER.items()}


def told(label: Callable[[str, str], str], lang: str) -> str:
    words = [label(f"moves_{kind}_one", lang) for kind in ("moved", "split", "merged", "retired")]
    return " ".join(words)


def test_a_page_with_a_checklist_moves_answers_and_says_so_once(changed, own, label, lang) -> None:
    page = opened(own, changed("intention", lang), BEFORE)
    status = page.locator("agir-checklist [role=status]").first
    expect(status).to_contain_text(told(label, lang))
    assert sorted_notes(page) == WANTED
    expect(page.locator(f"#c-{FOR_WHOM}")).to_be_checked()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.evaluate("new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))")
    assert [url for url in asked if "moves" in url or "questions" in url] == []
    expect(status).to_have_text("")


def test_the_message_leads_to_the_answers_to_review(changed, own, label, lang) -> None:
    page = opened(own, changed("intention", lang), BEFORE)
    page.get_by_role("link", name=label("moves_see", lang)).press("Enter")
    expect(page).to_have_url(changed("notebooks", lang) + "#reread")
    review = page.locator("#reread .note")
    expect(review).to_contain_text(label("reread", lang))
    for change in ("moved", "split", "merged", "retired"):
        expect(review).to_contain_text(label(f"reread_{change}", lang))
    expect(review.locator("li")).to_have_count(4)
    assert violations(page, 320, 1280) == []


def test_answers_to_review_stay_listed_until_they_are_seen(changed, own, label, lang) -> None:
    page = opened(own, changed("notebooks", lang), BEFORE)
    expect(page.locator("#reread [role=status]")).to_have_text(told(label, lang))
    page.reload()
    review = page.locator("#reread .note")
    expect(review.locator("li")).to_have_count(4)
    expect(page.locator("#reread [role=status]")).to_have_text("")
    expect(review.get_by_role("link")).to_have_count(4)
    page.get_by_role("button", name=label("reread_seen", lang)).press("Enter")
    expect(review).to_have_count(0)
    page.reload()
    expect(page.locator("#open section")).not_to_have_count(0)
    expect(review).to_have_count(0)
    orphans = page.locator("#open section", has_text=label("orphans", lang))
    expect(orphans).to_contain_text("was-useful")
    expect(orphans).to_contain_text("Utile")
    assert sorted_notes(page) == WANTED


def test_every_notebook_follows_not_only_the_one_in_use(changed, own) -> None:
    store = {key.replace(":n1", ":n2"): text for key, text in BEFORE.items()}
    page = opened(own, changed("notebooks", "fr"), {**store, "agir:open": "n1"})
    expect(page.locator(".books > li")).to_have_count(2)
    expect(page.locator("#reread [role=status]")).not_to_be_empty()
    keys = page.evaluate("Object.keys(localStorage)")
    assert {key for key in keys if key.startswith("agir:n2:")} == {
        f"agir:n2:{id_}" for id_ in AFTER
    }


def test_two_tabs_that_open_at_once_end_as_one_would(changed, own) -> None:
    store = BEFORE | {f"agir:n1:x-{i}": note(str(i)) for i in range(300)}
    first = own.new_page()
    first.goto(changed("privacy", "fr"))
    fill(first, store)
    pages = [own.new_page() for _ in range(3)]
    for page, id_ in zip(pages, ("intention", "notebooks", "intention"), strict=True):
        page.evaluate("(url) => { location.href = url }", changed(id_, "fr"))
    for page in pages:
        page.wait_for_function("() => JSON.parse(localStorage['agir:n1'] ?? '{}').moved")
        page.wait_for_function("() => !localStorage['agir:n1:was-here']")
    assert {id_: notes for id_, notes in sorted_notes(first).items() if id_ in WANTED} == WANTED
    assert len(first.evaluate("Object.keys(localStorage)")) == 300 + len(WANTED) + 1


def test_an_answer_from_a_page_left_open_follows_too(changed, own) -> None:
    page = opened(own, changed("notebooks", "fr"), {})
    other = own.new_page()
    other.goto(changed("privacy", "fr"))
    fill(other, {"agir:n1:was-other": note("Tard")})
    expect(page.locator("#open section")).to_contain_text("Tard")
    page.wait_for_function("() => !localStorage['agir:n1:was-other']")
    assert page.evaluate(ANSWERS) == {FOR_WHOM: ["Tard"]}


def test_without_room_the_old_answer_stays_until_the_new_one_is_kept(changed, own) -> None:
    full = """Storage.prototype.setItem = function () {
      throw new DOMException("full", "QuotaExceededError");
    }"""
    page = own.new_page()
    page.goto(changed("privacy", "fr"))
    fill(page, BEFORE)
    before = page.evaluate(STORE)
    page.add_init_script(full)
    page.goto(changed("notebooks", "fr"))
    expect(page.locator("#open section").first).to_contain_text("Ici")
    expect(page.locator("#all [role=status]")).not_to_be_empty()
    assert page.evaluate(STORE) == before
