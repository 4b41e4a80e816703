"""Sentences about volunteers: names, documents, telephone numbers, consent.

Why the expected check digit is not told: whoever reads it corrects the last digit instead of
looking at the document again, and a wrong number becomes a number that passes.
"""

from station_app.domain.consents import ConsentInFuture, GuardianNeeded, NoConsent
from station_app.domain.documents import (
    BornInFuture,
    DigitsLost,
    DocumentCharacters,
    DocumentChecksum,
    DocumentDate,
    DocumentLength,
    DocumentOutdated,
)
from station_app.domain.fields import MissingField, TextLength
from station_app.domain.names import NameCharacters, NameLength, NamePrivateUse
from station_app.domain.people import (
    AgeBelow,
    AlreadyRegistered,
    BirthDateDiffers,
    ConsentAfterRegistration,
    NumbersExhausted,
    SexDiffers,
)
from station_app.domain.phones import PhoneUnreadable
from station_app.i18n import N_, _
from station_app.wording.labels import document_kind_label, sex_label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

FIELDS = {
    "name": N_("Name"),
    "sex": N_("Sex"),
    "born_on": N_("Birth date"),
    "document_kind": N_("Document"),
    "document_number": N_("Document number"),
    "area": N_("Area of residence"),
    "phone": N_("Phone"),
    "skills": N_("Skills"),
    "service_classes": N_("Service classes"),
    "consent_on": N_("Date of consent"),
    "consent_way": N_("Way of consent"),
    "consent_witness": N_("Witness"),
    "guardian_name": N_("Guardian"),
    "guardian_phone": N_("Guardian's phone"),
    "purposes": N_("Agreed to"),
    "remark": N_("Remark"),
    "zh": N_("Name in Chinese"),
    "en": N_("Name in English"),
    "ethnic_group": N_("Ethnic group"),
    "political_status": N_("Political status"),
    "education": N_("Education"),
    "employment": N_("Employment"),
    "address": N_("Address"),
    "emergency_name": N_("Emergency contact"),
    "emergency_phone": N_("Phone of the emergency contact"),
    "availability": N_("Free to serve"),
    "languages": N_("Languages"),
    "health": N_("Health limits"),
    "photo": N_("Photo"),
    "witness": N_("Witness"),
    "note": N_("Note"),
    "qualification_kind": N_("Qualification"),
    "qualification_number": N_("Number of the qualification"),
    "issuer": N_("Issued by"),
    "number": N_("Volunteer number"),
    "registered_on": N_("Registered"),
    "profile": N_("Name of the mapping"),
    "post": N_("Post"),
    "date": N_("Day"),
    "came": N_("Came"),
    "left": N_("Left"),
}


def field_label(field: str) -> str:
    """What a field of a registration or of a sign-in sheet is called."""
    return _(FIELDS[field])


@sentence.register
def _name_length(error: NameLength) -> str:
    if error.length == 0:
        return _("The name is empty. Please fill it in.")
    return _("The name has {length} characters; at most {longest} fit. Please shorten it.").format(
        length=error.length, longest=error.longest
    )


@sentence.register
def _name_characters(error: NameCharacters) -> str:
    return _(
        "“{name}” holds characters that belong to no name ({points}). Type the name again as the "
        "document shows it."
    ).format(name=error.name, points=_(", ").join(error.points))


@sentence.register
def _name_private(error: NamePrivateUse) -> str:
    return _(
        "“{name}” holds characters that only the PC they come from can draw ({points}). Type the "
        "name again as the document shows it."
    ).format(name=error.name, points=_(", ").join(error.points))


@sentence.register
def _document_characters(error: DocumentCharacters) -> str:
    return _(
        "This is not how a number of this document looks: {kind}. Compare it with the document."
    ).format(kind=document_kind_label(error.kind))


@sentence.register
def _document_length(error: DocumentLength) -> str:
    return _(
        "{kind}: the number has {expected} characters, this one has {length}. Compare it with the "
        "document."
    ).format(kind=document_kind_label(error.kind), expected=error.expected, length=error.length)


@sentence.register
def _document_checksum(error: DocumentChecksum) -> str:
    return _(
        "The document number does not pass its check: at least one character is wrong. Compare all "
        "of them with the document."
    )


@sentence.register
def _document_date(error: DocumentDate) -> str:
    return _(
        "Digits 7 to 14 of the document number ({digits}) are no day of the calendar. Compare them "
        "with the document."
    ).format(digits=error.digits)


@sentence.register
def _document_outdated(error: DocumentOutdated) -> str:
    return _(
        "Numbers of 15 digits are no longer valid. Ask for the present document; its number should "
        "be {upgraded}."
    ).format(upgraded=error.upgraded)


@sentence.register
def _digits_lost(error: DigitsLost) -> str:
    return _(
        "A spreadsheet has turned the number into “{text}”; its last digits are lost. Make the "
        "column a text column and type the number again."
    ).format(text=error.text)


@sentence.register
def _born_in_future(error: BornInFuture) -> str:
    return _("The birth date {day} has not come yet. Please check it.").format(
        day=day_text(error.born_on)
    )


@sentence.register
def _phone(error: PhoneUnreadable) -> str:
    return _(
        "“{text}” is not a telephone number. Write a mobile with 11 digits, or a landline with its "
        "area code, such as 010-62345678."
    ).format(text=error.text)


@sentence.register
def _missing(error: MissingField) -> str:
    return _("“{field}” is empty. Please fill it in.").format(field=field_label(error.field))


@sentence.register
def _text_length(error: TextLength) -> str:
    return _("“{field}” has {length} characters; at most {longest} fit. Please shorten it.").format(
        field=field_label(error.field), length=error.length, longest=error.longest
    )


@sentence.register
def _no_consent(error: NoConsent) -> str:
    return _(
        "There is no consent. Enter on which day and in which way the person agreed to being "
        "registered."
    )


@sentence.register
def _consent_in_future(error: ConsentInFuture) -> str:
    return _("The date of consent {day} has not come yet. Please check it.").format(
        day=day_text(error.consent_on)
    )


@sentence.register
def _consent_late(error: ConsentAfterRegistration) -> str:
    return _(
        "The consent of {consent} is later than the registration on {registered}. Nobody is "
        "registered before agreeing to it; check the date."
    ).format(consent=day_text(error.consent_on), registered=day_text(error.registered_on))


@sentence.register
def _age_below(error: AgeBelow) -> str:
    return _(
        "The person is {age} years old; volunteers are registered here from the age of {minimum}."
    ).format(age=error.age, minimum=error.minimum)


@sentence.register
def _guardian(error: GuardianNeeded) -> str:
    return _(
        "The person is {age} years old; below {limit} the guardian must consent. Ask the guardian, "
        "then choose that way of consent."
    ).format(age=error.age, limit=error.limit)


@sentence.register
def _birth_date(error: BirthDateDiffers) -> str:
    return _(
        "The birth date is {given}, but the document number says {in_number}. Check which is right."
    ).format(given=day_text(error.given), in_number=day_text(error.in_number))


@sentence.register
def _sex(error: SexDiffers) -> str:
    return _(
        "The sex is “{given}”, but the document number says “{in_number}”. Check which is right."
    ).format(given=sex_label(error.given), in_number=sex_label(error.in_number))


@sentence.register
def _registered(error: AlreadyRegistered) -> str:
    return _("{name} is registered already, under number {number}.").format(
        name=error.name, number=error.number
    )


@sentence.register
def _exhausted(error: NumbersExhausted) -> str:
    return _("All volunteer numbers of {year} are given out. Nobody can be registered now.").format(
        year=error.year
    )
