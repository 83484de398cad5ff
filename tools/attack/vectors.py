"""Hostile texts by family: those of vectors.yml, put together; and the corpora of others."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path

import yaml
from project import ROOT

HOST = "evil.example"  # what no page may ask
PLACE = ROOT / ".attack"
_PACKAGES = ("blns@2.0.4", "commonmark-spec@0.31.2")
_TEXTS = """JSON.stringify({blns: require("blns"),
  commonmark: require("commonmark-spec").tests.map((test) => test.markdown)})"""
_SAID = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))


def _families() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = _SAID["parts"]
    plain, *spellings = parts["spellings"]
    forms = enumerate(product(parts["schemes"], parts["with_address"]))
    addresses = [
        form.format(spelling.format(scheme, "fire(1)"))
        for number, (scheme, form) in forms
        for spelling in (plain, spellings[number % len(spellings)])
    ]
    pairs = {"hosts": "with_address", "attributes": "with_attributes"}
    return {
        "addresses": addresses,
        **{
            name: [form.format(value) for value, form in product(parts[name], parts[forms])]
            for name, forms in pairs.items()
        },
        "handlers": [
            carrier.format(name, "fire(1)")
            for name, carrier in product(parts["handlers"], parts["carriers"])
        ],
        "breakouts": ["".join(both) for both in product(parts["breakouts"], parts["then"])],
        "hidden": [*parts["hidden"], *(f"abc{hidden}def" for hidden in parts["hidden"])],
        **_SAID["families"],
    }


FAMILIES = _families()
OWN = tuple(dict.fromkeys(vector for family in FAMILIES.values() for vector in family))


def few(count: int) -> tuple[str, ...]:
    """Some vectors of each family, evenly spread."""
    chosen = (family[:: -(-len(family) // count)] for family in FAMILIES.values())
    return tuple(dict.fromkeys(vector for family in chosen for vector in family))


def corpora() -> dict[str, tuple[str, ...]]:
    """The strings of blns and the examples of CommonMark, had by npm once."""
    if not (PLACE / "node_modules/commonmark-spec").exists():
        PLACE.mkdir(exist_ok=True)
        (PLACE / ".gitignore").write_text("*\n", "utf-8")
        (PLACE / "package.json").write_text('{"private": true}\n', "utf-8")
        command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *_PACKAGES]
        subprocess.run(command, cwd=PLACE, check=True, capture_output=True)
    done = subprocess.run(["node", "-p", _TEXTS], cwd=PLACE, check=True, capture_output=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return {name: tuple(texts) for name, texts in found.items()}
