"""The whole site as bytes in memory, before any generator writes: all of it, or what is wrong."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from agir.content.fields import LANGS
from agir.content.problems import ContentError, Place, Problems
from agir.pages.outputs import write_all
from agir.pages.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang
    from agir.pages.plan import Page
    from agir.pages.site import Body, Settings

Key = tuple[str, "Lang"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every page by id and language (its main part, its whole document), every other file."""

    site: Site
    bodies: dict[Key, Body]
    documents: dict[Key, str]
    files: dict[str, bytes]

    def document(self, page: Page, body: Body) -> str:
        """The document of a page around its main part, made anew when that was changed."""
        key = (page.id, page.lang)
        if body.html == self.bodies[key].html:
            return self.documents[key]
        return self.site.document(page, body)


def build(root: Path, settings: Settings) -> Rendered:
    """Read, check and render the site. Raises ContentError with every problem found."""
    problems = Problems()
    with _noting(problems, Place("overrides"), "site", root):
        return render(Site(root, settings))
    raise ContentError(problems)


def render(site: Site) -> Rendered:
    """Make every page and file of a site. Raises ContentError for those that cannot be made."""
    rendered = Rendered(site, {}, {}, {})
    problems = Problems()
    for page in (page for lang in LANGS for page in site.pages[lang]):
        key = (page.id, page.lang)
        with _noting(problems, page.place, page.path, site.root):
            rendered.bodies[key] = site.body(page)
            rendered.documents[key] = site.document(page, rendered.bodies[key])
    with _noting(problems, Place("overrides"), "site", site.root):
        rendered.files.update(write_all(site))
    if problems:
        raise ContentError(problems)
    return rendered


@contextmanager
def _noting(problems: Problems, place: Place, what: str, root: Path) -> Iterator[None]:
    """Turn whatever unforeseen goes wrong into a problem that says where."""
    try:
        yield
    except ContentError:
        raise
    except Exception as error:  # noqa: BLE001 (no mistake in a template may cost the old site)
        detail = f"{type(error).__name__}: {error}"
        problems.add("cannot-render", _where(error, root) or place, value=what, detail=detail)


def _where(error: Exception, root: Path) -> Place | None:
    """The line of a template that an error comes from."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(Path(error.filename).relative_to(root).as_posix(), error.lineno)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix == ".html" and path.is_relative_to(root):
            return Place(path.relative_to(root).as_posix(), frame.lineno or 1)
    return None
