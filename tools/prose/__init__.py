"""Advice on the prose of the resource, which never blocks anybody."""
