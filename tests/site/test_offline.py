"""What the privacy page says of the copy for use offline is true of the built site."""

from __future__ import annotations

import json
import re
from typing import Any

SAID = {
    "confidentialite": (r"environ (\d+) ko", r"moins de (\d+) Mo"),
    "en/privacy": (r"about (\d+) kB", r"less than (\d+) MB"),
}


def test_the_privacy_page_says_how_large_the_copy_is(built: Any) -> None:
    worker = (built.folder / "sw.js").read_text("utf-8")
    first = worker.partition("\n")[0].removeprefix("const RELEASE = ").removesuffix(";")
    release = json.loads(first)
    packed = (built.folder / release["pack"]).stat().st_size
    for path, (way, place) in SAID.items():
        html = (built.folder / path / "index.html").read_text("utf-8").replace("\xa0", " ")
        about, most = re.search(way, html), re.search(place, html)
        assert about
        assert most
        assert abs(packed / (int(about[1]) * 1000) - 1) < 0.2
        assert int(most[1]) / 2 < release["size"] / 1_000_000 < int(most[1])
