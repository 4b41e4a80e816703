"""Codes as labels in the present language: what stands in lists, forms and files people read."""

from collections.abc import Iterable
from datetime import date

from station_app.domain.codes import ListName, code_list
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import DocumentKind, Sex
from station_app.i18n import _, language


def label(name: ListName, code: str) -> str:
    """The label of a code; a code that the list does not know stands for itself."""
    return code_list(name).label(code, language())


def choices(
    name: ListName, day: date | None = None, *, kept: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Code and label of every entry, in the order in which a form offers them.

    With a `day`, of those offered on it, and of those `kept` by what is being changed.
    """
    known = code_list(name)
    offered = known.codes if day is None else known.offered(day)
    wanted = {entry.code for entry in offered} | set(kept)
    listed = [entry.code for entry in known.codes if entry.code in wanted]
    strange = [code for code in dict.fromkeys(kept) if code and known.entry(code) is None]
    return tuple((code, label(name, code)) for code in (*listed, *strange))


def labels_text(name: ListName) -> str:
    """All labels of a list in one line."""
    return _(", ").join(text for _code, text in choices(name))


def sex_label(sex: Sex | str) -> str:
    """男, 女, 未知, 未说明."""
    return label("sex", str(sex))


def document_kind_label(kind: DocumentKind) -> str:
    """居民身份证, 护照 …"""
    return label("document_kind", kind.value)


def consent_way_label(way: ConsentWay) -> str:
    """书面签字, 监护人同意 …"""
    return label("consent_way", way.value)


def service_class_label(code: str) -> str:
    """社区服务, 环境保护 …"""
    return label("service_class", code)


def post_class_label(code: str) -> str:
    """便民志愿服务, 丰富活跃文化生活 …"""
    return label("post_class", code)
