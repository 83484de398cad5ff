"""The headers of a built site in the words of nginx and Apache, for `python -m agir headers`."""

from __future__ import annotations

from agir.pages.addresses import API, EMBED
from agir.pages.headers import ASK_AGAIN, EDITOR, FRAMING, POLICY, TO_ALL, UNCHANGING

_OPENING = """\
# Made from _headers by `python -m agir headers --{}`, anew for each publication.
# When all of the host answers by HTTPS, for good, add --https.
"""
_HASHED = r"\.[0-9a-f]{10}\.[a-z0-9]+$"  # a name that changes with the content
_TEXTS = "text/html text/plain text/javascript application/javascript application/json"
_TEXTS += " application/xml text/xml image/svg+xml"


def nginx(headers: dict[str, str], base: str, editor: str = "") -> str:
    """For `include` in a server block; `editor` is the form editor's policy where it is served."""
    always = _always(headers)
    again = _indented(always)
    framed = {name: value for name, value in headers.items() if name != FRAMING}
    folders = dict.fromkeys(EMBED.values(), framed) | {f"{API}/": headers | TO_ALL}
    own = [
        line
        for folder, sent in folders.items()
        for line in (
            f"location ^~ {base}{folder} {{",
            _indented(_always(sent)),
            f'    add_header Cache-Control "{ASK_AGAIN}";',
            "}",
        )
    ]
    form = [
        f"location ^~ {base}{EDITOR} {{",
        _indented(_always(headers | {POLICY: editor})),
        f'    add_header Cache-Control "{ASK_AGAIN}";',
        "}",
    ]
    return "\n".join([
        _OPENING.format("nginx"),
        *always,
        f'add_header Cache-Control "{ASK_AGAIN}";',
        f"error_page 404 {base}404.html;",
        "",
        "# A location that sends a header of its own inherits none, hence the same again.",
        f'location ~ "/assets/[^/]+{_HASHED}" {{',
        again,
        f'    add_header Cache-Control "{UNCHANGING}";',
        *_indented(_always(TO_ALL)).splitlines(),
        "}",
        "# Pages for a frame on another site, and the open data.",
        *own,
        *(form if editor else []),
        "",
    ])  # fmt: skip


def _always(headers: dict[str, str]) -> list[str]:
    return [f'add_header {name} "{value}" always;' for name, value in headers.items()]


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)


def apache(headers: dict[str, str], base: str, editor: str = "") -> str:
    """For the file .htaccess of the site's folder, or `Include` in its <Directory>."""
    folders = "|".join(EMBED.values())
    to_all = [f'Header always set {name} "{value}"' for name, value in TO_ALL.items()]
    own = [
        f'<If "%{{REQUEST_URI}} =~ m#^{base}({folders})#">',
        f"Header always unset {FRAMING}",
        "</If>",
        f'<If "%{{REQUEST_URI}} =~ m#^{base}{API}/#">',
        *to_all,
        "</If>",
    ]
    form = [
        f'<If "%{{REQUEST_URI}} =~ m#^{base}{EDITOR}#">',
        f'Header always set {POLICY} "{editor}"',
        "</If>",
    ]
    return "\n".join([
        _OPENING.format("apache"),
        f"ErrorDocument 404 {base}404.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .js .json .svg .xml",
        "AddType font/woff2 .woff2",
        "<IfModule mod_headers.c>",
        "# Compressing adds -gzip to the ETag of a page, which Apache would not know again.",
        'RequestHeader edit* If-None-Match "-gzip" ""',
        *(f'Header always set {name} "{value}"' for name, value in headers.items()),
        f'Header set Cache-Control "{ASK_AGAIN}"',
        f'<FilesMatch "{_HASHED}">',
        f'Header set Cache-Control "{UNCHANGING}"',
        *to_all,
        "</FilesMatch>",
        *own,
        *(form if editor else []),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        f"AddOutputFilterByType DEFLATE {_TEXTS}",
        "</IfModule>",
        "",
    ])  # fmt: skip
