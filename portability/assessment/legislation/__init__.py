"""Which State's law applies to work: one State at a time, by the place of work, or as an instrument has it for some."""
