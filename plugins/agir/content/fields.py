"""The field types of an entry: what one value in a YAML file may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

Lang = Literal["fr", "en"]
LANGS: tuple[Lang, Lang] = ("fr", "en")

TO_TRANSLATE = "à_traduire"  # the only legal absence of an English text
EDITORIAL = "editorial"  # what an entry says of its origin when the sources do not hold it


@dataclass(frozen=True, slots=True)
class Text:
    """One plain text in both languages; `en` is None while it waits for a translation."""

    fr: str
    en: str | None

    def get(self, lang: Lang) -> tuple[str, Lang]:
        """The text for readers of `lang`, with the language it is really in."""
        if lang == "en" and self.en is not None:
            return self.en, "en"
        return self.fr, "fr"

    def __reduce__(self) -> tuple[type[Text], tuple[Any, ...]]:
        """How a cache keeps it: in a third of the time that dataclasses take."""
        return type(self), (self.fr, self.en)


@dataclass(frozen=True, slots=True)
class Name(Text):
    """What a thing is called in its own language, on the pages of both."""

    lang: Lang

    def get(self, lang: Lang) -> tuple[str, Lang]:  # noqa: ARG002 (it is the same to all readers)
        """The name, with its own language."""
        return self.fr, self.lang

    def __reduce__(self) -> tuple[type[Name], tuple[Any, ...]]:
        """How a cache keeps it."""
        return type(self), (self.fr, self.en, self.lang)


class Prose(Text):
    """A text that may use Markdown (paragraphs, lists, links, emphasis), without raw HTML."""

    __slots__ = ()


class Slug(Text):
    """The last part of an address in each language: small letters, digits and hyphens."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """What a plain `str` must be, carried by `Annotated` to the decoder."""

    kind: Literal["id", "url", "ref", "line", "origin", "unit", "path", "gone"]
    target: str = ""  # for "ref": what it names, as `readers.Reference` says


@dataclass(frozen=True, slots=True)
class Within:
    """The smallest and the largest that a whole number may be."""

    low: int
    high: int


Id = Annotated[str, Marker("id")]
Url = Annotated[str, Marker("url")]
Line = Annotated[str, Marker("line")]  # one line of plain text, the same in both languages
AnyRef = Annotated[str, Marker("ref")]
PageRef = Annotated[str, Marker("ref", "pages")]
CollectionRef = Annotated[str, Marker("ref", "collections")]
# Unit ids of the inventory; an empty tuple (`origin: editorial`) is an addition of ours.
Origin = Annotated[tuple[str, ...], Marker("origin")]
Some = Annotated[int, Within(1, 9999)]  # people, minutes: at least one
