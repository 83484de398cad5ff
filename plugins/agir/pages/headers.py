"""The HTTP headers of the site, said once; `_headers` says them to the hosts that read it.

The policy names what our templates hold, never what a page was found to hold: a script that came
in with the content would be refused by browsers, and is, before that, by the verification.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from agir.pages.addresses import API, EMBED, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agir.pages.site import Site

NAME = "_headers"
WORKER = "sw.js"  # at the root of the site: a service worker serves what stands below it
POLICY = "Content-Security-Policy"
EVERYWHERE = "/*"
# Hosts send a header of two rules with both values, and browsers hold to every policy: none could
# allow frames again. But one that names `frame-ancestors` puts this older header aside (CSP 3,
# 6.4.2).
FRAMING = "X-Frame-Options"
FRAMED = "frame-ancestors *"
# Open data, for pages of other sites; the font, for frames whose site gives them no origin.
TO_ALL = {"Access-Control-Allow-Origin": "*"}
UNCHANGING = "public, max-age=31536000, immutable"  # for files named after their content
TRUSTED = "agir"  # the one policy of ours that says which text is a script's address
ASK_AGAIN = "no-cache"  # kept, but never shown before asking whether it changed
_MOST_RULES = 98  # some hosts read a hundred, and the form editor has one
HTTPS_ALONE = {"Strict-Transport-Security": "max-age=31536000"}  # for the host's owner to decide

EDITOR = "admin/"  # the form editor's folder, apart from the pages
EDITOR_RULE = f"/{EDITOR}*"
# Its package asks for its French words as a JSON module, which browsers want no part of.
EDITOR_MAP = '{"imports": {"./sveltia/locales/fr.json": "./sveltia/locales/fr.js"}}'
GITHUB = "https://github.com/"
_SERVERS = (
    " https://api.github.com https://www.githubstatus.com",
    " https://*.githubusercontent.com",
)

_OPENING = """\
# What Netlify, Cloudflare Pages and others send with these files; made by the build.
# Pages have no Cache-Control here: these hosts' own says to ask again at each visit, and they
# would join a second one to it.
"""
_HTTPS = "  # When all of the host answers by HTTPS, for good, also:\n"
_INLINE = re.compile(r"<(s(?:cript|tyle))([^<>]*)>")
_DATA = ("src=", "application/ld+json", "application/json")  # no script stands there
_WAKING = re.compile(r' on[a-z]+="')
_TAG = re.compile(r"<[a-z][^<>]*\s(?:style|on[a-z]+)=[^<>]*>")
_VALUE = re.compile(r'"[^"]*"')
_ATTRIBUTE = re.compile(r"\s(style|on[a-z]+)=")


def headers_of(site: Site) -> dict[str, str]:
    """What goes with every file of the site."""
    paths = [*(page.path for page in site.all_pages), *(f"{path}id/" for path in VIEWS)]
    starts = sorted({"../" * path.count("/") for path in paths} | {site.base})
    styles = [site.templates["fr"].style(start) for start in starts]
    return {
        POLICY: policy([*styles, *(part.style for part in site.assets.parts)], site.assets.inline),
        FRAMING: "SAMEORIGIN",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """What a browser may load and run, with the styles and scripts that stand in pages.

    Pages say it themselves too, for hosts that send no headers.
    """
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *map(hash_of, scripts)]),
        "style-src": " ".join(map(hash_of, styles)) or "'none'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",  # the search entries
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",  # scripts read our forms; nothing is ever sent
        "require-trusted-types-for": "'script'",
        "trusted-types": TRUSTED,  # the address of the service worker, and no other
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@lru_cache(maxsize=256)
def hash_of(text: str) -> str:
    """How a policy names a script or a style that stands in a page."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def inline(html: str) -> list[tuple[str, str]]:
    """What stands in a page and needs its policy's leave: a hash, "" where none can help; words."""
    found, outside, done = [], [], 0
    for opening in _INLINE.finditer(html):
        name, attributes = opening.groups()
        end = html.find(f"</{name}>", opening.end())
        outside.append(html[done : opening.end()])
        done = max(end, opening.end())
        if not any(sign in attributes for sign in _DATA):
            found.append(_piece(name, html[opening.end() : end]))
    text = "".join((*outside, html[done:]))
    if ' style="' in text or _WAKING.search(text):  # a sign of them: seldom, and in texts too
        for tag in _TAG.findall(text):
            attributes = _ATTRIBUTE.findall(_VALUE.sub("", tag))
            found += [("", f"{name}= in {tag[:40]}") for name in attributes]
    return found


def refused(pieces: Iterable[tuple[str, str]], allowed: str) -> Iterator[str]:
    """Which of them a browser would refuse under a policy, in words."""
    yield from (words for digest, words in pieces if not digest or digest not in allowed)


@lru_cache(maxsize=256)
def _piece(name: str, text: str) -> tuple[str, str]:
    return hash_of(text), f"<{name}>{text[:40]}"


def headers_file(site: Site) -> str:
    """The file `_headers`: its addresses start at the folder that it stands in."""
    others: dict[str, dict[str, str]] = {f"/{WORKER}": {"Cache-Control": ASK_AGAIN}}
    others |= {f"/{folder}*": {POLICY: FRAMED} for folder in EMBED.values()}
    others[f"/{API}/*"] = TO_ALL
    # Pictures are for other sites. Browsers ask again about the smallest files, past what fits.
    files = {path: content for path, content in site.assets.files.values() if ".png" not in path}
    room = _MOST_RULES - len(others) - 1
    hashed = sorted(sorted(files, key=lambda path: (-len(files[path]), path))[:room])
    rules = {EVERYWHERE: headers_of(site)}
    for path in hashed:
        to_all = TO_ALL if path.endswith(".woff2") else {}
        rules[f"/{path}"] = {"Cache-Control": UNCHANGING} | to_all
    rules |= others
    text = _OPENING
    for address, headers in rules.items():
        text += f"{address}\n" + "".join(f"  {name}: {headers[name]}\n" for name in headers)
        if address == EVERYWHERE:
            text += _HTTPS + "".join(f"  # {name}: {HTTPS_ALONE[name]}\n" for name in HTTPS_ALONE)
    return text + _editor_rule(site) if site.settings.editor else text


def _editor_rule(site: Site) -> str:
    """The form editor's policy instead of that of pages, which ! takes back."""
    said = f"{editor_policy(site.settings.repository)}; frame-ancestors 'none'"
    return f"{EDITOR_RULE}\n  ! {POLICY}\n  {POLICY}: {said}\n"


def editor_policy(repository: str) -> str:
    """What a browser may do on the form editor's page: wider in styles than on our pages."""
    server, pictures = _SERVERS if repository.startswith(GITHUB) else ("", "")
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {hash_of(EDITOR_MAP)}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' blob: data:{pictures}",
        "font-src": "'self'",
        "connect-src": f"'self' data:{server}",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def read_headers(text: str) -> dict[str, dict[str, str]]:
    """What a `_headers` file says: address -> name -> value."""
    rules: dict[str, dict[str, str]] = {}
    headers: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line.strip(), {})
        elif line.strip() and not line.lstrip().startswith("#"):
            name, _colon, value = line.partition(":")
            headers[name.strip()] = value.strip()
    return rules


def policy_in(text: str) -> str:
    """The policy of a `_headers` file; "" when it has none."""
    return read_headers(text).get(EVERYWHERE, {}).get(POLICY, "")
