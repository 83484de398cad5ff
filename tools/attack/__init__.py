"""Attacks on the gate: bombs, and hostile texts that a real browser is shown."""
