"""`./station bench NAME`: one measurement; the exit code says whether its bounds are kept."""

import sys
from importlib import import_module

from station_app.cli.demo import BENCHES


def main(arguments: list[str]) -> int:
    """Run the measurement named first; what stands behind is its own."""
    if not arguments or arguments[0] not in BENCHES:
        print("".join(f"./station bench {name}\n" for name in BENCHES), end="")
        return 2 if arguments else 0
    measured: int = import_module(f"tests.bench.{arguments[0]}").run(arguments[1:])
    return measured


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
