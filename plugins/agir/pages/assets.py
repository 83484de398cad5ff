"""Style and scripts: gathered from the components, made small, named after their content."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agir.pages.scripts import (
    MAIN,
    ScriptError,
    in_order,
    is_lazy,
    is_worker,
    lazy_script,
    main_script,
)

if TYPE_CHECKING:
    from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{};,>]) ?")
_STARTS = re.compile(r"(?:^|[{},])\.([a-z][a-z-]*)")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """The style of a component that few pages show; `classes` start its rules."""

    classes: frozenset[str]
    style: str


@dataclass(slots=True)
class Assets:
    """The files that pages load, by name: their path on the site and their bytes."""

    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    style: str = ""  # of what any page may show
    parts: list[Part] = field(default_factory=list)  # of what some pages show
    made: frozenset[str] = frozenset()  # the names of those made from the content
    inline: list[str] = field(default_factory=list)  # scripts that stand in the templates

    def path(self, name: str) -> str:
        """Where a file stands on the site, from its root. Raises KeyError for an unknown name.

        What is made from the content keeps its address: else a word changed in one entry would
        change the address of the search entries, and with it every page of the site.
        """
        return f"assets/{name}" if name in self.made else self.files[name][0]

    def add(self, name: str, content: bytes) -> None:
        """Add a file; its path changes with its bytes, so that it can be cached for ever."""
        stem, _, ending = name.rpartition(".")
        digest = hashlib.sha256(content).hexdigest()[:10]
        self.files[name] = (f"assets/{stem}.{digest}.{ending}", content)


def gather(overrides: Path) -> Assets:
    """The style of the components, their scripts and fonts as files.

    `<name>.css` stands in every page, `<name>.part.css` in those that have one of its classes.

    A script that stands in a template says the same on every page, or the policy would not know
    it. Raises ScriptError for scripts that cannot be put together.
    """
    assets = Assets()
    components = overrides / "components"
    for font in sorted(components.glob("*/fonts/*.woff2")):
        assets.add(font.name, font.read_bytes())
    for picture in sorted((components / "drawings").glob("favicon.svg")):
        assets.add(picture.name, picture.read_bytes())
    for picture in sorted((components / "pictures").glob("*.png")):
        assets.add(picture.name, picture.read_bytes())
    scripts = sorted(path for path in components.glob("*/*.js") if not is_worker(path))
    _add_scripts(assets, scripts)
    styles = sorted(components.glob("*/*.css"), key=lambda path: (path.parent.name != "base", path))
    parts = [path for path in styles if path.name.endswith(".part.css")]
    assets.parts = [_part(path) for path in parts]
    for template in sorted(overrides.glob("*.html")):
        assets.inline += _SCRIPT.findall(template.read_text("utf-8"))
    assets.style = "".join(_small(path) for path in styles if path not in parts)
    return assets


def _add_scripts(assets: Assets, paths: list[Path]) -> None:
    """The main script, then the modules loaded on use, each after those it imports."""
    assets.add(MAIN, main_script(paths).encode())
    names = {MAIN: assets.path(MAIN).rpartition("/")[2]}
    for path in in_order([path for path in paths if is_lazy(path)]):
        name = path.name.replace(".lazy", "")
        if path.name in names:
            message = f"two scripts are called {path.name}"
            raise ScriptError(message)
        assets.add(name, lazy_script(path, names).encode())
        names[path.name] = assets.path(name).rpartition("/")[2]


def _part(path: Path) -> Part:
    style = _small(path)
    return Part(frozenset(_STARTS.findall(style)), style)


def _small(path: Path) -> str:
    return minify(path.read_text("utf-8"))


def minify(css: str) -> str:
    """CSS without comments and needless blanks; strings in it must not hold runs of blanks."""
    return _TIGHT.sub(r"\1", _BLANKS.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()
