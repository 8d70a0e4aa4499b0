"""Injury in the stages: one State's law for one injury; the same text serves a case and the rows of a population."""
