"""Whether the schemes of a State give what conventions ask: a test of schemes by a standard beneficiary, never of persons.

No decision runs it: what a case owes nobody depends on it, and it would decide several invented lives for each scheme.
"""
