"""The command line: one file a command; parsing of arguments and printing only."""
