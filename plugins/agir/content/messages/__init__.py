"""Every message to an editor, in French and English, in the words of someone who writes texts."""

from __future__ import annotations

from agir.content.messages import entries, files, links, portraits, workshops

GROUPS = {
    "files": files.MESSAGES,
    "entries": entries.MESSAGES | portraits.MESSAGES | workshops.MESSAGES,
    "links": links.MESSAGES,
}
CATALOGUE = GROUPS["files"] | GROUPS["entries"] | GROUPS["links"]
