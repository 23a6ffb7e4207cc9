"""Word, Excel and HTML: pure functions of a view."""
