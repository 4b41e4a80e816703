"""Practice Station: the front desk of a New Era Civilization Practice Point."""

__version__ = "0.1.0"
