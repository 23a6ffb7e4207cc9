"""How density checks count: what is asked of whom, how much of it can be done, and the proof of it."""
