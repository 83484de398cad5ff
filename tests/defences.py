"""What tells that a defence works: small attacks, and whether they are stopped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agir.content.problems import ContentError, Place, Problems, show
from agir.pages import markdown
from agir.pages.headers import NAME, policy
from agir.pages.reading import read
from agir.pages.rendering import page_of
from agir.pages.site import Settings, Site
from agir.pages.verification import Inspection
from attack.plants import ENTRY, TERM, glossary, link
from cmarkgfm.cmark import Options, markdown_to_html
from project import copy_project
from yaml import AliasEvent, SafeLoader, ScalarEvent, YAMLError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LET_IN = "<svg/onload=fire(1)>"  # for the gate this is text, and it is one as long as it is escaped
TREE = "a_folder_elsewhere"


@dataclass(frozen=True)
class Defence:
    """Where a defence is, what stands there when it is taken out, and what tells that it works."""

    where: str
    without: Any
    stops: Callable[[Path], bool]


def refuses(code: str, plant: Callable[[Path], object]) -> Callable[[Path], bool]:
    """The gate says this of what is planted."""

    def stops(root: Path) -> bool:
        plant(root)
        try:
            read(root)
        except ContentError as error:
            return code in {problem.code for problem in error.problems}
        except YAMLError:
            return False
        return False

    return stops


def in_entry(text: str) -> Callable[[Path], object]:
    """A Markdown text in an entry."""
    return glossary(f"{ENTRY}{TERM}more: {{{{fr: '{text}', en: A text.}}}}\n".format(id="a"))


def makes(text: str, never: str) -> Callable[[Path], bool]:
    """The HTML of a Markdown text lacks something."""
    return lambda _root: never not in markdown.to_html(text, "fr")


def pages_lack_it(root: Path) -> bool:
    """A title that the gate lets in is no element on its page."""
    path = next((copy_project(root) / "data/principles").iterdir())
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'^title: \{fr: "[^"]*"', f'title: {{fr: "{LET_IN}"', text, flags=re.M))
    site = Site(root, Settings("https://agir.example/"))
    page = next(page for page in site.all_pages if page.id == path.stem)
    return LET_IN not in page_of(site, page).decode()


def verification_sees_it(_root: Path) -> bool:
    """A script that came into a page is found before the site is published."""
    seen = Inspection()
    seen.see(NAME, f"/*\n  Content-Security-Policy: {policy([], [])}\n".encode())
    seen.see("index.html", b"<head></head><body><script>fire(1)</script></body>")
    return any("policy refuses" in fault for fault in seen.faults(b'{"pages": []}', "/"))


def quotes_nothing_of_it(root: Path) -> bool:
    """What a link leads to is not printed."""
    (root / "data").mkdir(parents=True)
    (root / "secret").write_text("pass: word")
    (root / "data/glossary.yml").symlink_to(root / "secret")
    problems = Problems()
    problems.add("not-regular", Place("data/glossary.yml"))
    return "word" not in show(problems, "en", root)


def starts_no_line(_root: Path) -> bool:
    """The name of a file is no command to whoever reads what is printed."""
    return "\n::" not in str(Place("data/x\n::error::y.yml"))


def elsewhere(name: str) -> Callable[[Path], object]:
    """A link, where a folder of the content should be, to one elsewhere."""

    def plant(root: Path) -> None:
        (root / TREE / "fr").mkdir(parents=True)
        link(name, str(root / TREE))(root)

    return plant


class Silent:
    """A parser that tells of no anchor, alias or tag."""

    def __init__(self, text: str) -> None:
        self.next = SafeLoader(text).get_event

    def get_event(self) -> Any:
        event = self.next()
        if isinstance(event, AliasEvent):
            marks = event.start_mark, event.end_mark
            return ScalarEvent(None, None, (True, False), "a", *marks)
        for name in {"anchor", "tag"} & set(vars(event)):
            setattr(event, name, None)
        return event


def unsafe(text: str) -> str:
    return str(markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
