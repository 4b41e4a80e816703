"""Verbs about one volunteer: everything known, consent, qualifications."""

from collections.abc import Callable

from tests.cli.conftest import Shell


def test_one_volunteer_is_shown_whole_with_the_document_masked(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer("李梅", "999999198501020013", "--phone", "13800138000")
    said = shell("volunteers", "show", number, "--json")
    facts = said.facts
    assert facts["document_masked"] == "999***********0013"
    assert "999999198501020013" not in said.out
    assert (facts["star"], facts["hours_to_next_star"], facts["times"]) == (0, 100.0, 0)
    assert [one["purpose"] for one in facts["consents"] if one["holds"]] == ["record"]
    assert facts["profile"]["health"] == ""
    told = shell("volunteers", "show", "李梅").out
    assert "登记与服务记录：2026-10-01 起，书面签字" in told
    assert "999999198501020013" not in told


def test_consent_is_given_and_taken_back_by_verbs(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    words = ("--on", "2026-10-20", "--way", "口头同意", "--witness", "赵敏")
    given = shell.facts("volunteers", "consent", number, "--give", "photo，宣传", *words)
    held = {one["purpose"]: one for one in given["consents"] if one["holds"]}
    assert set(held) == {"record", "photo", "publicity"}
    assert held["photo"]["witness"] == "赵敏"
    gone = shell.facts("volunteers", "consent", number, "--withdraw", "record")
    assert not any(one["holds"] for one in gone["consents"])
    again = shell("volunteers", "consent", number, "--withdraw", "photo", "--json")
    assert again.facts["error"]["code"] == "consent_unchanged"


def test_a_qualification_is_entered_and_told(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    words = ("--kind", "驾照", "--paper", "D-1", "--from", "2026-01-01", "--until", "2026-11-30")
    (held,) = shell.facts("volunteers", "qualify", number, *words)["qualifications"]
    assert (held["kind"], held["until"], held["validity"]) == ("driving", "2026-11-30", "lapsing")
    assert "机动车驾驶证 · 即将到期 · 有效期至 2026-11-30 · D-1" in (
        shell("volunteers", "qualify", number).out
    )
