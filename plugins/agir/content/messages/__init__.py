"""Every message to an editor, in French and English, in the words of someone who writes texts."""

from __future__ import annotations

from agir.content.messages import entries, files, links

GROUPS = {"files": files.MESSAGES, "entries": entries.MESSAGES, "links": links.MESSAGES}
CATALOGUE = files.MESSAGES | entries.MESSAGES | links.MESSAGES
