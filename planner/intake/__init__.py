"""What goes in: the review, its files, and the problem they state."""
