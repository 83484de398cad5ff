"""What `agir check` says: what is wrong; else how much there is, and what waits for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.adapters import phrases
from agir.adapters.cache import known_files
from agir.adapters.inputs import Answer
from agir.content import translations
from agir.content.problems import ContentError, Problems
from agir.content.reports import FORMATS, is_under, only_in
from agir.pages.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from agir.adapters.cache import Cache
    from agir.content.fields import Lang
    from agir.pages.reading import Content


def verdict(cache: Cache, root: Path, form: str, lang: Lang, *paths: str) -> Answer:
    """What is to be said of some files and folders, by their paths from the root."""
    content, problems = None, Problems()
    try:
        with known_files(cache) as known:
            content = read(root, known)
    except ContentError as error:
        problems = only_in(error.problems, paths)
    said = FORMATS[form](problems, lang, root) or _in_order(content, lang, paths)
    return Answer(said, bool(problems))


def _in_order(content: Content | None, lang: Lang, paths: tuple[str, ...]) -> str:
    """What is said when all is well, in the whole content or in the files asked for."""
    if content is None:
        return phrases.THESE_ARE_WELL[lang]
    library = content.library
    count = sum(len(entries) for entries in library.collections.values())
    waiting = [
        f"{place}: {phrases.WAITS[lang]}"
        for place in content.waiting
        if is_under(place.file, paths)
    ]
    wanted = {id_ for id_, place in library.places.items() if is_under(place.file, paths)}
    if is_under(f"data/{translations.INTERFACE}.yml", paths):
        wanted.add(translations.INTERFACE)
    record = translations.read_record(content.noted, wanted)
    found = translations.states(library, record, wanted) if record else {}
    behind = [
        f"{library.places.get(name.partition('.')[0], translations.FILE)}: "
        f"{phrases.BEHIND[lang]} ({name})"
        for name, state in found.items()
        if state == "outdated"
    ]
    return "\n".join([phrases.ALL_IS_WELL[lang].format(count), *waiting, *behind])
