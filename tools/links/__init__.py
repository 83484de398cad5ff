"""Whether the links of the content still lead somewhere: opened politely, told, dated."""
