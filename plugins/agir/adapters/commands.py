"""The commands of `python -m agir` besides the check: repairs, new entries, exports, lists."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from agir.adapters import phrases
from agir.adapters.cache import Cache, known_files
from agir.adapters.verdict import verdict
from agir.content.problems import ContentError
from agir.content.reports import as_text
from agir.pages.reading import read

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from agir.content.fields import Lang


def _fix(options: argparse.Namespace) -> int:
    from agir.adapters.fixing import fix, renew_record  # noqa: PLC0415 (others need not load it)

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
    from agir.adapters.authoring import Author, new  # noqa: PLC0415 (others need not load it)

    lang: Lang = options.lang
    cache = Cache(options.root)
    try:
        with known_files(cache) as known:
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
    text, wrong = verdict(cache, options.root, "text", lang, file)
    print(text)
    return 1 if wrong else 0


def _changes(options: argparse.Namespace) -> int:
    from agir.adapters.proposal import changes_since  # noqa: PLC0415 (others need not load it)

    try:
        print(changes_since(options.root, options.since))
    except ContentError as error:
        return _problems(error, options.root, options.lang)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _release(options: argparse.Namespace) -> int:
    from agir.adapters.fixing import note_release  # noqa: PLC0415 (others need not load it)

    try:
        ids, entries = note_release(options.root, date.today(), write=not options.check)
    except ContentError as error:
        return _problems(error, options.root, options.lang)
    said = phrases.TO_RELEASE if options.check else phrases.RELEASED
    is_new = bool(ids or entries)
    print((said if is_new else phrases.ALL_RELEASED)[options.lang].format(ids, entries))
    return 1 if is_new and options.check else 0


def _problems(error: ContentError, root: Path, lang: Lang) -> int:
    print(as_text(error.problems, lang, root))
    return 1


def _export(options: argparse.Namespace) -> int:
    from agir.adapters.zensical import export  # noqa: PLC0415 (others need no templates)

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
    from agir.content.schema import files  # noqa: PLC0415 (others need not load it)

    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (options.out / name).write_text(text, "utf-8")
        print(options.out / name)
    return 0


def _headers(options: argparse.Namespace) -> int:
    from agir.pages import headers, servers  # noqa: PLC0415 (others need not load them)

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
    from agir.pages.manifest import differences  # noqa: PLC0415 (others need no network)

    try:
        found = list(differences(options.place, options.like))
    except (OSError, ValueError) as error:
        found = [str(error)]
    print("\n".join(found) or phrases.WHOLE[options.lang])
    return 1 if found else 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "changes": _changes,
    "export": _export,
    "fix": _fix,
    "headers": _headers,
    "new": _new,
    "release": _release,
    "schema": _schema,
    "verify": _verify,
}
