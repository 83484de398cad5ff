"""Makes every page and file of a site, one after the other; what cannot be made says where."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jinja2 import TemplateSyntaxError

from agir.content.problems import ContentError, Place, Problems
from agir.pages.outputs import other_files
from agir.pages.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from agir.content.known import Known
    from agir.pages.plan import Page
    from agir.pages.site import Settings


T = TypeVar("T")


def load(root: Path, settings: Settings, known: Known | None = None) -> Site:
    """Read and check the content and the templates. Raises ContentError with every problem."""
    problems = Problems()
    with _noting(problems, Place("overrides"), "site", root):
        return Site(root, settings, known)
    raise ContentError(problems)


def render(site: Site, kept: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file of a site: its path from the root and its bytes, one at a time.

    Those `kept` from the last build are left out. Raises ContentError after the last, with all
    that could not be made.
    """
    problems = Problems()
    for page in site.all_pages:
        name = f"{page.path}index.html"
        if name not in kept:
            with _noting(problems, page.place, page.path, site.root):
                yield name, page_of(site, page)
    with _noting(problems, Place("overrides"), "site", site.root):
        for path, make in other_files(site).items():
            if path not in kept:
                yield path, make()
    if problems:
        raise ContentError(problems)


def page_of(site: Site, page: Page) -> bytes:
    """The document of a page."""
    return site.document(page, site.body(page)).encode()


def made(make: Callable[[], T], page: Page, site: Site) -> T:
    """What `make` makes for a page. Raises ContentError when it cannot."""
    problems = Problems()
    with _noting(problems, page.place, page.path, site.root):
        return make()
    raise ContentError(problems)


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
