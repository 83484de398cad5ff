"""The command line: `python -m agir check`, `schema`, `verify https://…`, `headers`, `export …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agir.adapters import phrases
from agir.adapters.cache import Cache
from agir.adapters.garbage import no_garbage
from agir.adapters.inputs import Said

# Named again: what defines them takes a check that has nothing to read twice its time.
LANGS = ("fr", "en")
FORMS = ("text", "json", "github", "markdown")


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code (0: all is well, 1: something is wrong)."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _check(options)
    from agir.adapters.commands import COMMANDS  # noqa: PLC0415 (a check needs none of them)

    return COMMANDS[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agir", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="vérifier le contenu / check the content")
    check.add_argument("files", nargs="*", type=Path, help="ces fichiers seuls / these files alone")
    check.add_argument("--format", choices=FORMS, default="text", help="forme / form")
    fix = commands.add_parser("fix", help="réparer guillemets, espaces, ordre / repair them")
    fix.add_argument("files", nargs="*", type=Path, help="ces fichiers seuls / these files alone")
    fix.add_argument(
        *("--minor", "--mineur"),
        nargs="+",
        default=(),
        metavar="ID",
        help="le sens n'a pas changé / the meaning did not change",
    )
    fix.add_argument(
        *("--different", "--autre"),
        nargs="+",
        default=(),
        metavar="ID",
        help="l'anglais dit autre chose, c'est voulu / the English says something else, on purpose",
    )
    new = commands.add_parser("new", help="écrire un nouveau texte / write a new entry")
    new.add_argument("kind", choices=("tool", "term"), help="outil, mot / tool, word")
    changes = commands.add_parser("changes", help="ce qu'une proposition change / what changes")
    changes.add_argument("--since", default="HEAD", help="commit d'avant / the commit before")
    release = commands.add_parser(
        "release", help="noter ce qui est publié / note what is published"
    )
    release.add_argument("--check", action="store_true", help="dire s'il le faut / say if need be")
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
    schema = commands.add_parser("schema", help="aide pour les éditeurs / help for editors")
    schema.add_argument("--out", type=Path, default=Path("schema"), help="dossier / folder")
    for command in (check, fix, new, changes, release, export):
        command.add_argument("--root", type=Path, default=Path.cwd(), help="projet / project")
    for command in (check, fix, new, changes, release, verify, headers, export):
        command.add_argument("--lang", choices=LANGS, default="fr", help="langue des messages")
    return parser


def _check(options: argparse.Namespace) -> int:
    root: Path = options.root
    try:
        asked = [file.resolve(strict=True).relative_to(root.resolve()) for file in options.files]
    except (OSError, ValueError) as error:
        print(phrases.NO_FILE[options.lang].format(error), file=sys.stderr)
        return 1
    question = (options.format, options.lang, *([file.as_posix() for file in asked] or ["."]))
    cache = Cache(root)
    said = Said(cache, root)
    answer = said.before(question)
    if answer is None:
        from agir.adapters.verdict import verdict  # noqa: PLC0415 (half of what a check costs)

        with no_garbage():  # a check makes none to speak of; looking for it is a tenth of its time
            answer = verdict(cache, root, *question)
        said.keep(question, answer)
    print(answer.text)
    return 1 if answer.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
