"""The judges, a module each: `BARS`, and `run(site)`, which gives findings."""
