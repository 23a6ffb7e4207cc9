"""Formats of review that are ready to run: templates with synthetic people and cases."""
