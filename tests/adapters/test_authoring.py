"""A few questions write a new entry, which is sound from its first line on."""

from __future__ import annotations

from pathlib import Path

import pytest
from agir.__main__ import main
from agir.adapters.authoring import KINDS
from agir.content.library import load
from agir.content.repairs import repaired

TOOL = {
    "Titre, en français": "Carte des forces : le quartier",
    "Titre, en anglais": "",
    "Identifiant": "",
    "Derniers mots de l'adresse, en français": "carte-des-forces",
    "Derniers mots de l'adresse, en anglais": "strengths-map",
    "Qui l'offre": "Table du quartier",
    "Adresse de sa page": "https://exemple.org/carte",
    "En une phrase, ce que": 'Un dessin, "en couleurs", des forces du quartier.',
    "En une phrase, quand": "Utilisez-le en arrivant.",
    "La même phrase en anglais": "",
    "À quelles étapes": "1, 3",
}
TERM = {
    "Titre, en français": "Tablée",
    "Titre, en anglais": "Potluck",
    "Identifiant": "",
    "Définition": "Un repas où chacun apporte un plat.",
    "La même phrase en anglais": "A meal to which everyone brings a dish.",
}
ANSWERS = {"tool": TOOL, "term": TERM}


def answering(
    answers: dict[str, str], monkeypatch: pytest.MonkeyPatch, first: dict[str, str] | None = None
) -> list[str]:
    """Answer the questions; those of `first` once, before the right answer. What was asked."""
    asked: list[str] = []
    wrong = dict(first or {})

    def answer(question: str) -> str:
        asked.append(question)
        start = next(start for start in answers if question.startswith(start))
        return wrong.pop(start, answers[start])

    monkeypatch.setattr("builtins.input", answer)
    return asked


@pytest.mark.parametrize("kind", KINDS)
def test_answers_become_a_file_that_needs_no_repair(
    kind: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(ANSWERS[kind], monkeypatch)
    before = set(load(project).by_id)
    assert main(["new", kind, "--root", str(project)]) == 0
    library = load(project)
    (id_,) = set(library.by_id) - before
    file = library.places[id_].file
    text = (project / file).read_text("utf-8")
    assert Path(file).stem == id_
    assert f"{file} est écrit" in capsys.readouterr().out
    assert repaired(text, file, Path(file).parent.name) == (text, [])
    entry = library.by_id[id_]
    assert entry.title.fr == ANSWERS[kind]["Titre, en français"]
    assert entry.title.en == (ANSWERS[kind]["Titre, en anglais"] or None)


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Titre, en français", "", "le texte est vide"),
        ("Titre, en français", "Un <b>mot</b>", "<b>"),
        ("Titre, en français", "Un\u200bmot", "U+200B"),
        ("Identifiant", "Carte Des", "« Carte Des »"),
        ("Identifiant", "communagir", "communagir existe déjà"),
        ("Derniers mots de l'adresse, en français", "agir-tôt", "« agir-tôt »"),
        ("Adresse de sa page", "exemple", "« exemple »"),
        ("À quelles étapes", "9", "de 1 à 5"),
        ("À quelles étapes", "aucune", "de 1 à 5"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_for_again(  # noqa: PLR0913, PLR0917 (a case is three)
    question: str,
    answer: str,
    said: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = answering(TOOL, monkeypatch, {question: answer})
    assert main(["new", "tool", "--root", str(project)]) == 0
    assert said in capsys.readouterr().out
    assert len([one for one in asked if one.startswith(question)]) == 1 + 1


def test_whoever_gives_up_has_written_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((project / "data").rglob("*"))

    def leave(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", leave)
    assert main(["new", "tool", "--root", str(project)]) == 1
    assert "Rien n'a été écrit." in capsys.readouterr().out
    assert sorted((project / "data").rglob("*")) == before
