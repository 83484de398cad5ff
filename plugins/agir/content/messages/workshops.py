"""Messages about ready workshops: what their minutes add up to."""

from __future__ import annotations

from agir.content.message import Message, message

MESSAGES: dict[str, Message] = {
    "minutes-differ": message(
        "les points durent {total} minutes en tout, et l'atelier en annonce {value}",
        "the points take {total} minutes in all, and the workshop says {value}",
        "corrigez la durée d'un point, ou celle de l'atelier",
        "correct the duration of a point, or that of the workshop",
    ),
    "sheet-cut-short": message(
        "ce point dure {value} minutes, et sa fiche en demande {needed}",
        "this point takes {value} minutes, and its sheet needs {needed}",
        "donnez-lui au moins la durée de sa fiche",
        "give it at least as long as its sheet takes",
    ),
}
