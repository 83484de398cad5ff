"""A site takes the place of the old one whole, and is checked before it does."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from agir.pages.publishing import stage
from agir.pages.verification import Inspection

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_takes_the_place_of_the_site_and_leaves_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in ("1", "2"):
        staging = stage(site)
        (staging.folder / number).touch()
        staging.publish()
        assert names(site) == [number]
        assert names(tmp_path) == ["site"]


def test_a_build_given_up_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "1").touch()
    staging = stage(site)
    (staging.folder / "2").touch()
    staging.discard()
    assert names(site) == ["1"]
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_left_is_removed_by_the_next_and_a_living_ones_is_not(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    living, killed = stage(site), stage(site)
    os.close(killed._lock)  # what the system does for a process that dies
    stage(site).discard()
    assert names(tmp_path) == [living.folder.name]


def faults(folder: Path, base: str) -> list[str]:
    inspection = Inspection()
    inspection.see_folder(folder)
    return list(inspection.faults((folder / "api/v1/pages.json").read_bytes(), base))


PAGE = '<html><body id="top"><a href="{link}">a</a><h2 id="here">b</h2>{more}</body></html>'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name in ("a", "api/v1"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "index.html").write_text(PAGE.format(link="a/#here", more=""))
    (tmp_path / "a/index.html").write_text(PAGE.format(link="../", more=""))
    pages = {"pages": [{"url": "/"}, {"url": "/a/"}]}
    (tmp_path / "api/v1/pages.json").write_text(json.dumps(pages))
    return tmp_path


@pytest.mark.parametrize("base", ["/", "/agir/"])
@pytest.mark.parametrize(
    "link",
    [
        "../",
        "../#here",
        "#here",
        "./",
        "../a/",
        "../index.html",
        "https://example.org/x#y",
        "{base}a/",
        '../">style="this text" onclick="too"</a><a href="../',
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(built: Path, base: str, link: str) -> None:
    (built / "a/index.html").write_text(PAGE.format(link=link.format(base=base), more=""))
    assert faults(built, base) == []


@pytest.mark.parametrize(
    ("link", "more", "said"),
    [
        ("../b/", "", "a/index.html: ../b/ leads nowhere"),
        ("../../", "", "a/index.html: ../../ leads nowhere"),
        ("/elsewhere/", "", "a/index.html: /elsewhere/ leads nowhere"),
        ("../#nowhere", "", "a/index.html: ../#nowhere leads to no place on its page"),
        ("#nowhere", "", "a/index.html: #nowhere leads to no place on its page"),
        ("../", '<p id="here">', "a/index.html: the id here is used twice"),
        ("../", '<img src="x.png">', "a/index.html: x.png leads nowhere"),
        (
            "../",
            '<script src="https://cdn.example/x.js"></script>',
            "a/index.html: loads https://cdn.example/x.js from elsewhere",
        ),
        (
            "../",
            "<script>run()</script>",
            "a/index.html: the content security policy refuses <script>run()",
        ),
        (
            "../",
            '<p style="color:red">',
            'a/index.html: the content security policy refuses style= in <p style="color:red">',
        ),
    ],
)
def test_what_is_wrong_with_a_site_is_said(built: Path, link: str, more: str, said: str) -> None:
    (built / "a/index.html").write_text(PAGE.format(link=link, more=more))
    assert faults(built, "/agir/") == [said]


def test_a_page_that_was_not_written_is_missed(built: Path) -> None:
    (built / "a/index.html").unlink()
    assert "/a/: the page is absent" in faults(built, "/")
