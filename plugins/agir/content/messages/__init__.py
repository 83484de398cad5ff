"""Every message to an editor, in French and English, in the words of someone who writes texts."""

from __future__ import annotations

from agir.content.messages import entries, files, links

CATALOGUE = files.MESSAGES | entries.MESSAGES | links.MESSAGES
