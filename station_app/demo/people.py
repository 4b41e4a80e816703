"""Invented people, marked 演示, in any number; the same seed tells the same people.

Why they can be no real ones: their identity numbers begin with 1999, and 19 is the code of no
province; their telephones begin with 154, a range that no operator was given. Check digits are
right, so that samples go through every rule that real people go through.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from stdnum.iso7064 import mod_11_2

from station_app.demo.picking import MARK, PHONES, picked, some
from station_app.demo.telling import agreed, told
from station_app.demo.wordlists import (
    AREAS,
    DOTTED_FIRST,
    DOTTED_LAST,
    FREQUENT_SURNAMES,
    MENS,
    RARE,
    RARE_SURNAMES,
    SKILLS,
    WOMENS,
)
from station_app.domain.codes import code_list
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.people import AgeRules, Registration, age_on

REGION: Final = "199900"
_ORDERS: Final = 1000  # sequence numbers of one day and region
_YEARS: Final = (8, 82)
_STRIDE: Final = 15_485_863  # primes: walking by them meets every number once
_PHONE_STRIDE: Final = 32_452_843


def invented(seed: int, count: int, *, today: date) -> Iterator[Registration]:
    """So many people, one after the other; the first ones are the same whatever the count.

    They are 8 to 81 years old on `today`, and agreed to be registered in the weeks before.
    Documents never repeat, up to a million people and far beyond.
    """
    chance, aside = random.Random(seed), random.Random(~seed)
    start = int(chance.random() * 10**8)
    for serial in range(count):
        yield _person(chance, aside, start + serial, today)


def _person(chance: random.Random, aside: random.Random, serial: int, today: date) -> Registration:
    number = _identity_number(serial, today)
    document = Document(DocumentKind.RESIDENT_ID, number)
    sex, born_on = document.sex, document.born_on
    assert sex is not None
    assert born_on is not None
    age = age_on(born_on, today)
    name, area = _name(chance, sex), picked(chance, AREAS)
    phone = "" if chance.random() < (0.2 if age > 70 else 0.02) else _phone(serial)
    skills = some(chance, SKILLS, most=2)
    classes = some(chance, _classes(), most=3) or ("2",)
    ago = timedelta(days=int(chance.random() * 60))
    way = ConsentWay.GUARDIAN if age < AgeRules().guardian_below else _way(chance)
    witness, guardian, guardian_phone = agreed(aside, name, way)
    return Registration(
        name=name,
        sex=sex,
        born_on=born_on,
        document=document,
        area=area,
        phone=phone,
        skills=skills,
        service_classes=classes,
        consent_on=today - ago,
        consent_way=way,
        consent_witness=witness,
        guardian_name=guardian,
        guardian_phone=guardian_phone,
        remark=MARK,
        profile=told(aside, name, age, area),
    )


def _identity_number(serial: int, today: date) -> str:
    youngest = today - timedelta(days=366 * _YEARS[0])
    days = int(365.25 * (_YEARS[1] - _YEARS[0])) - 366
    day, order = divmod(serial * _STRIDE % (days * _ORDERS), _ORDERS)
    body = f"{REGION}{youngest - timedelta(days=day):%Y%m%d}{order:03d}"
    return body + mod_11_2.calc_check_digit(body)


def _phone(serial: int) -> str:
    return f"{PHONES}{serial * _PHONE_STRIDE % 10**8:08d}"


def _name(chance: random.Random, sex: Sex) -> str:
    draw = chance.random()
    if draw < 0.02:
        return f"{picked(chance, DOTTED_FIRST)}·{picked(chance, DOTTED_LAST)}"
    surname = picked(chance, RARE_SURNAMES if draw < 0.06 else FREQUENT_SURNAMES)
    given = picked(chance, MENS if sex is Sex.MALE else WOMENS)
    if draw > 0.99:
        return surname + picked(chance, RARE)
    if chance.random() < 0.2:
        return surname + given[0]
    return surname + given


def _way(chance: random.Random) -> ConsentWay:
    return ConsentWay.SPOKEN_WITNESSED if chance.random() < 0.15 else ConsentWay.PAPER


def _classes() -> tuple[str, ...]:
    return tuple(entry.code for entry in code_list("service_class").codes)
