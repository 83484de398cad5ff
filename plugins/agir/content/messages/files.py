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
        "répartissez son contenu en plusieurs fichiers",
        "split its content into several files",
    ),
    "not-utf8": message(
        "le fichier n'est pas encodé en UTF-8",
        "the file is not encoded in UTF-8",
        "enregistrez-le de nouveau en choisissant l'encodage UTF-8",
        "save it again and choose the UTF-8 encoding",
    ),
    "unknown-file": message(
        "ce fichier n'appartient à aucune collection",
        "this file belongs to no collection",
        "déplacez-le dans l'un de ces dossiers : {known}",
        "move it to one of these folders: {known}",
        near=True,
    ),
    "bad-character": message(
        "un caractère invisible ou interdit se trouve ici ({detail})",
        "there is an invisible or forbidden character here ({detail})",
        "effacez-le et tapez le texte de nouveau",
        "delete it and type the text again",
    ),
    "yaml-syntax": message(
        "le fichier ne peut pas être lu à partir d'ici ({detail})",
        "the file cannot be read from here on ({detail})",
        "vérifiez le retrait des lignes (deux espaces) et mettez les textes entre guillemets",
        "check the indentation (two spaces) and put texts in quotes",
    ),
    "colon-in-text": message(
        "ce texte contient « : » et il est lu comme une nouvelle clé",
        'this text contains ": " and is read as a new key',
        'mettez tout le texte entre guillemets : fr: "Vie privée : les bases"',
        'put the whole text in quotes: fr: "Privacy: the basics"',
    ),
    "open-quote": message(
        "un guillemet ouvert n'est pas refermé comme il faut",
        "a quote that was opened is not closed properly",
        "refermez-le; une apostrophe dans '…' se double : 'l''été'; préférez \"l'été\"",
        "close it; an apostrophe inside '…' is doubled: 'it''s'; prefer \"it's\"",
    ),
    "open-bracket": message(
        "une liste [ ] ou un groupe {{ }} n'est pas bien fermé ou séparé",
        "a list [ ] or a group {{ }} is not closed or separated properly",
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
        "le fichier contient les marques d'un conflit de fusion",
        "the file contains the marks of a merge conflict",
        "gardez une des deux versions et effacez les lignes <<<<<<<, ======= et >>>>>>>",
        "keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>",
    ),
    "second-document": message(
        "le fichier contient une ligne « --- » qui en commence un deuxième",
        'the file contains a "---" line that starts a second one',
        "effacez cette ligne",
        "delete that line",
    ),
    "anchor": message(
        "les signes & et * au début d'un texte ont un sens spécial",
        "the signs & and * at the start of a text have a special meaning",
        "mettez le texte entre guillemets",
        "put the text in quotes",
    ),
    "tag": message(
        "le signe ! au début d'un texte a un sens spécial",
        "the sign ! at the start of a text has a special meaning",
        "mettez le texte entre guillemets",
        "put the text in quotes",
    ),
    "too-deep": message(
        "il y a trop de niveaux les uns dans les autres",
        "there are too many levels inside one another",
        "comparez avec une autre fiche du même dossier",
        "compare with another entry of the same folder",
    ),
    "key-not-text": message(
        "une clé doit être un mot",
        "a key must be a word",
        "comparez avec une autre fiche du même dossier",
        "compare with another entry of the same folder",
    ),
    "duplicate-key": message(
        "la clé « {key} » est déjà utilisée à la ligne {line}",
        'the key "{key}" is already used on line {line}',
        "gardez une seule des deux",
        "keep only one of the two",
    ),
}
