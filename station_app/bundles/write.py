"""Write a bundle: build it, check it with the reader's own code, hand it over."""

from dataclasses import replace
from pathlib import Path

from station_app.bundles.disk import Disk, SystemDisk
from station_app.bundles.package import Contents, build
from station_app.bundles.progress import Step, share, unheard
from station_app.bundles.read import Inspection, verified
from station_app.bundles.scratch import private_folder
from station_app.bundles.stick import check_stick, hand_over

SYSTEM_DISK = SystemDisk()


def write_bundle(
    contents: Contents,
    folder: Path,
    *,
    scratch: Path,
    disk: Disk = SYSTEM_DISK,
    step: Step = unheard,
) -> Inspection:
    """Write the contents to `PRACTICE-STATION/UP` in a folder (a stick); what lies there now.

    Only what this returns may be booked. `scratch` is on the PC's own disk. Raises RowRefused,
    ChainBroken, TooBig, ScratchFailed and what `stick.hand_over` raises; Cancelled from `step`.
    """
    check_stick(folder, disk)
    with private_folder(scratch) as private:
        built = build(contents, private, share(step, 0, 500))
        with verified(built, named=built, step=share(step, 500, 800)) as bundle:
            found = bundle.inspection
        final = hand_over(
            built,
            folder,
            size=found.bytes,
            digest=found.sha256,
            disk=disk,
            step=share(step, 800, 1000),
        )
    return replace(found, path=final)
