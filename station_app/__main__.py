"""`python -m station_app`: what the launcher runs."""

import sys

from station_app.app import main

if __name__ == "__main__":
    sys.exit(main())
