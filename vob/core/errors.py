"""What can be refused. Every message is Dutch and is shown to the user."""


class RegelOvertreden(Exception):
    """A domain rule says no. Shown as 409: what was asked does not fit the state of things.

    `veld`: the field of the form that it is about, if it is about one.
    """

    def __init__(self, melding: str = "", veld: str = "") -> None:
        super().__init__(melding)
        self.veld = veld


class AndersGewijzigd(RegelOvertreden):
    """Someone else changed the object after the user opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft dit intussen gewijzigd. Wat u typte is nog niet opgeslagen."
        )


class BestandGeweigerd(RegelOvertreden):
    """An upload that VOB does not keep: wrong type, too large, or over the quota."""
