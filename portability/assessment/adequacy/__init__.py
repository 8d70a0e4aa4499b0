"""Whether the schemes of a State give what conventions ask: a test of schemes by a standard beneficiary, never of persons.

What a case owes never depends on it, and it decides several invented lives for each scheme: only a traced decision tells it.
"""
