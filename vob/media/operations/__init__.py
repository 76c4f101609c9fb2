"""What people do in the media room. No commit: the view ends the transaction."""
