"""Writes sbom.json: whatever comes from elsewhere, libraries and what we ship, as CycloneDX."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from agir.pages.editor import FILES, KEPT, PACKAGE
from bench.place import AUDIT, with_pip
from project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CYCLONEDX = "cyclonedx-bom==7.2.1"
SBOM = ROOT / "sbom.json"
_COMPONENTS = ROOT / "overrides/components"
_FONTS = _COMPONENTS / "base/fonts"
_VALID = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sys.stdin.read())
sys.exit(str(found) if found else 0)
"""


def shipped() -> list[dict[str, Any]]:
    """The scripts and fonts of others that stand in overrides/, as components."""
    return [
        _script("lean-qr", _COMPONENTS / "qr/lean-qr.lazy.js"),
        _script("qr", _COMPONENTS / "qr/qr-decode.lazy.js"),
        {"type": "file", "name": "Sansita", **_file(_FONTS / "agir-heading.woff2", "OFL-1.1")},
    ]


def _script(name: str, script: Path) -> dict[str, Any]:
    """A library of npm; its first line says which version it is."""
    said = re.match(rf"/\*! {name} ([\d.]+)", script.read_text("utf-8"), re.IGNORECASE)
    version = said[1] if said else ""
    purl = f"pkg:npm/{name}@{version}"
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": purl,
        **_file(script, "MIT"),
    }


def served() -> list[dict[str, Any]]:
    """The form editor, which is served only where mkdocs.yml asks for it."""
    name, _, version = PACKAGE.rpartition("@")
    group, _, name = name.rpartition("/")
    said = {"alg": "SHA-256", "content": FILES["npm/index.js"]}
    return [
        {
            "type": "library",
            "bom-ref": PACKAGE,
            "group": group,
            "name": name,
            "version": version,
            "purl": f"pkg:npm/%40{group[1:]}/{name}@{version}",
            "scope": "optional",
            "licenses": [{"license": {"id": "MIT"}}],
            "hashes": [said],
            "properties": [{"name": "file", "value": f"{KEPT}/npm/index.js"}],
        }
    ]


def _file(path: Any, licence: str) -> dict[str, Any]:
    """What is said of a file: where it stands, its licence, its digest."""
    place = path.relative_to(ROOT).as_posix()
    return {
        "bom-ref": place,
        "licenses": [{"license": {"id": licence}}],
        "hashes": [{"alg": "SHA-256", "content": sha256(path.read_bytes()).hexdigest()}],
        "properties": [{"name": "file", "value": place}],
    }


def main() -> int:
    """Write the list; returns the exit code (1: it is no sound CycloneDX)."""
    venv = with_pip(CYCLONEDX, AUDIT)
    python = [str(venv / "bin/python"), "-W", "ignore"]  # it warns of what a lock cannot say
    command = [*python, "-m", "cyclonedx_py", "requirements", "requirements.lock"]
    options = ["--spec-version", "1.6", "--output-reproducible", "--pyproject", "pyproject.toml"]
    listed = json.loads(subprocess.check_output([*command, *options], cwd=ROOT))
    listed["components"] += shipped() + served()
    text = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    subprocess.run([*python, "-c", _VALID], input=text, text=True, check=True)
    SBOM.write_text(text, "utf-8")
    print(f"{SBOM.name}: {len(listed['components'])} composants / components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
