"""Messages about the shape of one entry."""

from __future__ import annotations

from agir.content.message import Message, message

MESSAGES: dict[str, Message] = {
    "unknown-key": message(
        "la clé « {key} » n'existe pas ici",
        "the key “{key}” does not exist here",
        "corrigez-la ou retirez-la; les clés permises ici : {known}",
        "correct it or remove it; the keys allowed here: {known}",
        near=True,
    ),
    "wrong-level": message(
        "la clé « {key} » n'est pas au bon niveau",
        "the key “{key}” is not at the right level",
        "elle va avec « {beside} » : commencez sa ligne par {blanks} espaces, comme cette clé",
        "it goes with “{beside}”: start its line with {blanks} spaces, as that key does",
    ),
    "missing-key": message(
        "il manque « {key} »",
        "“{key}” is missing",
        "ajoutez « {key}: … »",
        "add “{key}: …”",
    ),
    "missing-language": message(
        "il manque le texte anglais",
        "the English text is missing",
        'ajoutez en: "…", ou en: à_traduire si la traduction viendra plus tard',
        'add en: "…", or en: à_traduire if the translation will come later',
    ),
    "missing-french": message(
        "il manque le texte français",
        "the French text is missing",
        'ajoutez fr: "…"',
        'add fr: "…"',
    ),
    "french-first": message(
        "seul l'anglais peut attendre sa traduction",
        "only the English may wait for its translation",
        "écrivez le texte français",
        "write the French text",
    ),
    "to-translate": message(
        "« {value} » serait publié tel quel",
        "“{value}” would be published as it is",
        "écrivez à_traduire, avec l'accent et le tiret bas",
        "write à_traduire, with the accent and the underscore",
    ),
    "no-such-formatting": message(
        "titres, tableaux, images et traits ne sont pas permis dans un texte (« {value} »)",
        "headings, tables, pictures and lines across the page are not allowed in a text "
        "(“{value}”)",
        "faites-en une section (« sections: »), une liste avec des tirets, ou retirez-le",
        "make it a section (“sections:”), a list with hyphens, or remove it",
    ),
    "formatting-in-text": message(
        "la mise en forme n'est pas permise dans un texte court",
        "formatting is not allowed in a short text",
        "retirez les ** et les liens",
        "remove the ** and the links",
    ),
    "expected-span": message(
        "on attend un minimum et un maximum, on trouve « {value} »",
        "expected a minimum and a maximum, found “{value}”",
        "écrivez {{min: 20, max: 30}}, {{min: 20}} si le maximum est inconnu, ou unknown",
        "write {{min: 20, max: 30}}, {{min: 20}} without a known maximum, or unknown",
        near=True,
    ),
    "expected-text": message(
        "on attend un texte, on trouve {found_fr}",
        "expected a text, found {found_en}",
        'mettez-le entre guillemets : "{value}"',
        'put it in quotes: "{value}"',
        near=True,
    ),
    "expected-languages": message(
        "on attend un texte en deux langues, on trouve {found_fr}",
        "expected a text in two languages, found {found_en}",
        'écrivez {{fr: "…", en: "…"}} (ou unknown, pour une licence inconnue)',
        'write {{fr: "…", en: "…"}} (or unknown, for an unknown licence)',
    ),
    "expected-list": message(
        "on attend une liste, on trouve {found_fr}",
        "expected a list, found {found_en}",
        "écrivez [a, b], ou un élément par ligne, après un tiret; pour « origin », le mot "
        "editorial convient aussi",
        "write [a, b], or one item per line, after a hyphen; for “origin”, the word editorial will "
        "do too",
        near=True,
    ),
    "expected-group": message(
        "on attend un groupe de clés, on trouve {found_fr}",
        "expected a group of keys, found {found_en}",
        "écrivez des clés, une par ligne, parmi : {known}",
        "write keys, one per line, among: {known}",
        near=True,
    ),
    "expected-number": message(
        "on attend un nombre entier, on trouve « {value} »",
        "expected a whole number, found “{value}”",
        "écrivez-le en chiffres, sans guillemets ni unité : 20",
        "write it in digits, without quotes or unit: 20",
        near=True,
    ),
    "expected-yes-no": message(
        "on attend true ou false, on trouve « {value} »",
        "expected true or false, found “{value}”",
        "écrivez true (oui) ou false (non)",
        "write true (yes) or false (no)",
        near=True,
    ),
    "bad-date": message(
        "« {value} » n'est pas une date possible",
        "“{value}” is not a possible date",
        "écrivez AAAA-MM-JJ, par exemple 2026-11-21, ou null si elle est inconnue",
        "write YYYY-MM-DD, for example 2026-11-21, or null if it is unknown",
        near=True,
    ),
    "out-of-range": message(
        "« {value} » n'est pas entre {low} et {high}",
        "“{value}” is not between {low} and {high}",
        "écrivez un nombre de {low} à {high}",
        "write a number from {low} to {high}",
    ),
    "min-above-max": message(
        "le minimum ({low}) dépasse le maximum ({high})",
        "the minimum ({low}) is above the maximum ({high})",
        "inversez les deux nombres",
        "swap the two numbers",
    ),
    "row-size": message(
        "une rangée a une case par colonne ({columns}), et celle-ci : {value}",
        "a row has one cell for each column ({columns}), this one has {value}",
        "ajoutez ou retirez des cases",
        "add or remove cells",
    ),
    "empty-origin": message(
        "l'origine est vide",
        "the origin is empty",
        "nommez les passages des sources, par exemple [S1-C2-3], ou écrivez origin: editorial",
        "name the passages of the sources, for example [S1-C2-3], or write origin: editorial",
    ),
    "bad-choice": message(
        "« {value} » n'est pas un choix possible ici",
        "“{value}” is not a possible choice here",
        "choisissez parmi : {known}",
        "choose among: {known}",
        near=True,
    ),
    "no-word": message(
        "« {value} » ne contient aucun mot à chercher dans les textes",
        "“{value}” holds no word to look for in the texts",
        "écrivez le terme comme il paraît dans les textes",
        "write the term as it appears in the texts",
    ),
    "bad-id": message(
        "« {value} » ne peut pas servir d'identifiant",
        "“{value}” cannot be an id",
        "des minuscules sans accent, des chiffres et des traits d'union : exemple-2",
        "lowercase letters without accents, digits and hyphens: example-2",
        near=True,
    ),
    "reserved-id": message(
        "l'identifiant « {value} » sert déjà au site lui-même ou aux ordinateurs",
        "the id “{value}” is already used by the site itself or by computers",
        "commencez-le par l'identifiant de son texte, suivi d'un trait d'union",
        "start it with the id of its entry, followed by a hyphen",
    ),
    "bad-slug": message(
        "« {value} » ne peut pas servir d'adresse",
        "“{value}” cannot be an address",
        "des minuscules sans accent, des chiffres et des traits d'union : vision-commune",
        "lowercase letters without accents, digits and hyphens: common-agenda",
        near=True,
    ),
    "reserved-slug": message(
        "l'adresse « {value} » sert déjà au site lui-même ou aux ordinateurs",
        "the address “{value}” is already used by the site itself or by computers",
        "ajoutez-lui un mot",
        "add a word to it",
    ),
    "bad-address": message(
        "« {value} » n'est pas une adresse permise",
        "“{value}” is not an allowed address",
        "écrivez-la en entier, avec https:// et sans espace, ou entry:identifiant pour une page du "
        "site",
        "write it in full, with https:// and no space, or entry:id for a page of the site",
        near=True,
    ),
    "bad-path": message(
        "« {value} » n'est pas l'ancienne adresse d'une page du site",
        "“{value}” is not the old address of a page of the site",
        "écrivez-la sans le nom du site : /conditions/ancien-nom/",
        "write it without the site's name: /en/conditions/old-name/",
    ),
    "id-in-use": message(
        "l'identifiant « {value} » est encore utilisé dans {first}",
        "the id “{value}” is still used in {first}",
        "n'inscrivez ici que les identifiants qui ont disparu",
        "list here only ids that are gone",
    ),
    "empty-text": message(
        "le texte est vide",
        "the text is empty",
        "écrivez le texte ou retirez la clé si elle n'est pas obligatoire",
        "write the text, or remove the key if it is optional",
    ),
    "empty-list": message(
        "la liste est vide",
        "the list is empty",
        "nommez au moins un élément",
        "name at least one item",
    ),
    "raw-html": message(
        "le texte contient la balise HTML « {value} »",
        "the text contains the HTML tag “{value}”",
        "retirez-la; pour mettre en valeur : **gras**, *italique*",
        "remove it; for emphasis: **bold**, *italic*",
    ),
    "one-line": message(
        "ce texte doit tenir sur une ligne",
        "this text must be on one line",
        "retirez les retours à la ligne",
        "remove the line breaks",
    ),
    "name-differs": message(
        "le fichier s'appelle « {file} » et l'identifiant est « {value} »",
        "the file is named “{file}” and the id is “{value}”",
        "si c'est une faute, remettez dans « id » le nom du fichier; pour un nouveau texte, "
        "renommez plutôt le fichier",
        "if it is a slip, put the name of the file back in “id”; for a new text, rename the file",
    ),
}
