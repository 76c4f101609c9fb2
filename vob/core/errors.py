"""What can be refused. Every message is Dutch and is shown to the user."""


class RegelOvertreden(Exception):
    """A domain rule says no. Shown as 409: what was asked does not fit the state of things."""


class AndersGewijzigd(RegelOvertreden):
    """Someone else changed the object after the user opened it."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft dit intussen gewijzigd. Wat u typte is nog niet opgeslagen."
        )


class BestandGeweigerd(RegelOvertreden):
    """An upload that VOB does not keep: wrong type, too large, or over the quota."""
