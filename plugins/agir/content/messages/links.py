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
    "word-not-translated": message(
        "le mot d'interface « {value} » attend sa traduction",
        'the interface word "{value}" waits for its translation',
        "écrivez l'anglais : les mots du site lui-même existent toujours dans les deux langues",
        "write the English: the words of the site itself always exist in both languages",
    ),
    "other-blanks": message(
        "« {value} » n'a pas les bonnes accolades dans les deux langues",
        '"{value}" does not have the right braces in both languages',
        "les accolades, dans chaque langue : {blanks}",
        "the braces, in each language: {blanks}",
    ),
    "named-twice": message(
        "« {value} » est nommé deux fois dans cette liste",
        '"{value}" is named twice in this list',
        "retirez l'un des deux",
        "remove one of them",
    ),
    "unknown-document": message(
        "l'unité {value} n'est d'aucun document source",
        "the unit {value} belongs to no source document",
        "son identifiant commence par le code d'un document : {known}",
        "its id starts with the code of a document: {known}",
    ),
    "not-listed": message(
        "les pages de la collection « {value} » ne sont pas présentées par leur vue d'ensemble",
        'the pages of the collection "{value}" are not presented by their overview',
        "ajoutez-la à « lists » : lists: [{value}]",
        'add it to "lists": lists: [{value}]',
    ),
    "topic-not-listed": message(
        "aucune vue d'ensemble de la partie « {part} » ne mène à ce texte",
        'no overview of the part "{part}" leads to this entry',
        "ajoutez {value} à « topics » dans data/overviews/",
        'add {value} to "topics" in data/overviews/',
    ),
    "menu-and-way-in": message(
        "« menu » et « way_in » vont ensemble",
        '"menu" and "way_in" go together',
        "écrivez les deux pour la page qui ouvre une partie, aucune pour les autres",
        "write both for the page that opens a part, neither for the others",
    ),
    "part-opened-twice": message(
        "la partie « {value} » est déjà ouverte par {first}",
        'the part "{value}" is already opened by {first}',
        "retirez « menu » et « way_in » de l'une des deux pages",
        'remove "menu" and "way_in" from one of the two pages',
    ),
    "part-not-opened": message(
        "aucune page n'ouvre la partie « {value} »",
        'no page opens the part "{value}"',
        "donnez « menu » et « way_in » à la vue d'ensemble qui l'ouvre",
        'give "menu" and "way_in" to the overview that opens it',
    ),
    "too-many-steps": message(
        "le cycle a {value} étapes, et leur dessin {value} places",
        "the cycle has {value} steps, and its drawing {value} places",
        "faites-en plutôt une section d'une étape",
        "make it a section of a step instead",
    ),
    "moved-twice": message(
        "« {value} » est déjà noté dans {first}",
        '"{value}" is already listed in {first}',
        "gardez une seule des deux lignes",
        "keep only one of the two lines",
    ),
    "moved-to": message(
        "« to » ne va pas avec le changement « {value} »",
        '"to" does not go with the change "{value}"',
        "moved et merged : un seul identifiant; split : plusieurs; retired : aucun",
        "moved and merged: one id; split: several; retired: none",
    ),
    "address-in-use": message(
        "« {value} » est l'adresse actuelle de la page « {first} »",
        '"{value}" is the present address of the page "{first}"',
        "ne notez ici que les adresses qui ont disparu",
        "list here only addresses that are gone",
    ),
    "not-here": message(
        "le bloc « {value} » n'a sa place que dans la page d'accueil (index.md)",
        'the block "{value}" only has its place on the home page (index.md)',
        "retirez-le, ou mettez plutôt un lien vers page:home#{value}",
        "remove it, or put a link to page:home#{value} instead",
    ),
    "cannot-render": message(
        "la page « {value} » ne peut pas être produite ({detail})",
        'the page "{value}" cannot be made ({detail})',
        "ce n'est pas une faute de votre texte : signalez-la aux personnes qui programment le site",
        "this is not a mistake of your text: tell the people who program the site",
    ),
}
