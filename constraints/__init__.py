"""What a programme must keep: the problem, the programme, and one file a rule."""
