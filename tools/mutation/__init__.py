"""Single mistakes planted in the real content, to measure the messages; bytes broken at random."""
