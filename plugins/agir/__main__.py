"""The command line: `python -m agir check`, `verify https://…`, `headers --nginx`, `export …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agir.adapters.cache import Cache, known_files
from agir.content.fields import LANGS
from agir.content.problems import ContentError, show, summary
from agir.pages.reading import read

if TYPE_CHECKING:
    from agir.content.fields import Lang


_ALL_IS_WELL: dict[Lang, str] = {
    "fr": "Tout est en ordre : {} textes vérifiés.",
    "en": "All is well: {} entries checked.",
}
_WAITS: dict[Lang, str] = {
    "fr": "l'anglais reste à traduire (la page anglaise montre le français)",
    "en": "the English is still to come (the English page shows the French)",
}
_WHOLE: dict[Lang, str] = {
    "fr": "Le site est entier : chaque fichier est celui de son manifeste.",
    "en": "The site is whole: each file is the one of its manifest.",
}
_EXPORTED: dict[Lang, str] = {
    "fr": "{} pages dans {} : son README dit la suite.",
    "en": "{} pages in {}: its README says what comes next.",
}
_NO_HEADERS: dict[Lang, str] = {
    "fr": "{}: pas de site ici. Lancez d'abord make site.",
    "en": "{}: no site here. Run make site first.",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code (0: all is well, 1: something is wrong)."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "verify":
            return _verify(options.place, options.like, options.lang)
        case "headers":
            return _headers(options)
        case "export":
            return _export(options.root, options.zensical, options.lang)
    return _check(options.root, options.lang)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agir", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="vérifier le contenu / check the content")
    verify = commands.add_parser("verify", help="vérifier un site publié / check a published site")
    verify.add_argument("place", help="adresse ou dossier / address or folder")
    verify.add_argument("--like", type=Path, help="dossier du site attendu / the site expected")
    headers = commands.add_parser("headers", help="en-têtes pour un serveur / a server's headers")
    server = headers.add_mutually_exclusive_group(required=True)
    server.add_argument("--nginx", action="store_const", dest="server", const="nginx")
    server.add_argument("--apache", action="store_const", dest="server", const="apache")
    headers.add_argument("--site", type=Path, default=Path("site"), help="dossier du site / site")
    headers.add_argument("--https", action="store_true", help="HTTPS seulement / HTTPS alone")
    headers.add_argument("--base", default="/", help="son chemin sur l'hôte / its path: /agir/")
    export = commands.add_parser("export", help="pour un autre moteur / for another engine")
    export.add_argument("--zensical", type=Path, required=True, metavar="DIR", help="dossier")
    for command in (check, export):
        command.add_argument("--root", type=Path, default=Path.cwd(), help="projet / project")
    for command in (check, verify, headers, export):
        command.add_argument("--lang", choices=LANGS, default="fr", help="langue des messages")
    return parser


def _check(root: Path, lang: Lang) -> int:
    try:
        with known_files(Cache(root)) as known:
            content = read(root, known)
    except ContentError as error:
        return _problems(error, root, lang)
    count = sum(len(entries) for entries in content.library.collections.values())
    print(_ALL_IS_WELL[lang].format(count))
    for place in content.waiting:
        print(f"{place}: {_WAITS[lang]}")
    return 0


def _problems(error: ContentError, root: Path, lang: Lang) -> int:
    print(show(error.problems, lang, root), end="\n\n")
    print(summary(len(error.problems), lang))
    return 1


def _export(root: Path, folder: Path, lang: Lang) -> int:
    from agir.adapters.zensical import export  # noqa: PLC0415 (a check need not load the templates)

    try:
        count = export(root, folder)
    except ContentError as error:
        return _problems(error, root, lang)
    except (OSError, ValueError) as error:
        print(error)
        return 1
    print(_EXPORTED[lang].format(count, folder))
    return 0


def _headers(options: argparse.Namespace) -> int:
    from agir.pages import headers, servers  # noqa: PLC0415 (a check need not load them)

    try:
        said = headers.read_headers((options.site / headers.NAME).read_text("utf-8"))
    except OSError:
        print(_NO_HEADERS[options.lang].format(options.site), file=sys.stderr)
        return 1
    base = f"/{options.base.strip('/')}/".replace("//", "/")
    sent = said[headers.EVERYWHERE] | (headers.HTTPS_ALONE if options.https else {})
    print(getattr(servers, options.server)(sent, base), end="")
    return 0


def _verify(place: str, like: Path | None, lang: Lang) -> int:
    from agir.pages.manifest import differences  # noqa: PLC0415 (a check need not load the network)

    try:
        found = list(differences(place, like))
    except (OSError, ValueError) as error:
        found = [str(error)]
    print("\n".join(found) or _WHOLE[lang])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
