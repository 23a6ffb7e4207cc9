"""The hard rules, one file each."""
