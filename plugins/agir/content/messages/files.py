"""Messages about a file and its YAML."""

from __future__ import annotations

from agir.content.message import Message, message

MESSAGES: dict[str, Message] = {
    "not-regular": message(
        "ce n'est pas un fichier ordinaire",
        "this is not an ordinary file",
        "remplacez le lien ou le dossier par un vrai fichier",
        "replace the link or folder with a real file",
    ),
    "too-large": message(
        "le fichier dépasse 1 Mo",
        "the file is larger than 1 MB",
        "répartissez son contenu entre plusieurs fichiers",
        "split its content among several files",
    ),
    "too-long": message(
        "ce texte dépasse {most} mille caractères",
        "this text is longer than {most} thousand characters",
        "répartissez-le en plusieurs textes, ou en plusieurs pages",
        "split it into several texts, or into several pages",
    ),
    "too-many": message(
        "le fichier contient trop de textes, et la suite n'est pas lue",
        "the file holds too many texts, and the rest is not read",
        "répartissez son contenu en plusieurs fichiers",
        "split its content into several files",
    ),
    "too-many-problems": message(
        "ce fichier a plus de {most} problèmes : les autres ne sont pas montrés",
        "this file has more than {most} problems: the others are not shown",
        "réglez d'abord les premiers, ou reprenez la version d'avant du fichier",
        "settle the first ones, or take the file's previous version",
    ),
    "not-utf8": message(
        "le fichier n'est pas encodé en UTF-8",
        "the file is not encoded in UTF-8",
        "enregistrez-le de nouveau en choisissant l'encodage UTF-8",
        "save it again and choose the UTF-8 encoding",
    ),
    "unknown-file": message(
        "ce fichier n'est dans aucun des dossiers que le site lit",
        "this file is in none of the folders that the site reads",
        "il doit finir par .yml et se trouver directement dans un de ces dossiers : {known}",
        "it must end in .yml and be directly in one of these folders: {known}",
        near=True,
    ),
    "unknown-page": message(
        "ce fichier ne deviendrait pas une page",
        "this file would not become a page",
        "mettez-le directement dans docs/{value}, avec un nom comme tables-de-quartier.md : des "
        "minuscules sans accent, des chiffres, des traits d'union (home.md est déjà pris)",
        "put it directly in docs/{value}, with a name such as our-tables.md: lowercase letters "
        "without accents, digits, hyphens (home.md is already taken)",
    ),
    "bad-character": message(
        "un caractère invisible ou interdit se trouve ici ({detail})",
        "there is an invisible or forbidden character here ({detail})",
        "effacez le mot où il se trouve et retapez-le",
        "delete the word it is in and type it again",
    ),
    "yaml-syntax": message(
        "le fichier ne peut plus être lu à partir d'ici",
        "the file cannot be read any further from here",
        "regardez cette ligne et celle d'avant : même retrait que leurs voisines (deux espaces par "
        'niveau), guillemets droits "…" ouverts et fermés',
        "look at this line and the one before: the same indentation as their neighbours (two "
        'spaces per level), straight quotes "…" opened and closed',
    ),
    "indentation": message(
        "cette ligne n'est pas décalée comme ses voisines",
        "this line is not indented like its neighbours",
        "mettez le même nombre d'espaces au début de la ligne, deux par niveau; voyez aussi la "
        "ligne d'avant",
        "put the same number of spaces at the start of the line, two per level; look at the line "
        "before too",
        near=(
            "commencez cette ligne par {near} espaces",
            "start this line with {near} spaces",
        ),
    ),
    "colon-in-text": message(
        "ce texte contient « : » et il est lu comme une nouvelle clé",
        "this text contains “: ” and is read as a new key",
        'mettez tout le texte entre guillemets droits : fr: "Vie privée : les bases"',
        'put the whole text in straight quotes: fr: "Privacy: the basics"',
    ),
    "comma-in-text": message(
        "ce qui suit la virgule n'est pas une clé",
        "what follows the comma is not a key",
        'si la virgule est dans votre texte, mettez-le entre guillemets droits : fr: "Un, deux"',
        'if the comma is in your text, put it in straight quotes: fr: "One, two"',
    ),
    "missing-blank": message(
        "il manque une espace ordinaire après « : »",
        "an ordinary space is missing after “:”",
        "tapez-la avec la barre d'espacement",
        "type it with the space bar",
    ),
    "no-break-space": message(
        "une espace insécable ou invisible se trouve ici",
        "there is a no-break or invisible space here",
        "effacez les espaces et retapez-les avec la barre d'espacement",
        "delete the spaces and type them again with the space bar",
    ),
    "backslash": message(
        "la barre oblique inverse \\ a un sens spécial entre guillemets droits",
        "the backslash \\ has a special meaning inside straight quotes",
        "écrivez-la deux fois : \\\\",
        "write it twice: \\\\",
    ),
    "curly-quotes": message(
        "ces guillemets seraient publiés avec le texte",
        "these quotes would be published with the text",
        'prenez des guillemets droits "…"; pour publier les autres : "« … »"',
        'use straight quotes "…"; to publish the others: "“…”"',
        near=True,
    ),
    "misplaced-key": message(
        "cette clé n'est pas à sa place",
        "this key is out of place",
        "regardez aussi la ligne d'avant : une espace après « : » et après le tiret, et le même "
        "retrait que ses voisines",
        "look at the line before too: a space after “:” and after the hyphen, and the same "
        "indentation as its neighbours",
    ),
    "empty-file": message(
        "le fichier est vide",
        "the file is empty",
        "remettez son contenu, ou supprimez le fichier",
        "put its content back, or delete the file",
    ),
    "hash-in-text": message(
        "la suite du texte, à partir de #, serait ignorée",
        "the rest of the text, from # on, would be ignored",
        'mettez tout le texte entre guillemets droits "…"; une remarque va dans « note: »',
        'put the whole text in straight quotes "…"; a remark goes under “note:”',
    ),
    "open-quote": message(
        "un guillemet ouvert n'est pas refermé comme il faut",
        "a quote that was opened is not closed properly",
        "à l'intérieur de \"…\", écrivez « » ou “ ”; à la place de '…', préférez \"l'été\"; et "
        'fermez le texte par "',
        'inside "…", write “ ”; instead of \'…\', prefer "it\'s"; and close the text with "',
    ),
    "open-bracket": message(
        "une liste [ ] ou un groupe {{ }} n'est pas refermé, ou il y manque une virgule",
        "a list [ ] or a group {{ }} is not closed, or a comma is missing in it",
        "vérifiez les virgules, puis refermez avec ] ou }}",
        "check the commas, then close it with ] or }}",
    ),
    "tab": message(
        "une tabulation sert de retrait",
        "a tab is used as indentation",
        "remplacez-la par des espaces (deux par niveau)",
        "replace it with spaces (two per level)",
    ),
    "merge-conflict": message(
        "le fichier contient deux versions d'un même texte (un conflit de fusion)",
        "the file holds two versions of one text (a merge conflict)",
        "gardez une des deux versions et effacez les lignes <<<<<<<, ======= et >>>>>>>",
        "keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>",
    ),
    "second-document": message(
        "une ligne « --- » coupe le fichier en deux",
        "a line “---” cuts the file in two",
        "effacez cette ligne",
        "delete that line",
    ),
    "anchor": message(
        "les signes & et * au début d'un texte ont un sens spécial",
        "the signs & and * at the start of a text have a special meaning",
        "retirez ce signe et le mot qui le suit, ou mettez tout le texte entre guillemets "
        'droits "…"',
        'remove the sign and the word after it, or put the whole text in straight quotes "…"',
    ),
    "tag": message(
        "les signes !, @, % et ` au début d'un texte ont un sens spécial",
        "the signs !, @, % and ` at the start of a text have a special meaning",
        "retirez ce signe et le mot qui le suit, ou mettez tout le texte entre guillemets "
        'droits "…"',
        'remove the sign and the word after it, or put the whole text in straight quotes "…"',
    ),
    "too-deep": message(
        "il y a trop de niveaux les uns dans les autres",
        "there are too many levels inside one another",
        "retirez des niveaux; au besoin, regardez un autre texte du même dossier",
        "remove some levels; if need be, look at another entry of the same folder",
    ),
    "key-not-text": message(
        "une clé doit être un mot",
        "a key must be a word",
        "écrivez un seul mot avant le deux-points, comme dans les autres textes du même dossier",
        "write a single word before the colon, as in the other entries of the same folder",
    ),
    "duplicate-key": message(
        "la clé « {key} » est déjà utilisée à la ligne {line}",
        "the key “{key}” is already used on line {line}",
        "n'en gardez qu'une",
        "keep only one of the two",
    ),
}
