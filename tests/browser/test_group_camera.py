"""The camera of the facilitator's device: a phone held before it is counted, by our own reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import chromium
import pytest
import segno
from in_a_group import came, lead, links, people
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH, HEIGHT = 640, 480
READER = "qr-decode"


def film(text: str, path: Path) -> None:
    """A film of one picture: a code on grey, as a camera of 640 × 480 sees it (Y4M)."""
    code = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(scale=8, border=4)]
    side = len(code)
    left, top = (WIDTH - side) // 2, (HEIGHT - side) // 2
    picture = bytearray([140]) * (WIDTH * HEIGHT)
    for y, row in enumerate(code):
        start = (top + y) * WIDTH + left
        picture[start : start + side] = bytes(30 if dark else 225 for dark in row)
    colours = bytes([128]) * (WIDTH * HEIGHT // 2)
    frame = b"FRAME\n" + bytes(picture) + colours
    path.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * 3)


@pytest.fixture
def filming(browser, tmp_path) -> Iterator[Any]:
    """`filming(text)`: a page of a browser whose camera sees the code of a text."""
    opened = []

    def start(text: str) -> Any:
        path = tmp_path / "code.y4m"
        film(text, path)
        flags = [
            *chromium.FLAGS,
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-video-capture={path}",
        ]
        launched = browser.browser_type.launch(executable_path=chromium.find(), args=flags)
        opened.append(launched)
        return launched.new_page()

    yield start
    for launched in opened:
        launched.close()


def test_a_phone_before_the_camera_is_counted_once_and_nothing_else_is_loaded(
    strict, person, filming, word, lang
) -> None:
    phone = person()
    phone.goto(strict.at("group", lang))
    (link,) = links(phone, strict, people(phone, 1))
    page = filming(link)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    lead(page, strict, lang)
    assert not [url for url in asked if READER in url or "camera" in url]
    page.locator("[name=camera]").click()
    came(page, 1)
    expect(page.locator(".told")).to_have_text(word("room_taken_one"))
    assert [url for url in asked if READER in url]  # this browser has no reader of its own
    assert not [url for url in asked if not url.startswith(strict.url)]
    page.locator("[name=stop]").click()
    expect(page.locator(".camera")).to_be_hidden()
    expect(page.locator("[name=camera]")).to_be_focused()
    assert page.locator("video").evaluate("(one) => one.srcObject") is None
    came(page, 1)


def test_without_a_camera_it_says_so_and_leads_to_the_other_ways(
    strict, person, word, lang
) -> None:
    page = person()
    lead(page, strict, lang)
    page.locator("[name=camera]").click()
    expect(page.locator(".room .told").first).to_have_text(word("room_camera_none"))
    expect(page.locator(".camera")).to_be_hidden()


def test_a_small_blurred_and_turned_picture_of_a_code_is_read(strict, person) -> None:
    """As somebody takes it across a table: a fifth of the picture, askew, not quite sharp."""
    page = person()
    lead(page, strict)
    (link,) = links(page, strict, people(page, 1, "five-conditions"), "five-conditions")
    page.goto(strict.at("group", "fr", "#room-five-conditions"))
    said = """async ([file, text]) => {
      const { drawQr } = await import(new URL(file, location.href));
      const svg = drawQr(text);
      const side = svg.viewBox.baseVal.width;
      const path = new Path2D(svg.lastChild.getAttribute("d"));
      const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 960 });
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#777";
      pen.fillRect(0, 0, 1280, 960);
      pen.filter = "blur(1px)";
      pen.translate(700, 260);
      pen.transform(1, 0.06, -0.04, 1, 0, 0);
      pen.rotate(0.2);
      pen.scale(270 / side, 270 / side);
      pen.fillStyle = "#e8e4da";
      pen.fillRect(0, 0, side, side);
      pen.translate(4, 4);
      pen.fillStyle = "#333";
      pen.fill(path);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
      return [...new Uint8Array(await blob.arrayBuffer())];
    }"""
    start = page.evaluate("document.querySelector('.group').dataset.asleep").rpartition("/")[0]
    name = next((strict.folder / "assets").glob("qr.*.js")).name
    picture = bytes(page.evaluate(said, [f"{start}/{name}", link]))
    file = {"name": "code.jpg", "mimeType": "image/jpeg", "buffer": picture}
    page.locator(".room .file").set_input_files([file])
    came(page, 1)
