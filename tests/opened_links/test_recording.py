"""Every link is found at its place; what answered is dated there, and no other byte changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from agir.__main__ import main as agir
from links.__main__ import agent, main
from links.addresses import addresses_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from links.opening import Opener


@pytest.fixture
def content(project: Path, at: Callable[[str], str]) -> Path:
    """A copy of the project whose links lead to the small site; two files of tools, one work."""
    for path in [*project.glob("data/tools/*.yml"), *project.glob("data/*.yml")]:
        text = path.read_text("utf-8")
        path.write_text(text.replace("https://", at("/here?https://")), "utf-8")
    return project


def test_every_link_of_the_content_is_found_at_its_place(project: Path) -> None:
    page = project / "docs/fr/about.md"
    page.write_text(
        page.read_text("utf-8") + "\n[a](https://a.example/b) `[c](https://d.example)`\n"
    )
    lines = page.read_text("utf-8").count("\n")
    found = addresses_of(project)
    assert found.unread == []
    assert "https://d.example" not in found.uses
    assert [str(use.place) for use in found.uses["https://a.example/b"]] == [
        f"docs/fr/about.md:{lines}:5"
    ]
    for address, uses in found.uses.items():
        for use in uses:
            line = (project / use.place.file).read_text("utf-8").split("\n")[use.place.line - 1]
            assert line[use.place.col - 1 :].lstrip('"').startswith(address)
    tool = "data/tools/actor-maps.yml"
    assert any(use.place.file == tool and use.checked for one in found.uses.values() for use in one)


def test_a_file_with_mistakes_is_named_and_the_others_are_read(project: Path) -> None:
    (project / "data/tools/actor-maps.yml").write_text("a: [", "utf-8")
    found = addresses_of(project)
    assert found.unread == ["data/tools/actor-maps.yml"]
    assert len(found.uses) > 50


def test_only_the_day_of_a_link_that_answered_changes(
    project: Path, at: Callable[[str], str], opener: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    today, old = date.today().isoformat(), (date.today() - timedelta(days=91)).isoformat()
    before = f"""\
- {{url: "{at("/here?a")}", checked: null}}
- {{checked: ~, note: "x", url: "{at("/here?b")}"}} # checked: null
- url: "{at("/here?c")}"
  checked:
- {{url: "{at("/here?d")}", checked: "{old}"}}
- {{url: "{at("/nothing")}", checked: null}}
- {{url: "{at("/for-good")}", checked: null}}
- {{url: "{at("/forbidden")}", checked: {old}}}
- {{url: "{at("/here?e")}", checked: yesterday}}
- {{url: "{at("/here?f")}", checked: null}}
""".replace("\n", "\r\n").encode()
    for path in project.glob("data/**/*.yml"):
        path.unlink()
    for path in project.glob("docs/*/*.md"):
        path.unlink()
    file = project / "data/bibliography.yml"
    file.write_bytes(b"\xef\xbb\xbf" + before)
    arguments = ["--root", str(project)]
    assert main(arguments, opener) == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + before
    said = capsys.readouterr().out
    assert "data/bibliography.yml:1:9" in said
    assert said.index("Introuvables") < said.index("Gone") < said.index("Déplacés")
    assert main([*arguments, "--record"], opener) == 0
    after = before
    for wrong, right in [
        (b'a", checked: null', f'a", checked: {today}'),
        (b"checked: ~", f"checked: {today}"),
        (b"  checked:\r", f"  checked: {today}\r"),
        (f'"{old}"'.encode(), today),
        (b'f", checked: null', f'f", checked: {today}'),
    ]:
        assert after.count(wrong) == 1
        after = after.replace(wrong, right.encode())
    assert file.read_bytes() == b"\xef\xbb\xbf" + after
    assert "La date du jour est notée dans ces fichiers. Proposez-les :" in capsys.readouterr().out


def test_links_that_answered_lately_are_not_opened_again(
    content: Path, site: Any, opener: Opener
) -> None:
    opener.open_all = lambda wanted: {one: opener.open(one) for one in wanted if "here" in one}  # type: ignore[method-assign]
    assert main(["--root", str(content), "--record"], opener) == 0
    first = len(site.asked)
    assert first > 50
    assert agir(["check", "--root", str(content)]) == 0
    assert main(["--root", str(content)], opener) == 0
    assert len(site.asked) == first
    assert main(["--root", str(content), "--age", "0"], opener) == 0
    assert len(site.asked) == 2 * first


def test_the_page_for_github_quotes_addresses_as_they_are(
    project: Path, at: Callable[[str], str], opener: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in [*project.glob("data/**/*.yml"), *project.glob("docs/*/*.md")]:
        path.unlink()
    bad = at("/here?`_[a](b)")
    (project / "data/tools.yml").write_text(f'- {{url: "{bad}"}}\n', "utf-8")
    assert main(["--root", str(project), "--markdown"], opener) == 0
    said = capsys.readouterr().out
    assert f"- `{bad.replace('?`', '?%60')}`\n" in said
    assert "#### Répondent" in said


def test_we_say_who_asks_and_nothing_of_anybody(project: Path) -> None:
    assert agent(project) == "agir-ensemble-links/1 (checks the links of a public resource)"
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("agir-ensemble.example/", "a.org/"))
    assert agent(project).endswith("; +https://a.org/)")
    assert "@" not in agent(project)
