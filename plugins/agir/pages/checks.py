"""What only the site as a whole can tell: addresses, ids on a page, links of hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content import meant, model
from agir.content.fields import LANGS
from agir.content.messages import GROUPS
from agir.content.names import is_address
from agir.content.nodes import Scalar
from agir.content.problems import Place, Problems
from agir.content.scalars import links, tags
from agir.pages.addresses import BESIDE, SITUATIONS_ON, WRITTEN_IN_FOOTER, Addresses, is_taken
from agir.pages.fill import NAME, NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from agir.content.library import Library
    from agir.content.readers import Reading
    from agir.pages.written import Piece, WrittenPage


@dataclass(frozen=True, slots=True)
class Checks:
    """The rules; each adds what is wrong to the problems of the reading."""

    library: Library
    written: list[WrittenPage]
    addresses: Addresses
    reading: Reading

    @property
    def problems(self) -> Problems:
        """Where they are added."""
        return self.reading.problems

    def run(self, *, whole: bool) -> None:
        """Apply every rule; `whole` when this is a site, not a folder of test content."""
        self.parts_leave_the_ids_of_templates_alone()
        self.pages_have_each_their_address()
        self.old_addresses_are_free()
        self.references_to_addresses_lead_somewhere()
        if whole:
            self.the_pages_that_all_lead_to_exist()
        pages = {(page.id, page.lang): page for page in self.written}
        for page in self.written:
            self.a_page_has_a_twin(page, pages.get((page.id, "en" if page.lang == "fr" else "fr")))
            self.ids_on_a_page_differ(page)
            for part in page.parts:
                if part.kind == "prose":
                    self.links_lead_somewhere(page, part)
                else:
                    self.blocks_show_something(page, part)

    def parts_leave_the_ids_of_templates_alone(self) -> None:
        """`questions` or `c-…` on a page is the template's."""
        places = self.reading.gone_at() | self.library.places
        for id_ in (*self.addresses.anchors, *self.reading.gone_at()):
            if is_taken(id_):
                self.problems.add("reserved-id", places[id_], value=id_)

    def pages_have_each_their_address(self) -> None:
        """A hand-written page takes neither the address nor the id of another page."""
        first: dict[str, Place | str] = {}
        entries = {id_: place for id_, place, _path in self.reading.ids}
        for id_, paths in self.addresses.pages.items():
            if id_ in entries:
                first |= dict.fromkeys(paths.values(), entries[id_])
        for page in self.written:
            if page.id in entries:
                place = Place(page.file)
                self.problems.add("duplicate-id", place, value=page.id, first=str(entries[page.id]))
                continue
            path = self.addresses.pages[page.id][page.lang]
            if path in first:
                place = page.places.get("slug", Place(page.file))
                self.problems.add("duplicate-slug", place, value=path, first=str(first[path]))
            first.setdefault(path, page.file)

    def old_addresses_are_free(self) -> None:
        """A redirect stands where no page is any more."""
        places = self.reading.gone_at()
        now = {
            f"/{path}": id_
            for id_, paths in self.addresses.pages.items()
            for path in paths.values()
        }
        for moved in self.library.moved.addresses:
            place = places[moved.old]
            if moved.old in now:
                self.problems.add("address-in-use", place, value=moved.old, first=now[moved.old])
            if moved.old.startswith(("/api/", "/assets/")):
                self.problems.add("bad-path", place, value=moved.old)

    def references_to_addresses_lead_somewhere(self) -> None:
        """A place on a page (`entry:steps#steps-cycle`) or the end of a redirect exists."""
        for reference in self.reading.references:
            if reference.target == "addresses" and not self._is_known(reference.value):
                self._unknown(reference.value, reference.place, self._all_ids())

    def the_pages_that_all_lead_to_exist(self) -> None:
        """The home page, and those of the footer."""
        there = {page.file for page in self.written}
        for name in ("index", *WRITTEN_IN_FOOTER):
            for lang in LANGS:
                file = f"docs/{lang}/{name}.md"
                twin = f"docs/{'en' if lang == 'fr' else 'fr'}/{name}.md"
                if file not in there and twin not in there:  # else its twin says so
                    self.problems.add("missing-page", Place(file), value=file)

    def a_page_has_a_twin(self, page: WrittenPage, twin: WrittenPage | None) -> None:
        """A page exists in both languages, with the same headings."""
        if twin is None:
            folders = ("/fr/", "/en/") if page.lang == "fr" else ("/en/", "/fr/")
            self.problems.add("missing-page", Place(page.file), value=page.file.replace(*folders))
            return
        if not twin.whole:
            return
        ids = {part.id for part in twin.parts if part.kind == "heading"}
        for part in page.parts:
            if part.kind == "heading" and part.id not in ids:
                self.problems.add("missing-heading", Place(page.file, part.line), value=part.id)

    def ids_on_a_page_differ(self, page: WrittenPage) -> None:
        """No heading has the id of something else on its page, and no block stands there twice."""
        first: dict[str, int] = {}
        for part in page.parts:
            place = Place(page.file, part.line)
            for id_ in self._ids_of(part):
                if id_ in first or (part.kind == "heading" and is_taken(id_, entry=False)):
                    said = f"{page.file}:{first.get(id_, 1)}"
                    code = "duplicate-id" if id_ in first else "reserved-id"
                    self.problems.add(code, place, value=id_, first=said)
                    break
                first[id_] = part.line

    def links_lead_somewhere(self, page: WrittenPage, part: Piece) -> None:
        """A link of a hand-written page leads to a page, a place on one, or a full address."""
        text = Scalar(part.text, Place(page.file, part.line - 1), block=True)
        for tag, place in tags(text):
            self.problems.add("raw-html", place, value=tag)
        for found in NAME.finditer(part.text):
            if found[1] not in NAMES:
                place = Place(page.file, part.line + part.text.count("\n", 0, found.start()))
                self.problems.add("unknown-name", place, value=found[1], known=", ".join(NAMES))
        here = {f"#{id_}" for other in page.parts for id_ in self._ids_of(other)}
        for target, place in links(text):
            scheme, _, name = target.partition(":")
            if scheme in ("entry", "page"):
                if not self._is_known(name):
                    self._unknown(name, place, self._all_ids())
            elif target.startswith("#"):
                if target not in here:
                    self._unknown(target, place, here)
            elif not is_address(target) and "{{" not in target:
                near = meant.address(target)
                self.problems.add("bad-address", place, value=target, near=near)

    def blocks_show_something(self, page: WrittenPage, part: Piece) -> None:
        """A block names a collection of pages, a page, one with questions, a group of messages."""
        known: Iterable[str] | None = {
            "collection": self._collections,
            "entry": self._articles,
            "checklist": self._with_questions,
            "messages": lambda: GROUPS,
        }.get(part.kind, lambda: None)()
        if known is not None and part.text not in (known := set(known)):
            col = len(f"::: {part.kind} ") + 1
            self._unknown(part.text, Place(page.file, part.line, col), known)
        if part.kind == "situations" and page.id != SITUATIONS_ON:
            self.problems.add("not-here", Place(page.file, part.line), value=part.kind)

    def _collections(self) -> Iterator[str]:
        yield from (name for name in self.library.collections if self.library.has_pages(name))

    def _articles(self) -> Iterator[str]:
        yield from (e.id for e in self.library.by_id.values() if isinstance(e, model.Article))

    def _with_questions(self) -> Iterator[str]:
        yield from (entry.id for _question, entry in self.library.questions.values())

    def _ids_of(self, part: Piece) -> list[str]:
        """The ids that a part brings to its page."""
        if part.kind == "heading":
            return [part.id]
        if part.kind == "checklist" and part.text in self.library.by_id:
            questions = getattr(self.library.by_id[part.text], "questions", ())
            return list(dict.fromkeys(getattr(question, "id", "") for question in questions))
        if part.kind == "situations":
            return list(dict.fromkeys(found.id for found in self.library.all(model.Situation)))
        if part.kind == "messages":
            return list(GROUPS.get(part.text, ()))
        if part.kind in ("cycle", "ways-in"):
            return [f"::: {part.kind}"]  # no id of its own, yet one is enough
        return []

    def _is_known(self, name: str) -> bool:
        page, _, anchor = name.partition("#")
        if page in BESIDE:
            return not anchor
        if page in self.addresses.pages or page in self.addresses.anchors:
            return not anchor or self._has_anchor(page, anchor)
        return any(page == id_ for id_, _place, _path in self.reading.ids)

    def _has_anchor(self, id_: str, anchor: str) -> bool:
        page = id_ if id_ in self.addresses.pages else self.addresses.anchors[id_]
        return (
            self.addresses.anchors.get(anchor) == page
            or is_taken(anchor)
            or any(
                anchor in self._ids_of(part)
                for other in self.written
                if other.id == page
                for part in other.parts
            )
        )

    def _all_ids(self) -> list[str]:
        addresses = self.addresses
        return [*addresses.pages, *addresses.anchors, *BESIDE]

    def _unknown(self, value: str, place: Place, known: Collection[str]) -> None:
        broken = value not in self.library.by_id  # its file is there: what is wrong is said there
        if not (broken and self.reading.has_file(value, self.library.collections)):
            near = self.problems.near(place, value, known)
            self.problems.add(
                "unknown-reference", place, value=value, near=near, where_fr="", where_en=""
            )
