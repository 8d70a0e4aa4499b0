"""`python -m portability` is the command `portability`."""

import sys

from portability.cli import main

sys.exit(main())
