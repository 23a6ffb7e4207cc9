"""Find a programme, say why, write it down, send it, repair it."""
