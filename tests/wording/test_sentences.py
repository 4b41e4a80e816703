"""Errors as sentences."""

from station_app.wording import sentence
from tests.helpers.every import every_error


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    unregistered = sentence.dispatch(object)
    assert [
        kind.__name__ for kind in every_error() if sentence.dispatch(kind) is unregistered
    ] == []
