"""Notebooks as files and links: the round trip is the identity, and no damage gets in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(
    (ROOT / "overrides/components/transfer/notebook.schema.json").read_text("utf-8")
)
FITS = Draft7Validator(SCHEMA)


@pytest.fixture
def ask(serve, page) -> Callable[..., Any]:
    """`ask("roundTrips", 3000)`: what a function of transfer.mjs gives, in Chromium."""
    page.goto(serve(ROOT) + "overrides/main.html")
    call = "async ([name, given]) => (await import('/tests/browser/transfer.mjs'))[name](given)"
    return lambda name, given: page.evaluate(call, [name, given])


def test_a_notebook_comes_back_from_its_file_as_it_was(ask) -> None:
    assert ask("roundTrips", 3000) > 3000


def test_a_notebook_comes_back_from_its_link_and_a_damaged_link_never_says_otherwise(ask) -> None:
    assert ask("linksRoundTrip", 1000) > 900


def test_a_damaged_file_is_refused_unless_it_fits_the_schema_all_the_same(ask) -> None:
    FITS.check_schema(SCHEMA)
    files = ask("damagedFiles", 3000)
    assert not [
        (why, text)
        for text, why in files[::4]
        if FITS.is_valid(json.loads(text)) != (why == "read")
    ]
    assert sum(why != "read" for _text, why in files) > 2700


def test_a_file_cut_short_is_refused_and_one_that_is_read_can_be_written_again(ask) -> None:
    assert ask("cutFiles", 3000) > 2000


def test_every_file_fits_the_published_schema(ask) -> None:
    for text in ask("validFiles", 500):
        FITS.validate(json.loads(text))


def test_what_is_left_out_of_a_link_comes_back_when_copies_meet(ask) -> None:
    ask("sharesLessAndMeetsAgain", 1000)


def test_a_small_link_that_holds_forty_megabytes_is_refused(ask) -> None:
    letters, why = ask("bomb", 40_000_000)
    assert letters < 60_000
    assert why == "big"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "broken"),
        ("[" * 100_000, "broken"),
        ("null", "foreign"),
        ("[]", "foreign"),
        ('{"__proto__": {"format": "agir-ensemble/carnet"}}', "foreign"),
        ('{"format": "agir-ensemble/carnet", "version": 2, "new": 1}', "later"),
        ('{"format": "agir-ensemble/carnet", "version": 1}', "wrong"),
    ],
    ids=lambda value: value if len(value) < 20 else f"{len(value)} characters",
)
def test_what_is_no_notebook_is_refused_and_says_why(ask, text, why) -> None:
    assert ask("reading", text) == why


def test_a_text_larger_than_devices_keep_is_refused_before_it_is_read(ask) -> None:
    assert ask("readingOf", 20_000_001) == "big"


def test_a_date_that_no_clock_shows_is_kept_as_the_last_one(ask) -> None:
    """Else the answer given after it would be one that no copy could bring back."""
    text = json.dumps(
        {
            "format": "agir-ensemble/carnet",
            "version": 1,
            "name": "",
            "exported": "2027-03-01T12:00:00Z",
            "answers": {"a": {"v": 1, "state": {"is": "talked", "at": 2**53 - 1}}},
        }
    )
    FITS.validate(json.loads(text))
    assert ask("laterThan", text) == "read"


def test_the_schema_stands_at_a_lasting_address(build) -> None:
    published = build("root").folder / "schema/notebook-1.json"
    assert json.loads(published.read_text("utf-8")) == SCHEMA
