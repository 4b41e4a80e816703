"""What a clerk does on a person's page that asks first: consent, qualifications, erasure."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from station_app.domain.consents import Act, ConsentAct, Purpose
from station_app.i18n import _
from station_app.services.portraits import Portrait
from station_app.services.qualifications import void_qualification
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.volunteers.consent_dialog import ConsentDialog
from station_app.ui.pages.volunteers.erase_dialog import EraseDialog
from station_app.ui.pages.volunteers.qualification_dialog import QualificationDialog
from station_app.ui.theme import Tone
from station_app.ui.widgets.reason import ReasonDialog


def ask_consent(desk: Desk, page: QWidget, shown: Portrait, act: Act) -> None:
    """Enter that somebody gives consent or takes it back; offers erasure with the record's."""
    dialog = ConsentDialog(desk, page, shown, act)
    dialog.entered.connect(partial(_tell_consent, desk, page, shown))
    dialog.open()


def ask_qualification(desk: Desk, page: QWidget, shown: Portrait) -> None:
    """Enter a qualification."""
    dialog = QualificationDialog(desk, page, shown.id, shown.name)
    dialog.added.connect(lambda: desk.tell(Tone.OK, _("The qualification is entered.")))
    dialog.open()


def ask_to_strike(desk: Desk, page: QWidget, key: UUID) -> None:
    """Strike a qualification out, with the reason."""
    dialog = ReasonDialog(
        page,
        _("Strike out the qualification?"),
        _("It stays visible with the reason, and counts no more."),
        primary=_("Strike out"),
    )
    dialog.given.connect(
        lambda why: desk.write(
            dialog,
            void_qualification,
            key,
            why,
            done=lambda _nothing: dialog.accept(),
            refused=dialog.refused,
        )
    )
    dialog.open()


def ask_to_erase(desk: Desk, page: QWidget, who: UUID) -> None:
    """Erase the personal data of somebody who asks for it."""
    EraseDialog(desk, page, who).open()


def _tell_consent(desk: Desk, page: QWidget, shown: Portrait, act: ConsentAct) -> None:
    if act.act is Act.GIVEN:
        desk.tell(Tone.OK, _("The consent is entered."))
    elif Purpose.RECORD in act.purposes:
        told = _("The withdrawal is entered. The personal data can be erased now.")
        erase = Action(_("Erase…"), partial(ask_to_erase, desk, page, shown.id))
        desk.tell(Tone.OK, told, erase)
    else:
        desk.tell(Tone.OK, _("The withdrawal is entered."))
