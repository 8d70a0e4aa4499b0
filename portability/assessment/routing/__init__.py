"""Unemployment and family benefits: which State pays, by which rule, and what the others add or refund."""
