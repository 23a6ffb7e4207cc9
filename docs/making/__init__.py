"""What the generated pages are made with."""
