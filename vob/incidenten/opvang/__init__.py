"""Care for who it happened to, and for those around them: the fact, never the content."""
