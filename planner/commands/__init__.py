"""One file a command: the only place where the wings meet."""
