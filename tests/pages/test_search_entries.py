"""What the search knows of an entry: the words of its texts, without a page being made."""

from __future__ import annotations

import pytest
from agir.content import library
from agir.content.fields import LANGS, Prose
from agir.content.inside import texts_of
from agir.pages.markdown import to_plain
from agir.pages.search import _bag, words_of
from project import ROOT

TEXTS = [
    "**Gras** et [lien](https://a.example/dossier), *mar*che, `code`.",
    "- un\n- deux\n\n> trois `quatre cinq`",
    "A &amp; B, c'est\\*dit",
    "[un mot](entry:common-agenda#names) et [deux](#trois)",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_a_text_are_those_of_its_html(text: str) -> None:
    assert _bag(words_of(text)) == _bag(to_plain(text, "fr"))


def test_so_are_those_of_every_text_of_the_content() -> None:
    proses = [
        text.get(lang)
        for entry in library.load(ROOT).by_id.values()
        for text in texts_of(entry)
        if isinstance(text, Prose)
        for lang in LANGS
    ]
    assert len(proses) > 1000
    differ = [text for text, lang in proses if _bag(words_of(text)) != _bag(to_plain(text, lang))]
    assert not differ
