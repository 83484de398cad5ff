"""A new version is announced, never forced, never mixed with another; a spoilt one is refused."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from offline import (
    LOADED,
    PLANT,
    UPDATE,
    VERSION,
    WAITS,
    Version,
    announced,
    fed,
    keeps,
    keeps_versions,
)
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

# Keeps what a page is told of the worker that it registers.
HEARD = """(() => {
  const own = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = function (...all) {
    return (window.registered = own.apply(this, all));
  };
})()"""
# How a worker that is being installed ends: "installed" or "redundant".
ENDS = """async (isNew) => {
  while (isNew && !window.registered) await new Promise((done) => setTimeout(done, 20));
  const one = await (isNew ? window.registered : navigator.serviceWorker.getRegistration());
  if (!isNew) await one.update();
  const worker = one.installing ?? one.waiting;
  while (worker?.state === "installing")
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  return worker?.state ?? "redundant";
}"""
PAGES = ("etapes/intention/", "en/steps/intention/")


@pytest.fixture
def host(
    tmp_path: Path, publish: Callable[..., Any], serve: Callable[..., str]
) -> tuple[Version, str]:
    """Where versions of the site are published, and its address: in a folder, beside others."""
    version = Version(tmp_path / "site", publish("root").folder)
    version.publish("1")
    return version, serve(version.folder, "/agir-ensemble/")


@pytest.fixture
def visited(host: tuple[Version, str], device: BrowserContext) -> Page:
    """A page of a device that keeps version 1, on a host where others keep things too."""
    page = device.new_page()
    page.goto(host[1] + PAGES[0])
    page.evaluate(PLANT)
    keeps(page)
    return page


def test_a_new_version_is_shown_when_it_is_asked_for(host, visited, label, lang) -> None:
    version, url = host
    page = visited
    page.goto(url + PAGES[lang == "en"])
    page.locator("[data-question]").first.check()
    version.publish("2")
    line = announced(page)
    expect(line.locator("p").first).to_have_text(label("offline_ready", lang))
    assert page.evaluate(VERSION) == "1"
    with page.expect_navigation():
        line.get_by_role("button", name=label("offline_use", lang)).click()
    assert page.evaluate(VERSION) == "2"
    expect(page.locator("[data-question]").first).to_be_checked()
    assert keeps_versions(page, 1)
    visited.context.set_offline(True)
    page.goto(url)
    assert page.evaluate(VERSION) == "2"


def test_until_then_pages_are_of_the_version_before(host, visited, label) -> None:
    version, url = host
    page = visited
    version.publish("2")
    announced(page).get_by_role("button", name=label("offline_later", "fr")).click()
    expect(page.locator("[popover=manual]")).to_have_count(0)
    page.goto(url)
    assert page.evaluate(VERSION) == "1"
    assert '"1"' in page.evaluate(LOADED)
    page.reload()
    assert keeps_versions(page, 2)
    page.context.set_offline(True)  # the new one is whole: it needs nothing more
    with page.expect_navigation():
        page.get_by_role("button", name=label("offline_use", "fr")).click()
    assert page.evaluate(VERSION) == "2"
    assert keeps_versions(page, 1)


def test_closing_all_pages_is_asking_for_it_too(host, visited) -> None:
    version, url = host
    version.publish("2")
    announced(visited)
    context = visited.context
    page = context.new_page()
    page.goto(urljoin(url, "/nothing-here"))
    visited.close()
    for _ in range(200):  # a hang guard: the browser takes a moment to see that it is gone
        if not page.evaluate(WAITS, url):
            break
        page.wait_for_timeout(50)
    page.goto(url)
    assert page.evaluate(VERSION) == "2"
    assert keeps_versions(page, 1)


def test_a_page_that_stays_open_stays_whole_of_its_version(host, visited, label) -> None:
    version, url = host
    other = visited.context.new_page()
    other.goto(url + PAGES[1])
    for number in ("2", "3"):  # it stays over several
        version.publish(number)
        with visited.expect_navigation():
            announced(visited).get_by_role("button", name=label("offline_use", "fr")).click()
        assert visited.evaluate(VERSION) == number
        assert f'"{number}"' in visited.evaluate(LOADED)
        assert other.evaluate(VERSION) == "1"
        assert '"1"' in other.evaluate(LOADED)
    other.goto(url)  # it is in use no more: the version goes with it
    assert other.evaluate(VERSION) == "3"
    other.goto(url + PAGES[1])
    assert keeps_versions(other, 1)


@pytest.mark.parametrize("damage", ["cut", "changed", "absent"])
def test_a_pack_that_is_not_whole_is_refused(host, visited, damage) -> None:
    version, url = host
    pack = version.folder / version.publish("2")
    content = pack.read_bytes()
    pack.unlink()
    if damage != "absent":
        spoilt = content[:-100] if damage == "cut" else content[:-1] + b"?"
        pack.write_bytes(spoilt)
    assert visited.evaluate(ENDS, False) == "redundant"
    assert keeps_versions(visited, 1)
    visited.goto(url)
    assert visited.evaluate(VERSION) == "1"
    pack.write_bytes(content)
    expect(announced(visited)).to_be_visible()


def test_a_worker_killed_halfway_leaves_the_version_before(host, visited) -> None:
    version, url = host
    pack = version.folder / version.publish("2")
    content = pack.read_bytes()
    pack.unlink()
    os.mkfifo(pack)  # the server waits for who writes into it, and the worker for the server
    visited.evaluate("navigator.serviceWorker.getRegistration().then((one) => void one.update())")
    devtools = visited.context.new_cdp_session(visited)
    devtools.send("ServiceWorker.enable")
    with fed(pack):
        devtools.send("ServiceWorker.stopAllWorkers")
    pack.unlink()
    pack.write_bytes(content)
    visited.goto(url)
    assert visited.evaluate(VERSION) == "1"
    assert '"1"' in visited.evaluate(LOADED)
    expect(announced(visited)).to_be_visible()


def test_a_worker_killed_after_a_change_of_version_knows_which_page_is_of_which(
    host, visited, label
) -> None:
    version, url = host
    other = visited.context.new_page()
    other.goto(url)
    version.publish("2")
    with visited.expect_navigation():
        announced(visited).get_by_role("button", name=label("offline_use", "fr")).click()
    devtools = visited.context.new_cdp_session(visited)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    assert '"1"' in other.evaluate(LOADED)
    assert '"2"' in visited.evaluate(LOADED)


def test_a_device_without_room_reads_the_site_as_before(host, device) -> None:
    url = host[1]
    page, heard = device.new_page(), []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    devtools = device.new_cdp_session(page)
    origin = "/".join(url.split("/")[:3])
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 100_000})
    page.add_init_script(HEARD)
    page.goto(url + PAGES[0])
    assert page.evaluate(ENDS, True) == "redundant"
    assert page.evaluate("caches.keys()") == []
    page.goto(url + PAGES[1])
    page.locator("[data-question]").first.check()
    assert heard == []


def test_a_site_that_is_not_to_be_kept_any_more_takes_its_copy_off(host, visited) -> None:
    version, url = host
    visited.goto(url + PAGES[0])  # Chromium puts none at once in the place of one a second old
    version.publish("2", offline=False)
    visited.evaluate(UPDATE)
    assert keeps_versions(visited, 0)
    visited.goto(url)
    assert visited.evaluate(VERSION) == "2"
    assert visited.evaluate("navigator.serviceWorker.getRegistrations()") == []


@pytest.mark.each_address
def test_erasing_everything_takes_the_copy_off_and_nothing_of_others(site, device) -> None:
    page = device.new_page()
    page.goto(site.at("notebooks"))
    page.evaluate(PLANT)
    keeps(page)
    page.evaluate("localStorage.setItem('another', 'stays')")
    page.locator("button[name=erase]").click()
    page.locator("dialog[open] button[value=yes]").click()
    assert keeps_versions(page, 0)
    assert page.evaluate("Object.keys(localStorage)") == ["another"]
