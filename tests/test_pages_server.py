"""The server of the tests gives a file as it stands, however soon after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from pages_server import serving

if TYPE_CHECKING:
    from pathlib import Path


def test_of_two_versions_of_a_file_made_within_a_second_the_second_is_sent(tmp_path: Path) -> None:
    # A worker of a second version was "not modified", and the tests of versions waited for it.
    file = tmp_path / "sw.js"
    file.write_text("first", "utf-8")
    with serving(tmp_path, "/") as root:
        with urlopen(root + file.name) as answer:
            changed = answer.headers["Last-Modified"]
        file.write_text("second", "utf-8")
        again = Request(root + file.name, headers={"If-Modified-Since": changed})
        with urlopen(again) as answer:
            assert answer.read() == b"second"
