"""The ground the rules stand on: where the project lies and which files belong to it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
