"""The reading room: the record in a browser, and its API. Nothing in it can change the record."""
