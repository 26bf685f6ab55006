"""`python -m generator`: the same as `dateline`."""

import sys

from generator.cli import main

sys.exit(main())
