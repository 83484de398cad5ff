"""Files of the content with their bytes broken at random: no exception, no hang, no crash."""

from __future__ import annotations

import faulthandler
import sys
from random import Random
from typing import TYPE_CHECKING

from agir.content.fields import LANGS
from agir.content.files import collection_at, text_of
from agir.content.library import read_file
from agir.content.problems import Place, Problems, show
from agir.pages.written import parse_written_page

if TYPE_CHECKING:
    from mutation.trial import Project

GUARD = 10  # seconds for one file, of which most take some thousandths
_SAID_EACH = 10_000
_WHOLE = 50  # one file in so many is checked with all the others
_SIGNS = (
    *(b"\t", b"\r", b"\x00", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xc2\xa0"),
    *(b": ", b"- ", b"#", b"&a ", b"*a", b"!", b"%", b"|\n", b"[", b"{", b"]", b"}"),
    *(b'"', b"'", b"---\n", b"\n", b"<<<<<<< HEAD\n", b"::: ", b"```\n"),
    *(b"\xf0\x9f\x98\x80", b"\xed\xa0\x80"),
)


def broken(rng: Random, content: bytes, other: bytes) -> bytes:
    """The bytes of a file after one to eight accidents."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        start = rng.randrange(len(content) + 1)
        end = min(len(content), start + rng.choice((1, 2, 10, 200)))
        piece = content[start:end]
        match rng.randrange(7):
            case 0:  # a bit flips
                piece = bytes([piece[0] ^ 1 << rng.randrange(8)]) + piece[1:] if piece else b""
            case 1:
                piece = b""
            case 2:
                piece = rng.choice(_SIGNS) * rng.choice((1, 1, 2, 40)) + piece
            case 3:
                piece *= 2
            case 4:  # a stretch of another file
                at = rng.randrange(len(other))
                piece = other[at : at + rng.choice((5, 50, 500))]
            case 5:
                piece = rng.randbytes(len(piece))
            case _:
                end = len(content) if rng.random() < 0.2 else end  # noqa: PLR2004
                piece = b""
        content = content[:start] + piece + content[end:]
    return content


def break_files(project: Project, count: int, seed: int) -> list[str]:
    """What raised an exception: one line each. A hang ends the process."""
    contents = {s.file: (project.root / s.file).read_bytes() for s in project.sources}
    files, failed = list(contents), []
    for number in range(count):
        rng = Random(f"{seed}/{number}")
        file = rng.choice(files)
        content = broken(rng, contents[file], contents[rng.choice(files)])
        faulthandler.dump_traceback_later(GUARD, exit=True)
        try:
            _read(project, file, content, whole=number % _WHOLE == 0)
        except Exception as error:  # noqa: BLE001 (any is what is looked for)
            failed.append(f"{seed}/{number} {file}: {type(error).__name__}: {error}"[:300])
            print(failed[-1], file=sys.stderr)
        (project.root / file).write_bytes(contents[file])
        if not (number + 1) % _SAID_EACH:
            print(f"{number + 1} files, {len(failed)} exceptions", flush=True)
    faulthandler.cancel_dump_traceback_later()
    return failed


def _read(project: Project, file: str, content: bytes, *, whole: bool) -> None:
    path, problems = project.root / file, Problems()
    path.write_bytes(content)
    if whole:
        problems = project.said(file, content)
    elif file.endswith(".md"):
        lang = LANGS[file.startswith("docs/en/")]
        text = text_of(content, file, problems)
        if text is not None:
            parse_written_page(text, file, lang, problems)
    else:
        problems = read_file(path, file, collection_at(file), None).reading.problems
    for lang in LANGS:
        show(problems, lang, project.root)
    if any(problem.place < Place(problem.place.file) for problem in problems):
        raise ValueError("a place before the start of a file")
