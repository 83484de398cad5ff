"""What MkDocs shows an editor when the content cannot be used."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from agir.content.problems import ContentError, show, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from agir.content.fields import Lang


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project."""
    return Path(config.docs_dir).parent


def told(error: ContentError, config: MkDocsConfig) -> str:
    """All the problems, in the language that mkdocs.yml asks for."""
    lang: Lang = "en" if config.plugins["agir"].config["messages"] == "en" else "fr"
    problems = show(error.problems, lang, root_of(config))
    return f"\n{problems}\n\n{summary(len(error.problems), lang)}"


@contextmanager
def problems_stop_the_build(config: MkDocsConfig) -> Iterator[None]:
    """Show the problems of the content without a traceback. Raises PluginError."""
    try:
        yield
    except ContentError as error:
        raise PluginError(told(error, config)) from None
