"""Cases that belong together: the same person, subject or victim. For the coordinator only."""
