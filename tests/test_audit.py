"""The audit's table and bars, and what it takes for one shape, without asking any judge."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from audit import tools
from audit.__main__ import JUDGES
from audit.judges.data import faults
from audit.judging import WHOLE, Bar, Finding, Page, counted
from audit.pages import one_a_shape, pages_of
from audit.table import beyond, table

HERE = Path(tools.__file__).parent
SCORE = Bar("perf", 100, least=True)
WEIGHT = Bar("kB", 14, of_lists=30)
FAULTS = Bar("axe")
HTML = """<html lang="fr-CA"><link rel="canonical" href="https://a.example/b/">
<script type="application/ld+json">{}</script><h1>L’<em>intention</em></h1>"""
SAID = {
    "@context": "https://schema.org",
    "@type": "Article",
    "url": "https://a.example/b/",
    "name": "L’intention",
    "inLanguage": "fr-CA",
}


def page(path: str, *, kind: str = "steps", is_list: bool = False, html: str = "") -> Page:
    return Page(path, kind, kind, is_list, html)


PAGES = (page("b/"), page("c/"), page("tous/", kind="lists", is_list=True))
BARS = (SCORE, WEIGHT, FAULTS)


def test_the_worst_figure_of_a_kind_stands_in_the_table_with_a_cross_beyond_its_bar() -> None:
    findings = [
        Finding("b/", "perf", 100), Finding("c/", "perf", 98), Finding("tous/", "perf", 100),
        Finding("b/", "kB", 13.5), Finding("c/", "kB", 14), Finding("tous/", "kB", 29.9),
        counted(WHOLE, FAULTS, ["one"]),
    ]  # fmt: skip
    assert [line.split() for line in table(BARS, findings, PAGES)] == [
        ["pages", "perf", "kB", "axe"],
        ["bar", "≥100", "≤14/30", "≤0"],
        ["steps", "2", "98✗", "14", "·"],
        ["lists", "1", "100", "29.9", "·"],
        ["the", "site", "1", "·", "·", "1✗"],
    ]


def test_each_page_beyond_a_bar_is_named_with_the_reasons() -> None:
    findings = [
        Finding("b/", "kB", 14.1, ("9 kB of style",)),
        Finding("c/", "kB", 14.0),
        Finding("tous/", "kB", 30.5),
        counted(WHOLE, FAULTS, map(str, range(7))),
    ]
    assert beyond(BARS, findings, PAGES) == [
        "✗ /b/  kB: 14.1 (14)", "    9 kB of style",
        "✗ /tous/  kB: 30.5 (30)",
        "✗ the site  axe: 7 (0)", "    0", "    1", "    2", "    3", "    4", "    … 2",
    ]  # fmt: skip


def test_a_site_within_all_bars_has_nothing_to_tell() -> None:
    assert beyond(BARS, [Finding("b/", "perf", 100), counted("b/", FAULTS, ())], PAGES) == []


@pytest.mark.parametrize("name", JUDGES)
def test_a_judge_has_bars_of_its_own_and_a_way_to_be_asked(name: str) -> None:
    judge = import_module(f"audit.judges.{name}")
    assert judge.BARS
    assert callable(judge.run)
    others = [import_module(f"audit.judges.{other}") for other in JUDGES if other != name]
    assert not {bar.name for bar in judge.BARS} & {bar.name for o in others for bar in o.BARS}


def test_every_page_is_judged_and_every_shape_of_each_language_measured(build) -> None:
    pages = pages_of(build("root").folder)
    assert len(pages) == len({one.path for one in pages}) > 300
    chosen = one_a_shape(pages)
    # A page may explain a term in one language alone, which is then another shape there.
    shapes = {(one.shape, one.path.startswith("en/")) for one in pages}
    assert {(one.shape, one.path.startswith("en/")) for one in chosen} == shapes
    assert len(chosen) == len(shapes)
    assert {one.kind for one in pages if one.is_list} == {"lists"}
    assert len(chosen) < 90  # at five seconds each, what an audit of minutes can spend


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"@type": ""}, "no @type"),
        ({"name": "Autre"}, "is called 'Autre', not 'L’intention'"),
        ({"inLanguage": "en-CA"}, "is in 'en-CA'"),
        ({"url": "https://a.example/"}, "nothing is said of this address"),
        ({"@context": "https://other.example"}, "not of schema.org"),
    ],
)
def test_structured_data_says_what_the_page_is(changed: dict[str, str], fault: str | None) -> None:
    html = HTML.replace("{}", json.dumps(SAID | changed))
    said = [*faults(page("b/", html=html))]
    assert len(said) == (fault is not None)
    assert all(one.startswith(str(fault)) for one in said)


def test_broken_structured_data_is_told() -> None:
    assert "not JSON" in next(faults(page("b/", html=HTML.replace("{}", "{,}"))))


def test_the_packages_of_the_judges_are_locked_to_the_digest_and_name_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    asked = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    assert lock["packages"].pop("")["dependencies"] == asked
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert len(lock["packages"]) > 100
    for name, package in lock["packages"].items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
