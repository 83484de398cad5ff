"""Rules on the resource as a whole: every page stands under another.

They wait for the first overview: a folder of test content may hold a collection alone. And they
wait for all of them: one that cannot be read may well be the one that is missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agir.content import model

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.readers import Reading

STEPS = 5  # the cycle of the sources, and the seats round the table in its drawing


def collections_have_an_overview(library: Library, reading: Reading) -> None:
    """The pages of a collection stand under the overview that has its name and lists it."""
    if "overviews" in reading.broken:
        return
    listed = {overview.id: overview.lists for overview in library.all(model.Overview)}
    slips = {found.path.partition(".lists[")[0].partition("/")[2] for found in reading.problems}
    shown_on = library.shown_on
    for name in library.shown if listed else ():
        entries = library.collections[name]
        if not entries:
            continue
        if name not in listed and (library.has_pages(name) or name not in shown_on):
            place = library.places[entries[0].id]
            reading.problems.add("no-overview", place, name, value=name)
        elif library.has_pages(name) and name not in listed[name] and name not in slips:
            reading.problems.add("not-listed", library.places[name], value=name)


def topics_are_listed_by_an_overview(library: Library, reading: Reading) -> None:
    """A topic is found from the part it belongs to."""
    if "overviews" in reading.broken:
        return
    overviews = library.all(model.Overview)
    for topic in library.all(model.Topic):
        if overviews and not any(
            topic.id in overview.topics for overview in overviews if overview.part == topic.part
        ):
            place = library.places[topic.id]
            reading.problems.add("topic-not-listed", place, value=topic.id, part=topic.part)


def a_part_is_opened_by_one_overview(library: Library, reading: Reading) -> None:
    """The menu and the home page lead to the overview that has a `menu` and a `way_in`."""
    if "overviews" in reading.broken:
        return
    overviews = library.all(model.Overview)
    opened: dict[str, str] = {}
    for overview in overviews:
        place = library.places[overview.id]
        if (overview.menu is None) != (overview.way_in is None):
            reading.problems.add("menu-and-way-in", place, overview.id)
        if overview.menu and overview.part in opened:
            reading.problems.add(
                "part-opened-twice", place, value=overview.part, first=opened[overview.part]
            )
        if overview.menu:
            opened.setdefault(overview.part, str(place))
    for overview in overviews:
        if overview.part not in opened:
            place = library.places[overview.id]
            reading.problems.add("part-not-opened", place, overview.id, value=overview.part)
            opened[overview.part] = ""


def the_cycle_has_five_steps(library: Library, reading: Reading) -> None:
    """The drawing of the cycle has a seat for each."""
    for step in library.all(model.Step)[STEPS:]:
        reading.problems.add("too-many-steps", library.places[step.id], value=str(STEPS))


RULES = (
    collections_have_an_overview,
    topics_are_listed_by_an_overview,
    a_part_is_opened_by_one_overview,
    the_cycle_has_five_steps,
)
