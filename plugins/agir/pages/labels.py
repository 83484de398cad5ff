"""The words of the site itself: which data/interface.yml must hold, and what fills them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args, get_type_hints

from agir.content import model, parts, portrait, translations
from agir.content.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agir.content.fields import Text
    from agir.content.library import Library
    from agir.content.readers import Reading

_IN_TEMPLATES = re.compile(r"\bui\.([a-z_0-9]+)")
_FILE = "data/interface.yml"
_PATH = "interface."
_BLANK = re.compile(r"\{([^{}]*)\}|([{}])")
# What the code itself asks for, besides the templates (a test reads the code for others).
IN_CODE = (
    *("unknown", "link_to", "finder_any_step", "finder_to_find", "meeting_whole_hours"),
    *("correct_subject", "correct_body", "share_words", "meeting_length", "meeting_hour_length"),
)
# What the scripts of the search and of the copy without a network say.
IN_SCRIPTS = (
    *("search_none", "search_one", "search_many", "search_all", "search_meant"),
    *("search_called", "search_inside", "search_way_index", "search_way_tools"),
    *("offline_ready", "offline_use", "offline_later"),
)
# The words that tell of changes of ids, without their start `moves_`.
_CHANGES = ("moved", "split", "merged", "retired")
MOVES = ("see", *(f"{change}_{many}" for change in _CHANGES for many in ("one", "many")))
# What every state that an answer may have is called, by the name of its word.
STATES = (
    *(f"state_{name}" for name in ("talked", "deepen", "later", "not_us")),
    *(f"answer_{name}" for name in ("not_yet", "a_little", "mostly", "fully", "unknown")),
    *(f"level_{name}" for name in ("emerging", "building", "in_place", "rooted")),
    *(f"way_{name}" for name in ("keep", "change", "hand_over", "stop")),
)
# What else the names of portraits, rows and workshops are made with.
NAMED = {"row": "sheet_row", "area": "named_area", "kept": "named_kept", "pair": "named_pair"}
NAMED |= {name: name for name in ("workshop", "points", "questions")}
NAMED |= {"length": "meeting_length", "uses": "point_uses"}
# The blanks to fill in a word; all others have none.
BLANKS = {
    "ballot_count": ("n", "of"),
    "ballot_left": ("n",),
    "book_answers_many": ("n",),
    "book_changed": ("date",),
    "book_copy_of": ("name",),
    "book_deleted": ("name",),
    "book_size": ("n",),
    "books_erase_what": ("answers", "books"),
    "contents_noted": ("n",),
    "copy_done": ("file",),
    "copy_last": ("date",),
    "copy_left": ("left",),
    "correct_body": ("page",),
    "correct_subject": ("title",),
    "finder_many": ("n",),
    "link_to": ("name",),
    "map_emails": ("names",),
    "map_left": ("names",),
    "map_met": ("names",),
    "map_move": ("name",),
    "map_nobody": ("names",),
    "map_placed": ("area", "name"),
    "map_remove": ("name",),
    "map_removed": ("name",),
    "map_single": ("names",),
    "meeting_added": ("point",),
    "meeting_due": ("date",),
    "meeting_event": ("name",),
    "meeting_hour_length": ("hours", "n"),
    "meeting_hours": ("from", "to"),
    "meeting_late": ("date",),
    "meeting_length": ("n",),
    "meeting_position": ("n", "point", "total"),
    "meeting_removed": ("point",),
    "meeting_title": ("name",),
    "meeting_total": ("length",),
    "more_tools": ("n",),
    "moves_merged_many": ("n",),
    "moves_moved_many": ("n",),
    "moves_retired_many": ("n",),
    "moves_split_many": ("n",),
    "named_area": ("name",),
    "named_kept": ("date",),
    "named_pair": ("name", "text"),
    "outcome_level": ("middle", "n", "span"),
    "outcome_some": ("n", "of", "way"),
    "outcome_told": ("middle", "n", "span"),
    "outcome_way": ("n", "name", "of", "way"),
    "point_after": ("length",),
    "portrait_added": ("n",),
    "portrait_dated": ("date",),
    "project_left_many": ("n",),
    "rank": ("kind", "number", "total"),
    "reading_time": ("n",),
    "received_date": ("date",),
    "received_holds": ("done", "notes", "steps"),
    "received_kept": ("name",),
    "received_merge": ("name",),
    "received_merged": ("name",),
    "received_name": ("date",),
    "received_points": ("points",),
    "received_rows": ("rows",),
    "received_unknown": ("unknown",),
    "results_apart": ("name",),
    "results_between": ("low", "high"),
    "results_choice": ("name", "way"),
    "results_low": ("name",),
    "results_on": ("date",),
    "results_on_many": ("date", "n"),
    "results_span": ("low", "high"),
    "results_strong": ("names",),
    "results_unknown": ("name",),
    "room_came_many": ("n",),
    "room_join": ("name",),
    "room_kept": ("date",),
    "room_other": ("name",),
    "room_sheets_added": ("n",),
    "room_sheets_blank": ("n",),
    "room_sheets_over": ("name",),
    "room_since": ("date",),
    "room_taken_many": ("n",),
    "room_under_way": ("came",),
    "room_waiting": ("n",),
    "search_all": ("n",),
    "search_many": ("n",),
    "search_meant": ("query",),
    "search_none": ("query",),
    "share_holds": ("name",),
    "share_length": ("length",),
    "sheet_asks": ("n",),
    "sheet_blank": ("n", "names"),
    "sheet_carried": ("names",),
    "sheet_cell": ("column", "n"),
    "sheet_change": ("names",),
    "sheet_down": ("n",),
    "sheet_goals": ("names",),
    "sheet_hand_over": ("names",),
    "sheet_keep": ("names",),
    "sheet_measure": ("names",),
    "sheet_moved": ("n",),
    "sheet_others": ("n",),
    "sheet_overlap": ("names",),
    "sheet_partners": ("names",),
    "sheet_quoted": ("name",),
    "sheet_ready": ("rows",),
    "sheet_remove": ("n",),
    "sheet_removed": ("n",),
    "sheet_row": ("n",),
    "sheet_several": ("names",),
    "sheet_shared": ("names",),
    "sheet_stop": ("names",),
    "sheet_uncarried": ("names",),
    "sheet_undecided": ("names",),
    "sheet_unnamed": ("names",),
    "sheet_up": ("n",),
    "sheet_waits": ("n", "names"),
    "sheet_whole": ("rows",),
    "step_said": ("step",),
    "talk_deepen": ("deepen",),
    "talk_done": ("done", "of"),
    "talk_out": ("out",),
    "unread_many": ("n",),
    "version_of": ("date",),
    "versions_at": ("date",),
    "voice_none": ("name",),
    "workshop_added": ("point",),
    "workshop_added_before": ("point",),
    "workshop_many": ("most", "n"),
    "workshop_papers": ("n",),
    "workshop_papers_missing": ("missing",),
    "meeting_whole_hours": ("n",),
    "workshop_received": ("length", "name"),
    "workshop_removed": ("point",),
    "workshop_started": ("name",),
    "workshop_title": ("name",),
}


def check_labels(library: Library, overrides: Path, reading: Reading) -> None:
    """Add to the problems each word that is missing, not translated, or filled otherwise."""
    place, problems = Place(_FILE), reading.problems
    root = overrides.parent
    whole = overrides.is_dir() and "interface" not in reading.broken
    needed = _needed(library, overrides) if whole else ()  # else content without a site
    broken = {problem.path.split(".")[1] for problem in problems if problem.path.startswith(_PATH)}
    for word in dict.fromkeys(needed):
        if word not in library.labels and word not in broken:
            problems.add("missing-word", place, value=word)
    for word, text in library.labels.items():
        if text.en is None:
            problems.add(
                "word-not-translated", _place_of(word, root), f"interface.{word}", value=word
            )
        elif not _is_filled_well(word, text):
            blanks = " ".join(f"{{{name}}}" for name in BLANKS.get(word, ())) or "–"
            problems.add(
                "other-blanks",
                _place_of(word, root),
                f"interface.{word}",
                value=word,
                blanks=blanks,
            )


def _place_of(word: str, root: Path) -> Place:
    """Where a word stands, read once more: texts keep no place, and few words are wrong."""
    lines = (root / _FILE).read_text("utf-8").splitlines()
    found = re.compile(rf"""["']?{re.escape(word)}["']? *:""")
    return Place(_FILE, next((n for n, line in enumerate(lines, 1) if found.match(line)), 1))


def _needed(library: Library, overrides: Path) -> Iterator[str]:
    for path in sorted((*overrides.rglob("*.html"), *overrides.rglob("*.xml"))):
        yield from _IN_TEMPLATES.findall(path.read_text("utf-8"))
    yield from (*IN_CODE, *IN_SCRIPTS)
    for name, entries in library.collections.items():
        if entries:
            yield f"group_{name}"
            if name != "inventory":
                yield f"kind_{name}"
    tool, question = get_type_hints(model.Tool), get_type_hints(parts.Question)
    families = {
        "access": tool["access"],
        "answer": portrait.Answer,
        "language": parts.ToolLang,
        "level": portrait.LevelName,
        "review": translations.State,
        "question": question["kind"],
        "seen": tool["seen"],
        "way": portrait.WayName,
    }
    for family, kind in families.items():
        yield from (f"{family}_{choice.replace('-', '_')}" for choice in get_args(kind))
    yield from (*(f"moves_{word}" for word in MOVES), *STATES, *NAMED.values())
    yield from (f"translation_{state}" for state in translations.BEHIND)


def _is_filled_well(word: str, text: Text) -> bool:
    expected = sorted(BLANKS.get(word, ()))
    found = [sorted(a or b for a, b in _BLANK.findall(value)) for value in (text.fr, text.en or "")]
    return found == [expected, expected]
