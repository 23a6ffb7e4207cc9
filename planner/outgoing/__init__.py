"""Write it down and send it."""
