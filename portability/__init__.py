"""What a person who worked in several countries is owed, with the article behind every figure.

Law is data (`agreements/`), rules are words (`portability.rules`), assessment is order (`portability.assessment`).
Importing this package loads nothing else: the command answers `--help` without the engine.
"""

__version__ = "0.1.0"
