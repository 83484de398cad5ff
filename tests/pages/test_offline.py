"""The pack and its worker, as they are made: what is in, what is left out, the same each time."""

from __future__ import annotations

import json
import lzma
import re
from pathlib import Path

import pytest
from agir.pages import pack as packing
from agir.pages.outputs import other_files
from agir.pages.pack import MAX_CONTENT, is_packed, pack
from agir.pages.scripts import ScriptError, joined
from agir.pages.site import Settings, Site
from agir.pages.worker import offline_files

ROOT = Path(__file__).parents[2]
SITE = Site(ROOT, Settings("https://agir.example/agir/", offline=True))
PLAIN = Site(ROOT, Settings("https://agir.example/"))
FILES = [("a/index.html", b"<p>\n"), ("b.js", b"1\n"), ("c.woff2", b"\x00\x04\xff")]


def unpacked(packed: bytes) -> bytes:
    options = {"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 0}
    return lzma.decompress(packed, format=lzma.FORMAT_RAW, filters=[options])


@pytest.mark.parametrize("path", [
    "index.html", "en/index.html", "404.html", "assets/agir.0.js", "assets/search.fr.json",
    "assets/favicon.0.svg", "assets/agir-heading.0.woff2", "en/offline.html",
])  # fmt: skip
def test_what_readers_open_is_packed(path: str) -> None:
    assert is_packed(path)


@pytest.mark.parametrize("path", [
    "relire/index.html", "messages/index.html", "en/messages/index.html", "admin/index.html",
    "api/v1/pages.json", "schema/notebook-1.json", "sitemap.xml", "_headers", "sw.js",
    "assets/share-home.fr.0.png",
])  # fmt: skip
def test_what_editors_programs_and_systems_read_is_not(path: str) -> None:
    assert not is_packed(path)


def test_a_pack_is_the_same_each_time_and_as_large_as_it_says() -> None:
    packed, size = pack(FILES, {"Name": "value"})
    assert pack(iter(FILES), {"Name": "value"}) == (packed, size)
    content = unpacked(packed)
    assert len(content) == size
    assert content.startswith(b'{"Name": "value"}\n')


def test_a_line_stands_once_whatever_the_depth_of_its_pages() -> None:
    line = b'<a href="%sassets/">all</a>\n'
    files = [("a/index.html", line % b"../"), ("b/c/index.html", line % b"../../")]
    content = unpacked(pack(files, {})[0])
    assert content.count(b"assets/") == 1


def test_a_site_too_large_for_a_phone_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MAX_CONTENT", 10)
    monkeypatch.setattr("agir.pages.worker.MAX_CONTENT", 10)
    made = offline_files(SITE, FILES, {})
    assert list(made) == ["sw.js"]
    assert b"unregister" in made["sw.js"]
    assert MAX_CONTENT > 10


def test_the_worker_names_its_pack_and_speaks_both_languages() -> None:
    made = offline_files(SITE, FILES, {})
    path = next(name for name in made if name != "sw.js")
    first = made["sw.js"].decode().partition("\n")[0]
    release = json.loads(first.removeprefix("const RELEASE = ").removesuffix(";"))
    assert release["pack"] == path
    assert release["digest"].startswith(path.split(".")[1])
    assert set(release["words"]) == {"fr", "en"}
    assert "import" not in re.findall(r"^\w+", made["sw.js"].decode(), re.MULTILINE)
    assert {release["lost"][lang] for lang in ("fr", "en")} <= set(other_files(SITE))


def test_where_the_site_is_not_kept_nothing_registers_and_the_worker_takes_copies_off() -> None:
    page = PLAIN.pages["fr"][0]
    assert "data-offline" not in PLAIN.document(page, PLAIN.body(page))
    assert b"unregister" in other_files(PLAIN)["sw.js"]()
    page = SITE.pages["fr"][0]
    assert "data-offline" in SITE.document(page, SITE.body(page))
    assert "sw.js" not in other_files(SITE)


def test_a_page_in_the_place_of_one_that_is_not_kept_leads_into_the_site() -> None:
    for lang, home in (("fr", "/agir/"), ("en", "/agir/en/")):
        html = SITE.offline_page(lang)
        assert f'<html lang="{lang}-CA">' in html
        assert f'class="button" href="{home}"' in html


def test_a_script_and_what_it_imports_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.worker.js").write_text('import { b } from "./b.worker.js";\nb();\n')
    (tmp_path / "b.worker.js").write_text("// Says b.\nexport function b() {}\n")
    assert joined(tmp_path / "a.worker.js") == "function b() {}\nb();\n"
    (tmp_path / "a.worker.js").write_text('import { b } from "./b.worker.js";\nconst b = 1;\n')
    with pytest.raises(ScriptError, match="b named twice"):
        joined(tmp_path / "a.worker.js")
