"""Read back what is about to go out, as its reader's program would, into fields of a known kind."""
