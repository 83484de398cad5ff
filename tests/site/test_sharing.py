"""What the built pages say to those who share, install or collect them."""

from __future__ import annotations

import json
import re
import struct
import zlib
from html import unescape
from typing import TYPE_CHECKING, Any

import pictures
import pytest
from agir.pages.sharing import ICONS, SIZE
from dom import page_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

META = re.compile(r'<meta (?:name|property)="([^"]+)"(?: lang="[^"]*")? content="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
LOCALES = {"fr-CA": "fr_CA", "en-CA": "en_CA"}
KINDS = {
    "": "WebSite", "en/": "WebSite", "glossaire/": "DefinedTermSet", "a-propos/": "AboutPage",
    "outils/": "CollectionPage", "fiches/trier-ce-qui-dure/": "HowTo",
    "ateliers/partir-du-bon-pied/": "HowTo",
    "en/tools/empathy-map/": "LearningResource", "confidentialite/": "WebPage",
}  # fmt: skip


def documents(built: Any) -> Iterator[tuple[str, str]]:
    """Path and HTML of every page."""
    for file in page_files(built.folder):
        path = file.parent.relative_to(built.folder).as_posix().removeprefix(".")
        yield (f"{path}/" if path else ""), file.read_text("utf-8")


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height of a PNG."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


@pytest.mark.each_address
def test_every_page_says_how_it_is_shared(built: Any) -> None:
    for path, html in documents(built):
        said = dict(META.findall(html))
        assert unescape(said["og:title"]) in unescape(html.partition("</title>")[0]), path
        assert said["og:description"] == said["description"], path
        assert said["og:url"] == CANONICAL.findall(html)[0] == built.url + path
        assert said["og:locale"] == LOCALES[re.findall(r'<html lang="([^"]+)"', html)[0]], path
        assert said["twitter:card"] == "summary_large_image"


@pytest.mark.each_address
def test_the_picture_of_a_page_is_there_in_its_language_and_of_its_collection(built: Any) -> None:
    shown: dict[str, set[str]] = {}
    for path, html in documents(built):
        address = dict(META.findall(html))["og:image"]
        picture = built.folder / address.removeprefix(built.url)
        assert size_of(picture) == SIZE, path
        lang = "en" if path.startswith("en/") else "fr"
        assert f".{lang}." in picture.name, path
        shown.setdefault(picture.name.partition(".")[0], set()).add(path)
    assert "outils/carte-d-empathie/" in shown["share-tools"]
    assert "fiches/trier-ce-qui-dure/" in shown["share-sheets"]
    assert "confiance/competence/" in shown["share-trust"]
    assert {"", "confidentialite/"} <= shown["share-home"]


def test_pictures_and_icons_are_those_of_what_they_are_drawn_from() -> None:
    kept = json.loads((pictures.FOLDER / pictures.SOURCES).read_text("utf-8"))
    now = {name: pictures.digest(source) for name, source in pictures.sources().items()}
    assert kept == now, "run .venv/bin/python tools/pictures.py"
    assert {path.name for path in pictures.FOLDER.glob("*.png")} == set(now)
    assert all(path.stat().st_size < 40_000 for path in pictures.FOLDER.glob("*.png"))


@pytest.mark.each_address
def test_structured_data_parse_and_say_what_the_page_is(built: Any) -> None:
    found = {}
    for path, html in documents(built):
        (text,) = DATA.findall(html)
        data = json.loads(text)
        assert data["@context"] == "https://schema.org"
        about, *rest = data["@graph"]
        assert about["url"] == built.url + path
        assert about["inLanguage"] in LOCALES
        assert about["name"] == unescape(dict(META.findall(html))["og:title"]), path
        found[path] = about["@type"]
        ways = [] if path in ("", "en/") else ["BreadcrumbList"]
        assert [thing["@type"] for thing in rest] == ways, path
        for thing in rest:
            steps = [step["item"] for step in thing["itemListElement"]]
            assert [step["position"] for step in thing["itemListElement"]] == [
                number + 1 for number in range(len(steps))
            ]
            assert all((built.folder / step.removeprefix(built.url)).is_dir() for step in steps)
            assert steps[0] in (built.url, f"{built.url}en/"), path
    assert found.items() >= KINDS.items()


def test_structured_data_cost_a_page_three_hundred_bytes_at_most(built: Any) -> None:
    for path, html in documents(built):
        texts = (html, DATA.sub("", html))
        whole, without = (len(zlib.compress(text.encode(), 9)) for text in texts)
        assert whole - without <= 300, path


def test_a_device_installs_the_site_in_its_language(built: Any) -> None:
    for lang, start in (("fr", "../"), ("en", "../en/")):
        said = json.loads((built.folder / f"assets/app.{lang}.json").read_text("utf-8"))
        assert said["lang"] == f"{lang}-CA"
        assert (said["start_url"], said["scope"]) == (start, "../")
        assert "id" not in said
        assert said["name"]
        assert said["description"]
        for icon, (size, purpose) in zip(said["icons"], ICONS.values(), strict=True):
            assert icon["sizes"] == f"{size}x{size}"
            assert icon["purpose"] == purpose
            assert size_of(built.folder / "assets" / icon["src"]) == (size, size)
    for path, html in documents(built):
        lang = "en" if path.startswith("en/") else "fr"
        assert f'assets/app.{lang}.json">' in html, path
        touch = re.findall(r'<link rel="apple-touch-icon" href="[./]*([^"]+)">', html)
        assert size_of(built.folder / touch[0]) == (180, 180)
