"""The headers: one source, said in the words of each kind of host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import nginx
import pytest
from agir.__main__ import main
from agir.pages.addresses import EMBED
from agir.pages.headers import (
    ASK_AGAIN,
    EVERYWHERE,
    FRAMING,
    NAME,
    POLICY,
    TO_ALL,
    UNCHANGING,
    hash_of,
    headers_file,
    headers_of,
    inline,
    policy,
    read_headers,
    refused,
)
from agir.pages.rendering import load, render
from agir.pages.site import Settings, Site

ROOT = Path(__file__).parents[2]
HSTS = "Strict-Transport-Security"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(ROOT, Settings("https://agir.example/a/"))


def test_the_file_says_what_the_source_says(site: Site) -> None:
    rules = read_headers(headers_file(site))
    assert rules.pop(EVERYWHERE) == headers_of(site)
    for folder in EMBED.values():  # the only pages that other sites may frame
        assert rules.pop(f"/{folder}*") == {POLICY: "frame-ancestors *"}
    assert rules.pop("/api/v1/*") == TO_ALL
    assert rules.pop("/sw.js") == {"Cache-Control": ASK_AGAIN}
    files = {f"/{path}": len(content) for path, content in site.assets.files.values()}
    left = {path for path in files if not path.endswith(".png")} - set(rules)
    assert set(rules) <= set(files)
    assert len(left) < 10  # the smallest ones
    assert max(files[path] for path in left) <= min(files[path] for path in rules)
    for address, headers in rules.items():
        assert re.search(r"\.[0-9a-f]{10}\.[a-z0-9]+$", address), "its name changes with it"
        to_all = TO_ALL if address.endswith(".woff2") else {}
        assert headers == {"Cache-Control": UNCHANGING} | to_all


def test_the_file_stays_within_what_hosts_read(site: Site) -> None:
    lines = headers_file(site).splitlines()
    assert max(map(len, lines)) < 2000
    assert sum(line.startswith("/") for line in lines) < 100


def test_the_policy_starts_from_nothing_and_allows_nothing_unnamed(site: Site) -> None:
    said = headers_of(site)[POLICY]
    assert said.startswith("default-src 'none'; ")
    assert headers_of(site)[FRAMING] == "SAMEORIGIN"
    for open_door in ("unsafe", "*", "data:", "http", "blob:"):
        assert open_door not in said


STYLE, SCRIPT = "p{color:red}", "run()"
ALLOWED = policy([STYLE], [SCRIPT])


@pytest.mark.parametrize(
    "html",
    [
        f"<style>{STYLE}</style><script>{SCRIPT}</script>",
        '<script type="module" src="a.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<p title="a style=b onclick=c">style="x" onclick="y"</p>',
        "<p>&lt;p style=&#34;x&#34;&gt;</p>",
    ],
)
def test_what_our_templates_hold_passes(html: str) -> None:
    assert list(refused(inline(html), ALLOWED)) == []


@pytest.mark.parametrize(
    ("html", "named"),
    [
        (f"<style>{STYLE} </style>", "<style>"),
        ("<script>\nrun()</script>", "<script>"),
        ('<script type="module">other()</script>', "<script>"),
        ('<p class="a" style="color:red">', "style= in <p"),
        ('<img src="x" onerror="run()">', "onerror= in <img"),
    ],
)
def test_what_a_browser_would_refuse_is_named(html: str, named: str) -> None:
    assert [one.startswith(named) for one in refused(inline(html), ALLOWED)] == [True]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the site."""
    folder = tmp_path_factory.mktemp("site")
    for path, content in render(load(ROOT, Settings("https://agir.example/"))):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def said(built: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["headers", *options, "--site", str(built)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("server", ["--nginx", "--apache"])
def test_servers_are_told_the_same(
    built: Path, capsys: pytest.CaptureFixture[str], server: str
) -> None:
    text = said(built, capsys, server)
    for name, value in read_headers((built / NAME).read_text("utf-8"))[EVERYWHERE].items():
        assert f'{name} "{value}"' in text
    assert UNCHANGING in text
    assert " 404 /404.html" in text
    assert " 404 /a/404.html" in said(built, capsys, server, "--base", "/a/")
    assert HSTS not in text
    assert f'{HSTS} "max-age=' in said(built, capsys, server, "--https")


def test_headers_of_a_site_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["headers", "--nginx", "--site", "nowhere", "--lang", "en"]) == 1
    assert "nowhere: no site here" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("nginx"), reason="there is no nginx here")
def test_nginx_sends_them_with_each_answer(built: Path) -> None:
    expected = read_headers((built / NAME).read_text("utf-8"))[EVERYWHERE]
    script = next(built.glob("assets/agir.*.js")).relative_to(built).as_posix()
    kept = {"": "no-cache", script: UNCHANGING, "nowhere/": None, "assets/a.0123456789.js": None}
    with nginx.serving(built) as root:
        for path, cache in kept.items():
            request = Request(root + path, headers={"Accept-Encoding": "gzip"})
            try:
                answer = urlopen(request)
            except HTTPError as error:
                assert cache is None
                answer = error
            with answer:
                assert expected.items() <= dict(answer.headers).items(), path
                assert answer.headers["Cache-Control"] == cache
                assert answer.headers["Content-Encoding"] == "gzip"


def test_a_hash_is_the_one_that_browsers_compute() -> None:
    # The example of the specification (CSP 3, 8.4).
    hashed = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert hash_of("alert('Hello, world.');") == hashed
