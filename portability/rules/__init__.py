"""What laws do, one rule a function: totalise, apportion, compare, cap, round.

Rules see only lengths, amounts, shares and yes/no: no date, no State, no currency. The same text decides one person
exactly and a population in columns, because it is written in the words of `portability.number.words`.
"""
