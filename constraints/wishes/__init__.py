"""The soft rules, one file each."""
