"""The griffier's log of meetings. Its pages stand on the blueprint of this room (`..views`)."""
