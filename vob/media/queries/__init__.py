"""What the media room asks of the database, and who may see what."""
