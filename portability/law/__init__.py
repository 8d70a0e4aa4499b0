"""The shelf of law: dated agreements, national laws and floors, and the check of their files."""
