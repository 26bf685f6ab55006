"""The verbs of the command line, imported when they are used: `dateline --help` loads none of them."""
