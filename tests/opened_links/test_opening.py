"""The visit of the links is polite, and says what is so and no more."""

from __future__ import annotations

import socket
import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from links.guarded import Requests
from links.opening import Answer, Opener

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/here", Answer("answers")),
        ("/here?a=b&c=é#part", Answer("answers")),
        ("/no-head", Answer("answers")),
        ("/huge", Answer("answers")),
        ("/for-now", Answer("answers")),
        ("/nothing", Answer("gone", "404")),
        ("/no-more", Answer("gone", "410")),
        ("/to-nothing", Answer("gone", "404")),
        ("/forbidden", Answer("unsure", "403")),
        ("/down", Answer("unsure", "503")),
        ("/tired", Answer("unsure", "429")),
        ("/slow", Answer("unsure", "slow")),
        ("/hangs-up", Answer("unsure", "failed")),
        ("/loop", Answer("unsure", "loop")),
        ("/to-a-file", Answer("unsure", "refused")),
        ("/to-a-user", Answer("unsure", "refused")),
        ("/within", Answer("unsure", "refused")),
    ],
)
def test_a_link_is_as_its_page_answers(
    path: str, answer: Answer, at: Callable[[str], str], opener: Opener
) -> None:
    if path == "/slow":
        opener.requests.seconds = 0.5
    assert opener.open(at(path)) == answer


@pytest.mark.parametrize(
    ("path", "kind", "now"),
    [
        ("/for-good", "moved", "/here"),
        ("/for-good-twice#part", "moved", "/here#part"),
        ("/accents", "moved", "/d%C3%A9m%C3%A9nag%C3%A9"),
        ("/home-now", "unsure", "/"),
    ],
)
def test_a_page_that_moved_is_told_with_its_new_address(
    path: str, kind: str, now: str, at: Callable[[str], str], opener: Opener
) -> None:
    answer = opener.open(at(path))
    assert (answer.kind, answer.now) == (kind, at(now))


@pytest.mark.parametrize(
    ("path", "kind"), [("/to-another", "unsure"), ("/moved-to-another", "moved")]
)
def test_another_site_takes_the_place_of_a_page_for_good_or_not_surely(
    path: str, kind: str, at: Callable[[str], str], opener: Opener
) -> None:
    answer = opener.open(at(path))
    assert (answer.kind, answer.now) == (kind, at("/here").replace("public", "other"))


@pytest.mark.parametrize("host", ["private", "both"])
def test_a_private_network_is_never_spoken_to(
    host: str, site: Any, at: Callable[[str], str], opener: Opener
) -> None:
    assert opener.open(at("/here").replace("public", host)) == Answer("unsure", "refused")
    assert site.asked == []


def test_a_site_without_the_certificate_it_says_is_not_trusted(
    at: Callable[[str], str], opener: Opener
) -> None:
    assert opener.open(at("/here").replace("http:", "https:")) == Answer("unsure", "certificate")


def test_nobody_there_or_no_such_name_is_not_a_broken_link(at: Callable[[str], str]) -> None:
    def nobody(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    assert Opener(Requests("tests", 1, nobody), 0).open(at("/")) == Answer("unsure", "no-host")


def test_a_host_is_asked_one_thing_at_a_time_and_rests(
    site: Any, at: Callable[[str], str], opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener.pause = 0.05
    ask, times = opener.requests.ask, []

    def timed(method: str, address: str) -> Any:
        start = time.monotonic()
        answer = ask(method, address)
        times.append((start, time.monotonic()))
        return answer

    monkeypatch.setattr(opener.requests, "ask", timed)
    answers = opener.open_all(at(f"/{number}") for number in range(4))
    assert {answer.kind for answer in answers.values()} == {"answers"}
    assert [asked[:2] for asked in site.asked] == [("HEAD", f"/{number}") for number in range(4)]
    for (_, before), (after, _) in pairwise(times):
        assert after - before >= opener.pause * 0.9  # a clock has its grain


def test_a_host_that_was_asked_too_much_is_left_alone(
    site: Any, at: Callable[[str], str], opener: Opener
) -> None:
    answers = opener.open_all([at("/tired"), at("/here")])
    assert set(answers.values()) == {Answer("unsure", "429")}
    assert [path for _, path, _ in site.asked] == ["/tired"]
