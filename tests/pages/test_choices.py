"""What is answered by a choice is listed for the notebooks, with where it stands."""

from __future__ import annotations

import json

import pytest
import real
from agir.content import model
from agir.pages.questions import questions_json

SITE = real.site()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_choice_is_listed_once_and_leads_to_its_own_page(lang) -> None:
    listed = json.loads(questions_json(SITE, lang))["portraits"]
    found = [(one["url"], id_) for one in listed for id_ in one["choices"]]
    expected = {
        part.id
        for entry in SITE.library.all(model.Portrait)
        for part in (*entry.scales, *(s for c in entry.scales for s in c.statements), *entry.sorts)
    }
    assert len(found) == len(expected)
    assert {id_ for _url, id_ in found} == expected
    for url, id_ in found:
        assert SITE.addresses.path(id_, lang) == f"{url}#{id_}"


def test_questions_of_trust_stay_questions() -> None:
    """They are answered as on their own page, and nothing of them is listed a second time."""
    data = json.loads(questions_json(SITE, "fr"))
    questions = {id_ for page in data["pages"] for id_ in page["questions"]}
    talks = {id_ for e in SITE.library.all(model.Portrait) for t in e.talks for id_ in t.questions}
    assert talks <= questions
    assert not [one for one in data["portraits"] if set(one["choices"]) & questions]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_a_workshop_can_be_made_of_leads_to_its_page(lang) -> None:
    data = json.loads(questions_json(SITE, lang))
    pages = {one["id"]: one for one in [*data["pieces"], *data["sheets"], *data["workshops"]]}
    written = {page.id for page in SITE.pages[lang] if page.place.file.startswith("docs/")}
    assert set(pages) == {page.id for page in SITE.pages[lang]} - written
    for one in pages.values():
        assert SITE.addresses.path(one["id"], lang) == one["url"]
        for section in one.get("sections", ()):
            assert SITE.addresses.path(section, lang) == f"{one['url']}#{section}"
    questions = {id_ for page in data["pages"] for id_ in page["questions"]}
    for workshop in data["workshops"]:
        for point in workshop["points"]:
            assert SITE.addresses.path(point["id"], lang) == f"{workshop['url']}#{point['id']}"
            assert point.get("uses") in {None, *pages}
            assert set(point.get("questions", ())) <= questions
