"""Style and scripts: gathered from the components, made small, named after their content."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agir.pages.scripts import (
    MAIN,
    SHARED,
    ScriptError,
    in_order,
    is_lazy,
    is_shared,
    is_worker,
    lazy_script,
    main_script,
    shared_script,
)

if TYPE_CHECKING:
    from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{};,>]) ?")
_VALUE = re.compile(r"([{;][a-z-]+) ?: ")  # a selector has no blank after its colon
_ASKED = re.compile(r"[^{},]*:has\((\.[a-z-]+)")  # .page:has(.group) h1: for pages with a .group
_INSIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")  # what stands in :is(), :has(:not())…
_STARTS = re.compile(r"(?:^|[{},])(\.[a-z][a-z-]*|[a-z][a-z-]*(?=[,{]))")
_CLASSES = re.compile(r'(?:class|data-shows)="([^"]*)"')
_ELEMENTS = re.compile(r"<([a-z][a-z-]*)")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """The style of a component that few pages show."""

    shown_by: frozenset[str]  # the .classes and elements that its rules start with, or ask for
    style: str


@dataclass(slots=True)
class Assets:
    """The files that pages load, by name: their path on the site and their bytes."""

    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    style: str = ""  # of what any page may show
    parts: list[Part] = field(default_factory=list)  # of what some pages show
    added: str = ""  # of what scripts add
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
        self.files[name] = (f"assets/{stem}.{digest_of(content)}.{ending}", content)

    def parts_for(self, html: str) -> list[Part]:
        """The parts whose style some HTML needs: for what it shows, and says that scripts will."""
        shown = {f".{name}" for found in _CLASSES.findall(html) for name in found.split()}
        shown.update(_ELEMENTS.findall(html))
        return [part for part in self.parts if not part.shown_by.isdisjoint(shown)]


def digest_of(content: bytes) -> str:
    """Ten letters that change with the content of a file, for its address."""
    return hashlib.sha256(content).hexdigest()[:10]


def gather(overrides: Path) -> Assets:
    """The style of the components, their scripts and fonts as files.

    `<name>.css` stands in every page, `<name>.part.css` with any `<other>.<name>.css` in those that
    show one of their classes, `<name>.lazy.css` in none: it comes with what scripts add.

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
    style: dict[str, str] = defaultdict(str)
    for path in styles:
        style[_part_of(path)] += minify(path.read_text("utf-8"))
    assets.style, assets.added = style.pop("", ""), style.pop("lazy", "")
    assets.parts = [_part(text) for text in style.values()]
    for template in sorted(overrides.glob("*.html")):
        assets.inline += _SCRIPT.findall(template.read_text("utf-8"))
    return assets


def _add_scripts(assets: Assets, paths: list[Path]) -> None:
    """The shared modules, those loaded on use, each after those it imports, and the main script."""
    names: dict[str, str] = {}

    def add(name: str, file: str, text: str) -> None:
        assets.add(name, text.encode())
        names[file] = assets.path(name).rpartition("/")[2]

    add(SHARED, SHARED, shared_script([path for path in paths if is_shared(path)]))
    for path in in_order([path for path in paths if is_lazy(path)]):
        name = path.name.replace(".lazy", "")
        if path.name in names:
            message = f"two scripts are called {path.name}"
            raise ScriptError(message)
        add(name, path.name, lazy_script(path, names))
    main = [path for path in paths if not is_lazy(path) and not is_shared(path)]
    add(MAIN, MAIN, main_script(main, names))


def _part_of(path: Path) -> str:
    """The part whose style a file is; "" for all pages, "lazy" for what scripts add."""
    name = path.name.split(".")[-2] if path.name.count(".") > 1 else ""
    return path.parent.name if name == "part" else name


def _part(style: str) -> Part:
    starts = _INSIDE.sub("", _ASKED.sub(r"\1:has(", style))
    return Part(frozenset(_STARTS.findall(starts)), style)


def minify(css: str) -> str:
    """CSS without comments and needless blanks; strings in it must not hold runs of blanks."""
    tight = _TIGHT.sub(r"\1", _BLANKS.sub(" ", _COMMENT.sub("", css)).strip())
    return _VALUE.sub(r"\1:", tight).replace(";}", "}")
