"""Hand-written pages: docs/<lang>/<id>.md, a front matter and a body of Markdown and blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from agir.content.fields import LANGS, Lang
from agir.content.files import files_under, is_folder, is_regular, odd_files, read_bytes, text_of
from agir.content.limits import MAX_PAGE
from agir.content.names import fault
from agir.content.problems import Place, Problems
from agir.content.recovery import one_version
from agir.content.syntax import CONFLICT
from agir.pages.body import Piece, read_body
from agir.pages.head import read_head

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Piece", "WrittenPage", "parse_written_page", "read_written_pages"]

# The name is the page's id; that of the home page is index.
_NAME = re.compile(r"docs/\w\w/(?!home\.md)[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.md")


@dataclass(slots=True)
class WrittenPage:
    """One hand-written page in one language."""

    id: str
    lang: Lang
    file: str
    title: str = ""
    slug: str = ""
    description: str = ""
    searched: tuple[str, ...] = ()
    parts: list[Piece] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)  # of the keys of its front matter
    whole: bool = True  # its headings are known: none of them has a mistake


class PageContent(NamedTuple):
    """What the file of a page gives as long as it has these bytes."""

    digest: bytes
    page: WrittenPage
    problems: Problems


def read_written_pages(
    root: Path, problems: Problems, known: dict[str, PageContent] | None = None
) -> list[WrittenPage]:
    """The pages of docs/fr and docs/en; what is wrong is added to `problems`.

    `known` holds those that were read before, by path; it is left with those that are there.
    """
    known = known if known is not None else {}
    there: dict[str, PageContent] = {}
    docs = root / "docs"
    if not is_folder(docs, "docs", problems):
        return []
    for inner in odd_files(docs):
        if not inner.endswith(".md") or inner.partition("/")[0] not in LANGS:  # they are read below
            problems.add("not-regular", Place(f"docs/{inner}"))
    for lang in LANGS:
        for inner in files_under(docs / lang) if _is_there(docs / lang) else ():
            file = f"docs/{lang}/{inner}"
            if inner.rpartition("/")[2].startswith("."):
                continue
            if not _NAME.fullmatch(file) or fault("id", _id(file)):
                if inner.endswith(".md") or is_regular(root / file):  # else said above
                    problems.add("unknown-page", Place(file), value=lang)
                continue
            there[file] = _read_page(root / file, file, lang, known.get(file))
            problems += there[file].problems
    known.clear()
    known.update(there)
    return [content.page for content in there.values()]


def _is_there(folder: Path) -> bool:
    """Whether a folder is there; a link was named among the odd files."""
    return folder.is_dir() and not folder.is_symlink()


def _read_page(path: Path, file: str, lang: Lang, before: PageContent | None) -> PageContent:
    """What the file of a page gives; `before` itself when its bytes are the same."""
    problems = Problems()
    data = read_bytes(path, file, problems)
    digest = sha256(data or b"").digest()
    if before and data is not None and digest == before.digest:
        return before
    text = None if data is None else text_of(data, file, problems)
    if text is not None and len(text) > MAX_PAGE:
        problems.add("too-long", Place(file), most=str(MAX_PAGE // 1000))
        text = None
    if text is None:  # what is in it is not known, but it is there
        page = WrittenPage(_id(file), lang, file, slug=_stand_in(file), whole=False)
    else:
        page = parse_written_page(text, file, lang, problems)
    return PageContent(digest, page, problems)


def _id(file: str) -> str:
    name = file.rpartition("/")[2].removesuffix(".md")
    return "home" if name == "index" else name


def _stand_in(file: str) -> str:
    """The slug of a page whose own is missing or wrong, so that no other rule stumbles on it."""
    return "" if _id(file) == "home" else _id(file)


def parse_written_page(text: str, file: str, lang: Lang, problems: Problems) -> WrittenPage:
    """One page from its text: front matter between `---` lines, then the body."""
    lines = text.split("\n")
    if conflict := next((n for n, found in enumerate(lines, 1) if CONFLICT.match(found)), 0):
        problems.add("merge-conflict", Place(file, conflict))
        text = "\n".join(one_version(lines))  # or each heading would stand twice
    head, rest, line = read_head(text, file, problems)
    body = read_body(rest, Place(file, line), problems)
    return WrittenPage(
        id=_id(file),
        lang=lang,
        file=file,
        title=head.title,
        slug=head.slug or _stand_in(file),
        description=head.description,
        searched=head.searched,
        parts=body.parts,
        places=head.places,
        whole=body.whole,
    )
