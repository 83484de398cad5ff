"""The benchmark: the same content built by us and by what people would use instead."""
