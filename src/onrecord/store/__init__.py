"""The record on disk: SQLite, sources by their hash, full-text search."""
