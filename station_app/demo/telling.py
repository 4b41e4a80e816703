"""What invented people tell beyond what must be known, and before whom they agreed."""

import random
from typing import Final

from station_app.demo.picking import MARK, PHONES, picked, some
from station_app.demo.wordlists import FREQUENT_SURNAMES, LANGUAGES, MENS, STREETS, WOMENS
from station_app.domain.consents import ConsentWay
from station_app.domain.profiles import NOTHING_TOLD, SLOTS, Profile

_TELLS: Final = 0.4
_HAN: Final = "01"
_OTHERS: Final = ("03", "05", "06", "08", "11", "15")
_WORK: Final = (("17", "20"), ("13", "20"), ("24", "40"), ("54", "30"), ("21", "14"), ("51", "30"))


def agreed(chance: random.Random, name: str, way: ConsentWay) -> tuple[str, str, str]:
    """The witness, or the guardian and the guardian's telephone, as this way of consent asks."""
    if way is ConsentWay.SPOKEN_WITNESSED:
        return _somebody(chance, picked(chance, FREQUENT_SURNAMES)), "", ""
    if way is ConsentWay.GUARDIAN:
        return "", _somebody(chance, name[0]), _phone(chance)
    return "", "", ""


def told(chance: random.Random, name: str, age: int, area: str) -> Profile:
    """What somebody of this age chose to tell; most people tell nothing."""
    if chance.random() > _TELLS:
        return NOTHING_TOLD
    employment, education = _occupation(chance, age)
    near = chance.random() < 0.7
    return Profile(
        ethnic_group=_ethnic_group(chance, name),
        political_status=_political_status(chance, age),
        education=education,
        employment=employment,
        address=f"{area}{picked(chance, STREETS)}" if chance.random() < 0.5 else "",
        emergency_name=_somebody(chance, name[0]) if near else "",
        emergency_phone=_phone(chance) if near else "",
        availability=tuple(slot for slot in SLOTS if chance.random() < 0.15),
        languages=some(chance, LANGUAGES, most=2),
    )


def _ethnic_group(chance: random.Random, name: str) -> str:
    if "·" in name:
        return picked(chance, ("05", "17"))
    return picked(chance, _OTHERS) if chance.random() < 0.12 else _HAN


def _political_status(chance: random.Random, age: int) -> str:
    if 14 <= age < 28:
        return picked(chance, ("03", "03", "13"))
    return picked(chance, ("01", "13", "13")) if age >= 28 else ""


def _occupation(chance: random.Random, age: int) -> tuple[str, str]:
    """Employment and education, as codes."""
    if age < 18:
        return "31", "80" if age < 13 else "70" if age < 16 else "60"
    if age >= 60:
        return "80", picked(chance, ("60", "70", "30"))
    return picked(chance, _WORK)


def _somebody(chance: random.Random, surname: str) -> str:
    given = picked(chance, WOMENS if chance.random() < 0.5 else MENS)
    return f"{surname}{given}（{MARK}）"


def _phone(chance: random.Random) -> str:
    return f"{PHONES}{int(chance.random() * 10**8):08d}"
