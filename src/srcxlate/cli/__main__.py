"""``python -m srcxlate.cli``: the console script without its file."""

from srcxlate.cli import main

main()
