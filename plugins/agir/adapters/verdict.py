"""What the command line says of content without mistakes: what waits, what is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.adapters import phrases
from agir.content import translations

if TYPE_CHECKING:
    from pathlib import Path

    from agir.content.fields import Lang
    from agir.pages.reading import Content


def in_order(content: Content | None, root: Path, lang: Lang) -> str:
    """What is said when all is well, in the whole content or (None) in the files asked for."""
    if content is None:
        return phrases.THESE_ARE_WELL[lang]
    count = sum(len(entries) for entries in content.library.collections.values())
    waiting = [f"{place}: {phrases.WAITS[lang]}" for place in content.waiting]
    path = root / translations.FILE
    record = translations.read_record(path.read_text("utf-8") if path.exists() else "")
    behind = [
        f"{content.library.places.get(name.partition('.')[0], translations.FILE)}: "
        f"{phrases.BEHIND[lang]} ({name})"
        for name, state in (translations.states(content.library, record) if record else {}).items()
        if state == "outdated"
    ]
    return "\n".join([phrases.ALL_IS_WELL[lang].format(count), *waiting, *behind])
