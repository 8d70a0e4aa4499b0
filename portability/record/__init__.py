"""What was decided, step by step, and how it is told."""
