"""What the command line says to an editor, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agir.content.fields import Lang

ALL_IS_WELL: dict[Lang, str] = {
    "fr": "Tout est en ordre : {} textes vérifiés.",
    "en": "All is well: {} entries checked.",
}
THESE_ARE_WELL: dict[Lang, str] = {
    "fr": "Ces fichiers sont en ordre; d'autres ne le sont pas : lancez make check.",
    "en": "These files are well; others are not: run make check.",
}
NO_FILE: dict[Lang, str] = {
    "fr": "Ce n'est pas un fichier du projet : {}",
    "en": "This is no file of the project: {}",
}
WAITS: dict[Lang, str] = {
    "fr": "l'anglais reste à traduire (la page anglaise montre le français)",
    "en": "the English is still to come (the English page shows the French)",
}
BEHIND: dict[Lang, str] = {
    "fr": "le français a changé depuis la traduction",
    "en": "the French has changed since the translation",
}
WHOLE: dict[Lang, str] = {
    "fr": "Le site est entier : chaque fichier est celui de son manifeste.",
    "en": "The site is whole: each file is the one of its manifest.",
}
EXPORTED: dict[Lang, str] = {
    "fr": "{} pages dans {} : son README dit la suite.",
    "en": "{} pages in {}: its README says what comes next.",
}
REPAIRED: dict[Lang, str] = {
    "fr": "réparé ",
    "en": "repaired",
}
ORDERED: dict[Lang, str] = {
    "fr": "clés remises en ordre",
    "en": "keys put in order",
}
WRITTEN: dict[Lang, str] = {
    "fr": "{} est écrit. Ouvrez-le pour le compléter; make serve le montre.",
    "en": "{} is written. Open it to complete it; make serve shows it.",
}
NOT_WRITTEN: dict[Lang, str] = {
    "fr": "Rien n'a été écrit.",
    "en": "Nothing was written.",
}
NOTED: dict[Lang, str] = {
    "fr": "Traductions notées dans data/.translations : proposez ce fichier avec les autres.",
    "en": "Translations noted in data/.translations: propose this file with the others.",
}
NOTHING: dict[Lang, str] = {
    "fr": "Rien à réparer qui se répare tout seul. make check dit ce qui reste.",
    "en": "Nothing that can be repaired without you. make check says what is left.",
}
RELEASED: dict[Lang, str] = {
    "fr": "Noté dans data/.published et data/.revisions : {} identifiants, {} contenus. Proposez"
    " ces fichiers avec les autres.",
    "en": "Noted in data/.published and data/.revisions: {} ids, {} entries. Propose these files"
    " with the others.",
}
ALL_RELEASED: dict[Lang, str] = {
    "fr": "data/.published et data/.revisions sont à jour.",
    "en": "data/.published and data/.revisions are up to date.",
}
TO_RELEASE: dict[Lang, str] = {
    "fr": "Pas encore noté comme publié : {} identifiants, {} contenus. Lancez make release.",
    "en": "Not noted as published yet: {} ids, {} entries. Run make release.",
}
NO_HEADERS: dict[Lang, str] = {
    "fr": "{}: pas de site ici. Lancez d'abord make site.",
    "en": "{}: no site here. Run make site first.",
}
