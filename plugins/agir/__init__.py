"""Agir ensemble: YAML content, turned into pages, carried by a site generator."""
