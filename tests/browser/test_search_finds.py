"""What search finds for what people really type, in both languages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("search.yml").read_text("utf-8"))
TABLE = [(lang, text) for lang, cases in CASES.items() for text in cases]


# Types each text as a person pastes it, and waits for what the page says of it.
ASK = """async (texts) => {
  const field = document.querySelector("#search-q");
  const said = document.querySelector("#search [role=status]");
  const found = {};
  for (const text of texts) {
    said.textContent = "";
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    while (!said.textContent) await new Promise((done) => setTimeout(done));
    const results = document.querySelectorAll("#search .search-results a");
    found[text] = [...results].map((one) => one.href);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def answers(publish, context):
    """What the search of each language finds for every text of search.yml: ids, best first.

    Asked once, in a folder of a host: ids have no address.
    """
    site = publish("sub-path")
    entries = site.read("api/v1/entries.json")["entries"]
    ids = {path: one["id"] for one in entries if "url" in one for path in one["url"].values()}
    start = urlsplit(site.url).path.rstrip("/")

    def id_of(link: str) -> str:
        address = urlsplit(link)
        place = address.fragment.partition(":~:")[0]
        return ids[address.path.removeprefix(start) + (f"#{place}" if place else "")]

    found = {}
    for lang, cases in CASES.items():
        with context(1280, 800).new_page() as page:
            page.goto(site.at("about", lang))
            page.click(".search-open")
            answered = page.evaluate(ASK, list(cases))
            found[lang] = {text: [*map(id_of, links)] for text, links in answered.items()}
    return found


def wanted(lang: str, text: str) -> set[str]:
    """The ids of which any answers a text."""
    meant = CASES[lang][text]
    return {meant} if isinstance(meant, str) else set(meant)


@pytest.mark.parametrize(("lang", "text"), TABLE)
def test_what_people_type_finds_the_entry_they_mean(answers, lang, text) -> None:
    assert wanted(lang, text) & set(answers[lang][text][:3])


@pytest.mark.parametrize("lang", CASES)
def test_the_entry_they_mean_comes_first_nineteen_times_of_twenty(answers, lang) -> None:
    late = [text for text in CASES[lang] if not wanted(lang, text) & set(answers[lang][text][:1])]
    assert len(CASES[lang]) >= 60
    assert len(late) <= len(CASES[lang]) * 0.05, late
