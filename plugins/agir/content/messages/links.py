"""Messages about what lies between entries, and about hand-written pages."""

from __future__ import annotations

from agir.content.message import Message, message

MESSAGES: dict[str, Message] = {
    "duplicate-id": message(
        "l'identifiant « {value} » est déjà pris dans {first}",
        'the id "{value}" is already taken in {first}',
        "choisissez-en un autre, par exemple « {value}-2 »",
        'choose another one, for example "{value}-2"',
    ),
    "duplicate-slug": message(
        "l'adresse « {value} » est déjà prise dans {first}",
        'the address "{value}" is already taken in {first}',
        "choisissez une autre adresse",
        "choose another address",
    ),
    "duplicate-order": message(
        "le rang {value} est déjà pris dans {first}",
        "the rank {value} is already taken in {first}",
        "donnez à chaque fiche de ce dossier un rang différent",
        "give each entry of this folder a different rank",
    ),
    "unknown-reference": message(
        "« {value} » ne mène à aucun élément{where_fr}",
        '"{value}" leads to no element{where_en}',
        "vérifiez l'identifiant de l'élément visé",
        "check the id of the element you mean",
        near=True,
    ),
    "unknown-unit": message(
        "« {value} » n'est pas une unité de l'inventaire des sources",
        '"{value}" is not a unit of the inventory of the sources',
        "vérifiez dans data/inventory/ ou écrivez origin: editorial",
        "check in data/inventory/ or write origin: editorial",
        near=True,
    ),
    "lost-unit": message(
        "l'unité {value} des sources n'est citée par aucune fiche",
        "the unit {value} of the sources is named by no entry",
        "ajoutez-la à « origin » là où son contenu se trouve",
        'add it to "origin" where its content stands',
    ),
    "situation-size": message(
        "une situation a trois questions, celle-ci en a {value}",
        "a situation has three questions, this one has {value}",
        "gardez les trois questions essentielles",
        "keep the three essential questions",
    ),
    "sheet-too-long": message(
        "une situation propose une fiche de 20 minutes ou moins, celle-ci en dure {value}",
        "a situation offers a sheet of 20 minutes or less, this one takes {value}",
        "choisissez une fiche plus courte",
        "choose a shorter sheet",
    ),
    "unknown-block": message(
        "« {value} » n'est pas un bloc connu",
        '"{value}" is not a known block',
        "les blocs : {known}",
        "the blocks: {known}",
        near=True,
    ),
    "missing-page": message(
        "cette page n'existe pas dans l'autre langue",
        "this page does not exist in the other language",
        "ajoutez le fichier {value}",
        "add the file {value}",
    ),
    "missing-heading": message(
        "l'autre langue n'a pas de titre {{#{value}}}",
        "the other language has no heading {{#{value}}}",
        "donnez aux mêmes titres les mêmes identifiants dans les deux langues",
        "give the same headings the same ids in both languages",
    ),
}
