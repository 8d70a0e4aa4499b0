"""A case: one person's life as papers and declarations tell it, checked before any law is asked."""
