"""How laws turn a length and a reference wage into a pension: one file a formula shape."""
