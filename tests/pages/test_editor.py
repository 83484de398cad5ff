"""The form editor is there when it is asked for, apart from the pages, and asks nobody else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256

import pytest
from agir.pages import editor, servers
from agir.pages.headers import EDITOR, EDITOR_RULE, POLICY, editor_policy, headers_of, read_headers
from agir.pages.outputs import other_files
from agir.pages.site import Settings, Site
from agir.pages.verification import Inspection
from project import copy_project

SETTINGS = Settings("https://agir.example/", "https://github.com/a/b", "edit/main/")
SCRIPT = b"url(https://cdn.example/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with a form editor whose package is not the real one, which npm has."""
    root = copy_project(tmp_path_factory.mktemp("editor"))
    for name in editor.FILES:
        file = root / editor.KEPT / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(SCRIPT if name == "npm/index.js" else b"{}")
    return Site(root, replace(SETTINGS, editor=True))


def test_nothing_of_it_is_there_unless_it_is_asked_for(site: Site) -> None:
    asked = set(other_files(site))
    site.settings = replace(SETTINGS, editor=False)
    without = set(other_files(site))
    site.settings = replace(SETTINGS, editor=True)
    assert not [path for path in without if path.startswith(EDITOR)]
    assert asked - without == set(editor.editor_files(site))
    assert all(path.startswith(EDITOR) for path in asked - without)


def test_a_package_that_is_not_there_or_another_one_is_not_served(site: Site) -> None:
    assert set(editor.absent(site.root)) == set(editor.FILES)
    content = b"the real one"
    real = {"a": sha256(content).hexdigest(), "b": "0"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editor, "FILES", real)
        (site.root / editor.KEPT / "a").write_bytes(content)
        assert editor.absent(site.root) == ["b"]


def test_its_page_has_a_policy_of_its_own_and_is_not_for_search_engines(site: Site) -> None:
    page = editor.editor_files(site)["admin/index.html"]().decode()
    assert '<html lang="fr-CA">' in page
    assert '<meta name="robots" content="noindex">' in page
    policy = re.search(r'Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert policy[1] != headers_of(site)[POLICY]
    assert "unsafe-eval" not in policy[1]
    assert set(re.findall(r"https://\S+?(?=[ ;])", policy[1])) == {
        "https://api.github.com",
        "https://www.githubstatus.com",
        "https://*.githubusercontent.com",
    }
    assert "https:" not in editor_policy("https://git.example/a/b")


def test_hosts_send_its_policy_instead_of_the_pages(site: Site) -> None:
    rules = read_headers(other_files(site)["_headers"]().decode())
    assert rules["/admin/*"][POLICY].startswith(editor_policy(SETTINGS.repository))
    assert f"! {POLICY}" in other_files(site)["_headers"]().decode()


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_other_servers_are_told_so_too(site: Site, server: str) -> None:
    rules = read_headers(other_files(site)["_headers"]().decode())
    policy = rules[EDITOR_RULE][POLICY]
    made = getattr(servers, server)
    assert policy in made(rules["/*"], "/a/", policy)
    assert "/a/admin/" in made(rules["/*"], "/a/", policy)
    assert "admin" not in made(rules["/*"], "/a/")


def test_nothing_it_serves_asks_another_site(site: Site) -> None:
    files = {path: make() for path, make in editor.editor_files(site).items()}
    assert files["admin/sveltia/npm/index.js"] == (
        b"url(sveltia/npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2)"
    )
    assert b"http" not in files["admin/start.js"]


@pytest.mark.parametrize(
    ("repository", "named"),
    [
        ("https://github.com/a/b/", "a/b"),
        ("https://github.com/a/b.git", "a/b"),
        ("https://git.example/a/b", "local/agir-ensemble"),
        ("", "local/agir-ensemble"),
    ],
)
def test_proposals_go_to_github_and_elsewhere_the_folder_is_edited(
    site: Site, repository: str, named: str
) -> None:
    site.settings = replace(SETTINGS, repository=repository, editor=True)
    told = json.loads(editor.editor_files(site)["admin/config.json"]())
    site.settings = replace(SETTINGS, editor=True)
    assert told["backend"]["repo"] == named
    assert told["backend"]["auth_methods"] == ["token"], "others need a server that holds a secret"
    assert told.get("publish_mode") == ("editorial_workflow" if named == "a/b" else None)


def test_pages_sitemap_and_verification_leave_it_apart(site: Site) -> None:
    files = other_files(site)
    for name in ("sitemap.xml", "api/v1/pages.json"):
        assert b"admin" not in files[name]()
    inspection = Inspection()
    inspection.see(
        "admin/index.html", b'<style>p{}</style><script src="https://x.example/"></script>'
    )
    assert "admin/index.html" in inspection.digests, "the manifest has it"
    assert list(inspection.faults(b'{"pages": []}', "/")) == []
