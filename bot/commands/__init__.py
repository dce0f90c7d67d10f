"""The commands of the command line: each file holds one command, what it takes and what it does."""
