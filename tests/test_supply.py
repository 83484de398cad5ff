"""What comes from elsewhere is pinned and listed; what SECURITY.md promises has its test."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from sbom import shipped

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "tools/audit/requirements.lock")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| (T\d+) \|.*\|(.*)\|$", SECURITY, re.MULTILINE))
SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
GITHUB = ROOT / ".github"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_library_has_one_version_and_its_digests(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    pinned = re.compile(r"[\w.-]+==\S+( ; .+)?( \\\n +--hash=sha256:[0-9a-f]{64})+")
    assert entries
    for entry in entries:
        assert pinned.fullmatch(entry), entry


def test_every_script_and_font_of_others_is_listed_with_its_licence() -> None:
    found = {part["bom-ref"]: part for part in shipped()}
    files = [file for file in (ROOT / "overrides").rglob("*") if file.is_file()]
    licences = [file for file in files if "LICENSE" in file.name or file.name == "OFL.txt"]
    assert {file.parent for file in licences} == {(ROOT / file).parent for file in found}
    fonts = {file.relative_to(ROOT).as_posix() for file in files if file.suffix == ".woff2"}
    assert fonts <= set(found)
    for file, part in found.items():
        digest = sha256((ROOT / file).read_bytes()).hexdigest()
        assert part["hashes"] == [{"alg": "SHA-256", "content": digest}]
        assert part["licenses"]
    scripts = [part for part in found.values() if part["type"] == "library"]
    assert len(scripts) == 2
    assert all(part["version"] for part in scripts)


def test_every_threat_is_answered() -> None:
    assert list(ROWS) == [f"T{number}" for number in range(1, 23)]


@pytest.mark.parametrize("threat", ROWS)
def test_a_threat_names_tests_that_exist_or_says_they_are_to_come(threat: str) -> None:
    tests = re.findall(r"\]\((.+?)\)", ROWS[threat])
    assert tests or "à venir / to come" in ROWS[threat]
    for test in tests:
        assert test.startswith("tests/")
        assert "\ndef test_" in (ROOT / test).read_text("utf-8"), test


FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_speaks_both_languages(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    if path.name == "config.yml":
        said = [words for link in form["contact_links"] for words in (link["name"], link["about"])]
    else:
        assert set(form) == {"name", "description", "title", "body"}
        said = [form["name"], form["description"]]
        for field in form["body"]:
            attributes = field["attributes"]
            if field["type"] == "markdown":
                french, _, english = attributes["value"].strip().partition("\n\n")
                assert french
                assert english.startswith("*")
                continue
            assert re.fullmatch(r"[a-z]+", field["id"])
            said += [attributes["label"], *attributes.get("options", ())]
            said += [attributes["description"]] if "description" in attributes else []
    for words in said:
        french, slash, english = words.partition(" / ")
        assert french
        assert slash
        assert english


def test_who_writes_finds_the_site_and_the_policy_of_this_project() -> None:
    """After a change of mkdocs.yml: DEPLOYING.md says what follows it."""
    config = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    first, second = (link["url"] for link in config["contact_links"])
    assert first == f"{SETTINGS['site_url']}contribuer/"
    assert second == f"{SETTINGS['repo_url']}/blob/main/SECURITY.md"


def test_all_but_texts_needs_the_maintainers() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    team = f"@{SETTINGS['repo_url'].split('/')[3]}/maintainers"
    assert rules == [["*", team], ["/data/"], ["/docs/"], ["/docs/assets/", team]]
