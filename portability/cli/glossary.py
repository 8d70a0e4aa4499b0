"""`portability glossary`: the words of the law, each with its meaning and its article."""

import argparse
from collections.abc import Sequence

from portability.terms import glossary


def run(words: Sequence[str]) -> int:
    """Print the glossary; 0."""
    argparse.ArgumentParser(prog="portability glossary", description=__doc__).parse_args(words)
    print(glossary(), end="")
    return 0
