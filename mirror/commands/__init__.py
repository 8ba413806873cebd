"""The commands, a function each: `run(args) -> exit status`. `parser.py` says which and how."""
