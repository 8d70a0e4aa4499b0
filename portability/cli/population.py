"""`portability population make`: a synthetic population by a recipe."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from portability.faults import Refused


def run(words: Sequence[str]) -> int:
    """Make a population; 1 if the recipe or the goal was refused."""
    parser = argparse.ArgumentParser(prog="portability population", description="Synthetic populations.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="make")
    make = verbs.add_parser(
        "make", help="make one by a recipe", description="A synthetic population by a recipe, the same for the same seed."
    )
    make.add_argument("recipe", metavar="RECIPE", help="a recipe, as scenarios/populations/sadc.toml")
    make.add_argument("--persons", type=_number, required=True, metavar="N", help="so many persons")
    make.add_argument("--seed", type=_seed, default=0, metavar="S", help="another number draws other persons (default 0)")
    make.add_argument("--out", required=True, metavar="DIR", help="where the tables go: a folder that is not there yet")
    given = parser.parse_args(words)
    from portability.case.recipe import load_recipe
    from portability.cli.simulate import progress
    from portability.law.shelf import default_shelf
    from portability.population.making import make as made

    try:
        recipe = load_recipe(given.recipe)
        said = made(recipe, given.persons, given.seed, Path(given.out), default_shelf(), progress())
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(said, end="")
    return 0


def _number(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 10**9:
        raise argparse.ArgumentTypeError(f'"{word}" is not a number of persons, as 1000')
    return int(word)


def _seed(word: str) -> int:
    if not word.isdecimal() or len(word) > 18:
        raise argparse.ArgumentTypeError(f'"{word}" is not a seed: write a whole number, as 20260101')
    return int(word)
