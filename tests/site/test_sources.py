"""Nothing of the sources is lost: their own words stand on a built French page."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import real
from agir.content import model
from agir.content.fields import LANGS
from agir.content.inside import units_of
from agir.pages.addresses import shown_on
from agir.pages.typography import typeset
from dom import page_files

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = real.library()
# Names, list items and quotations keep the sources' wording; the rest is rewritten.
REWRITTEN = {
    "statement", "condition_description", "step_description", "lead_in", "example",
    "call_to_action", "credit", "link",
}  # fmt: skip
NOT_CONTENT = {"ui_label", "footer_noise"}
UNITS = {unit.id: unit for unit in LIBRARY.all(model.Unit)}
VERBATIM = [u.id for u in UNITS.values() if u.kind not in REWRITTEN | NOT_CONTENT]


def normal(text: str) -> str:
    """A text as both sides are compared: case, blanks, apostrophes and end marks apart."""
    text = text.replace("’", "'").replace("\u00a0", " ").replace("—", "-").replace("–", "-")
    text = re.sub(r"\s+([:;!?])", r"\1", re.sub(r"\s+", " ", text)).strip().lower()
    return text.rstrip(".;:!?")


@cache
def words(folder: Path) -> str:
    """The words of every French page, the folded passages of the sources left out."""
    texts = []
    for file in page_files(folder):
        if file.relative_to(folder).parts[0] == "en":
            continue
        page = file.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        page = re.sub(r'<details class="sources">.*?</details>', " ", page, flags=re.DOTALL)
        page = re.sub(r"</?(?:b|i|em|strong|a|span|button|q|cite|mark|sup)\b[^>]*>", "", page)
        texts.append(normal(html.unescape(re.sub(r"<[^>]+>", " ", page))))
    return " ".join(texts)


@pytest.mark.parametrize("id_", VERBATIM)
def test_the_sources_own_words_stand_on_a_french_page(id_: str, build: Any) -> None:
    assert normal(UNITS[id_].text.fr) in words(build("root").folder)


@cache
def claimed(folder: Path) -> set[str]:
    """Every unit that an entry of the open data names as its origin."""
    entries = json.loads((folder / "api/v1/entries.json").read_text("utf-8"))["entries"]
    said = [entry for entry in entries if entry["collection"] != "inventory"]
    return set(re.findall(r'"(S\d-[A-Za-z0-9-]+)"', json.dumps(said)))


@pytest.mark.parametrize("id_", [i for i, u in UNITS.items() if u.kind not in NOT_CONTENT])
def test_every_unit_of_the_sources_is_named_by_an_entry(id_: str, build: Any) -> None:
    assert id_ in claimed(build("root").folder)


def sources_of(page: str) -> str:
    """The part of a page that says where it comes from."""
    part = page.partition('<section class="section" id="sources">')[2].partition("</section>")[0]
    return re.sub(r'<a class="permalink".*?</a>', "", part)


def passages_in(said: str) -> set[str]:
    """The units that links lead to: « S0-PRIN-1 à S0-PRIN-6 » and those between, as they stand."""
    order = list(UNITS)
    found = set()
    for start, words_of in re.findall(r'href="[^"]*#(S\d-[^"]+)">([^<]+)</a>', said):
        first, *last = re.findall(r"S\d-[A-Za-z0-9-]+", words_of)
        assert first == start
        found |= set(order[order.index(first) : order.index((last or [first])[0]) + 1])
    return found


def test_a_page_leads_to_each_passage_that_it_comes_from(built: Any) -> None:
    pages = json.loads((built.folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    led = 0
    for page in pages:
        entry = LIBRARY.by_id.get(page["id"])
        if not entry or page["id"] in ("sources", "glossary", "bibliography"):
            continue
        said = sources_of((built.folder / page["url"][1:] / "index.html").read_text("utf-8"))
        assert passages_in(said) == set(units_of(entry)), page["url"]
        led += len(passages_in(said))
    assert led > 2 * len(VERBATIM)


def test_every_page_of_an_entry_says_where_it_comes_from(built: Any) -> None:
    pages = json.loads((built.folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    means = {lang: typeset(LIBRARY.labels["editorial_means"].get(lang)[0], lang) for lang in LANGS}
    counts = Counter()
    for page in pages:
        lists = ("sources", "site-index", "glossary", "bibliography")
        if page["kind"] in ("home", "document") or page["id"] in lists:
            continue  # hand-written, or made of entries that each have their own sources
        said = sources_of((built.folder / page["url"][1:] / "index.html").read_text("utf-8"))
        units = [] if page["origin"] == "editorial" else page["origin"]
        documents = {f"doc-{unit.partition('-')[0].lower()}" for unit in units}
        named = set(re.findall(r'href="[^"]*#(doc-[^"]+)"', said))
        if (
            page["id"] in shown_on(LIBRARY).values()
        ):  # may name those of the entries it shows as well
            assert named >= documents, page["url"]
            continue
        assert named == documents, page["url"]
        assert (means[page["lang"]] in html.unescape(said)) is not bool(documents), page["url"]
        counts[bool(documents)] += 1
    assert min(counts[True], counts[False]) > 20
