"""One module per site generator that carries the pages: MkDocs, and Zensical by export."""
