"""`python -m station_app`: what the launcher runs.

Why garbage waits: putting the program together makes none, and looking for it takes a tenth of the
start. Verbs collect again once they run; the window collects on its own terms.
"""

import gc
import sys

if __name__ == "__main__":
    gc.disable()
    from station_app.app import main

    gc.freeze()
    sys.exit(main())
