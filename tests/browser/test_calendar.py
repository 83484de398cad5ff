"""Dates as a calendar file: read back line by line, they say what was written."""

from __future__ import annotations

import random
import re
from datetime import date, datetime, timedelta

import pytest

CALENDAR = ["meeting/calendar.lazy.js"]
WRITE = "return given.map((events) => calendar(events, Date.UTC(2026, 10, 21, 22, 5, 9)))"
# What breaks calendars: their own signs, ends of lines, characters of two to four bytes, families.
PIECES = [
    *("a", "z ", "É", "ç", "œ", "’", "« » ", "…", "–", "日本", "\N{NO-BREAK SPACE}"),
    *("e\N{COMBINING ACUTE ACCENT}", "😀", "👩\N{ZERO WIDTH JOINER}👧", "🇨🇦", "\N{LINE SEPARATOR}"),
    *(";", ",", "\\", "\\n", ":", '"', "\n", "\r\n", "\r", "\t", "\x00", "\x1b", "\x85"),
    *("BEGIN:VEVENT\r\n", "END:VCALENDAR"),
]
FIELDS = ("uid", "summary", "location", "description")
ESCAPES = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


def some_text(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randrange(120)))


def as_kept(text: str) -> str:
    """A text as a calendar can hold it: one kind of line end, no controls."""
    return re.sub(r"[\0-\x08\x0b-\x1f\x7f-\x9f]", "", re.sub(r"\r\n?", "\n", text))


def lines_of(calendar: str) -> list[bytes]:
    """The lines of a file before they are unfolded."""
    *lines, end = calendar.encode().split(b"\r\n")
    assert end == b""
    return lines


def read(calendar: str) -> list[dict[str, str]]:
    """The events of a calendar: name of each line, with its parameters -> its value."""
    events: list[dict[str, str]] = []
    for line in b"\r\n".join(lines_of(calendar)).replace(b"\r\n ", b"").split(b"\r\n"):
        name, _, value = line.decode().partition(":")
        if (name, value) == ("BEGIN", "VEVENT"):
            events.append({})
        elif events and name != "END":
            assert name not in events[-1]
            events[-1][name] = re.sub(r"\\.", lambda found: ESCAPES[found[0]], value)
    return events


@pytest.fixture
def written(script):
    return lambda *calendars: script(CALENDAR, WRITE, list(calendars))


@pytest.fixture
def generated(written) -> list[tuple[list[dict[str, str]], str]]:
    """Five hundred calendars with what they were made from, the same at each run."""
    chance = random.Random(5)
    events = [
        [
            {"date": "2027-03-01"} | {name: some_text(chance) for name in FIELDS}
            for _ in range(1 + number % 2)
        ]
        for number in range(500)
    ]
    return list(zip(events, written(*events), strict=True))


def test_whatever_was_written_is_read_back(generated) -> None:
    for events, calendar in generated:
        found = read(calendar)
        assert len(found) == len(events)
        for event, there in zip(events, found, strict=True):
            for name in FIELDS:
                assert there.get(name.upper(), "") == as_kept(event[name]), (name, event)


def test_no_line_is_longer_than_75_bytes_or_cut_within_a_character(generated) -> None:
    longest = 0
    for _events, calendar in generated:
        for line in lines_of(calendar):
            longest = max(longest, len(line))
            line.decode()
            assert b"\r" not in line
            assert b"\n" not in line
    assert longest == 75


def test_a_due_date_takes_its_whole_day_and_leaves_it_free(written) -> None:
    for day in ("2026-12-31", "2028-02-28", "2028-02-29", "2027-03-14", "2027-11-07"):
        (calendar,) = written([{"uid": "a", "summary": "b", "date": day}])
        (event,) = read(calendar)
        after = date.fromisoformat(day) + timedelta(days=1)
        assert event["DTSTART;VALUE=DATE"] == day.replace("-", "")
        assert event["DTEND;VALUE=DATE"] == f"{after:%Y%m%d}"
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["DTSTAMP"] == "20261121T220509Z"


def test_a_meeting_stands_at_its_own_hour_wherever_it_is_read(written) -> None:
    chance = random.Random(6)
    starts = [
        datetime(2026, 1, 1) + timedelta(minutes=chance.randrange(900_000)) for _ in range(50)
    ]
    events = [
        {"uid": "a", "summary": "b", "date": f"{one:%Y-%m-%d}", "start": f"{one:%H:%M}"}
        | {"minutes": 7 * number + 1}
        for number, one in enumerate(starts)
    ]
    (calendar,) = written(events)
    for number, (start, found) in enumerate(zip(starts, read(calendar), strict=True)):
        end = start + timedelta(minutes=7 * number + 1)
        assert found["DTSTART"] == f"{start:%Y%m%dT%H%M%S}"
        assert found["DTEND"] == f"{end:%Y%m%dT%H%M%S}"


def test_a_calendar_is_one_whole(written) -> None:
    (calendar,) = written([])
    lines = lines_of(calendar)
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[1] == b"VERSION:2.0"
    assert lines[2].startswith(b"PRODID:")
    assert lines[-1] == b"END:VCALENDAR"
