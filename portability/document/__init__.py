"""Files as people write them: TOML and JSON with lines, limits and suggestions, and the guarded types of fields."""
