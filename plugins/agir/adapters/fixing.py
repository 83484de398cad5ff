"""`agir fix` and `release`: repairs written back; translations, published ids and days noted.

Each file is written whole or not at all.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from agir.adapters.cache import Cache, known_files
from agir.adapters.committed import committed
from agir.content import published, revisions, translations
from agir.content.files import read_bytes, text_of
from agir.content.library import files_of
from agir.content.problems import Problems
from agir.content.repairs import repaired
from agir.content.rewritten import as_before, is_form_written, is_sound
from agir.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from agir.content.problems import Problem

_MARK = "\ufeff".encode()  # that some editors put at the start of a file


def fix(root: Path, only: Collection[Path] = ()) -> Iterator[tuple[str, list[Problem]]]:
    """Repair the files of data/, or those of some files and folders; what was done in each.

    Gives the path from the root of each file that changed, with the problems that are gone (none
    when its keys were put in order). Raises OSError when a file cannot be written.
    """
    wanted = [path.resolve() for path in only]
    for file, collection in files_of(root, Problems()):
        path = root / file
        if wanted and not any(path.resolve().is_relative_to(place) for place in wanted):
            continue
        before = read_bytes(path, file, Problems())
        text = None if before is None else text_of(before, file, Problems())
        if before is None or text is None:
            continue
        after, done = repaired(text, file, collection)
        after = _as_people_wrote(after, text, file, collection, root)
        if after != text:
            write_whole(path, _as_before(after, before))
            yield file, done


def renew_record(
    root: Path, *, minor: Collection[str] = (), different: Collection[str] = ()
) -> bool:
    """Note in data/.translations what each English text was made from; whether it changed.

    Raises ContentError while the content has mistakes: what is not read would lose its history.
    """
    with known_files(Cache(root)) as known:
        content = read(root, known)
    path = root / translations.FILE
    before = path.read_text("utf-8") if path.exists() else ""
    after = translations.write_record(
        translations.renewed(content.library, content.record, minor=minor, different=different)
    )
    if after != before:
        write_whole(path, after.encode())
    return after != before


def note_release(root: Path, today: date, *, write: bool = True) -> tuple[int, int]:
    """Note what is published; how many ids, and entries with their words, were not noted yet.

    data/.published has the ids that may hold answers, of which none is ever taken out;
    data/.revisions the day each entry got its words. Raises ContentError while the content has
    mistakes.
    """
    with known_files(Cache(root)) as known:
        library = read(root, known).library
    before = published.read_published(root, Problems())
    after = before | published.ids_with_answers(library)
    dated = revisions.read_revisions(root, Problems())
    now = revisions.revised(library, dated, today)
    if write and after != before:
        write_whole(root / published.FILE, published.write_published(after).encode())
    if write and now != dated:
        write_whole(root / revisions.FILE, revisions.write_revisions(now).encode())
    changed = {key[0] for key, revision in now.items() if dated.get(key) != revision}
    return len(after - before), len(changed)


def _as_people_wrote(after: str, text: str, file: str, collection: str, root: Path) -> str:
    """The repaired text of a file; as people last wrote it, where a form editor wrote it anew."""
    if not is_sound(text) or not is_form_written(text) or not is_sound(after):
        return after
    for before in committed(root, file):
        if is_sound(before) and not is_form_written(before):
            mended = as_before(after, before, file, collection)
            return repaired(mended, file, collection)[0]
    return after


def _as_before(text: str, before: bytes) -> bytes:
    """A text with the ends of lines, and the mark at the start, that its file had."""
    lines = "\r\n" if b"\r\n" in before else "\n"
    start = _MARK if before.startswith(_MARK) else b""
    return start + text.replace("\n", lines).encode()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file anew, whole or not at all, with the rights it had. Raises OSError."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
        place = Path(new.name)
        try:
            new.write(content)
            new.close()
            place.chmod(path.stat().st_mode if path.exists() else 0o644)
            place.replace(path)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
