"""What somebody hears who cannot see the page: the accessibility tree of Chromium, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

Node = dict[str, Any]
KEYS = {"Espace": "Space", "Entrée": "Enter", "Échap": "Escape", "Haut": "ArrowUp"} | {
    "Bas": "ArrowDown", "Droite": "ArrowRight", "Ctrl+A": "Control+a", "Ctrl+Z": "Control+z",
}  # fmt: skip
# Each of these is read as a line of its own; what stands inside a cell or an item is part of it.
LINES = {"heading", "paragraph", "listitem", "row", "button", "link", "image", "progressbar",
         "Date", "radio", "checkbox", "textbox", "combobox", "status"}  # fmt: skip
WHOLE = {"row", "listitem", "paragraph", "heading", "status"}


class Reader:
    """Reads a page aloud; `words` are the roles and states of the language, by their name."""

    def __init__(self, page: Page, words: dict[str, str]) -> None:
        """Ask for the tree of one page."""
        self.page, self.words = page, words
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("Accessibility.enable")

    def focused(self) -> str:
        """What has the focus: « case à cocher « Pour qui? », cochée »."""
        got = self.devtools.send("Runtime.evaluate", {"expression": "document.activeElement"})
        id_ = {"objectId": got["result"]["objectId"], "fetchRelatives": False}
        return self.sentence(self.devtools.send("Accessibility.getPartialAXTree", id_)["nodes"][0])

    def sentence(self, node: Node) -> str:
        """A role, a name, what is chosen or written, states, and what describes it."""
        said = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        role = str(value(node, "role"))
        parts = [f"{self.words.get(role, role)} « {value(node, 'name')} »"]
        states = [
            f"{name}: {said[name]}" for name in ("checked", "expanded", "pressed") if name in said
        ]
        states += [name for name in ("disabled", "readonly") if said.get(name)]
        states += ["invalid"] if said.get("invalid") == "true" else []
        parts += [self.words[state.lower()] for state in states]
        if value(node, "value") and role not in ("checkbox", "button"):
            parts.append(f"« {value(node, 'value')} »")
        if described := value(node, "description"):
            parts.append(f"({described})")
        return ", ".join(" ".join(part.split()) for part in parts)

    def read(self, selector: str) -> list[str]:
        """All that stands in a part of the page, line by line."""
        nodes = {
            one["nodeId"]: one for one in self.devtools.send("Accessibility.getFullAXTree")["nodes"]
        }
        document = self.devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        query = {"nodeId": document, "selector": selector}
        found = self.devtools.send("DOM.querySelector", query)
        place = self.devtools.send("DOM.describeNode", found)["node"]["backendNodeId"]
        top = next(one for one in nodes.values() if one.get("backendDOMNodeId") == place)
        return list(self._lines(top, nodes))

    def _lines(self, node: Node, nodes: dict[str, Node]) -> Iterator[str]:
        role = value(node, "role")
        children = [nodes[id_] for id_ in node.get("childIds", ()) if id_ in nodes]
        if role in WHOLE and not node.get("ignored"):
            text = " ".join(self._words(node, nodes, "; " if role == "row" else " ").split())
            if text.strip("; "):
                yield f"{self.words.get(role, role)} : {text}"
            return
        if role in LINES and not node.get("ignored"):
            yield self.sentence(node)
            return
        if role == "StaticText":
            yield f"{self.words['paragraph']} : {value(node, 'name')}"
        for child in children if role != "LabelText" else ():
            yield from self._lines(child, nodes)

    def _words(self, node: Node, nodes: dict[str, Node], between: str) -> str:
        role = value(node, "role")
        if role == "StaticText":
            return str(value(node, "name"))
        if role in LINES - WHOLE and not node.get("ignored"):
            return f"[{self.sentence(node)}]"
        children = [nodes[id_] for id_ in node.get("childIds", ()) if id_ in nodes]
        if role in ("cell", "gridcell", "rowheader", "columnheader"):
            between = " "
        return between.join(
            filter(None, (self._words(child, nodes, between) for child in children))
        )


def value(node: Node, name: str) -> Any:
    """A value of the tree, "" when it has none."""
    return node.get(name, {}).get("value", "")
