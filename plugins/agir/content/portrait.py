"""What a « portrait » is made of: what a group takes stock of, and the answers it may give."""

from __future__ import annotations

from typing import Annotated, Literal

from agir.content.fields import Id, Marker, Text
from agir.content.shaping import shape

ConditionRef = Annotated[str, Marker("ref", "conditions")]
TrustRef = Annotated[str, Marker("ref", "trust")]
ThingRef = Annotated[str, Marker("ref", "things")]
StrategyRef = Annotated[str, Marker("ref", "strategies")]
SheetRef = Annotated[str, Marker("ref", "sheets")]
QuestionRef = Annotated[str, Marker("ref", "questions")]
PortraitRef = Annotated[str, Marker("ref", "portraits")]
ItemRef = Annotated[str, Marker("ref", "anything")]

LevelName = Literal["emerging", "building", "in-place", "rooted"]
WayName = Literal["keep", "change", "hand-over", "stop"]
# What a group answers to a statement, and where a talk on a question of trust stands. The last of
# each, and a level or a way that nobody chose, is « Je ne sais pas ».
Answer = Literal["not-yet", "a-little", "mostly", "fully", "unknown"]
Talked = Literal["talked", "deepen", "later", "unknown"]


@shape
class Level:
    """What one would see in a group at one of the four levels."""

    at: LevelName
    text: Text


@shape
class Statement:
    """A sentence that a group finds more or less like itself; `short`: of the short version too.

    `ask` is the question that opens a talk about it.
    """

    id: Id
    text: Text
    short: bool = False
    ask: QuestionRef | None = None


@shape
class Scale:
    """A condition to take stock of, and where the talk about it goes on."""

    id: Id
    about: ConditionRef
    levels: tuple[Level, ...]
    statements: tuple[Statement, ...]
    sheets: tuple[SheetRef, ...] = ()
    questions: tuple[QuestionRef, ...] = ()


@shape
class Choice:
    """A way for a thing; `says` is the item of its page that describes it."""

    way: WayName
    says: ItemRef
    strategies: tuple[StrategyRef, ...] = ()


@shape
class Sort:
    """A thing to keep, change, hand over or stop."""

    id: Id
    about: ThingRef
    choices: tuple[Choice, ...]
    sheets: tuple[SheetRef, ...] = ()
    questions: tuple[QuestionRef, ...] = ()


@shape
class Talk:
    """A component of trust, with questions to talk about; they are not counted."""

    about: TrustRef
    questions: tuple[QuestionRef, ...]
    sheets: tuple[SheetRef, ...] = ()
