"""Every place that somebody may want to point at has a permalink, the same in both languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from dom import Node, page_files, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What has an id for other reasons: fields, drawings, captions, explanations, old ids, the page,
# what scripts copy, tables to fill in and their columns (their section has the permalink),
# references to cite other pages.
OTHER = {
    *("input", "select", "textarea", "fieldset", "svg", "caption", "span"),
    *("cite", "dialog", "main", "template", "table", "th", "tr", "b"),
}


@cache
def trees(folder: Path) -> dict[str, Node]:
    files = page_files(folder)
    return {
        file.parent.relative_to(folder).as_posix(): parse(file.read_text("utf-8")) for file in files
    }


def is_for_scripts(node: Node) -> bool:
    """Part of a form that a script wakes, under the heading of its own place."""
    return any("with-scripts" in up.classes or "hidden" in up.attributes for up in node.above())


def is_passage(node: Node) -> bool:
    """Part of a source document, which the pages made from it lead to."""
    return node.tag == "dd" and any("sources" in up.classes for up in node.above())


def places(tree: Node) -> Iterator[Node]:
    main = next(node for node in tree if node.tag == "main")
    for node in main:
        drawn = any(up.tag == "svg" for up in node.above())
        if (
            node.id
            and node.tag not in OTHER
            and not is_for_scripts(node)
            and "popover" not in node.attributes
            and not is_passage(node)
            and not drawn
        ):
            yield node


def links(tree: Node) -> dict[str, Node]:
    return {
        node.attributes["href"].removeprefix("#"): node
        for node in tree
        if "permalink" in node.classes
    }


def test_every_place_has_a_permalink_beside_it(build: Any) -> None:
    for path, tree in trees(build("root").folder).items():
        found = links(tree)
        for place in places(tree):
            link = found.get(place.id)
            assert link, f"{path}#{place.id} has no permalink"
            assert {place, place.parent} & set(link.above()), f"{path}#{place.id} is far"
        assert set(found) == {place.id for place in places(tree)}, path


def test_a_permalink_is_not_part_of_a_name(build: Any) -> None:
    for path, tree in trees(build("root").folder).items():
        for link in links(tree).values():
            above = {node.tag for node in link.above()}
            assert not above & {"h1", "h2", "h3", "summary", "label", "a"}, path
            assert link.attributes["aria-label"].strip("# "), path


def test_every_heading_belongs_to_a_place(build: Any) -> None:
    """Cards and the like stand under the heading of their list, and have a page of their own."""
    for path, tree in trees(build("root").folder).items():
        for node in next(node for node in tree if node.tag == "main"):
            beside = any("card" in up.classes for up in node.above()) or is_for_scripts(node)
            if node.tag in ("h2", "h3") and not beside:
                assert node.parent
                assert node.parent.id in links(tree), f"{path}: {node.words()}"


def test_a_page_and_its_twin_have_the_same_permalinks(build: Any) -> None:
    pages = trees(build("root").folder)
    french = {page_id(tree): tree for path, tree in pages.items() if path.split("/")[0] != "en"}
    english = {page_id(tree): tree for path, tree in pages.items() if path.split("/")[0] == "en"}
    assert set(french) == set(english)
    for id_, tree in french.items():
        ours, theirs = (
            {one for one in links(page) if not one.startswith("l-")}  # letters differ
            for page in (tree, english[id_])
        )
        assert ours == theirs, id_


def page_id(tree: Node) -> str:
    """Both pages name the French one as x-default."""
    return next(
        node.attributes["href"] for node in tree if node.attributes.get("hreflang") == "x-default"
    )
