"""WTForms' own messages in our Dutch: plain, with "u", saying what to do."""

MELDINGEN = {
    "This field is required.": "Vul dit in.",
    "Not a valid choice.": "Maak een keuze uit de lijst.",
    "Not a valid choice": "Maak een keuze uit de lijst.",
    "Invalid Choice: could not coerce.": "Maak een keuze uit de lijst.",
    "Invalid choice(s): one or more data inputs could not be coerced.": (
        "Maak een keuze uit de lijst."
    ),
    "Not a valid integer value.": "Vul een heel getal in.",
    "Not a valid decimal value.": "Vul een getal in.",
    "Not a valid date value.": "Vul een datum in, bijvoorbeeld 23-11-2026.",
    "Not a valid datetime value.": "Vul een datum en tijd in, bijvoorbeeld 23-11-2026 14:30.",
    "Not a valid time value.": "Vul een tijd in, bijvoorbeeld 14:30.",
    "Invalid email address.": "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
    "Field cannot be longer than %(max)d character.": "Gebruik niet meer dan %(max)d teken.",
    "Field cannot be longer than %(max)d characters.": "Gebruik niet meer dan %(max)d tekens.",
    "Field must be at least %(min)d character long.": "Gebruik ten minste %(min)d teken.",
    "Field must be at least %(min)d characters long.": "Gebruik ten minste %(min)d tekens.",
    "Field must be between %(min)d and %(max)d characters long.": (
        "Gebruik ten minste %(min)d en niet meer dan %(max)d tekens."
    ),
    "Number must be at least %(min)s.": "Vul een getal in van %(min)s of hoger.",
    "Number must be at most %(max)s.": "Vul een getal in van %(max)s of lager.",
    "Number must be between %(min)s and %(max)s.": (
        "Vul een getal in van %(min)s tot en met %(max)s."
    ),
    "Field must be equal to %(other_name)s.": "De twee velden zijn niet gelijk.",
}


class Dutch:
    """What WTForms asks of a translation."""

    def gettext(self, string: str) -> str:
        return MELDINGEN.get(string, string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)
