"""What `agir check` says when nothing is wrong: how much there is, and what waits for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.adapters import phrases
from agir.content import translations
from agir.content.reports import is_under

if TYPE_CHECKING:
    from agir.content.fields import Lang
    from agir.pages.reading import Content


def in_order(content: Content | None, lang: Lang, paths: list[str]) -> str:
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
    record = content.record
    found = translations.states(library, record, wanted) if record else {}
    behind = [
        f"{library.places.get(name.partition('.')[0], translations.FILE)}: "
        f"{phrases.BEHIND[lang]} ({name})"
        for name, state in found.items()
        if state == "outdated"
    ]
    return "\n".join([phrases.ALL_IS_WELL[lang].format(count), *waiting, *behind])
