"""`agir changes`: a page that says what a proposal changes, for somebody who knows no Git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from agir.content.changes import changes, words_apart
from agir.content.library import files_of
from agir.content.problems import ContentError, Problems
from agir.content.reports import plain
from agir.content.rewritten import is_form_written, is_sound
from agir.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.changes import Change, Changed
    from agir.content.library import Library
    from agir.pages.addresses import Addresses

_KINDS = {"new": "Nouveau / New", "gone": "Retiré / Removed", "changed": ""}
_LANGS = {"fr": "Français", "en": "English", "": ""}
_ALONE = " *(l'anglais n'a pas changé / the English did not change)*"
_FILES = 10
_FORM = (
    "*Écrits par le formulaire; `make fix` les remettra en forme : / "
    "Written by the form; `make fix` will put them back in shape:*"
)
_LONG = 60_000  # characters: GitHub shows no summary above a megabyte, and nobody reads one


def changes_since(root: Path, commit: str) -> str:
    """What changed in data/ since a commit, as Markdown in both languages.

    Raises ContentError when what is there now has mistakes, OSError when Git does not know the
    commit.
    """
    now = read(root)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(root, commit, Path(folder))
        try:
            before = read(Path(folder)).library
        except ContentError:
            return "L'état d'avant ne se lit pas. / The state before cannot be read."
    written = "\n\n".join(_by_forms(root))
    return page(before, now.library, now.addresses) + (f"\n\n{written}" if written else "")


def _by_forms(root: Path) -> Iterator[str]:
    """What to do, once they are merged, with files that a form editor wrote in its own way."""
    found = [file for file, _ in files_of(root, Problems()) if _is_by_a_form(root / file)]
    if found:
        names = ", ".join(f"`{file}`" for file in found[:_FILES])
        yield (f"{_FORM} {names}{' …' if len(found) > _FILES else ''}")


def _is_by_a_form(path: Path) -> bool:
    text = path.read_text("utf-8")
    return is_sound(text) and is_form_written(text)


def page(before: Library, after: Library, addresses: Addresses) -> str:
    """The page: each entry that changed, with its address on the site, before and after."""
    found = changes(before, after)
    if not found:
        return "Aucun texte ne change. / No text changes."
    count = len(found)
    lines = [
        f"**{count} texte{'s' if count > 1 else ''} / {count} entr{'ies' if count > 1 else 'y'}**"
    ]
    for changed in found:
        lines += ["", *_entry(changed, addresses)]
    text = "\n".join(lines)
    if len(text) <= _LONG:
        return text
    kept = text[:_LONG].rpartition("\n")[0]
    return f"{kept}\n\n*La suite est trop longue. / The rest is too long.*"


def _entry(changed: Changed, addresses: Addresses) -> Iterator[str]:
    entry = changed.entry
    title = plain(entry.title.fr if hasattr(entry, "title") else entry.id)
    kind = _KINDS[changed.kind]
    yield f"#### {title} ({changed.collection}/{entry.id}){' : ' if kind else ''}{kind}"
    if changed.kind != "gone" and (entry.id in addresses.pages or entry.id in addresses.anchors):
        yield f"`/{addresses.path(entry.id, 'fr')}` · `/{addresses.path(entry.id, 'en')}`"
    yield ""
    english = {change.name for change in changed.changes if change.lang == "en"}
    for change in changed.changes:
        alone = change.lang == "fr" and change.name not in english
        yield _line(change) + (_ALONE if alone else "")


def _line(change: Change) -> str:
    label = " · ".join(filter(None, (_LANGS[change.lang], f"`{change.name}`")))
    runs = words_apart(_one_line(change.before), _one_line(change.after))
    return f"- {label} : {' '.join(_MARKED[kind].format(plain(words)) for kind, words in runs)}"


_MARKED = {"same": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unpack(root: Path, commit: str, folder: Path) -> None:
    """Write data/ and docs/ as they were at a commit into a folder."""
    command = ["git", "archive", "--format=tar", commit, "--", "data", "docs"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
