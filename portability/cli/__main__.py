"""`python -m portability.cli` is the command `portability`."""

import sys

from portability.cli import main

sys.exit(main())
