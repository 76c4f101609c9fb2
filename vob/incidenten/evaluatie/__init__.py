"""Looking back on a case, so that the next one goes better."""
