"""Find a programme, and say why it is as it is."""
