"""The page on populations: how to simulate one, its tables and the field of the case behind each column, the result, recipes."""

from portability.population.columns import page as columns
from portability.population.rows import NUMBERS, WORDS
from portability.population.summary_text import SAID

START = """\
# Populations

Many careers under several sets of agreements, each decided as `portability case` decides one.

```text
portability population make scenarios/populations/sadc.toml --persons 1000 --seed 1 --out people
portability simulate people --under none r167-for-all --by corridor sex --out result
portability replay result --person 17
```

`simulate` reads a folder of tables, decides every person under every set for the date of the person's claim (`--at DATE`: one day
for all), and writes a folder with `results.parquet` (`results.csv` where pyarrow is not installed), `summary.txt`,
`summary.json` and `lock.json`. The lock holds the hashes of the tables, the law, the sets and the engine, the seed where the
population was made by a recipe, and the command that makes the result again. The same lock gives the same rows, on any number
of processes (`--processes N`; each is started afresh). The folder appears when it is whole. Until then the work lies in a
hidden folder beside it, and the same command goes on with a run that was broken off, at whatever moment; a run of something
else is not gone on with.

`replay` tells one person as a case with the whole decision, and says whether it is what the table says, and what was changed
since: the tables, the law or the engine. Its exit status is 1 where it is not.

Parquet is read and written with pyarrow, the extra `population` of this program; CSV needs nothing more.

## The tables

A folder with one file for each table, `.parquet` or `.csv` (UTF-8, commas, a heading, an empty cell for what is not known).
Every table has the column `person` and is sorted by it: whole numbers by size, or text letter by letter. `persons` and `spells`
must be there. A time is told in days (`from` and `to`, both of them in it) or in months counted from January 1900
(`from_month`, and `until_month`, which is no longer in it: 1320 and 1332 are the year 2010). Amounts are exact: decimal text or
decimal numbers, never floating ones, in the currency of the row. What is wrong is told all at once, the first few rows of each
kind of fault with their numbers.

"""

RESULT = """\
## The result

One row for each benefit of each person under each set, and one more for each other sum beside it (a lump sum beside a pension, a
supplement); one for each guarantee of the floor. An amount that is not known is empty, never nought; where law or facts are
missing the row is `undetermined`. `person` is the person as the tables have it.

| column | says |
|---|---|
"""

SUMMARY = """\

## The summary

Told for each set, and for each group of `--by` (`sex`, `birth_decade`, `corridor`: the States of the career in their order,
`nationality`, `residence`, `region`, `residence_status`). A person counts once:

| line | counts persons |
|---|---|
"""

MORE = """\

**Months lost** are own months in a State that yields neither pension, lump sum nor balance there; months in a State where that is
not known are told apart. Lengths in other units are added as 12 months a year, 3 a quarter, 52 weeks a year, 30 days a month.
**Gain and lose** hold every benefit against that under the first set: a person gains where something is more and nothing
less. Benefits that change alike (State, scheme, status, form, way, before and after) are one group, and the clause told is the
first step that differs for the person named, as `portability compare` tells it. **Weak law**: of each currency, what part of the
sum is owed under law whose standing is unconfirmed or assumed. Amounts are sums of one payment each, never exchanged. With a
column `weight` in persons, shares are weighted too, with their standard error, persons taken as drawn one by one: the only
floating numbers of the program.

## Recipes

A recipe (`format = "portability.population/1"`, in TOML; `portability schema population` lists every key, `portability check`
names what is wrong) says how careers are drawn. `scenarios/populations/sadc.toml` follows the corridors of Southern Africa,
`scenarios/populations/invented.toml` goes through invented States. Every number is a table of its own and says where it comes
from: `source`, a key of the bibliography with the place there, or `assumed`, why it was taken so.

1. `[[corridor]]`: the States of a career in their order (`path`), how often it is drawn (`weight`), how many go back to the
   first at the end (`returns`), and the sectors it is open to.
2. `[[sector]]`: under which scheme each State insures such work. Work in a State that has schemes, but none for it, leaves no
   trace; in a State without any scheme it is told as employment.
3. `[[state]]`: how many jobs are informal, and insure nobody; wages by the month in the year of the claim, and by how much they
   were less each year before; from which year on they are known.
4. `[ages]`, `[spells]`: when work begins, when one moves, the age at the claim; how long stays abroad, jobs and gaps are.
5. `[known]`: how many careers come with earnings, with certified reference earnings, with neither; how many are certified.
6. `[overlap]`, `[family]`, `[invalidity]`: who insures himself on in the first State, spouses and children, who becomes
   invalid and claims that too.

Each person is drawn from the seed and its number alone: a longer population begins with the persons of a shorter one, and every
machine draws the same. `made.json` beside the tables keeps the recipe, its hash and the seed.
"""


def page() -> str:
    """The page."""
    result = "".join(f"| `{name}` | {said} |\n" for name, said in {**WORDS, **NUMBERS}.items())
    summary = "".join(f"| {said} | `{name}` |\n" for name, said in SAID.items())
    return START + columns() + RESULT + result + SUMMARY + summary + MORE
