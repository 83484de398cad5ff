"""What the visit of the links found, French first: for a terminal, and for a page of GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from links.addresses import Use
    from links.opening import Answer, Kind

# What an editor has to look at comes first.
_KINDS: dict[Kind, tuple[str, str]] = {
    "gone": (
        "Introuvables : la page n'est plus là. Cherchez la nouvelle, ou retirez le lien.",
        "Gone: the page is no longer there. Look for the new one, or take the link out.",
    ),
    "moved": (
        "Déplacés : la page a changé d'adresse pour de bon. Mettez la nouvelle.",
        "Moved: the page changed its address for good. Put the new one.",
    ),
    "unsure": (
        "Incertains : on ne sait pas. Le lien est peut-être bon : ouvrez-le vous-même.",
        "Unsure: we do not know. The link may be good: open it yourself.",
    ),
    "answers": ("Répondent : la page est là.", "Answer: the page is there."),
}
_WHY = {
    "certificate": (
        "le certificat du site n'est pas reconnu",
        "the certificate of the site is not recognized",
    ),
    "elsewhere": ("mène pour l'instant à un autre site", "leads to another site for now"),
    "failed": ("la connexion a échoué", "the connection failed"),
    "home": (
        "mène à la page d'accueil : la page a peut-être disparu",
        "leads to the home page: the page may have vanished",
    ),
    "loop": ("renvoie sans fin d'une adresse à l'autre", "sends from one address to another"),
    "no-host": ("le nom du site est introuvable", "the name of the site is not found"),
    "refused": (
        "mène à un réseau privé ou à une adresse qui n'est pas du Web",
        "leads into a private network, or to what is not an address of the web",
    ),
    "slow": ("n'a pas répondu à temps", "did not answer in time"),
    "401": ("demande de se connecter", "asks to sign in"),
    "403": ("refuse les visites automatiques", "refuses automatic visits"),
    "429": ("trop de visites : à reprendre plus tard", "too many visits: try again later"),
}
_CUT_OFF = ("no-host", "failed", "slow")
_NONE = (
    "Aucune adresse n'a répondu : êtes-vous en ligne?",
    "No address answered: are you online?",
)
_HEAD = (
    "Liens. Adresses à ouvrir : {wanted}. Laissées, car elles ont répondu depuis moins de "
    "{age} jours : {recent}.",
    "Links. Addresses to open: {wanted}. Left alone, because they answered less than "
    "{age} days ago: {recent}.",
)
_UNREAD = (
    "{} : ce fichier a des erreurs; ses liens n'ont pas été ouverts.",
    "{}: this file has mistakes; its links were not opened.",
)
_RECORDED = (
    "La date du jour est notée dans ces fichiers. Proposez-les :",
    "Today's date is noted in these files. Suggest them:",
)
_NOT_RECORDED = ("Aucune date à noter.", "No date to note.")


def head(wanted: int, recent: int, age: int, unread: list[str]) -> Iterator[str]:
    """How many addresses are opened and how many are not, and what could not be read."""
    yield from (said.format(wanted=wanted, recent=recent, age=age) for said in _HEAD)
    yield from (said.format(file) for file in unread for said in _UNREAD)


def told(
    answers: dict[str, Answer], uses: dict[str, list[Use]], *, markdown: bool = False
) -> Iterator[str]:
    """Each address under how it is, with the places that link to it and its new address."""
    if answers and all(answer.why in _CUT_OFF for answer in answers.values()):
        yield from ("", *_NONE)
    for kind, (french, english) in _KINDS.items():
        found = sorted(address for address, answer in answers.items() if answer.kind == kind)
        if not found:
            continue
        count = f"({len(found)})"
        if markdown:
            yield from ("", f"#### {french} {count}", "", f"*{english}*", "")
        else:
            yield from ("", f"{french} {count}", f"{english} {count}")
        for address in found:
            yield from _lines(address, answers[address], uses[address], markdown=markdown)


def recorded(files: list[str]) -> Iterator[str]:
    """The files where a date was written."""
    yield from ("", *(_RECORDED if files else _NOT_RECORDED), *(f"  {file}" for file in files))


def _lines(address: str, answer: Answer, uses: list[Use], *, markdown: bool) -> Iterator[str]:
    """An address, what it became, why it is there, and where it stands."""
    shown = _code if markdown else str
    first, next_ = ("- ", "  - ") if markdown else ("  ", "      ")
    yield first + shown(address)
    if answer.now:
        yield f"{next_}→ {shown(answer.now)}"
    if why := answer.why:
        yield next_ + " / ".join(_WHY.get(why, (f"réponse {why}", f"answer {why}")))
    yield from (next_ + shown(str(use.place)) for use in uses)


def _code(text: str) -> str:
    """A text that Markdown shows as it is: an address may be written by anybody."""
    return f"`{text.replace('`', '%60')}`"
