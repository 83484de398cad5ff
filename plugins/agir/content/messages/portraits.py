"""Messages about « Faire le point »: what a group takes stock of."""

from __future__ import annotations

from agir.content.message import Message, message

MESSAGES: dict[str, Message] = {
    "choices-in-order": message(
        "il faut ici quatre éléments, dans cet ordre : {known} (on lit : {value})",
        "there must be four elements here, in this order: {known} (now: {value})",
        "écrivez les quatre, chacun une fois, dans l'ordre",
        "write all four, each once, in order",
    ),
    "statement-count": message(
        "une condition a quatre ou cinq phrases, et celle-ci en a {value}",
        "a condition has four or five statements, and this one has {value}",
        "ajoutez ou retirez des phrases",
        "add or remove statements",
    ),
    "portrait-kind": message(
        "il faut ici une seule de ces clés : {known} (on lit : {value})",
        "there must be one of these keys here, and one only: {known} (now: {value})",
        "gardez celle qui dit ce que la page demande",
        "keep the one that says what the page asks",
    ),
    "short-size": message(
        "la version courte a dix phrases, et {value} portent ici short: true",
        "the short version has ten sentences, and {value} have short: true here",
        "écrivez short: true à dix phrases, choisies dans toutes les conditions",
        "write short: true in ten sentences, chosen in all the conditions",
    ),
}
