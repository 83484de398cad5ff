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
        "l'adresse (slug) « {value} » est déjà prise dans {first}",
        'the address (slug) "{value}" is already taken in {first}',
        "changez « slug » : ce sont les derniers mots de l'adresse, en français et en anglais",
        'change "slug": the last words of the address, in French and in English',
    ),
    "duplicate-order": message(
        "le rang {value} est déjà pris dans {first}",
        "the rank {value} is already taken in {first}",
        "donnez à chaque texte de ce dossier un rang différent",
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
        "l'unité {value} des sources n'est citée par aucun texte",
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
    "front-matter": message(
        "la page ne commence pas par un en-tête fermé",
        "the page does not start with a closed front matter",
        "entre deux lignes de trois tirets (---), écrivez title:, slug: et description:",
        "between two lines of three hyphens (---), write title:, slug: and description:",
    ),
    "bad-heading": message(
        "ce titre serait affiché avec ses #",
        "this heading would be shown with its #",
        "écrivez ## Titre {{#identifiant}} : deux #, et le même identifiant dans les deux langues",
        "write ## Title {{#id}}: two #, and the same id in both languages",
    ),
    "bad-block": message(
        "cette ligne commence par ::: mais n'est pas un bloc",
        "this line starts with ::: but is not a block",
        "au début de la ligne, écrivez ::: puis une espace et le nom d'un bloc : {known}",
        "at the start of the line, write ::: then a blank and the name of a block: {known}",
    ),
    "block-without-id": message(
        "le bloc « {value} » ne dit pas ce qu'il montre",
        'the block "{value}" does not say what it shows',
        "ajoutez un identifiant : ::: {value} identifiant",
        "add an id: ::: {value} id",
    ),
    "block-with-id": message(
        "le bloc « {value} » s'écrit seul",
        'the block "{value}" stands alone',
        "retirez « {argument} »",
        'remove "{argument}"',
    ),
    "open-code": message(
        "ce bloc de code n'est pas fermé",
        "this block of code is not closed",
        "fermez-le par une ligne faite des mêmes signes que celle-ci : ```",
        "close it with a line of the same signs as this one: ```",
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
    "no-question-mark": message(
        "cette question ne finit pas par « ? » (« …{value} »)",
        'this question does not end with "?" ("…{value}")',
        "posez-la au groupe, avec un point d'interrogation",
        "ask it of the group, with a question mark",
    ),
    "tied-to-nothing": message(
        "rien ne mène à cet outil ou à cette fiche d'animation",
        "nothing leads to this tool or sheet",
        "nommez au moins une étape, une condition ou une stratégie : steps: [planning]",
        "name at least one step, condition or strategy: steps: [planning]",
    ),
    "no-overview": message(
        "la collection « {value} » n'a pas de page de présentation",
        'the collection "{value}" has no overview page',
        "ajoutez data/overviews/{value}.yml",
        "add data/overviews/{value}.yml",
    ),
    "missing-word": message(
        "il manque le mot d'interface « {value} »",
        'the interface word "{value}" is missing',
        'ajoutez {value}: {{fr: "…", en: "…"}}',
        'add {value}: {{fr: "…", en: "…"}}',
    ),
    "other-blanks": message(
        "« {value} » n'a pas les mêmes accolades dans les deux langues",
        '"{value}" does not have the same braces in both languages',
        "gardez les mots entre accolades tels quels dans les deux langues",
        "keep the words in braces as they are in both languages",
    ),
}
