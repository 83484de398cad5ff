"""`make handouts`: every handout on paper, and those of sheets as files that people edit."""
