"""The form editor: Sveltia CMS under /admin/ where mkdocs.yml asks for it, apart from our pages.

It is served as its package is, from this site alone; `make editor` gets it (tools/editor.py).
"""

from __future__ import annotations

import json
import re
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agir.content.forms import collections
from agir.pages.headers import EDITOR, EDITOR_MAP, GITHUB, editor_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.site import Site

PACKAGE = "@sveltia/cms@0.221.1"
KEPT = ".editor"  # in the project, where `make editor` puts the files of the package
# What is served of the package, by its path there, with its SHA-256: no other is served.
_LISTED = Path(__file__).with_suffix(".sha256").read_text("ascii")
FILES = {name: digest for digest, name in map(str.split, _LISTED.splitlines())}
_FONT = re.compile(rb"https://[a-z.]+/fontsource/fonts/([a-z0-9-]+)[^)]*/([a-z0-9-]+)\.woff2")
_WORDS = "locales/fr.json"
_PAGE = """\
<!doctype html>
<html lang="fr-CA">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Modifier les textes · Agir ensemble</title>
<link rel="cms-config-url" type="application/json" href="config.json">
<script type="importmap">{map}</script>
<script type="module" src="start.js"></script>
<noscript>Le formulaire a besoin de JavaScript. / The form needs JavaScript.</noscript>
</html>
"""
_START = """\
// French first: the language of the form, until somebody chooses another.
const kept = "sveltia-cms.prefs";
try {
  const chosen = JSON.parse(localStorage.getItem(kept) ?? "{}");
  if (!chosen.locale) localStorage.setItem(kept, JSON.stringify({ ...chosen, locale: "fr" }));
} catch {
  // Nothing is kept here, or something else: the form speaks the browser's language.
}
const { init } = await import("./sveltia/npm/index.js");
init();
"""


def absent(root: Path) -> list[str]:
    """The files of the package that are not there, or not as they were published."""
    return [name for name, digest in FILES.items() if _digest(root / KEPT / name) != digest]


def editor_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """The files under /admin/: path from the site's root -> what makes its bytes."""
    kept = site.root / KEPT
    page = _PAGE.format(policy=editor_policy(site.settings.repository), map=EDITOR_MAP)
    files: dict[str, Callable[[], bytes]] = {
        "index.html": page.encode,
        "start.js": _START.encode,
        "config.json": lambda: _json(configuration(site)),
        "sveltia/locales/fr.js": lambda: b"export default " + (kept / _WORDS).read_bytes(),
    }
    files |= {f"sveltia/{name}": (kept / name).read_bytes for name in FILES if name != _WORDS}
    files["sveltia/npm/index.js"] = lambda: _at_home((kept / "npm/index.js").read_bytes())
    return {EDITOR + name: partial(make) for name, make in files.items()}


def _at_home(script: bytes) -> bytes:
    """The package's script, which asks for its fonts elsewhere although they come with it."""
    fonts = [name for name in FILES if name.endswith(".woff2")]

    def here(found: re.Match[bytes]) -> bytes:
        family, subset = (part.decode() for part in found.groups())
        start = f"npm/assets/{family}-{subset}-"
        return next(f"sveltia/{name}" for name in fonts if name.startswith(start)).encode()

    return _FONT.sub(here, script)


def configuration(site: Site) -> dict[str, Any]:
    """What the form editor is told: where the files are, how they are written, what is in them."""
    url = site.settings.url
    return {
        "backend": _backend(site.settings.repository),
        **({"publish_mode": "editorial_workflow"} if _on_github(site.settings.repository) else {}),
        "site_url": url,
        "display_url": url,
        "show_preview_links": False,
        "media_folder": "docs/assets",
        "public_folder": "/assets",
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": collections(site.root, site.library.labels),
    }


def _backend(repository: str) -> dict[str, Any]:
    """On GitHub, a token of one's own and a pull request; elsewhere, this computer's folder."""
    if _on_github(repository):
        name = repository.removeprefix(GITHUB).strip("/").removesuffix(".git")
        return {
            "name": "github",
            "repo": name,
            "branch": "main",
            "auth_methods": ["token"],  # anything else needs a server that holds a secret
            "open_authoring": True,  # whoever may not write proposes from a copy of theirs
        }
    # A server must be named; the page's policy lets nobody reach it. The folder alone is left.
    return {"name": "gitea", "repo": "local/agir-ensemble", "auth_methods": ["token"]}


def _on_github(repository: str) -> bool:
    return repository.startswith(GITHUB)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
