"""From the library to pages, by autoescaped templates. Knows no site generator."""
