"""The content and the site as they are, read once for all the tests that only look at them.

A test that changes what it was given reads its own.
"""

from __future__ import annotations

from functools import cache

from agir.content.library import Library, load
from agir.pages.site import Settings, Site
from project import ROOT


@cache
def library() -> Library:
    """The content of data/, checked."""
    return load(ROOT)


@cache
def site() -> Site:
    """The site at the root of a host, with no contact and no repository."""
    return Site(ROOT, Settings("https://agir.example/"))
