"""Check digits of identity cards issued in Hong Kong and Taiwan.

Rules: Hong Kong, weights 9 to 2 over two letters and six digits, modulo 11; Taiwan, the letter as
two digits, weights 1, 9 to 1, modulo 10. Macao publishes none.
"""

from typing import Final

_SPACE: Final = 36  # what stands for the first letter where there is only one
_TAIWAN: Final = dict(zip("ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36), strict=True))


def hong_kong_check(body: str) -> str:
    """The last character of a card: one or two letters and six digits before it."""
    values = [int(mark, 36) for mark in body]
    padded = [_SPACE] * (8 - len(values)) + values
    total = sum(weight * value for weight, value in zip(range(9, 1, -1), padded, strict=True))
    check = -total % 11
    return "A" if check == 10 else str(check)


def taiwan_check(body: str) -> str:
    """The last digit of a card: one letter and eight digits before it."""
    tens, units = divmod(_TAIWAN[body[0]], 10)
    weighted = zip(range(8, 0, -1), map(int, body[1:]), strict=True)
    return str(-(tens + 9 * units + sum(weight * digit for weight, digit in weighted)) % 10)
