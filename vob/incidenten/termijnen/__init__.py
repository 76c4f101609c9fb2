"""The clocks of a case: what must be done before when, and for whom."""
