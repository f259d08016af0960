"""Pages from the web: politely, within limits, and from nowhere that they should not come from."""
