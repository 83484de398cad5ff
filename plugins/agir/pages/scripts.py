"""Scripts of the components put together: one that wakes every page, others loaded on use.

`<name>.js` wakes every page: all of them are one file. `<name>.lazy.js` is an ES module of its
own. `<name>.shared.js` is one that many of those use: all of them are one file too, which a phone
loads once. They import each other as files beside each other, so that each also runs unbuilt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAIN = "agir.js"
SHARED = "shared.js"
# One shape of each, so that a line says all: no default export, no list of exports, no renaming.
_IMPORT = re.compile(r'^import \{ [^}]+ \} from "([^"]+)";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("([^"]+)"\)')  # where it is needed
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:(?:async )?function|const|let|class) (\w+)", re.MULTILINE)
_REMARK = re.compile(r"^\s*(?://.*|/\*\*(?:.|\n)*?\*/)\n", re.MULTILINE)
# What is said behind a line of code; one with a quote stays, for it may stand in a text.
_ASIDE = re.compile(r"""(?<=[;{},)]) // [^"'`\n]*$""", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


class ScriptError(ValueError):
    """Scripts that cannot be put together, with the file and the name at fault."""


def is_shared(path: Path) -> bool:
    """Whether a script is a module of the file of those that are shared."""
    return path.name.endswith(".shared.js")


def is_worker(path: Path) -> bool:
    """Whether a script is part of a service worker, which no page loads."""
    return path.name.endswith(".worker.js")


def is_lazy(path: Path) -> bool:
    """Whether a script is a module loaded on use."""
    return path.name.endswith(".lazy.js")


def main_script(paths: Iterable[Path], addresses: dict[str, str]) -> str:
    """The script that wakes every page, each part in a block: file name -> built name."""
    texts = [_built(path.read_text("utf-8"), addresses) for path in paths]
    return smaller("".join(f"{{\n{text}}}\n" for text in texts))


def shared_script(paths: Iterable[Path]) -> str:
    """The shared modules as one.

    Raises ScriptError for two modules that give a name twice, or that import each other in a ring.
    """
    names: dict[str, str] = {}
    exported: list[str] = []
    parts: list[str] = []
    for path in in_order(list(paths)):
        text = path.read_text("utf-8")
        for name in _NAME.findall(text):
            if name in names:
                message = f"{path.name} and {names[name]} both name something {name}"
                raise ScriptError(message)
            names[name] = path.name
        exported += [name for _kind, name in _EXPORT.findall(text)]
        parts.append(_EXPORT.sub(r"\1 \2", _IMPORT.sub("", text)))
    parts.append(f"export {{ {', '.join(exported)} }};\n")
    return smaller("".join(parts))


def lazy_script(path: Path, addresses: dict[str, str]) -> str:
    """A module loaded on use, its imports leading to the built files: file name -> built name.

    Names that come from several shared modules come from the one file.
    """
    return smaller(_built(path.read_text("utf-8"), addresses))


def _built(text: str, addresses: dict[str, str]) -> str:
    def built(found: re.Match[str]) -> str:
        file = found[1].rpartition("/")[2]
        name = addresses[SHARED if file.endswith(".shared.js") else file]
        return found[0].replace(found[1], f"./{name}")

    return _LATER.sub(built, _IMPORT.sub(built, text))


def joined(path: Path) -> str:
    """A script with the modules that it imports, as one that is no module.

    Raises ScriptError for two of them that give a name twice.
    """
    paths = [path]
    for one in paths:
        found = _IMPORT.findall(one.read_text("utf-8"))
        paths += [new for target in found if (new := one.parent / target) not in paths]
    text = "".join(_IMPORT.sub("", one.read_text("utf-8")) for one in in_order(paths))
    names = _NAME.findall(text)
    if twice := {name for name in names if names.count(name) > 1}:
        message = f"{path.name}: {', '.join(sorted(twice))} named twice"
        raise ScriptError(message)
    return smaller(_EXPORT.sub(r"\1 \2", text))


def in_order(paths: list[Path]) -> list[Path]:
    """Modules after those they import. Raises ScriptError for a ring."""
    by_place = {path.resolve(): path for path in paths}
    ordered: list[Path] = []
    open_: list[Path] = []

    def visit(path: Path) -> None:
        if path in ordered:
            return
        if path in open_:
            message = " -> ".join(one.name for one in (*open_, path))
            raise ScriptError(message)
        open_.append(path)
        text = path.read_text("utf-8")
        for target in (*_IMPORT.findall(text), *_LATER.findall(text)):
            wanted = by_place.get((path.parent / target).resolve())
            if wanted:
                visit(wanted)
        open_.pop()
        ordered.append(path)

    for path in paths:
        visit(path)
    return ordered


def smaller(script: str) -> str:
    """A script without its remarks and the blanks that start lines; no text of ours spans lines."""
    return _INDENT.sub("", _ASIDE.sub("", _REMARK.sub("", script)))
