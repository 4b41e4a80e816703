"""Verbs of imports that were done, and of how columns were read."""

import argparse
from uuid import UUID

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.i18n import N_, _
from station_app.services.import_profiles import KeptProfile, drop_profile, find_profile, profiles
from station_app.services.import_runs import (
    RunRow,
    import_runs,
    take_back_import,
    take_back_preview,
)
from station_app.sheets.reading import Kind
from station_app.wording.importing import blockings_text, kind_text
from station_app.wording.people import field_label
from station_app.wording.values import moment_text

GROUPS = {"imports": N_("files that were imported")}

_RUN_FIELDS: tuple[Field[RunRow], ...] = (
    Field("id", N_("Import"), lambda run: str(run.id)),
    Field("kind", N_("What"), lambda run: run.kind, lambda run: kind_text(run.kind)),
    Field("file", N_("File"), lambda run: run.file),
    Field("asked", N_("Rows"), lambda run: run.asked, right=True),
    Field("done", N_("Taken in"), lambda run: run.done, right=True),
    Field(
        "imported_at",
        N_("Imported at"),
        lambda run: local(run.imported_at).isoformat(timespec="minutes"),
        lambda run: moment_text(run.imported_at),
    ),
    Field("imported_by", N_("By"), lambda run: run.imported_by),
    Field(
        "undone_at",
        N_("Taken back"),
        lambda run: local(run.undone_at).isoformat(timespec="minutes") if run.undone_at else None,
        lambda run: moment_text(run.undone_at),
    ),
)
_PROFILE_FIELDS: tuple[Field[KeptProfile], ...] = (
    Field("name", N_("Name of the mapping"), lambda one: one.name),
    Field("columns", N_("Columns"), lambda one: dict(one.columns), lambda one: _pairs(one)),
)


def _list(call: Call) -> Listing[RunRow]:
    return Listing(_RUN_FIELDS, call.office.read(import_runs))


def _take_back_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", type=_run_id, help=_("import as the list names it"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("say what would happen and change nothing")
    )


def _take_back(call: Call) -> Facts:
    run_id = call.options.id
    preview = call.office.read(take_back_preview, run_id)
    facts = {"count": preview.count, "blocked": preview.blocked, "file": preview.run.file}
    if not call.options.dry_run:
        count = call.office.write(take_back_import, run_id)
        said = _("{count} rows of {file} were taken back.").format(
            count=count, file=preview.run.file
        )
    elif preview.blocked:
        who = blockings_text(preview.first, preview.blocked)
        said = _("{count} of {total} rows are in use: {who}").format(
            count=preview.blocked, total=preview.count, who=who
        )
    else:
        said = _("{count} rows of {file} would be taken back.").format(
            count=preview.count, file=preview.run.file
        )
    return Facts(facts | {"dry_run": call.options.dry_run}, [said])


def _profiles(call: Call) -> Listing[KeptProfile]:
    kinds: tuple[Kind, ...] = ("roster", "paper")
    found = [one for kind in kinds for one in call.office.read(profiles, kind)]
    return Listing(_PROFILE_FIELDS, found)


def _drop_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=_("column mapping as the list names it"))
    parser.add_argument("--paper", action="store_true", help=_("one of paper sheets"))


def _drop(call: Call) -> Facts:
    kind: Kind = "paper" if call.options.paper else "roster"
    profile = call.office.read(find_profile, kind, call.options.name)
    call.office.write(drop_profile, profile.id)
    said = _("The column mapping “{name}” is offered no longer.").format(name=profile.name)
    return Facts({"name": profile.name}, [said])


def _pairs(profile: KeptProfile) -> str:
    return _(", ").join(
        _("{field}: {header}").format(field=field_label(field), header=header)
        for field, header in profile.columns.items()
    )


def _run_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("write it as ./station imports list does")) from None


VERBS = (
    Verb(("imports", "list"), N_("list the files that were imported"), _list),
    Verb(
        ("imports", "take-back"),
        N_("take all of an import back, as long as nothing was built on it"),
        _take_back,
        _take_back_options,
    ),
    Verb(("imports", "profiles"), N_("list the saved column mappings"), _profiles),
    Verb(
        ("imports", "drop-profile"),
        N_("offer a column mapping no longer"),
        _drop,
        _drop_options,
    ),
)
