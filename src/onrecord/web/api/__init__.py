"""The record for programs: one module a noun."""
