"""The forms of the media room."""
