"""How much of anything is read: far more than an editor writes, far less than what would hurt."""

from __future__ import annotations

MAX_BYTES = 1_000_000  # of a file; our largest has 22,000
MAX_LINES = 10_000  # of a file; our largest has 600
MAX_NODES = 5_000  # texts, lists and groups of a file; our largest has 1,300
MAX_DEPTH = 12  # of lists and groups in one another
MAX_MENDED = 100_000  # characters of a file that is read on past what cannot be read
MAX_RECORD = 5_000_000  # bytes of data/.translations; ours has 230,000
MAX_TEXT = 10_000  # characters; our longest text has 800
MAX_PAGE = 100_000  # characters of a hand-written page; our longest has 6,000
MAX_FOLDERS = 12  # in one another; the content needs two
MAX_SUGGESTION = 1_000  # characters; what is longer nobody types
MAX_PROBLEMS = 100  # that are told of one file
