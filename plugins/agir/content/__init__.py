"""From YAML to a checked, typed library. Knows no page, no HTML, no generator."""
