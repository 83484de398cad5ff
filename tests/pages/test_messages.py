"""The page of the guide that shows every message of the check, with an example of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from agir.content.fields import LANGS
from agir.content.messages import CATALOGUE, GROUPS
from agir.content.messages.examples import examples
from agir.content.problems import summary
from agir.pages.messages import shown
from agir.pages.site import Settings, Site
from dom import normal, parse

if TYPE_CHECKING:
    from agir.content.fields import Lang
    from agir.pages.messages import Shown
    from dom import Node

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(ROOT, Settings("https://agir.example/"))


def messages_on(site: Site, lang: Lang) -> list[Node]:
    page = next(page for page in site.pages[lang] if page.id == "messages")
    tree = parse(site.document(page, site.body(page)))
    return [node for node in tree if "message" in node.classes]


def all_shown(lang: Lang) -> dict[str, Shown]:
    return {message.code: message for group in GROUPS for message in shown(group, lang)}


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_every_message_with_what_to_do_and_what_to_type(
    site: Site, lang: Lang
) -> None:
    on_page = {node.id: normal(node.words()) for node in messages_on(site, lang)}
    assert list(on_page) == list(CATALOGUE)
    for code, message in all_shown(lang).items():
        for words in (message.text, message.help, message.wrong.text, message.right.text):
            assert normal(words) in on_page[code]


@pytest.mark.parametrize("lang", LANGS)
def test_the_check_says_where_the_page_is(site: Site, lang: Lang) -> None:
    assert f" {site.addresses.path('messages', lang)} " in summary(2, lang)


def test_what_fills_a_message_is_shown_as_dots() -> None:
    assert all_shown("fr")["unknown-reference"].text == "«\xa0…\xa0» ne mène à rien"
    assert all_shown("en")["expected-span"].help.startswith("write {min: 20, max: 30}, {min: 20} ")


def test_quotes_to_be_typed_stay_straight() -> None:
    assert all_shown("en")["colon-in-text"].help.endswith('fr: "Privacy: the basics"')
    assert all_shown("fr")["missing-french"].help == 'ajoutez fr: "…"'


@pytest.mark.parametrize(
    ("code", "mark"), [("tab", "→"), ("no-break-space", "␣"), ("bad-character", "▯")]
)
def test_what_nobody_sees_is_shown_by_a_mark_that_the_page_explains(code: str, mark: str) -> None:
    wrong = examples()[code].wrong
    assert mark not in wrong
    for lang in LANGS:
        assert mark in all_shown(lang)[code].wrong.text
        assert mark in (ROOT / f"docs/{lang}/messages.md").read_text("utf-8")
