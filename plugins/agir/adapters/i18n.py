"""All contact with mkdocs-static-i18n, whose internals these few lines rely on (a test says which).

It builds each language in a nested build on the same plugin objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mkdocs import utils
from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs_static_i18n.plugin import I18n

    from agir.content.fields import Lang

# static-i18n works at -100: what must find its files and languages ready comes later.
AFTER_I18N = -110
_clean_directory = utils.clean_directory


def _plugin(config: MkDocsConfig) -> I18n:
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise PluginError("mkdocs.yml: the plugin `agir` needs `i18n` (mkdocs-static-i18n).")
    return cast("I18n", plugin)


def language(config: MkDocsConfig) -> Lang:
    """The language being built."""
    return "en" if _plugin(config).current_language == "en" else "fr"


def in_nested_build(config: MkDocsConfig) -> bool:
    """Whether this is the build of a language after the first, inside that first build."""
    return bool(_plugin(config).building)


def repair_after_failure() -> None:
    """A nested build that fails leaves `clean_directory` replaced: put MkDocs' own back.

    Without this, `mkdocs serve` would keep old pages for ever after one failure.
    """
    utils.clean_directory = _clean_directory
