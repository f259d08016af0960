"""One module a page: what was asked to what is shown."""
