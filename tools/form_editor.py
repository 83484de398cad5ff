"""Changes a text of files of data/ in the real form editor, saves, repairs, compares.

Two files of each collection, or those whose path has one of the words given: data/ for all. With
the name of a picture (.png), leaves one of the form.
Ends with 1 when a file then differs by a byte from what a person would have written, when `check`
refuses what the form editor wrote, or when that one says something is wrong or asks another site.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import chromium
import editor
import yaml
from agir.pages.editor import editor_files
from agir.pages.site import Settings, Site
from pages_server import serving
from playwright.sync_api import sync_playwright
from project import ENVIRONMENT, ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import ConsoleMessage, Page, Request

T = TypeVar("T")
ADDED = " Essai : « d'un mot »"
_TOGETHER = 15
_BETWEEN = 500
_PATIENCE = 300  # twentieths of a second
_COMMIT = ("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "a")
_FOLDER = "sveltia-cms-test"  # where the backend for trials keeps its files, in the browser
_OPEN = "let at = await (await navigator.storage.getDirectory())"
_PUT = f"""async (files) => {{
  for (const [path, text] of Object.entries(files)) {{
    {_OPEN}.getDirectoryHandle("{_FOLDER}", {{create: true}});
    const names = path.split("/");
    for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name, {{create: true}});
    const file = await (await at.getFileHandle(names.at(-1), {{create: true}})).createWritable();
    await file.write(text);
    await file.close();
  }}
}}"""
_GET = f"""async (path) => {{
  {_OPEN}.getDirectoryHandle("{_FOLDER}");
  const names = path.split("/");
  for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name);
  try {{
    return await (await (await at.getFileHandle(names.at(-1))).getFile()).text();
  }} catch {{
    return "";  // it is being saved
  }}
}}"""
# A form would close by itself some time after it was saved, whatever is shown by then.
_STAY = """() => localStorage.setItem("sveltia-cms.prefs",
  JSON.stringify({locale: "fr", closeOnSave: false, useDraftBackup: false}))"""
_FIELDS_AT = """(address) => {
  if (location.hash !== address) { location.hash = address; return []; }
  return [...document.querySelectorAll("input, textarea")].map((field) => field.value.trim());
}"""


def main() -> int:
    """Try everything; returns the exit code."""
    if code := editor.main():
        return code
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in sorted((ROOT / "data").rglob("*.yml"))
    }
    names = [name for name in sys.argv[1:] if not name.endswith(".png")]
    tried = {path: text for path, text in files.items() if any(name in path for name in names)}
    with tempfile.TemporaryDirectory() as folder:
        said: list[str] = []
        told: dict[str, tuple[str, str]] = {}
        chosen = tried or few(files)
        left = list(chosen.items())
        while left:  # a window that stays open becomes slow
            with form(Path(folder) / "site", files, said) as page:
                told |= edited(page, dict(left[:_TOGETHER]))
                left = left[_TOGETHER:]
                if sys.argv[-1].endswith(".png"):
                    page.screenshot(path=sys.argv[-1])
        wrong = beyond(copy_project(Path(folder) / "project"), told, said)
    none = {path.split("/")[1] for path in chosen} - {path.split("/")[1] for path in wrong}
    said += [f"{name}: rien d'essayé / nothing tried" for name in none - {"moved.yml"}]
    for line in said:
        print(line)
    most = sum(wrong.values())
    print(f"{len(wrong)} fichiers / files, {most} octets de trop / bytes beyond the change")
    return 1 if said or most or not wrong else 0


def few(files: dict[str, str]) -> dict[str, str]:
    """Two files of each collection."""
    folders: dict[str, list[str]] = {}
    for path in files:
        folders.setdefault(path.split("/")[1], []).append(path)
    return {path: files[path] for paths in folders.values() for path in paths[:2]}


@contextmanager
def form(folder: Path, files: dict[str, str], said: list[str]) -> Iterator[Page]:
    """The form editor in a Chromium, with files of its own; what is wrong is said."""
    site = Site(ROOT, Settings("https://agir.example/", editor=True))
    for path, make in editor_files(site).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(make())
    settings = folder / "admin/config.json"
    told = json.loads(settings.read_text("utf-8"))

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text[:300])

    def look(request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith(address):
            said.append(f"demandé ailleurs / asked elsewhere: {request.url}")

    with serving(folder, "/") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        # Higher, more fields are made, and typing in one takes longer.
        page = browser.new_page(viewport={"width": 1280, "height": 1600}, locale="fr-CA")
        page.on("console", hear)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", look)
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Travailler avec un dépôt local").wait_for()
        settings.write_text(json.dumps(opened(told) | {"backend": {"name": "test-repo"}}), "utf-8")
        page.evaluate(_STAY)
        page.reload()
        page.evaluate(_PUT, files)
        page.get_by_role("button", name="Travailler avec un dépôt de test").click()
        for collection in told["collections"]:
            page.get_by_text(collection["label"], exact=True).first.wait_for()
        yield page
        browser.close()


def opened(value: Any) -> Any:
    """The same settings, with every list open, so that every field can be typed in."""
    if isinstance(value, dict):
        return {key: key != "collapsed" and opened(part) for key, part in value.items()}
    return [opened(part) for part in value] if isinstance(value, list) else value


def edited(page: Page, files: dict[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each file with the text that it should be, and the one that the form editor wrote."""
    for number, (path, text) in enumerate(files.items()):
        try:
            chosen, written = change(page, path, text, set(texts(text)), number * 7)
        except TimeoutError:  # what the window shows first stands twice in the file
            print(f"{path}: aucun texte à changer en vue / no text to change in sight", flush=True)
            continue
        end = chosen.rpartition("\n")[2]
        yield path, (text.replace(end, end + ADDED), written)


def change(page: Page, path: str, text: str, wanted: set[str], turn: int) -> tuple[str, str]:
    """Add words to one of the texts of a file, and save; which one, and the file then."""
    collection, _, name = path.removeprefix("data/").removesuffix(".yml").partition("/")
    address = f"#/collections/{collection}/entries/{name or collection}"

    def fields() -> list[str]:
        shown: list[str] = page.evaluate(_FIELDS_AT, address)
        return shown if wanted & set(shown) else []

    page.evaluate(_FIELDS_AT, f"#/collections/{collection}")  # as people go from one to another
    page.wait_for_timeout(_BETWEEN)
    shown = until(page, fields)
    found = sorted(wanted & set(shown))
    chosen = found[turn % len(found)]
    page.locator("input, textarea").nth(shown.index(chosen)).fill(chosen + ADDED)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    read = partial(page.evaluate, _GET, path)
    written: str = until(page, lambda: now if (now := read()) != text else "")
    print(f"{path}: {chosen[:60]}", flush=True)
    return chosen, written


def until(page: Page, found: Callable[[], T]) -> T:
    """What is found, once it is there; the page's policy lets no words of ours wait in it."""
    for _ in range(_PATIENCE):
        if seen := found():
            return seen
        page.wait_for_timeout(50)
    raise TimeoutError(page.url)


def texts(text: str) -> Iterator[str]:
    """The texts of a file that stand in it once, as they are."""

    def look(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, part in value.items():
                if key in ("fr", "en") and isinstance(part, str):
                    yield part.strip()
                elif key != "slug":
                    yield from look(part)
        elif isinstance(value, list):
            for part in value:
                yield from look(part)

    for found in look(yaml.load(text, yaml.BaseLoader)):
        end = found.rpartition("\n")[2]
        if text.count(end) == 1 and not set(end) & set('"\\'):
            yield found


def beyond(project: Path, told: dict[str, tuple[str, str]], said: list[str]) -> dict[str, int]:
    """How many bytes of each file are not as they should be, once it is repaired."""

    def run(*command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    for arguments in (("init", "-q"), ("add", "data"), _COMMIT):
        run("git", *arguments)
    for path, (_, written) in told.items():
        (project / path).write_text(written, "utf-8")
    for command in ("check", "fix"):
        code, answer = run(sys.executable, "-m", "agir", command)
        if code:
            said.append(answer[:3000])
    wrong = {}
    for path, (right, _) in told.items():
        now = (project / path).read_text("utf-8")
        wrong[path] = abs(len(right) - len(now))
        wrong[path] += sum(one != other for one, other in zip(right, now, strict=False))
        if wrong[path]:
            said.append(f"{path}: {wrong[path]} octets / bytes")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
