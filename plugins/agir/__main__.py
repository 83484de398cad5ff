"""The command line: `python -m agir check`, `schema`, `verify https://…`, `headers`, `export …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from agir.adapters import phrases
from agir.adapters.cache import Cache, known_files
from agir.adapters.verdict import in_order
from agir.content.fields import LANGS
from agir.content.problems import ContentError, Problems
from agir.content.reports import FORMATS, as_text, only_in
from agir.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.content.fields import Lang


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code (0: all is well, 1: something is wrong)."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = {
        "changes": _changes,
        "check": _check,
        "export": _export,
        "fix": _fix,
        "headers": _headers,
        "new": _new,
        "release": _release,
        "schema": _schema,
        "verify": _verify,
    }[options.command]
    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agir", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="vérifier le contenu / check the content")
    check.add_argument("files", nargs="*", type=Path, help="ces fichiers seuls / these files alone")
    check.add_argument("--format", choices=FORMATS, default="text", help="forme / form")
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
    lang: Lang = options.lang
    content, problems = None, Problems()
    try:
        asked = [file.resolve(strict=True).relative_to(root.resolve()) for file in options.files]
    except (OSError, ValueError) as error:
        print(phrases.NO_FILE[lang].format(error), file=sys.stderr)
        return 1
    try:
        with known_files(Cache(root)) as known:
            content = read(root, known)
    except ContentError as error:
        problems = error.problems
    paths = [file.as_posix() for file in asked] or ["."]
    problems = only_in(problems, paths)
    print(FORMATS[options.format](problems, lang, root) or in_order(content, lang, paths))
    return 1 if problems else 0


def _fix(options: argparse.Namespace) -> int:
    from agir.adapters.fixing import fix, renew_record  # noqa: PLC0415 (a check need not load it)

    lang: Lang = options.lang
    changed = False
    try:
        for file, done in fix(options.root, options.files):
            changed = True
            for problem in done:
                print(f"{problem.place}: {phrases.REPAIRED[lang]}: {problem.message(lang)}")
            if not done:
                print(f"{file}: {phrases.ORDERED[lang]}")
        noted = renew_record(options.root, minor=options.minor, different=options.different)
    except ContentError:
        noted = False  # make check says what is left
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    if noted:
        print(phrases.NOTED[lang])
    elif not changed:
        print(phrases.NOTHING[lang])
    return 0


def _new(options: argparse.Namespace) -> int:
    from agir.adapters.authoring import Author, new  # noqa: PLC0415 (a check need not load it)

    lang: Lang = options.lang
    try:
        with known_files(Cache(options.root)) as known:
            library = read(options.root, known).library
        file = new(options.root, options.kind, Author(library, lang, input, print))
    except ContentError as error:
        return _problems(error, options.root, lang)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{phrases.NOT_WRITTEN[lang]}")
        return 1
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(phrases.WRITTEN[lang].format(file))
    options.files, options.format = [options.root / file], "text"
    return _check(options)


def _changes(options: argparse.Namespace) -> int:
    from agir.adapters.proposal import changes_since  # noqa: PLC0415 (a check need not load it)

    try:
        print(changes_since(options.root, options.since))
    except ContentError as error:
        return _problems(error, options.root, options.lang)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _release(options: argparse.Namespace) -> int:
    from agir.adapters.fixing import note_release  # noqa: PLC0415 (a check need not load it)

    try:
        count = note_release(options.root, write=not options.check)
    except ContentError as error:
        return _problems(error, options.root, options.lang)
    said = phrases.TO_RELEASE if options.check else phrases.RELEASED
    print((said if count else phrases.ALL_RELEASED)[options.lang].format(count))
    return 1 if count and options.check else 0


def _problems(error: ContentError, root: Path, lang: Lang) -> int:
    print(as_text(error.problems, lang, root))
    return 1


def _export(options: argparse.Namespace) -> int:
    from agir.adapters.zensical import export  # noqa: PLC0415 (a check need not load the templates)

    folder: Path = options.zensical
    lang: Lang = options.lang
    try:
        count = export(options.root, folder)
    except ContentError as error:
        return _problems(error, options.root, lang)
    except (OSError, ValueError) as error:
        print(error)
        return 1
    print(phrases.EXPORTED[lang].format(count, folder))
    return 0


def _schema(options: argparse.Namespace) -> int:
    from agir.content.schema import files  # noqa: PLC0415 (a check need not load it)

    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (options.out / name).write_text(text, "utf-8")
        print(options.out / name)
    return 0


def _headers(options: argparse.Namespace) -> int:
    from agir.pages import headers, servers  # noqa: PLC0415 (a check need not load them)

    try:
        said = headers.read_headers((options.site / headers.NAME).read_text("utf-8"))
    except OSError:
        print(phrases.NO_HEADERS[options.lang].format(options.site), file=sys.stderr)
        return 1
    base = f"/{options.base.strip('/')}/".replace("//", "/")
    sent = said[headers.EVERYWHERE] | (headers.HTTPS_ALONE if options.https else {})
    editor = said.get(headers.EDITOR_RULE, {})
    print(getattr(servers, options.server)(sent, base, editor.get(headers.POLICY, "")), end="")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from agir.pages.manifest import differences  # noqa: PLC0415 (a check need not load the network)

    try:
        found = list(differences(options.place, options.like))
    except (OSError, ValueError) as error:
        found = [str(error)]
    print("\n".join(found) or phrases.WHOLE[options.lang])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
